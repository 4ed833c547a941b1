"""Read handouts with a reader that did not write them; `test_every_format` reads all shipped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap import library
from argmap.core import wording
from argmap.core.citing import STYLES
from argmap.core.graph import ArgumentGraph
from argmap.errors import InvalidInput
from argmap.writers import handout
from argmap.writers.format import Order, Scope
from argmap.writers.paper import SIZES_PT
from tests import builders
from tests.writers import printed
from tests.writers.printed import bare, text_of
from tests.writers.printed import reader as read
from tests.writers.shipped import shipped


def made(order: Order, **given: str) -> bytes:
    return handout.write_handout(replace(order, chosen=library.choose("handout", given)))


def test_paper_is_the_size_that_was_asked_for(orders):
    for paper, size in SIZES_PT.items():
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


def test_foot_of_every_page_has_licence_date_and_address():
    order = Order(graph=shipped("russia-nato"), issue="bosnia", address="https://maps.example/")
    texts = printed.texts(made(order))

    assert len(texts) > 1
    for text in texts:
        assert bare("CC BY 4.0 · revised") in bare(text)
        assert "https://maps.example/russia-nato/issues/bosnia" in bare(text)


def test_overview_of_a_map_that_is_cut_stands_below_the_accounts_on_the_first_page():
    order = Order(graph=shipped("russia-nato"), issue="not-one-inch")

    first = printed.texts(made(order))[0]

    assert wording.HANDOUT["diagram"] in first
    assert wording.HANDOUT["neutral"] in first


def test_diagram_without_room_below_the_accounts_leaves_it_to_the_claims():
    order = Order(graph=shipped("russia-nato"), issue=shipped("russia-nato").corpus.issues[6].id)

    first, second, *_ = printed.texts(made(order))

    assert wording.HANDOUT["claims"] in first
    assert wording.HANDOUT["diagram"] not in first
    assert wording.HANDOUT["diagram"] in second


def test_diagram_without_room_below_the_claims_leaves_their_page_to_the_documents():
    order = Order(graph=shipped("russia-nato"), issue="kosovo-1999")
    *pages, _ = printed.words(made(order, language="ru"))

    for number, page in enumerate(pages, 1):
        body = [word.bottom for word in page.words if word.bottom < page.height - 46]
        assert max(body) > page.height * 0.8, f"page {number} is left empty below"


@pytest.mark.parametrize("subject", [{"issue": "kosovo-1999"}, {"issue": "not-one-inch"}])
@pytest.mark.parametrize("paper", ["a4", "slide"])
def test_large_print_has_no_small_type(subject, paper):
    order = Order(graph=shipped("russia-nato"), address="https://maps.example/", **subject)
    content = made(order, palette="large", paper=paper, language="ru")

    assert printed.smallest_pt(content) >= 13.99
    assert printed.outside(content, 25, 12) == []
    assert printed.problems_of_ua(content) == []


def test_legend_begins_where_the_texts_do():
    order = Order(graph=shipped("russia-nato"), issue="not-one-inch")
    first = printed.words(made(order))[0].words
    (title,) = (word.left for word in first if word.text == "Was")
    legend = [word.left for word in first if word.text == "asserts"] or [
        word.left for word in first if word.text == "supports"
    ]

    # Its first mark stands before the word.
    assert 0 < min(legend) - title < 20


def test_document_stays_together_with_where_it_stands():
    graph = shipped("russia-nato")
    item = next(item for item in graph.evidence.values() if item.text.startswith("Was immer im W"))
    pages = printed.texts(made(Order(graph=graph, issue="not-one-inch")))

    [page] = [page for page in pages if bare(item.text) in bare(page)]
    assert bare("Speech at the Evangelische Akademie") in bare(page)


def test_document_says_who_uses_it_for_which_of_the_claims():
    text = text_of(made(Order(graph=shipped("russia-nato"), issue="not-one-inch")))

    said = bare("Used here by: Russian account (for claims 2 and 3, against a step on claim 10).")
    assert said in bare(text)
