"""Look at pictures: SVG as XML, PNG by Pillow, DOT by Graphviz's own reader."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from argmap.errors import DrawingTooLarge
from argmap.writers.printing import MAX_PIXELS
from tests.programs import program
from tests.writers.foreign.asked import Asked, missing
from tests.writers.printed import bare

_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Box:
    """A box where it stands in its picture, in points from the upper left corner."""

    id: str
    text: str
    left: float
    top: float
    right: float
    bottom: float


def boxes(svg: bytes) -> Iterator[Box]:
    """Find the boxes; what groups are moved by adds up."""
    waiting = [(ET.fromstring(svg), 0.0, 0.0)]
    while waiting:
        element, x, y = waiting.pop()
        if moved := re.match(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)", element.get("transform", "")):
            x, y = x + float(moved[1]), y + float(moved[2])
        if "box" in element.get("class", "").split():
            width, height = _size(element)
            text = bare("".join(element.itertext()))
            yield Box(element.get("data-id", ""), text, x, y, x + width, y + height)
        waiting += [(each, x, y) for each in element]


def _size(box: ET.Element) -> tuple[float, float]:
    """Take the outline, which is the first thing painted: a rectangle or a path round it."""
    outline = next(each for each in box.iter() if each.tag in (f"{_SVG}rect", f"{_SVG}path"))
    if outline.tag == f"{_SVG}rect":
        return float(outline.get("width", 0)), float(outline.get("height", 0))
    corners = _STEP.findall(outline.get("d", ""))
    across = [float(each) for kind, *given in corners for each in given[:1] if kind in "MLH"]
    down = [float(given[-1] or given[0]) for kind, *given in corners if kind in "MLV"]
    return max(across), max(down)


_STEP = re.compile(r"([MLHV]) ?(-?[\d.]+)(?:[ ,](-?[\d.]+))?")


def size_pt(svg: bytes) -> tuple[float, float]:
    _, _, width, height = map(float, ET.fromstring(svg).get("viewBox", "").split())
    return width, height


def svg(asked: Asked) -> None:
    """Every text is in a box of its own, and every box inside the picture."""
    content = asked.made()
    width, height = size_pt(content)
    found = list(boxes(content))
    texts = {box.id: "".join(each.text for each in found if each.id == box.id) for box in found}

    assert [id for id, text in asked.nodes.items() if bare(text) not in texts.get(id, "")] == []
    assert missing(map(bare, asked.reasons), "".join(texts.values())) == []
    for box in found:
        assert 0 <= box.left < box.right <= width, box
        assert 0 <= box.top < box.bottom <= height, box


_PRINT = 'N { printf("%s", $.label) } E { if ($.tail == $.head) exit(1) }'


def dot(asked: Asked) -> None:
    """Graphviz reads the graph, and the labels of its nodes have every text."""
    reader = program("gvpr", package="graphviz", left_out="Graphs in DOT were not read")
    said = subprocess.run([reader, _PRINT], input=asked.made(), capture_output=True, check=True)
    labels = bare(said.stdout.decode().replace("\\l", " ").replace("\\\\", "\\"))

    assert said.stderr == b""
    assert missing(map(bare, asked.nodes.values()), labels) == []
    assert missing(map(bare, asked.reasons), labels) == []


def png(asked: Asked) -> None:
    """It is as large as was asked for, and there is something on it where each box stands."""
    drawn = Asked("svg", asked.order, asked.turn).made()
    width, height = size_pt(drawn)
    given, scale = {"dpi": "96"}, 96 / 72
    if width * height * scale**2 > MAX_PIXELS:
        with pytest.raises(DrawingTooLarge, match="Take SVG"):
            asked.made(**given)
        given, scale = {"width": "3000"}, 3000 / width
    image = Image.open(io.BytesIO(asked.made(**given))).convert("L")

    assert abs(image.width - width * scale) <= 2
    assert abs(image.height - height * scale) <= 2
    for box in boxes(drawn):
        place = [round(each * scale) for each in (box.left, box.top, box.right, box.bottom)]
        dark, light = image.crop(
            (place[0] + 3, place[1] + 3, place[2] - 3, place[3] - 3)
        ).getextrema()

        assert light - dark > 60, box
