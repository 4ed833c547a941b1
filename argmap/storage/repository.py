"""Offer the store to the rest of argmap: corpora in, corpora out, search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, text

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Corpus
from argmap.errors import UnknownName
from argmap.storage import database, indexing, layout, reading, search
from argmap.storage.revision import may_be_stored, revision_of
from argmap.storage.search import Results

if TYPE_CHECKING:
    from argmap.storage.writing import Progress

# `writing` is imported by the methods that write: SQLModel and the tables take longer to load than
# all the rest together, and pages and exports only read.


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfEntry:
    """A stored corpus in a list, with the number of each kind of record in it."""

    id: str
    title: str
    summary: str
    revision: str
    narratives: int
    issues: int
    events: int
    sources: int
    evidence: int
    claims: int
    arguments: int


class Repository:
    """A store of corpora, shared by threads.

    Args:
        engine: As `database.connect` makes it.

    Every method raises StoreUnavailable when the database fails; its sentence says why.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        mark = "?" if database.is_sqlite(engine) else "%s"
        self._revision_query = f"SELECT revision FROM corpus WHERE id = {mark}"

    def migrate(self) -> None:
        """Lay out a new database, or bring an older one up to date, its search index with it."""
        layout.migrate(self._engine)
        with database.reading(self._engine) as connection:
            unindexed = indexing.missing(connection)
        for corpus_id in unindexed:
            self._index(corpus_id)

    def _index(self, corpus_id: str) -> None:
        """Index a stored corpus of which nothing is, as after a change of the index's layout."""
        with database.writing(self._engine) as connection:
            # Asked again, since another program may have started at the same time.
            if corpus_id not in indexing.missing(connection):
                return
            corpus = reading.read(database.fetching(connection), corpus_id)
            if corpus is not None:
                index = map(indexing.indexed, indexing.entries(ArgumentGraph(corpus)))
                indexing.add(connection, corpus_id, tuple(index))

    def close(self) -> None:
        """Close all connections; a store in memory is gone with them."""
        self._engine.dispose()

    def shelf(self) -> tuple[ShelfEntry, ...]:
        """List the stored corpora by title, then by id, in one query."""
        with database.reading(self._engine) as connection:
            rows = connection.execute(_SHELF).mappings().all()
        return tuple(sorted((ShelfEntry(**row) for row in rows), key=_by_title))

    def revision(self, corpus_id: str) -> str | None:
        """Return the name of a corpus's content, or None if there is no such corpus.

        Cost: one query by key on a bare connection of the driver, since every request for a
        page asks: about 0.01 ms on SQLite.
        """
        if not may_be_stored(corpus_id):
            return None
        rows = self._ask(self._revision_query, (corpus_id,))
        return rows[0][0] if rows else None

    def revisions(self) -> tuple[tuple[str, str], ...]:
        """List the id and revision of every corpus, by id; as cheap as `revision`."""
        return tuple((id, revision) for id, revision in sorted(self._ask(_REVISIONS_QUERY)))

    def _ask(self, query: str, values: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        with database.store_errors(self._engine):
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute(query, values)
                rows = [tuple(row) for row in cursor.fetchall()]
            finally:
                connection.close()
        return rows

    def read(self, corpus_id: str) -> Corpus:
        """Read a whole corpus, as it was at one moment.

        Raises:
            UnknownName: There is none of that id; the error lists those that are stored.

        Cost: a fixed number of queries.
        """
        with database.reading(self._engine) as connection:
            fetch = database.fetching(connection)
            corpus = reading.read(fetch, corpus_id) if may_be_stored(corpus_id) else None
            if corpus is None:
                raise _unknown(connection, corpus_id)
        return corpus

    def replace(self, corpus: Corpus, *, progress: Progress | None = None) -> bool:
        """Store a corpus in the place of the one with its id, whole or not at all.

        Args:
            corpus: The corpus to store.
            progress: Called ever and again with what is being done ("indexing" the words,
                "storing" the rows), how much of it is done and how much there is. Not called
                where the store has the corpus already. It must not use the repository.

        Returns:
            Whether anything was written: False if the store has exactly this corpus.

        Raises:
            InvalidCorpus: Its records do not hold together.
            InvalidInput: A text or date in it cannot be kept.
        """
        from argmap.storage import writing

        graph = ArgumentGraph(corpus)
        revision = revision_of(corpus)
        if self.revision(corpus.id) == revision:
            return False
        prepared = writing.prepare(graph, revision, progress)
        with database.writing(self._engine) as connection:
            # Asked again, since somebody may have written it while this writer waited.
            if writing.stored_revision(connection, corpus.id) == revision:
                return False
            writing.write(connection, prepared, progress)
        return True

    def remove(self, corpus_id: str) -> None:
        """Take a corpus out of the store.

        Raises:
            UnknownName: There is none of that id; the error lists those that are stored.
        """
        from argmap.storage import writing

        with database.writing(self._engine) as connection:
            known = may_be_stored(corpus_id)
            if not known or writing.stored_revision(connection, corpus_id) is None:
                raise _unknown(connection, corpus_id)
            writing.erase(connection, corpus_id)

    def search(
        self,
        corpus_id: str | None,
        query: str,
        *,
        kinds: Iterable[str] | None = None,
        issue: str | None = None,
        **how: int,
    ) -> Results:
        """Find records by their words; see `search.search`, also for `how` many and how long."""
        if corpus_id is not None and not may_be_stored(corpus_id):
            return Results()
        with database.reading(self._engine) as connection:
            return search.search(connection, corpus_id, query, kinds=kinds, issue=issue, **how)


def _by_title(entry: ShelfEntry) -> tuple[str, str]:
    return entry.title.casefold(), entry.id


def _unknown(connection: Connection, corpus_id: str) -> UnknownName:
    known = connection.execute(text("SELECT id FROM corpus")).scalars().all()
    return UnknownName("corpus", corpus_id, known)


_REVISIONS_QUERY = "SELECT id, revision FROM corpus"
_COUNTED = {
    "narratives": "narrative",
    "issues": "issue",
    "events": "event",
    "sources": "source",
    "evidence": "evidence",
    "claims": "claim",
    "arguments": "argument",
}
_SHELF = text(
    "SELECT id, title, summary, revision, "
    + ", ".join(
        f"(SELECT COUNT(*) FROM {table} WHERE corpus_id = corpus.id) AS {name}"
        for name, table in _COUNTED.items()
    )
    + " FROM corpus"
)
