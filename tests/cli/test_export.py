"""Export files from the command line."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli import export
from argmap.library import Exported, Library
from argmap.readers import claim_folder
from tests.cli.conftest import ROOT, process

PICTURE = ("--claim", "promise", "--format", "svg")


def test_text_goes_to_standard_output(run, instance):
    outcome = run("export", "small", "--format", "json")

    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)["corpus"]["id"] == "small"


def test_option_of_another_format_is_refused_with_those_it_has(run, instance):
    outcome = run("export", "small", *PICTURE, "--seed", "7")

    assert outcome.code == 2
    assert "no option 'seed'" in outcome.err


def test_option_that_nothing_has_is_refused(run, instance):
    outcome = run("export", "small", *PICTURE, "--taste", "sweet")

    assert (outcome.code, outcome.out) == (2, "")
    assert "No such option '--taste'" in outcome.err


@pytest.mark.parametrize("named", [("--format", "pdf"), ("--format=pdf",), ("-fpdf",), ()])
def test_help_has_the_options_of_all_formats_whichever_is_named(run, instance, named):
    outcome = run("export", *named, "--help")

    assert outcome.code == 0
    # Examples name some of them, too.
    assert all(f"\n  --{name} " in outcome.out for name in ("margin", "seed", "citing"))


@pytest.mark.parametrize("named", [("--format", "pdf"), ("--format=pdf",), ("-fpdf",)])
def test_option_is_heeded_however_the_format_is_named(run, instance, tmp_path, named):
    run("export", "small", *named, "-c", "promise", "--paper", "letter", "-o", tmp_path)

    assert [each.name for each in tmp_path.glob("*.pdf")] == ["small-promise-map-letter.pdf"]


def test_output_names_a_file(run, instance, tmp_path):
    run("export", "small", *PICTURE, "-o", tmp_path / "map.svg")

    assert (tmp_path / "map.svg").read_bytes().startswith(b"<svg")


def test_output_names_a_folder_to_put_it_in(run, instance, tmp_path):
    run("export", "small", *PICTURE, "-o", tmp_path)

    assert (tmp_path / "small-promise-map.svg").is_file()


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_file_has_the_permissions_that_any_new_file_gets(run, instance, tmp_path):
    (tmp_path / "plain").touch()
    run("export", "small", *PICTURE, "-o", tmp_path / "map.svg")

    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("plain", "map.svg")]
    assert modes[0] == modes[1]


def test_export_that_fails_leaves_the_old_file_and_nothing_else(run, instance, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "map.svg").write_text("the old one")

    outcome = run("export", "small", *PICTURE, "-d", "pie", "-o", tmp_path / "out" / "map.svg")

    assert outcome.code == 2
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["map.svg"]
    assert (tmp_path / "out" / "map.svg").read_text() == "the old one"


def test_folder_that_is_not_there_is_said_in_one_line(run, instance, tmp_path):
    outcome = run("export", "small", *PICTURE, "-o", tmp_path / "nowhere" / "map.svg")

    assert outcome.code == 1
    assert "cannot be written" in outcome.err
    assert outcome.err.count("\n") == 1
    assert list(tmp_path.glob("**/.argmap-*")) == []


def test_same_export_in_two_processes_and_folders_gives_the_same_bytes(instance, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    made = []
    for folder in (tmp_path, tmp_path / "elsewhere"):
        with process("export", "small", *PICTURE, cwd=folder) as exported:
            made.append(exported.communicate()[0])

    assert made[0].startswith("<svg")
    assert made[0] == made[1]


def test_claim_folder_loads_again_and_changes_nothing(run, instance, tmp_path):
    run("export", "small", "--format", "claim-folder", "-o", tmp_path / "small")

    store = Library(f"sqlite:///{instance / 'argmap.db'}")
    assert claim_folder.read(tmp_path / "small").corpus == store.graph("small").corpus
    assert store.load_folder(tmp_path / "small").changed is False


def test_claim_folder_is_an_archive_where_the_name_says_so(run, instance, tmp_path):
    run("export", "small", "--format", "claim-folder", "-o", tmp_path / "small.zip")

    assert (tmp_path / "small.zip").read_bytes().startswith(b"PK")


def test_claim_folder_never_goes_over_a_folder_with_something_in_it(run, instance, tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "mine.txt").write_text("mine")

    outcome = run("export", "small", "--format", "claim-folder", "-o", tmp_path / "kept")

    assert outcome.code == 1
    assert [each.name for each in (tmp_path / "kept").iterdir()] == ["mine.txt"]


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
def test_terminal_is_spared_a_binary_file(instance):
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = ("export", "small", "--claim", "promise", "--format", "png")
    result = subprocess.run(
        [sys.executable, "-m", "argmap.cli", *command],
        cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)

    assert result.returncode == 2
    assert "-o small-promise-map.png" in result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_pipe_is_written_to_and_not_replaced(run, instance, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE) as reader:
        try:
            run("export", "small", *PICTURE, "-o", tmp_path / "pipe")
            written, _ = reader.communicate(timeout=60)
        finally:
            reader.kill()

    assert written.startswith(b"<svg")
    assert (tmp_path / "pipe").is_fifo()


def test_interrupted_export_leaves_the_old_file_and_nothing_else(monkeypatch, tmp_path):
    def interrupt(*_):
        raise KeyboardInterrupt

    (tmp_path / "map.svg").write_text("the old one")
    made = Exported(
        format_name="svg", content=b"the new one", file_name="map.svg", media_type="image/svg+xml"
    )
    monkeypatch.setattr(Path, "replace", interrupt)

    with pytest.raises(KeyboardInterrupt):
        export._to_file(made, tmp_path / "map.svg")

    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [
        ("map.svg", "the old one")
    ]
