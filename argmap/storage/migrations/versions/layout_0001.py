"""Lay out the first tables and the search index.

A script is finished once it has been released: it describes the layout of its day, and so
takes nothing from `tables.py`.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_Reference = tuple[str, str]


def upgrade() -> None:
    """Make every table, in the order in which they refer to each other."""
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        _make_sqlite_search()
    else:
        _make_postgresql_search()


def downgrade() -> None:
    """Drop every table, the search index first."""
    for name in ("search_index", "search_entry", *reversed(_TABLES)):
        op.execute(f"DROP TABLE {name}")


def _make_tables() -> None:
    corpus = ("corpus_id", "corpus")
    _table("corpus", "id", "title summary language licence revision", optional="revised")
    _records("narrative", "name short role summary", refers=[corpus])
    _records("issue", "title question introduction", optional="period", refers=[corpus])
    _parts("issue_account", "issue", "narrative text", refers=[("narrative", "narrative")])
    _records(
        "source",
        "kind title title_translation publisher reference url language note",
        optional="date",
        flags="verified",
        refers=[corpus],
    )
    _parts("author", "source", "name")
    _records(
        "event",
        "date title note",
        optional="issue",
        flags="verified",
        refers=[corpus, ("issue", "issue")],
    )
    _parts("event_name", "event", "narrative text", refers=[("narrative", "narrative")])
    _parts("event_source", "event", "source", refers=[("source", "source")])
    _table("referent", "corpus_id id", "kind", refers=[corpus])
    _records(
        "evidence",
        "kind text speaker language wording original translation context note",
        optional="date confidence",
        flags="verified",
        refers=[("id", "referent")],
    )
    _parts("citation", "evidence", "source locator", refers=[("source", "source")])
    _records(
        "claim",
        "issue text level note",
        optional="period",
        refers=[("id", "referent"), ("issue", "issue")],
    )
    _parts("finding", "claim", "evidence", refers=[("evidence", "evidence")])
    _table(
        "stance",
        "corpus_id narrative claim",
        "stance how",
        numbers="position",
        refers=[("narrative", "narrative"), ("claim", "claim")],
    )
    _records(
        "argument",
        "relation target because",
        refers=[("id", "referent"), ("target", "referent")],
    )
    _parts("voice", "argument", "narrative", refers=[("narrative", "narrative")])
    _parts("premise", "argument", "premise", refers=[("premise", "referent")])


def _records(
    name: str,
    texts: str,
    *,
    optional: str = "",
    flags: str = "",
    refers: list[_Reference],
) -> None:
    _table(
        name,
        "corpus_id id",
        texts,
        numbers="position",
        optional=optional,
        flags=flags,
        refers=refers,
    )


def _parts(name: str, owner: str, texts: str, *, refers: list[_Reference] | None = None) -> None:
    references = [(owner, owner), *(refers or [])]
    _table(name, f"corpus_id {owner} position", texts, refers=references)


def _table(
    name: str,
    keys: str,
    texts: str,
    *,
    numbers: str = "",
    optional: str = "",
    flags: str = "",
    refers: list[_Reference] | None = None,
) -> None:
    columns = [_column(key, sa.Integer if key == "position" else sa.String) for key in keys.split()]
    columns += [_column(number, sa.Integer) for number in numbers.split()]
    columns += [_column(text, sa.String) for text in texts.split()]
    columns += [sa.Column(text, sa.String(), nullable=True) for text in optional.split()]
    columns += [_column(flag, sa.Boolean) for flag in flags.split()]
    key = sa.PrimaryKeyConstraint(*keys.split(), name=f"pk_{name}")
    op.create_table(name, *columns, key, *(_foreign(name, *pair) for pair in refers or []))


def _column(name: str, type_: type[sa.types.TypeEngine[Any]]) -> sa.Column[Any]:
    return sa.Column(name, type_(), nullable=False)


def _foreign(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    if to == "corpus":
        local, remote = ["corpus_id"], ["corpus.id"]
    else:
        local, remote = ["corpus_id", column], [f"{to}.corpus_id", f"{to}.id"]
    return sa.ForeignKeyConstraint(local, remote, name=f"fk_{table}_{'_'.join(local)}_{to}")


def _make_sqlite_search() -> None:
    op.execute(_SEARCH_ENTRY.format(text="TEXT"))
    # The words come cut and folded; "ascii" cuts them at spaces and leaves all else alone.
    op.execute("CREATE VIRTUAL TABLE search_index USING fts5(tokens, tokenize='ascii')")
    op.execute("CREATE INDEX search_entry_corpus ON search_entry (corpus_id)")


def _make_postgresql_search() -> None:
    # Collated by code point, as SQLite does it, so that both put equal ranks in one order.
    op.execute(_SEARCH_ENTRY.format(text='TEXT COLLATE "C"'))
    op.execute("CREATE TABLE search_index (rowid INTEGER PRIMARY KEY, tokens TSVECTOR NOT NULL)")
    op.execute("CREATE INDEX search_index_tokens ON search_index USING gin (tokens)")
    op.execute("CREATE INDEX search_entry_corpus ON search_entry (corpus_id)")


_SEARCH_ENTRY = """
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

_TABLES = (
    "corpus", "narrative", "issue", "issue_account", "source", "author", "event", "event_name",
    "event_source", "referent", "evidence", "citation", "claim", "finding", "stance", "argument",
    "voice", "premise",
)  # fmt: skip
