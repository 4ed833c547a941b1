"""Find the records whose words a person types, the same ones on SQLite and PostgreSQL.

Databases only match; both hold stems that were made in Python. Ranks, counts and marks are
computed here, since each database would compute its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, text

from argmap.errors import UnknownName
from argmap.storage import spelling
from argmap.storage.ranking import score
from argmap.storage.snippets import Parts, heads, marks, parted, snippet
from argmap.storage.typed import Query, parsed

KINDS = ("issue", "claim", "quotation", "fact", "source", "event", "sentence")
MAX_SNIPPET_CHARS = 240
# So many are ranked and counted; beyond it, where a word is everywhere, the shortest entries are.
MAX_RANKED = 5_000
# So many mistyped words are guessed at: each is compared with every word of its length.
_MAX_GUESSES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record found.

    `kind` is one of `KINDS`. A sentence's `id` is that of the narrative that says it, alone where
    it speaks of itself, else with what it speaks of: "left/claim/c", "left/issue/q". `text` is the
    record's main text whole. `snippet` is the stretch of it with most of what was found, its
    beginning where nothing was; `passage` is such a stretch of its other texts, and empty unless
    these have a word that the main text lacks. A higher `rank` fits better.
    """

    corpus: str
    kind: str
    id: str
    text: str
    snippet: Parts
    passage: Parts
    rank: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a search found.

    `hits` are those asked for, of `total`. `kinds` counts by kind all that fits but for the kinds
    asked for, `issues` by (corpus, issue) all but for the issue: what there would be if another
    were chosen. Both have no zeros; `kinds` is in the order of `KINDS`, `issues` the fullest
    first. `is_loose` says that no record has all the words, and these have some of them.
    `is_counted` is false where there were too many to count. `instead` is the query with mistyped
    words mended; empty where nothing was found to mend.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    issues: Mapping[tuple[str, str], int] = field(default_factory=dict)
    is_loose: bool = False
    is_counted: bool = True
    instead: str = ""


def search(
    connection: Connection,
    corpus_id: str | None,
    query: str,
    *,
    kinds: Iterable[str] | None = None,
    issue: str | None = None,
    limit: int = 50,
    offset: int = 0,
    snippet_chars: int = MAX_SNIPPET_CHARS,
) -> Results:
    """Find records that have all the words of a query, or else some of them.

    Args:
        connection: To the store.
        corpus_id: The corpus to search, None for all.
        query: Anything a person may type. Only its words count, in any form of theirs; the
            last may be unfinished. Words such as "the" count only among their like, and words
            after the first twelve not at all.
        kinds: Which of `KINDS` to look for, None for all.
        issue: Only what bears on the issue of that id, None for all.
        limit: How many hits at most.
        offset: How many of the best to leave out before them.
        snippet_chars: How long a snippet may be.

    Returns:
        The best first: records that have the words typed as a phrase, then those that have them
        in their main text, in names, elsewhere, in the title of what they stand under; of equal
        ones main points before replies and sources. Of two equally good the first of `KINDS`,
        then by corpus and id. No hits if nothing fits, or the query has no word.

    Raises:
        UnknownName: One of `kinds` is none.

    Cost: one query where a record has all the words, none for a query without a word, else one
        or two more for each word.
    """
    chosen = _chosen(kinds)
    wanted = parsed(query)
    if wanted is None or not chosen or limit <= 0:
        return Results()
    rows = _candidates(connection, corpus_id, _all_of(wanted, connection.dialect.name))
    is_loose, instead = not rows, ""
    if is_loose:
        instead = _mended(connection, corpus_id, wanted)
        if len(wanted.stems) > 1:
            rows = _candidates(connection, corpus_id, _any_of(wanted, connection.dialect.name))
            rows = _with_most_words(wanted, rows)
    fitting = [row for row in rows if row.kind in chosen and _bears_on(row, issue)]
    ranked = sorted(((score(wanted, row), row) for row in fitting), key=_best_first)
    return Results(
        hits=tuple(_hit(wanted, *each, snippet_chars) for each in ranked[offset : offset + limit]),
        total=len(fitting),
        kinds=_count_kinds(row for row in rows if _bears_on(row, issue)),
        issues=_count_issues(row for row in rows if row.kind in chosen),
        is_loose=is_loose and bool(rows),
        is_counted=len(rows) < MAX_RANKED,
        instead=instead,
    )


def marked(query: str, shown: str) -> Parts:
    """Mark the words of a query in any text, whole, as a search marks them in those it finds."""
    wanted = parsed(query)
    found = marks(wanted, shown) if wanted else []
    return parted(shown, found, 0, len(shown))


def _chosen(kinds: Iterable[str] | None) -> tuple[str, ...]:
    chosen = KINDS if kinds is None else tuple(kinds)
    for kind in chosen:
        if kind not in KINDS:
            raise UnknownName("kind of record to search", kind, KINDS)
    return chosen


def _candidates(connection: Connection, corpus_id: str | None, match: str) -> Sequence[Any]:
    return connection.execute(
        _CANDIDATES[connection.dialect.name],
        {"match": match, "corpus": corpus_id, "most": MAX_RANKED},
    ).fetchall()


def _all_of(query: Query, dialect: str) -> str:
    return _AND[dialect].join(_terms(query, dialect))


def _any_of(query: Query, dialect: str) -> str:
    return _OR[dialect].join(_terms(query, dialect))


def _terms(query: Query, dialect: str) -> list[str]:
    # Stems and words are letters and digits alone, so quotes cannot be closed from inside.
    *all_but_last, last = query.stems
    if dialect == "sqlite":
        return [*(f'"{each}"' for each in all_but_last), f'("{last}" * OR "{query.last_word}" *)']
    return [*(f"'{each}'" for each in all_but_last), f"('{last}':* | '{query.last_word}':*)"]


def _with_most_words(query: Query, rows: Sequence[Any]) -> Sequence[Any]:
    """Keep what has as many of the words as any has, or one less."""
    counts = [_words_found(query, row.stems) for row in rows]
    least = max(counts, default=0) - 1
    return [row for row, count in zip(rows, counts, strict=True) if count >= least]


def _words_found(query: Query, stems: str) -> int:
    there = set(stems.split())
    count = len(there.intersection(query.stems[:-1]))
    return count + any(query.begins(each) for each in there)


def _mended(connection: Connection, corpus_id: str | None, query: Query) -> str:
    """Give the query with each word that stands nowhere replaced by the nearest that does."""
    mended = list(query.typed)
    guesses = 0
    for at, word in enumerate(query.typed):
        if guesses == _MAX_GUESSES:
            break
        alone = Query((query.stems[at],), word, (word,), "")
        if _is_there(connection, corpus_id, alone, is_last=at == len(mended) - 1):
            continue
        guesses += 1
        known = _alike(connection, corpus_id, word)
        mended[at] = spelling.nearest(word, known) or word
    return " ".join(mended) if tuple(mended) != query.typed else ""


def _is_there(connection: Connection, corpus_id: str | None, word: Query, *, is_last: bool) -> bool:
    dialect = connection.dialect.name
    quote = '"' if dialect == "sqlite" else "'"
    match = _terms(word, dialect)[0] if is_last else f"{quote}{word.stems[0]}{quote}"
    values = {"match": match, "corpus": corpus_id, "most": 1}
    return connection.execute(_CANDIDATES[dialect], values).first() is not None


def _alike(connection: Connection, corpus_id: str | None, word: str) -> Iterable[tuple[str, int]]:
    reach = spelling.reach(word)
    values = {"corpus": corpus_id, "least": len(word) - reach, "most": len(word) + reach}
    return ((row.word, row.entries) for row in connection.execute(_KNOWN_WORDS, values))


def _bears_on(row: Any, issue: str | None) -> bool:
    return issue is None or issue in row.issues.split(" ")


def _count_kinds(rows: Iterable[Any]) -> Mapping[str, int]:
    counts = Counter(row.kind for row in rows)
    return {kind: counts[kind] for kind in KINDS if counts[kind]}


def _count_issues(rows: Iterable[Any]) -> Mapping[tuple[str, str], int]:
    counts = Counter(
        (row.corpus_id, issue) for row in rows for issue in row.issues.split(" ") if issue
    )
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _best_first(ranked: tuple[float, Any]) -> tuple[float, int, str, str]:
    rank, row = ranked
    return (-rank, KINDS.index(row.kind), row.corpus_id, row.id)


def _hit(query: Query, rank: float, row: Any, snippet_chars: int) -> Hit:
    main, _, more, _ = row.stems.split("\n")
    found = marks(query, row.text, main.split())
    elsewhere = marks(query, row.more, more.split())
    lacking = heads(query, row.more, elsewhere) - heads(query, row.text, found)
    return Hit(
        corpus=row.corpus_id,
        kind=row.kind,
        id=row.id,
        text=row.text,
        snippet=snippet(row.text, found, snippet_chars),
        passage=snippet(row.more, elsewhere, snippet_chars) if lacking else (),
        rank=rank,
    )


_AND = {"sqlite": " AND ", "postgresql": " & "}
_OR = {"sqlite": " OR ", "postgresql": " | "}
_CONDITIONS = {
    "sqlite": "search_index MATCH :match",
    "postgresql": "tokens @@ CAST(:match AS tsquery)",
}
_IN_CORPUS = "(CAST(:corpus AS TEXT) IS NULL OR corpus_id = :corpus)"
_CANDIDATES = {
    dialect: text(
        "SELECT corpus_id, kind, id, issues, standing, text, more, stems"
        " FROM search_index JOIN search_entry ON entry = search_index.rowid"
        f" WHERE {condition} AND {_IN_CORPUS}"
        " ORDER BY length, corpus_id, kind, id LIMIT :most"
    )
    for dialect, condition in _CONDITIONS.items()
}
_KNOWN_WORDS = text(
    "SELECT word, SUM(entries) AS entries FROM search_word"
    f" WHERE {_IN_CORPUS} AND LENGTH(word) BETWEEN :least AND :most GROUP BY word"
)
