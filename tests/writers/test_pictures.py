"""Look at what the SVG and the DOT of an order hold."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from argmap.errors import InvalidInput, UnknownName
from argmap.writers import pictures
from argmap.writers.format import Scope

LINK = "{http://www.w3.org/2000/svg}a"


def links(order):
    return [
        each.get("href") for each in ElementTree.fromstring(pictures.write_svg(order)).iter(LINK)
    ]


def test_boxes_lead_to_their_pages_at_the_address(orders):
    order = replace(orders[Scope.CLAIM], address="https://maps.example/")

    assert "https://maps.example/small/evidence/memo" in links(order)
    assert "https://maps.example/small/claims/hostile" in links(order)


def test_without_an_address_boxes_lead_nowhere(orders):
    assert links(orders[Scope.CLAIM]) == []


def test_diagram_of_something_else_is_refused(orders):
    with pytest.raises(InvalidInput, match="'lanes' shows one issue, not one claim"):
        pictures.write_svg(replace(orders[Scope.CLAIM], diagram="lanes"))


def test_unknown_diagram_lists_the_known_ones(orders):
    with pytest.raises(UnknownName, match=r"diagram 'pie'.*lanes, tree"):
        pictures.write_svg(replace(orders[Scope.CLAIM], diagram="pie"))


def test_unknown_engine_lists_the_known_ones(orders):
    with pytest.raises(UnknownName, match=r"engine 'pencil'.*wasm"):
        pictures.write_svg(replace(orders[Scope.CLAIM], engine="pencil"))


def test_depth_and_accounts_choose_what_is_drawn(orders):
    whole = pictures.write_dot(orders[Scope.CLAIM]).decode()
    chosen = replace(orders[Scope.CLAIM], depth=1, narratives=("left",))

    assert "elsewhere" in whole
    assert "elsewhere" not in pictures.write_dot(chosen).decode()
