"""Find the records that an order asks for, closed under what they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Claim, Event, Evidence, Issue, Narrative, Role, Source
from argmap.core.selection import Branch, Point, claim_tree
from argmap.writers.format import Order, Scope

_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The records of one export, each tuple in the corpus's order.

    Whatever an argument names is among them, and so is the source of every piece of evidence.
    `accounts` are the ids compared, in the order asked for; `narratives` has the observers too.
    """

    accounts: tuple[str, ...]
    narratives: tuple[Narrative, ...]
    issues: tuple[Issue, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    arguments: tuple[Argument, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...]


def part(order: Order) -> Part:
    """Collect what an order asks for.

    A claim brings its argument tree to the depth ordered. An issue brings its claims, every
    argument of the chosen accounts and of observers that bears on them or on what is said
    about them, and the premises of those. The corpus brings everything, but of the arguments
    only those of the chosen accounts and of observers.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    graph = order.graph
    accounts = graph.choose_accounts(order.narratives)
    ids = _wanted(order, accounts)
    claims = _chosen(graph.claims, ids)
    ids |= {finding for claim in claims for finding in claim.findings}
    evidence = _chosen(graph.evidence, ids)
    issues = {claim.issue for claim in claims}
    events = _events(order)
    cited = {citation.source for item in evidence for citation in item.citations}
    cited |= {source for event in events for source in event.sources}
    everything = order.scope is Scope.CORPUS
    return Part(
        accounts=accounts,
        narratives=tuple(graph.narrative(id) for id in (*accounts, *_observers(graph))),
        issues=graph.corpus.issues if everything else _chosen(graph.issues, issues),
        events=events,
        claims=claims,
        arguments=_chosen(graph.arguments, ids),
        evidence=evidence,
        sources=graph.corpus.sources if everything else _chosen(graph.sources, cited),
    )


def _wanted(order: Order, accounts: tuple[str, ...]) -> set[str]:
    """Collect ids of claims, evidence and arguments; the three share one set of ids."""
    graph = order.graph
    if order.scope is Scope.CLAIM:
        tree = claim_tree(graph, order.claim, depth=order.depth, narratives=accounts)
        return set(_ids_below(tree.root))
    if order.scope is Scope.ISSUE:
        start = {claim.id for claim in graph.claims_of(graph.issue(order.issue).id)}
    else:
        start = {*graph.claims, *graph.evidence}
    voices = {*accounts, *_observers(graph)}
    found, waiting = set(start), list(start)
    while waiting:
        for argument in graph.arguments_on(waiting.pop()):
            if argument.id in found or voices.isdisjoint(argument.by):
                continue
            # Arguments on a premise count where it is evidence; a claim of another issue is
            # named and not argued out.
            documents = [id for id in argument.premises if id in graph.evidence]
            waiting.extend(id for id in (argument.id, *documents) if id not in found)
            found.update((argument.id, *argument.premises))
    return found


def _ids_below(root: Point) -> Iterable[str]:
    waiting: list[Point | Branch] = [root]
    while waiting:
        place = waiting.pop()
        if isinstance(place, Point):
            yield place.id
            waiting.extend(place.branches)
        else:
            yield place.argument.id
            waiting.extend((*place.premises, *place.undercuts))


def _events(order: Order) -> tuple[Event, ...]:
    """Take the events of the issue ordered, or all; a claim has none of its own."""
    if order.scope is Scope.CLAIM:
        return ()
    if order.scope is Scope.ISSUE:
        return order.graph.events_of(order.issue)
    return order.graph.corpus.events


def _observers(graph: ArgumentGraph) -> tuple[str, ...]:
    return tuple(n.id for n in graph.corpus.narratives if n.role is Role.OBSERVER)


def _chosen(records: Mapping[str, _Record], ids: set[str]) -> tuple[_Record, ...]:
    return tuple(record for id, record in records.items() if id in ids)
