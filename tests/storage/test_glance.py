from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.readers import claim_folder
from argmap.resources import shipped
from argmap.storage import glance
from argmap.storage.database import connect
from argmap.storage.repository import Repository
from tests import builders

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path, laid_out_file: Path) -> Path:
    """Give a store in a file, with one corpus in it."""
    path = tmp_path / "store of mine.db"
    path.write_bytes(laid_out_file.read_bytes())
    repository = Repository(connect(f"sqlite:///{path}"))
    repository.replace(builders.corpus(claims=[builders.claim("a", text="Обещание")]))
    repository.close()
    return path


def test_corpus_is_the_one_that_the_repository_reads(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    repository = Repository(connect(url))
    repository.migrate()
    folder = min(shipped("claims").iterdir())
    corpus = claim_folder.read(folder).corpus
    assert corpus is not None
    repository.replace(corpus)

    assert glance.read(url, corpus.id) == repository.read(corpus.id) == corpus


def test_path_is_taken_as_it_stands(file: Path) -> None:
    corpus = glance.read(f"sqlite:///{file}", "small")

    assert corpus is not None
    assert corpus.claims[0].text == "Обещание"


def test_path_from_the_current_folder_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)

    assert glance.read(f"sqlite:///{file.name}", "small") is not None


def test_file_that_is_missing_is_not_made(tmp_path: Path) -> None:
    assert glance.read(f"sqlite:///{tmp_path / 'none.db'}", "small") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///a%20b.db",
        "sqlite:///a?b=c",
        "postgresql://host/name",
    ],
)
def test_what_is_no_plain_file_is_left_to_the_repository(url: str) -> None:
    assert glance.read(url, "small") is None


@pytest.mark.parametrize("id", ["other", "small\0", "' OR 1=1 --"])
def test_corpus_that_is_not_there_is_none(file: Path, id: str) -> None:
    assert glance.read(f"sqlite:///{file}", id) is None


def test_other_layout_is_left_to_the_repository(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()

    assert glance.read(f"sqlite:///{file}", "small") is None


def test_broken_file_is_left_to_the_repository(tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_text("no database, " * 99)

    assert glance.read(f"sqlite:///{tmp_path / 'broken.db'}", "small") is None


def test_reading_does_not_load_sqlalchemy(file: Path) -> None:
    program = (
        "import sys\n"
        "from argmap.storage import glance\n"
        "assert glance.read(sys.argv[1], 'small')\n"
        "print('sqlalchemy' in sys.modules)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, f"sqlite:///{file}"],
        cwd=_ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert done.stdout == "False\n"
