"""Count what each account brings to each issue, so that an uneven corpus shows.

Counts say how much of an account was found and written down, and nothing about how good it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, SourceKind
from argmap.core.replies import ReplyLevel, ledger

PRIMARY_KINDS = frozenset(SourceKind) - {
    SourceKind.JOURNALISM,
    SourceKind.SCHOLARSHIP,
    SourceKind.TEXTBOOK,
    SourceKind.OTHER,
}
"""Kinds of source that come from those who took part, or from the time itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one account brings to one issue, or to the whole corpus.

    `claims` are those it takes a stance on. `evidence` and `arguments` are those it puts forward
    itself and that finally bear on a claim of the issue; `primary_sources` are works of
    `PRIMARY_KINDS` behind that evidence. `replies` counts the objections it faces by how it met
    them. `depth` is how far down it replies: 1 for an argument on a claim, 2 for one on such an
    argument or on its evidence, and so on; 0 where it argues nothing.
    """

    narrative: str
    claims: int
    evidence: int
    primary_sources: int
    arguments: int
    replies: Mapping[ReplyLevel, int]
    depth: int

    @property
    def objections(self) -> int:
        """How many objections it faces."""
        return sum(self.replies.values())

    @property
    def unanswered(self) -> int:
        """To how many of them no reply was found."""
        return self.replies[ReplyLevel.UNANSWERED]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueBalance:
    """The shares of all accounts in one issue, in the corpus's order."""

    issue: str
    claims: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The shares in every issue, in the corpus's order, and in the corpus as a whole."""

    issues: tuple[IssueBalance, ...]
    whole: tuple[Share, ...]


def balance(graph: ArgumentGraph) -> Balance:
    """Count every account's share in every issue.

    Evidence that an account uses in two issues counts in each, and once in the whole.

    Cost: O(issues x accounts x arguments).
    """
    landed = _by_issue(graph)
    depths = {issue: _depths(graph, issue) for issue in graph.issues}
    issues = []
    for issue in graph.issues:
        ids = [claim.id for claim in graph.claims_of(issue)]
        shares = tuple(
            _share(graph, account.id, ids, landed.get(issue, ()), depths[issue])
            for account in graph.accounts
        )
        issues.append(IssueBalance(issue=issue, claims=len(ids), shares=shares))
    every = tuple(graph.claims)
    deepest = {
        account.id: max((depths[issue].get(account.id, 0) for issue in depths), default=0)
        for account in graph.accounts
    }
    whole = tuple(
        _share(graph, account.id, every, graph.corpus.arguments, deepest)
        for account in graph.accounts
    )
    return Balance(issues=tuple(issues), whole=whole)


def claims_under(graph: ArgumentGraph, argument: Argument) -> tuple[str, ...]:
    """List the claims that an argument finally bears on.

    One, as a rule; an argument about a piece of evidence bears on every claim for or against
    which that evidence is used.
    """
    claim = graph.target_claim(argument)
    if claim is not None:
        return (claim.id,)
    uses = map(graph.target_claim, graph.arguments_from(graph.end_of(argument)))
    return tuple(dict.fromkeys(claim.id for claim in uses if claim is not None))


def evidence_of(
    graph: ArgumentGraph, account: str, arguments: Iterable[Argument]
) -> frozenset[str]:
    """Collect the evidence that an account puts forward in some arguments."""
    return frozenset(
        premise
        for argument in arguments
        if account in argument.by
        for premise in argument.premises
        if premise in graph.evidence
    )


def _by_issue(graph: ArgumentGraph) -> Mapping[str, tuple[Argument, ...]]:
    landed: dict[str, dict[str, Argument]] = {}
    for argument in graph.corpus.arguments:
        for claim in claims_under(graph, argument):
            landed.setdefault(graph.claims[claim].issue, {})[argument.id] = argument
    return MappingProxyType({issue: tuple(found.values()) for issue, found in landed.items()})


def _share(
    graph: ArgumentGraph,
    account: str,
    claims: Iterable[str],
    arguments: Iterable[Argument],
    depths: Mapping[str, int],
) -> Share:
    claims, arguments = tuple(claims), tuple(arguments)
    evidence = evidence_of(graph, account, arguments)
    sources = {citation.source for id in evidence for citation in graph.evidence[id].citations}
    return Share(
        narrative=account,
        claims=sum(graph.stance(account, claim) is not None for claim in claims),
        evidence=len(evidence),
        primary_sources=sum(graph.sources[id].kind in PRIMARY_KINDS for id in sources),
        arguments=sum(account in argument.by for argument in arguments),
        replies=ledger(graph, account, claims=claims).counts,
        depth=depths.get(account, 0),
    )


def _depths(graph: ArgumentGraph, issue: str) -> Mapping[str, int]:
    """Tell how far down each narrative argues under the claims of an issue."""
    waiting = deque((claim.id, 1) for claim in graph.claims_of(issue))
    seen = {id for id, _ in waiting}
    depths: dict[str, int] = {}
    while waiting:
        target, level = waiting.popleft()
        for argument in graph.arguments_on(target):
            for narrative in argument.by:
                depths[narrative] = max(level, depths.get(narrative, 0))
            below = (argument.id, *(id for id in argument.premises if id in graph.evidence))
            waiting.extend((id, level + 1) for id in below if id not in seen)
            seen.update(below)
    return depths
