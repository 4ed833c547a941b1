"""The picture of a stretch of time: everything in it is there or counted, and nothing overlaps."""

from __future__ import annotations

import dataclasses
import re
import time
import xml.etree.ElementTree as ET

import pytest

from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.core.model import AccountText
from argmap.core.timeline import timeline
from argmap.rendering import measure
from argmap.rendering.timeline import NARROW_PT, WIDE_PT, TimelinePicture
from argmap.rendering.timeline import draw as draw_timeline
from tests import builders as b

SVG = "{http://www.w3.org/2000/svg}"
NAMES = (
    AccountText(narrative="left", text="the liberation of the whole of the country"),
    AccountText(narrative="right", text="the occupation"),
)


def graph_of(count: int = 12, **more: object) -> ArgumentGraph:
    """Hold `count` events, claims and documents over 35 years, of every precision."""
    precisions = ("{y}", "{y}-{m:02d}", "{y}-02-{d:02d}")
    dates = [
        precisions[i % 3].format(y=1990 + i % 35, m=i % 12 + 1, d=i % 28 + 1) for i in range(count)
    ]
    values = {
        "issues": [b.issue(period="1990-2024")],
        "narratives": [b.narrative("left"), b.narrative("right"), b.narrative("third")],
        "events": [
            b.event(f"e{i}", date, issue="question", names=NAMES if i % 5 == 0 else ())
            for i, date in enumerate(dates)
        ],
        "claims": [
            b.claim(f"c{i}", period=f"{1990 + i % 30}-{1990 + i % 30 + i % 5}")
            for i in range(count)
        ],
        "evidence": [
            b.quotation(f"d{i}", date=PartialDate.parse(date)) for i, date in enumerate(dates)
        ],
        "stances": [b.stance("left", f"c{i}", ["asserts", "denies"][i % 2]) for i in range(count)],
        "arguments": [b.support(f"s{i}", f"d{i}", f"c{i}", by="right") for i in range(count)],
    }
    return ArgumentGraph(b.corpus(**(values | more)))


def drawn(graph: ArgumentGraph, width_pt: float = WIDE_PT, **asked: object) -> TimelinePicture:
    return draw_timeline(
        graph,
        timeline(graph, **asked),
        links=lambda kind, id: f"/{kind}/{id}",
        zoom=lambda days: f"/zoom/{days.start}-{days.stop}",
        width_pt=width_pt,
    )


def parsed(picture: TimelinePicture) -> ET.Element:
    return ET.fromstring(picture.svg)


def links(picture: TimelinePicture, kind: str) -> list[str]:
    return [
        a.get("aria-label", "")
        for a in parsed(picture).iter(f"{SVG}a")
        if f"is-{kind}" in (a.get("class") or "")
    ]


def counted(picture: TimelinePicture) -> int:
    stubs = (a for a in parsed(picture).iter(f"{SVG}a") if a.get("class") == "stub")
    return sum(int((a.get("aria-label") or "").split()[0]) for a in stubs)


def boxes(picture: TimelinePicture) -> list[tuple[float, float, float, float]]:
    """Find where every line of text and every mark of an item lies: left, top, right, bottom."""
    found: list[tuple[float, float, float, float]] = []

    def walk(node: ET.Element, dy: float, inside: bool, group: bool) -> None:
        moved = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", node.get("transform", ""))
        if moved and float(moved[1]):
            return  # a swatch beside a name
        dy += float(moved[2]) if moved else 0.0
        inside = inside or node.tag == f"{SVG}a"
        if inside and node.tag == f"{SVG}text":
            x, y = float(node.get("x", "0")), float(node.get("y", "0")) + dy
            found.append((x, y - 6, x + float(node.get("textLength", "0")), y))
        if inside and node.tag == f"{SVG}rect" and not group:
            x, y = float(node.get("x", "0")), float(node.get("y", "0")) + dy
            wide, high = float(node.get("width", "0")), float(node.get("height", "0"))
            found.append((x, y, x + wide, y + high))
            group = True
        first = True
        for child in node:
            walk(child, dy, inside, group or (not first and child.tag == f"{SVG}rect"))
            first = first and child.tag != f"{SVG}rect"

    walk(parsed(picture), 0.0, False, False)
    return found


@pytest.mark.parametrize("width_pt", [WIDE_PT, NARROW_PT])
@pytest.mark.parametrize("count", [12, 60, 400])
def test_no_item_lies_over_another_or_outside(count: int, width_pt: float) -> None:
    picture = drawn(graph_of(count), width_pt)
    found = boxes(picture)

    assert len(found) > count
    for index, (left, top, right, bottom) in enumerate(found):
        assert left >= 0
        assert right <= picture.width_pt + 0.1
        assert 0 <= top <= bottom <= picture.height_pt
        for other in found[index + 1 :]:
            apart = (
                right <= other[0] + 0.15 or other[2] <= left + 0.15
                or bottom <= other[1] + 0.15 or other[3] <= top + 0.15
            )  # fmt: skip
            stub_words = other[0] >= left and other[2] <= right and other[1] >= top
            assert apart or stub_words, (found[index], other)


@pytest.mark.parametrize("width_pt", [WIDE_PT, NARROW_PT])
@pytest.mark.parametrize("count", [0, 1, 12, 60, 400])
def test_every_item_is_a_link_or_counted(count: int, width_pt: float) -> None:
    picture = drawn(graph_of(count), width_pt)
    shown = sum(len(links(picture, kind)) for kind in ("event", "claim", "evidence"))

    assert shown + counted(picture) == 3 * count
    assert shown >= min(3 * count, 60)


def test_link_has_the_whole_name_and_each_accounts_own() -> None:
    label = links(drawn(graph_of(1)), "event")[0]

    assert label.startswith("1990: Event e0.")
    assert "The Left account: the liberation of the whole of the country" in label
    assert "The Right account: the occupation" in label


def test_year_is_as_long_as_a_year_and_a_day_is_a_dot() -> None:
    graph = graph_of(0, events=[b.event("year", "1990"), b.event("day", "1991-03-02")])
    picture = drawn(graph, start=PartialDate(1990), end=PartialDate(1991))
    marks = [
        boxes for boxes in boxes(picture) if boxes[3] - boxes[1] < 5.9 or boxes[2] - boxes[0] < 7
    ]
    widths = sorted(right - left for left, _, right, _ in marks)

    assert widths[-1] == pytest.approx(picture.axis.width_pt / 2, abs=1)
    assert widths[0] < 7


def test_claim_denied_looks_unlike_one_asserted_without_colour() -> None:
    def shape(kind: str) -> str:
        graph = graph_of(1, stances=[b.stance("left", "c0", kind)])
        text = drawn(graph).svg.decode()
        return text[text.index('is-claim"') :].split("</a>")[0].partition("<rect")[2]

    shapes = {kind: shape(kind) for kind in ("asserts", "qualifies", "denies")}

    assert len(set(shapes.values())) == 3
    assert "stroke-dasharray" in shapes["denies"]


def test_same_arguments_give_the_same_bytes() -> None:
    assert drawn(graph_of(60)).svg == drawn(graph_of(60)).svg


def test_twenty_thousand_events_are_thinned_out_in_little_time() -> None:
    graph = graph_of(20_000, claims=[], stances=[], arguments=[], evidence=[])
    chosen = timeline(graph)
    start = time.process_time()
    picture = draw_timeline(
        graph, chosen, links=lambda kind, id: f"/{id}", zoom=lambda days: f"/{days.start}"
    )

    assert time.process_time() - start < 5
    assert len(links(picture, "event")) + counted(picture) == 20_000
    assert len(picture.svg) < 1_500_000
    assert picture.height_pt < 1_000


def test_count_leads_to_the_part_of_the_time_it_stands_in() -> None:
    picture = drawn(graph_of(20_000, claims=[], stances=[], arguments=[], evidence=[]))
    stubs = [a for a in parsed(picture).iter(f"{SVG}a") if a.get("class") == "stub"]
    days = [tuple(map(int, (a.get("href") or "").split("/")[-1].split("-"))) for a in stubs]

    assert days == sorted(days)
    assert all(stop - start < len(picture.axis.days) for start, stop in days)
    assert max(stop - start for start, stop in days) >= 7


def test_hostile_and_long_texts_stay_text_and_on_the_picture() -> None:
    bad = '<script>alert("1")</script> & ' + "Donaudampfschifffahrt" * 40
    event = dataclasses.replace(b.event("bad", "1990"), title=bad)
    picture = drawn(graph_of(0, events=[event]))

    assert "<script" not in picture.svg.decode()
    assert links(picture, "event") == [f"1990: {bad}."]
    assert all(right <= picture.width_pt for _, _, right, _ in boxes(picture))


def test_words_have_the_width_they_were_measured_with() -> None:
    for text in parsed(drawn(graph_of(12))).iter(f"{SVG}text"):
        cut = (
            "bold" if text.get("font-weight") else "italic" if text.get("font-style") else "regular"
        )
        width = measure.width_pt(text.text or "", float(text.get("font-size", "9")), cut)

        assert float(text.get("textLength", "0")) == pytest.approx(width, abs=0.1)


def test_nothing_dated_still_gives_a_picture() -> None:
    picture = drawn(ArgumentGraph(b.corpus(issues=[])))

    assert links(picture, "event") == []
    assert picture.height_pt > 0
