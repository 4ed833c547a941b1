"""Hold files of markup to naming the language of each text, as what reads them aloud needs it."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from xml.etree import ElementTree as ET

import pytest
from pptx import Presentation

from argmap import library
from argmap.core.citing import Run
from argmap.core.graph import ArgumentGraph
from argmap.writers.format import Order
from argmap.writers.seen import Deck
from tests.writers.cyrillic import in_cyrillic
from tests.writers.marked_up import texts, told
from tests.writers.shipped import shipped

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
LATIN = re.compile(r"[A-Za-z]{2,}")
SUBJECTS = [{"issue": "not-one-inch"}, {"claim": "scope-beyond-gdr"}]
BOTH_WAYS = pytest.mark.parametrize("spoken", ["ru", "en"])
OF_BOTH = pytest.mark.parametrize("subject", SUBJECTS, ids=["issue", "claim"])


def corpus_for(spoken: str) -> ArgumentGraph:
    """Give a corpus in the other language than the one spoken."""
    plain = shipped("russia-nato")
    return plain if spoken == "ru" else ArgumentGraph(in_cyrillic(plain.corpus))


def made(name: str, spoken: str, subject: dict[str, str], **given: str) -> bytes:
    order = Order(graph=corpus_for(spoken), **subject)
    order = replace(order, chosen=library.choose(name, {"language": spoken, **given}))
    return library.export(name, order).content


def strangers(read: Iterable[tuple[str, str]]) -> list[str]:
    """List what is not in the letters of the language it is said to be in."""
    read = list(read)
    assert {"en", "ru"} <= {language for _, language in read}
    in_english = [each for each in told(read, "en").split("\n") if CYRILLIC.search(each)]
    return in_english + [each for each in told(read, "ru").split("\n") if LATIN.search(each)]


@BOTH_WAYS
@OF_BOTH
def test_picture_names_the_language_of_each_text(spoken, subject):
    root = ET.fromstring(made("svg", spoken, subject))

    assert strangers(texts(root)) == []


@OF_BOTH
def test_picture_is_described_in_the_language_of_its_corpus(subject):
    root = ET.fromstring(made("svg", "ru", subject))
    labels = [each.attrib["aria-label"] for each in root.iter() if "aria-label" in each.attrib]

    assert any("the Western account denies" in each for each in labels)
    assert "account" in (root.findtext("{http://www.w3.org/2000/svg}desc") or "")


def runs_of(content: bytes) -> list[tuple[str, str]]:
    """Read every run of slides and notes with the language that an office program takes it for."""
    deck = Presentation(io.BytesIO(content))
    frames = [
        shape.text_frame
        for slide in deck.slides
        for shape in (*slide.shapes, *slide.notes_slide.placeholders)
        if shape.has_text_frame
    ]
    runs = [run for frame in frames for each in frame.paragraphs for run in each.runs]
    return [(run.text, (run.font._element.get("lang") or "").partition("-")[0]) for run in runs]


@BOTH_WAYS
@OF_BOTH
def test_every_run_of_slides_and_notes_is_in_its_language(spoken, subject):
    # Of the styles of citing, this one has its words in the language of either corpus.
    read = runs_of(made("slides", spoken, subject, citing="gost"))

    assert strangers((re.sub(r"https?://\S+|URL", "", text), tag) for text, tag in read) == []


def fragments(pieces: Iterable[str]) -> list[tuple[str, str]]:
    """Read pieces of HTML, each of which names its language."""
    return [each for piece in pieces for each in texts(ET.fromstring(f"<div>{piece}</div>"))]


@BOTH_WAYS
@OF_BOTH
def test_every_question_for_moodle_is_in_its_language(spoken, subject):
    root = ET.fromstring(made("moodle", spoken, subject))
    pieces = [each.findtext("text") or "" for each in root.iter() if each.get("format") == "html"]

    assert pieces
    assert strangers(fragments(pieces)) == []


@BOTH_WAYS
@OF_BOTH
def test_every_question_of_a_qti_package_is_in_its_language(spoken, subject):
    with zipfile.ZipFile(io.BytesIO(made("qti", spoken, subject))) as package:
        (name,) = (each for each in package.namelist() if each != "imsmanifest.xml")
        root = ET.fromstring(package.read(name))
    materials = list(root.iter("{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}mattext"))
    read = fragments(each.text or "" for each in materials)
    for each in materials:
        each.text = ""
    # What is left are titles; the fields of an item have the words that Canvas wants.
    titles = [each for each in texts(root) if not re.fullmatch(r"[a-z_\d.]*", each[0].strip())]

    assert strangers([*read, *titles]) == []


@BOTH_WAYS
@OF_BOTH
def test_every_card_is_in_its_language(spoken, subject, tmp_path):
    file = tmp_path / "collection.anki2"
    with zipfile.ZipFile(io.BytesIO(made("anki", spoken, subject))) as package:
        file.write_bytes(package.read("collection.anki2"))
    rows = sqlite3.connect(file).execute("SELECT flds FROM notes").fetchall()

    assert strangers(fragments(side for (fields,) in rows for side in fields.split("\x1f"))) == []


@BOTH_WAYS
@OF_BOTH
@pytest.mark.parametrize("name", ["moodle", "qti", "anki"])
def test_what_is_read_back_from_a_file_keeps_its_languages(name, spoken, subject):
    found = library.formats().named(name).seen(made(name, spoken, subject))
    theirs = "en" if spoken == "ru" else "ru"

    def read(value: object) -> Iterator[tuple[str, str]]:
        if isinstance(value, Run):
            # Where a file has no place for a language, the text is the corpus's.
            yield value.text, value.language or theirs
        elif isinstance(value, tuple):
            for each in value:
                yield from read(each)
        elif is_dataclass(value):
            for each in fields(value):
                yield from read(getattr(value, each.name))

    assert strangers(read(found.cards if isinstance(found, Deck) else found)) == []


def test_picture_of_a_corpus_in_a_language_that_argmap_lacks_is_described_as_asked():
    graph = ArgumentGraph(replace(shipped("russia-nato").corpus, language="de"))
    order = Order(graph=graph, issue="not-one-inch")
    chosen = library.choose("svg", {"language": "ru"})
    root = ET.fromstring(library.export("svg", replace(order, chosen=chosen)).content)

    assert CYRILLIC.search(root.findtext("{http://www.w3.org/2000/svg}desc") or "")
