"""Tell which language a text is in, and part a sentence of argmap's that has names of a corpus."""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.core import wording
from argmap.core.citing.text import Run, Text, roman
from argmap.core.graph import ArgumentGraph
from argmap.core.language import code
from argmap.core.model import Evidence


def bare(tag: str) -> str:
    """Give the language alone of a BCP 47 tag, in small letters: "pt" of "pt-BR"."""
    return tag.partition("-")[0].lower()


def spoken_beside(tag: str) -> str:
    """Give the language being spoken; empty where a text in the language of the tag has the same.

    Args:
        tag: A BCP 47 tag, that of a corpus mostly.
    """
    return "" if bare(tag) == code() else code()


UNKNOWN = "und"
"""The code of a language that is not known. ISO 639-2"""


def ours(graph: ArgumentGraph, text: str, *theirs: str | Run) -> Text:
    """Say a sentence of argmap's that stands among texts of a corpus.

    Args:
        graph: The corpus. The names of its narratives are in its own language.
        text: What argmap says.
        theirs: What else in it is the corpus's, or in the language of a run.

    Returns:
        The sentence in runs; those that are argmap's words have the language being spoken, unless
        that is the corpus's as well.
    """
    told = [each if isinstance(each, Run) else Run(each) for each in theirs]
    languages = {each.text.casefold(): each.language for each in told if each.text}
    spoken = spoken_beside(graph.corpus.language)
    if not spoken and not any(languages.values()):
        return roman(text)
    languages |= {each.name.casefold(): "" for each in graph.corpus.narratives}
    known = "|".join(re.escape(each) for each in sorted(languages, key=len, reverse=True))
    # Whole words alone are names; the mark that follows one may stay with it.
    found = rf"(?<!\w)((?:{known})[.,;:]?)(?!\w)"
    pieces = re.split(found, text, flags=re.IGNORECASE) if known else [text]
    runs = (
        Run(piece, language=_language_of(piece, languages) if at % 2 else spoken)
        for at, piece in enumerate(pieces)
        if piece
    )
    return Text(tuple(runs))


def _language_of(found: str, languages: Mapping[str, str]) -> str:
    folded = found.casefold()
    return languages.get(folded, languages.get(folded[:-1], ""))


def attribution(graph: ArgumentGraph, item: Evidence) -> Text:
    """Say who said it, when, and where it stands, each in its language; see `wording`."""
    works = [graph.source(each.source) for each in item.citations]
    names = (item.speaker, *(name for work in works for name in work.authors))
    titles = (Run(work.title, language=foreign(graph, work.title_language)) for work in works)
    places = (each.locator for each in item.citations)
    return ours(graph, wording.attribution(graph, item), *names, *titles, *places)


def foreign(graph: ArgumentGraph, tag: str) -> str:
    """Give the language of a text of the corpus; empty where it is the corpus's own."""
    return "" if bare(tag) == bare(graph.corpus.language) else tag


def of_original(graph: ArgumentGraph, item: Evidence) -> str:
    """Give the language of a passage's original: that of a work it stands in, if not as quoted.

    Returns:
        A BCP 47 tag; empty where it is not known.
    """
    works = (graph.source(each.source).language for each in item.citations)
    return next((each for each in works if each and each != item.language), "")
