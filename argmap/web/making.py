"""Lay out what can be made for a class: the list, the form of options, the preview, the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import url_for

from argmap import library
from argmap.core import language
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.selection import DEFAULT_DEPTH
from argmap.errors import ArgmapError
from argmap.web import query
from argmap.web.bounded import in_time
from argmap.writers import options
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.options import LANGUAGE, AnyOption, Number, Pick

MOST_SHEETS = 12
MOST_CHARS = 6_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """One thing that can be made, as a link."""

    title: str
    """What it is."""

    address: str
    """The page with it chosen."""

    is_on: bool
    """Whether it is chosen now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The makings of one family."""

    title: str
    """What they are for."""

    makings: tuple[Making, ...]
    """One or more of them, in the registry's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the values a field can have."""

    value: str
    """As the address has it."""

    title: str
    """As the form says it."""

    is_on: bool
    """Whether it is the present one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One option in the form."""

    name: str
    """As the address has it."""

    title: str
    """As the form says it."""

    help: str
    """One sentence about it."""

    value: str
    """The present value of a number; empty where there are choices."""

    least: int
    """The smallest number."""

    most: int
    """The largest number."""

    choices: tuple[Choice, ...]
    """What can be chosen; empty for a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a making looks like; of its pages, picture and text one is there, or none."""

    sheets: tuple[str, ...]
    """The addresses of its pages as pictures, as many as are shown."""

    more: int
    """How many further pages there are."""

    picture: str
    """The address of the picture that it is."""

    text: str
    """The text that it is, as much as is shown."""

    is_cut: bool
    """Whether the text goes on."""

    problem: str
    """Why it cannot be made so; empty where it can."""


def makings_of(scope: Scope) -> tuple[Format, ...]:
    """List what can be made of a claim, an issue or a corpus, in the registry's order."""
    return tuple(each for each in library.formats() if scope in each.scopes)


def first_of(scope: Scope) -> Format:
    """Choose what a class is shown first: what is handed out, if anything is."""
    known = makings_of(scope)
    return next((each for each in known if each.family is Family.PAPER), known[0])


def shelves(graph: ArgumentGraph, order: Order, present: Format) -> tuple[Shelf, ...]:
    """List what can be made, on the shelves of their families."""
    known = makings_of(order.scope)
    found = []
    for family in Family:
        makings = tuple(
            Making(
                title=t(each.title),
                address=address("teach", graph, order, each, make=each.name),
                is_on=each is present,
            )
            for each in known
            if each.family is family
        )
        if makings:
            found.append(Shelf(title=t(family.value), makings=makings))
    return tuple(found)


def address(page: str, graph: ArgumentGraph, order: Order, form: Format, **more: Any) -> str:
    """Give the address of a page for what is ordered, as short as it can be.

    Options that the format does not have are left behind, and so is the language of the page.
    """
    asked = {
        "claim": order.claim,
        "issue": order.issue,
        "narratives": query.joined(order.narratives),
        "depth": _depth(order),
    }
    kept: dict[str, Any] = {name: value for name, value in asked.items() if value}
    kept |= options.as_text(form.options, order.chosen)
    kept.pop(LANGUAGE.name, None)
    if LANGUAGE in form.options and LANGUAGE.now(order) != language.code():
        kept[LANGUAGE.name] = LANGUAGE.now(order)
    return url_for(page, corpus=graph.corpus.id, **more, **kept)


def _depth(order: Order) -> str:
    if order.scope is not Scope.CLAIM or order.depth == DEFAULT_DEPTH:
        return ""
    return "all" if order.depth is None else str(order.depth)


def fields(form: Format, order: Order) -> tuple[Field, ...]:
    """Lay out the options of a format with what is chosen now."""
    return tuple(_field(option, order) for option in form.options if _bears(option, order))


def _bears(option: AnyOption, order: Order) -> bool:
    return not option.scopes or order.scope in option.scopes


def _field(option: AnyOption, order: Order) -> Field:
    value = option.now(order)
    choices: tuple[tuple[str, str], ...] = ()
    if isinstance(option, Pick):
        choices = tuple((each.value, t(each.title)) for each in option.choices)
    elif not isinstance(option, Number):
        choices = (("yes", t("Yes")), ("no", t("No")))
    return Field(
        name=option.name,
        title=t(option.title),
        help=t(option.help),
        value="" if choices else value,
        least=option.least if isinstance(option, Number) else 0,
        most=option.most if isinstance(option, Number) else 0,
        choices=tuple(Choice(value=v, title=said, is_on=v == value) for v, said in choices),
    )


def preview(graph: ArgumentGraph, form: Format, order: Order) -> Preview:
    """Make what is ordered and lay it out to be looked at: the real thing, not a likeness."""
    try:
        seen = in_time(lambda: _look(form, order))
    except ArgmapError as error:
        return Preview(sheets=(), more=0, picture="", text="", is_cut=False, problem=str(error))
    shown = range(1, min(seen.sheets, MOST_SHEETS) + 1)
    here = address("data", graph, order, form, format=form.name)
    return Preview(
        sheets=tuple(
            address("sheet", graph, order, form, make=form.name, number=number) for number in shown
        ),
        more=max(0, seen.sheets - MOST_SHEETS),
        picture=here if seen.is_picture else "",
        text=seen.text[:MOST_CHARS],
        is_cut=len(seen.text) > MOST_CHARS,
        problem="",
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What there is to look at."""

    sheets: int = 0
    is_picture: bool = False
    text: str = ""


def _look(form: Format, order: Order) -> _Seen:
    if form.family is Family.BUNDLE:
        return _Seen()  # Whole pages or many files: nothing to look at in a corner of a page.
    pages = library.sheets(form.name, order)
    if pages is not None:
        return _Seen(sheets=pages.count)
    content = library.export(form.name, order).content
    if form.media_type.startswith("image/"):
        return _Seen(is_picture=True)
    try:
        is_page = form.media_type.startswith("text/html")
        return _Seen(text="" if is_page else content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _Seen()
