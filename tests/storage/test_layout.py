from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from argmap.errors import StoreUnavailable
from argmap.storage import database, layout, tables
from argmap.storage.database import connect
from argmap.storage.repository import Repository
from tests import builders


@pytest.fixture
def bare(bare_url: str) -> Iterator[Engine]:
    engine = connect(bare_url)
    yield engine
    engine.dispose()


def _table_names(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def test_the_newest_script_is_the_one_named(bare: Engine) -> None:
    with database.writing(bare) as connection:
        scripts = ScriptDirectory.from_config(layout.configuration(connection))

    assert scripts.get_current_head() == layout.NEWEST


def test_migrations_and_tables_agree(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, *_: not layout.is_search_storage(name),
                "compare_server_default": True,
            },
        )
        differences = compare_metadata(context, tables.metadata)

    assert differences == []


def test_migrations_and_tables_agree_on_keys_and_their_names(engine: Engine) -> None:
    found = inspect(engine)

    for table in tables.metadata.sorted_tables:
        key = found.get_pk_constraint(table.name)
        foreign = {
            (each["name"], *each["constrained_columns"], *each["referred_columns"])
            for each in found.get_foreign_keys(table.name)
        }
        assert key["constrained_columns"] == [column.name for column in table.primary_key]
        assert key["name"] == table.primary_key.name
        assert foreign == {
            (each.name, *each.column_keys, *(element.column.name for element in each.elements))
            for each in table.foreign_key_constraints
        }


def test_layout_goes_up_and_down_and_up_again(bare: Engine) -> None:
    layout.migrate(bare)
    laid_out = _table_names(bare)
    with database.writing(bare) as connection:
        layout.move_to(connection, "base")
    cleared = _table_names(bare)
    layout.migrate(bare)

    assert cleared == {"alembic_version"}
    assert _table_names(bare) == laid_out
    assert set(tables.metadata.tables) < laid_out


def test_migrating_keeps_what_is_stored(repository: Repository) -> None:
    repository.replace(builders.corpus())

    repository.migrate()

    assert repository.read("small") == builders.corpus()


def test_programs_that_start_together_lay_out_once(bare_url: str) -> None:
    def start(_: int) -> str | None:
        engine = connect(bare_url)
        layout.migrate(engine)
        with database.reading(engine) as connection:
            found = layout.layout_of(connection)
        engine.dispose()
        return found

    with ThreadPoolExecutor(4) as programs:
        assert set(programs.map(start, range(4))) == {layout.NEWEST}


def test_a_newer_database_is_refused_and_unchanged(bare: Engine) -> None:
    layout.migrate(bare)
    with database.writing(bare) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreUnavailable, match="made by a newer argmap"):
        layout.migrate(bare)

    with database.reading(bare) as connection:
        assert layout.layout_of(connection) == "9999"


def test_a_layout_that_fails_half_way_leaves_nothing(bare: Engine) -> None:
    with database.writing(bare) as connection:
        connection.execute(text("CREATE TABLE stance (id INTEGER)"))

    with pytest.raises(StoreUnavailable):
        layout.migrate(bare)

    assert _table_names(bare) == {"stance"}


def test_store_of_an_older_layout_keeps_its_corpora(bare: Engine) -> None:
    values = "'small', 'Small', '', 'en', '', NULL, 'old'"
    with database.writing(bare) as connection:
        layout.move_to(connection, "0001")
        connection.execute(
            text(
                "INSERT INTO corpus (id, title, summary, language, licence, revised, revision) "
                f"VALUES ({values})"
            )
        )
        for row in (
            "narrative VALUES ('small', 'left', 0, 'Left account', 'Left', 'account', '')",
            "issue VALUES ('small', 'question', 0, 'Issue', 'What?', '', NULL)",
            "referent VALUES ('small', 'point', 'claim')",
            "claim (corpus_id, id, position, issue, text, level, note)"
            " VALUES ('small', 'point', 0, 'question', 'A point', 'headline', '')",
        ):
            connection.execute(text(f"INSERT INTO {row}"))
    repository = Repository(bare)
    repository.migrate()

    held = repository.read("small")
    assert (held.title, held.accepted) == ("Small", ())
    assert (held.claims[0].text, held.claims[0].in_full) == ("A point", "")
    assert held.narratives[0].strongest == ()
    assert [hit.id for hit in repository.search("small", "a point").hits] == ["point"]


def test_stores_of_many_threads_are_laid_out_each_for_itself() -> None:
    begin = threading.Barrier(8, timeout=60)

    def lay_out(number: int) -> set[str]:
        engine = connect("sqlite://")
        begin.wait()
        layout.migrate(engine)
        names = _table_names(engine)
        engine.dispose()
        return names

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lay_out, range(8)))

    assert {"alembic_version", "claim"} <= found[0]
    assert all(names == found[0] for names in found)
