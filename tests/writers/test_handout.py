"""Read handouts with a reader that did not write them."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest

from argmap import library
from argmap.core.citing import STYLES
from argmap.core.graph import ArgumentGraph
from argmap.errors import InvalidInput
from argmap.readers import claim_folder
from argmap.writers import handout
from argmap.writers.format import Order, Scope
from tests import builders

CLAIMS = Path(__file__).resolve().parents[2] / "claims"


@cache
def shipped(name: str) -> ArgumentGraph:
    return ArgumentGraph(claim_folder.read(CLAIMS / name).corpus)


ISSUES = [
    (each.name, issue.id)
    for each in sorted(CLAIMS.iterdir())
    if each.is_dir()
    for issue in shipped(each.name).corpus.issues
]


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def bare(text: str) -> str:
    return "".join(text.split())


def text_of(content: bytes) -> str:
    return bare("".join(page.extract_text() for page in read(content).pages))


def made(order: Order, **given: str) -> bytes:
    return handout.write_handout(replace(order, chosen=library.choose("handout", given)))


@pytest.mark.parametrize(("corpus", "issue"), ISSUES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_handout_of_every_shipped_issue_says_all_and_stays_inside_the_margins(corpus, issue, paper):
    graph = shipped(corpus)
    content = made(Order(graph=graph, issue=issue), paper=paper)
    text = text_of(content)

    assert bare(graph.issue(issue).question) in text
    for claim in graph.claims_of(issue):
        assert bare(claim.text) in text, claim.id
    for event in graph.events_of(issue):
        assert bare(event.title) in text, event.id
    assert b"pdfuaid:part" in content
    for page in read(content).pages:
        box = page.mediabox
        places: list[tuple[float, float]] = []

        def note(said, outer, inner, font, size, places=places):
            if said.strip():
                x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
                y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
                places.append((x, y))

        page.extract_text(visitor_text=note)

        assert places, "an empty page"
        assert all(25 <= x <= float(box.width) - 25 for x, _ in places)
        assert all(15 <= y <= float(box.height) - 15 for _, y in places)


def test_paper_is_the_size_that_was_asked_for(orders):
    for paper, size in handout.SIZES_PT.items():
        box = read(made(orders[Scope.ISSUE], paper=paper)).pages[0].mediabox

        assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.1)


def test_every_page_is_numbered_of_all(orders):
    pages = read(made(orders[Scope.ISSUE])).pages

    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page.extract_text()
        assert "CC BY 4.0" in page.extract_text()


@pytest.mark.parametrize("scope", [Scope.ISSUE, Scope.CLAIM])
def test_quotations_stand_with_their_doubt(orders, scope):
    text = text_of(made(orders[scope]))

    assert bare("“Мы обещали это”") in text
    assert bare("[not verified]") in text


def test_number_of_documents_is_kept_and_accounts_take_turns():
    evidence = [builders.quotation(f"l-{n}") for n in range(9)] + [builders.quotation("r-0")]
    graph = ArgumentGraph(
        builders.corpus(
            evidence=evidence,
            claims=[builders.claim("main")],
            arguments=[
                *(builders.support(f"by-l-{n}", f"l-{n}", "main") for n in range(9)),
                builders.rebut("by-r", "r-0", "main", by="right"),
            ],
        )
    )
    text = text_of(made(Order(graph=graph, issue="question"), documents="2"))

    assert bare("Words of l-0") in text
    assert bare("Words of r-0") in text
    assert bare("Words of l-1") not in text
    assert bare("2 of 10 documents are shown") in text


@pytest.mark.parametrize("style", [style.name for style in STYLES])
def test_bibliography_is_in_the_style_chosen(style):
    issue = shipped("russia-nato").corpus.issues[0].id

    assert made(Order(graph=shipped("russia-nato"), issue=issue), citing=style)[:4] == b"%PDF"


def test_option_out_of_bounds_is_refused_in_a_sentence():
    with pytest.raises(InvalidInput, match="documents is '900'; write a whole number from 0"):
        library.choose("handout", {"documents": "900"})


@pytest.mark.parametrize("palette", ["grey", "contrast", "large"])
def test_every_palette_prints(orders, palette):
    assert b"pdfuaid:part" in made(orders[Scope.ISSUE], palette=palette)
