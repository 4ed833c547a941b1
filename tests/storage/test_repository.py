from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine, event

from argmap.core.model import AccountText, Corpus, Role
from argmap.errors import InvalidCorpus, InvalidInput, StoreUnavailable, UnknownName
from argmap.storage import database, indexing
from argmap.storage.database import connect
from argmap.storage.repository import Repository
from argmap.storage.revision import revision_of
from tests import builders
from tests.storage.strategies import HOSTILE, corpora

_ANY_DATABASE = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _at_each_read(engine: Engine, call: Callable[[str], object]) -> None:
    """Call with each statement that reads, those too that SQLite's driver is asked itself."""

    def hear(statement: str) -> None:
        if statement.startswith("SELECT"):
            call(statement)

    if database.is_sqlite(engine):
        event.listen(engine, "checkout", lambda driver, *_: driver.set_trace_callback(hear))
    else:
        event.listen(engine, "before_cursor_execute", lambda _c, _d, text, *_: hear(text))


def _queries(engine: Engine) -> list[str]:
    statements: list[str] = []
    event.listen(
        engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_: statements.append(statement),
    )
    return statements


@_ANY_DATABASE
@given(corpus=corpora())
def test_any_corpus_is_read_as_it_was_stored(repository: Repository, corpus: Corpus) -> None:
    repository.replace(corpus)

    assert repository.read(corpus.id) == corpus


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_in_every_place(repository: Repository, text: str) -> None:
    corpus = builders.corpus(
        title=text,
        narratives=[replace(builders.narrative("left"), name=text, short=text, summary=text)],
        issues=[replace(builders.issue(), accounts=(AccountText(narrative="left", text=text),))],
        sources=[builders.source(title=text, authors=(text, text), note=text)],
        evidence=[builders.quotation("said", text=text, speaker=text, original=text)],
        claims=[builders.claim("c", text=text, note=text)],
        stances=[builders.stance("left", "c", how=text)],
        arguments=[builders.support("a", "said", "c", because=text)],
    )

    repository.replace(corpus)

    assert repository.read(corpus.id) == corpus


def test_arguments_that_undercut_each_other_are_kept(repository: Repository) -> None:
    corpus = builders.corpus(
        evidence=[builders.fact("e")],
        arguments=[builders.undercut("one", "e", "two"), builders.undercut("two", "e", "one")],
    )

    repository.replace(corpus)

    assert repository.read(corpus.id) == corpus


def test_equal_ids_in_two_corpora_do_not_meet(repository: Repository) -> None:
    first = builders.corpus("first", claims=[builders.claim("c", text="One")])
    second = builders.corpus("second", claims=[builders.claim("c", text="Two")])

    repository.replace(first)
    repository.replace(second)

    assert (repository.read("first"), repository.read("second")) == (first, second)


def test_new_content_takes_the_place_of_the_old(repository: Repository) -> None:
    repository.replace(builders.corpus(claims=[builders.claim("a"), builders.claim("b")]))
    smaller = builders.corpus(claims=[builders.claim("b", text="Another text")])

    changed = repository.replace(smaller)

    assert (changed, repository.read(smaller.id)) == (True, smaller)


def test_storing_the_same_again_writes_nothing(repository: Repository, engine: Engine) -> None:
    corpus = builders.corpus(claims=[builders.claim("c")])
    repository.replace(corpus)
    statements = _queries(engine)

    changed = repository.replace(builders.corpus(claims=[builders.claim("c")]))

    assert (changed, statements) == (False, [])


def test_a_corpus_that_does_not_hold_together_is_refused(repository: Repository) -> None:
    good = builders.corpus(claims=[builders.claim("c")])
    repository.replace(good)

    with pytest.raises(InvalidCorpus, match="no issue 'gone'"):
        repository.replace(builders.corpus(claims=[builders.claim("c", issue="gone")]))

    assert repository.read(good.id) == good


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d of a pair", "\\\0"])
def test_text_no_database_keeps_is_refused(repository: Repository, text: str) -> None:
    with pytest.raises(InvalidInput, match="take it out"):
        repository.replace(builders.corpus(claims=[builders.claim("c", text=text)]))

    assert repository.shelf() == ()


def test_a_failure_on_the_way_leaves_the_old_corpus(repository: Repository) -> None:
    old = builders.corpus(claims=[builders.claim("c", text="The old words")])
    repository.replace(old)

    def fail(what: str, done: int, total: int) -> None:
        if what == "storing" and done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        repository.replace(builders.corpus(claims=[builders.claim("new")]), progress=fail)

    assert repository.read(old.id) == old
    assert repository.revision(old.id) == revision_of(old)
    assert [hit.id for hit in repository.search(None, "old words").hits] == ["c"]


def test_progress_grows_to_the_whole(repository: Repository) -> None:
    steps: list[tuple[str, int, int]] = []

    corpus = builders.corpus(claims=[builders.claim(f"c{number}") for number in range(1_500)])
    repository.replace(corpus, progress=lambda *step: steps.append(step))

    for stage, most_at_once in (("indexing", 100), ("storing", 1_000)):
        done = [step[1] for step in steps if step[0] == stage]
        totals = {step[2] for step in steps if step[0] == stage}
        assert totals == {done[-1]}
        assert all(0 < after - before <= most_at_once for before, after in pairwise([0, *done]))
    assert list(dict.fromkeys(what for what, _, _ in steps)) == ["indexing", "storing"]


def test_revision_names_the_stored_content(repository: Repository) -> None:
    corpus = builders.corpus()
    repository.replace(corpus)

    assert repository.revision(corpus.id) == revision_of(corpus)


@pytest.mark.parametrize("id", ["nowhere", "", "' OR '1'='1", "a\0b", "\ud800", "%s"])
def test_an_unknown_corpus_has_no_revision(repository: Repository, id: str) -> None:
    repository.replace(builders.corpus())

    assert repository.revision(id) is None


@pytest.mark.parametrize("id", ["smal", "a\0b", "\ud800"])
def test_an_unknown_corpus_is_refused_with_the_known_ones(repository: Repository, id: str) -> None:
    repository.replace(builders.corpus("small"))

    for use in (repository.read, repository.remove):
        with pytest.raises(UnknownName, match=r"no corpus .* Known: small\."):
            use(id)


def test_reading_takes_as_many_queries_for_any_corpus(
    repository: Repository, engine: Engine
) -> None:
    repository.replace(builders.corpus("bare", sources=[], issues=[]))
    repository.replace(
        builders.corpus(
            "full",
            evidence=[builders.fact("e"), builders.quotation("q")],
            claims=[builders.claim("c"), builders.claim("d")],
            stances=[builders.stance("left", "c")],
            arguments=[builders.support("a", ("e", "q"), "c")],
        )
    )
    statements: list[str] = []
    _at_each_read(engine, statements.append)
    counts = []

    for id in ("bare", "full"):
        repository.read(id)
        counts.append(len(statements))
        statements.clear()

    assert counts == [19, 19]


def test_shelf_counts_each_kind_in_one_query(repository: Repository, engine: Engine) -> None:
    repository.replace(builders.corpus("z", title="Ä first", summary="Of z"))
    repository.replace(
        builders.corpus(
            "b",
            title="a last",
            narratives=[builders.narrative("left"), builders.observer("sage")],
            evidence=[builders.fact("e")],
            claims=[builders.claim("c"), builders.claim("d")],
            arguments=[builders.support("a", "e", "c")],
            events=[builders.event("v")],
        )
    )
    statements = _queries(engine)

    entries = repository.shelf()

    assert [entry.id for entry in entries] == ["b", "z"]
    assert [
        (e.narratives, e.issues, e.events, e.sources, e.evidence, e.claims, e.arguments)
        for e in entries
    ] == [(2, 1, 1, 1, 1, 2, 1), (2, 1, 0, 1, 0, 0, 0)]
    assert entries[1].summary == "Of z"
    assert len(statements) == 1


def test_a_removed_corpus_leaves_nothing_behind(repository: Repository) -> None:
    gone = builders.corpus("gone", claims=[builders.claim("c", text="Unforgettable")])
    kept = builders.corpus("kept", claims=[builders.claim("c", text="Unforgettable")])
    repository.replace(gone)
    repository.replace(kept)

    repository.remove("gone")

    assert repository.revision("gone") is None
    assert [entry.id for entry in repository.shelf()] == ["kept"]
    assert [hit.corpus for hit in repository.search(None, "unforgettable").hits] == ["kept"]
    assert repository.replace(gone)


def test_who_reads_during_a_load_sees_the_old_corpus(repository: Repository) -> None:
    old = builders.corpus(claims=[builders.claim("c", text="Old")])
    repository.replace(old)
    seen: list[Corpus] = []

    def look(what: str, done: int, total: int) -> None:
        if what == "storing" and done == total:
            with ThreadPoolExecutor(1) as reader:
                seen.append(reader.submit(repository.read, old.id).result())

    new = builders.corpus(claims=[builders.claim("c", text="New")])
    repository.replace(new, progress=look)

    assert (seen, repository.read(old.id)) == ([old], new)


def test_a_read_sees_one_moment_while_others_load(repository: Repository, engine: Engine) -> None:
    old = builders.corpus(claims=[builders.claim("c", text="Old")])
    new = builders.corpus(title="New", claims=[builders.claim("d", text="New")])
    repository.replace(old)

    def load_in_between(statement: str) -> None:
        if "FROM claim " in statement:
            with ThreadPoolExecutor(1) as loader:
                loader.submit(repository.replace, new).result()

    _at_each_read(engine, load_in_between)
    read = repository.read("small")

    assert (read, repository.read("small")) == (old, new)


def test_threads_that_load_at_once_take_turns(repository: Repository) -> None:
    versions = [
        builders.corpus(id, claims=[builders.claim("c", text=f"{number}")])
        for id in ("one", "two")
        for number in range(6)
    ]

    with ThreadPoolExecutor(6) as loaders:
        list(loaders.map(repository.replace, versions))

    assert repository.read("one") in versions
    assert repository.read("two") in versions


def test_a_store_in_memory_is_shared_by_threads() -> None:
    repository = Repository(connect("sqlite://"))
    repository.migrate()
    versions = [builders.corpus(claims=[builders.claim(f"c{number}")]) for number in range(8)]

    with ThreadPoolExecutor(8) as loaders:
        list(loaders.map(repository.replace, versions))
        read = list(loaders.map(lambda _: repository.read("small"), range(32)))
    repository.close()

    assert len(set(map(revision_of, read))) == 1


def test_a_store_without_tables_says_so(bare_url: str) -> None:
    repository = Repository(connect(bare_url))

    for use in (repository.shelf, lambda: repository.revision("x"), lambda: repository.read("x")):
        with pytest.raises(StoreUnavailable, match="none of argmap's tables"):
            use()
    repository.close()


def test_roles_and_flags_keep_their_types(repository: Repository) -> None:
    corpus = builders.corpus(
        narratives=[builders.narrative("left"), builders.observer("sage")],
        sources=[builders.source(verified=False)],
    )
    repository.replace(corpus)

    read = repository.read(corpus.id)

    assert read.narratives[1].role is Role.OBSERVER
    assert read.sources[0].verified is False


def test_a_revision_costs_far_less_than_a_page(repository: Repository, engine: Engine) -> None:
    repository.replace(builders.corpus())
    statements = _queries(engine)

    repository.revision("small")

    assert statements == []  # Nothing of SQLAlchemy's machinery, and no transaction around it.


def test_a_disk_without_room_is_said_and_changes_nothing(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'store.db'}")
    repository = Repository(engine)
    repository.migrate()
    repository.replace(builders.corpus())
    engine.dispose()
    event.listen(
        engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count=1")
    )
    big = builders.corpus(claims=[builders.claim(f"c{number}") for number in range(3_000)])

    with pytest.raises(StoreUnavailable, match="the disk is full"):
        repository.replace(big)

    assert repository.read("small") == builders.corpus()
    repository.close()


def test_revisions_are_those_of_every_corpus_by_id(repository: Repository) -> None:
    for id in ("second", "first"):
        repository.replace(builders.corpus(id))

    assert repository.revisions() == tuple(
        (id, repository.revision(id)) for id in ("first", "second")
    )


def test_corpus_without_an_index_is_indexed_at_the_start(
    repository: Repository, engine: Engine
) -> None:
    corpus = builders.corpus(claims=[builders.claim("c", text="Unforgettable words")])
    repository.replace(corpus)
    with database.writing(engine) as connection:
        indexing.remove(connection, "small")
    repository.migrate()
    repository.migrate()

    assert [hit.id for hit in repository.search("small", "unforgettable").hits] == ["c"]
    assert repository.search("small", "unforgetatble").instead == "unforgettable"
    assert not repository.replace(corpus)
