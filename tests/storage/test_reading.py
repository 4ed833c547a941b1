from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sqlalchemy import Engine

from argmap.storage import database, reading
from argmap.storage.repository import Repository
from tests import builders

_ROOT = Path(__file__).parents[2]


def test_an_unknown_corpus_is_read_as_none(engine: Engine, repository: Repository) -> None:
    repository.replace(builders.corpus("other"))

    with database.reading(engine) as connection:
        assert reading.read(database.fetching(connection), "small") is None


def test_reading_loads_neither_the_tables_nor_alembic_nor_stemmers(url: str) -> None:
    program = (
        "import sys\n"
        "from argmap.storage.database import connect\n"
        "from argmap.storage.repository import Repository\n"
        "repository = Repository(connect(sys.argv[1]))\n"
        "repository.migrate()\n"
        "repository.shelf()\n"
        "print(sorted({'alembic', 'snowballstemmer', 'sqlmodel'} & set(sys.modules)))\n"
        "repository.close()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, url], cwd=_ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"
