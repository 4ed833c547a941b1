"""Read maps on paper back: sizes, margins, and where every cut line goes on.

That every shipped map is whole is in `test_every_format`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.errors import DrawingTooLarge
from argmap.rendering import paging
from argmap.writers import map_on_paper
from argmap.writers.format import Order, Scope
from argmap.writers.paper import SIZES_PT
from argmap.writers.pictures import bare_picture
from tests import builders
from tests.writers import printed
from tests.writers.foreign.asked import Asked, missing
from tests.writers.foreign.paper import MM, PAPERS, alternatives, check_references, check_sheets
from tests.writers.printed import bare, reader
from tests.writers.shipped import claims_by_size, shipped


def made(order: Order, **given: str) -> bytes:
    chosen = library.choose("pdf", given)
    return map_on_paper.write_pdf(replace(order, chosen=chosen))


def check(content: bytes, order: Order, margin_pt: float = 10 * MM, least_pt: float = 8) -> None:
    check_sheets(content, least_pt=least_pt, side_pt=margin_pt, ends_pt=margin_pt)
    texts = Asked("pdf", order, 0).nodes.values()
    assert missing(map(bare, texts), printed.text_of(content)) == []


def test_largest_tree_refers_from_page_to_page_and_back():
    corpus, claim = claims_by_size()[-1]
    content = made(Order(graph=shipped(corpus), claim=claim, depth=None))

    assert len(reader(content).pages) > 10
    assert check_references(content) > 30


@pytest.mark.parametrize("paper", ["a4", "slide"])
def test_overview_of_the_largest_tree_has_room_in_large_print(paper):
    corpus, claim = claims_by_size()[-1]
    chosen = library.choose("pdf", {"palette": "large", "paper": paper})
    laid = map_on_paper.sheets_of(
        Order(graph=shipped(corpus), claim=claim, depth=None, chosen=chosen)
    )
    overview, *parts = laid.data["pictures"]

    assert overview["width"] > 72
    assert b'width="-' not in laid.files[overview["file"]]
    assert laid.data["reading"].endswith("…")
    # Who listens is told of every page, and each page says what it has.
    assert all(part["heading"] in overview["alternative"] for part in parts)


def test_stubs_of_what_is_not_shown_stay_with_their_boxes():
    corpus, claim = claims_by_size()[-1]
    order = Order(graph=shipped(corpus), claim=claim, depth=2)

    check_references(made(order))


def test_stub_that_has_no_room_beside_the_last_column_leaves_the_pages_full():
    order = Order(graph=shipped("russia-nato"), claim="scope-beyond-gdr", depth=2)
    room = (539.0, 724.0)

    cut = map_on_paper.paged(order, bare_picture(order, room[0]), [room], "page", 2)

    assert any("more" in {box.kind for box in page.boxes.values()} for page in cut.pages)
    assert all(page.width_pt <= room[0] + 1 for page in cut.pages)
    assert all(page.height_pt > room[1] / 2 for page in cut.pages[:-1])


@pytest.mark.parametrize("direction", ["across", "down"])
def test_tree_is_cut_whichever_way_it_grows(direction):
    corpus, claim = claims_by_size()[-20]
    order = Order(graph=shipped(corpus), claim=claim, depth=None)
    content = made(order, direction=direction)

    check(content, order)
    assert check_references(content) > 0


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_every_sheet_has_the_size_that_was_asked_for(orders, paper, orientation):
    short, long = sorted(SIZES_PT[paper])
    wanted = (short, long) if orientation == "portrait" else (long, short)
    for scope in (Scope.ISSUE, Scope.CLAIM):
        content = made(orders[scope], paper=paper, orientation=orientation)
        for page in reader(content).pages:
            size = (float(page.mediabox.width), float(page.mediabox.height))

            assert size == pytest.approx(wanted, abs=0.1)


@pytest.mark.parametrize("margin", ["5", "25", "40"])
def test_margins_are_kept(margin):
    order = Order(graph=shipped("russia-nato"), issue="kosovo-1999")

    check(made(order, margin=margin), order, int(margin) * MM)


def test_small_map_stands_on_one_sheet_with_title_legend_licence_date_and_address():
    order = Order(
        graph=shipped("russia-nato"), issue="founding-act", address="https://maps.example"
    )
    content = made(order)
    (page,) = reader(content).pages
    text = bare(page.extract_text())

    assert bare(order.graph.issue(order.issue).question) in text
    assert bare("disputed") in text
    assert "CCBY4.0" in text
    assert "revised" in text
    assert "https://maps.example/russia-nato/issues/founding-act" in text


def test_alternative_text_has_the_map_in_words(orders):
    said = " ".join(alternatives(made(orders[Scope.CLAIM])))

    assert "Left account supports this claim" in said
    assert "Мы обещали это" in said


def test_lanes_that_do_not_fit_side_by_side_are_parted():
    order = Order(graph=shipped("end-of-the-dinosaurs"), issue="the-last-dinosaurs")
    content = made(order, palette="large")

    check(content, order, least_pt=14)
    assert check_references(content) > 0


def long_order(chars: int) -> Order:
    text = "Слово " * (chars // 6)
    claims = [builders.claim("main", text=text[:2000].strip()), builders.claim("next", text="Next")]
    return Order(
        graph=ArgumentGraph(
            builders.corpus(
                claims=claims,
                evidence=[builders.quotation("long", text=text.strip())],
                arguments=[
                    builders.support("one", "long", "main"),
                    builders.rebut("two", "next", "main", by="right"),
                ],
            )
        ),
        claim="main",
        depth=None,
    )


@pytest.mark.parametrize("given", [{}, {"paper": "slide", "palette": "large", "margin": "40"}])
def test_text_as_long_as_may_be_is_there_and_no_page_is_clipped(given):
    order = long_order(20_000)
    content = made(order, **given)
    text = printed.text_of(content)

    assert missing(map(bare, Asked("pdf", order, 0).nodes.values()), text) == []
    assert printed.outside(content, 5 * MM, 5 * MM) == []
    check_references(content)


def test_map_of_too_many_pages_is_refused_with_a_way_out(monkeypatch):
    monkeypatch.setattr(paging, "MAX_PAGES", 3)
    corpus, claim = claims_by_size()[-1]

    with pytest.raises(DrawingTooLarge, match="more than 3 pages"):
        made(Order(graph=shipped(corpus), claim=claim, depth=None))


def test_lanes_a_little_too_wide_are_drawn_narrower_and_stay_upright():
    order = Order(graph=shipped("end-of-the-dinosaurs"), issue="the-eruptions")
    content = made(order)
    (page,) = reader(content).pages

    assert float(page.mediabox.width) < float(page.mediabox.height)
    check(content, order)
