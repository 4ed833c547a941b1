"""Cut each kind of diagram for paper: which boxes stand on which page, and how a piece is drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from argmap.core.comparison import Comparison
from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import IssueMap
from argmap.core.selection import ClaimTree
from argmap.rendering import lanes, tree
from argmap.rendering.boxes import Drafter
from argmap.rendering.branches import STEP_PT, Branches, Pages, Size, Spot, branch
from argmap.rendering.drawing import Drawing
from argmap.rendering.lanes import Part
from argmap.rendering.references import (
    References,
    Tie,
    Where,
    dressed,
    in_lanes,
    in_tree,
    ties,
)
from argmap.rendering.sheet import Box, Paint
from argmap.rendering.svg import MARGIN_PT
from argmap.rendering.tree import Direction

NARROWEST_PT = 180.0
"""How narrow a box of a tree may get, so that two of them stand side by side."""

Dress = Callable[[Box], Box]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A diagram cut for paper.

    `drawing` is all of it, with `ties` from box to box; `pages` is where its pieces stand. `refer`
    says in a piece where its lines go on, `draw` designs it with its boxes dressed.
    """

    drawing: Drawing
    ties: tuple[Tie, ...]
    refer: Callable[[Iterable[Tie], Collection[str], Where, str], References]
    pages: Pages
    draw: Callable[[Spot, Dress], Drawing]


def cut_tree(
    graph: ArgumentGraph,
    selected: ClaimTree,
    drafter: Drafter,
    direction: Direction,
    room: Size,
    slack: float,
) -> Cut:
    """Cut a tree in both directions, its boxes as wide as fills the page with columns."""
    columns = max(1, int((room[0] + STEP_PT) // (NARROWEST_PT + STEP_PT)))
    fitting = (room[0] - STEP_PT * (columns - 1)) / columns
    column = min(tree.COLUMN_PT, fitting)
    drawing = tree.draw(graph, selected, drafter, direction=direction, column_pt=column)
    branches = Branches(drawing, is_across=direction == "across", room=room, slack=slack)
    return Cut(
        drawing=drawing,
        ties=ties(drawing),
        refer=in_tree,
        pages=branches.pages(column),
        draw=lambda spot, dress: branch(drawing, spot.boxes, dress),
    )


def cut_lanes(
    graph: ArgumentGraph,
    issue_map: IssueMap,
    compared: Comparison,
    drafter: Drafter,
    room: Size,
    narrow: float,
) -> Cut:
    """Cut lanes below a row, and between lanes where not all of them fit side by side."""

    def design(part: Part) -> Drawing:
        return lanes.draw(graph, issue_map, compared, drafter, part, narrow=narrow)

    drawing = design(Part())
    lines = ties(drawing)
    home = {row.claim.id: lanes.lane_of(drafter.accepting(row)) for row in compared.rows}

    def size(claims: tuple[str, ...], group: tuple[str, ...]) -> Size:
        said = in_lanes(lines, claims, lambda name: (1000, 1000), "page")
        chosen = frozenset(claims)
        return _extent(design(Part(claims=chosen, lanes=group, dress=_worst(drafter.paint, said))))

    spots = []
    for group in _groups(size, lanes.lane_order(compared.narratives), home, room[0]):
        held = [name for name in drawing.boxes if home[name] in group]
        spots += [
            Spot(boxes=claims, lanes=group) for claims in _stretches(size, group, held, room[1])
        ]
    return Cut(
        drawing=drawing,
        ties=lines,
        refer=in_lanes,
        pages=tuple((spot,) for spot in spots),
        draw=lambda spot, dress: design(
            Part(claims=frozenset(spot.boxes), lanes=spot.lanes, dress=dress)
        ),
    )


_Measure = Callable[[tuple[str, ...], tuple[str, ...]], Size]


def _groups(
    size: _Measure, order: tuple[str, ...], home: Mapping[str, str], room_pt: float
) -> Iterator[tuple[str, ...]]:
    """Take as many lanes together as fit the width of a page."""
    group: tuple[str, ...] = ()
    for lane in order:
        wider = (*group, lane)
        held = tuple(name for name, where in home.items() if where in wider)
        if group and size(held, wider)[0] > room_pt:
            yield group
            wider = (lane,)
        group = wider
    yield group


def _stretches(
    size: _Measure, group: tuple[str, ...], claims: Iterable[str], room_pt: float
) -> Iterator[tuple[str, ...]]:
    """Take as many claims together as fit the height of a page, in reading order."""
    stretch: tuple[str, ...] = ()
    for claim in claims:
        longer = (*stretch, claim)
        if stretch and size(longer, group)[1] > room_pt:
            yield stretch
            longer = (claim,)
        stretch = longer
    if stretch:
        yield stretch


def _worst(paint: Paint, said: References) -> Dress:
    return lambda box: dressed(box, paint, 1000, said.get(box.name, ()))


def _extent(drawing: Drawing) -> Size:
    """Reckon how large lanes are with what runs beside them."""
    grounds = drawing.grounds
    xs = [x for way in drawing.ways.values() for x, _ in way]
    ys = [y for way in drawing.ways.values() for _, y in way]
    xs += [x for each in grounds for x in (each.x, each.x + each.width_pt)]
    ys += [y for each in grounds for y in (each.y, each.y + each.height_pt)]
    return max(xs) - min(xs) + 2 * MARGIN_PT, max(ys) - min(ys) + 2 * MARGIN_PT
