"""Show a corpus at a glance: its accounts, its issues, where the accounts meet and part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import render_template

from argmap.core import wording
from argmap.core.comparison import (
    ClaimComparison,
    Comparison,
    Group,
    by_issue,
    compare,
)
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Issue, Role
from argmap.web.badges import Badge, Count, Mark, badge, badges, counts, mark
from argmap.web.frame import Frame
from argmap.web.serving import open_graph

SHOWN_IN_LISTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLine:
    """One issue in the list of a corpus."""

    issue: Issue
    """The issue."""

    strip: tuple[Mark, ...]
    """Its claims as marks, in the corpus's order; may be empty."""

    sentence: str
    """How many of its claims fall where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Most:
    """An issue on which the accounts agree, or part, on many claims."""

    issue: Issue
    """The issue."""

    count: int
    """On how many of its claims."""

    claims: int
    """How many claims it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusPage:
    """The page of a corpus."""

    frame: Frame
    """Title and corpus."""

    accounts: tuple[Badge, ...]
    """The accounts with their summaries, in the corpus's order."""

    observers: tuple[Badge, ...]
    """The voices beside the accounts; may be empty."""

    sentence: str
    """Where the accounts stand over all claims."""

    counts: tuple[Count, ...]
    """How many claims have which mark."""

    issues: tuple[IssueLine, ...]
    """The issues in the corpus's order."""

    agreed_most: tuple[Most, ...]
    """The issues with the most claims that the accounts agree on, at most `SHOWN_IN_LISTS`."""

    disputed_most: tuple[Most, ...]
    """The issues with the most claims that they dispute, at most `SHOWN_IN_LISTS`."""

    agreed: tuple[Mark, ...]
    """Claims the accounts agree on, the most argued over first; at most `SHOWN_IN_LISTS`."""

    disputed: tuple[Mark, ...]
    """Claims they dispute, the most argued over first; at most `SHOWN_IN_LISTS`."""


def show(corpus: str) -> str:
    """Show one corpus."""
    graph = open_graph(corpus)
    comparison = compare(graph)
    page = CorpusPage(
        frame=Frame(title=t("Overview"), corpus=graph.corpus),
        accounts=badges(graph, comparison.narratives),
        observers=tuple(
            badge(graph, each.id) for each in graph.corpus.narratives if each.role is Role.OBSERVER
        ),
        sentence=wording.summary_sentence(comparison.summary, len(comparison.narratives)),
        counts=counts(comparison.summary),
        issues=_issues(graph, comparison),
        agreed_most=_most(graph, comparison, Group.AGREED),
        disputed_most=_most(graph, comparison, Group.DISPUTED),
        agreed=_most_argued(graph, comparison.rows, Group.AGREED),
        disputed=_most_argued(graph, comparison.rows, Group.DISPUTED),
    )
    return render_template("corpus.html", page=page)


def _issues(graph: ArgumentGraph, comparison: Comparison) -> tuple[IssueLine, ...]:
    marks: dict[str, list[Mark]] = {id: [] for id in graph.issues}
    for row in comparison.rows:
        marks[row.claim.issue].append(mark(row))
    summaries = by_issue(comparison)
    return tuple(
        IssueLine(
            issue=issue,
            strip=tuple(marks[issue.id]),
            sentence=wording.counts_sentence(summaries.get(issue.id)),
        )
        for issue in graph.corpus.issues
    )


def _most(graph: ArgumentGraph, comparison: Comparison, group: Group) -> tuple[Most, ...]:
    """Rank issues by how many claims have a mark; of equal ones the greater part of fewer."""
    found = [
        Most(issue=graph.issue(id), count=summary.groups[group], claims=summary.claims)
        for id, summary in by_issue(comparison).items()
        if summary.groups[group]
    ]
    found.sort(key=lambda each: (-each.count, each.claims))
    return tuple(found[:SHOWN_IN_LISTS])


def _most_argued(
    graph: ArgumentGraph, rows: Iterable[ClaimComparison], group: Group
) -> tuple[Mark, ...]:
    chosen = [row for row in rows if row.group is group]
    chosen.sort(key=lambda row: -len(graph.arguments_on(row.claim.id)))
    return tuple(mark(row) for row in chosen[:SHOWN_IN_LISTS])
