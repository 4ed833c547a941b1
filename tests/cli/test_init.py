"""Every command helps, and every failure is one plain sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from argmap import __version__
from argmap.cli import COMMANDS
from tests.cli.conftest import Run

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    ran = run(command, "--help")

    assert ran.code == 0
    assert "Examples:" in ran.out
    assert f"argmap {command}" in ran.out.split("Examples:")[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"argmap {command}" in README.read_text("utf-8")


def test_the_list_of_commands_is_in_the_help(run: Run) -> None:
    ran = run("--help")

    assert [name for name in COMMANDS if f"\n  {name} " not in ran.out] == []


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"argmap {__version__}\n"


def test_an_unknown_command_is_refused_with_code_2(run: Run) -> None:
    ran = run("draw")

    assert (ran.code, ran.data) == (2, b"")
    assert "No such command 'draw'" in ran.talk


def test_an_unknown_corpus_is_refused_in_one_sentence(run: Run) -> None:
    ran = run("show", "nowhere")

    assert (ran.code, ran.data) == (2, b"")
    assert "argmap: There is no corpus 'nowhere'." in ran.talk
    assert "Traceback" not in ran.talk


def test_an_unusable_store_is_said_in_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "not-a-store.db").write_bytes(b"no database at all, but long enough" * 9)

    ran = run("list", "--database", f"sqlite:///{tmp_path}/not-a-store.db")

    assert ran.code == 1
    assert ran.talk.startswith("argmap: ")
    assert "Traceback" not in ran.talk


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m argmap.cli --help | head -c 1"

    ran = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=True)

    assert ran.stderr == b""
