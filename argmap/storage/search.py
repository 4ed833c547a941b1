"""Find the records whose words a person types, the same ones on SQLite and PostgreSQL.

Databases only match; both hold stems that were made in Python. Ranks and the marks in the
snippets are computed here, since each database would compute its own.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, bindparam, text

from argmap.errors import UnknownName
from argmap.storage.words import stem, words

KINDS = ("claim", "evidence", "source", "issue", "event", "narrative")
MAX_QUERY_CHARS = 1_000
MAX_QUERY_WORDS = 12
MAX_SNIPPET_CHARS = 240
# So many are ranked; beyond it, where a word is everywhere, the shortest entries are.
_MAX_RANKED = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record found.

    `kind` is one of `KINDS`. `text` is the record's main text whole, `snippet` the stretch of
    its words around what was found, as (text, whether it was found) in order; it may come
    from another field than the main text, such as a note or an author. A higher `rank` fits
    better.
    """

    corpus: str
    kind: str
    id: str
    text: str
    snippet: tuple[tuple[str, bool], ...]
    rank: float


@dataclass(frozen=True, slots=True)
class _Query:
    """Stems that all have to be there; of the last word only the beginning has to."""

    stems: tuple[str, ...]
    last_word: str

    def finds(self, word: str, its_stem: str) -> bool:
        """Tell whether a word of a text is one of those asked for."""
        return its_stem in self.stems or self.begins(word) or self.begins(its_stem)

    def begins(self, word: str) -> bool:
        """Tell whether a word begins as the last one of the query does."""
        return word.startswith((self.last_word, self.stems[-1]))


def search(
    connection: Connection,
    corpus_id: str | None,
    query: str,
    *,
    kinds: Iterable[str] | None = None,
    limit: int = 50,
) -> tuple[Hit, ...]:
    """Find records that have all the words of a query.

    Args:
        connection: To the store.
        corpus_id: The corpus to search, None for all.
        query: Anything a person may type. Only its words count, in any form of theirs; the
            last may be unfinished. Words such as "the" count only among their like, and words
            after the first twelve not at all.
        kinds: Which of `KINDS` to look for, None for all.
        limit: How many hits at most.

    Returns:
        Hits, the best first; of two equally good the first of `KINDS`, then by corpus and id.
        Empty if nothing fits, or the query has no word.

    Raises:
        UnknownName: One of `kinds` is none.

    Cost: one query, and none for a query without a word.
    """
    chosen = _chosen(kinds)
    wanted = _parsed(query)
    if wanted is None or not chosen or limit <= 0:
        return ()
    match = _MATCHES[connection.dialect.name](wanted)
    rows = connection.execute(
        _CANDIDATES[connection.dialect.name],
        {"match": match, "corpus": corpus_id, "kinds": chosen, "most": _MAX_RANKED},
    ).fetchall()
    ranked = sorted(((_rank(wanted, row.stems), row) for row in rows), key=_best_first)
    return tuple(_hit(wanted, rank, row) for rank, row in ranked[:limit])


def _chosen(kinds: Iterable[str] | None) -> tuple[str, ...]:
    chosen = KINDS if kinds is None else tuple(kinds)
    for kind in chosen:
        if kind not in KINDS:
            raise UnknownName("kind of record to search", kind, KINDS)
    return chosen


def _parsed(query: str) -> _Query | None:
    found = tuple(word for _, _, word in words(query[:MAX_QUERY_CHARS]))
    telling = tuple(word for word in found if word not in _FUNCTION_WORDS) or found
    telling = telling[:MAX_QUERY_WORDS]
    if not telling:
        return None
    return _Query(tuple(map(stem, telling)), telling[-1])


def _sqlite_match(query: _Query) -> str:
    # Stems and words are letters and digits alone, so quotes cannot be closed from inside.
    *all_but_last, last = query.stems
    terms = [f'"{each}"' for each in all_but_last]
    return " AND ".join([*terms, f'("{last}" * OR "{query.last_word}" *)'])


def _postgresql_match(query: _Query) -> str:
    *all_but_last, last = query.stems
    terms = [f"'{each}'" for each in all_but_last]
    return " & ".join([*terms, f"('{last}':* | '{query.last_word}':*)"])


def _rank(query: _Query, stems: str) -> float:
    """Score an entry: words in the main text count twice, words side by side count more.

    A word's weight grows with its number ever more slowly, and long entries count less.
    """
    main, more = (f" {line.replace(' ', '  ')} " for line in stems.split("\n"))
    score = 0.0
    for each in dict.fromkeys(query.stems):
        weight: float = 2 * main.count(f" {each} ") + more.count(f" {each} ")
        if not weight and each == query.stems[-1]:
            # Found by its beginning only.
            weight = 0.5 if f" {each}" in main else 0.25
        score += weight / (1 + weight)
    for first, second in pairwise(query.stems):
        pair = f" {first}  {second}"
        score += 0.5 if pair in main else 0.25 if pair in more else 0.0
    length = 2 + main.count("  ") + more.count("  ") / 4
    return round(score / (1 + math.log(length) / 4), 6)


def _best_first(ranked: tuple[float, Any]) -> tuple[float, int, str, str]:
    rank, row = ranked
    return (-rank, KINDS.index(row.kind), row.corpus_id, row.id)


def _hit(query: _Query, rank: float, row: Any) -> Hit:
    main, more = row.stems.split("\n")
    found = _marks(query, row.text, main.split())
    shown = row.text
    if not found and (found := _marks(query, row.more, more.split())):
        shown = row.more
    return Hit(
        corpus=row.corpus_id,
        kind=row.kind,
        id=row.id,
        text=row.text,
        snippet=_snippet(shown, found),
        rank=rank,
    )


def _marks(query: _Query, shown: str, stems: Sequence[str]) -> list[tuple[int, int]]:
    # Not strict: a text stored by another version of Python, whose Unicode has other letters,
    # may be cut into other words today, and a mark in a wrong place is no reason to fail.
    return [
        (start, end)
        for (start, end, word), its_stem in zip(words(shown), stems, strict=False)
        if query.finds(word, its_stem)
    ]


def _snippet(shown: str, found: list[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    begin, end = _window(shown, found)
    parts: list[tuple[str, bool]] = []
    at = begin
    for first, last in found:
        if first < begin or last > end:
            continue
        parts += [(shown[at:first], False), (shown[first:last], True)]
        at = last
    parts.append((shown[at:end], False))
    if begin:
        parts.insert(0, ("… ", False))
    if end < len(shown):
        parts.append((" …", False))
    return tuple(part for part in parts if part[0])


def _window(shown: str, found: list[tuple[int, int]]) -> tuple[int, int]:
    """Choose the stretch to show: the one with most words found, cut between words."""
    if len(shown) <= MAX_SNIPPET_CHARS:
        return 0, len(shown)
    starts = [start for start, _ in found] or [0]
    reached = [bisect_left(starts, at + MAX_SNIPPET_CHARS // 2) for at in starts]
    fullest = starts[max(range(len(starts)), key=lambda index: reached[index] - index)]
    begin = max(0, min(fullest - MAX_SNIPPET_CHARS // 4, len(shown) - MAX_SNIPPET_CHARS))
    if begin and 0 <= (space := shown.find(" ", begin, fullest)):
        begin = space + 1
    end = min(len(shown), begin + MAX_SNIPPET_CHARS)
    if end < len(shown) and (space := shown.rfind(" ", fullest + 1, end)) > begin:
        end = space
    return begin, end


_MATCHES = {"sqlite": _sqlite_match, "postgresql": _postgresql_match}
_CONDITIONS = {
    "sqlite": "search_index MATCH :match",
    "postgresql": "tokens @@ CAST(:match AS tsquery)",
}
_CANDIDATES = {
    dialect: text(
        "SELECT corpus_id, kind, id, text, more, stems"
        " FROM search_index JOIN search_entry ON entry = search_index.rowid"
        f" WHERE {condition} AND kind IN :kinds"
        " AND (CAST(:corpus AS TEXT) IS NULL OR corpus_id = :corpus)"
        " ORDER BY length, corpus_id, kind, id LIMIT :most"
    ).bindparams(bindparam("kinds", expanding=True))
    for dialect, condition in _CONDITIONS.items()
}

# Too common to tell one text from another, in English and in Russian (ё is folded to е).
_FUNCTION_WORDS = frozenset(
    "a an and are as at be been by did do does for from had has have he her his how i in into is "
    "it its not of on or our she so such that the their them then there they this those to us was "
    "we were what when where which who whom why will with would you your "
    "а без бы был была были было в во вы для до его ее если же за и из или их к как когда кто ли "
    "мы на не него нее нет но о об он она они от по при с со так то того тоже только у что чтобы "
    "это я".split()
)
