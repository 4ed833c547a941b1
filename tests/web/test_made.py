"""Files that were made are handed out again, and no others."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.errors import UnknownName
from argmap.web import made as module
from argmap.web.made import Made
from argmap.writers.format import Order
from tests import builders as build


@pytest.fixture
def order() -> Order:
    return Order(graph=ArgumentGraph(build.corpus(claims=[build.claim("a")])), issue="question")


@pytest.fixture
def written(monkeypatch) -> list[str]:
    names: list[str] = []

    def export(name: str, order: Order) -> library.Exported:
        names.append(name)
        return library.export(name, order)

    monkeypatch.setattr(module, "export", export)
    return names


def test_equal_order_is_made_once(order, written):
    made = Made()
    first = made.export("json", order)

    assert made.export("json", replace(order)) is first
    assert written == ["json"]


def test_another_format_part_or_choice_is_made_anew(order, written):
    made = Made()
    for name, asked in [
        ("json", order),
        ("text", order),
        ("text", replace(order, issue="", claim="a")),
        ("text", replace(order, chosen=library.choose("text", {"language": "ru"}))),
    ]:
        assert made.export(name, asked) == library.export(name, asked)

    assert written == ["json", "text", "text", "text"]


def test_corpus_that_was_loaded_anew_is_made_anew(order, written):
    made = Made()
    made.export("json", order)
    made.export("json", replace(order, graph=ArgumentGraph(order.graph.corpus)))

    assert len(written) == 2


def test_corpus_that_was_loaded_anew_leaves_nothing_of_what_it_was(order, written):
    made = Made()
    other = replace(order, graph=ArgumentGraph(build.corpus("other")))
    made.export("json", other)
    made.export("json", order)
    made.export("json", replace(order, graph=ArgumentGraph(order.graph.corpus)))
    made.export("json", other)

    assert written == ["json"] * 3
    assert order.graph not in [known.graph for _, known, _ in made._kept]


def test_no_more_is_kept_than_may(order, written, monkeypatch):
    monkeypatch.setattr(module, "MOST_KEPT", 2)
    made = Made()
    for name in ("json", "text", "csv", "csv", "text", "json"):
        made.export(name, order)

    assert written == ["json", "text", "csv", "json"]

    monkeypatch.setattr(module, "MOST_KEPT_BYTES", 0)
    made.export("markdown", order)
    made.export("markdown", order)
    assert written[4:] == ["markdown", "markdown"]


def test_what_was_handed_out_last_stays_longest(order, written, monkeypatch):
    monkeypatch.setattr(module, "MOST_KEPT", 2)
    made = Made()
    for name in ("json", "text", "json", "csv", "json"):
        made.export(name, order)

    assert written == ["json", "text", "csv"]


def test_two_who_ask_at_once_take_room_once(order, monkeypatch):
    both = threading.Barrier(2)

    def export(name: str, order: Order) -> library.Exported:
        both.wait(5)
        return library.export(name, order)

    monkeypatch.setattr(module, "export", export)
    made = Made()
    given: list[library.Exported] = []
    askers = [
        threading.Thread(target=lambda: given.append(made.export("json", order))) for _ in range(2)
    ]
    for each in askers:
        each.start()
    for each in askers:
        each.join()

    assert given[0] is given[1]


def test_what_cannot_be_made_is_said_each_time(order, written):
    made = Made()
    for _ in range(2):
        with pytest.raises(UnknownName):
            made.export("json", replace(order, issue="nowhere"))

    assert len(written) == 2
