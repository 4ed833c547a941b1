"""Tell which language a text is in, and part a sentence of argmap's that has names of a corpus."""

from __future__ import annotations

import re

from argmap.core.citing.text import Run, Text, roman
from argmap.core.graph import ArgumentGraph
from argmap.core.language import code
from argmap.core.model import Evidence


def bare(tag: str) -> str:
    """Give the language alone of a BCP 47 tag, in small letters: "pt" of "pt-BR"."""
    return tag.partition("-")[0].lower()


def ours(graph: ArgumentGraph, text: str, *theirs: str) -> Text:
    """Say a sentence of argmap's that stands among texts of a corpus.

    Args:
        graph: The corpus. The names of its narratives are in its own language.
        text: What argmap says.
        theirs: What else in it is the corpus's.

    Returns:
        The sentence in runs; those that are argmap's words have the language being spoken, unless
        that is the corpus's as well.
    """
    if not text or bare(graph.corpus.language) == code():
        return roman(text)
    names = {*(each.name for each in graph.corpus.narratives), *theirs} - {""}
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    # Whole words alone are names; the mark that follows one may stay with it.
    found = rf"(?<!\w)((?:{known})[.,;:]?)(?!\w)"
    pieces = re.split(found, text, flags=re.IGNORECASE) if known else [text]
    runs = (
        Run(piece, language="" if at % 2 else code()) for at, piece in enumerate(pieces) if piece
    )
    return Text(tuple(runs))


def of_original(graph: ArgumentGraph, item: Evidence) -> str:
    """Give the language of a passage's original: that of a work it stands in, if not as quoted.

    Returns:
        A BCP 47 tag; empty where it is not known.
    """
    works = (graph.source(each.source).language for each in item.citations)
    return next((each for each in works if each and each != item.language), "")
