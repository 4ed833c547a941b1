"""Read one corpus from a file of SQLite with Python's own driver alone.

A command that reads one corpus and is done would wait for SQLAlchemy longer than for the corpus
and all it does with it. Whatever is out of the ordinary is left to `repository`, which either
mends it or says what is wrong.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from argmap.core.model import Corpus
from argmap.storage import reading
from argmap.storage.revision import may_be_stored

_FILE = "sqlite:///"


def read(url: str, corpus_id: str) -> Corpus | None:
    """Read a corpus, as it was at one moment, or return None where that needs more than this.

    Args:
        url: The address of a store, as `database.connect` takes it.
        corpus_id: Which corpus.

    Returns:
        The corpus; None if the store is no file of SQLite, is missing or broken, has another
        layout, or has no such corpus.
    """
    file = _file(url)
    if file is None or not may_be_stored(corpus_id):
        return None
    try:
        # As a URI, so that a file that is missing is not made.
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True)) as connection:
            return _read(connection, corpus_id)
    except sqlite3.Error:
        return None


def _read(connection: sqlite3.Connection, corpus_id: str) -> Corpus | None:
    def fetch(query: str, values: Mapping[str, str]) -> Sequence[Sequence[Any]]:
        return connection.execute(query, values).fetchall()

    connection.isolation_level = None
    connection.execute("BEGIN")
    if fetch("SELECT version_num FROM alembic_version", {}) != [(reading.LAYOUT,)]:
        return None
    return reading.read(fetch, corpus_id)


def _file(url: str) -> Path | None:
    """Return the file that a URL names, if it names one without options or escapes."""
    name = url.removeprefix(_FILE)
    if name == url or not name or {"?", "%"} & {*name} or name.startswith((":memory:", "file:")):
        return None
    return Path(name).absolute()
