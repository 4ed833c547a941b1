"""Draw the argument tree under a claim: reasons for it above, reasons against it below."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Literal

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.language import later, t
from argmap.core.model import Relation
from argmap.core.selection import Branch, ClaimTree, Point
from argmap.rendering.boxes import Drafter
from argmap.rendering.drawing import Drawing, Edge
from argmap.rendering.markup import node_name
from argmap.rendering.sheet import Box

# The page's type area is 538 pt wide on A4 in portrait: one step deep, the tree fits it.
ROOT_PT = 142.0
SINGLE_COLUMN_PT = 336.0
STUBBED_COLUMN_PT = 272.0
COLUMN_PT = 256.0
STUB_PT = 50.0
Direction = Literal["across", "down"]
"""Where a tree grows from its claim: to the right, or downwards."""

repeated = later("The arguments on it stand further up.")


def draw(
    graph: ArgumentGraph,
    tree: ClaimTree,
    drafter: Drafter,
    *,
    direction: Direction = "across",
    column_pt: float = 0,
) -> Drawing:
    """Design the tree: the root at the left, each step to the right of what it bears on.

    Downwards, the root stands on top and each step below what it bears on.

    An argument with one premise is one box; one with several is a box for the step, joined to
    a box for each premise. Arguments of one relation on one target share a line.
    `column_pt` is how wide boxes are; 0 leaves it to the shape of the tree.

    Raises:
        DrawingTooLarge: The tree has more boxes than a picture can hold.
    """
    return _Tree(graph, tree, drafter, direction, column_pt).drawing


class _Tree:
    def __init__(
        self,
        graph: ArgumentGraph,
        tree: ClaimTree,
        drafter: Drafter,
        direction: Direction,
        column_pt: float,
    ) -> None:
        self.graph = graph
        self.drafter = drafter
        self.towards_root = "w" if direction == "across" else "n"
        claim = graph.claim(tree.root.id)
        self.drawing = Drawing(
            layout="dot",
            graph_attributes=_ATTRIBUTES | {"rankdir": _RANKS[direction]},
            paint=drafter.paint,
            title=claim.text,
            describe=lambda: _description(graph, tree),
            language=graph.corpus.language,
        )
        self.width_pt = column_pt or _column_width(tree.root)
        root = self.drafter.root(node_name(claim.id), claim, ROOT_PT)
        self.drawing.add(root)
        self.attach(root, tree.root.branches, hidden=tree.root.hidden, id=claim.id)
        self.drawing.voices = tuple(self.drafter.voices_used)

    def attach(self, target: Box, branches: Iterable[Branch], *, hidden: int, id: str) -> None:
        """Draw the arguments on a box, each relation's lines running together into one."""
        for relation, group in groupby(branches, key=lambda branch: branch.argument.relation):
            boxes = [self.branch(branch) for branch in group]
            knot = node_name(relation.value, target.name)
            self.drawing.knots.append(knot)
            for box in boxes:
                self.line(box.name, knot, relation, has_head=False, tailport=self.towards_root)
            self.line(knot, target.name, relation)
        if hidden:
            stub = self.drafter.more(node_name("more", id, target.name), id, hidden, STUB_PT)
            self.drawing.add(stub)
            self.line(stub.name, target.name, None, tailport=self.towards_root)

    def branch(self, branch: Branch) -> Box:
        argument = branch.argument
        name = node_name(argument.id)
        if len(branch.premises) == 1:
            (premise,) = branch.premises
            note = repeated if premise.repeated else None
            box = self.drafter.single(name, argument, self.width_pt, note)
            self.drawing.add(box)
            self.attach(
                box,
                (*branch.undercuts, *premise.branches),
                hidden=branch.hidden + premise.hidden,
                id=premise.id if premise.hidden else argument.id,
            )
            return box
        box = self.drafter.step(name, argument, self.width_pt)
        self.drawing.add(box)
        for premise in branch.premises:
            self.premise(premise, argument.id, box)
        self.attach(box, branch.undercuts, hidden=branch.hidden, id=argument.id)
        return box

    def premise(self, point: Point, argument_id: str, step: Box) -> None:
        name = node_name(argument_id, point.id)
        note = repeated if point.repeated else None
        if point.id in self.graph.claims:
            box = self.drafter.claim(name, self.graph.claim(point.id), self.width_pt, note)
        else:
            box = self.drafter.evidence(name, self.graph.item(point.id), self.width_pt, note)
        self.drawing.add(box)
        knot = node_name("together", step.name)
        if knot not in self.drawing.knots:
            self.drawing.knots.append(knot)
            self.line(knot, step.name, None)
        self.line(name, knot, None, has_head=False, tailport=self.towards_root)
        self.attach(box, point.branches, hidden=point.hidden, id=point.id)

    def line(
        self,
        tail: str,
        head: str,
        relation: Relation | None,
        *,
        has_head: bool = True,
        tailport: str = "",
    ) -> None:
        self.drawing.connect(Edge(tail, head, relation, has_head, tailport))


_RANKS = {"across": "RL", "down": "BT"}
_ATTRIBUTES = {
    "rankdir": "RL",
    "ranksep": "0.26",
    "nodesep": "0.12",
    "splines": "true",
    # The order of the edges is the reading order, from the top down.
    "ordering": "in",
    "bgcolor": "transparent",
}


def _column_width(root: Point) -> float:
    """Fill a page in portrait if all stands one step from the root; else use several columns."""
    premises = [premise for branch in root.branches for premise in branch.premises]
    if any(len(b.premises) > 1 or b.undercuts for b in root.branches) or any(
        premise.branches for premise in premises
    ):
        return COLUMN_PT
    hidden = any(b.hidden for b in root.branches) or any(p.hidden for p in premises)
    return STUBBED_COLUMN_PT if hidden else SINGLE_COLUMN_PT


def _description(graph: ArgumentGraph, tree: ClaimTree) -> str:
    counts = {
        relation: sum(branch.argument.relation is relation for branch in tree.root.branches)
        for relation in Relation
    }
    said = t(
        "Argument tree of a claim, with the arguments of {whose}.",
        whose=wording.voices(graph, tree.narratives),
    )
    return f"{said} {wording.bearing_on_claim(counts)}"
