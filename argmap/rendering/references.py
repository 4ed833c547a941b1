"""Number the boxes of a map that is cut for paper, and say in them where each cut line goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from argmap.core import wording
from argmap.core.model import Relation
from argmap.rendering import marks, measure
from argmap.rendering.drawing import Drawing
from argmap.rendering.markup import number
from argmap.rendering.sheet import SMALL_PT, Box, Paint, Run, Sheet, Tag

_BADGE_PT = 11.0
_INSET_PT = 12.0


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two boxes by their names, whatever knots it runs through on its way."""

    tail: str
    head: str
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a line that is cut at a box goes on.

    `is_above` where it stands over its box and not under it. One without a relation has no mark.
    """

    text: str
    is_above: bool
    relation: Relation | None = None


References = dict[str, list[Reference]]
"""By the name of a box, what is said above and below it."""


def ties(drawing: Drawing) -> tuple[Tie, ...]:
    """List the lines of a drawing from box to box, in its order."""
    onward = {edge.tail: edge for edge in drawing.edges if edge.tail not in drawing.boxes}
    found = []
    for edge in drawing.edges:
        if edge.tail in drawing.boxes:
            relation, head = edge.relation, edge.head
            while head not in drawing.boxes:
                relation, head = relation or onward[head].relation, onward[head].head
            found.append(Tie(edge.tail, head, relation))
    return tuple(found)


Where = Callable[[str], tuple[int, int]]
"""Gives the number of the page and of the box by the name of a box."""


def in_tree(known: Iterable[Tie], piece: Collection[str], where: Where, kind: str) -> References:
    """Say in the boxes of a piece of a tree where the lines go on that are cut around it.

    Args:
        known: The lines of the whole map.
        piece: The names of the boxes in the piece.
        where: Where each other box stands.
        kind: What the parts of the map are: "page" or "part".

    Returns:
        By box, above it the one it bears on, below it all that bear on it.
    """
    found: References = {}
    below: dict[str, list[tuple[int, int]]] = {}
    for tie in known:
        if tie.tail in piece and tie.head not in piece:
            text = said_of([where(tie.head)], kind, is_back=True)
            found.setdefault(tie.tail, []).append(Reference(text, True, tie.relation))
        elif tie.head in piece and tie.tail not in piece:
            below.setdefault(tie.head, []).append(where(tie.tail))
    for name, places in below.items():
        text = said_of(places, kind, is_back=False)
        found.setdefault(name, []).append(Reference(text, False))
    return found


def in_lanes(known: Iterable[Tie], piece: Collection[str], where: Where, kind: str) -> References:
    """Say the same in the boxes of lanes, below each: line by line of one relation and direction.

    See `in_tree`.
    """
    cut: dict[str, dict[tuple[bool, Relation | None], list[tuple[int, int]]]] = {}
    for tie in known:
        for here, there, is_back in ((tie.tail, tie.head, False), (tie.head, tie.tail, True)):
            if here in piece and there not in piece:
                cut.setdefault(here, {}).setdefault((is_back, tie.relation), []).append(
                    where(there)
                )
    return {
        name: [
            Reference(said_of(places, kind, is_back=is_back), False, relation)
            for (is_back, relation), places in lines.items()
        ]
        for name, lines in cut.items()
    }


def dressed(
    box: Box, paint: Paint, count: int, references: Iterable[Reference], language: str = ""
) -> Box:
    """Give a box its number and strips above and below it that say where cut lines go on.

    A box is as high as all of it. What it was is in a group of the class `whole`; what is added
    stands beside that and says nothing of what the box says. `language` is that of the strips,
    where it is not the corpus's.
    """
    given = tuple(references)
    above = _strip(paint, box.width_pt, [r for r in given if r.is_above], language)
    below = _strip(paint, box.width_pt, [r for r in given if not r.is_above], language)
    bottom = above.height_pt + box.height_pt

    def write() -> str:
        whole = f'<g class="whole" transform="translate(0 {number(above.height_pt)})">'
        return "".join(
            (
                above.at(0),
                below.at(bottom),
                f"{whole}{box.write()}</g>",
                _badge(paint, box.width_pt, above.height_pt, count),
            )
        )

    strips = above.height_pt + below.height_pt
    return box._replace(height_pt=box.height_pt + strips, strips_pt=strips, write=write)


@dataclass(frozen=True, slots=True)
class _Strip:
    """A strip of small type as wide as its box; nothing where it has no height."""

    paint: Paint
    width_pt: float
    height_pt: float
    parts: tuple[str, ...] = ()

    def at(self, y: float) -> str:
        if not self.parts:
            return ""
        size = f'width="{number(self.width_pt)}" height="{number(self.height_pt)}"'
        ground = (
            f'<rect {size} stroke-width="0.6" stroke-dasharray="2 2"'
            f"{self.paint.both('paper', 'outline')}/>"
        )
        at = f'transform="translate(0 {number(y)})"'
        return f'<g class="reference" {at}>{ground}{"".join(self.parts)}</g>'


def _strip(paint: Paint, width_pt: float, references: Iterable[Reference], language: str) -> _Strip:
    setting = Sheet(paint, width_pt, left_pt=6, right_pt=6, top_pt=2)
    for each in references:
        # Over the box its number stands at the right end of the strip.
        room = 32.0 if each.is_above else 0.0
        runs = (Run(each.text, "bold", language=language),)
        if each.relation is None:
            setting.paragraph(runs, SMALL_PT, more_right=room)
        else:
            setting.tag(Tag(marks.relation(paint, each.relation), runs), more_right=room)
    if not setting.lines:
        return _Strip(paint, width_pt, 0.0)
    return _Strip(paint, width_pt, setting.y + 2.5, tuple(setting.parts))


def _badge(paint: Paint, box_pt: float, y: float, count: int) -> str:
    """Set the number on the upper edge of a box, light on dark."""
    said = str(count)
    width = measure.width_pt(said, SMALL_PT, "bold") + 8
    left = box_pt - _INSET_PT - width
    size = f'width="{number(width)}" height="{number(_BADGE_PT)}" rx="5.5"'
    return (
        f'<g class="reference" transform="translate({number(left)} {number(y - _BADGE_PT / 2)})">'
        f'<rect {size}{paint.fill("ink")}/><text x="4" y="8.4" font-size="{number(SMALL_PT)}"'
        f' font-weight="bold"{paint.fill("box")}>{said}</text></g>'
    )


def said_of(places: Iterable[tuple[int, int]], kind: str, *, is_back: bool) -> str:
    """Say where a line goes on: "continues on page 3, boxes 12 and 14".

    Args:
        places: Number of the page and of the box, for each line.
        kind: What the parts of the map are: "page" or "part".
        is_back: Whether it goes back to what the box bears on.
    """
    by_page: dict[int, list[int]] = {}
    for page, box in sorted(set(places)):
        by_page.setdefault(page, []).append(box)
    words = wording.CONTINUES[kind]
    where = [
        words["box" if len(boxes) == 1 else "boxes"].format(
            page=page, boxes=wording.listed(map(str, boxes))
        )
        for page, boxes in by_page.items()
    ]
    return words["back" if is_back else "on"].format(places="; ".join(where))
