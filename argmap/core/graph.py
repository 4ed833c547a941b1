"""Index a corpus so that every question about it is a look-up.

The graph is the hub of argmap: storage, comparison, drawing and the formats know it and not
each other. It is immutable, so all threads share one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import Protocol, TypeVar

from argmap.core import integrity
from argmap.core.model import (
    Argument,
    Claim,
    Corpus,
    Event,
    Evidence,
    Issue,
    Narrative,
    Role,
    Source,
    Stance,
)
from argmap.errors import InvalidCorpus, UnknownName


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T")
_Record = TypeVar("_Record", bound=_HasId)


class ArgumentGraph:
    """A corpus that holds together, with its connections in both directions.

    Mappings are read-only and in the corpus's own order; so is every tuple returned.

    Args:
        corpus: The corpus to index.

    Raises:
        InvalidCorpus: Ids are doubled or lead nowhere; it carries every problem.

    Cost: O(size of the corpus), once.
    """

    def __init__(self, corpus: Corpus) -> None:
        if problems := integrity.problems(corpus):
            raise InvalidCorpus(problems)
        self.corpus = corpus
        self.narratives: Mapping[str, Narrative] = _by_id(corpus.narratives)
        self.issues: Mapping[str, Issue] = _by_id(corpus.issues)
        self.events: Mapping[str, Event] = _by_id(corpus.events)
        self.sources: Mapping[str, Source] = _by_id(corpus.sources)
        self.evidence: Mapping[str, Evidence] = _by_id(corpus.evidence)
        self.claims: Mapping[str, Claim] = _by_id(corpus.claims)
        self.arguments: Mapping[str, Argument] = _by_id(corpus.arguments)
        self.accounts: tuple[Narrative, ...] = tuple(
            narrative for narrative in corpus.narratives if narrative.role is Role.ACCOUNT
        )
        self._on = _grouped(corpus.arguments, lambda argument: (argument.target,))
        self._from = _grouped(corpus.arguments, lambda argument: argument.premises)
        self._claims_of = _grouped(corpus.claims, lambda claim: (claim.issue,))
        self._events_of = _grouped(corpus.events, lambda event: (event.issue,))
        self._evidence_of = _grouped(
            corpus.evidence, lambda item: dict.fromkeys(c.source for c in item.citations)
        )
        self._ends = _ends(self.arguments)
        self._stances = {(stance.narrative, stance.claim): stance for stance in corpus.stances}

    def narrative(self, id: str) -> Narrative:
        """Return the narrative of that id, or raise UnknownName."""
        return _known("narrative", self.narratives, id)

    def issue(self, id: str) -> Issue:
        """Return the issue of that id, or raise UnknownName."""
        return _known("issue", self.issues, id)

    def source(self, id: str) -> Source:
        """Return the source of that id, or raise UnknownName."""
        return _known("source", self.sources, id)

    def item(self, id: str) -> Evidence:
        """Return the piece of evidence of that id, or raise UnknownName."""
        return _known("piece of evidence", self.evidence, id)

    def claim(self, id: str) -> Claim:
        """Return the claim of that id, or raise UnknownName."""
        return _known("claim", self.claims, id)

    def argument(self, id: str) -> Argument:
        """Return the argument of that id, or raise UnknownName."""
        return _known("argument", self.arguments, id)

    def choose_accounts(self, ids: Iterable[str] | None = None) -> tuple[str, ...]:
        """Return the ids of the accounts to show, in the order asked for.

        Args:
            ids: Ids of accounts; None or nothing means all of them, in the corpus's order.

        Raises:
            UnknownName: One of them is not an account of this corpus.
        """
        known = {account.id: account for account in self.accounts}
        chosen = tuple(dict.fromkeys(ids or ()))
        for id in chosen:
            _known("account", known, id)
        return chosen or tuple(known)

    def stance(self, narrative: str, claim: str) -> Stance | None:
        """Return what an account holds about a claim; None where it is silent."""
        return self._stances.get((narrative, claim))

    def arguments_on(self, target: str) -> tuple[Argument, ...]:
        """List the arguments whose target is that claim, evidence or argument."""
        return self._on.get(target, ())

    def arguments_from(self, premise: str) -> tuple[Argument, ...]:
        """List the arguments that use that claim or evidence as a premise."""
        return self._from.get(premise, ())

    def claims_of(self, issue: str) -> tuple[Claim, ...]:
        """List the claims lined up under an issue."""
        return self._claims_of.get(issue, ())

    def events_of(self, issue: str) -> tuple[Event, ...]:
        """List the events that belong to an issue."""
        return self._events_of.get(issue, ())

    def evidence_of(self, source: str) -> tuple[Evidence, ...]:
        """List the evidence taken from a source."""
        return self._evidence_of.get(source, ())

    def end_of(self, argument: Argument) -> str:
        """Follow an argument's target down to the claim or evidence it finally speaks of.

        Undercuts of undercuts lead down to the first argument and its target. Where they go in
        a circle, and so speak of nothing, the id of one of them.
        """
        return self._ends[argument.id]

    def target_claim(self, argument: Argument) -> Claim | None:
        """Return the claim an argument finally bears on.

        An undercut of an undercut of a support of c bears on c; None where the way ends at a
        piece of evidence, or goes in a circle.
        """
        return self.claims.get(self._ends[argument.id])

    def colour_index(self, narrative: str) -> int:
        """Return a narrative's place among those of its role, from 0."""
        chosen = self.narrative(narrative)
        same_role = [each.id for each in self.corpus.narratives if each.role is chosen.role]
        return same_role.index(narrative)


def _ends(arguments: Mapping[str, Argument]) -> Mapping[str, str]:
    """Follow every argument to its end, each step once."""
    ends: dict[str, str] = {}
    for id in arguments:
        way: dict[str, None] = {}
        while id in arguments and id not in ends and id not in way:
            way[id] = None
            id = arguments[id].target
        end = ends.get(id, id)
        ends.update(dict.fromkeys(way, end))
    return ends


def _by_id(records: Iterable[_Record]) -> Mapping[str, _Record]:
    return MappingProxyType({record.id: record for record in records})


def _grouped(
    records: Iterable[_T], keys: Callable[[_T], Iterable[Hashable]]
) -> Mapping[Hashable, tuple[_T, ...]]:
    groups: dict[Hashable, list[_T]] = {}
    for record in records:
        for key in dict.fromkeys(keys(record)):
            groups.setdefault(key, []).append(record)
    return {key: tuple(group) for key, group in groups.items()}


def _known(kind: str, records: Mapping[str, _T], id: str) -> _T:
    try:
        return records[id]
    except KeyError:
        raise UnknownName(kind, id, records) from None
