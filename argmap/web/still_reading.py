"""Lay a corpus out as one document to be read from beginning to end, without any script."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.core import wording
from argmap.core.comparison import Comparison, compare
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Claim, Issue
from argmap.web.badges import Badge, Mark, Position, badge, badges, mark, position
from argmap.web.passages import UsedEvidence, used_evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadClaim:
    """A claim with who holds what and the documents that bear on it directly."""

    claim: Claim
    """The claim."""

    mark: Mark
    """Where the accounts stand."""

    sentence: str
    """The same as a sentence."""

    positions: tuple[Position, ...]
    """What each account holds."""

    evidence: tuple[UsedEvidence, ...]
    """The documents used for or against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadIssue:
    """An issue with the accounts' answers and its claims."""

    issue: Issue
    """The issue."""

    answers: tuple[tuple[Badge, str], ...]
    """Each account's answer in a paragraph."""

    sentence: str
    """Where the accounts stand, summed up."""

    claims: tuple[ReadClaim, ...]
    """Its claims, in the corpus's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The whole document."""

    title: str
    """What it is about."""

    accounts: tuple[Badge, ...]
    """The accounts and other voices."""

    issues: tuple[ReadIssue, ...]
    """The issues it holds."""


def reading(graph: ArgumentGraph, issue: str = "") -> Reading:
    """Lay out the whole corpus, or one issue of it."""
    chosen = [graph.issue(issue)] if issue else graph.corpus.issues
    return Reading(
        title=graph.issue(issue).question if issue else graph.corpus.title,
        accounts=badges(graph, tuple(each.id for each in graph.corpus.narratives)),
        issues=tuple(_issue(graph, each) for each in chosen),
    )


def _issue(graph: ArgumentGraph, issue: Issue) -> ReadIssue:
    comparison = compare(graph, issue=issue.id)
    return ReadIssue(
        issue=issue,
        answers=tuple((badge(graph, each.narrative), each.text) for each in issue.accounts),
        sentence=wording.summary_sentence(comparison.summary, len(comparison.narratives)),
        claims=tuple(_claim(graph, comparison, each) for each in graph.claims_of(issue.id)),
    )


def _claim(graph: ArgumentGraph, comparison: Comparison, claim: Claim) -> ReadClaim:
    row = comparison.row(claim.id)
    return ReadClaim(
        claim=claim,
        mark=mark(row),
        sentence=wording.verdict_sentence(graph, comparison, row),
        positions=tuple(position(graph, each.id, claim.id) for each in graph.accounts),
        evidence=used_evidence(graph, graph.arguments_on(claim.id)),
    )
