"""Put a claim or an issue in an order that can be told step by step.

First the question and what the accounts answer, then each claim, a reason, what was answered,
and at the end where the accounts agree and part. What is told of each account depends on what it
brings and never on its name or place: swapped accounts give the same steps, in swapped order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from argmap.core.case import documents_behind
from argmap.core.comparison import ClaimComparison, Group, compare
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Claim, Relation, Role, StanceKind
from argmap.core.replies import replies_to

DEFAULT_POINTS = 3
MAX_POINTS = 12
MAX_STEPS = 240
"""More than anybody tells; it bounds what a corpus with very many accounts can ask for."""


class Length(StrEnum):
    """How long a lesson is: a quarter of an hour, or a whole one."""

    SHORT = "short"
    FULL = "full"


class StepKind(StrEnum):
    """What a step tells."""

    QUESTION = "question"
    ACCOUNTS = "accounts"
    CLAIM = "claim"
    REASON = "reason"
    REPLY = "reply"
    OVERVIEW = "overview"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that is told at a time.

    `claim` is the claim that is spoken of, empty outside of all. `chain` are the arguments from
    the claim down: the last is told now, those before it were told already. `documents` is the
    evidence that is quoted with it.
    """

    kind: StepKind
    claim: str = ""
    chain: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """The steps in their order, about a claim, or about an issue where `claim` is empty.

    `claims` are those told, in the corpus's order; `compared` those that the overview lists.
    `sources` are the works of all that is quoted, in the order in which they come up.
    """

    issue: str
    claim: str
    narratives: tuple[str, ...]
    length: Length
    claims: tuple[str, ...]
    compared: tuple[str, ...]
    steps: tuple[Step, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much is told of each claim: reasons of each account, and replies to each reason."""

    reasons: int
    replies: int


_ISSUE = {Length.SHORT: _Measure(1, 1), Length.FULL: _Measure(2, 2)}
_CLAIM = {Length.SHORT: _Measure(2, 1), Length.FULL: _Measure(4, 2)}


def of_issue(
    graph: ArgumentGraph,
    issue: str,
    *,
    narratives: Iterable[str] | None = None,
    length: Length = Length.SHORT,
    points: int = DEFAULT_POINTS,
) -> Lesson:
    """Choose the steps that tell an issue.

    Args:
        graph: The corpus.
        issue: The issue's id.
        narratives: Accounts, in the order in which they are heard; None for all.
        length: How much is told of each claim. In full the overview lists every claim.
        points: How many claims are told at most, taken in turn from what each account asserts
            and from what all accept.

    Raises:
        UnknownName: The issue or an account is not in the corpus.
    """
    compared = compare(graph, narratives, issue=graph.issue(issue).id)
    claims = _chosen(graph, compared.rows, compared.narratives, min(points, MAX_POINTS))
    is_answered = any(
        answer.narrative in compared.narratives for answer in graph.issue(issue).accounts
    )
    opening = (StepKind.QUESTION, StepKind.ACCOUNTS) if is_answered else (StepKind.QUESTION,)
    everything = [row.claim for row in compared.rows]
    return _lesson(
        graph, issue, "", compared.narratives, length, _ISSUE[length], claims,
        everything if length is Length.FULL else claims, opening,
    )  # fmt: skip


def of_claim(
    graph: ArgumentGraph,
    claim: str,
    *,
    narratives: Iterable[str] | None = None,
    length: Length = Length.SHORT,
) -> Lesson:
    """Choose the steps that tell one claim; see `of_issue`.

    Raises:
        UnknownName: The claim or an account is not in the corpus.
    """
    chosen = graph.claim(claim)
    accounts = graph.choose_accounts(narratives)
    return _lesson(
        graph, chosen.issue, claim, accounts, length, _CLAIM[length], [chosen], [chosen],
        (StepKind.QUESTION,),
    )  # fmt: skip


def _lesson(
    graph: ArgumentGraph,
    issue: str,
    claim: str,
    accounts: tuple[str, ...],
    length: Length,
    measure: _Measure,
    claims: list[Claim],
    compared: list[Claim],
    opening: tuple[StepKind, ...],
) -> Lesson:
    told = [step for each in claims for step in _told(graph, each, accounts, measure)]
    told = told[:MAX_STEPS]
    cited = [
        citation.source
        for step in told
        for document in step.documents
        for citation in graph.item(document).citations
    ]
    closing = [StepKind.OVERVIEW] if compared else []
    closing += [StepKind.SOURCES] if cited else []
    return Lesson(
        issue=issue,
        claim=claim,
        narratives=accounts,
        length=length,
        claims=tuple(each.id for each in claims),
        compared=tuple(each.id for each in compared),
        steps=(
            *(Step(kind=kind) for kind in opening),
            *told,
            *(Step(kind=kind) for kind in closing),
        ),
        sources=tuple(dict.fromkeys(cited)),
    )


def _chosen(
    graph: ArgumentGraph,
    rows: tuple[ClaimComparison, ...],
    accounts: tuple[str, ...],
    points: int,
) -> list[Claim]:
    """Take claims by turns: one that each account asserts, one that all accept, and so on.

    Each turn is taken whole or not at all, all its claims at once, so that no account comes
    first; what room is left goes to the claims most argued about.
    """
    ranked = sorted(rows, key=lambda row: _argued_about(graph, row, accounts))
    queues: list[list[list[str]]] = [
        [
            [
                row.claim.id
                for row in ranked
                if row.stances[place] is StanceKind.ASSERTS and row.group is not Group.AGREED
            ]
            for place in range(len(accounts))
        ],
        [[row.claim.id for row in ranked if row.group is Group.AGREED]],
    ]
    taken: dict[str, None] = {}
    for turn in range(2 * points):
        heads = [
            next((id for id in queue if id not in taken), "")
            for queue in queues[turn % len(queues)]
        ]
        fresh = dict.fromkeys(id for id in heads if id)
        if len(taken) + len(fresh) <= points:
            taken |= fresh
    for row in ranked:
        if len(taken) < points:
            taken.setdefault(row.claim.id)
    return [row.claim for row in rows if row.claim.id in taken]


def _argued_about(
    graph: ArgumentGraph, row: ClaimComparison, accounts: tuple[str, ...]
) -> tuple[int, int]:
    """Rank a claim, lowest first: all accounts argue about it, then much is argued about it."""
    arguments = graph.arguments_on(row.claim.id)
    counts = [sum(account in argument.by for argument in arguments) for account in accounts]
    return -min(counts, default=0), -len(arguments)


def _told(
    graph: ArgumentGraph, claim: Claim, accounts: tuple[str, ...], measure: _Measure
) -> Iterator[Step]:
    yield Step(kind=StepKind.CLAIM, claim=claim.id)
    told: set[str] = set()
    for reason in _reasons(graph, claim, accounts, measure.reasons):
        chain: tuple[str, ...] = ()
        step: Argument | None = reason
        while step is not None and step.id not in chain and len(chain) <= measure.replies:
            chain = (*chain, step.id)
            if step.id not in told:
                told.add(step.id)
                kind = StepKind.REPLY if len(chain) > 1 else StepKind.REASON
                documents = _quoted(graph, step)
                yield Step(kind=kind, claim=claim.id, chain=chain, documents=documents)
            step = _reply(graph, step, accounts)


def _reasons(
    graph: ArgumentGraph, claim: Claim, accounts: tuple[str, ...], most: int
) -> tuple[Argument, ...]:
    """Take the first reasons of each account; those who accept the claim are heard first."""
    heard = sorted(accounts, key=lambda account: _HEARD[_held(graph, account, claim)])
    found: dict[str, Argument] = {}
    for account in heard:
        own = [each for each in graph.arguments_on(claim.id) if account in each.by]
        usual = _USUAL[_held(graph, account, claim)]
        own.sort(key=lambda each: (each.relation is not usual, -_weight(graph, each)))
        found |= {each.id: each for each in own[:most]}
    return tuple(found.values())


def _held(graph: ArgumentGraph, account: str, claim: Claim) -> StanceKind | None:
    stance = graph.stance(account, claim.id)
    return stance.stance if stance else None


_HEARD = {
    StanceKind.ASSERTS: 0, StanceKind.CONCEDES: 0, StanceKind.QUALIFIES: 1, None: 2,
    StanceKind.DENIES: 3,
}  # fmt: skip
_USUAL = {
    StanceKind.ASSERTS: Relation.SUPPORT,
    StanceKind.CONCEDES: Relation.SUPPORT,
    StanceKind.QUALIFIES: Relation.QUALIFY,
    StanceKind.DENIES: Relation.REBUT,
    None: Relation.SUPPORT,
}


def _reply(graph: ArgumentGraph, argument: Argument, accounts: tuple[str, ...]) -> Argument | None:
    """Find what others reply: an account before an observer, then who brings most documents."""
    observers = {each.id for each in graph.corpus.narratives if each.role is Role.OBSERVER}
    voices = {*accounts, *observers}
    replies = [
        each
        for each in replies_to(graph, argument)
        if set(each.by).isdisjoint(argument.by) and not voices.isdisjoint(each.by)
    ]
    return min(
        replies,
        key=lambda each: (observers.issuperset(each.by), -_weight(graph, each)),
        default=None,
    )


def _weight(graph: ArgumentGraph, argument: Argument) -> int:
    return len(documents_behind(graph, argument))


def _quoted(graph: ArgumentGraph, argument: Argument) -> tuple[str, ...]:
    """List the evidence of a step; for a claim in it, the first that its makers put forward."""
    found: dict[str, None] = {}
    for premise in argument.premises:
        if premise in graph.evidence:
            found.setdefault(premise)
            continue
        supports = (
            each
            for each in graph.arguments_on(premise)
            if each.relation is Relation.SUPPORT and not set(each.by).isdisjoint(argument.by)
        )
        behind = (id for each in supports for id in each.premises if id in graph.evidence)
        first = next(behind, None)
        if first is not None:
            found.setdefault(first)
    return tuple(found)
