"""Read what an address asks for after its question mark, or say what to write instead.

A value that cannot be used is an error of whoever wrote the address: `InvalidInput`, answered
with status 400 and a sentence. Names in the path are not read here; they are looked up, and an
unknown one is a 404.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request

from argmap.core.comparison import Group
from argmap.core.dates import PartialDate, Period
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.selection import DEFAULT_DEPTH, MAX_DEPTH
from argmap.errors import InvalidDate, InvalidInput, UnknownName

MAX_QUERY_CHARS = 2_000
ROWS_A_PAGE = 200
_Item = TypeVar("_Item")
_Shown = TypeVar("_Shown")
_EARLIEST, _LATEST = PartialDate(1), PartialDate(9999)


def check() -> None:
    """Refuse a query beyond the bound, or with characters that no text has.

    Raises:
        InvalidInput: It is too long, or a value holds a control character.
    """
    if len(request.query_string) > MAX_QUERY_CHARS:
        raise InvalidInput(
            t(
                "The address asks for too much: after the question mark it may have {most} "
                "characters, and it has {count}.",
                most=MAX_QUERY_CHARS,
                count=len(request.query_string),
            )
        )
    for name, value in request.args.items(multi=True):
        if any(ord(character) < 32 or ord(character) == 127 for character in name + value):
            raise InvalidInput(
                t("The value of {name} has a character that cannot be printed.", name=repr(name))
            )


def text(name: str) -> str:
    """Return a value without the spaces around it; empty where it is not given.

    Raises:
        InvalidInput: It is given twice.
    """
    values = request.args.getlist(name)
    if len(values) > 1:
        raise InvalidInput(
            t(
                "The address gives {name} {count} times; give it once.",
                name=repr(name),
                count=len(values),
            )
        )
    return values[0].strip() if values else ""


def values(name: str) -> tuple[str, ...]:
    """Return several values, each once, written `a,b` or one by one, as a form sends them."""
    parts = (part.strip() for value in request.args.getlist(name) for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def depth() -> int | None:
    """Return how many steps from the claim are shown; None for all of them.

    Raises:
        InvalidInput: It is neither a whole number from 1 nor "all".
    """
    value = text("depth")
    if not value:
        return DEFAULT_DEPTH
    if value == "all":
        return None
    if value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= MAX_DEPTH:
        return int(value)
    raise InvalidInput(
        t(
            "depth is {value}; write a number from 1 to {most}, or depth=all.",
            value=repr(_short(value)),
            most=MAX_DEPTH,
        )
    )


def narratives(graph: ArgumentGraph, name: str = "narratives") -> tuple[str, ...]:
    """Return the accounts to show, in the order asked for; all where none is named.

    Raises:
        InvalidInput: One of them is not an account of the corpus.
    """
    return known(name, lambda: graph.choose_accounts(values(name)))


def chosen_narratives(graph: ArgumentGraph) -> tuple[str, ...]:
    """Return the accounts that are named, in the order asked for; empty where none is.

    Raises:
        InvalidInput: One of them is not an account of the corpus.
    """
    return narratives(graph) if values("narratives") else ()


def issue(graph: ArgumentGraph) -> str:
    """Return the issue that is asked for, or an empty text.

    Raises:
        InvalidInput: The corpus has no such issue.
    """
    value = text("issue")
    return known("issue", lambda: graph.issue(value).id) if value else ""


def issues(graph: ArgumentGraph) -> tuple[str, ...]:
    """Return the issues that are asked for, in the corpus's order; empty where none is named.

    Raises:
        InvalidInput: The corpus has no such issue.
    """
    asked = known("issue", lambda: {graph.issue(name).id for name in values("issue")})
    return tuple(id for id in graph.issues if id in asked)


def claim(graph: ArgumentGraph) -> str:
    """Return the claim that is asked for, or an empty text.

    Raises:
        InvalidInput: The corpus has no such claim.
    """
    value = text("claim")
    return known("claim", lambda: graph.claim(value).id) if value else ""


def groups() -> tuple[Group, ...]:
    """Return the verdicts to show, as the five marks; empty where none is named.

    Raises:
        InvalidInput: One of them is not a mark.
    """
    return tuple(Group(one_of("verdict", Group, each)) for each in dict.fromkeys(values("verdict")))


def one_of(name: str, choices: Iterable[str], value: str) -> str:
    """Return a value if it is among the choices.

    Raises:
        InvalidInput: It is not; the message lists those there are.
    """
    listed = tuple(choices)
    if value not in listed:
        raise InvalidInput(
            t(
                "{name} is {value}; write one of: {known}.",
                name=name,
                value=repr(_short(value)),
                known=", ".join(listed),
            )
        )
    return value


def period() -> Period | None:
    """Return the stretch of time asked for by `from` and `to`; None for all of it.

    Raises:
        InvalidInput: One is not a date, or the end lies before the beginning.
    """
    start, end = date("from"), date("to")
    if start is None and end is None:
        return None
    first, last = start or _EARLIEST, end or _LATEST
    if start and end and (end.year, end.month or 12, end.day or 31) < (
        start.year, start.month or 1, start.day or 1,
    ):  # fmt: skip
        raise InvalidInput(
            t("The time asked for ends ({end}) before it begins ({start}).", end=end, start=start)
        )
    return Period(first, last)


def date(name: str) -> PartialDate | None:
    """Return a date; None where it is not given.

    Raises:
        InvalidInput: It is not a year, a month or a day.
    """
    value = text(name)
    try:
        return PartialDate.parse(value) if value else None
    except InvalidDate:
        raise InvalidInput(
            t(
                "{name} is {value}; write a year, a month or a day: 1990, 1990-02 or 1990-02-09.",
                name=name,
                value=repr(_short(value)),
            )
        ) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch(Generic[_Item]):
    """One screenful of a long list: what is on it, its number from 1, and how many there are."""

    items: tuple[_Item, ...]
    number: int
    count: int
    total: int

    def holding(self, items: tuple[_Shown, ...]) -> Stretch[_Shown]:
        """Return the same stretch with its items laid out for a page."""
        return Stretch(items=items, number=self.number, count=self.count, total=self.total)


def stretch(items: Sequence[_Item], size: int = ROWS_A_PAGE) -> Stretch[_Item]:
    """Cut the part out of a long list that `page` asks for.

    Raises:
        InvalidInput: The list has no such page.
    """
    number = page_number()
    start = (number - 1) * size
    return part(items[start : start + size], len(items), number, size)


def page_number() -> int:
    """Return which part of a long list `page` asks for, from 1; there need not be one.

    Raises:
        InvalidInput: It is no whole number from 1.
    """
    value = text("page") or "1"
    if not (value.isascii() and value.isdigit() and len(value) <= 9 and int(value)):
        raise InvalidInput(t("page is {value}; write a number from 1.", value=repr(_short(value))))
    return int(value)


def part(items: Sequence[_Item], total: int, number: int, size: int) -> Stretch[_Item]:
    """Give one part of a list its place among all, cut already to those of that number.

    Raises:
        InvalidInput: The list has no such part.
    """
    count = max(1, -(-total // size))
    if number > count:
        raise InvalidInput(
            t("page is '{number}'; there are pages 1 to {count}.", number=number, count=count)
        )
    return Stretch(items=tuple(items), number=number, count=count, total=total)


def known(name: str, look_up: Callable[[], _Item]) -> _Item:
    """Turn an unknown name after the question mark into an error of the address."""
    try:
        return look_up()
    except UnknownName as error:
        raise InvalidInput(f"{name}: {error}") from error


def joined(values: Iterable[str]) -> str:
    """Write several values as one, the way they are read here."""
    return ",".join(values)


def _short(value: str) -> str:
    return value if len(value) <= 60 else f"{value[:60]}…"
