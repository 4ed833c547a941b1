"""Cut a picture between its boxes into pieces that fit a sheet at reading size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from argmap.rendering import Picture

_SVG = "http://www.w3.org/2000/svg"
_MOVED = re.compile(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)")
LARGER = 2**0.5
"""How much longer the sides of the next larger sheet are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A piece of a picture at its natural size; `page_pt` where it needs a sheet of its own."""

    svg: bytes
    width_pt: float
    height_pt: float
    page_pt: tuple[float, float] | None = None


def tiles(
    drawn: Picture, room_pt: float, height_pt: float, side_pt: float, ends_pt: float
) -> tuple[Tile, ...]:
    """Cut a picture so that no box is parted and nothing is made smaller.

    Args:
        drawn: The picture.
        room_pt: How wide it may be on an upright sheet.
        height_pt: How high it may be there.
        side_pt: The margin on either side of the sheet.
        ends_pt: The margins above and below together.

    Returns:
        The pieces from the top down. They stand upright where they fit, else on a sheet turned,
        else on the next larger one either way, else on one of their own size.
    """
    heading = 34.0
    upright = (room_pt + 2 * side_pt, height_pt + ends_pt + heading)
    turned = (upright[1], upright[0])
    larger = (upright[0] * LARGER, upright[1] * LARGER)
    for sheet in (upright, turned, larger, (larger[1], larger[0])):
        room, high = sheet[0] - 2 * side_pt, sheet[1] - ends_pt - heading
        cuts = _cuts(drawn, high) if drawn.width_pt <= room else None
        if cuts is not None:
            return _pieces(drawn, cuts, None if sheet == upright else sheet)
    own = (drawn.width_pt + 2 * side_pt, drawn.height_pt + ends_pt + heading)
    return _pieces(drawn, (0.0, drawn.height_pt), own)


def _cuts(drawn: Picture, high: float) -> tuple[float, ...] | None:
    """Choose the fewest cuts, each as far down as it may be; None where a piece is too high."""
    places = [0.0]
    for here, after in zip(
        (*drawn.breaks_pt, drawn.height_pt), (*drawn.breaks_pt[1:], drawn.height_pt, 0.0),
        strict=True,
    ):  # fmt: skip
        if here - places[-1] > high:
            return None
        if here == drawn.height_pt or after - places[-1] > high:
            places.append(here)
            if here == drawn.height_pt:
                break
    return tuple(places)


def _pieces(
    drawn: Picture, cuts: tuple[float, ...], page_pt: tuple[float, float] | None
) -> tuple[Tile, ...]:
    return tuple(
        Tile(
            svg=_piece(drawn, top, bottom),
            width_pt=drawn.width_pt,
            height_pt=bottom - top,
            page_pt=page_pt,
        )
        for top, bottom in pairwise(cuts)
    )


def _piece(drawn: Picture, top: float, bottom: float) -> bytes:
    """Show a strip; boxes and headings beyond it are taken out, since hidden text is text too."""
    ET.register_namespace("", _SVG)
    root = ET.fromstring(drawn.svg)
    _, _, *whole = (float(each) for each in root.attrib["viewBox"].split())
    # In large print the picture's own units are larger than points.
    scale = whole[0] / drawn.width_pt
    top, bottom = top * scale, bottom * scale
    root.attrib["viewBox"] = f"0 {top:.2f} {whole[0]:.2f} {bottom - top:.2f}"
    root.attrib["width"] = f"{whole[0] / scale:.2f}pt"
    root.attrib["height"] = f"{(bottom - top) / scale:.2f}pt"
    for group in root.findall(f"{{{_SVG}}}g"):
        down = _down(group)
        for child in list(group):
            hooks = child.attrib.get("class", "").split()
            if "box" in hooks and not top <= down + _down(child) < bottom:
                group.remove(child)
            lane = child.find(f"{{{_SVG}}}g[@class='lane']")
            if lane is not None and down + _down(child) < top:
                for part in list(lane)[1:]:
                    lane.remove(part)
    written: bytes = ET.tostring(root, encoding="utf-8")
    return written


def _down(element: ET.Element) -> float:
    found = _MOVED.match(element.attrib.get("transform", ""))
    return float(found[2]) if found else 0.0
