"""Find everything that keeps a corpus from holding together.

The checks here need the whole corpus: ids used twice, names that lead nowhere, arguments that
cannot have the target they have. What a single record must look like is the schemas' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Protocol

from argmap.core.model import Corpus, Relation, Role
from argmap.errors import Problem, did_you_mean


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def problems(corpus: Corpus) -> tuple[Problem, ...]:
    """List every error in the way a corpus's records refer to each other.

    Args:
        corpus: Any corpus, however broken.

    Returns:
        Errors in the order of the corpus's lists, then of the records. Each names its record
        as (list, position) and the path inside it; file and line are left for the reader.
        Codes: E101 an id used twice, E102 a name that is not there, E103 a target the relation
        cannot have, E104 two stances of one account on one claim, E105 a step that rests on
        itself, E106 a stance or own wording of an observer, E107 no account at all.
    """
    return tuple(chain(_doubled(corpus), _dangling(corpus), _misdirected(corpus), _stances(corpus)))


def _doubled(corpus: Corpus) -> Iterator[Problem]:
    shared: dict[str, str] = {}
    for kind in ("evidence", "claims", "arguments"):
        yield from _repeats(kind, getattr(corpus, kind), shared)
    for kind in ("narratives", "issues", "events", "sources"):
        yield from _repeats(kind, getattr(corpus, kind), {})


def _repeats(kind: str, records: Iterable[_HasId], seen: dict[str, str]) -> Iterator[Problem]:
    for position, record in enumerate(records):
        if record.id in seen:
            message = f"The id {record.id!r} is used already in {seen[record.id]}."
            yield Problem(code="E101", message=message, record=(kind, position), path=("id",))
        seen.setdefault(record.id, kind)


def _dangling(corpus: Corpus) -> Iterator[Problem]:
    narratives = {record.id for record in corpus.narratives}
    accounts = {record.id for record in corpus.narratives if record.role is Role.ACCOUNT}
    issues = {record.id for record in corpus.issues}
    sources = {record.id for record in corpus.sources}
    evidence = {record.id for record in corpus.evidence}
    claims = {record.id for record in corpus.claims}
    if not accounts:
        message = "The corpus has no narrative with the role of an account: nothing to compare."
        yield Problem(code="E107", message=message)

    for position, issue in enumerate(corpus.issues):
        for account in issue.accounts:
            at = ("issues", position), ("accounts", account.narrative)
            yield from _missing("account", account.narrative, accounts, at)
    for position, event in enumerate(corpus.events):
        if event.issue:
            yield from _missing("issue", event.issue, issues, (("events", position), ("issue",)))
        for name in event.names:
            at = ("events", position), ("names", name.narrative)
            yield from _missing("account", name.narrative, accounts, at)
        for index, source in enumerate(event.sources):
            at2 = ("events", position), ("sources", index)
            yield from _missing("source", source, sources, at2)
    for position, item in enumerate(corpus.evidence):
        for index, citation in enumerate(item.citations):
            at3 = ("evidence", position), ("sources", index)
            yield from _missing("source", citation.source, sources, at3)
    for position, claim in enumerate(corpus.claims):
        yield from _missing("issue", claim.issue, issues, (("claims", position), ("issue",)))
        for index, finding in enumerate(claim.findings):
            at4 = ("claims", position), ("findings", index)
            yield from _missing("piece of evidence", finding, evidence, at4)
    for position, argument in enumerate(corpus.arguments):
        for index, voice in enumerate(argument.by):
            at5 = ("arguments", position), ("by", index)
            yield from _missing("narrative", voice, narratives, at5)
        for index, premise in enumerate(argument.premises):
            at6 = ("arguments", position), ("from", index)
            yield from _missing("claim or evidence", premise, claims | evidence, at6)


def _missing(
    noun: str,
    name: str,
    known: Iterable[str],
    at: tuple[tuple[str, int], tuple[str | int, ...]],
) -> Iterator[Problem]:
    if name not in known:
        message = f"There is no {noun} {name!r}.{did_you_mean(name, known)}"
        yield Problem(code="E102", message=message, record=at[0], path=at[1])


def _misdirected(corpus: Corpus) -> Iterator[Problem]:
    kinds = {item.id: "evidence" for item in corpus.evidence}
    kinds |= {claim.id: "claim" for claim in corpus.claims}
    kinds |= {argument.id: "argument" for argument in corpus.arguments}
    for position, argument in enumerate(corpus.arguments):
        at = ("arguments", position)
        allowed = TARGETS[argument.relation]
        kind = kinds.get(argument.target)
        if kind is None:
            candidates = [name for name, what in kinds.items() if what in allowed]
            noun = " or ".join(allowed)
            message = f"There is no {noun} {argument.target!r}."
            message += did_you_mean(argument.target, candidates)
            yield Problem(code="E102", message=message, record=at, path=("target",))
        elif kind not in allowed:
            message = (
                f"{argument.target!r} is {_A[kind]}; {_WHAT[argument.relation]} "
                f"{' or '.join(_A[name] for name in allowed)}."
            )
            yield Problem(code="E103", message=message, record=at, path=("target",))
        if argument.target in (*argument.premises, argument.id):
            message = f"The argument {argument.id!r} rests on its own target {argument.target!r}."
            yield Problem(code="E105", message=message, record=at, path=("target",))


def _stances(corpus: Corpus) -> Iterator[Problem]:
    roles = {record.id: record.role for record in corpus.narratives}
    claims = {claim.id for claim in corpus.claims}
    seen: set[tuple[str, str]] = set()
    for position, stance in enumerate(corpus.stances):
        at = ("stances", position)
        yield from _missing("narrative", stance.narrative, roles, (at, ("narrative",)))
        yield from _missing("claim", stance.claim, claims, (at, ("claim",)))
        if roles.get(stance.narrative) is Role.OBSERVER:
            message = f"{stance.narrative!r} is an observer, and an observer takes no stance."
            yield Problem(code="E106", message=message, record=at, path=("narrative",))
        if (stance.narrative, stance.claim) in seen:
            message = f"{stance.narrative!r} has a stance on {stance.claim!r} already."
            yield Problem(code="E104", message=message, record=at, path=("narrative",))
        seen.add((stance.narrative, stance.claim))


TARGETS: dict[Relation, tuple[str, ...]] = {
    Relation.SUPPORT: ("claim", "evidence"),
    Relation.REBUT: ("claim", "evidence"),
    Relation.UNDERCUT: ("argument",),
    Relation.QUALIFY: ("claim",),
}
_A = {"claim": "a claim", "evidence": "a piece of evidence", "argument": "an argument"}
_WHAT = {
    Relation.SUPPORT: "what is supported must be",
    Relation.REBUT: "what is rebutted must be",
    Relation.UNDERCUT: "what is undercut must be",
    Relation.QUALIFY: "what is qualified must be",
}
