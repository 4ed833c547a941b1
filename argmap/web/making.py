"""Lay out what can be made for a class: the list, the form of options, the addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from argmap import library
from argmap.core import language
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.selection import DEFAULT_DEPTH
from argmap.web import query
from argmap.web.addresses import url_for
from argmap.writers import options
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.options import LANGUAGE, AnyOption, Number, Pick

WHOLE = "whole"
"""Said by the address of the page that makes something of the whole corpus."""


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


def makings_of(scope: Scope) -> tuple[Format, ...]:
    """List what can be made of a claim, an issue or a corpus, in the registry's order."""
    return tuple(each for each in library.formats() if scope in each.scopes)


def first_of(scope: Scope) -> Format:
    """Choose what a class is shown first: what stands on the first shelf, what is handed out."""
    families = list(Family)
    return min(makings_of(scope), key=lambda each: families.index(each.family))


def subject(graph: ArgumentGraph, order: Order) -> str:
    """Name what something is made about: the claim's text, the issue's question, or the title."""
    if order.scope is Scope.CORPUS:
        return graph.corpus.title
    return graph.claim(order.claim).text if order.claim else graph.issue(order.issue).question


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

    What the format does not heed is left behind, and so is the language of the page.
    """
    asked = {
        "claim": order.claim,
        "issue": order.issue,
        WHOLE: "yes" if page == "teach" and order.scope is Scope.CORPUS else "",
        "narratives": "" if form.has_all_accounts else query.joined(order.narratives),
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
