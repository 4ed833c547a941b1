"""Quote documents and cite works in print: the option of a style, and its results as data."""

from __future__ import annotations

from typing import Any

from argmap.core import wording
from argmap.core.citing import STYLES, Text
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Evidence
from argmap.core.tongues import UNKNOWN, of_original
from argmap.writers.options import Choice, Pick

CITED_AS = Pick(
    name="citing",
    title="Citations",
    help="The style in which works are cited.",
    default=STYLES[0].name,
    choices=tuple(Choice(style.name, style.title) for style in STYLES),
)


def runs(text: Text) -> list[dict[str, Any]]:
    """Turn a text into data, its italics and languages kept."""
    return [
        {
            "text": run.text,
            "italic": run.is_italic,
            "language": language_of(run.language, "") if run.language else "",
        }
        for run in text.runs
    ]


def others(graph: ArgumentGraph, item: Evidence) -> list[dict[str, str]]:
    """Give a passage as it is told in other languages, each with what it is and its language."""
    known = (
        ("original", item.original, of_original(graph, item)),
        ("translation", item.translation, graph.corpus.language),
    )
    return [
        {"lead": wording.HANDOUT[lead], "text": text, "language": language_of(tag, UNKNOWN)}
        for lead, text, tag in known
        if text
    ]


def language_of(tag: str, own: str) -> str:
    """Give the language alone, as typst takes it; the corpus's own where none is told."""
    bare = tag.partition("-")[0].lower()
    known = 2 <= len(bare) <= 3 and bare.isascii() and bare.isalpha()
    return bare if known else own.partition("-")[0]
