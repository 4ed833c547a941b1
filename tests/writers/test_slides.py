"""Open slides with readers that did not lay them out: the library's own, and LibreOffice."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.enum.text import MSO_ANCHOR

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.errors import InvalidInput
from argmap.writers import slides
from argmap.writers.format import Order, Scope
from tests.programs import missing, program
from tests.web.corpora import HOSTILE, LONG_WORD
from tests.writers.foreign.decks import bare
from tests.writers.foreign.paper import PALETTES
from tests.writers.shipped import EVERY_CLAIM, parts, shipped

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


THREE = Order(graph=shipped("end-of-the-dinosaurs"), issue="the-impact")


def made(order: Order, **given: str) -> bytes:
    return slides.write_slides(replace(order, chosen=library.choose("slides", given)))


def opened(content: bytes):
    return Presentation(io.BytesIO(content))


def shapes_of(deck):
    return [shape for slide in deck.slides for shape in slide.shapes]


def text_of(deck) -> str:
    return bare("".join(s.text_frame.text for s in shapes_of(deck) if s.has_text_frame))


def test_slides_are_as_wide_as_screens_and_shapes_are_native(orders):
    deck = opened(made(orders[Scope.CLAIM]))
    kinds = {element.tag for s in deck.slides for element in s.shapes._spTree} - {None}

    assert deck.slide_width * 9 == deck.slide_height * 16
    assert f"{P}pic" not in kinds
    assert {f"{P}sp", f"{P}cxnSp"} <= kinds


def test_arrows_are_glued_to_the_boxes_they_join(orders):
    deck = opened(made(orders[Scope.CLAIM]))
    lines = [s for s in shapes_of(deck) if s._element.tag == f"{P}cxnSp"]

    assert lines
    for slide in deck.slides:
        ids = {str(shape.shape_id) for shape in slide.shapes}
        for line in slide.shapes._spTree.iter(f"{P}cxnSp"):
            ends = [*line.iter(f"{A}stCxn"), *line.iter(f"{A}endCxn")]
            assert len(ends) == 2
            assert {end.get("id") for end in ends} <= ids


def test_relations_are_told_apart_without_colour():
    content = made(Order(graph=shipped("russia-nato"), claim="assurances-binding"), length="full")
    looks = set()
    for line in (s for s in shapes_of(opened(content)) if s._element.tag == f"{P}cxnSp"):
        drawn = line._element.spPr.find(f"{A}ln")
        dash, head = drawn.find(f"{A}prstDash"), drawn.find(f"{A}tailEnd")
        looks.add((dash.get("val") if dash is not None else "", head.get("type")))

    assert {("", "triangle"), ("dash", "arrow"), ("sysDot", "oval")} <= looks


def test_accounts_are_told_apart_by_hatch_and_name():
    deck = opened(
        made(Order(graph=shipped("end-of-the-dinosaurs"), issue="the-impact"), palette="grey")
    )
    bands = [s for s in shapes_of(deck) if s.name.endswith("-band")]
    patterns = {
        (band._element.xpath("./p:nvSpPr/p:cNvPr")[0].get("descr"), fill.get("prst"))
        for band in bands
        for fill in band._element.iter(f"{A}pattFill")
    }

    assert len(patterns) == len({name for name, _ in patterns}) == 3
    assert len({pattern for _, pattern in patterns}) == 3


def test_every_run_has_size_type_and_language(orders):
    runs = [
        run
        for shape in shapes_of(opened(made(orders[Scope.CLAIM])))
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    languages = {run.text: run._r.rPr.get("lang") for run in runs}

    assert all(run.font.size.pt >= 14 for run in runs)
    assert languages["“Мы обещали это”"] == "ru-RU"
    assert set(languages.values()) == {"en-GB", "ru-RU"}


def test_text_of_a_folded_sheet_begins_below_its_upper_edge(orders):
    folded = [
        shape
        for shape in shapes_of(opened(made(orders[Scope.CLAIM])))
        if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE
        and shape.auto_shape_type == MSO_SHAPE.FOLDED_CORNER
    ]

    # The place for its text ends above the fold, so that in its middle the text would be too high.
    assert folded
    assert {shape.text_frame.vertical_anchor for shape in folded} == {MSO_ANCHOR.TOP}


def test_title_is_the_placeholder_and_is_read_first(orders):
    for slide in opened(made(orders[Scope.ISSUE])).slides:
        assert slide.shapes[0] == slide.shapes.title


def test_file_names_no_date_and_no_person(orders):
    packed = zipfile.ZipFile(io.BytesIO(made(orders[Scope.CLAIM])))
    about = packed.read("docProps/core.xml").decode()

    assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not re.search("created|modified|creator|revision", about, re.I)
    assert not [name for name in packed.namelist() if re.search("thumbnail|printer|app", name)]


def test_full_length_tells_more_and_points_bound_the_claims(orders):
    order = Order(graph=shipped("russia-nato"), issue="not-one-inch")
    short, full = opened(made(order)), opened(made(order, length="full"))
    one = slides.lesson_of(replace(order, chosen=library.choose("slides", {"claims": "1"})))

    assert len(full.slides) > len(short.slides)
    assert len(one.claims) == 1


def test_large_print_has_no_small_type(orders):
    sizes = {
        run.font.size.pt
        for shape in shapes_of(opened(made(orders[Scope.CLAIM], palette="large")))
        if shape.has_text_frame and not shape.name.startswith("word")
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }

    assert min(sizes) >= 18


def test_hostile_text_is_text_and_long_words_go_on():
    graph = ArgumentGraph(HOSTILE)
    deck = opened(made(Order(graph=graph, claim="bad")))
    (how,) = {graph.stance("right", "bad").how}
    columns = [shape for shape in shapes_of(deck) if shape.name == "right"]
    words = bare("".join(shape.text_frame.text for shape in columns))

    assert bare(graph.claim("bad").text) in text_of(deck)
    assert words.endswith(how)
    assert how == LONG_WORD


def test_preview_has_a_page_for_every_slide_with_its_text(orders):
    order = orders[Scope.CLAIM]
    pages = slides.sheets(order)
    deck = opened(made(order))
    drawn = bare(
        "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pages.pdf())).pages)
    )

    assert pages.count == len(deck.slides)
    assert bare("Мы обещали это") in drawn
    assert bare("So it follows.") in drawn


@pytest.mark.parametrize("given", [{"claims": "0"}, {"claims": "99"}, {"length": "endless"}])
def test_values_out_of_bounds_are_refused(given):
    with pytest.raises(InvalidInput, match="write"):
        library.choose("slides", given)


# LibreOffice

# It takes long to start, so that it is given many decks at once; locally it is one lot.
DECKS = [each for each in parts(4) if each.scope is not Scope.CORPUS]
LOTS = [DECKS[start::8] for start in range(8 if EVERY_CLAIM else 1)]


@pytest.fixture(scope="session")
def office() -> str:
    """Find LibreOffice, and letters as wide as Arial's; others would break lines elsewhere."""
    found = program("soffice", "libreoffice", package="libreoffice-impress", left_out=LEFT_OUT)
    finder = program("fc-match", package="fontconfig", left_out=LEFT_OUT)
    letters = subprocess.run([finder, "Arial"], capture_output=True, text=True).stdout
    if not re.search("Liberation|Arial", letters):
        missing(f"{LEFT_OUT}: the Liberation fonts, or Arial, are not installed.")
    return found


LEFT_OUT = "Slides were not opened with LibreOffice"


@pytest.mark.office
@pytest.mark.parametrize("lot", LOTS, ids=lambda lot: f"{len(lot)}-from-{lot[0]}")
def test_libreoffice_shows_every_slide_with_its_text_inside_its_boxes(
    lot, office, orders, tmp_path
):
    decks = {"cyrillic": made(orders[Scope.CLAIM])}
    decks |= {str(part): made(part.order, palette=PALETTES[part.turn % 4]) for part in lot}
    for name, content in decks.items():
        (tmp_path / f"{name}.pptx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    command += [str(tmp_path / f"{name}.pptx") for name in decks]
    subprocess.run(command, check=True, capture_output=True, timeout=240)

    lost = {name: [*lost_in_office(tmp_path / f"{name}.pptx")] for name in decks}
    assert {name: texts for name, texts in lost.items() if texts} == {}


def lost_in_office(path: Path) -> Iterator[str]:
    """List the texts that are not on the page of their slide, or run out of their box."""
    deck = opened(path.read_bytes())
    pages = pypdf.PdfReader(path.with_suffix(".pdf")).pages
    assert len(pages) == len(deck.slides)
    for number, (page, slide) in enumerate(zip(pages, deck.slides, strict=True), 1):
        lines: list[tuple[str, float, float]] = []
        height = float(page.mediabox.height)

        def note(text, _, matrix, font, size, lines=lines, height=height):
            if text.strip():
                lines.append((as_shown(text), matrix[4], height - matrix[5]))

        said = as_shown(page.extract_text(visitor_text=note))
        for shape in slide.shapes:
            if not shape.has_text_frame or not shape.text_frame.text:
                continue
            paragraphs = [as_shown(each.text) for each in shape.text_frame.paragraphs]
            yield from (f"{number} lost: {each}" for each in paragraphs if each not in said)
            left, right = shape.left / 12_700, (shape.left + shape.width) / 12_700
            ends = [
                down
                for text, across, down in lines
                if len(text) > 8 and left - 1 < across < right and paragraphs[-1].endswith(text)
            ]
            bottom = (shape.top + shape.height) / 12_700
            if ends and min(ends) > bottom + 1:
                yield f"{number} below its box {shape.name}: {paragraphs[-1]}"


def as_shown(text: str) -> str:
    """Leave out the sign that is taken from another font and read out of its turn."""
    return bare(text).replace("\N{TILDE OPERATOR}", "")
