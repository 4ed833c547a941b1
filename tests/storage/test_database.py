from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import IntegrityError

from argmap.errors import StoreUnavailable
from argmap.storage import database
from argmap.storage.database import connect
from argmap.storage.repository import Repository
from tests import builders


def _pragmas(engine: Engine) -> tuple[object, ...]:
    with engine.connect() as connection:
        return tuple(
            connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("foreign_keys", "journal_mode", "busy_timeout")
        )


def test_sqlite_files_check_foreign_keys_and_let_readers_pass(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'store.db'}")

    assert _pragmas(engine) == (1, "wal", 5_000)
    engine.dispose()


def test_other_engines_of_the_process_are_left_alone(tmp_path: Path) -> None:
    connect("sqlite://")
    other = create_engine(f"sqlite:///{tmp_path / 'other.db'}")

    assert _pragmas(other) == (0, "delete", 5_000)
    other.dispose()


def test_a_reference_to_nothing_is_refused_by_the_database(engine: Engine) -> None:
    statement = text("INSERT INTO referent (corpus_id, id, kind) VALUES ('none', 'a', 'claim')")

    with pytest.raises(StoreUnavailable) as raised, database.writing(engine) as connection:
        connection.execute(statement)

    assert isinstance(raised.value.__cause__, IntegrityError)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_any_name_of_postgresql_means_psycopg(scheme: str) -> None:
    engine = connect(f"{scheme}://user:secret@server/name")

    assert engine.url.drivername == "postgresql+psycopg"
    assert engine.url.password == "secret"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "argmap.db",
        "mysql://user:secret@server/name",
        "postgresql+asyncpg://user:secret@server/name",
        "postgresql://user:secret@server:port/name",
        "sqlite+aiosqlite:///argmap.db",
        "secret",
    ],
)
def test_another_url_is_refused_with_examples_and_no_password(url: str) -> None:
    with pytest.raises(StoreUnavailable, match=r"sqlite:///argmap\.db for a file") as raised:
        connect(url)

    assert "secret" not in str(raised.value)
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


def test_a_missing_driver_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(StoreUnavailable, match=r"pip install 'argmap\[postgres\]'"):
        connect("postgresql://user:secret@server/name")


def _complaint(url: str) -> str:
    repository = Repository(connect(url))
    with pytest.raises(StoreUnavailable) as raised:
        repository.migrate()
    with pytest.raises(StoreUnavailable) as again:
        repository.revision("x")
    repository.close()
    assert str(again.value) == str(raised.value)
    return str(raised.value)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert f"there is no folder {tmp_path / 'gone'}." in _complaint(
        f"sqlite:///{tmp_path / 'gone' / 'store.db'}"
    )


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "it is a folder" in _complaint(f"sqlite:///{tmp_path}")


def test_another_kind_of_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, this is no database at all. " * 100)
    before = path.read_bytes()

    complaint = _complaint(f"sqlite:///{path}")

    assert complaint == (
        f"The database {path} is another kind of file, or is encrypted. Name a new file."
    )
    assert path.read_bytes() == before


def test_a_read_only_database_can_be_read_and_refuses_a_corpus(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    writable = Repository(connect(f"sqlite:///{path}"))
    writable.migrate()
    writable.replace(builders.corpus())
    writable.close()
    repository = Repository(connect(f"sqlite:///file:{path}?mode=ro&uri=true"))

    repository.migrate()
    read = repository.read("small")
    with pytest.raises(StoreUnavailable, match="the file or its folder is read-only"):
        repository.replace(builders.corpus(title="New"))

    assert read == builders.corpus()
    repository.close()


def test_a_database_somebody_keeps_locked_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 50)
    path = tmp_path / "store.db"
    repository = Repository(connect(f"sqlite:///{path}"))
    repository.migrate()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreUnavailable, match="being written by another program"):
        repository.replace(builders.corpus())

    other.close()
    assert repository.replace(builders.corpus())
    repository.close()


@pytest.mark.postgres
def test_a_server_somebody_keeps_locked_is_busy(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 50)
    engine = connect(postgresql_url)

    with (
        database.writing(engine),
        pytest.raises(StoreUnavailable, match="being written by another program"),
        database.writing(engine),
    ):
        pass

    engine.dispose()


@pytest.mark.postgres
def test_a_database_that_was_not_created_is_said(postgresql_url: str) -> None:
    url = connect(postgresql_url).url.set(database="argmap_never_made")

    complaint = _complaint(url.render_as_string(hide_password=False))

    assert "'argmap_never_made'" in complaint
    assert "does not exist. Create it first" in complaint


def test_a_server_that_is_not_there_is_said_without_the_password() -> None:
    complaint = _complaint("postgresql://user:secret@127.0.0.1:1/name")

    assert complaint == (
        "The database 'name' on 127.0.0.1, port 1 cannot be reached. Is the server running, and "
        "is its address right?"
    )


class Busy:
    """Be a new file that other programs open at the same moment: the first times it is locked."""

    def __init__(self, times: int, code: int = sqlite3.SQLITE_BUSY) -> None:
        self.times, self.code = times, code

    def execute(self, statement: str) -> None:
        if "journal_mode" in statement and self.times:
            self.times -= 1
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = self.code
            raise error


def test_a_new_file_that_others_open_too_is_waited_for() -> None:
    file = Busy(times=3)

    database._keep_a_log(file)

    assert file.times == 0


def test_what_is_not_busy_is_not_waited_for() -> None:
    file = Busy(times=3, code=sqlite3.SQLITE_CANTOPEN)

    with pytest.raises(sqlite3.OperationalError):
        database._keep_a_log(file)

    assert file.times == 2
