from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from argmap.storage.failures import explain

_FILE = make_url("sqlite:///argmap.db")
_SERVER = make_url("postgresql+psycopg://user:secret@server:5433/maps?password=hidden")


def _sqlite(name: str, message: str = "") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorname = name
    return error


class _ServerError(Exception):
    sqlstate: str | None = None


def _server(code: str | None, message: str = "") -> _ServerError:
    error = _ServerError(message)
    error.sqlstate = code
    return error


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_BUSY", "written by another program"),
        ("SQLITE_BUSY_SNAPSHOT", "written by another program"),
        ("SQLITE_READONLY_DIRECTORY", "read-only"),
        ("SQLITE_FULL", "the disk is full"),
        ("SQLITE_NOTADB", "another kind of file"),
        ("SQLITE_CORRUPT_VTAB", "is damaged"),
        ("SQLITE_IOERR_WRITE", "the disk reports an error"),
    ],
)
def test_sqlite_failures_are_put_in_words(name: str, words: str) -> None:
    wrapped = OperationalError("SELECT 1", {}, _sqlite(name))

    assert words in explain(_FILE, wrapped)
    assert words in explain(_FILE, _sqlite(name))


def test_a_folder_without_the_right_to_write_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != tmp_path)
    url = make_url(f"sqlite:///{tmp_path / 'store.db'}")

    explained = explain(url, _sqlite("SQLITE_CANTOPEN"))

    assert explained.startswith(f"The database {tmp_path / 'store.db'} cannot be written")
    assert "read-only" in explained


def test_a_build_without_full_text_search_is_said() -> None:
    assert "FTS5" in explain(_FILE, _sqlite("SQLITE_ERROR", "no such module: fts5"))


@pytest.mark.parametrize(
    ("code", "message", "words"),
    [
        ("28P01", "", "refuses the user or the password"),
        (None, 'FATAL: password authentication failed for user "user"', "refuses the user"),
        (None, 'FATAL: database "maps" does not exist', "Create it first"),
        (None, "connection timeout expired", "cannot be reached"),
        ("53100", "", "the disk is full"),
        ("42501", "", "must own the database's schema"),
    ],
)
def test_server_failures_are_put_in_words(code: str | None, message: str, words: str) -> None:
    explained = explain(_SERVER, _server(code, message))

    assert explained.startswith("The database 'maps' on server, port 5433 ")
    assert words in explained


def test_an_unknown_failure_is_passed_on_without_passwords() -> None:
    explained = explain(_SERVER, _server("XX000", "odd: secret and hidden"))

    assert explained == "The database 'maps' on server, port 5433 failed: odd: *** and ***"


def test_all_connections_in_use_is_a_busy_database() -> None:
    assert "is busy" in explain(_FILE, PoolTimeout())
