"""Hold every format to the same promises, through the registry."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import bibtexparser
import pytest
import rispy
from pptx import Presentation

from argmap import library
from argmap.errors import InvalidInput, UnknownName
from argmap.writers import FORMATS
from argmap.writers.format import Family, Format, Scope
from argmap.writers.options import LANGUAGE


def read_svg(content: bytes) -> object:
    return ElementTree.fromstring(content)


def read_dot(content: bytes) -> object:
    text = content.decode()
    assert text.startswith(("digraph", "//"))
    return text.rstrip().endswith("}")


READ_BACK = {
    "svg": read_svg,
    "dot": read_dot,
    "json": json.loads,
    "csv": lambda content: list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")))),
    "markdown": bytes.decode,
    "text": bytes.decode,
    "moodle": lambda content: ElementTree.fromstring(content).findall("question"),
    "qti": lambda content: zipfile.ZipFile(io.BytesIO(content)).read("imsmanifest.xml"),
    "anki": lambda content: zipfile.ZipFile(io.BytesIO(content)).read("collection.anki2"),
    "slides": lambda content: list(Presentation(io.BytesIO(content)).slides),
    "bibtex": lambda content: not bibtexparser.parse_string(content.decode()).failed_blocks,
    "ris": lambda content: rispy.loads(content.decode()),
    "csl-json": json.loads,
    "claim-folder": lambda content: zipfile.ZipFile(io.BytesIO(content)).testzip() is None,
    "lesson": lambda content: zipfile.ZipFile(io.BytesIO(content)).testzip() is None,
    "site": lambda content: zipfile.ZipFile(io.BytesIO(content)).testzip() is None,
    "offline": lambda content: content.decode().startswith("<!doctype html>"),
}

CASES = [
    pytest.param(each, scope, id=f"{each.name}-{scope}")
    for each in FORMATS
    for scope in Scope
    if scope in each.scopes
]


def test_names_are_unique():
    names = [each.name for each in FORMATS]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("form", FORMATS, ids=lambda each: each.name)
def test_name_suffix_and_media_type_are_well_formed(form: Format):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", form.name)
    assert re.fullmatch(r"[a-z]+(\.[a-z]+)?", form.suffix)
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+(; charset=utf-8)?", form.media_type)
    assert form.scopes


@pytest.mark.parametrize("form", FORMATS, ids=lambda each: each.name)
def test_purpose_is_one_sentence_and_contents_fit_a_file_name(form: Format):
    assert form.purpose.endswith(".")
    assert form.purpose.count(". ") == 0
    assert re.fullmatch(r"([a-z]+(-[a-z]+)*)?", form.contents)


TAKEN = {"claim", "issue", "narratives", "depth", "diagram", "format", "output", "database"}
TAKEN |= {"make", "corpus", "address", "page", "help"}


def test_options_of_one_name_are_the_same_everywhere():
    known: dict[str, object] = {}
    for form in FORMATS:
        names = [option.name for option in form.options]

        assert len(set(names)) == len(names)
        for option in form.options:
            assert known.setdefault(option.name, option) is option, (form.name, option.name)


@pytest.mark.parametrize(
    "option", {o.name: o for f in FORMATS for o in f.options}.values(), ids=lambda each: each.name
)
def test_option_is_well_formed(option):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", option.name)
    assert option.name not in TAKEN
    assert option.title
    assert option.help.endswith(".")
    assert option.read(option.usual) == option.default
    assert option.may_be


@pytest.mark.parametrize("form", FORMATS, ids=lambda each: each.name)
def test_option_that_no_format_has_is_refused_by_every_one(form: Format):
    with pytest.raises(InvalidInput, match="no option 'taste'"):
        library.choose(form.name, {"taste": "sweet"})


@pytest.mark.parametrize(("form", "scope"), [c for c in CASES if c.values[0].sheets])
def test_pages_shown_are_those_that_print(form, scope, orders):
    pages = library.sheets(form.name, orders[scope])

    assert pages.count >= 1
    assert {pages.png(number)[:4] for number in range(1, pages.count + 1)} == {b"\x89PNG"}


@pytest.mark.parametrize(("form", "scope"), CASES)
def test_everything_can_be_looked_at_before_it_is_taken_along(form, scope, orders):
    if scope in form.lengthy:
        told = form.inside(orders[scope])
        assert [folder for folder in told.folders if not folder.entries] == []
        assert told.folders
    elif form.seen is not None:
        assert form.seen(form.write(orders[scope]))
    elif form.sheets is None and not form.media_type.startswith("image/"):
        assert form.write(orders[scope]).decode("utf-8-sig")


@pytest.mark.parametrize("form", [each for each in FORMATS if each.has_all_accounts],
                         ids=lambda each: each.name)  # fmt: skip
def test_choice_of_accounts_is_refused_where_it_would_do_nothing(form, orders):
    for scope in form.scopes:
        with pytest.raises(InvalidInput, match="holds all accounts"):
            library.export(form.name, replace(orders[scope], narratives=("left",)))


def test_every_scope_has_a_format():
    assert {scope for form in FORMATS for scope in form.scopes} == set(Scope)


@pytest.mark.parametrize(("form", "scope"), CASES)
def test_every_scope_is_written_the_same_twice(form, scope, orders):
    first = form.write(orders[scope])

    assert first
    assert form.write(orders[scope]) == first


def test_every_format_is_read_back():
    printed = {form.name for form in FORMATS if form.media_type == "application/pdf"}

    assert {form.name for form in FORMATS} == {*READ_BACK, *printed, "png"}


@pytest.mark.parametrize("form", FORMATS, ids=lambda each: each.name)
def test_every_format_is_in_the_readme_with_what_it_holds(form):
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
    rows = [
        row
        for row in readme.split("\n")
        if row.startswith("|") and f"`{form.name}`" in row.split("|")[1]
    ]
    known = {Scope.CLAIM: "a claim", Scope.ISSUE: "an issue", Scope.CORPUS: "a corpus"}
    held = ", ".join(said for scope, said in known.items() if scope in form.scopes)

    assert [row.rstrip("| ").rpartition("| ")[2] for row in rows] == [held]


@pytest.mark.parametrize("form", FORMATS, ids=lambda each: each.name)
def test_unknown_claim_is_named_by_every_format(form, graph):
    order = library.Order(graph=graph, claim="nowhere")

    with pytest.raises((UnknownName, InvalidInput), match=r"nowhere|one corpus"):
        library.export(form.name, order)


# What prints is read back in test_handout, test_printing and test_worksheets, word by word.
@pytest.mark.parametrize(("form", "scope"), [c for c in CASES if c.values[0].name in READ_BACK])
def test_a_reader_of_its_kind_takes_it(form, scope, orders):
    assert READ_BACK[form.name](form.write(orders[scope]))


@pytest.mark.parametrize("name", FORMATS.names)
def test_format_is_listed_by_the_name_it_has(name: str) -> None:
    assert FORMATS.named(name).name == name


def test_one_format_is_found_without_the_others() -> None:
    script = (
        "import sys; from argmap import library; library.choose('svg', {});"
        "print(*sorted(each for each in sys.modules if each.startswith('argmap.writers.')))"
    )

    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    loaded = [each.removeprefix("argmap.writers.") for each in result.stdout.split()]
    assert loaded == ["edition", "format", "options", "pictures"]


def test_data_formats_load_neither_engine_nor_typesetter():
    heavy = "{'typst', 'pptx', 'wasmtime', 'graphviz', 'flask', 'sqlalchemy'}"
    script = (
        "import sys; from argmap.writers import FORMATS; assert [*FORMATS];"
        f"print(sorted({heavy} & sys.modules.keys()))"
    )

    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert result.stdout == "[]\n"


def test_unknown_format_lists_the_known_ones(orders):
    with pytest.raises(UnknownName, match=r"'docx'.*Known: .*markdown.*svg"):
        library.export("docx", orders[Scope.CORPUS])


def test_format_that_cannot_hold_what_is_ordered_says_what_it_holds(orders):
    with pytest.raises(InvalidInput, match="'png' holds one claim or one issue, not one corpus"):
        library.export("png", orders[Scope.CORPUS])


def test_file_is_named_for_what_it_holds(orders):
    exported = library.export("json", orders[Scope.CLAIM])

    assert exported.file_name == "small-promise.json"


def test_file_name_says_what_was_chosen(orders):
    order = replace(orders[Scope.CLAIM], chosen=library.choose("svg", {"palette": "grey"}))

    assert library.export("svg", order).file_name == "small-promise-map-grey.svg"


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_whatever_is_made_to_be_read_can_be_made_in_every_language(each: Format) -> None:
    assert (LANGUAGE in each.options) == (each.family is not Family.DATA)
