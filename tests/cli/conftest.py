"""Run the command line as a person does, in this process, on a store of the test's own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from argmap import cli


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind: its exit code, standard output (data) and error (talk)."""

    code: int
    data: bytes
    talk: str

    @property
    def out(self) -> str:
        return self.data.decode()


Run = Callable[..., Ran]


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Run:
    monkeypatch.setenv("ARGMAP_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.delenv("ARGMAP_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["argmap", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capfdbinary.readouterr()
        return Ran(int(ended.value.code or 0), told.out, told.err.decode())

    return run
