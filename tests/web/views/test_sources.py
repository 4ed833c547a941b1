"""The list of works: in every order, narrowed by every property, whole in its address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.dates import PartialDate
from argmap.core.model import SourceKind
from argmap.web.views.sources import SOURCES_A_PAGE
from argmap.web.works import ORDERS
from tests import builders as b
from tests.web.documents import read


@pytest.fixture
def shelf(site: Callable[..., Flask]) -> FlaskClient:
    corpus = b.corpus(
        narratives=[b.narrative("left"), b.narrative("right"), b.observer("watch")],
        sources=[
            b.source("letter", title="“Zeal”", kind=SourceKind.LETTER, date=PartialDate(1991, 5)),
            b.source("book", title="Memory", date=PartialDate(2004), language="ru"),
            b.source("note", title="a note", date=PartialDate(1999), verified=False),
            b.source("idle", title="Idle", language="en"),
            b.source("torn", title="Torn", date=PartialDate(2001), language="de"),
        ],
        evidence=[
            b.fact("from-letter", "letter"),
            b.fact("from-book", "book"),
            b.fact("from-note", "note"),
            b.fact("from-torn", "torn"),
        ],
        claims=[b.claim("point"), b.claim("other")],
        arguments=[
            b.support("a1", "from-letter", "point"),
            b.support("a2", "from-letter", "other", by=("left", "right")),
            b.support("a3", "from-letter", "other", by="right"),
            b.support("b1", "from-book", "other", by="right"),
            b.support("c1", "from-note", "other", by=("right", "watch")),
            b.support("d1", "from-torn", "point", by="left"),
            b.rebut("d2", "from-torn", "point", by="right"),
        ],
    )
    return site(corpus).test_client()


def works(client: FlaskClient, asked: str = "") -> list[str]:
    answer = client.get(f"/small/sources/{asked}")
    assert answer.status_code == 200
    links = (link for link in read(answer.text).all("a") if link.get("class") == "said")
    return [link["href"].rpartition("/")[2] for link in links]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", ["torn", "letter", "note", "book", "idle"]),
        ("?sort=used", ["letter", "torn", "note", "book", "idle"]),
        ("?sort=title", ["note", "idle", "book", "torn", "letter"]),
        ("?sort=date", ["letter", "note", "torn", "book", "idle"]),
        ("?sort=newest", ["book", "torn", "note", "letter", "idle"]),
        ("?sort=kind", ["letter", "note", "torn", "book", "idle"]),
    ],
)
def test_list_has_the_order_asked_for(shelf: FlaskClient, asked: str, expected: list[str]) -> None:
    assert works(shelf, asked) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("?kind=letter", {"letter"}),
        ("?language=ru", {"book"}),
        ("?language=none", {"letter", "note"}),
        ("?decade=1990", {"letter", "note"}),
        ("?decade=none", {"idle"}),
        ("?by=right", {"letter", "book", "note", "torn"}),
        ("?by=watch", {"note"}),
        ("?by=all", {"letter", "torn"}),
        ("?by=nobody", {"idle"}),
        ("?verified=no", {"note"}),
        ("?ends=opposite", {"torn"}),
        ("?by=right&decade=1990&verified=yes", {"letter"}),
        ("?by=nobody&decade=1990", set()),
    ],
)
def test_list_is_narrowed_by_each_property_and_by_several(
    shelf: FlaskClient, asked: str, expected: set[str]
) -> None:
    assert set(works(shelf, asked)) == expected


def test_every_choice_and_order_offered_can_be_shown(shelf: FlaskClient) -> None:
    page = read(shelf.get("/small/sources/?by=right&sort=title").text)
    orders = [link for link in page.links if link.startswith("/small") and "sort=" in link]
    values = [each["value"] for each in page.all("option") if each.get("value")]

    assert len(orders) == len(ORDERS)
    assert all("by=right" in link for link in orders if "sort=title" not in link)
    assert {shelf.get(link).status_code for link in page.links if link.startswith("/s")} == {200}
    assert {"opposite", "left", "right", "all", "letter", "1990", "ru", "no"} <= set(values)


def test_options_count_what_each_would_leave(shelf: FlaskClient) -> None:
    page = read(shelf.get("/small/sources/?decade=1990").text)

    assert "Right account (2)" in page.text
    assert "Left account (1)" in page.text
    assert "the 2000s (2)" in page.text


def test_choices_are_taken_back_one_by_one(shelf: FlaskClient) -> None:
    page = read(shelf.get("/small/sources/?by=right&decade=1990&sort=title").text)

    assert "/small/sources/?by=right&sort=title" in page.links
    assert "/small/sources/?decade=1990&sort=title" in page.links


def test_contested_work_is_marked(shelf: FlaskClient) -> None:
    text = read(shelf.get("/small/sources/").text).text

    assert "5 works, 1 of them used for opposite ends." in text
    assert "2 of 5 works." in read(shelf.get("/small/sources/?decade=1990").text).text


def test_nothing_left_says_what_to_do(shelf: FlaskClient) -> None:
    assert "Take one of the choices back" in shelf.get("/small/sources/?by=nobody&kind=letter").text


@pytest.mark.parametrize(
    "asked", ["sort=size", "kind=poem", "by=centre", "decade=1850", "language=xx", "page=9"]
)
def test_value_that_is_not_there_is_refused_with_a_sentence(shelf: FlaskClient, asked: str) -> None:
    assert shelf.get(f"/small/sources/?{asked}").status_code == 400


def test_long_list_comes_in_pages_that_are_light(client: FlaskClient) -> None:
    first = client.get("/russia-nato/sources/")
    page = read(first.text)
    seen: list[str] = []
    for number in range(1, 20):
        answer = client.get(f"/russia-nato/sources/?sort=title&page={number}")
        if answer.status_code != 200:
            break
        links = [li for li in read(answer.text).all("a") if li.get("class") == "said"]
        assert len(links) <= SOURCES_A_PAGE
        seen += [link["href"] for link in links]

    assert len(first.data) < 150_000
    assert len(seen) == len(set(seen)) > SOURCES_A_PAGE
    assert "/russia-nato/sources/?page=2" in page.links
