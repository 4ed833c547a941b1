"""Open a lesson and every file in it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pptx
import pytest
from pypdf import PdfReader

from argmap.errors import InvalidInput
from argmap.writers import FORMATS, lesson
from argmap.writers.format import Scope


def text_of_pdf(content: bytes) -> str:
    return " ".join(
        "\n".join(p.extract_text() for p in PdfReader(io.BytesIO(content)).pages).split()
    )


def read_zip(content: bytes) -> bool:
    return zipfile.ZipFile(io.BytesIO(content)).testzip() is None


READERS = {
    "pdf": text_of_pdf,
    "pptx": lambda content: pptx.Presentation(io.BytesIO(content)).slides[0],
    "svg": ElementTree.fromstring,
    "xml": ElementTree.fromstring,
    "json": json.loads,
    "zip": read_zip,
    "apkg": read_zip,
    "csv": lambda content: list(csv.reader(io.StringIO(content.decode("utf-8-sig")))),
    "png": lambda content: content.startswith(b"\x89PNG"),
    "html": lambda content: content.decode().rstrip().endswith("</html>"),
}


@pytest.fixture(scope="module")
def files(orders) -> dict[str, bytes]:
    """Give the files of a lesson without the folder that they are all in."""
    made = next(form for form in FORMATS if form.name == "lesson").write(orders[Scope.ISSUE])
    packed = zipfile.ZipFile(io.BytesIO(made))
    assert {name.partition("/")[0] for name in packed.namelist()} == {"small-question-lesson"}
    return {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}


def test_every_file_is_read_by_a_reader_of_its_kind(files):
    for path, content in files.items():
        reader = READERS.get(path.rpartition(".")[2], bytes.decode)

        assert reader(content), path


def test_everything_that_an_issue_has_is_in_it_with_its_key(files):
    fitting = [f for f in FORMATS if Scope.ISSUE in f.scopes and f.name != "lesson"]
    keyed = [f for f in fitting if any(option.name == "key" for option in f.options)]

    assert len(files) == 1 + len(fitting) + len(keyed)
    assert len([path for path in files if "-key." in path]) == len(keyed)


def test_plan_names_each_file_that_it_uses_and_the_files_are_there(files):
    text = text_of_pdf(files[lesson.COVER]).replace(" ", "").replace("\N{SOFT HYPHEN}", "")

    assert "45minutes" in text
    assert "40–45" in text
    for path in files:
        if path != lesson.COVER:
            assert path.replace(" ", "") in text, path


def test_cover_has_the_question_and_both_accounts(files, graph):
    text = text_of_pdf(files[lesson.COVER])

    assert graph.issue("question").question in text
    assert "Left account" in text
    assert "Right account" in text


def test_what_cannot_be_made_is_said_and_the_rest_is_there(orders):
    def fail(order):
        raise InvalidInput("There is nothing to ask.")

    good, bad = (replace(form, write=write) for form, write in (
        (FORMATS[0], lambda order: b"<svg/>"), (FORMATS[1], fail),
    ))  # fmt: skip
    made = lesson.bundle((good, bad)).write(orders[Scope.ISSUE])
    packed = zipfile.ZipFile(io.BytesIO(made))
    cover = next(name for name in packed.namelist() if name.endswith(lesson.COVER))

    assert len(packed.namelist()) == 2
    assert "There is nothing to ask." in text_of_pdf(packed.read(cover))


def test_it_can_be_called_off_between_two_files(orders):
    told = []

    def progress(what: str, done: int, total: int) -> None:
        told.append(what)
        if len(told) == 3:
            raise InterruptedError

    form = lesson.bundle(tuple(replace(f, write=lambda order: b"x") for f in FORMATS[:4]))
    with pytest.raises(InterruptedError):
        form.write(replace(orders[Scope.ISSUE], progress=progress))
    assert len(told) == 3


def test_cover_is_one_sheet_with_each_key_beside_what_it_answers(files):
    plan, listed = (
        page.extract_text() for page in PdfReader(io.BytesIO(files[lesson.COVER])).pages
    )
    sheet, _, key = listed.partition("question-three-columns.pdf")

    before, _, after = plan.partition("Answer keys are for you:")
    keys = re.findall(r"\d-[a-z]+/", after.partition("The plan")[0].replace("\n", ""))

    assert before
    assert len(keys) > 2
    assert keys == sorted(keys)
    assert "40–45" in plan
    assert "do not say who is right" in " ".join(plan.split())
    assert sheet
    assert key.lstrip(" ·\n").startswith("3-map/question-three-columns-key.pdf")


def test_files_are_listed_in_the_order_of_their_use(files):
    listed = PdfReader(io.BytesIO(files[lesson.COVER])).pages[1].extract_text()
    parts = [
        int(number)
        for number in re.findall(r"\b(\d)-(?:opener|reading|map|debate|exit|after)/", listed)
    ]

    assert set(parts) == set(range(1, 7))
    assert parts == sorted(parts)


def test_what_is_told_before_is_in_the_file_and_nothing_else(files, orders):
    form = next(form for form in FORMATS if form.name == "lesson")
    told = form.inside(orders[Scope.ISSUE])
    names = [entry.name for folder in told.folders for entry in folder.entries]

    assert sorted(names) == sorted(path.rpartition("/")[2] for path in files)
    assert [folder.title for folder in told.folders][:2] == ["", "Opener, minutes 0 to 5"]


def test_cover_that_is_looked_at_before_is_the_one_in_the_file(files, orders):
    form = next(form for form in FORMATS if form.name == "lesson")

    assert form.sheets(orders[Scope.ISSUE]).pdf() == files[lesson.COVER]
