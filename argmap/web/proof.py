"""Lay out what a file looks like before it is taken along: the real thing, not a likeness."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.core.wording.files import file_size
from argmap.errors import ArgmapError
from argmap.library import Exported
from argmap.web import making
from argmap.web.bounded import in_time
from argmap.web.serving import serving
from argmap.writers.format import Format, Order
from argmap.writers.seen import Card, Contents, Deck, Entry, Question, Quiz, Seen, Table

_Thing = TypeVar("_Thing")

MOST_SHEETS = 12
MOST_CHARS = 4_000
MOST_OF_A_KIND = 2
MOST_ROWS = 12
MOST_FOLDERS = 24
MOST_ENTRIES = 12
FEW_ENTRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Few(Generic[_Thing]):
    """Things of one kind that a file holds, as many as are shown."""

    title: str
    """What they have in common; may be empty."""

    note: str = ""
    """What there is to say about them all; may be empty."""

    count: int
    """How many there are."""

    shown: tuple[_Thing, ...]
    """The first of them."""

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a file looks like, in one of the ways below; the others are empty.

    Of a lesson there are two: its cover page by page, and what is inside.
    """

    sheets: tuple[str, ...] = ()
    """The addresses of its pages as pictures, as many as are shown."""

    size_px: tuple[int, int] = (0, 0)
    """How wide and how high such a picture is."""

    picture: str = ""
    """The address of the picture that it is."""

    text: str = ""
    """The text that it is, as much as is shown."""

    is_cut: bool = False
    """Whether the text goes on."""

    questions: tuple[Few[Question], ...] = ()
    """The questions that it asks, those with the same prompt together."""

    deck: str = ""
    """The name of its cards."""

    cards: tuple[Few[Card], ...] = ()
    """Its cards, those with the same prompt together."""

    table: Table | None = None
    """The table that it is, with the first of its rows."""

    contents: tuple[Few[Entry], ...] = ()
    """What is inside, folder by folder."""

    note: str = ""
    """What there is to say about what is inside; may be empty."""

    count: int = 0
    """How many pages, questions, cards or rows it has."""

    size: str = ""
    """How large the file is; empty where it was not made."""

    problem: str = ""
    """Why it cannot be made so; empty where it can."""


def preview(graph: ArgumentGraph, form: Format, order: Order) -> Preview:
    """Lay out what is ordered to be looked at; a file that takes long is told of and not made."""
    made = serving().made
    try:
        if order.scope in form.lengthy:
            tell = form.inside
            told = seen_as(in_time(lambda: tell(order))) if tell else Preview()
            return _with_sheets(told, graph, form, order) if form.sheets else told
        if form.sheets is not None:
            return _with_sheets(Preview(), graph, form, order)
        exported = in_time(lambda: made.export(form.name, order))
    except ArgmapError as error:
        return Preview(problem=str(error))
    return replace(_of_file(graph, form, order, exported), size=file_size(len(exported.content)))


def _with_sheets(told: Preview, graph: ArgumentGraph, form: Format, order: Order) -> Preview:
    count, first = in_time(lambda: _drawn(form, order))
    return replace(
        told,
        sheets=tuple(
            making.address("sheet", graph, order, form, make=form.name, number=number)
            for number in range(1, min(count, MOST_SHEETS) + 1)
        ),
        size_px=struct.unpack(">II", first[16:24]),  # where every PNG has them
        count=count,
    )


def _drawn(form: Format, order: Order) -> tuple[int, bytes]:
    pages = library.sheets(form.name, order)
    return (pages.count, pages.png(1)) if pages else (0, b"")


def _of_file(graph: ArgumentGraph, form: Format, order: Order, exported: Exported) -> Preview:
    if form.seen is not None:
        return seen_as(form.seen(exported.content))
    if form.media_type.startswith("image/"):
        return Preview(picture=making.address("data", graph, order, form, format=form.name))
    text = exported.content.decode("utf-8-sig")
    if len(text) <= MOST_CHARS:
        return Preview(text=text)
    # A whole line at the end, unless it is one line of a great length.
    return Preview(text=text[:MOST_CHARS].rpartition("\n")[0] or text[:MOST_CHARS], is_cut=True)


def seen_as(seen: Seen) -> Preview:
    """Cut what was read out of a file down to what is shown of it."""
    if isinstance(seen, Quiz):
        questions = _by_kind(seen.questions, lambda each: str(each.prompt))
        # A set of texts to be put together is as long as several other questions.
        questions = tuple(
            replace(kind, shown=kind.shown[:1]) if kind.shown[0].pairs else kind
            for kind in questions
        )
        return Preview(questions=questions, count=len(seen.questions))
    if isinstance(seen, Deck):
        cards = _by_kind(seen.cards, lambda each: str(each.front[0]) if each.front else "")
        return Preview(deck=seen.name, cards=cards, count=len(seen.cards))
    if isinstance(seen, Table):
        return Preview(table=replace(seen, rows=seen.rows[:MOST_ROWS]), count=len(seen.rows))
    return Preview(contents=_folders(seen), note=seen.note)


def _by_kind(things: Iterable[_Thing], kind: Callable[[_Thing], str]) -> tuple[Few[_Thing], ...]:
    """Put things of a kind together, kinds and things in the order of their first appearance."""
    found: dict[str, list[_Thing]] = {}
    for each in things:
        found.setdefault(kind(each), []).append(each)
    return tuple(
        Few(title=title, count=len(same), shown=tuple(same[:MOST_OF_A_KIND]))
        for title, same in found.items()
    )


def _folders(contents: Contents) -> tuple[Few[Entry], ...]:
    return tuple(
        Few(
            title=folder.title,
            note=folder.note,
            count=len(folder.entries),
            shown=folder.entries[:FEW_ENTRIES]
            if len(folder.entries) > MOST_ENTRIES
            else folder.entries,
        )
        for folder in contents.folders[:MOST_FOLDERS]
    )
