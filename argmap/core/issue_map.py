"""Choose the part of a graph to show of an issue: its claims and how they bear on each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Argument, Claim, Relation
from argmap.core.selection import heard
from argmap.errors import TooLarge

MAX_CLAIMS = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCount:
    """How many pieces of evidence one voice uses for a claim, to limit it, and against it."""

    supporting: int = 0
    qualifying: int = 0
    opposing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueMap:
    """The claims of an issue and the arguments between them.

    `arguments` have at least one premise among the claims and bear, directly or through an
    undercut, on one of them. `documents` counts the evidence used directly on each claim, by
    (claim id, narrative id), and holds no zeros.
    """

    issue: str
    narratives: tuple[str, ...]
    claims: tuple[Claim, ...]
    arguments: tuple[Argument, ...]
    documents: Mapping[tuple[str, str], DocumentCount]


def issue_map(
    graph: ArgumentGraph,
    issue_id: str,
    *,
    narratives: Iterable[str] | None = None,
    among: Collection[str] = (),
    max_claims: int = MAX_CLAIMS,
) -> IssueMap:
    """Select the claims of an issue and how they bear on each other.

    Args:
        graph: The corpus.
        issue_id: The issue.
        narratives: The accounts to show, in the order of their lanes; None for all.
        among: The claims to show, those of other issues disregarded; empty for all.
        max_claims: The most claims one drawing is allowed.

    Raises:
        UnknownName: The issue or an account is not in the corpus.
        TooLarge: The issue has more than `max_claims` claims.
    """
    issue = graph.issue(issue_id)
    chosen = graph.choose_accounts(narratives)
    claims = tuple(claim for claim in graph.claims_of(issue.id) if not among or claim.id in among)
    if len(claims) > max_claims:
        raise TooLarge(
            t(
                "The issue has {count} claims, and one drawing holds at most {most}. The same is "
                "below in words; a single claim can still be drawn.",
                count=len(claims),
                most=max_claims,
            )
        )
    ids = {claim.id for claim in claims}
    voices = heard(graph, chosen)
    between = [
        argument
        for claim in claims
        for argument in graph.arguments_from(claim.id)
        if not voices.isdisjoint(argument.by) and _lands_in(graph, argument, ids)
    ]
    return IssueMap(
        issue=issue.id,
        narratives=chosen,
        claims=claims,
        arguments=tuple(dict.fromkeys(between)),
        documents=MappingProxyType(_documents(graph, claims, voices)),
    )


def _lands_in(graph: ArgumentGraph, argument: Argument, claims: set[str]) -> bool:
    target = graph.target_claim(argument)
    return target is not None and target.id in claims


def _documents(
    graph: ArgumentGraph, claims: Iterable[Claim], voices: frozenset[str]
) -> dict[tuple[str, str], DocumentCount]:
    used: dict[tuple[str, str], dict[Relation, set[str]]] = {}
    for claim in claims:
        for argument in graph.arguments_on(claim.id):
            evidence = {id for id in argument.premises if id in graph.evidence}
            for voice in voices.intersection(argument.by) if evidence else ():
                by_relation = used.setdefault((claim.id, voice), {each: set() for each in Relation})
                by_relation[argument.relation].update(evidence)
    order = list(graph.narratives)
    return {
        key: DocumentCount(
            supporting=len(used[key][Relation.SUPPORT]),
            qualifying=len(used[key][Relation.QUALIFY]),
            opposing=len(used[key][Relation.REBUT]),
        )
        for key in sorted(used, key=lambda key: (key[0], order.index(key[1])))
    }
