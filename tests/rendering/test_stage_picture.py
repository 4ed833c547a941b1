"""The picture of a slide: the same places, the same words, nothing taken for markup."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from argmap.core.model import Relation
from argmap.rendering import style
from argmap.rendering.lettering import Lettered, Span
from argmap.rendering.stage import HEIGHT_PT, ROOM_PT, WIDTH_PT, Link, Shape, Slide
from argmap.rendering.stage_picture import LINES, draw, foot
from tests.web.corpora import HOSTILE_TEXT, LONG_WORD

SVG = "{http://www.w3.org/2000/svg}"
TITLE = Shape(
    name="title", form="bare", left_pt=44, top_pt=26, width_pt=872, height_pt=70, says="",
    paragraphs=(Lettered(spans=(Span("A title", "bold"),), size_pt=30),),
)  # fmt: skip


def box(name: str = "box", left: float = 100, **more: object) -> Shape:
    words = tuple(Lettered(spans=(Span(w),), size_pt=20, after_pt=9) for w in ("one", "two", "end"))
    values: dict[str, object] = {
        "name": name, "form": "round", "left_pt": left, "top_pt": 200, "width_pt": 200,
        "height_pt": 160, "says": "A claim", "fill": "box", "line": "ink", "weight_pt": 1,
        "paragraphs": words, "pad_pt": 12,
    }  # fmt: skip
    return Shape(**(values | more))


def drawn(*shapes: Shape, links: tuple[Link, ...] = ()) -> ET.Element:
    slide = Slide(step=0, title=TITLE, shapes=shapes, links=links)
    return ET.fromstring(draw(slide, style.COLOUR, "At the foot", 7))


def texts(root: ET.Element) -> dict[str, float]:
    return {"".join(t.itertext()): float(t.get("y", "")) for t in root.iter(f"{SVG}text")}


def test_picture_is_as_large_as_a_slide_and_says_all():
    root = drawn(box())

    assert root.get("viewBox") == f"0 0 {WIDTH_PT:.1f} {HEIGHT_PT:.1f}"
    assert list(texts(root)) == ["A title", "one", "two", "end", "At the foot", "7"]


def test_text_in_the_middle_has_the_same_room_above_and_below():
    said = texts(drawn(box(is_centred=True)))
    above, below = said["one"] - 20 - 200, 360 - said["end"]

    assert abs(above - below) < 6


def test_hostile_text_is_text():
    words = (Lettered(spans=(Span(HOSTILE_TEXT.replace("\u202e", "")),), size_pt=20),)
    root = drawn(box(width_pt=800, paragraphs=words))

    assert not list(root.iter(f"{SVG}script"))
    assert "<script>" in "".join(root.itertext())


@pytest.mark.parametrize("form", ["disc", "half", "cross", "ring", "dash"])
def test_marks_are_told_apart_by_shape(form):
    def look(form: str) -> bytes:
        mark = box(form=form, width_pt=18, height_pt=18, paragraphs=(), weight_pt=2)
        return ET.tostring(drawn(mark))

    others = {"disc", "half", "cross", "ring", "dash"} - {form}
    assert look(form) not in {look(other) for other in others}


def test_lines_are_told_apart_without_colour():
    looks = {(look.head, look.dashes, look.width_pt) for look in LINES.values()}

    assert len(looks) == len(Relation)
    for relation in Relation:
        link = Link(
            start="b", start_side="left", end="a", end_side="right", relation=relation,
            is_new=True, says="",
        )  # fmt: skip
        path = drawn(box("a"), box("b", 500), links=(link,)).find(f".//{SVG}path")
        assert path.get("d") == "M500.0 280.0L300.0 280.0"
        assert bool(path.get("stroke-dasharray")) == bool(LINES[relation].dashes)


def test_foot_is_cut_to_one_line():
    short = foot(LONG_WORD)

    assert short.endswith("…")
    assert len(short) < ROOM_PT / 5
    assert foot("Short") == "Short"
