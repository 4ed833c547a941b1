"""List the works of a corpus by what they can be narrowed and ordered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Source
from argmap.web.documents import contested

# Values of an address that are no account's id, no decade and no language.
ALL, NOBODY, NONE = "all", "nobody", "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A work with what the list is ordered and narrowed by.

    `passages` of it are in the corpus, and arguments go out from them `uses` times; `users` are the
    ids of narratives, in the corpus's order.
    """

    source: Source
    passages: int
    uses: int
    users: tuple[str, ...]
    is_used_by_all: bool
    is_contested: bool

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of a filter that the work has."""
        match name:
            case "by":
                everyone = (ALL,) if self.is_used_by_all else ()
                return (*self.users, *everyone) or (NOBODY,)
            case "decade":
                date = self.source.date
                return (f"{date.year // 10 * 10}" if date else NONE,)
            case "language":
                return (self.source.language or NONE,)
            case "verified":
                return ("yes" if self.source.verified else "no",)
            case "ends":
                return ("opposite",) if self.is_contested else ()
        return (self.source.kind.value,)


def works_of(graph: ArgumentGraph) -> tuple[Work, ...]:
    """List all works of a corpus, in its order."""
    opposed = contested(graph)
    accounts = {account.id for account in graph.accounts}
    found = []
    for source in graph.corpus.sources:
        taken = [item.id for item in graph.evidence_of(source.id)]
        using = users(graph, taken)
        found.append(
            Work(
                source=source,
                passages=len(taken),
                uses=sum(len(graph.arguments_from(id)) for id in taken),
                users=using,
                is_used_by_all=len(accounts) > 1 and accounts.issubset(using),
                is_contested=not opposed.keys().isdisjoint(taken),
            )
        )
    return tuple(found)


def users(graph: ArgumentGraph, evidence: Iterable[str]) -> tuple[str, ...]:
    """Name the narratives that use any of some evidence, in the corpus's order."""
    using = {by for id in evidence for argument in graph.arguments_from(id) for by in argument.by}
    return tuple(id for id in graph.narratives if id in using)


def count(works: Iterable[Work], name: str) -> Counter[str]:
    """Count the works by each value that they have for a filter."""
    return Counter(value for work in works for value in work.values(name))


def fitting(works: Iterable[Work], chosen: Mapping[str, str]) -> list[Work]:
    """List the works that have every value that is chosen; an empty one chooses nothing."""
    wanted = [(name, value) for name, value in chosen.items() if value]
    return [work for work in works if all(value in work.values(name) for name, value in wanted)]


def _by_title(work: Work) -> tuple[str, str]:
    # Quotation marks and the like do not count.
    return "".join(filter(str.isalnum, work.source.title)).casefold(), work.source.id


def _by_date(work: Work) -> tuple[Any, ...]:
    date = work.source.date
    return (date is None, date and (date.year, date.month, date.day), *_by_title(work))


def _newest_first(work: Work) -> tuple[Any, ...]:
    date = work.source.date
    return (date is None, date and (-date.year, -date.month, -date.day), *_by_title(work))


def _most_used_first(work: Work) -> tuple[Any, ...]:
    return (-work.uses, -work.passages, *_by_date(work))


ORDERS: Mapping[str, Callable[[Work], tuple[Any, ...]]] = {
    "ends": lambda work: (not work.is_contested, *_most_used_first(work)),
    "used": _most_used_first,
    "title": _by_title,
    "date": _by_date,
    "newest": _newest_first,
    "kind": lambda work: (wording.source_kind(work.source.kind), *_by_date(work)),
}
