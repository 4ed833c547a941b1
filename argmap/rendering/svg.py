"""Turn Graphviz's layout into argmap's SVG: our type in its boxes, its lines in our strokes.

Nothing of Graphviz's own SVG is passed through but numbers: where each box lies and how each
line runs. All text is set and escaped here.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from argmap.errors import DrawingFailed
from argmap.rendering.drawing import Drawing, Edge, Ground
from argmap.rendering.markup import number, xml
from argmap.rendering.sheet import BODY_PT, Box, Paint
from argmap.rendering.style import FONT_FAMILY

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
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
    try:
        root = ET.fromstring(raw)
    except ET.ParseError as error:
        raise DrawingFailed(f"Graphviz gave no readable picture: {error}") from error
    corners: dict[str, tuple[float, float]] = {}
    edges: dict[str, str] = {}
    reach = _Reach()
    relations = {f"e{index}": edge for index, edge in enumerate(drawing.edges)}
    for group in root.iter(f"{_SVG}g"):
        kind = group.get("class")
        if kind == "node":
            name = group.findtext(f"{_SVG}title", "")
            if (box := drawing.boxes.get(name)) is not None:
                corners[name] = _corner(group, box, reach)
        elif kind == "edge" and (edge := relations.get(group.get("id", ""))) is not None:
            edges[group.get("id", "")] = _edge(group, edge, drawing.paint, reach)
    if len(corners) < len(drawing.boxes):
        raise DrawingFailed("Graphviz left boxes out of the picture.")
    return Layout(corners, edges, reach.bounds, _shift(drawing, corners))


def _shift(drawing: Drawing, corners: dict[str, tuple[float, float]]) -> tuple[float, float]:
    for name, place in drawing.places.items():
        box, (left, top) = drawing.boxes[name], corners[name]
        return left + box.width_pt / 2 - place.x, top + box.height_pt / 2 - place.y
    return 0.0, 0.0


class _Reach:
    """Keep the extent of everything drawn."""

    def __init__(self) -> None:
        self.bounds = (float("inf"), float("inf"), float("-inf"), float("-inf"))

    def cover(self, left: float, top: float, right: float, bottom: float) -> None:
        old = self.bounds
        self.bounds = (
            min(old[0], left), min(old[1], top), max(old[2], right), max(old[3], bottom),
        )  # fmt: skip


def _corner(group: ET.Element, box: Box, reach: _Reach) -> tuple[float, float]:
    """Take the middle of what Graphviz drew: our boxes have their own size and shape."""
    shape = next(e for e in group.iter() if e.tag in (f"{_SVG}polygon", f"{_SVG}path"))
    found = [float(each) for each in _NUMBERS.findall(shape.get("points") or shape.get("d") or "")]
    xs, ys = found[0::2], found[1::2]
    left = (min(xs) + max(xs) - box.width_pt) / 2
    top = (min(ys) + max(ys) - box.height_pt) / 2
    reach.cover(left, top, left + box.width_pt, top + box.height_pt)
    return left, top


def _edge(group: ET.Element, edge: Edge, paint: Paint, reach: _Reach) -> str:
    role, stroke = edge.role, edge.stroke
    dashes = f' stroke-dasharray="{stroke.dashes}"' if stroke.dashes else ""
    width = f' stroke-width="{number(stroke.width_pt)}"'
    drawn = []
    for shape in group.iter():
        if shape.tag == f"{_SVG}path":
            d = shape.get("d", "")
            found = [float(each) for each in _NUMBERS.findall(d)]
            reach.cover(min(found[0::2]), min(found[1::2]), max(found[0::2]), max(found[1::2]))
            drawn.append(f'<path fill="none" d="{xml(d)}"{width}{dashes}{paint.stroke(role)}/>')
        elif shape.tag == f"{_SVG}polygon":
            ground = "paper" if shape.get("fill") == "none" else role
            points = xml(shape.get("points", ""))
            drawn.append(f'<polygon points="{points}"{width}{paint.both(ground, role)}/>')
        elif shape.tag == f"{_SVG}polyline":
            points = xml(shape.get("points", ""))
            drawn.append(f'<polyline fill="none" points="{points}"{width}{paint.stroke(role)}/>')
        elif shape.tag == f"{_SVG}ellipse":
            at = "".join(
                f' {name}="{xml(shape.get(name, "0"))}"' for name in ("cx", "cy", "rx", "ry")
            )
            drawn.append(f"<ellipse{at}{paint.fill(role)}/>")
    return f'<g class="edge relation-{role}">{"".join(drawn)}</g>'


def write(drawing: Drawing, layout: Layout, frame: Frame | None) -> tuple[str, float, float]:
    """Write the picture.

    Args:
        drawing: What was designed.
        layout: Where Graphviz put it.
        frame: What goes above and below when it stands alone; None inside a page.

    Returns:
        The SVG, its width and its height in points.
    """
    left, top, width, height = extent(drawing, layout)
    if frame is not None:
        width = max(width, frame.width_pt + 2 * MARGIN_PT)
    above, below = (frame.above_pt, frame.below_pt) if frame else (0.0, 0.0)
    total = height + above + below
    prefix, ink = xml(drawing.paint.prefix), drawing.paint.fill("ink")
    size = f' width="{number(width)}pt" height="{number(total)}pt"' if frame else ""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg"{size}'
        f' viewBox="0 0 {number(width)} {number(total)}" class="argmap-picture"'
        f' role="graphics-document document" aria-labelledby="{prefix}title {prefix}desc"'
        f' xml:lang="{xml(drawing.language)}" font-family="{FONT_FAMILY}"'
        f' font-size="{number(BODY_PT)}">',
        f'<title id="{prefix}title">{xml(drawing.title)}</title>',
        f'<desc id="{prefix}desc">{xml(drawing.description)}</desc>',
        f"<defs>{drawing.paint.definitions}</defs>",
    ]
    if frame is not None:
        parts.append(f'<rect width="100%" height="100%"{drawing.paint.fill("paper")}/>')
        at = f"{number(MARGIN_PT)} {number(MARGIN_PT)}"
        parts.append(f'<g transform="translate({at})"{ink}>{frame.above}</g>')
    at = f"{number(-left)} {number(above - top)}"
    parts.append(f'<g transform="translate({at})"{ink}>')
    parts += [_ground(ground, layout.shift) for ground in drawing.grounds]
    parts.append(f'<g class="edges" aria-hidden="true">{"".join(layout.edges.values())}</g>')
    parts += [_box(box, layout.corners[box.name], prefix) for box in drawing.boxes.values()]
    parts.append("</g>")
    if frame is not None:
        at = f"{number(MARGIN_PT)} {number(above + height)}"
        parts.append(f'<g transform="translate({at})"{ink}>{frame.below}</g>')
    parts.append("</svg>\n")
    return "".join(parts), width, total


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


def breaks(drawing: Drawing, layout: Layout, frame: Frame | None) -> tuple[float, ...]:
    """Find the heights at which a horizontal cut goes through no box.

    Returns:
        In points from the top of the picture, downwards, one in the middle of each free strip.
    """
    shift = (frame.above_pt if frame else 0.0) - extent(drawing, layout)[1]
    spans = sorted(
        (top, top + drawing.boxes[name].height_pt) for name, (_, top) in layout.corners.items()
    )
    found: list[float] = []
    reached = spans[0][1] if spans else 0.0
    for top, bottom in spans:
        if top > reached:
            found.append((reached + top) / 2 + shift)
        reached = max(reached, bottom)
    return tuple(found)


def _ground(ground: Ground, shift: tuple[float, float]) -> str:
    at = f"{number(ground.x + shift[0])} {number(ground.y + shift[1])}"
    return f'<g transform="translate({at})">{ground.inside}</g>'


def _box(box: Box, corner: tuple[float, float], prefix: str) -> str:
    """Write a box as one link named by its whole text, or as one named picture without a link."""
    data = "".join(f' data-{name}="{xml(value)}"' for name, value in box.data)
    common = (
        f' id="{prefix}{xml(box.name)}" class="box {box.classes}"{data}'
        f' aria-label="{xml(box.label)}"'
        f' transform="translate({number(corner[0])} {number(corner[1])})"'
    )
    if box.href is None:
        return f'<g role="img"{common}>{box.inside}</g>'
    return f'<a href="{xml(box.href)}"{common}>{box.inside}</a>'
