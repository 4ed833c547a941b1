"""Fill the search index with the words of a corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection, text

from argmap.core.model import AccountText, Corpus
from argmap.storage.words import stem, words


@dataclass(frozen=True, slots=True)
class Entry:
    """What is found and shown of one record: its main text, and more that is searched too."""

    kind: str
    id: str
    text: str
    more: str


@dataclass(frozen=True, slots=True)
class IndexedEntry:
    """An entry with its stems, a line for each of its texts, and all it can be found by."""

    entry: Entry
    stems: str
    length: int
    tokens: str


def entries(corpus: Corpus) -> tuple[Entry, ...]:
    """List what can be found of a corpus, in the corpus's order."""
    return tuple(Entry(kind, id, main, _joined(*more)) for kind, id, main, *more in _texts(corpus))


def indexed(entry: Entry) -> IndexedEntry:
    """Cut an entry into words and stems; this takes longer than to write them down."""
    cut = [[word for _, _, word in words(part)] for part in (entry.text, entry.more)]
    stems = [[stem(word) for word in part] for part in cut]
    return IndexedEntry(
        entry=entry,
        stems="\n".join(map(" ".join, stems)),
        length=sum(map(len, stems)),
        # Words too: half a word typed need not begin its stem.
        tokens=" ".join(sorted({*chain(*stems, *cut)})),
    )


def add(connection: Connection, corpus_id: str, entries: Sequence[IndexedEntry]) -> None:
    """Index entries of a corpus, beside what it has, within the connection's transaction."""
    if not entries:
        return
    last = connection.execute(text("SELECT COALESCE(MAX(entry), 0) FROM search_entry")).scalar_one()
    shown = [
        {
            "entry": number,
            "corpus": corpus_id,
            "kind": each.entry.kind,
            "id": each.entry.id,
            "text": each.entry.text,
            "more": each.entry.more,
            "stems": each.stems,
            "length": each.length,
        }
        for number, each in enumerate(entries, last + 1)
    ]
    index = [
        {"entry": number, "tokens": each.tokens} for number, each in enumerate(entries, last + 1)
    ]
    connection.execute(_ADD_ENTRY, shown)
    connection.execute(_ADD_TOKENS[connection.dialect.name], index)


def remove(connection: Connection, corpus_id: str) -> None:
    """Take a corpus out of the index, within the connection's transaction."""
    for statement in (_REMOVE_TOKENS, _REMOVE_ENTRIES):
        connection.execute(statement, {"corpus": corpus_id})


def _texts(corpus: Corpus) -> Iterator[tuple[str, ...]]:
    for claim in corpus.claims:
        yield "claim", claim.id, claim.text, claim.in_full, claim.note
    for item in corpus.evidence:
        yield (
            "evidence", item.id, item.text, item.speaker, item.original, item.translation,
            item.context, item.note,
        )  # fmt: skip
    for source in corpus.sources:
        yield (
            "source", source.id, source.title, source.title_translation, *source.authors,
            source.publisher, source.reference, source.note,
        )  # fmt: skip
    for issue in corpus.issues:
        answers = _account_texts(issue.accounts)
        yield "issue", issue.id, issue.title, issue.question, issue.introduction, *answers
    for event in corpus.events:
        yield "event", event.id, event.title, *_account_texts(event.names), event.note
    for narrative in corpus.narratives:
        yield "narrative", narrative.id, narrative.name, narrative.short, narrative.summary


def _account_texts(accounts: tuple[AccountText, ...]) -> tuple[str, ...]:
    return tuple(account.text for account in accounts)


def _joined(*texts: str) -> str:
    return " · ".join(filter(None, texts))


_ADD_ENTRY = text(
    "INSERT INTO search_entry (entry, corpus_id, kind, id, text, more, stems, length)"
    " VALUES (:entry, :corpus, :kind, :id, :text, :more, :stems, :length)"
)
_ADD_TOKENS = {
    "sqlite": text("INSERT INTO search_index (rowid, tokens) VALUES (:entry, :tokens)"),
    # Made of an array and not by the server's own cutting, which knows other words than ours.
    "postgresql": text(
        "INSERT INTO search_index (rowid, tokens) VALUES"
        " (:entry, array_to_tsvector(array_remove(string_to_array(:tokens, ' '), '')))"
    ),
}
_REMOVE_TOKENS = text(
    "DELETE FROM search_index WHERE rowid IN"
    " (SELECT entry FROM search_entry WHERE corpus_id = :corpus)"
)
_REMOVE_ENTRIES = text("DELETE FROM search_entry WHERE corpus_id = :corpus")
