"""Hold a drawing between its design and its picture: boxes, edges, and the DOT they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Edge:
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
        has_room = labelled and not self.places
        digraph.attr("node", shape="box", fixedsize="false" if has_room else "true")
        if labelled:
            digraph.attr("node", fontname="PT Sans", fontsize="8", margin="0.08,0.04")
        else:
            digraph.attr("node", label="")
        digraph.attr("edge", arrowsize=str(ARROW_SIZE))
        # Statements are written directly: Digraph.node and .edge cost more than the layout.
        names = self.nodes
        if labelled:
            names = {name: dot_quoted(name) for name in names}
        body = [self._node(names[box.name], box, labelled) for box in self.boxes.values()]
        body += [f"\t{names[knot]} [{_KNOT}]\n" for knot in self.knots]
        body += [
            f"\t{names[edge.tail]} -> {names[edge.head]} [id=e{index}{self._look(edge)}]\n"
            for index, edge in enumerate(self.edges)
        ]
        digraph.body.append("".join(body))
        return str(digraph.source)

    def _node(self, name: str, box: Box, labelled: bool) -> str:
        text = f" label={dot_text(box.lines)} {_NODE_STYLES[box.kind]}" if labelled else ""
        place = self.places.get(box.name)
        at = f' pos="{number(place.x)},{number(-place.y)}"' if place else ""
        return (
            f"\t{name} [width={box.width_pt / 72:.4f} height={box.height_pt / 72:.4f}{at}{text}]\n"
        )

    def _look(self, edge: Edge) -> str:
        stroke = edge.stroke
        head = stroke.arrowhead if edge.has_head else "none"
        curve = self.ways.get(edge) if self.ways else None
        way = f' pos="{_spline(curve)}"' if curve else ""
        tail = f" tailport={edge.tailport}" if edge.tailport else ""
        colour = self.paint.colour(edge.role)
        return f' arrowhead={head} color="{colour}" style={stroke.line}{tail}{way}'


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


_KNOT = 'label="" shape=point width=0.01 height=0.01'
# What tells the boxes apart in the DOT itself, for those who open it elsewhere.
_NODE_STYLES: dict[str, str] = {
    "claim": "style=rounded",
    "evidence": "shape=note",
    "argument": "style=diagonals",
    "more": "style=dashed",
}
