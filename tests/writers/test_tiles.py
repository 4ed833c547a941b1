"""Cut pictures between boxes."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from argmap import rendering
from argmap.core.graph import ArgumentGraph
from argmap.writers.tiles import tiles
from tests import builders

GRAPH = ArgumentGraph(builders.corpus(claims=[builders.claim(f"c-{n}") for n in range(12)]))


def drawn():
    return rendering.picture(GRAPH, "lanes", "question", embedded=True)


def boxes(svg: bytes) -> list[str]:
    found = (e for e in ET.fromstring(svg).iter() if "box" in e.get("class", "").split())
    return [each.attrib["id"] for each in found]


def test_picture_that_fits_is_one_piece():
    (only,) = tiles(drawn(), 600, 5000, 30, 100)

    assert only.page_pt is None
    assert len(boxes(only.svg)) == 12


def test_high_picture_is_cut_and_each_box_is_on_one_piece():
    pieces = tiles(drawn(), 600, 300, 30, 100)
    found = [id for piece in pieces for id in boxes(piece.svg)]

    assert len(pieces) > 1
    assert all(piece.height_pt <= 300 for piece in pieces)
    assert sorted(set(found)) == sorted(found)
    assert len(found) == 12


def test_picture_wider_than_any_sheet_gets_one_of_its_size():
    (only,) = tiles(drawn(), 50, 60, 5, 10)

    assert only.page_pt is not None
    assert only.page_pt[0] >= only.width_pt
