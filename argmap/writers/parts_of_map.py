"""Put a map among the texts of a handout: whole, turned, or an overview and numbered parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from argmap.core import wording
from argmap.writers.format import Order
from argmap.writers.map_on_paper import legend_of, paged
from argmap.writers.paper import USUAL, Sheet, type_of
from argmap.writers.pictures import alternative

if TYPE_CHECKING:
    from argmap.rendering import Picture
    from argmap.rendering.frame import Legend
    from argmap.rendering.paging import Page
    from argmap.rendering.sheet import Box

_HEADING_PT = 40.0
_OVERVIEW = 0.38
"""How high an overview is at most, of its sheet, where texts of unknown height stand before it."""
_LEAST_OVERVIEW = 0.3
"""How high it is at least, however many parts there are to tell of."""
_UNDER_A_TITLE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPart:
    """A piece of a map among texts.

    `page` is the sheet that it needs to itself; None where it stands upright among the texts.
    `said` is what its heading adds: which part it is, and its boxes; `note` is small text below.
    `boxes` are by the ids of their elements, and so are the `numbers` that the boxes of a map
    bear that is cut; `alternative` says all of it in words.
    """

    svg: bytes
    width_pt: float
    page: Sheet | None
    boxes: Mapping[str, Box]
    alternative: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    said: str = ""
    note: str = ""
    legend: Legend | None = None


def parts(
    order: Order, drawn: Picture, sheet: Sheet, *, taken_pt: float = 0, indent_pt: float = 0
) -> tuple[MapPart, ...]:
    """Put a map on sheets, as large as it is, or cut where it fits neither way.

    Args:
        order: What was ordered.
        drawn: The map without title and legend.
        sheet: The paper as it usually lies.
        taken_pt: How high what stands above the map is, beside its heading; 0 where that is not
            known.
        indent_pt: How far texts, and with them the legend, are set in on upright sheets.

    Returns:
        The whole map or, if it is cut, the overview and then the parts, which name each other.
    """
    ways = (sheet, sheet.turned)
    sizes = type_of(order)
    heading_pt = _HEADING_PT * sizes.text_pt / USUAL.text_pt
    widths = (sheet.room_pt[0] - 2 * indent_pt, sheet.turned.room_pt[0])
    legends = [legend_of(order, drawn, width) for width in widths]
    for way, legend in zip(ways, legends, strict=True):
        room, high = way.room_pt[0], way.room_pt[1] - heading_pt - taken_pt - legend.height_pt
        if drawn.width_pt <= room + 0.1 and drawn.height_pt <= high:
            return (_whole(order, drawn, None if way is sheet else way, legend),)
    rooms = [(way.room_pt[0], way.room_pt[1] - heading_pt) for way in ways]
    cut = paged(order, drawn, rooms, "part", 1)
    way, legend = ways[cut.room], legends[cut.room]
    smaller = sizes.small_pt / USUAL.small_pt
    chosen = rooms[cut.room]
    line_pt, in_a_line = 12.0 * smaller, widths[cut.room] / (4.4 * smaller)
    most_pt = chosen[1] * (1 - _LEAST_OVERVIEW) - taken_pt - legend.height_pt - 12
    reading = _short(cut.reading, in_a_line * (most_pt // line_pt - 1))
    note_pt = line_pt * (1 + len(reading) // in_a_line)
    # It leaves room for the texts before it, or their sheet stays half empty and so does its own;
    # where they are known to be short, for some lines more above it or below.
    own = None if way is sheet else way
    high = chosen[1] - taken_pt - legend.height_pt - note_pt - 12
    if own is None:
        high = high * _UNDER_A_TITLE if taken_pt else min(high, chosen[1] * _OVERVIEW)
    overview = cut.overview((chosen[0], high))
    first = MapPart(
        svg=overview.svg,
        width_pt=overview.width_pt,
        page=own,
        boxes={},
        alternative=cut.alternative,
        note=reading,
        legend=legend,
    )
    return (
        first,
        *(
            MapPart(
                svg=page.svg, width_pt=page.width_pt, boxes=page.boxes,
                numbers=page.number_of,
                page=_large_enough(way, page, chosen) or own,
                alternative=page.alternative, said=said,
            )
            for page, said in zip(cut.pages, cut.reading, strict=True)
        ),
    )  # fmt: skip


def _short(reading: Sequence[str], most_chars: float) -> str:
    """Say which boxes each part has; of the last ones only in their headings, if there are many."""
    said = list(reading)
    text = " ".join((wording.CONTINUES["part"]["overview"], *said))
    while said and len(text) > most_chars:
        said.pop()
        text = " ".join((wording.CONTINUES["part"]["overview"], *said, "…"))
    return text


def diagrams(order: Order, pieces: tuple[MapPart, ...], paper: Sheet) -> Iterator[dict[str, Any]]:
    """Say for typst where each piece of a map stands, and what is read out in its place."""
    name = wording.HANDOUT["tree" if order.claim else "diagram"]
    for index, piece in enumerate(pieces):
        page = piece.page or paper
        yield {
            "file": f"map-{index}.svg",
            "title": f"{name} – {piece.said}" if piece.said else name,
            "alternative": piece.alternative,
            "own-page": piece.page is not None,
            "width": page.width_pt,
            "height": page.height_pt,
            "drawn-width": piece.width_pt,
            "note": piece.note,
            "legend": piece.legend.text if piece.legend else "",
            "legend-file": f"legend-{index}.svg",
            "legend-width": piece.legend.width_pt if piece.legend else 0,
        }


def files_of(pieces: tuple[MapPart, ...]) -> dict[str, bytes]:
    """Give the pictures that typst reads, by the names that `diagrams` says."""
    found = {f"map-{index}.svg": piece.svg for index, piece in enumerate(pieces)}
    return found | {
        f"legend-{index}.svg": piece.legend.svg
        for index, piece in enumerate(pieces)
        if piece.legend
    }


def _whole(order: Order, drawn: Picture, page: Sheet | None, legend: Legend) -> MapPart:
    return MapPart(
        svg=drawn.svg,
        width_pt=drawn.width_pt,
        page=page,
        boxes=_boxes(drawn),
        alternative=alternative(order, drawn),
        legend=legend,
    )


def _large_enough(way: Sheet, page: Page, room: tuple[float, float]) -> Sheet | None:
    """Give a larger sheet for a single box that no sheet has room for, else None."""
    over = page.width_pt - room[0], page.height_pt - room[1]
    if max(over) <= 1:
        return None
    return replace(
        way,
        width_pt=way.width_pt + max(0.0, over[0]),
        height_pt=way.height_pt + max(0.0, over[1]) + 8,
    )


def _boxes(drawn: Picture) -> Mapping[str, Box]:
    drawing = drawn.drawing
    return {f"{drawing.paint.prefix}{box.name}": box for box in drawing.boxes.values()}
