"""Gather what each account brings to a debate: its best case and objections that it must answer.

Objections with more documents behind them come first, which says how much was found and not how
good they are. What is an answer on one account's sheet is kept off every other, though it may be
an objection to that one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from argmap.core.case import documents_behind
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Claim, Relation, StanceKind
from argmap.core.replies import Objection, ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A point of an account's case.

    `claim` is what it speaks to. `argument` is the step that it takes there, None where its
    stance on the claim is the point itself. `documents` are those that it puts forward for it.
    """

    claim: Claim
    argument: Argument | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What one account brings to a debate, and the objections that it must answer."""

    account: str
    reasons: tuple[Reason, ...]
    objections: tuple[Objection, ...]


def case_on_issue(graph: ArgumentGraph, account: str, issue: str, most: int) -> tuple[Reason, ...]:
    """Choose the claims of an issue that an account would rest its case on, or deny.

    First those that the editors name as its strongest, then those for which it puts most
    documents forward, then by the corpus's order.
    """
    strongest = graph.narrative(account).strongest
    found = [
        Reason(claim=claim, argument=None, documents=_put_forward(graph, account, claim))
        for claim in graph.claims_of(issue)
        if _kind(graph, account, claim) in (StanceKind.ASSERTS, StanceKind.DENIES)
    ]
    found.sort(key=lambda each: (each.claim.id not in strongest, -len(each.documents)))
    return tuple(found[:most])


def case_on_claim(graph: ArgumentGraph, account: str, claim: str, most: int) -> tuple[Reason, ...]:
    """Choose an account's own arguments on a claim, those with most documents behind first."""
    found = [
        Reason(
            claim=graph.claim(claim),
            argument=argument,
            documents=tuple(id for id in argument.premises if id in graph.evidence),
        )
        for argument in graph.arguments_on(claim)
        if account in argument.by
    ]
    found.sort(key=lambda each: -len(each.documents))
    return tuple(found[:most])


def briefs(
    graph: ArgumentGraph,
    cases: Mapping[str, tuple[Reason, ...]],
    claims: Iterable[str],
    most: int,
    seed: int,
) -> tuple[Brief, ...]:
    """Add to each account's case the objections that it must answer.

    Args:
        graph: The corpus.
        cases: The case of each account of the debate, in their order.
        claims: Ids of the claims that the debate is about.
        most: How many objections each account is given at most.
        seed: Decides which, among those with most documents behind them.
    """
    wanted = tuple(claims)
    shown = {reason.argument.id for case in cases.values() for reason in case if reason.argument}
    answers: set[str] = set()
    found = []
    for account, case in cases.items():
        voices = _voices(graph, cases) - {account}
        faced = [
            each
            for each in ledger(graph, account, claims=wanted).objections
            if not voices.isdisjoint(each.argument.by)
            and each.argument.id not in answers
            and each.argument.id not in shown
            and (shown.isdisjoint(reply.id for reply in each.replies))
        ]
        chosen = _chosen(graph, faced, most, seed)
        shown |= {each.argument.id for each in chosen}
        answers |= {reply.id for each in chosen for reply in each.replies}
        found.append(Brief(account=account, reasons=case, objections=chosen))
    return tuple(found)


def _voices(graph: ArgumentGraph, accounts: Iterable[str]) -> set[str]:
    """Collect the accounts of the debate and all observers."""
    silent = {each.id for each in graph.accounts} - set(accounts)
    return set(graph.narratives) - silent


def _chosen(
    graph: ArgumentGraph, faced: list[Objection], most: int, seed: int
) -> tuple[Objection, ...]:
    behind = MappingProxyType(
        {each.argument.id: len(documents_behind(graph, each.argument)) for each in faced}
    )
    ranked = sorted(faced, key=lambda each: (-behind[each.argument.id], each.argument.id))
    first = ranked[: 2 * most]
    ids = [each.argument.id for each in first]
    taken = set(Random(seed).sample(sorted(ids), min(most, len(ids))))
    return tuple(each for each in first if each.argument.id in taken)


def _kind(graph: ArgumentGraph, account: str, claim: Claim) -> StanceKind | None:
    stance = graph.stance(account, claim.id)
    return stance.stance if stance else None


def _put_forward(graph: ArgumentGraph, account: str, claim: Claim) -> tuple[str, ...]:
    """List the evidence that an account puts forward for a claim that it asserts, or against."""
    denies = _kind(graph, account, claim) is StanceKind.DENIES
    wanted = Relation.REBUT if denies else Relation.SUPPORT
    premises = (
        premise
        for argument in graph.arguments_on(claim.id)
        if account in argument.by and argument.relation is wanted
        for premise in argument.premises
    )
    return tuple(id for id in dict.fromkeys(premises) if id in graph.evidence)
