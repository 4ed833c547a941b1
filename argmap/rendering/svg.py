"""Turn Graphviz's layout into argmap's SVG: our type in its boxes, its lines in our strokes.

Nothing of Graphviz's own SVG is passed through but numbers: where each box lies and how each
line runs. All text is set and escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from argmap.core.model import Relation
from argmap.errors import DrawingFailed
from argmap.rendering.drawing import Drawing, Edge, Ground
from argmap.rendering.languages import as_the_corpus
from argmap.rendering.markup import number, xml
from argmap.rendering.sheet import BODY_PT, Box, Paint
from argmap.rendering.style import FONT_FAMILY

# Graphviz writes its SVG in one form. Only what fits it is taken: names, and runs of numbers.
_WHOLE = re.compile(r'viewBox="0.00 0.00 ([\d.]+) [\d.]+".{1,200}? translate\(4 ([\d.]+)\)"', re.S)
# It drew a rectangle from corner to corner, so that the first is opposite to the third.
_BOX = re.compile(
    r' class="node">\s*<title>([^<]*)</title>\s*'
    r'<polygon [^>]*?points="([-\d.]+),([-\d.]+) [-\d.,]+ ([-\d.]+),([-\d.]+) '
)
_LINE = re.compile(
    r'<g id="([^"]*)" class="edge">\s*<title>[^<]*</title>((?:\s*<(?:p|ellipse )[^>]*/>)*)'
)
_SHAPE = re.compile(
    r'<(path|polygon|polyline|ellipse) fill="([^"]*)"[^>]*? (?:d|points|cx)="([-\d.,MCL ]*)"'
    r'((?: (?:cy|rx|ry)="[-\d.]*")*)/>'
)
# What Graphviz leaves free around its picture, and where in it the size stands.
_PAD_PT = 4.0
_HEAD_CHARS = 2_000
MARGIN_PT = 6.0


@dataclass(frozen=True, slots=True)
class Layout:
    """What Graphviz decided: the upper left corner of each box and each edge's shapes, as SVG.

    `shift` leads from the places we gave to where Graphviz put them.
    """

    corners: dict[str, tuple[float, float]]
    edges: dict[str, str]
    reach: tuple[float, float, float, float]
    shift: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dress:
    """What a page adds to one box: where it leads, style-sheet classes, whether it is chosen."""

    href: str | None
    classes: str = ""
    is_current: bool = False


Dresser = Callable[[Box], Dress]
"""Dresses each box of a drawing for the page that it stands on."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What an exported picture has around it, already set, and how much room it takes."""

    above: str
    above_pt: float
    below: str
    below_pt: float
    width_pt: float


def read(raw: bytes, drawing: Drawing) -> Layout:
    """Read where Graphviz put the boxes and lines of a drawing.

    Raises:
        DrawingFailed: The engine's answer is not the picture of this drawing.
    """
    text = raw.decode(errors="replace")
    if not text.rstrip().endswith("</svg>"):
        raise DrawingFailed("Graphviz gave no whole picture.")
    whole = _WHOLE.search(text, 0, _HEAD_CHARS)
    if whole is None:
        raise DrawingFailed("Graphviz did not say how large its picture is.")
    corners: dict[str, tuple[float, float]] = {}
    places = {name: place for name, *place in _BOX.findall(text)}
    for name, node in drawing.nodes.items():
        if (box := drawing.boxes.get(name)) is not None and node in places:
            corners[name] = _corner(places[node], box)
    if len(corners) < len(drawing.boxes):
        raise DrawingFailed("Graphviz left boxes out of the picture.")
    # Graphviz numbers the lines in the order that they were given in.
    relations = {f"edge{number}": edge for number, edge in enumerate(drawing.edges, start=1)}
    pens: dict[Relation | None, _Pen] = {}
    edges: dict[str, str] = {}
    for id, inside in _LINE.findall(text):
        if (edge := relations.get(id)) is not None:
            if (pen := pens.get(edge.relation)) is None:
                pen = pens[edge.relation] = _pen(edge, drawing.paint)
            edges[id] = _edge(_SHAPE.findall(inside), pen)
    reach = _reach(drawing, corners, float(whole[1]) - 2 * _PAD_PT, float(whole[2]) - _PAD_PT)
    return Layout(corners, edges, reach, _shift(drawing, corners))


def _shift(drawing: Drawing, corners: dict[str, tuple[float, float]]) -> tuple[float, float]:
    for name, place in drawing.places.items():
        box, (left, top) = drawing.boxes[name], corners[name]
        return left + box.width_pt / 2 - place.x, top + box.height_pt / 2 - place.y
    return 0.0, 0.0


def _corner(place: Sequence[str], box: Box) -> tuple[float, float]:
    """Take the middle of what Graphviz drew: our boxes have their own size and shape."""
    try:
        x, y, over_x, over_y = map(float, place)
    except ValueError:
        raise DrawingFailed("Graphviz drew a box that is no rectangle.") from None
    return (x + over_x - box.width_pt) / 2, (y + over_y - box.height_pt) / 2


def _reach(
    drawing: Drawing, corners: dict[str, tuple[float, float]], wide_pt: float, high_pt: float
) -> tuple[float, float, float, float]:
    """Give the left, top, right and bottom of everything drawn.

    Graphviz says it itself, but rounds how wide it is: what is exact is known of the boxes.
    """
    if not corners:
        return inf, inf, -inf, -inf
    rights = [left + drawing.boxes[name].width_pt for name, (left, _) in corners.items()]
    return 0.0, -high_pt, max(wide_pt - 0.5, *rights), 0.0


class _Pen(NamedTuple):
    """What the elements of a line have after their numbers, all lines of a relation alike.

    `opening` is that of their group; `line` is the curve itself, and the rest are what it may end
    in: a bar, a polygon filled with paper or with ink, and a dot.
    """

    opening: str
    line: str
    bar: str
    outlined: str
    solid: str
    dot: str


def _pen(edge: Edge, paint: Paint) -> _Pen:
    role, stroke = edge.role, edge.stroke
    width = f' stroke-width="{number(stroke.width_pt)}"'
    dashes = f' stroke-dasharray="{stroke.dashes}"' if stroke.dashes else ""
    return _Pen(
        opening=f'<g class="edge relation-{role}">',
        line=f"{width}{dashes}{paint.stroke(role)}/>",
        bar=f"{width}{paint.stroke(role)}/>",
        outlined=f"{width}{paint.both('paper', role)}/>",
        solid=f"{width}{paint.both(role, role)}/>",
        dot=f"{paint.fill(role)}/>",
    )


def _edge(shapes: Iterable[tuple[str, str, str, str]], pen: _Pen) -> str:
    """Write a line in the stroke of its relation.

    Args:
        shapes: What Graphviz drew: the element, its fill, its numbers, and an ellipse's radii.
        pen: How each of them is written.
    """
    drawn = [pen.opening]
    for shape, fill, numbers, radii in shapes:
        if shape == "path":
            drawn.append(f'<path fill="none" d="{numbers}"{pen.line}')
        elif shape == "polygon":
            inked = pen.outlined if fill == "none" else pen.solid
            drawn.append(f'<polygon points="{numbers}"{inked}')
        elif shape == "polyline":
            drawn.append(f'<polyline fill="none" points="{numbers}"{pen.bar}')
        else:
            drawn.append(f'<ellipse cx="{numbers}"{radii}{pen.dot}')
    drawn.append("</g>")
    return "".join(drawn)


def as_drafted(box: Box) -> Dress:
    """Leave a box as the diagram made it."""
    return Dress(box.href)


def write_boxes(drawing: Drawing, dresser: Dresser = as_drafted) -> dict[str, tuple[str, str]]:
    """Write the boxes of a drawing, while it is laid out.

    Each is one link named by its whole text, or one named picture without a link.

    Args:
        drawing: What was designed.
        dresser: What the page adds to each box.

    Returns:
        For each box its SVG before and after the place that it will have.
    """
    prefix = xml(drawing.paint.prefix)
    with as_the_corpus(drawing.language):
        return {box.name: _box(box, prefix, dresser(box)) for box in drawing.boxes.values()}


def write(
    drawing: Drawing,
    boxes: dict[str, tuple[str, str]],
    layout: Layout,
    frame: Frame | None,
    *,
    scale: float = 1.0,
) -> tuple[str, float, float]:
    """Write the picture.

    Args:
        drawing: What was designed.
        boxes: What `write_boxes` gave.
        layout: Where Graphviz put it.
        frame: What goes above and below when it stands alone; None inside a page.
        scale: How many times its usual size the picture is.

    Returns:
        The SVG, its width and its height in points.
    """
    left, top, width, height = extent(drawing, layout)
    if frame is not None:
        width = max(width, frame.width_pt + 2 * MARGIN_PT)
    above, below = (frame.above_pt, frame.below_pt) if frame else (0.0, 0.0)
    total = height + above + below
    ink = drawing.paint.fill("ink")
    parts = [opening(drawing, width, total, scale=scale if frame else None)]
    if frame is not None:
        parts.append(f'<rect width="100%" height="100%"{drawing.paint.fill("paper")}/>')
        at = f"{number(MARGIN_PT)} {number(MARGIN_PT)}"
        parts.append(f'<g transform="translate({at})"{ink}>{frame.above}</g>')
    parts.append(body(drawing, boxes, layout, -left, above - top))
    if frame is not None:
        at = f"{number(MARGIN_PT)} {number(above + height)}"
        parts.append(f'<g transform="translate({at})"{ink}>{frame.below}</g>')
    parts.append("</svg>\n")
    return "".join(parts), width * scale, total * scale


def opening(drawing: Drawing, width: float, height: float, *, scale: float | None) -> str:
    """Write what an SVG begins with: its size, its names, and what its shapes are filled with.

    Args:
        drawing: What is shown, or one of several that share their paint.
        width: In the picture's own units.
        height: In the picture's own units.
        scale: How many points a unit is; None for a picture as large as the page lets it be.
    """
    prefix = xml(drawing.paint.prefix)
    size = (
        f' width="{number(width * scale)}pt" height="{number(height * scale)}pt"' if scale else ""
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{size}'
        f' viewBox="0 0 {number(width)} {number(height)}" class="argmap-picture"'
        f' role="graphics-document document" aria-labelledby="{prefix}title {prefix}desc"'
        f' xml:lang="{xml(drawing.language)}" font-family="{FONT_FAMILY}"'
        f' font-size="{number(BODY_PT)}">'
        f'<title id="{prefix}title">{xml(drawing.title)}</title>'
        f'<desc id="{prefix}desc">{xml(drawing.alternative)}</desc>'
        f"<defs>{drawing.paint.definitions}</defs>"
    )


def body(
    drawing: Drawing, boxes: dict[str, tuple[str, str]], layout: Layout, x: float, y: float
) -> str:
    """Write grounds, lines and boxes, moved by x and y."""
    at = f"{number(x)} {number(y)}"
    parts = [f'<g transform="translate({at})"{drawing.paint.fill("ink")}>']
    parts += [_ground(ground, layout.shift) for ground in drawing.grounds]
    parts.append(f'<g class="edges" aria-hidden="true">{"".join(layout.edges.values())}</g>')
    for name, (before, after) in boxes.items():
        left, top = layout.corners[name]
        parts.append(f"{before}{left:.1f} {top:.1f}{after}")
    parts.append("</g>")
    return "".join(parts)


def extent(drawing: Drawing, layout: Layout) -> tuple[float, float, float, float]:
    """Give left, top, width and height of the map with its margin, in points."""
    left, top, right, bottom = layout.reach
    dx, dy = layout.shift
    for ground in drawing.grounds:
        left, top = min(left, ground.x + dx), min(top, ground.y + dy)
        right = max(right, ground.x + dx + ground.width_pt)
        bottom = max(bottom, ground.y + dy + ground.height_pt)
    if left > right:
        left = top = right = bottom = 0.0
    margin = MARGIN_PT
    return left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin


def _ground(ground: Ground, shift: tuple[float, float]) -> str:
    at = f"{number(ground.x + shift[0])} {number(ground.y + shift[1])}"
    return f'<g transform="translate({at})">{ground.inside}</g>'


def _box(box: Box, prefix: str, dress: Dress) -> tuple[str, str]:
    data = "".join([f' data-{name}="{xml(value)}"' for name, value in box.data])
    opening, closing = '<g role="img"', "</g>"
    if dress.href is not None:
        opening, closing = f'<a href="{xml(dress.href)}"', "</a>"
    classes = f"{box.classes} {dress.classes}" if dress.classes else box.classes
    current = ' aria-current="true"' if dress.is_current else ""
    before = (
        f'{opening} id="{prefix}{xml(box.name)}" class="box {classes}"{data}{current}'
        f' aria-label="{xml(box.label)}" transform="translate('
    )
    return before, f')">{box.write()}{closing}'
