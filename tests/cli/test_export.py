"""Files from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap import library
from tests.cli.conftest import Run

CORPUS = "russia-nato"
CLAIM = ("--claim", "scope-beyond-gdr", "--depth", "1")


def test_data_goes_to_standard_output(run: Run) -> None:
    ran = run("export", CORPUS, "--format", "dot", *CLAIM)

    assert ran.out.startswith("digraph")
    assert "Genscher" in ran.out


def test_the_same_export_gives_the_same_bytes(run: Run) -> None:
    first = run("export", CORPUS, "--format", "svg", *CLAIM)
    again = run("export", CORPUS, "--format", "svg", *CLAIM)

    assert first.data == again.data
    assert b"<svg" in first.data


def test_a_folder_gets_a_file_whose_name_says_what_is_inside(run: Run, tmp_path: Path) -> None:
    run("export", CORPUS, "--format", "json", *CLAIM, "-o", tmp_path)

    assert (tmp_path / f"{CORPUS}-scope-beyond-gdr.json").is_file()


def test_a_place_that_is_not_there_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    ran = run("export", CORPUS, "--format", "json", "-o", tmp_path / "no" / "such.json")

    assert ran.code == 1
    assert "cannot be written" in ran.talk
    assert list(tmp_path.glob("**/.argmap-*")) == []


def test_claim_files_given_back_are_loaded_without_a_change(run: Run, tmp_path: Path) -> None:
    copied = tmp_path / "copy" / CORPUS
    copied.parent.mkdir()

    assert run("export", CORPUS, "--format", "claim-folder", "-o", copied).code == 0
    assert run("check", copied).code == 0
    assert "nothing has changed" in run("load", copied).talk


@pytest.mark.parametrize("form", [form.name for form in library.formats() if form.is_picture])
def test_a_picture_of_a_whole_corpus_is_refused_in_a_plain_sentence(run: Run, form: str) -> None:
    ran = run("export", CORPUS, "--format", form)

    assert (ran.code, ran.data) == (2, b"")
    assert "Traceback" not in ran.talk


def test_every_format_is_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")

    assert [form.name for form in library.formats() if f"`{form.name}`" not in readme] == []
