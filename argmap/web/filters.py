"""Offer what a comparison can be narrowed by: each choice with its count, as a link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from argmap.core import wording
from argmap.core.comparison import Group
from argmap.core.facets import Narrowed, Narrowing, decade
from argmap.core.graph import ArgumentGraph
from argmap.core.model import EvidenceKind, SourceKind
from argmap.web import query

Here = Callable[..., str]
"""Gives the address of the page with some settings changed; an empty one is left out."""
_Choice = TypeVar("_Choice", bound=str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One choice: chosen with a click, taken back with another."""

    word: str
    """What it is called."""

    count: int
    """How many points it shows, alone in its facet and with all that is chosen in the others."""

    address: str
    """The page with this choice turned the other way."""

    is_on: bool
    """Whether it is chosen."""

    group: Group | None = None
    """The mark it stands for; None for other choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Everything the comparison can be narrowed by."""

    marks: tuple[Chip, ...]
    """The legend: where the accounts stand."""

    issues: tuple[Chip, ...]
    """The issues, in the corpus's order."""

    decades: tuple[Chip, ...]
    """Ten years each; empty where the claims span more than can be shown."""

    evidence: tuple[Chip, ...]
    """Quotation or fact."""

    sources: tuple[Chip, ...]
    """Kinds of works."""

    is_dated: bool
    """Whether any claim of the corpus has a period, so that a time can be chosen."""

    start: str
    """The beginning of the time asked for, as it was typed."""

    end: str
    """The end of the time asked for, as it was typed."""

    all: str
    """The page with no filter at all."""

    is_narrowed: bool
    """Whether any filter is on."""

    chosen: tuple[Chip, ...]
    """The choices that are on besides those of the legend, each a link that takes it back."""


def read(graph: ArgumentGraph) -> Narrowing:
    """Read what the address narrows the comparison to.

    Raises:
        InvalidInput: A value is none of the choices.
    """
    return Narrowing(
        groups=query.groups(),
        issues=query.issues(graph),
        period=query.period(),
        evidence=tuple(
            EvidenceKind(query.one_of("evidence", EvidenceKind, each))
            for each in query.values("evidence")
        ),
        sources=tuple(
            SourceKind(query.one_of("kind", SourceKind, each)) for each in query.values("kind")
        ),
    )


def offer(graph: ArgumentGraph, chosen: Narrowing, left: Narrowed, here: Here) -> Filters:
    """Offer every choice with its count.

    Args:
        graph: The corpus.
        chosen: What is chosen now.
        left: What that leaves, with the counts.
        here: Gives the address of the page with some settings changed.
    """
    start, end = query.text("from"), query.text("to")
    marks = _chips("verdict", left.groups, chosen.groups, wording.GROUP, here)
    facets = (
        _chips("issue", left.issues, chosen.issues, _titles(graph), here),
        _chips("evidence", left.evidence, chosen.evidence, wording.EVIDENCE_KIND, here),
        _chips("kind", left.sources, chosen.sources, _kinds(), here),
    )
    time = _time(chosen, left, here)
    beyond = (*(chip for facet in facets for chip in facet if chip.is_on), *time)
    return Filters(
        marks=tuple(
            replace(chip, group=group) for chip, group in zip(marks, left.groups, strict=True)
        ),
        issues=facets[0],
        decades=tuple(_decade(year, count, here) for year, count in left.decades.items()),
        evidence=facets[1],
        sources=facets[2],
        is_dated=any(claim.period for claim in graph.corpus.claims),
        start=start,
        end=end,
        all=here(**dict.fromkeys(("verdict", "issue", "from", "to", "evidence", "kind"), "")),
        is_narrowed=bool(chosen.groups or beyond),
        chosen=beyond,
    )  # fmt: skip


def _chips(
    name: str,
    counts: Mapping[_Choice, int],
    chosen: tuple[_Choice, ...],
    words: Mapping[_Choice, str],
    here: Here,
) -> tuple[Chip, ...]:
    """Make a chip of every choice; those on keep the order in which they are offered."""

    def turned(choice: _Choice) -> str:
        rest = {*chosen} ^ {choice}
        return query.joined(each for each in counts if each in rest)

    return tuple(
        Chip(
            word=words[choice],
            count=count,
            address=here(**{name: turned(choice)}),
            is_on=choice in chosen,
        )
        for choice, count in counts.items()
    )


def _titles(graph: ArgumentGraph) -> Mapping[str, str]:
    return {id: issue.title for id, issue in graph.issues.items()}


def _kinds() -> Mapping[SourceKind, str]:
    return {kind: wording.source_kind(kind) for kind in SourceKind}


def _time(chosen: Narrowing, left: Narrowed, here: Here) -> tuple[Chip, ...]:
    """Make a chip of the time asked for; none where all of it is."""
    if chosen.period is None:
        return ()
    word = wording.stretch_of_time(query.date("from"), query.date("to"))
    back = here(**{"from": "", "to": ""})
    return (Chip(word=word, count=len(left.fitting.rows), address=back, is_on=True),)


def _decade(year: int, count: int, here: Here) -> Chip:
    period = decade(year)
    start, end = str(period.start), str(period.end)
    is_on = (query.text("from"), query.text("to")) == (start, end)
    address = here(**{"from": "", "to": ""} if is_on else {"from": start, "to": end})
    return Chip(word=wording.decade(year), count=count, address=address, is_on=is_on)
