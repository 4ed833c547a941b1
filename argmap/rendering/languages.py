"""Tell which language each text of a picture is in: the corpus's own, or the one being spoken.

What is read out in place of a picture, or of a box, is one string and can have one language
alone. Most of it is the corpus's, so all of it is said in the corpus's language.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from argmap.core import tongues
from argmap.core.graph import ArgumentGraph
from argmap.core.language import OWN_NAMES, speaking
from argmap.core.tongues import bare, spoken_beside
from argmap.rendering.markup import xml
from argmap.rendering.measure import Style
from argmap.rendering.sheet import Run
from argmap.resources import catalogue


def tag_of(language: str) -> str:
    """Give the attribute that names a language; empty for none."""
    return f' xml:lang="{xml(language)}"' if language else ""


@contextmanager
def as_the_corpus(corpus_language: str) -> Iterator[None]:
    """Speak the language of a corpus, if argmap does; else go on as before.

    Args:
        corpus_language: A BCP 47 tag.
    """
    if not spoken_beside(corpus_language) or bare(corpus_language) not in OWN_NAMES:
        yield
        return
    with speaking(catalogue(bare(corpus_language))):
        yield


class Speech:
    """Set texts with the language each is in, for a picture of a corpus.

    Args:
        graph: The corpus; what is in its language needs no mark.
    """

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self.ours = spoken_beside(graph.corpus.language)

    def own(self, text: str, style: Style = "regular", role: str = "ink") -> Run:
        """Set words of argmap."""
        return Run(text, style, role, self.ours)

    def told(self, text: str, style: Style, role: str = "ink", *theirs: str) -> list[Run]:
        """Set a sentence of argmap in which names, and what is `theirs`, are the corpus's."""
        if not self.ours:
            return [Run(text, style, role)]
        runs = tongues.ours(self.graph, text, *theirs).runs
        return [
            Run(run.text.strip(), style, role, run.language) for run in runs if run.text.strip()
        ]

    def of(self, language: str) -> str:
        """Give the mark of a text of the corpus that may be in another language."""
        return tongues.foreign(self.graph, language)
