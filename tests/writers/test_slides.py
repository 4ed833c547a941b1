"""Open slides with readers that did not lay them out: the library's own, and LibreOffice."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.enum.text import MSO_ANCHOR

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.errors import InvalidInput
from argmap.readers import claim_folder
from argmap.writers import slides
from argmap.writers.format import Order, Scope
from tests.web.corpora import HOSTILE, LONG_WORD

CLAIMS = Path(__file__).resolve().parents[2] / "claims"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@cache
def shipped(name: str) -> ArgumentGraph:
    return ArgumentGraph(claim_folder.read(CLAIMS / name).corpus)


CORPORA = [each.name for each in sorted(CLAIMS.iterdir()) if each.is_dir()]
THREE = Order(graph=shipped("end-of-the-dinosaurs"), issue="the-impact")
SUBJECTS = [(name, "issue", issue) for name in CORPORA for issue in shipped(name).issues]
SUBJECTS += [(name, "claim", id) for name in CORPORA for id in list(shipped(name).claims)[::9]]


def made(order: Order, **given: str) -> bytes:
    return slides.write_slides(replace(order, chosen=library.choose("slides", given)))


def opened(content: bytes):
    return Presentation(io.BytesIO(content))


def bare(text: str) -> str:
    return "".join(text.split())


def shapes_of(deck):
    return [shape for slide in deck.slides for shape in slide.shapes]


def text_of(deck) -> str:
    return bare("".join(s.text_frame.text for s in shapes_of(deck) if s.has_text_frame))


def notes_of(deck) -> str:
    return "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)


@pytest.mark.parametrize(("corpus", "kind", "subject"), SUBJECTS)
def test_every_step_is_there_with_alternative_texts_and_sources(corpus, kind, subject):
    graph = shipped(corpus)
    order = Order(graph=graph, **{kind: subject})
    deck, lesson = opened(made(order)), slides.lesson_of(order)
    said, notes = text_of(deck), notes_of(deck)

    for claim in lesson.claims:
        assert bare(graph.claim(claim).text) in said
    for step in (step for step in lesson.steps if step.chain):
        assert bare(graph.argument(step.chain[-1]).because) in said
        for document in step.documents:
            item = graph.item(document)
            assert bare(item.text) in said
            assert item.text in notes
            assert not item.original or item.original in notes
            titles = [graph.source(each.source).title for each in item.citations]
            assert all(bare(title.rstrip(".?!"))[:30] in bare(notes) for title in titles)
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        for shape in slide.shapes:
            (named,) = shape._element.xpath("./*/p:cNvPr")
            assert shape.is_placeholder or named.get("descr"), shape.name
            assert 0 <= shape.left <= shape.left + shape.width <= deck.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= deck.slide_height


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


def has_letters() -> bool:
    """Tell whether letters as wide as Arial's are here; others would break lines elsewhere."""
    finder = shutil.which("fc-match")
    found = subprocess.run([finder, "Arial"], capture_output=True, text=True) if finder else None
    return found is not None and bool(re.search("Liberation|Arial", found.stdout))


@pytest.fixture(scope="module")
def printed(tmp_path_factory, orders) -> dict[str, Path]:
    """Let LibreOffice make PDFs of three decks, in one run since it takes long to start."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    wanted = "the Liberation fonts, or Arial" if office else "LibreOffice (libreoffice-impress)"
    if office is None or not has_letters():
        sentence = f"Slides were not opened with LibreOffice: {wanted} is not on this machine."
        if os.environ.get("ARGMAP_REQUIRE_ALL") == "1":
            pytest.fail(sentence, pytrace=False)
        pytest.skip(sentence)
    folder = tmp_path_factory.mktemp("decks")
    decks = {
        "small": made(orders[Scope.CLAIM]),
        "issue": made(Order(graph=shipped("russia-nato"), issue="not-one-inch")),
        "three": made(
            Order(graph=shipped("end-of-the-dinosaurs"), issue="the-impact"), palette="grey"
        ),
    }
    for name, content in decks.items():
        (folder / f"{name}.pptx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    command += [str(folder / f"{name}.pptx") for name in decks]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {name: folder / f"{name}.pdf" for name in decks}


@pytest.mark.office
@pytest.mark.parametrize("name", ["small", "issue", "three"])
def test_libreoffice_shows_a_page_for_every_slide(printed, name):
    deck = opened(printed[name].with_suffix(".pptx").read_bytes())
    pages = pypdf.PdfReader(printed[name]).pages

    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        said = bare(page.extract_text())
        for shape in slide.shapes:
            if shape.has_text_frame:
                for paragraph in shape.text_frame.paragraphs:
                    assert bare(paragraph.text) in said, (name, paragraph.text)


@pytest.mark.office
@pytest.mark.parametrize("name", ["small", "issue", "three"])
def test_text_stays_inside_its_box_in_libreoffice(printed, name):
    """Find the words of each box on the page, and see that none lies below the box."""
    deck = opened(printed[name].with_suffix(".pptx").read_bytes())
    for page, slide in zip(pypdf.PdfReader(printed[name]).pages, deck.slides, strict=True):
        lowest: dict[str, float] = {}
        height = float(page.mediabox.height)

        def note(text, _, matrix, font, size, lowest=lowest, height=height):
            if text.strip():
                lowest[bare(text)] = height - matrix[5]

        page.extract_text(visitor_text=note)
        for shape in slide.shapes:
            if not shape.has_text_frame or not shape.text_frame.text:
                continue
            last = bare(shape.text_frame.paragraphs[-1].text)
            ends = [down for text, down in lowest.items() if len(text) > 8 and last.endswith(text)]
            bottom = (shape.top + shape.height) / 12_700
            assert not ends or min(ends) <= bottom + 1, (name, shape.name, last)
