"""Read PDFs and PNGs with tools that did not write them."""

from __future__ import annotations

import io
import re
import struct
import zlib
from dataclasses import replace

import pypdf
import pytest

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.errors import DrawingTooLarge
from argmap.writers import map_on_paper, pictures, printing
from argmap.writers.format import Order, Scope
from tests import builders
from tests.writers import printed
from tests.writers.conftest import CYRILLIC, HOSTILE


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def pixels(png: bytes) -> tuple[int, int, set[bytes]]:
    """Decode width, height and the set of scan lines of a PNG, without undoing filters."""
    width, height = struct.unpack(">II", png[16:24])
    compressed, at = b"", 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            compressed += png[at + 8 : at + 8 + size]
        at += 12 + size
    raw = zlib.decompress(compressed)
    step = len(raw) // height
    return width, height, {raw[row : row + step] for row in range(0, len(raw), step)}


@pytest.mark.parametrize("scope", [Scope.CLAIM, Scope.ISSUE])
def test_every_word_of_the_claims_comes_back_from_the_pdf(orders, scope):
    found = words(text_of(map_on_paper.write_pdf(orders[scope])))

    assert [word for text in (CYRILLIC, HOSTILE) for word in words(text) if word not in found] == []


def test_every_word_of_the_documents_comes_back_from_the_pdf(orders):
    found = words(text_of(map_on_paper.write_pdf(orders[Scope.CLAIM])))

    assert {"Мы", "обещали", "это", "Министр"} <= set(found)


def test_pdf_names_title_and_language_and_is_tagged(orders):
    reader = pypdf.PdfReader(io.BytesIO(map_on_paper.write_pdf(orders[Scope.CLAIM])))
    root = reader.trailer["/Root"]

    assert reader.metadata["/Title"] == CYRILLIC
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "/CreationDate" not in reader.metadata


def test_one_page_is_as_large_as_the_picture(orders):
    drawn = pictures.picture(orders[Scope.CLAIM])
    order = replace(orders[Scope.CLAIM], chosen=library.choose("pdf", {"one-page": "yes"}))
    (page,) = pypdf.PdfReader(io.BytesIO(map_on_paper.write_pdf(order))).pages

    assert float(page.mediabox.width) == pytest.approx(drawn.width_pt, abs=0.1)
    assert float(page.mediabox.height) == pytest.approx(drawn.height_pt, abs=0.1)


def test_pdf_brings_its_fonts_along(orders):
    reader = pypdf.PdfReader(io.BytesIO(map_on_paper.write_pdf(orders[Scope.CLAIM])))
    fonts = reader.pages[0]["/Resources"].get_object().get("/Font")
    forms = reader.pages[0]["/Resources"].get_object().get("/XObject", {})
    fonts = fonts or {
        name: font
        for form in forms.values()
        for name, font in form.get_object()["/Resources"].get_object().get("/Font", {}).items()
    }
    names = {font.get_object()["/BaseFont"].partition("+")[2] for font in fonts.values()}

    assert names
    assert {name.partition("-")[0] for name in names} == {"PTSans"}


def test_png_has_the_size_of_the_picture_and_something_on_it(orders):
    drawn = pictures.picture(orders[Scope.CLAIM])
    width, height, lines = pixels(printing.write_png(orders[Scope.CLAIM]))

    assert width == pytest.approx(drawn.width_pt * 192 / 72, abs=2)
    assert height == pytest.approx(drawn.height_pt * 192 / 72, abs=2)
    assert len(lines) > height / 4


def test_sign_that_the_font_lacks_is_printed_in_it_by_its_lookalike():
    claim = builders.claim("a", text="Of ∼ 700 years")
    content = map_on_paper.write_pdf(
        Order(graph=ArgumentGraph(builders.corpus(claims=[claim])), claim="a")
    )

    assert "~" in text_of(content)
    assert printed.fonts(content) <= {"PTSans-Regular", "PTSans-Bold"}


def test_cyrillic_letters_are_drawn_and_differ():
    """A missing font draws the same empty box for every letter."""

    def drawn(letter: str) -> bytes:
        claim = builders.claim("a", text=letter)
        return printing.write_png(
            Order(graph=ArgumentGraph(builders.corpus(claims=[claim])), claim="a")
        )

    assert len({drawn(letter) for letter in "ЖШЮЯД"}) == 5


def test_words_of_the_corpus_are_never_part_of_the_program(orders):
    text = '#panic("run") ]"); #import "x": * //'
    graph = ArgumentGraph(builders.corpus(claims=[builders.claim("a", text=text)]))
    content = map_on_paper.write_pdf(Order(graph=graph, claim="a"))

    assert pypdf.PdfReader(io.BytesIO(content)).metadata["/Title"] == text
    assert '#panic("run")' in text_of(content)


@pytest.mark.parametrize(("form", "given"), [("png", {}), ("pdf", {"one-page": "yes"})])
def test_picture_beyond_what_can_be_printed_is_refused(form, given, orders, monkeypatch):
    monkeypatch.setattr(printing, "MAX_PIXELS", 1000)
    monkeypatch.setattr(printing, "MAX_PAGE_PT", 100)

    with pytest.raises(DrawingTooLarge, match="Take SVG"):
        library.export(form, replace(orders[Scope.CLAIM], chosen=library.choose(form, given)))


@pytest.mark.parametrize("write", [printing.write_png, map_on_paper.write_pdf])
def test_language_with_country_or_script_is_no_hindrance(write):
    corpus = replace(builders.corpus(claims=[builders.claim("a")]), language="en-GB")

    assert len(write(Order(graph=ArgumentGraph(corpus), claim="a"))) > 1000


def test_character_that_the_font_lacks_does_not_keep_the_pdf_away():
    claim = builders.claim("a", text="Smile \U0001f600 and \u4f60\u597d and go")
    content = map_on_paper.write_pdf(
        Order(graph=ArgumentGraph(builders.corpus(claims=[claim])), claim="a")
    )

    assert {"Smile", "and", "go"} <= set(words(text_of(content)))
