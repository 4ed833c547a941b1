"""Run storage tests on SQLite and, where a server is named, on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from argmap.storage.database import connect, writing
from argmap.storage.repository import Repository
from tests.programs import missing

_SERVER = "ARGMAP_TEST_POSTGRES_URL"
_MISSING = f"{_SERVER} names no PostgreSQL server, see CONTRIBUTING.md"


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """Give a URL into a fresh schema of the server, laid out, dropped at the end."""
    url = _server()
    with _FreshSchema(url) as schema_url:
        repository = Repository(connect(schema_url))
        repository.migrate()
        repository.close()
        yield schema_url


@pytest.fixture(scope="session")
def laid_out_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a SQLite file with the layout, for tests to copy."""
    path = tmp_path_factory.mktemp("store") / "laid-out.db"
    repository = Repository(connect(f"sqlite:///{path}"))
    repository.migrate()
    repository.close()
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the URL of a store that is laid out and empty, on each kind of database."""
    if request.param == "sqlite":
        path = tmp_path / "store.db"
        shutil.copy(request.getfixturevalue("laid_out_file"), path)
        return f"sqlite:///{path}"
    schema_url: str = request.getfixturevalue("postgresql_url")
    _empty(schema_url)
    return schema_url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the URL of a database without any table, on each kind of database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    with _FreshSchema(_server()) as schema_url:
        yield schema_url


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """Give an engine to an empty store."""
    engine = connect(url)
    yield engine
    engine.dispose()


@pytest.fixture
def repository(engine: Engine) -> Repository:
    """Give an empty store."""
    return Repository(engine)


def _server() -> str:
    url = os.environ.get(_SERVER, "")
    if not url:
        missing(_MISSING)
    return url


class _FreshSchema:
    """Make a schema on a server, and drop it in the end with all that is in it."""

    def __init__(self, server: str) -> None:
        self._engine = connect(server)
        self._name = f"argmap_{uuid.uuid4().hex}"

    def __enter__(self) -> str:
        with writing(self._engine) as connection:
            connection.execute(text(f"CREATE SCHEMA {self._name}"))
        options = {"options": f"-csearch_path={self._name}"}
        url = make_url(self._engine.url).update_query_dict(options)
        return url.render_as_string(hide_password=False)

    def __exit__(self, *_: object) -> None:
        with writing(self._engine) as connection:
            connection.execute(text(f"DROP SCHEMA {self._name} CASCADE"))
        self._engine.dispose()


def _empty(url: str) -> None:
    repository = Repository(connect(url))
    for entry in repository.shelf():
        repository.remove(entry.id)
    repository.close()
