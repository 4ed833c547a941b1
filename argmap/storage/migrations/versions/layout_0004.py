"""Index issues, standing and vocabulary for the search.

The index is made of the corpora beside it, so the old one is dropped and `repository` makes the
new one at the first start.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the index anew, empty."""
    _drop("search_index", "search_entry")
    text = _text()
    for statement in (_ENTRY, _WORD):
        op.execute(statement.format(text=text))
    _make_index_of_tokens()


def downgrade() -> None:
    """Make the index as it was, empty: the program of that day fills it at the next load."""
    _drop("search_index", "search_entry", "search_word")
    op.execute(_ENTRY_BEFORE.format(text=_text()))
    _make_index_of_tokens()


def _drop(*tables: str) -> None:
    for table in tables:
        op.execute(f"DROP TABLE {table}")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _text() -> str:
    # Collated by code point, as SQLite does it, so that both put equal ranks in one order.
    return "TEXT" if _is_sqlite() else 'TEXT COLLATE "C"'


def _make_index_of_tokens() -> None:
    if _is_sqlite():
        # The words come cut and folded; "ascii" cuts them at spaces and leaves all else alone.
        op.execute("CREATE VIRTUAL TABLE search_index USING fts5(tokens, tokenize='ascii')")
    else:
        op.execute(
            "CREATE TABLE search_index (rowid INTEGER PRIMARY KEY, tokens TSVECTOR NOT NULL)"
        )
        op.execute("CREATE INDEX search_index_tokens ON search_index USING gin (tokens)")
    op.execute("CREATE INDEX search_entry_corpus ON search_entry (corpus_id)")


_ENTRY = """
CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,
    corpus_id {text} NOT NULL,
    kind {text} NOT NULL,
    id {text} NOT NULL,
    issues {text} NOT NULL,
    standing INTEGER NOT NULL,
    text {text} NOT NULL,
    more {text} NOT NULL,
    stems {text} NOT NULL,
    length INTEGER NOT NULL
)
"""
_WORD = """
CREATE TABLE search_word (
    corpus_id {text} NOT NULL,
    word {text} NOT NULL,
    entries INTEGER NOT NULL,
    PRIMARY KEY (corpus_id, word)
)
"""
_ENTRY_BEFORE = """
CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,
    corpus_id {text} NOT NULL,
    kind {text} NOT NULL,
    id {text} NOT NULL,
    text {text} NOT NULL,
    more {text} NOT NULL,
    stems {text} NOT NULL,
    length INTEGER NOT NULL
)
"""
