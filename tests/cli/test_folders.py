"""Load, check and begin folders from the command line."""

from __future__ import annotations

import json
import shutil

import pytest

from argmap.library import Library


@pytest.fixture
def folder(run, tmp_path):
    """Give the folder that `argmap new` writes."""
    path = tmp_path / "my-corpus"
    assert run("new", path).code == 0
    return path


def test_new_folder_passes_the_check_without_a_warning(run, folder):
    outcome = run("check", folder)

    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == f"No errors and 1 accepted weakness in {folder}.\n"


def test_new_folder_never_goes_over_another(run, folder):
    before = sorted(folder.iterdir())

    assert run("new", folder).code == 1
    assert sorted(folder.iterdir()) == before


def test_check_says_where_every_problem_is_and_fails(run, folder):
    (folder / "20-more.yaml").write_text("claims:\n- id: a\n  issue: nowhere\n  txt: b\n")

    outcome = run("check", folder)

    lines = outcome.out.splitlines()
    assert outcome.code == 1
    assert len(lines) >= 2
    assert all(line.startswith(f"{folder / '20-more.yaml'}:") for line in lines)


def test_check_of_several_folders_reports_them_all(run, folder, tmp_path):
    other = tmp_path / "other-corpus"
    shutil.copytree(folder, other)
    for each in (folder, other):
        (each / "20-more.yaml").write_text("claims: none\n")

    outcome = run("check", folder, other, "--format", "json")

    files = {problem["file"] for problem in json.loads(outcome.out)["problems"]}
    assert files == {str(folder / "20-more.yaml"), str(other / "20-more.yaml")}


def test_check_of_nothing_is_wrong_usage(run, tmp_path):
    outcome = run("check", tmp_path / "nowhere")

    assert outcome.code == 2


def test_load_takes_a_folder_once(run, folder, instance):
    first, second = run("load", folder), run("load", folder)

    assert (first.code, second.code) == (0, 0)
    assert "is loaded." in first.err
    assert "nothing has changed" in second.err
    assert "my-corpus" in run("list").out


def test_load_of_a_broken_folder_names_every_problem_and_keeps_the_store(run, folder, instance):
    run("load", folder)
    before = run("list").out
    (folder / "20-more.yaml").write_text("claims:\n- id: a\n  issue: nowhere\n  txt: b\n")

    outcome = run("load", folder)

    assert outcome.code == 1
    assert outcome.err.count("20-more.yaml:") >= 2
    assert "Traceback" not in outcome.err
    assert run("list").out == before


def test_load_into_another_database_leaves_the_usual_one(run, folder, instance, tmp_path):
    url = f"sqlite:///{tmp_path / 'other.db'}"
    run("load", folder, "--database", url)

    assert [entry.id for entry in Library(url).shelf()] == ["my-corpus"]
    assert "my-corpus" not in run("list").out


def test_check_lists_accepted_weaknesses_with_their_reasons_when_asked(run, folder):
    outcome = run("check", folder, "--accepted")

    assert outcome.code == 0
    [line] = outcome.out.splitlines()
    assert " W212 " in line
    assert line.endswith("Accepted: The council alone counted visitors; no other count is known.")
