"""Quote documents and cite works in print: the option of a style, and its results as data."""

from __future__ import annotations

from typing import Any

from argmap.core.citing import STYLES, Text
from argmap.writers.options import Choice, Pick

CITED_AS = Pick(
    name="citing",
    title="Citations",
    help="The style in which works are cited.",
    default=STYLES[0].name,
    choices=tuple(Choice(style.name, style.title) for style in STYLES),
)


def runs(text: Text) -> list[dict[str, Any]]:
    """Turn a citation into data, its italics kept."""
    return [{"text": run.text, "italic": run.is_italic} for run in text.runs]


def language_of(tag: str, own: str) -> str:
    """Give the language alone, as typst takes it; the corpus's own where none is told."""
    bare = tag.partition("-")[0].lower()
    known = 2 <= len(bare) <= 3 and bare.isascii() and bare.isalpha()
    return bare if known else own.partition("-")[0]
