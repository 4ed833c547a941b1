from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Corpus
from argmap.errors import InvalidInput
from argmap.storage import database, indexing, reading
from argmap.storage.database import connect
from argmap.storage.repository import Repository
from tests import builders
from tests.storage.loader import versions

_ROOT = Path(__file__).parents[2]
_SEED = 1990
_LONGEST_S = 0.1
_BUSIEST_S = 12.8

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes to fork")


@contextmanager
def _loader(url: str, first: str = "") -> Iterator[Callable[[], int]]:
    """Give a function that starts a process loading for ever; all end with the test."""
    started: list[int] = []
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.loader", url],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:

        def start() -> int:
            print(first, file=process.stdin, flush=True)
            started.append(int(process.stdout.readline()))
            return started[-1]

        try:
            yield start
        finally:
            for child in started:
                # While the loader lives, the dead are its children and keep their numbers.
                os.kill(child, signal.SIGKILL)
            _, complaints = process.communicate()
    assert complaints == ""


def _stored_whole(url: str) -> Corpus | None:
    """Return what the store holds, once it is found to be whole, its search index included.

    All is read in one transaction: a process that was killed may end a little later.
    """
    engine = connect(url)
    with database.reading(engine) as connection:
        corpus = reading.read(database.fetching(connection), "loaded")
        indexed = connection.execute(text("SELECT kind, id, text FROM search_entry")).all()
        rows = connection.execute(text("SELECT COUNT(*) FROM search_index")).scalar_one()
        if database.is_sqlite(engine):
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    engine.dispose()
    expected = () if corpus is None else indexing.entries(ArgumentGraph(corpus))
    assert corpus in (None, *versions())
    assert sorted(map(tuple, indexed)) == sorted((e.kind, e.id, e.text) for e in expected)
    assert rows == len(expected)
    return corpus


def test_a_killed_load_leaves_the_old_corpus_or_the_new(url: str) -> None:
    moments = random.Random(_SEED)
    found = set()
    with _loader(url, "laid out") as start:
        longest_s, rounds = _LONGEST_S, 0
        # Where the machine is busy all moments may fall before the first load: wait longer then.
        while rounds < 20 or (len(found) < 2 and longest_s < _BUSIEST_S):
            longest_s = longest_s if rounds < 20 else longest_s * 2
            rounds += 1
            child = start()
            time.sleep(moments.uniform(longest_s / 2 if rounds > 20 else 0, longest_s))
            os.kill(child, signal.SIGKILL)
            found.add(_stored_whole(url))

    assert len(found) > 1


@pytest.mark.parametrize("moment_s", [0.02, 0.06])
def test_a_killed_first_start_can_be_taken_up_again(bare_url: str, moment_s: float) -> None:
    with _loader(bare_url) as start:
        child = start()
        time.sleep(moment_s)
        os.kill(child, signal.SIGKILL)
        repository = Repository(connect(bare_url))
        repository.migrate()
        repository.close()

        assert _stored_whole(bare_url) in (None, *versions())


def test_processes_that_load_at_once_take_turns(bare_url: str) -> None:
    with _loader(bare_url) as start:
        repository = Repository(connect(bare_url))
        for _ in range(3):
            start()
        repository.migrate()
        last = time.monotonic() + 60
        while repository.revision("loaded") is None and time.monotonic() < last:
            time.sleep(0.01)

        read = [repository.read("loaded") for _ in range(60)]

        assert all(corpus in versions() for corpus in read)
        repository.close()


def test_a_date_that_cannot_be_read_back_is_refused(repository: Repository) -> None:
    corpus = builders.corpus(revised=PartialDate(1990, 0, 9))

    with pytest.raises(InvalidInput, match="'1990-09' is no date"):
        repository.replace(corpus)
