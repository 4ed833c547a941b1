"""Find everything that keeps a corpus from holding together.

The checks here need the whole corpus: ids used twice, names that lead nowhere, arguments that
cannot have the target they have. What a single record must look like is the schemas' business.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import NamedTuple, Protocol

from argmap.core.model import AccountText, Corpus, Relation, Role, StanceKind
from argmap.errors import Problem, did_you_mean, quoted

_At = tuple[tuple[str, int], tuple[str | int, ...]]
_MAX_OFFERS = 100


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
        The path is in the words of claim files ("from", 0), and ("target",) for the target.
        Codes: E101 an id used twice, E102 a name that is not there, E103 a target the relation
        cannot have, E104 two stances of one account on one claim or two texts of it in one
        place, E105 a step that rests on itself, E106 a stance, own wording or case of an
        observer, E107 no account at all, E108 a case rested on a claim that is not asserted.
    """
    offers = _Offers()
    return tuple(
        chain(
            _doubled(corpus),
            _dangling(corpus, offers),
            _said_twice(corpus),
            _misdirected(corpus, offers),
            _stances(corpus, offers),
            _cases(corpus),
        )
    )


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


class _Reference(NamedTuple):
    """A name in a record, and the ids among which it should be."""

    noun: str
    name: str
    known: Collection[str]
    at: _At


class _Offers:
    """Offer near names, as long as that stays cheap: a near name costs a look at all names."""

    def __init__(self) -> None:
        self._left = _MAX_OFFERS
        self._made: dict[tuple[str, str], str] = {}

    def near(self, noun: str, name: str, known: Collection[str]) -> str:
        if (noun, name) not in self._made and self._left:
            self._left -= 1
            self._made[noun, name] = did_you_mean(name, known)
        return self._made.get((noun, name), "")


def _dangling(corpus: Corpus, offers: _Offers) -> Iterator[Problem]:
    observers = {record.id for record in corpus.narratives if record.role is Role.OBSERVER}
    if len(observers) == len({record.id for record in corpus.narratives}):
        message = "The corpus has no narrative with the role of an account: nothing to compare."
        yield Problem(code="E107", message=message)
    for ref in _lost(corpus):
        record, path = ref.at
        if ref.noun == "account" and ref.name in observers:
            message = f"{quoted(ref.name)} is an observer; only accounts have words of their own."
            yield Problem(code="E106", message=message, record=record, path=path)
            continue
        message = f"There is no {ref.noun} {quoted(ref.name)}."
        message += offers.near(ref.noun, ref.name, ref.known)
        yield Problem(code="E102", message=message, record=record, path=path)


def _lost(corpus: Corpus) -> Iterator[_Reference]:
    """List the references that lead nowhere; most corpora have none, so none is made of others."""
    narratives = {record.id for record in corpus.narratives}
    accounts = {record.id for record in corpus.narratives if record.role is Role.ACCOUNT}
    issues = {record.id for record in corpus.issues}
    sources = {record.id for record in corpus.sources}
    evidence = {record.id for record in corpus.evidence}
    claims = {claim.id for claim in corpus.claims}
    premises = claims | evidence
    for position, narrative in enumerate(corpus.narratives):
        for index, claim_id in enumerate(narrative.strongest):
            if claim_id not in claims:
                place = ("narratives", position), ("strongest", index)
                yield _Reference("claim", claim_id, claims, place)
    yield from _lost_in_issues_and_events(corpus, accounts, issues, sources)
    for position, item in enumerate(corpus.evidence):
        for index, citation in enumerate(item.citations):
            if citation.source not in sources:
                at: _At = ("evidence", position), ("sources", index)
                yield _Reference("source", citation.source, sources, at)
    for position, claim in enumerate(corpus.claims):
        if claim.issue not in issues:
            yield _Reference("issue", claim.issue, issues, (("claims", position), ("issue",)))
        for index, finding in enumerate(claim.findings):
            if finding not in evidence:
                at = ("claims", position), ("findings", index)
                yield _Reference("piece of evidence", finding, evidence, at)
    for position, argument in enumerate(corpus.arguments):
        for index, voice in enumerate(argument.by):
            if voice not in narratives:
                at = ("arguments", position), ("by", index)
                yield _Reference("narrative", voice, narratives, at)
        for index, premise in enumerate(argument.premises):
            if premise not in premises:
                at = ("arguments", position), ("from", index)
                yield _Reference("claim or evidence", premise, premises, at)
    every_id = _every_id(corpus) if corpus.accepted else frozenset()
    for position, accepted in enumerate(corpus.accepted):
        if accepted.about not in every_id:
            at = ("accepted", position), ("about",)
            yield _Reference("record", accepted.about, every_id, at)


def _every_id(corpus: Corpus) -> frozenset[str]:
    records: Iterable[_HasId] = chain[_HasId](
        corpus.narratives, corpus.issues, corpus.events, corpus.sources, corpus.evidence,
        corpus.claims, corpus.arguments,
    )  # fmt: skip
    return frozenset(record.id for record in records)


def _lost_in_issues_and_events(
    corpus: Corpus, accounts: set[str], issues: set[str], sources: set[str]
) -> Iterator[_Reference]:
    for position, issue in enumerate(corpus.issues):
        for text in issue.accounts:
            if text.narrative not in accounts:
                at: _At = ("issues", position), ("accounts", text.narrative)
                yield _Reference("account", text.narrative, accounts, at)
    for position, event in enumerate(corpus.events):
        if event.issue and event.issue not in issues:
            yield _Reference("issue", event.issue, issues, (("events", position), ("issue",)))
        for text in event.names:
            if text.narrative not in accounts:
                at = ("events", position), ("names", text.narrative)
                yield _Reference("account", text.narrative, accounts, at)
        for index, source in enumerate(event.sources):
            if source not in sources:
                at = ("events", position), ("sources", index)
                yield _Reference("source", source, sources, at)


def _said_twice(corpus: Corpus) -> Iterator[Problem]:
    texts: list[tuple[tuple[str, int], str, tuple[AccountText, ...]]] = [
        (("issues", position), "accounts", issue.accounts)
        for position, issue in enumerate(corpus.issues)
    ]
    texts += [
        (("events", position), "names", event.names) for position, event in enumerate(corpus.events)
    ]
    for record, field, given in texts:
        names = [text.narrative for text in given]
        for name in dict.fromkeys(name for name in names if names.count(name) > 1):
            message = f"{quoted(name)} has two texts here; an account has one."
            yield Problem(code="E104", message=message, record=record, path=(field, name))


def _misdirected(corpus: Corpus, offers: _Offers) -> Iterator[Problem]:
    ids: dict[str, dict[str, None]] = {
        "claim": {claim.id: None for claim in corpus.claims},
        "evidence": {item.id: None for item in corpus.evidence},
        "argument": {argument.id: None for argument in corpus.arguments},
    }
    for position, argument in enumerate(corpus.arguments):
        at = ("arguments", position)
        target = argument.target
        allowed = TARGETS[argument.relation]
        kinds = [kind for kind, known in ids.items() if target in known]
        if not kinds:
            noun = " or ".join(allowed)
            candidates = [id for kind in allowed for id in ids[kind]]
            message = f"There is no {noun} {quoted(target)}."
            message += offers.near(noun, target, candidates)
            yield Problem(code="E102", message=message, record=at, path=("target",))
        elif not any(kind in allowed for kind in kinds):
            message = (
                f"{target!r} is {_A[kinds[0]]}; {_WHAT[argument.relation]} "
                f"{' or '.join(_A[kind] for kind in allowed)}."
            )
            yield Problem(code="E103", message=message, record=at, path=("target",))
        elif target in argument.premises or (target == argument.id and "argument" in allowed):
            message = f"The argument {argument.id!r} rests on its own target {target!r}."
            yield Problem(code="E105", message=message, record=at, path=("target",))


def _stances(corpus: Corpus, offers: _Offers) -> Iterator[Problem]:
    roles = {record.id: record.role for record in corpus.narratives}
    claims = {claim.id for claim in corpus.claims}
    seen: set[tuple[str, str]] = set()
    for position, stance in enumerate(corpus.stances):
        at = ("stances", position)
        if stance.narrative not in roles:
            message = f"There is no narrative {quoted(stance.narrative)}."
            message += offers.near("narrative", stance.narrative, roles)
            yield Problem(code="E102", message=message, record=at, path=("narrative",))
        if stance.claim not in claims:
            message = f"There is no claim {quoted(stance.claim)}."
            message += offers.near("claim", stance.claim, claims)
            yield Problem(code="E102", message=message, record=at, path=("claim",))
        if roles.get(stance.narrative) is Role.OBSERVER:
            message = f"{stance.narrative!r} is an observer, and an observer takes no stance."
            yield Problem(code="E106", message=message, record=at, path=("narrative",))
        if (stance.narrative, stance.claim) in seen:
            message = f"{quoted(stance.narrative)} has a stance on {quoted(stance.claim)} already."
            yield Problem(code="E104", message=message, record=at, path=("narrative",))
        seen.add((stance.narrative, stance.claim))


def _cases(corpus: Corpus) -> Iterator[Problem]:
    claims = {claim.id for claim in corpus.claims}
    asserted = {
        (stance.narrative, stance.claim)
        for stance in corpus.stances
        if stance.stance is StanceKind.ASSERTS
    }
    for position, narrative in enumerate(corpus.narratives):
        at = ("narratives", position)
        if narrative.role is Role.OBSERVER and narrative.strongest:
            message = f"{quoted(narrative.id)} is an observer, and an observer has no case to rest."
            yield Problem(code="E106", message=message, record=at, path=("strongest",))
            continue
        for index, claim in enumerate(narrative.strongest):
            if claim in claims and (narrative.id, claim) not in asserted:
                message = (
                    f"{quoted(narrative.id)} does not assert {quoted(claim)}; an account rests "
                    "its case on what it asserts."
                )
                yield Problem(code="E108", message=message, record=at, path=("strongest", index))


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
