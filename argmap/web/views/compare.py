"""Put accounts side by side: filtered, counted, and the other way round at a click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import render_template, request, url_for

from argmap.core import wording
from argmap.core.citing import SideBySide
from argmap.core.comparison import Comparison, Group, by_issue, by_period, compare, opposite_ends
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Issue
from argmap.core.replies import Ledger, ledger
from argmap.errors import InvalidInput
from argmap.web import query
from argmap.web.badges import Badge, Count, badge, badges, counts
from argmap.web.cards import card
from argmap.web.frame import Frame
from argmap.web.passages import MOST_OBJECTIONS, Step, UsedEvidence, step
from argmap.web.query import Stretch
from argmap.web.serving import open_graph
from argmap.web.sidebyside import Row, side_by_side


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One of the five marks, which is also the filter for it."""

    count: Count
    """The mark and the number of claims that have it."""

    address: str
    """The page with this filter turned the other way."""

    is_on: bool
    """Whether claims with this mark are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """The counts of one issue or period."""

    name: str
    """The issue's title, or the period in words."""

    address: str
    """The page for it alone."""

    counts: tuple[Count, ...]
    """The number of claims for each mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesOf:
    """What one account left without a reply."""

    badge: Badge
    """The account."""

    sentence: str
    """The counts, as a sentence."""

    unanswered: tuple[Step, ...]
    """The objections without a reply, as many as are shown."""

    more: int
    """How many of them are not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A setting of the form and whether it is the present one."""

    id: str
    """Its value in the address."""

    name: str
    """Its name on the page."""

    is_on: bool
    """Whether it is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """The page that puts accounts side by side."""

    frame: Frame
    """Title and corpus."""

    accounts: tuple[Badge, ...]
    """The accounts compared, in the order of the columns."""

    choices: tuple[Choice, ...]
    """All accounts of the corpus, for the form: those compared first, in their order."""

    issues: tuple[Choice, ...]
    """All issues, for the form."""

    issue: Issue | None
    """The issue compared alone; None for all."""

    is_dated: bool
    """Whether any claim of the corpus has a period, so that a time can be chosen."""

    start: str
    """The beginning of the time asked for, as it was typed."""

    end: str
    """The end of the time asked for, as it was typed."""

    sentence: str
    """Where the accounts stand on all claims chosen, before the filter by mark."""

    legend: tuple[LegendEntry, ...]
    """The five marks, as filters."""

    verdict: str
    """The marks filtered by, as the address has them; empty for all."""

    swap: str
    """The page with the accounts in the opposite order."""

    rows: Stretch[Row]
    """The claims, in the corpus's order."""

    others: tuple[str, ...]
    """The addresses of all stretches of the list, this one included."""

    by_issue: tuple[RollUp, ...]
    """The counts for each issue; empty if one alone is shown."""

    by_period: tuple[RollUp, ...]
    """The counts for each period, claims without one left out."""

    opposite: tuple[UsedEvidence, ...]
    """Evidence that the accounts use for opposite ends, with the uses that clash."""

    replies: tuple[RepliesOf, ...]
    """How each account meets the objections that bear on these claims."""


def show(corpus: str) -> str:
    """Show accounts side by side, as the address asks."""
    graph = open_graph(corpus)
    accounts, issue, groups = _accounts(graph), query.issue(graph), query.groups()
    comparison = compare(graph, accounts, issue=issue or None, period=query.period())
    shown = query.stretch([row for row in comparison.rows if not groups or row.group in groups])
    page = ComparePage(
        frame=_frame(graph, accounts, issue),
        accounts=badges(graph, accounts),
        choices=_choices(graph, accounts),
        issues=_issues(graph, issue),
        issue=graph.issue(issue) if issue else None,
        is_dated=any(claim.period for claim in graph.corpus.claims),
        start=query.text("from"),
        end=query.text("to"),
        sentence=wording.summary_sentence(comparison.summary, len(accounts)),
        legend=_legend(comparison, groups),
        verdict=query.joined(groups),
        swap=_here(narratives=query.joined(reversed(accounts))),
        rows=shown.holding(side_by_side(graph, comparison, shown.items)),
        others=tuple(_here(page=str(number)) for number in range(1, shown.count + 1)),
        by_issue=() if issue else _by_issue(graph, comparison),
        by_period=_by_period(comparison),
        opposite=_opposite(graph, comparison, issue),
        replies=tuple(_replies(graph, each, comparison) for each in accounts),
    )
    return render_template("compare.html", page=page)


def _frame(graph: ArgumentGraph, accounts: tuple[str, ...], issue: str) -> Frame:
    shown = SideBySide(narratives=accounts, issue=issue)
    here = _here(narratives=query.joined(accounts))
    return Frame(title="Side by side", corpus=graph.corpus, card=card(graph, shown, here))


def _accounts(graph: ArgumentGraph) -> tuple[str, ...]:
    chosen = query.narratives(graph)
    if len(chosen) < 2 <= len(graph.accounts):
        known = ", ".join(account.id for account in graph.accounts)
        raise InvalidInput(f"narratives has one account; choose two or more of: {known}.")
    return chosen


def _here(**changed: str) -> str:
    """Give the address of this page with some settings changed; an empty one is left out."""
    names = ("narratives", "issue", "verdict", "from", "to")
    options = {name: query.joined(query.values(name)) for name in names} | changed
    kept: dict[str, Any] = {name: value for name, value in options.items() if value}
    return url_for("compare", **(request.view_args or {}), **kept)


def _choices(graph: ArgumentGraph, accounts: tuple[str, ...]) -> tuple[Choice, ...]:
    rest = tuple(id for id in graph.choose_accounts() if id not in accounts)
    return tuple(
        Choice(id=each.id, name=each.name, is_on=each.id in accounts)
        for each in badges(graph, (*accounts, *rest))
    )


def _issues(graph: ArgumentGraph, chosen: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=each.id, name=each.title, is_on=each.id == chosen) for each in graph.corpus.issues
    )


def _legend(comparison: Comparison, groups: tuple[Group, ...]) -> tuple[LegendEntry, ...]:
    return tuple(
        LegendEntry(
            count=count,
            address=_here(verdict=_turned(count.group, groups)),
            is_on=count.group in groups,
        )
        for count in counts(comparison.summary)
    )


def _turned(group: Group, groups: tuple[Group, ...]) -> str:
    if group in groups:
        return query.joined(each for each in groups if each != group)
    return query.joined(each for each in Group if each in (*groups, group))


def _by_issue(graph: ArgumentGraph, comparison: Comparison) -> tuple[RollUp, ...]:
    return tuple(
        RollUp(name=graph.issue(id).title, address=_here(issue=id), counts=counts(summary))
        for id, summary in by_issue(comparison).items()
    )


def _by_period(comparison: Comparison) -> tuple[RollUp, ...]:
    return tuple(
        RollUp(
            name=period.in_words,
            address=_here(**{"from": str(period.start), "to": str(period.end)}),
            counts=counts(summary),
        )
        for period, summary in by_period(comparison).items()
        if period is not None
    )


def _opposite(graph: ArgumentGraph, comparison: Comparison, issue: str) -> tuple[UsedEvidence, ...]:
    claims = {row.claim.id for row in comparison.rows}
    found = opposite_ends(graph, comparison.narratives, issue=issue or None)
    return tuple(
        UsedEvidence.of(
            graph,
            each.evidence,
            [graph.argument(id) for id in dict.fromkeys(use.argument for use in each.uses)],
        )
        for each in found
        if any(use.claim in claims for use in each.uses)
    )


def _replies(graph: ArgumentGraph, account: str, comparison: Comparison) -> RepliesOf:
    kept: Ledger = ledger(graph, account, claims=[row.claim.id for row in comparison.rows])
    unanswered = kept.unanswered
    return RepliesOf(
        badge=badge(graph, account),
        sentence=wording.ledger_sentence(graph, kept),
        unanswered=tuple(step(graph, each.argument) for each in unanswered[:MOST_OBJECTIONS]),
        more=len(unanswered[MOST_OBJECTIONS:]),
    )
