"""Open the database that a URL names, and say plainly what is wrong with it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    QueuePool,
    TextClause,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from argmap.errors import StoreUnavailable
from argmap.storage.failures import explain
from argmap.storage.reading import Fetch

BUSY_TIMEOUT_MS = 5_000
_LOOKED_AGAIN_S = 0.01
CONNECT_TIMEOUT_S = 5
MAX_CONNECTIONS = 16

_POSTGRESQL_NAMES = {"postgres", "postgresql", "postgresql+psycopg"}
_SQLITE_NAMES = {"sqlite", "sqlite+pysqlite"}
_WRITING = "argmap_writing"
# Any fixed number will do: it names the one lock that everybody who writes has to hold.
_WRITERS_LOCK = 0x6172676D6170


def connect(url: str) -> Engine:
    """Make the engine for a database; nothing is opened before its first use.

    Args:
        url: `sqlite:///argmap.db` (a path from the current folder), `sqlite:////var/argmap.db`
            (from the root), `sqlite://` (in memory, gone with the engine) or
            `postgresql://user:password@host/name`. `postgres://` is understood too.

    Returns:
        An engine of its own, shared by threads. In memory it has a single connection that
        threads take in turn.

    Raises:
        StoreUnavailable: Not such a URL, or the driver for PostgreSQL is not installed.
    """
    address = _parsed(url)
    if address.drivername in _SQLITE_NAMES:
        return _sqlite(address)
    if address.drivername in _POSTGRESQL_NAMES:
        return _postgresql(address.set(drivername="postgresql+psycopg"))
    raise StoreUnavailable(
        f"argmap cannot keep its store in {address.drivername!r}: {_URLS_UNDERSTOOD}"
    )


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection on which all queries see the store as it was at the first one.

    Raises:
        StoreUnavailable: The database fails.
    """
    with store_errors(engine), engine.connect() as connection:
        if not is_sqlite(engine):
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection for one transaction, kept whole or not at all.

    Writers go one after the other; who comes second waits, for some seconds, and then sees
    what the first has written.

    Raises:
        StoreUnavailable: The database fails, or somebody else writes for too long.
    """
    with store_errors(engine), engine.connect() as connection:
        connection = connection.execution_options(**{_WRITING: True})
        with connection.begin():
            if not is_sqlite(engine):
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_TIMEOUT_MS}")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")
            yield connection


@contextmanager
def store_errors(engine: Engine) -> Iterator[None]:
    """Turn whatever the database raises inside into `StoreUnavailable`."""
    try:
        yield
    except (SQLAlchemyError, _driver_error(engine)) as error:
        raise StoreUnavailable(explain(engine.url, error)) from error


def fetching(connection: Connection) -> Fetch:
    """Give the way `reading.read` asks its queries on a connection."""
    if is_sqlite(connection.engine):
        # Its driver knows `:name` itself, and twenty small queries are done sooner than passed on.
        driver: Any = connection.connection.dbapi_connection
        return lambda query, values: driver.execute(query, values).fetchall()

    def fetch(query: str, values: Mapping[str, str]) -> Sequence[Sequence[Any]]:
        return connection.execute(_prepared(query), values).fetchall()

    return fetch


@cache
def _prepared(query: str) -> TextClause:
    return text(query)


def is_sqlite(engine: Engine) -> bool:
    """Tell the two kinds of database apart."""
    return engine.dialect.name == "sqlite"


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        # Neither repeated nor chained: a URL that cannot be read may have a password anywhere.
        raise StoreUnavailable(f"The database's URL cannot be read: {_URLS_UNDERSTOOD}") from None


def _sqlite(address: URL) -> Engine:
    options: dict[str, Any] = {"pool_size": MAX_CONNECTIONS}
    if address.database in (None, "", ":memory:") or address.query.get("mode") == "memory":
        # A database in memory is its connection. SQLAlchemy's own answer, StaticPool, hands it
        # to several threads at once, and their transactions run into each other.
        options = {"pool_size": 1, "max_overflow": 0}
    engine = create_engine(
        address,
        poolclass=QueuePool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,
        **options,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Left alone, the driver begins a transaction at the first write only, so that queries
    # before it would not belong to it.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA foreign_keys=ON")
    _keep_a_log(connection)


def _keep_a_log(connection: Any) -> None:
    """Let readers and a writer work at a time.

    Where several programs open a new file at the same moment, SQLite does not wait as it does
    elsewhere, but fails at once.
    """
    until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > until:
                raise
            time.sleep(_LOOKED_AGAIN_S)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    # To begin by reading and write later would fail at once if somebody wrote in between.
    writes = connection.get_execution_options().get(_WRITING, False)
    driver: Any = connection.connection.dbapi_connection
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(address: URL) -> Engine:
    try:
        return create_engine(
            address,
            pool_pre_ping=True,
            pool_size=MAX_CONNECTIONS,
            connect_args={"connect_timeout": CONNECT_TIMEOUT_S},
            hide_parameters=True,
        )
    except ImportError:
        raise StoreUnavailable(
            "A store in PostgreSQL needs one more package: pip install 'argmap[postgres]'."
        ) from None


def _driver_error(engine: Engine) -> type[Exception]:
    # Raised bare where no SQLAlchemy stands between: by the listeners and raw connections.
    driver: Any = engine.dialect.loaded_dbapi
    error: type[Exception] = driver.Error
    return error


_URLS_UNDERSTOOD = (
    "write sqlite:///argmap.db for a file or postgresql://user:password@host/name for a server."
)
