"""Hold a drawing between its design and its picture: boxes, edges, and the DOT they make."""

from __future__ import annotations

from dataclasses import dataclass, field

import graphviz

from argmap.core.comparison import Group
from argmap.core.model import Relation
from argmap.errors import DrawingTooLarge
from argmap.rendering.engine import Layout
from argmap.rendering.markup import dot_text, number
from argmap.rendering.routing import Point
from argmap.rendering.sheet import Box, Paint
from argmap.rendering.style import JOINED, STROKES, Stroke

MAX_BOXES = 1200


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from premise to target; None as relation joins premises that count together.

    `has_head` is false for the part of a line that runs into a common one. `ports` are
    Graphviz's: where the line leaves the tail and reaches the head.
    """

    tail: str
    head: str
    relation: Relation | None
    has_head: bool = True
    ports: tuple[str, str] = ("", "")

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

    `places` is empty where Graphviz places the boxes. So is `ways`, the curve of each line from its
    tail to its tip. `knots` are points where lines of one kind run together; they are nodes without a box. `voices` are the narratives seen, for the
    legend.
    """

    layout: Layout
    graph_attributes: dict[str, str]
    paint: Paint
    title: str
    description: str
    boxes: dict[str, Box] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    knots: list[str] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    ways: dict[Edge, tuple[Point, ...]] = field(default_factory=dict)
    grounds: list[Ground] = field(default_factory=list)
    voices: tuple[str, ...] = ()
    groups: frozenset[Group] = frozenset()
    language: str = "en"

    def add(self, box: Box) -> None:
        """Take up a box, and refuse more of them than a picture can hold.

        Raises:
            DrawingTooLarge: There are more than `MAX_BOXES`.
        """
        if len(self.boxes) >= MAX_BOXES:
            raise DrawingTooLarge(
                f"This picture would hold more than {MAX_BOXES} boxes. Choose a smaller depth or "
                "fewer accounts; the same is there in words."
            )
        self.boxes[box.name] = box

    def dot(self) -> str:
        """Write the DOT: each box with its size and its whole text, each line with its look."""
        digraph = graphviz.Digraph("argmap", graph_attr=self.graph_attributes)
        digraph.attr("node", shape="box", fixedsize="true", fontname="PT Sans", fontsize="9")
        digraph.attr("edge", arrowsize="0.7")
        for box in self.boxes.values():
            digraph.node(box.name, dot_text(box.lines), self._node_attributes(box))
        for knot in self.knots:
            digraph.node(knot, "", _KNOT)
        for index, edge in enumerate(self.edges):
            digraph.edge(edge.tail, edge.head, None, self._edge_attributes(edge, index))
        return str(digraph.source)

    def _node_attributes(self, box: Box) -> dict[str, str]:
        size = {"width": f"{box.width_pt / 72:.4f}", "height": f"{box.height_pt / 72:.4f}"}
        if place := self.places.get(box.name):
            size["pos"] = f"{number(place.x)},{number(-place.y)}"
        return size | _NODE_STYLES.get(box.classes.partition(" ")[0], {})

    def _edge_attributes(self, edge: Edge, index: int) -> dict[str, str]:
        attributes = {
            "id": f"e{index}",
            "arrowhead": edge.stroke.arrowhead if edge.has_head else "none",
            "color": self.paint.colour(edge.role),
            "style": edge.stroke.line,
        }
        if curve := self.ways.get(edge):
            attributes["pos"] = _spline(curve)
        ports = {"tailport": edge.ports[0], "headport": edge.ports[1]}
        return attributes | {name: port for name, port in ports.items() if port}


def _spline(curve: tuple[Point, ...]) -> str:
    """Write a curve as Graphviz does; the tip, the last point, is where the arrow ends."""
    *body, tip = [f"{number(x)},{number(-y)}" for x, y in curve]
    return f"e,{tip} {' '.join(body)}"


_KNOT = {"shape": "point", "width": "0.01", "height": "0.01"}
# What tells the boxes apart in the DOT itself, for those who open it elsewhere.
_NODE_STYLES = {
    "claim": {"style": "rounded", "penwidth": "1.5"},
    "evidence": {"shape": "note"},
    "argument": {"shape": "cds"},
    "more": {"style": "dashed"},
}
