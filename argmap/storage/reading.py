"""Read a whole corpus back, in one query for each table.

The queries are written out, and neither `tables` nor SQLAlchemy is imported: a page or a command
that only reads would wait for them longer than for the corpus. The round-trip tests hold queries
and tables together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from argmap.core.dates import PartialDate, Period
from argmap.core.model import (
    AcceptedWeakness,
    AccountText,
    Argument,
    Citation,
    Claim,
    Confidence,
    Corpus,
    Event,
    Evidence,
    EvidenceKind,
    Issue,
    Level,
    Narrative,
    Relation,
    Role,
    Source,
    SourceKind,
    Stance,
    StanceKind,
    Weakness,
)

# The layout of tables that the queries fit: the newest script in `migrations/versions`.
LAYOUT = "0004"

_Row = Sequence[Any]
Fetch = Callable[[str, Mapping[str, str]], Sequence[_Row]]
"""Runs a query, whose parameters are written `:name`, and returns all its rows."""

_Enum = TypeVar("_Enum", bound=StrEnum)


def read(fetch: Fetch, corpus_id: str) -> Corpus | None:
    """Read a corpus; the result equals the one that was written.

    Args:
        fetch: Runs queries, all of which see the store at one moment.
        corpus_id: Which corpus.

    Returns:
        The corpus, or None if there is none of that id.

    Cost: 19 queries, whatever the corpus holds.
    """
    tables = _Tables(fetch, corpus_id)
    head = tables.rows("corpus")
    if not head:
        return None
    id, title, summary, language, licence, revised = head[0]
    return Corpus(
        id=id,
        title=title,
        summary=summary,
        language=language,
        licence=licence,
        revised=_date(revised),
        narratives=_narratives(tables),
        issues=_issues(tables),
        events=_events(tables),
        sources=_sources(tables),
        evidence=_evidence(tables),
        claims=_claims(tables),
        stances=_stances(tables),
        arguments=_arguments(tables),
        accepted=_accepted(tables),
    )


class _Tables:
    """The rows of one corpus, by table, in the author's order."""

    def __init__(self, fetch: Fetch, corpus_id: str) -> None:
        self._fetch = fetch
        self._corpus = {"corpus": corpus_id}

    def rows(self, name: str) -> Sequence[_Row]:
        return self._fetch(_QUERIES[name], self._corpus)

    def texts(self, name: str) -> dict[str, list[str]]:
        """Group a table of two columns by the first."""
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for owner, value in self.rows(name):
            groups[owner].append(value)
        return groups

    def account_texts(self, name: str) -> dict[str, list[AccountText]]:
        groups: defaultdict[str, list[AccountText]] = defaultdict(list)
        for owner, narrative, words in self.rows(name):
            groups[owner].append(AccountText(narrative=narrative, text=words))
        return groups

    def citations(self) -> dict[str, list[Citation]]:
        groups: defaultdict[str, list[Citation]] = defaultdict(list)
        for owner, source, locator in self.rows("citation"):
            groups[owner].append(Citation(source=source, locator=locator))
        return groups


def _narratives(tables: _Tables) -> tuple[Narrative, ...]:
    strongest = tables.texts("strongest")
    return tuple(
        Narrative(
            id=id,
            name=name,
            short=short,
            role=_ROLES[role],
            summary=summary,
            strongest=tuple(strongest.get(id, ())),
        )
        for id, name, short, role, summary in tables.rows("narrative")
    )


def _issues(tables: _Tables) -> tuple[Issue, ...]:
    accounts = tables.account_texts("issue_account")
    return tuple(
        Issue(
            id=id,
            title=title,
            question=question,
            period=_period(period),
            introduction=introduction,
            accounts=tuple(accounts.get(id, ())),
        )
        for id, title, question, period, introduction in tables.rows("issue")
    )


def _events(tables: _Tables) -> tuple[Event, ...]:
    names = tables.account_texts("event_name")
    sources = tables.texts("event_source")
    return tuple(
        Event(
            id=id,
            date=PartialDate.parse(date),
            title=title,
            issue=issue or "",
            names=tuple(names.get(id, ())),
            sources=tuple(sources.get(id, ())),
            verified=bool(verified),
            note=note,
        )
        for id, date, title, issue, verified, note in tables.rows("event")
    )


def _sources(tables: _Tables) -> tuple[Source, ...]:
    authors = tables.texts("author")
    return tuple(
        Source(
            id=id,
            kind=_SOURCE_KINDS[kind],
            title=title,
            title_translation=title_translation,
            authors=tuple(authors.get(id, ())),
            date=_date(date),
            publisher=publisher,
            reference=reference,
            url=url,
            language=language,
            verified=bool(verified),
            note=note,
        )
        for (
            id, kind, title, title_translation, date, publisher, reference, url, language,
            verified, note,
        ) in tables.rows("source")
    )  # fmt: skip


def _evidence(tables: _Tables) -> tuple[Evidence, ...]:
    citations = tables.citations()
    return tuple(
        Evidence(
            id=id,
            kind=_EVIDENCE_KINDS[kind],
            text=words,
            citations=tuple(citations.get(id, ())),
            speaker=speaker,
            date=_date(date),
            language=language,
            wording=wording,
            original=original,
            translation=translation,
            context=context,
            confidence=None if confidence is None else _CONFIDENCES[confidence],
            verified=bool(verified),
            note=note,
        )
        for (
            id, kind, words, speaker, date, language, wording, original, translation, context,
            confidence, verified, note,
        ) in tables.rows("evidence")
    )  # fmt: skip


def _claims(tables: _Tables) -> tuple[Claim, ...]:
    findings = tables.texts("finding")
    return tuple(
        Claim(
            id=id,
            issue=issue,
            text=words,
            in_full=in_full,
            level=_LEVELS[level],
            period=_period(period),
            findings=tuple(findings.get(id, ())),
            note=note,
        )
        for id, issue, words, in_full, level, period, note in tables.rows("claim")
    )


def _stances(tables: _Tables) -> tuple[Stance, ...]:
    return tuple(
        Stance(narrative=narrative, claim=claim, stance=_STANCES[stance], how=how)
        for narrative, claim, stance, how in tables.rows("stance")
    )


def _arguments(tables: _Tables) -> tuple[Argument, ...]:
    voices = tables.texts("voice")
    premises = tables.texts("premise")
    return tuple(
        Argument(
            id=id,
            by=tuple(voices.get(id, ())),
            premises=tuple(premises.get(id, ())),
            relation=_RELATIONS[relation],
            target=target,
            because=because,
        )
        for id, relation, target, because in tables.rows("argument")
    )


def _accepted(tables: _Tables) -> tuple[AcceptedWeakness, ...]:
    return tuple(
        AcceptedWeakness(warning=_WEAKNESSES[warning], about=about, because=because)
        for warning, about, because in tables.rows("accepted")
    )


@lru_cache(maxsize=4_096)
def _date(written: str | None) -> PartialDate | None:
    return None if written is None else PartialDate.parse(written)


@lru_cache(maxsize=4_096)
def _period(written: str | None) -> Period | None:
    return None if written is None else Period.parse(written)


def _by_value(members: Iterable[_Enum]) -> dict[str, _Enum]:
    # Looked up for every row, and Enum's own look-up takes longer than the rest of the row.
    return {member.value: member for member in members}


_ROLES = _by_value(Role)
_SOURCE_KINDS = _by_value(SourceKind)
_EVIDENCE_KINDS = _by_value(EvidenceKind)
_CONFIDENCES = _by_value(Confidence)
_LEVELS = _by_value(Level)
_STANCES = _by_value(StanceKind)
_RELATIONS = _by_value(Relation)
_WEAKNESSES = _by_value(Weakness)

_RECORDS = {
    "narrative": "id, name, short, role, summary",
    "issue": "id, title, question, period, introduction",
    "event": "id, date, title, issue, verified, note",
    "source": (
        "id, kind, title, title_translation, date, publisher, reference, url, language, "
        "verified, note"
    ),
    "evidence": (
        "id, kind, text, speaker, date, language, wording, original, translation, context, "
        "confidence, verified, note"
    ),
    "claim": "id, issue, text, in_full, level, period, note",
    "stance": "narrative, claim, stance, how",
    "argument": "id, relation, target, because",
    "accepted": "warning, about, because",
}
_PARTS = {
    "strongest": "narrative, claim",
    "issue_account": "issue, narrative, text",
    "author": "source, name",
    "event_name": "event, narrative, text",
    "event_source": "event, source",
    "citation": "evidence, source, locator",
    "finding": "claim, evidence",
    "voice": "argument, narrative",
    "premise": "argument, premise",
}
_QUERIES = {
    name: f"SELECT {columns} FROM {name} WHERE corpus_id = :corpus ORDER BY position"
    for name, columns in _RECORDS.items()
}
# In the order of their keys, which costs no sorting: they are put with their owners anyway.
_QUERIES |= {
    name: f"SELECT {columns} FROM {name} WHERE corpus_id = :corpus ORDER BY 1, position"
    for name, columns in _PARTS.items()
}
_QUERIES["corpus"] = (
    "SELECT id, title, summary, language, licence, revised FROM corpus WHERE id = :corpus"
)
