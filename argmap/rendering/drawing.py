"""Hold a drawing between its design and its picture: boxes, edges, and the DOT they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import graphviz

from argmap.core.comparison import Group
from argmap.core.language import t
from argmap.core.model import Relation
from argmap.errors import DrawingTooLarge
from argmap.rendering.engine import Layout
from argmap.rendering.languages import as_the_corpus
from argmap.rendering.markup import dot_quoted, dot_text, number
from argmap.rendering.routing import Point
from argmap.rendering.sheet import Box, Paint
from argmap.rendering.style import ARROW_SIZE, JOINED, STROKES, Stroke

MAX_BOXES = 1200
MAX_LINES = 1500


class Edge(NamedTuple):
    """A line from premise to target; None as relation joins premises that count together.

    `has_head` is false for the part of a line that runs into a common one; `tailport` is where
    it leaves its tail, in Graphviz's terms.
    """

    tail: str
    head: str
    relation: Relation | None
    has_head: bool = True
    tailport: str = ""

    @property
    def role(self) -> str:
        """What the line does, as a colour role and a class."""
        return self.relation.value if self.relation else "joined"

    @property
    def stroke(self) -> Stroke:
        """How the line looks."""
        return STROKES[self.relation] if self.relation else JOINED


@dataclass(frozen=True, slots=True)
class Place:
    """Where the centre of a box is put, in points, y downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Ground:
    """Something drawn behind the boxes: its corner in the coordinates of `Place`, and its SVG."""

    x: float
    y: float
    width_pt: float
    height_pt: float
    inside: str


@dataclass(slots=True)
class Drawing:
    """What a diagram is made of. Filled by `tree` or `lanes`, and not changed afterwards.

    `knots` are points where lines of one kind run together; they are nodes without a box.
    `places` is empty where Graphviz places the boxes, and so is `ways`, the curve of each line
    from its tail to its tip. `voices` and `groups` are what the legend explains. `describe` gives
    what the whole shows in words, and `language` is the corpus's.
    """

    layout: Layout
    graph_attributes: dict[str, str]
    paint: Paint
    title: str
    describe: Callable[[], str]
    boxes: dict[str, Box] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    knots: list[str] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    ways: dict[Edge, tuple[Point, ...]] = field(default_factory=dict)
    grounds: list[Ground] = field(default_factory=list)
    voices: tuple[str, ...] = ()
    groups: frozenset[Group] = frozenset()
    language: str = "en"

    @property
    def description(self) -> str:
        """What the whole shows, as the reader is told."""
        return self.describe()

    @property
    def alternative(self) -> str:
        """The same where it is read out in place of the picture: in the corpus's language."""
        with as_the_corpus(self.language):
            return self.describe()

    def add(self, box: Box) -> None:
        """Take up a box.

        Raises:
            DrawingTooLarge: There are more than `MAX_BOXES`.
        """
        if len(self.boxes) >= MAX_BOXES:
            raise _too_many(t("{count} boxes", count=MAX_BOXES))
        self.boxes[box.name] = box

    def connect(self, edge: Edge) -> None:
        """Take up a line.

        Raises:
            DrawingTooLarge: There are more than `MAX_LINES`.
        """
        if len(self.edges) >= MAX_LINES:
            raise _too_many(t("{count} lines", count=MAX_LINES))
        self.edges.append(edge)

    @property
    def nodes(self) -> dict[str, str]:
        """The names of boxes and knots, with those that they have where nobody reads the DOT."""
        return {name: f"n{index}" for index, name in enumerate((*self.boxes, *self.knots))}

    def dot(self, *, labelled: bool) -> str:
        """Write the DOT: each box with its size, each line with its look.

        Args:
            labelled: Whether each box has its whole text, for those who open the DOT elsewhere.
                There, in another font, boxes grow with their text unless they have a place.
                Without, nodes are named as in `nodes`.
        """
        digraph = graphviz.Digraph("argmap", graph_attr=self.graph_attributes)
        digraph.body.append(self._labelled() if labelled else self._bare())
        return str(digraph.source)

    # Statements are written directly: Digraph.node and .edge cost more than the layout.

    def _labelled(self) -> str:
        """Write the statements of a DOT that stands alone."""
        names = {name: dot_quoted(name) for name in self.nodes}
        is_fixed = "true" if self.places else "false"
        lines = [
            f'\tnode [fixedsize={is_fixed} fontname="PT Sans" fontsize=8 margin="0.08,0.04"'
            f" shape=box]\n\tedge [arrowsize={ARROW_SIZE}]\n"
        ]
        lines += [
            f"\t{names[box.name]} [{self._size(box)} label={dot_text(box.lines)}"
            f" {_NODE_STYLES[box.kind]}]\n"
            for box in self.boxes.values()
        ]
        lines += [f'\t{names[knot]} [label="" {_KNOT}]\n' for knot in self.knots]
        for index, edge in enumerate(self.edges):
            look = f'color="{self.paint.colour(edge.role)}" style={edge.stroke.line}'
            run = self._run(edge)
            lines.append(f"\t{names[edge.tail]} -> {names[edge.head]} [id=e{index} {look} {run}]\n")
        return "".join(lines)

    def _bare(self) -> str:
        """Write the statements that a layout needs; each thing said more makes it slower."""
        names = self.nodes
        lines = [f'\tnode [fixedsize=true label="" shape=box]\n\tedge [arrowsize={ARROW_SIZE}]\n']
        lines += [f"\t{names[box.name]} [{self._size(box)}]\n" for box in self.boxes.values()]
        lines.append(f"\tnode [{_KNOT} style=invis]\n")
        lines += [f"\t{names[knot]}\n" for knot in self.knots]
        lines += [
            f"\t{names[edge.tail]} -> {names[edge.head]} [{self._run(edge)}]\n"
            for edge in self.edges
        ]
        return "".join(lines)

    def _size(self, box: Box) -> str:
        place = self.places.get(box.name) if self.places else None
        at = f' pos="{number(place.x)},{number(-place.y)}"' if place else ""
        return f"width={box.width_pt / 72:.4f} height={box.height_pt / 72:.4f}{at}"

    def _run(self, edge: Edge) -> str:
        """Say how a line runs and how it ends."""
        head = edge.stroke.arrowhead if edge.has_head else "none"
        curve = self.ways.get(edge) if self.ways else None
        way = f' pos="{_spline(curve)}"' if curve else ""
        tail = f" tailport={edge.tailport}" if edge.tailport else ""
        return f"arrowhead={head}{tail}{way}"


def _too_many(bound: str) -> DrawingTooLarge:
    return DrawingTooLarge(
        t(
            "This picture would hold more than {bound}. Choose a smaller depth or fewer "
            "accounts; the same is there in words.",
            bound=bound,
        )
    )


def _spline(curve: tuple[Point, ...]) -> str:
    """Write a curve as Graphviz does; the tip, the last point, is where the arrow ends."""
    *body, tip = [f"{number(x)},{number(-y)}" for x, y in curve]
    return f"e,{tip} {' '.join(body)}"


_KNOT = "shape=point width=0.01 height=0.01"
# What tells the boxes apart in the DOT itself, for those who open it elsewhere.
_NODE_STYLES: dict[str, str] = {
    "claim": "style=rounded",
    "evidence": "shape=note",
    "argument": "style=diagonals",
    "more": "style=dashed",
}
