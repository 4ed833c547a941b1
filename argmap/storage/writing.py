"""Turn a corpus into rows and write them, the search index with them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, text

from argmap.core.dates import PartialDate, Period
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Claim, Corpus, Evidence
from argmap.errors import InvalidDate, InvalidInput
from argmap.storage import indexing, tables

Progress = Callable[[str, int, int], None]
_Values = dict[str, str | int | None]
_T = TypeVar("_T")

_ROWS_AT_ONCE = 1_000
_ENTRIES_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Prepared:
    """A corpus in rows: those of each table, and those of the search index."""

    corpus_id: str
    rows: tuple[tuple[Table, Sequence[_Values]], ...]
    index: tuple[indexing.IndexedEntry, ...]


def prepare(graph: ArgumentGraph, revision: str, progress: Progress | None = None) -> Prepared:
    """Turn a corpus into rows; done before the transaction, so that nobody waits for it.

    Args:
        graph: The corpus.
        revision: The name of its content.
        progress: Told "indexing", how many records are indexed, and how many there are.

    Raises:
        InvalidInput: A date or period is not one.
    """
    rows = tuple(
        (tables.metadata.tables[str(row.__tablename__)], values)
        for row, values in _all_rows(graph.corpus, revision)
    )
    entries = indexing.entries(graph)
    index: list[indexing.IndexedEntry] = []
    for chunk in _chunks(entries, _ENTRIES_AT_ONCE):
        index += map(indexing.indexed, chunk)
        if progress is not None:
            progress("indexing", len(index), len(entries))
    return Prepared(graph.corpus.id, rows, tuple(index))


def write(connection: Connection, prepared: Prepared, progress: Progress | None = None) -> None:
    """Put a corpus in the place of the one with its id, or beside the others.

    Args:
        connection: In a transaction; nothing shows until that is committed.
        prepared: The corpus.
        progress: Told "storing", how many rows are written, and how many there are.
    """
    total = sum(len(values) for _, values in prepared.rows)
    done = 0
    erase(connection, prepared.corpus_id)
    for table, values in prepared.rows:
        for chunk in _chunks(values, _ROWS_AT_ONCE):
            connection.execute(insert(table), chunk)
            done += len(chunk)
            if progress is not None:
                progress("storing", done, total)
    indexing.add(connection, prepared.corpus_id, prepared.index)


def erase(connection: Connection, corpus_id: str) -> None:
    """Take a corpus out, with everything that belongs to it; one that is not there is no error."""
    indexing.remove(connection, corpus_id)
    for row in reversed(tables.IN_ORDER):
        table = tables.metadata.tables[str(row.__tablename__)]
        key = table.c.id if row is tables.CorpusRow else table.c.corpus_id
        connection.execute(delete(table).where(key == corpus_id))


def stored_revision(connection: Connection, corpus_id: str) -> str | None:
    """Return the revision of a stored corpus, as the transaction sees it."""
    query = text("SELECT revision FROM corpus WHERE id = :corpus")
    return connection.execute(query, {"corpus": corpus_id}).scalar()


def _all_rows(
    corpus: Corpus, revision: str
) -> Iterator[tuple[type[tables.Row], Sequence[_Values]]]:
    key: _Values = {"corpus_id": corpus.id}
    yield tables.CorpusRow, [_scalars(corpus) | {"revision": revision}]
    yield tables.NarrativeRow, _records(key, corpus.narratives)
    yield tables.IssueRow, _records(key, corpus.issues)
    yield (
        tables.IssueAccountRow,
        _parts(key, "issue", ((each.id, map(_scalars, each.accounts)) for each in corpus.issues)),
    )
    yield tables.SourceRow, _records(key, corpus.sources)
    yield (
        tables.AuthorRow,
        _parts(key, "source", ((each.id, _each("name", each.authors)) for each in corpus.sources)),
    )
    yield (
        tables.EventRow,
        [row | {"issue": row["issue"] or None} for row in _records(key, corpus.events)],
    )
    yield (
        tables.EventNameRow,
        _parts(key, "event", ((each.id, map(_scalars, each.names)) for each in corpus.events)),
    )
    yield (
        tables.EventSourceRow,
        _parts(key, "event", ((each.id, _each("source", each.sources)) for each in corpus.events)),
    )
    yield from _argument_rows(key, corpus)


def _argument_rows(
    key: _Values, corpus: Corpus
) -> Iterator[tuple[type[tables.Row], Sequence[_Values]]]:
    yield tables.ReferentRow, _referents(key, corpus)
    yield tables.EvidenceRow, _records(key, corpus.evidence)
    yield (
        tables.CitationRow,
        _parts(
            key, "evidence", ((each.id, map(_scalars, each.citations)) for each in corpus.evidence)
        ),
    )
    yield tables.ClaimRow, _records(key, corpus.claims)
    yield (
        tables.StrongestRow,
        _parts(
            key,
            "narrative",
            ((each.id, _each("claim", each.strongest)) for each in corpus.narratives),
        ),
    )
    yield (
        tables.FindingRow,
        _parts(
            key, "claim", ((each.id, _each("evidence", each.findings)) for each in corpus.claims)
        ),
    )
    yield tables.StanceRow, _records(key, corpus.stances)
    yield tables.ArgumentRow, _records(key, corpus.arguments)
    yield (
        tables.VoiceRow,
        _parts(
            key, "argument", ((each.id, _each("narrative", each.by)) for each in corpus.arguments)
        ),
    )
    yield (
        tables.PremiseRow,
        _parts(
            key,
            "argument",
            ((each.id, _each("premise", each.premises)) for each in corpus.arguments),
        ),
    )
    yield tables.AcceptedRow, _records(key, corpus.accepted)


def _referents(key: _Values, corpus: Corpus) -> list[_Values]:
    kinds: dict[str, Iterable[Claim | Evidence | Argument]] = {
        "claim": corpus.claims,
        "evidence": corpus.evidence,
        "argument": corpus.arguments,
    }
    return [
        key | {"id": record.id, "kind": kind}
        for kind, records in kinds.items()
        for record in records
    ]


def _records(key: _Values, records: Iterable[Any]) -> list[_Values]:
    return [
        key | {"position": position} | _scalars(record) for position, record in enumerate(records)
    ]


def _parts(
    key: _Values, owner: str, groups: Iterable[tuple[str, Iterable[Mapping[str, str | int | None]]]]
) -> list[_Values]:
    return [
        {**key, owner: id, "position": position, **part}
        for id, parts in groups
        for position, part in enumerate(parts)
    ]


def _each(column: str, values: Iterable[str]) -> Iterator[_Values]:
    return ({column: value} for value in values)


def _scalars(record: Any) -> _Values:
    return {name: _plain(getattr(record, name)) for name in _scalar_names(record.__class__)}


@cache
def _scalar_names(type_: type[Any]) -> tuple[str, ...]:
    """Name the fields of a core type that are columns; its tuples are tables of their own."""
    return tuple(
        field.name
        for field in dataclasses.fields(type_)
        if not str(field.type).startswith("tuple[")
    )


def _plain(value: str | bool | StrEnum | PartialDate | Period | None) -> str | int | None:
    if isinstance(value, PartialDate | Period):
        return _date_text(value)
    return str(value) if isinstance(value, StrEnum) else value


@cache
def _date_text(value: PartialDate | Period) -> str:
    """Give the text of a date that reads back as this date."""
    written = str(value)
    try:
        if type(value).parse(written) == value:
            return written
    except InvalidDate:
        pass
    raise InvalidInput(f"{written!r} is no date or period that can be kept.")


def _chunks(values: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    return (values[start : start + size] for start in range(0, len(values), size))
