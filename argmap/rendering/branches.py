"""Cut an argument tree into branches that fit paper, and put these on pages."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.core.model import Relation
from argmap.rendering.drawing import Drawing, Edge
from argmap.rendering.references import Reference, dressed, said_of, ties
from argmap.rendering.sheet import Box

# What Graphviz leaves between a box and those that bear on it, with the knot between them.
STEP_PT = 38.6
BESIDE_PT = 8.7
APART_PT = 15.0
# A small piece goes back to fill a page, but not far.
_OPEN_PAGES = 3

Size = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A piece of a map and the place of its corner on a page, in the picture's own units."""

    boxes: tuple[str, ...]
    x: float = 0.0
    y: float = 0.0
    lanes: tuple[str, ...] = ()


Pages = tuple[tuple[Spot, ...], ...]


class Branches:
    """A tree as it hangs together, to be cut.

    Args:
        drawing: The whole of it.
        is_across: Whether it grows to the right, and not downwards.
        room: The width and height of a page, in the drawing's units.
        slack: How many times higher than reckoned a branch is taken to be.
    """

    def __init__(self, drawing: Drawing, *, is_across: bool, room: Size, slack: float) -> None:
        self.drawing = drawing
        self.is_across = is_across
        self.room = room
        self.slack = slack
        self.kids: dict[str, list[str]] = {}
        self.parents: dict[str, str] = {}
        for tie in ties(drawing):
            self.parents[tie.tail] = tie.head
            self.kids.setdefault(tie.head, []).append(tie.tail)
        self._strips: dict[tuple[float, int, bool], float] = {}

    def pages(self, column_pt: float) -> Pages:
        """Cut the tree and put its pieces on pages in reading order, column after column."""
        roots = [name for name in self.drawing.boxes if name not in self.parents]
        pieces: list[tuple[str, ...]] = []
        while roots:
            root = roots.pop(0)
            piece = self._grown(root)
            pieces.append(tuple(name for name in self.drawing.boxes if name in piece))
            cut = [k for name in pieces[-1] for k in self.kids.get(name, ()) if k not in piece]
            roots = cut + roots
        sizes = [self._size(piece[0], frozenset(piece)) for piece in pieces]
        return _packed(pieces, sizes, self.room, column_pt)

    def _grown(self, root: str) -> frozenset[str]:
        """Take what bears on a box, level by level, as long as it fits a page.

        A box comes with the stub that counts what is not shown of it, or not at all: beside the
        last column there may be no room for a stub.
        """
        chosen, level = set(self._with_stubs(root)), [root]
        while level:
            following = []
            for kid in (kid for name in level for kid in self.kids.get(name, ())):
                more = {*chosen, *self._with_stubs(kid)}
                if kid not in chosen and self._fits(root, more):
                    chosen = more
                    following.append(kid)
            level = following
        return frozenset(chosen)

    def _with_stubs(self, name: str) -> tuple[str, ...]:
        kids = self.kids.get(name, ())
        return (name, *(kid for kid in kids if self.drawing.boxes[kid].kind == "more"))

    def _fits(self, root: str, chosen: Iterable[str]) -> bool:
        width, height = self._size(root, frozenset(chosen))
        return width <= self.room[0] and height <= self.room[1]

    def _size(self, root: str, chosen: frozenset[str]) -> Size:
        """Reckon how wide and high a branch is once Graphviz has laid it out."""
        levels: dict[float, list[float]] = {}
        beside = self._reckoned(root, chosen, 0, levels)
        # A single box is known to the point.
        beside *= self.slack if len(chosen) > 1 else 1.0
        along = sum(max(sizes) for sizes in levels.values()) + STEP_PT * (len(levels) - 1)
        return (along, beside) if self.is_across else (beside, along)

    def _reckoned(
        self, name: str, chosen: frozenset[str], level: float, levels: dict[float, list[float]]
    ) -> float:
        box = self.drawing.boxes[name]
        inner = [kid for kid in self.kids.get(name, ()) if kid in chosen]
        cut = len(self.kids.get(name, ())) - len(inner)
        height = box.height_pt + self._strip(box.width_pt, cut, is_back=False)
        if name in self.parents and self.parents[name] not in chosen:
            height += self._strip(box.width_pt, 1, is_back=True)
        along, own = (box.width_pt, height) if self.is_across else (height, box.width_pt)
        if box.kind == "more":
            # A stub stands among the knots and pushes the columns on either side apart.
            levels.setdefault(level - 0.5, []).append(along - STEP_PT)
        else:
            levels.setdefault(level, []).append(along)
        beside = [self._reckoned(kid, chosen, level + 1, levels) for kid in inner]
        return max(own, sum(beside) + BESIDE_PT * (len(beside) - 1))

    def _strip(self, width_pt: float, count: int, *, is_back: bool) -> float:
        """Reckon the height of a strip in the worst case: each line goes on on another page."""
        key = (width_pt, count, is_back)
        if count and key not in self._strips:
            box = next(iter(self.drawing.boxes.values()))
            bare = box._replace(width_pt=width_pt, height_pt=0.0)
            text = said_of(((100 + n, 888) for n in range(count)), "page", is_back=is_back)
            reference = Reference(text, is_back, Relation.SUPPORT if is_back else None)
            self._strips[key] = dressed(bare, self.drawing.paint, 1, [reference]).height_pt
        return self._strips[key] if count else 0.0


def _packed(
    pieces: Sequence[tuple[str, ...]], sizes: Sequence[Size], room: Size, column_pt: float
) -> Pages:
    """Put pieces on pages in their order, each as far left as it fits, columns from the top."""
    step = column_pt + STEP_PT
    columns = max(1, math.floor((room[0] + STEP_PT) / step + 0.001))
    pages: list[list[Spot]] = []
    filled: list[list[float]] = []
    for piece, (width, height) in zip(pieces, sizes, strict=True):
        need = min(columns, max(1, math.ceil((width + STEP_PT) / step - 0.001)))
        page, at = next(_places(filled, need, height, room[1]), (len(pages), 0))
        if page == len(pages):
            pages.append([])
            filled.append([0.0] * columns)
        y = max(filled[page][at : at + need])
        pages[page].append(Spot(boxes=piece, x=at * step, y=y))
        filled[page][at : at + need] = [y + height + APART_PT] * need
    return tuple(map(tuple, pages))


def _places(
    filled: Sequence[Sequence[float]], need: int, height: float, room_pt: float
) -> Iterator[tuple[int, int]]:
    """List the pages and columns where a piece fits: on the last pages, so that none is far off."""
    for page in range(max(0, len(filled) - _OPEN_PAGES), len(filled)):
        for at in range(len(filled[page]) - need + 1):
            if max(filled[page][at : at + need]) + height <= room_pt:
                yield page, at


def branch(drawing: Drawing, names: Iterable[str], dress: Callable[[Box], Box]) -> Drawing:
    """Take a branch out of a tree: these boxes, dressed, and the lines between them."""
    chosen = set(names)
    edges = drawing.edges
    onward = {edge.tail: edge for edge in edges if edge.tail not in drawing.boxes}
    kept: dict[Edge, None] = {}
    for edge in edges:
        if edge.tail in chosen:
            way = [edge]
            while way[-1].head not in drawing.boxes:
                way.append(onward[way[-1].head])
            if way[-1].head in chosen:
                kept.update(dict.fromkeys(way))
    knots = {end for edge in kept for end in (edge.tail, edge.head)}
    return replace(
        drawing,
        boxes={n: dress(box) for n, box in drawing.boxes.items() if n in chosen},
        edges=[edge for edge in edges if edge in kept],
        knots=[knot for knot in drawing.knots if knot in knots],
    )
