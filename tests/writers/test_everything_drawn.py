"""Draw every shipped issue, and claims of all sizes, as SVG, PNG and DOT, and read them back."""

from __future__ import annotations

import struct
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from argmap import library
from argmap.writers.format import Order
from tests.writers.printed import bare
from tests.writers.shipped import ISSUES, sample, shipped

ORDERS = [
    pytest.param(Order(graph=shipped(corpus), issue=issue), id=f"{corpus}-{issue}")
    for corpus, issue in ISSUES
] + [
    pytest.param(Order(graph=shipped(corpus), claim=claim, depth=None), id=f"{corpus}-{claim}")
    for corpus, claim in sample(6)
]


@pytest.mark.parametrize("order", ORDERS)
def test_svg_and_dot_have_the_text_of_every_claim_and_document(order):
    content = library.export("svg", order).content
    dot = bare(library.export("dot", order).content.decode().replace("\\l", ""))
    root = ET.fromstring(content)
    boxes = [each for each in root.iter() if "box" in each.get("class", "").split()]
    graph = order.graph

    assert boxes
    for box in boxes:
        id = box.get("data-id", "")
        record = graph.claims.get(id) or graph.evidence.get(id)
        if record is not None:
            assert bare(record.text) in bare("".join(box.itertext())), id
            assert bare(record.text.replace('"', '\\"')) in dot, id


@pytest.mark.parametrize("order", ORDERS[:: len(ORDERS) // 8])
def test_png_is_as_wide_as_was_asked(order):
    chosen = library.choose("png", {"width": "640", "palette": "grey"})
    content = library.export("png", replace(order, chosen=chosen)).content

    assert abs(struct.unpack(">I", content[16:20])[0] - 640) <= 1
