"""What one application serves: how often it asks the store, and what a desk changes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask

from argmap.library import Desk, Library
from argmap.storage.repository import Repository
from argmap.web import Settings, create_app
from argmap.web.serving import EXTENSION
from tests.web.corpora import LONE, THREE


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """Note every statement that reaches the database, revision queries included."""
    statements: list[str] = []
    repository: Repository = app.extensions[EXTENSION].library._repository
    pool = repository._engine.pool
    connection = repository._engine.raw_connection()
    connection.close()

    def trace(statement: str) -> None:
        if not statement.startswith(("BEGIN", "ROLLBACK", "COMMIT", "PRAGMA", "--")):
            statements.append(statement)

    connections = [repository._engine.raw_connection() for _ in range(1)]
    for each in connections:
        each.dbapi_connection.set_trace_callback(trace)
        each.close()
    try:
        yield statements
    finally:
        each = repository._engine.raw_connection()
        each.dbapi_connection.set_trace_callback(None)
        each.close()
        assert pool.checkedout() == 0


ONE_CORPUS = [
    "/three/",
    "/three/issues/question",
    "/three/claims/split",
    "/three/claims/split?depth=all&show=left",
    "/three/compare",
    "/three/evidence/words",
    "/three/sources/",
    "/three/sources/record",
]


@pytest.mark.parametrize("address", ONE_CORPUS)
def test_page_asks_for_the_revision_and_nothing_else(
    site: Callable[..., Flask], address: str
) -> None:
    app = site(THREE)
    client = app.test_client()
    client.get("/three/search")
    with counted(app) as statements:
        assert client.get(address).status_code == 200

    assert statements == ["SELECT revision FROM corpus WHERE id = 'three'"] * 3


@pytest.mark.parametrize("address", ONE_CORPUS)
def test_kept_page_costs_one_small_query(site: Callable[..., Flask], address: str) -> None:
    app = site(THREE)
    client = app.test_client()
    client.get(address)
    with counted(app) as statements:
        client.get(address)

    assert statements == ["SELECT revision FROM corpus WHERE id = 'three'"]


@pytest.mark.parametrize(("address", "queries"), [("/method", 0), ("/about", 0), ("/healthz", 0)])
def test_pages_on_no_corpus_ask_nothing(
    site: Callable[..., Flask], address: str, queries: int
) -> None:
    app = site(THREE)
    with counted(app) as statements:
        app.test_client().get(address)

    assert len(statements) == queries


def test_shelf_asks_once_for_each_corpus_and_thrice_for_all(site: Callable[..., Flask]) -> None:
    app = site(THREE, LONE)
    client = app.test_client()
    client.get("/three/"), client.get("/lone/")
    with counted(app) as statements:
        client.get("/")

    assert len(statements) == 3 + 2


def test_search_is_one_query_more(site: Callable[..., Flask]) -> None:
    app = site(THREE)
    client = app.test_client()
    client.get("/three/")
    with counted(app) as statements:
        client.get("/three/search?q=words")

    assert len(statements) == 3 + 1


CORPUS = """
corpus: {title: A desk, revised: 2024}
narratives:
- {id: left, name: Left account, short: Left}
- {id: right, name: Right account, short: Right}
issues:
- {id: question, title: Question, question: What of it?}
claims:
- {id: point, issue: question, text: A point., stances: {left: {stance: asserts}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "draft"
    folder.mkdir()
    (folder / "all.yaml").write_text(CORPUS, "utf-8")
    return folder


def desk_of(folder: Path) -> Flask:
    library = Library("sqlite://")
    return create_app(Settings(), library=library, desk=Desk(folder, library))


def save(folder: Path, text: str) -> None:
    (folder / "all.yaml").write_text(text, "utf-8")
    later = os.stat(folder / "all.yaml").st_mtime_ns + 10**9
    os.utime(folder / "all.yaml", ns=(later, later))


def test_saved_change_is_on_the_next_page(folder: Path) -> None:
    client = desk_of(folder).test_client()
    before = client.get("/draft/claims/point").text
    save(folder, CORPUS.replace("A point.", "Another point."))

    assert "A point." in before
    assert "Another point." in client.get("/draft/claims/point").text


def test_mark_of_the_desk_changes_with_every_change(folder: Path) -> None:
    client = desk_of(folder).test_client()
    marks = [client.get("/desk/state").json["mark"] for _ in range(2)]
    save(folder, CORPUS.replace("asserts", "assrts"))
    marks.append(client.get("/desk/state").json["mark"])
    save(folder, CORPUS.replace("A point.", "Another point."))
    marks.append(client.get("/desk/state").json["mark"])

    assert marks[0] == marks[1]
    assert len(set(marks)) == 3


def test_problems_are_on_every_page_while_the_last_good_corpus_stays(folder: Path) -> None:
    client = desk_of(folder).test_client()
    client.get("/draft/")
    save(folder, CORPUS.replace("asserts", "assrts"))

    for address in ("/", "/draft/", "/draft/claims/point", "/method", "/nothing/"):
        page = client.get(address).text
        assert "all.yaml:9:" in page, address
        assert "assrts" in page
    assert "A point." in client.get("/draft/claims/point").text


def test_folder_that_never_held_together_still_gives_a_page(folder: Path) -> None:
    save(folder, "claims: [")
    response = desk_of(folder).test_client().get("/")

    assert response.status_code == 200
    assert "all.yaml:" in response.text
    assert "Nothing on the shelf yet" in response.text


def test_folder_that_is_gone_still_gives_a_page(folder: Path) -> None:
    app = desk_of(folder)
    app.test_client().get("/draft/")
    shutil.rmtree(folder)

    assert app.test_client().get("/draft/").status_code == 200


def test_pages_of_a_desk_load_its_script_and_others_do_not(
    folder: Path, site: Callable[..., Flask]
) -> None:
    assert "desk.js" in desk_of(folder).test_client().get("/").text
    assert "desk.js" not in site(THREE).test_client().get("/").text
