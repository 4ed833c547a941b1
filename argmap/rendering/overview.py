"""Draw a whole map in small: boxes without words, and framed areas that name their pages.

Whatever is written is written at 8 pt: the number of a box where it has room for one, and the
number of the page in the frame around what stands on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.core import wording
from argmap.core.tongues import spoken_beside
from argmap.rendering import measure, svg
from argmap.rendering.languages import tag_of
from argmap.rendering.markup import number
from argmap.rendering.picture import Picture
from argmap.rendering.sheet import SMALL_PT, Box, Paint

_WIDTH = re.compile(r'stroke-width="([\d.]+)"')
_LEAST_LINE_PT = 0.5
_LABEL_PT = 11.0
# What a label has at both ends of its words together.
_LABEL_ENDS_PT = 8.0
_FRAME_PT = 2.5
_STRIP_PT = 1.0
_BAND_PT = 5.0
# As much as a label beside the outermost frame needs.
_EDGE_PT = 16.0
# Less than that shows nothing, however little room there is.
_LEAST_PT = 40.0
_MANY = 14
# Further labels of a page stand in the middle of a strip or hardly off it.
_TRIED = 8

Rect = tuple[float, float, float, float]
Areas = Mapping[int, Sequence[tuple[Sequence[str], Sequence[int]]]]
"""By page, its pieces: the names of their boxes and the numbers these bear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The whole map in small."""

    svg: bytes
    width_pt: float
    height_pt: float


def draw(
    whole: Picture, areas: Areas, numbers: Mapping[str, int], room: tuple[float, float], kind: str
) -> Overview:
    """Draw the overview as large as the room lets it be, at most at the size of the map itself.

    Args:
        whole: The map in one picture, without title and legend.
        areas: What stands on which page.
        numbers: The number of each box.
        room: Width and height, in points.
        kind: What the areas are: "page" or "part".
    """
    left, top, width, height = svg.extent(whole.drawing, whole.layout)
    # In large print all type is larger, that of the overview too.
    print_scale = whole.width_pt / width
    inner = tuple(max(each / print_scale - 2 * _EDGE_PT, _LEAST_PT) for each in room)
    scale = min(inner[0] / width, inner[1] / height, 1.0)
    places = {
        name: (
            _EDGE_PT + (x - left) * scale,
            _EDGE_PT + (y - top) * scale,
            whole.drawing.boxes[name].width_pt * scale,
            whole.drawing.boxes[name].height_pt * scale,
        )
        for name, (x, y) in whole.layout.corners.items()
    }
    paint = whole.drawing.paint
    size = (width * scale + 2 * _EDGE_PT, height * scale + 2 * _EDGE_PT)
    at = f"{number(_EDGE_PT - left * scale)} {number(_EDGE_PT - top * scale)}"
    lines = f'<g transform="translate({at}) scale({scale:.4f})">{_lines(whole, scale)}</g>'
    boxes = whole.drawing.boxes
    written = {name: _number(rect, numbers.get(name)) for name, rect in places.items()}
    taken = [rect for _, rect in written.values() if rect]
    frames, labels = _frames(
        paint, areas, places, taken, size, kind, spoken_beside(whole.drawing.language)
    )
    content = (
        svg.opening(whole.drawing, *size, scale=print_scale),
        f"<g{paint.fill('ink')}>",
        lines,
        *frames,
        *(_box(paint, boxes[name], rect, scale) for name, rect in places.items()),
        *(_band(paint, boxes[name], rect) for name, rect in places.items()),
        *(text for text, _ in written.values()),
        *labels,
        "</g></svg>\n",
    )
    return Overview(
        svg="".join(content).encode(),
        width_pt=size[0] * print_scale,
        height_pt=size[1] * print_scale,
    )


def _lines(whole: Picture, scale: float) -> str:
    """Take the lines of the map, none so thin that a printer loses it."""
    least = _LEAST_LINE_PT / scale

    def widened(found: re.Match[str]) -> str:
        return f'stroke-width="{max(float(found[1]), least):.1f}"'

    return _WIDTH.sub(widened, "".join(whole.layout.edges.values()))


def _box(paint: Paint, box: Box, rect: Rect, scale: float) -> str:
    x, y, width, height = rect
    round_pt = min(3.0, 7 * scale) if box.kind == "claim" else 0
    line = "ink" if box.kind == "claim" else "outline"
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{width:.2f}" height="{height:.2f}"'
        f' rx="{round_pt:.1f}" stroke-width="0.5"{paint.both("box", line)}/>'
    )


def _band(paint: Paint, box: Box, rect: Rect) -> str:
    """Draw whose a box is at its left edge, as on its page."""
    x, y, width, height = rect
    each = height / max(len(box.looks), 1)
    drawn = []
    for index, (ground, hatch) in enumerate(box.looks):
        size = (
            f'<rect x="{x:.2f}" y="{y + index * each:.2f}"'
            f' width="{min(_BAND_PT, width / 4):.2f}" height="{each:.2f}"'
        )
        drawn.append(f"{size}{paint.fill(ground)}/>{size}{paint.hatched(hatch)}/>")
    return "".join(drawn)


def _number(rect: Rect, count: int | None) -> tuple[str, Rect | None]:
    """Write the number of a box into it, if it has room for type of 8 pt."""
    x, y, width, height = rect
    said = str(count or "")
    long = measure.width_pt(said, SMALL_PT, "bold")
    if not said or long + 2 > width or height < SMALL_PT + 0.5:
        return "", None
    left, base = x + max(width - long, min(_BAND_PT, width / 4)) / 2, y + height / 2 + 2.9
    text = (
        f'<text x="{left:.2f}" y="{base:.2f}" font-size="{number(SMALL_PT)}"'
        f' font-weight="bold">{said}</text>'
    )
    return text, (left, base - SMALL_PT, long, SMALL_PT + 1.5)


def _frames(
    paint: Paint,
    areas: Areas,
    places: Mapping[str, Rect],
    taken: list[Rect],
    size: tuple[float, float],
    kind: str,
    language: str,
) -> tuple[list[str], list[str]]:
    """Draw the frames, which go under the boxes of other pages, and their labels, on top."""
    pieces = [
        (page, rect)
        for page, spots in areas.items()
        for rect in _joined([_around(names, places, _FRAME_PT) for names, _ in spots], _FRAME_PT)
    ]
    crossing = any(
        one[0] != other[0] and _shared(one[1], other[1]) > _FRAME_PT * one[1][2]
        for at, one in enumerate(pieces)
        for other in pieces[:at]
    )
    if crossing or len(pieces) > _MANY:
        return _strips(paint, areas, places, taken, size, kind, language)
    dashed = f'fill="none" stroke-width="0.9" stroke-dasharray="3 2"{paint.stroke("ink")}'
    frames: list[str] = []
    labels: list[str] = []
    for page, rect in pieces:
        said = _said(kind, page, rect[2] * 0.6 + _LABEL_ENDS_PT)
        place = _free(_beside(rect, _long(said)), taken, size)
        taken.append(place)
        labels.append(_label(paint, said, place, language))
        frames.append(_frame(rect, f'rx="3" {dashed}'))
    return frames, labels


def _strips(
    paint: Paint,
    areas: Areas,
    places: Mapping[str, Rect],
    taken: list[Rect],
    size: tuple[float, float],
    kind: str,
    language: str,
) -> tuple[list[str], list[str]]:
    """Frame each column of boxes of a page, since frames around all would cross.

    Each page is labelled on its longest strip, then on others, where that hides no other label: of
    a hundred pages on one sheet some are not, and the boxes lead to them by their numbers.
    """
    # No box of another page fits into a gap that is smaller than the smallest of them.
    gap = min(height for _, _, _, height in places.values()) - 2 * _STRIP_PT
    strips = {
        page: sorted(
            _joined(
                [_around([name], places, _STRIP_PT) for names, _ in spots for name in names], gap
            ),
            key=lambda rect: (-rect[3], rect),
        )
        for page, spots in areas.items()
    }
    found: list[Rect] = []
    labels: list[str] = []

    def label(page: int, rect: Rect, tried: int | None = None) -> None:
        said = _said(kind, page, rect[2])
        place = _clear(_inside(_along(rect, _long(said))[:tried], size), (*found, *taken))
        if place is not None:
            found.append(place)
            labels.append(_label(paint, said, place, language))

    for page, (longest, *_) in strips.items():
        label(page, longest)
    for page, (_, *others) in strips.items():
        for rect in others:
            label(page, rect, _TRIED)
    drawn = f'rx="1.5" fill="none" stroke-width="1.1"{paint.stroke("ink")}'
    return [_frame(rect, drawn) for rects in strips.values() for rect in rects], labels


def _said(kind: str, page: int, most_pt: float) -> str:
    """Name a page in words where the label is no longer than that, else by its number alone."""
    words = wording.CONTINUES[kind]["area"].format(page=page)
    return words if _long(words) <= most_pt else str(page)


def _long(said: str) -> float:
    return measure.width_pt(said, SMALL_PT, "bold") + _LABEL_ENDS_PT


def _frame(rect: Rect, drawn: str) -> str:
    x, y, width, height = rect
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}"'
        f' height="{number(height)}" {drawn}/>'
    )


def _around(names: Iterable[str], places: Mapping[str, Rect], apart_pt: float) -> Rect:
    rects = [places[name] for name in names if name in places]
    left, top = min(r[0] for r in rects) - apart_pt, min(r[1] for r in rects) - apart_pt
    right = max(r[0] + r[2] for r in rects) + apart_pt
    return left, top, right - left, max(r[1] + r[3] for r in rects) + apart_pt - top


def _joined(rects: list[Rect], gap: float) -> list[Rect]:
    """Put one frame around what stands on one page in a column, with no larger gap in it."""
    found: list[Rect] = []
    for rect in sorted(rects):
        x, y, width, height = rect
        for index, (left, top, wide, high) in enumerate(found):
            is_below = -0.1 <= y - top and y - (top + high) <= gap
            if abs(x - left) < _FRAME_PT and abs(width - wide) < _FRAME_PT and is_below:
                found[index] = (left, top, wide, max(high, y + height - top))
                break
        else:
            found.append(rect)
    return found


def _beside(rect: Rect, long: float) -> list[Rect]:
    """List the places for a label on a frame and near it, the best first."""
    x, y, width, height = rect
    tries = [(x + dx, y - _LABEL_PT / 2) for dx in (2.0, max(2.0, width - long - 2))]
    tries += [(x + dx, y + height - _LABEL_PT / 2) for dx in (2.0, max(2.0, width - long - 2))]
    tries += [(x + width - 3, y + height / 2 - _LABEL_PT / 2), (x - long + 3, y + height / 2)]
    tries += [
        (x + 2 + step * turn, y + down)
        for step in range(0, 60, 6)
        for down in (-_LABEL_PT, 0.0, height - 4, height + 4)
        for turn in (1, -1)
    ]
    return [(left, top, long, _LABEL_PT) for left, top in tries]


def _along(rect: Rect, long: float) -> list[Rect]:
    """List the places for a label on a strip, from its middle to its ends and beyond."""
    x, y, width, height = rect
    left, top = x + (width - long) / 2, y + (height - _LABEL_PT) / 2
    reach = int(height / 2 + 3 * _LABEL_PT)
    return [
        (left + aside, top + step * turn, long, _LABEL_PT)
        for aside in (0.0, width * 0.6, -width * 0.6)
        for step in range(0, reach, 3)
        for turn in (1, -1)
    ]


def _inside(tries: Iterable[Rect], size: tuple[float, float]) -> list[Rect]:
    return [
        (min(max(left, 0.0), size[0] - wide), min(max(top, 0.0), size[1] - high), wide, high)
        for left, top, wide, high in tries
    ]


def _free(tries: Iterable[Rect], taken: Sequence[Rect], size: tuple[float, float]) -> Rect:
    """Find the first place for a label that hides no other label and no number."""
    inside = _inside(tries, size)
    crowded = min(inside, key=lambda place: sum(_shared(place, other) for other in taken[-_MANY:]))
    return _clear(inside, taken) or crowded


def _clear(tries: Iterable[Rect], taken: Sequence[Rect]) -> Rect | None:
    free = (place for place in tries if not any(_shared(place, other) for other in taken))
    return next(free, None)


def _shared(one: Rect, other: Rect) -> float:
    """Give the area that two labels would share."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, high)


def _label(paint: Paint, said: str, rect: Rect, language: str) -> str:
    x, y, width, height = rect
    tagged = tag_of(language)
    size = f'width="{number(width)}" height="{number(height)}" rx="5.5"'
    return (
        f'<g transform="translate({number(x)} {number(y)})"><rect {size}{paint.fill("ink")}/>'
        f'<text x="4" y="8.4" font-size="{number(SMALL_PT)}" font-weight="bold"'
        f"{tagged}{paint.fill('box')}>{said}</text></g>"
    )


def reading(areas: Areas, kind: str) -> Iterator[str]:
    """Say page by page which boxes it has."""
    for page, spots in areas.items():
        found = sorted(count for _, numbers in spots for count in numbers)
        said = f"{found[0]}–{found[-1]}" if len(found) > 1 else str(found[0])
        words = "reading" if len(found) > 1 else "reading-one"
        yield wording.CONTINUES[kind][words].format(page=page, boxes=said)
