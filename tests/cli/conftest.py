"""Run the command line, as people do and within the process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from argmap import cli
from argmap.library import Library
from tests import builders

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left: its exit code and what it wrote to either stream."""

    code: int
    out: str
    err: str


@pytest.fixture
def empty_instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a place where argmap never ran."""
    monkeypatch.setenv("ARGMAP_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.delenv("ARGMAP_DATABASE_URL", raising=False)
    return tmp_path / "instance"


@pytest.fixture
def instance(empty_instance: Path) -> Path:
    """Give the instance folder of a machine whose store holds one small corpus."""
    folder = empty_instance
    folder.mkdir()
    corpus = builders.corpus(
        claims=[builders.claim("promise", text="Обещание было дано"), builders.claim("reply")],
        evidence=[builders.quotation("memo")],
        stances=[
            builders.stance("left", "promise"),
            builders.stance("right", "promise", "denies"),
        ],
        arguments=[
            builders.support("recorded", "memo", "promise"),
            builders.rebut("unwritten", "reply", "promise", by="right"),
        ],
    )
    library = Library(f"sqlite:///{folder / 'argmap.db'}")
    library._repository.replace(corpus)
    library._repository.close()
    return folder


@pytest.fixture
def run(
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    empty_instance: Path,
) -> Callable[..., Outcome]:
    """Run a command within the process, in a place of its own, with the same end as `argmap`."""

    def call(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["argmap", *map(str, arguments)])
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as stop:
            cli.main()
        out, err = capfdbinary.readouterr()
        code = stop.value.code
        assert isinstance(code, int)
        return Outcome(code, out.decode(errors="replace"), err.decode())

    return call


def process(*arguments: object, **options: object) -> subprocess.Popen[str]:
    """Start a command as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "argmap.cli", *map(str, arguments)],
        cwd=options.pop("cwd", ROOT),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )
