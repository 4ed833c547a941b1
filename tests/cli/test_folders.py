"""Claim files from the command line: new, check, load."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_new_corpus_passes_the_check_and_can_be_loaded_and_shown(run: Run) -> None:
    assert run("new", "my-corpus").code == 0

    checked = run("check", "my-corpus")
    assert (checked.code, checked.data) == (0, b"")
    assert run("load", "my-corpus").code == 0
    assert run("show", "my-corpus").out.strip()


def test_new_does_not_write_over_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep me")

    ran = run("new", "mine")

    assert ran.code == 1
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_check_gives_each_problem_a_line_on_standard_output(run: Run, tmp_path: Path) -> None:
    broken(tmp_path)

    ran = run("check", "broken")

    assert ran.code == 1
    lines = ran.out.splitlines()
    assert [line.split(" ")[0].rsplit(":", 3)[1:3] for line in lines] == [["4", "1"], ["5", "1"]]
    assert ran.talk == "2 errors in broken.\n"


def test_check_gives_json_that_can_be_read(run: Run, tmp_path: Path) -> None:
    broken(tmp_path)

    ran = run("check", "broken", "--format", "json")

    assert len(json.loads(ran.out)["problems"]) == 2


def test_check_of_no_folder_is_asked_wrongly(run: Run) -> None:
    assert run("check", "nowhere").code == 2


def test_a_broken_folder_leaves_the_store_as_it_was(run: Run, tmp_path: Path) -> None:
    run("new", "broken")
    run("load", "broken")
    before = run("show", "broken").out
    next((tmp_path / "broken").glob("*.yaml")).write_text("claims: nonsense\n")

    ran = run("load", "broken")

    assert ran.code == 1
    assert "E2" in ran.talk or "E0" in ran.talk
    assert run("show", "broken").out == before


def test_loading_twice_says_that_nothing_has_changed(run: Run) -> None:
    run("new", "mine")
    run("load", "mine")

    assert "nothing has changed" in run("load", "mine").talk


def broken(folder: Path) -> None:
    """Write a corpus with two unknown fields, in lines 4 and 5."""
    (folder / "broken").mkdir()
    text = "corpus:\n  title: T\n  summary: S\nclaimz: []\nsourcez: []\n"
    (folder / "broken" / "a.yaml").write_text(text)
