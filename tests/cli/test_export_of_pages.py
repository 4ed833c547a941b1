"""Export what is made of pages from the command line: a site, an offline edition, a lesson."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest


def test_site_is_a_folder_of_pages(run, instance, tmp_path):
    outcome = run("export", "small", "--format", "site", "-o", tmp_path / "pages")

    assert outcome.code == 0
    assert "Web site" in outcome.err
    assert (tmp_path / "pages" / "claims" / "promise.html").is_file()
    assert sorted(os.listdir(tmp_path)) == ["instance", "pages"]


@pytest.mark.parametrize(("form", "place"), [
    ("site", "nowhere/pages"), ("site", "taken"), ("site", "nowhere/a.zip"),
    ("offline", "nowhere/a.html"),
])  # fmt: skip
def test_place_that_cannot_be_is_refused_before_the_pages_are_made(
    run, instance, tmp_path, monkeypatch, form, place
):
    monkeypatch.setattr("argmap.cli.export._publish", lambda order: pytest.fail("it was made"))
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine").write_text("mine")
    outcome = run("export", "small", "--format", form, "-o", tmp_path / place)

    assert outcome.code == 1
    assert "argmap: " in outcome.err


def test_site_is_a_zip_file_where_one_is_named(run, instance, tmp_path):
    run("export", "small", "--format", "site", "-o", tmp_path / "pages.zip")

    assert (tmp_path / "pages.zip").read_bytes().startswith(b"PK")


def test_folder_that_holds_something_is_left_as_it_is(run, instance, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "mine").write_text("mine")
    outcome = run("export", "small", "--format", "site", "-o", tmp_path / "pages")

    assert outcome.code != 0
    assert "not empty" in outcome.err
    assert os.listdir(tmp_path / "pages") == ["mine"]


def test_offline_edition_is_one_file(run, instance, tmp_path):
    outcome = run("export", "small", "--format", "offline", "-o", tmp_path)

    assert outcome.code == 0
    assert (tmp_path / "small-offline.html").read_text("utf-8").startswith("<!doctype html>")


def test_offline_edition_of_one_issue_says_that_it_is_being_made(run, instance, tmp_path):
    file = tmp_path / "question.html"
    outcome = run("export", "small", "-f", "offline", "--issue", "question", "-o", file)

    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "Offline edition (HTML) ...\n"
    assert file.read_text("utf-8").startswith("<!doctype html>")


def test_lesson_of_a_whole_corpus_is_refused(run, instance):
    outcome = run("export", "small", "--format", "lesson", "-o", "lesson.zip")

    assert outcome.code != 0
    assert "one issue" in outcome.err


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_interrupt_leaves_nothing(instance, tmp_path):
    # A shell may have it ignored for what runs behind it; here it is a person's Ctrl-C.
    begun = subprocess.Popen(
        [sys.executable, "-c",
         "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
         "from argmap.writers import site\n"
         "def told(order):\n"
         "    print('begun', flush=True)\n"
         "    while True: order.progress('pages', 1, 2)\n"
         "site.files = told\n"
         "from argmap import cli; import sys; sys.exit(cli.main())",
         "export", "small", "--format", "site", "-o", str(tmp_path / "pages")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert begun.stdout.readline() == b"begun\n"
    time.sleep(0.1)
    begun.send_signal(signal.SIGINT)
    _, said = begun.communicate(timeout=60)

    assert begun.returncode != 0
    assert b"Traceback" not in said
    assert not (tmp_path / "pages").exists()
    assert [name for name in os.listdir(tmp_path) if name.startswith(".pages")] == []
