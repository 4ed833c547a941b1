"""Narrow a comparison by mark, issue, time and kind of evidence, and count every choice.

Within one facet the choices add up, between facets they combine. A choice is counted as what it
would show, chosen alone in its own facet and together with all that is chosen in the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from argmap.core.comparison import ClaimComparison, Comparison, Group
from argmap.core.dates import PartialDate, Period
from argmap.core.graph import ArgumentGraph
from argmap.core.model import EvidenceKind, SourceKind

MOST_DECADES = 12
_Choice = TypeVar("_Choice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What is chosen in each facet; an empty one, or no period, leaves everything in.

    `evidence` and `sources` are met together by one document: a quotation from a treaty.
    """

    groups: tuple[Group, ...] = ()
    issues: tuple[str, ...] = ()
    period: Period | None = None
    evidence: tuple[EvidenceKind, ...] = ()
    sources: tuple[SourceKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What a narrowing leaves of a comparison, in its order, and what each choice would show.

    `fitting` has the rows that fit in all but the marks, `rows` those that fit in the marks too.
    The mappings hold every mark and issue, zeros included, and of the kinds and decades those
    that the comparison has; `decades` goes by first year and is empty beyond `MOST_DECADES`.
    """

    fitting: Comparison
    rows: tuple[ClaimComparison, ...]
    groups: Mapping[Group, int]
    issues: Mapping[str, int]
    decades: Mapping[int, int]
    evidence: Mapping[EvidenceKind, int]
    sources: Mapping[SourceKind, int]


def narrow(graph: ArgumentGraph, comparison: Comparison, chosen: Narrowing) -> Narrowed:
    """Keep the rows of a comparison that fit what is chosen, and count all choices.

    A document counts for a claim where one of the accounts compared puts it forward for the claim
    itself, against it, or to limit it.

    Cost: O(claims and arguments), a few dozen times.
    """
    documents = {row.claim.id: _documents(graph, comparison, row) for row in comparison.rows}
    kinds = {pair[0] for pairs in documents.values() for pair in pairs}
    works = {pair[1] for pairs in documents.values() for pair in pairs}

    def kept(narrowing: Narrowing) -> tuple[ClaimComparison, ...]:
        return tuple(
            row for row in comparison.rows if _fits(row, documents[row.claim.id], narrowing)
        )

    def counted(
        choices: Iterable[_Choice], narrowed: Callable[[_Choice], Narrowing]
    ) -> Mapping[_Choice, int]:
        return MappingProxyType({choice: len(kept(narrowed(choice))) for choice in choices})

    fitting = kept(replace(chosen, groups=()))
    # Every claim has one mark and one issue, so these two are counted in passing.
    marks = Counter(row.group for row in fitting)
    lined_up = Counter(row.claim.issue for row in kept(replace(chosen, issues=())))
    return Narrowed(
        fitting=replace(comparison, rows=fitting),
        rows=kept(chosen),
        groups=MappingProxyType({group: marks[group] for group in Group}),
        issues=MappingProxyType({issue: lined_up[issue] for issue in graph.issues}),
        decades=counted(_decades(comparison), lambda year: replace(chosen, period=decade(year))),
        evidence=counted(
            (kind for kind in EvidenceKind if kind in kinds),
            lambda kind: replace(chosen, evidence=(kind,)),
        ),
        sources=counted(
            (kind for kind in SourceKind if kind in works),
            lambda kind: replace(chosen, sources=(kind,)),
        ),
    )


def decade(year: int) -> Period:
    """Return the ten years that begin with a year."""
    return Period(PartialDate(year), PartialDate(year + 9))


_Document = tuple[EvidenceKind, SourceKind]


def _documents(
    graph: ArgumentGraph, comparison: Comparison, row: ClaimComparison
) -> frozenset[_Document]:
    accounts = set(comparison.narratives)
    items = (
        graph.item(premise)
        for argument in graph.arguments_on(row.claim.id)
        if not accounts.isdisjoint(argument.by)
        for premise in argument.premises
        if premise in graph.evidence
    )
    return frozenset(
        (item.kind, graph.source(citation.source).kind)
        for item in items
        for citation in item.citations
    )


def _fits(row: ClaimComparison, documents: frozenset[_Document], chosen: Narrowing) -> bool:
    if chosen.groups and row.group not in chosen.groups:
        return False
    if chosen.issues and row.claim.issue not in chosen.issues:
        return False
    period = row.claim.period
    if chosen.period and (period is None or not period.overlaps(chosen.period)):
        return False
    if not (chosen.evidence or chosen.sources):
        return True
    return any(
        (not chosen.evidence or kind in chosen.evidence)
        and (not chosen.sources or work in chosen.sources)
        for kind, work in documents
    )


def _decades(comparison: Comparison) -> tuple[int, ...]:
    """List the decades that the claims touch; none where there are too many to choose from."""
    periods = [row.claim.period for row in comparison.rows if row.claim.period]
    if not periods:
        return ()
    first = max(min(period.start.year for period in periods) // 10 * 10, 1)
    last = max(period.end.year for period in periods)
    if last - first >= MOST_DECADES * 10:
        return ()
    return tuple(
        year
        for year in range(first, last + 1, 10)
        if any(period.overlaps(decade(year)) for period in periods)
    )
