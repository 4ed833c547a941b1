"""Give a passage in every language it is known in: its own first, what translates it below."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Evidence
from argmap.core.tongues import of_original


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A passage in one language."""

    name: str
    """What this text is, and its language: "as quoted, Deutsch"."""

    language: str
    """The language's code; empty where it is not known."""

    text: str
    """The passage."""


def tongues(graph: ArgumentGraph, item: Evidence) -> tuple[Tongue, ...]:
    """List the passage in the original, as quoted and translated; empty where it is one text.

    What is quoted is the original itself, unless that is known beside it.
    """
    if not item.original and not item.translation:
        return ()
    known = (
        (wording.in_the_original(), of_original(graph, item), item.original),
        (wording.as_quoted(), item.language, wording.quoted(item)),
        (wording.in_translation(), graph.corpus.language, item.translation),
    )
    return tuple(
        Tongue(
            name=", ".join(part for part in (what, wording.language(code)) if part),
            language=code,
            text=text,
        )
        for what, code, text in known
        if text
    )
