"""Look at the overview of a map that is cut for paper."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from argmap import rendering
from argmap.core.graph import ArgumentGraph
from argmap.core.language import speaking
from argmap.rendering import paging
from argmap.resources import catalogue
from tests import builders
from tests.rendering import samples

SVG = "{http://www.w3.org/2000/svg}"


def cut(boxes: int) -> paging.Paged:
    return cut_tree(samples.wide(boxes))


def cut_tree(graph: ArgumentGraph) -> paging.Paged:
    (claim, *_) = graph.claims
    options = rendering.Options(depth=None)
    whole = rendering.picture(graph, "tree", claim, options, embedded=True)
    return paging.paged(graph, whole, "tree", claim, [(530.0, 400.0)], kind="page", first=2)


def test_no_number_and_no_label_is_drawn_before_the_boxes_it_stands_on() -> None:
    root = ET.fromstring(cut(30).overview((500.0, 400.0)).svg)
    (inside,) = root.findall(f"{SVG}g")
    kinds = [each.tag.removeprefix(SVG) for each in inside]

    assert "text" in kinds
    assert kinds.index("text") > max(at for at, kind in enumerate(kinds) if kind == "rect")


def test_issue_is_cut_as_an_issue_though_a_claim_has_its_id() -> None:
    ids = ("question", *(f"c{n}" for n in range(9)))
    graph = ArgumentGraph(
        builders.corpus(
            claims=[builders.claim(id, issue="question") for id in ids],
            stances=[builders.stance("left", id) for id in ids],
        )
    )
    whole = rendering.picture(graph, "lanes", "question", embedded=True)
    pages = paging.paged(graph, whole, "lanes", "question", [(530.0, 300.0)], kind="page", first=2)

    assert len(pages.pages) > 1
    assert sum(len(page.numbers) for page in pages.pages) == len(ids)


def test_label_is_left_out_where_there_is_no_room_for_all() -> None:
    root = ET.fromstring(cut(120).overview((530.0, 60.0)).svg)
    moved = [each.get("transform", "") for each in root.iter(f"{SVG}g")]

    assert 0 < sum(bool(re.fullmatch(r"translate\([\d. ]+\)", each)) for each in moved) < 14


def test_overview_keeps_to_its_room_and_its_type_to_8_pt() -> None:
    for room in ((500.0, 400.0), (200.0, 150.0)):
        drawn = cut(30).overview(room)
        sizes = [float(each) for each in re.findall(rb'font-size="([\d.]+)"', drawn.svg)]

        assert drawn.width_pt <= room[0] + 0.1
        assert drawn.height_pt <= room[1] + 0.1
        assert min(sizes) >= 8


def test_labels_of_many_pages_name_each_and_hide_none_of_the_others() -> None:
    pages = cut(120)
    root = ET.fromstring(pages.overview((530.0, 640.0)).svg)
    places = []
    named = set()
    for label in root.iter(f"{SVG}g"):
        if moved := re.match(r"translate\(([\d.]+) ([\d.]+)\)$", label.get("transform", "")):
            rect, text = label.find(f"{SVG}rect"), label.find(f"{SVG}text")
            if rect is not None and text is not None:
                left, top = map(float, moved.groups())
                places.append((left, top, left + float(rect.get("width")), top + 11))
                named.add(int(text.text))

    assert len(pages.pages) > 14
    assert named == set(range(2, len(pages.pages) + 2))
    for at, one in enumerate(places):
        for other in places[:at]:
            assert (
                min(one[2], other[2]) - max(one[0], other[0]) < 0.1
                or min(one[3], other[3]) - max(one[1], other[1]) < 0.1
            )


@pytest.mark.parametrize("boxes", [30, 120])
def test_labels_name_the_language_that_is_spoken(boxes: int) -> None:
    with speaking(catalogue("ru")):
        root = ET.fromstring(cut(boxes).overview((5000.0, 5000.0)).svg)
    said = [each for each in root.iter(f"{SVG}text") if (each.text or "").startswith("страница ")]

    assert said
    assert {each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in said} == {"ru"}


def rects(drawn: bytes, marked: str) -> list[tuple[float, float, float, float]]:
    """List left, top, right and bottom of what is drawn with this mark."""
    found = []
    for each in re.findall(rb"<rect [^>]*>", drawn):
        if marked in (said := each.decode()):
            x, y, width, height = (
                float(re.search(rf' {name}="([\d.]+)"', said)[1])
                for name in ("x", "y", "width", "height")
            )
            found.append((x, y, x + width, y + height))
    return found


@pytest.mark.parametrize("counts", [(5, 14, 14, 14), (9, 0, 0, 5, 0, 0, 14, 0, 5, 14), (0, 1)])
def test_each_box_is_framed_with_those_of_its_page_alone(counts: tuple[int, ...]) -> None:
    drawn = cut_tree(samples.branching(*counts)).overview((530.0, 640.0)).svg
    boxes = rects(drawn, 'stroke-width="0.5"')
    frames = [each for width in ("1.1", "0.9") for each in rects(drawn, f'stroke-width="{width}"')]

    assert len(boxes) == 1 + len(counts) + sum(counts)
    for left, top, right, bottom in boxes:
        x, y = (left + right) / 2, (top + bottom) / 2
        assert len([f for f in frames if f[0] < x < f[2] and f[1] < y < f[3]]) == 1


def test_lines_are_not_so_thin_that_a_printer_loses_them() -> None:
    drawn = cut(120).overview((200.0, 150.0)).svg.decode()
    scale = float(re.search(r"scale\(([\d.]+)\)", drawn)[1])
    lines = drawn.partition("scale(")[2].partition("<rect")[0]
    widths = [float(each) * scale for each in re.findall(r'stroke-width="([\d.]+)"', lines)]

    assert scale < 0.3
    assert min(widths) >= 0.49


def test_overview_shows_whose_each_box_is() -> None:
    drawn = cut(30).overview((500.0, 400.0)).svg.decode()
    hatches = set(re.findall(r'<pattern id="([^"]+)"', drawn))
    used = re.findall(r'<rect [^>]*fill="url\(#([^)]+)\)"', drawn)

    assert set(used) <= hatches
    assert len(used) >= 29
    # It is a band at the edge of a box, which is not coloured itself.
    assert all(right - left <= 5 for left, _, right, _ in rects(drawn.encode(), 'fill="url('))


def test_every_page_is_named_with_all_of_its_boxes() -> None:
    pages = cut(30)
    numbers = [number for page in pages.pages for number in page.numbers]

    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert len(pages.reading) == len(pages.pages)
    assert pages.reading[0].startswith("Page 2: boxes 1–")
