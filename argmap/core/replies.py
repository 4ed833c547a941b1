"""Keep the ledger of each account: which objections it met with what reply.

Source: an arguer owes replies to known objections, the "dialectical tier" of R. H. Johnson,
Manifest Rationality (2000). That a reply exists does not say that it is a good one, and a
missing reply only says that none was found in the sources loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Relation, StanceKind

ATTACKS = (Relation.REBUT, Relation.UNDERCUT)


class ReplyLevel(StrEnum):
    """How an account met an objection; the first that fits."""

    ANSWERED = "answered"
    COUNTERED = "countered"
    DISMISSED = "dismissed"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """An argument against what an account holds, and the account's own replies to it."""

    argument: Argument
    level: ReplyLevel
    replies: tuple[Argument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Every objection an account faces, in the corpus's order."""

    narrative: str
    objections: tuple[Objection, ...]

    @property
    def counts(self) -> Mapping[ReplyLevel, int]:
        """How many objections got which reply; zeros included."""
        levels = [objection.level for objection in self.objections]
        return MappingProxyType({level: levels.count(level) for level in ReplyLevel})

    @property
    def unanswered(self) -> tuple[Objection, ...]:
        """The objections to which no reply was found."""
        return tuple(o for o in self.objections if o.level is ReplyLevel.UNANSWERED)


def ledger(graph: ArgumentGraph, narrative: str, *, claims: Iterable[str] | None = None) -> Ledger:
    """List what is argued against an account and how it replies.

    Objections are arguments the account does not use itself that rebut a claim or evidence it
    relies on, undercut a step it takes, or support a claim it denies. Qualifications limit a
    claim and do not attack it; they are not counted.

    Args:
        graph: The corpus; whoever raised an objection, an observer included, it counts.
        narrative: An account's id.
        claims: Only objections that finally bear on one of these claims; None for all.

    Raises:
        UnknownName: The narrative is not an account of the corpus.
    """
    (account,) = graph.choose_accounts([narrative])
    wanted = None if claims is None else set(claims)
    relied_on = _relied_on(graph, account)
    # Shared: all supports of a claim denied have the same counters.
    counters: dict[str, tuple[Argument, ...]] = {}
    return Ledger(
        narrative=account,
        objections=tuple(
            _objection(graph, account, argument, counters)
            for argument in graph.corpus.arguments
            if _opposes(graph, account, argument, relied_on)
            and (wanted is None or _bears_on(graph, argument, wanted))
        ),
    )


def replies_to(graph: ArgumentGraph, argument: Argument) -> tuple[Argument, ...]:
    """List every attack on an argument's step or premises, whoever made it.

    First the undercuts of the step, then the attacks on each premise, each in corpus order.
    """
    on_step = graph.arguments_on(argument.id)
    on_premises = (a for premise in argument.premises for a in graph.arguments_on(premise))
    return tuple(a for a in (*on_step, *on_premises) if a.relation in ATTACKS)


def _relied_on(graph: ArgumentGraph, account: str) -> frozenset[str]:
    used = (a for a in graph.corpus.arguments if account in a.by)
    evidence = {id for a in used for id in a.premises if id in graph.evidence}
    held = {
        stance.claim
        for stance in graph.corpus.stances
        if stance.narrative == account and stance.stance is not StanceKind.DENIES
    }
    return frozenset(evidence | held)


def _opposes(
    graph: ArgumentGraph, account: str, argument: Argument, relied_on: frozenset[str]
) -> bool:
    if account in argument.by:
        return False
    if argument.relation is Relation.REBUT:
        return argument.target in relied_on
    if argument.relation is Relation.UNDERCUT:
        return account in graph.argument(argument.target).by
    return argument.relation is Relation.SUPPORT and _denies(graph, account, argument.target)


def _bears_on(graph: ArgumentGraph, argument: Argument, claims: set[str]) -> bool:
    """Tell whether an argument ends at one of the claims, if need be through evidence on it."""
    claim = graph.target_claim(argument)
    if claim is not None:
        return claim.id in claims
    uses = (graph.target_claim(use) for use in graph.arguments_from(argument.target))
    return any(use is not None and use.id in claims for use in uses)


def _objection(
    graph: ArgumentGraph,
    account: str,
    argument: Argument,
    counters: dict[str, tuple[Argument, ...]],
) -> Objection:
    direct = tuple(a for a in replies_to(graph, argument) if account in a.by)
    if direct:
        return Objection(argument=argument, level=ReplyLevel.ANSWERED, replies=direct)
    counter: tuple[Argument, ...] = ()
    if argument.relation is Relation.SUPPORT:
        if argument.target not in counters:
            counters[argument.target] = _counters(graph, account, argument.target)
        counter = counters[argument.target]
    if counter or _concedes_and_qualifies(graph, account, argument):
        return Objection(argument=argument, level=ReplyLevel.COUNTERED, replies=counter)
    dismissed = any(_denies(graph, account, premise) for premise in argument.premises)
    level = ReplyLevel.DISMISSED if dismissed else ReplyLevel.UNANSWERED
    return Objection(argument=argument, level=level, replies=())


def _counters(graph: ArgumentGraph, account: str, claim: str) -> tuple[Argument, ...]:
    if not _denies(graph, account, claim):
        return ()
    return tuple(
        other
        for other in graph.arguments_on(claim)
        if other.relation in ATTACKS and account in other.by
    )


def _concedes_and_qualifies(graph: ArgumentGraph, account: str, argument: Argument) -> bool:
    target = graph.stance(account, argument.target)
    concedes = any(
        stance is not None and stance.stance is StanceKind.CONCEDES
        for stance in (graph.stance(account, premise) for premise in argument.premises)
    )
    return concedes and target is not None and target.stance is StanceKind.QUALIFIES


def _denies(graph: ArgumentGraph, account: str, claim: str) -> bool:
    stance = graph.stance(account, claim)
    return stance is not None and stance.stance is StanceKind.DENIES
