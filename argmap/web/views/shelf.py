"""Show the shelf: every corpus with its narratives, its size and its agreement strip."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template

from argmap.core import wording
from argmap.core.comparison import compare
from argmap.core.language import t
from argmap.library import Library
from argmap.storage.repository import ShelfEntry
from argmap.web.badges import Badge, Count, Mark, badges, counts, strip
from argmap.web.frame import Frame
from argmap.web.serving import library


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfCard:
    """One corpus on the shelf."""

    entry: ShelfEntry
    """Its title, summary and the number of its records."""

    accounts: tuple[Badge, ...]
    """Its accounts, in its own order."""

    strip: tuple[Mark, ...]
    """All its claims as marks, in its order."""

    sentence: str
    """Where the accounts stand, summed up."""

    counts: tuple[Count, ...]
    """How many claims have which mark: what the marks of the strip mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfPage:
    """The page of the shelf."""

    frame: Frame
    """Title; no corpus."""

    cards: tuple[ShelfCard, ...]
    """The corpora, by title; may be empty."""


def show() -> str:
    """Show every corpus that is loaded."""
    entries = sorted(library().shelf(), key=lambda entry: (entry.title, entry.id))
    page = ShelfPage(
        frame=Frame(title=t("Competing narratives, mapped")),
        cards=tuple(_card(library(), entry) for entry in entries),
    )
    return render_template("shelf.html", page=page)


def _card(library: Library, entry: ShelfEntry) -> ShelfCard:
    graph = library.graph(entry.id)
    comparison = compare(graph)
    return ShelfCard(
        entry=entry,
        accounts=badges(graph, comparison.narratives),
        strip=strip(comparison),
        sentence=wording.summary_sentence(comparison.summary, len(comparison.narratives)),
        counts=counts(comparison.summary),
    )
