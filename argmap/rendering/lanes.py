"""Draw the comparison of an issue in lanes: shared claims in the middle, conflict across."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from argmap.core import wording
from argmap.core.comparison import ClaimComparison, Comparison
from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import IssueMap
from argmap.core.language import t
from argmap.core.model import Argument
from argmap.rendering import routing
from argmap.rendering.boxes import Drafter
from argmap.rendering.drawing import Drawing, Edge, Ground, Place
from argmap.rendering.markup import node_name, number
from argmap.rendering.routing import Point, Slot, Wire
from argmap.rendering.sheet import SMALL_PT, Box, Run, Sheet, Tag

OWN_PT = 135.0
SHARED_PT = 166.0
LANE_PAD_PT = 5.0
GUTTER_PT = 24.0
GAP_PT = 18.0
SHARED = ""
"""The lane of the claims that no single account holds alone; other lanes have an account's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What of the lanes one page shows, and what it adds to each box.

    `claims` are ids, `lanes` names as in `lane_order`; None stands for all of them.
    """

    claims: frozenset[str] | None = None
    lanes: tuple[str, ...] | None = None
    dress: Callable[[Box], Box] = lambda box: box


def draw(
    graph: ArgumentGraph,
    issue_map: IssueMap,
    comparison: Comparison,
    drafter: Drafter,
    part: Part | None = None,
    *,
    narrow: float = 1.0,
) -> Drawing:
    """Design the lanes: claims in reading order from the top, near what they bear on.

    Args:
        graph: The corpus.
        issue_map: The claims and the arguments between them.
        comparison: Where the accounts stand on these claims.
        drafter: Who makes the boxes.
        part: What alone is drawn, for one page of several; None for all.
        narrow: How wide the boxes are, as a part of their usual width.

    Raises:
        DrawingTooLarge: The issue has more claims than a picture can hold.
    """
    return _Lanes(graph, issue_map, comparison, drafter, part or Part(), narrow).drawing


def lane_of(accepting: tuple[str, ...]) -> str:
    """Give the lane of a claim from the accounts that accept it.

    Accepted by one, it stands in that account's lane; by several, or by none, in the shared one.
    """
    return accepting[0] if len(accepting) == 1 else SHARED


def lane_order(narratives: tuple[str, ...]) -> tuple[str, ...]:
    """Put the shared lane in the middle; the accounts keep their order on either side."""
    middle = (len(narratives) + 1) // 2 if len(narratives) != 3 else 1
    return (*narratives[:middle], SHARED, *narratives[middle:])


class _Lanes:
    def __init__(
        self,
        graph: ArgumentGraph,
        issue_map: IssueMap,
        comparison: Comparison,
        drafter: Drafter,
        part: Part,
        narrow: float,
    ) -> None:
        self.graph = graph
        self.issue_map = issue_map
        self.part = part
        self.narrow = narrow
        self.drafter = drafter
        issue = graph.issue(issue_map.issue)
        self.drawing = Drawing(
            layout="nop2",
            graph_attributes=_ATTRIBUTES,
            paint=drafter.paint,
            title=issue.question,
            describe=lambda: _description(graph, comparison),
            language=graph.corpus.language,
        )
        order = part.lanes or lane_order(comparison.narratives)
        self.lanes: dict[str, list[Box]] = {lane: [] for lane in order}
        rows = {row.claim.id: row for row in comparison.rows}
        self.claims = [c for c in issue_map.claims if part.claims is None or c.id in part.claims]
        self.rank = {claim.id: index for index, claim in enumerate(self.claims)}
        for claim in self.claims:
            self.claim(rows[claim.id])
        self.makers: dict[Edge, tuple[str, ...]] = {}
        for argument in issue_map.arguments:
            for edge in self.edges(argument):
                self.makers.setdefault(edge, argument.by)
        self.lines = tuple(self.makers)
        for line in self.lines:
            self.drawing.connect(line)
        self.place()
        self.drawing.voices = tuple(self.drafter.voices_used)
        if len(self.drafter.narratives) > 1:
            self.drawing.groups = frozenset(row.group for row in rows.values())

    def claim(self, row: ClaimComparison) -> None:
        lane = lane_of(self.drafter.accepting(row))
        documents = {
            voice: count
            for (claim, voice), count in self.issue_map.documents.items()
            if claim == row.claim.id
        }
        width = self.width_of(lane)
        box = self.part.dress(self.drafter.compared(node_name(row.claim.id), row, documents, width))
        self.drawing.add(box)
        self.lanes[lane].append(box)

    def width_of(self, lane: str) -> float:
        return (OWN_PT if lane else SHARED_PT) * self.narrow

    def edges(self, argument: Argument) -> list[Edge]:
        """Draw an argument between claims; an undercut points at the claim its step leads to."""
        target = self.graph.target_claim(argument)
        if target is None:
            return []
        return [
            Edge(node_name(premise), node_name(target.id), argument.relation)
            for premise in argument.premises
            if premise in self.rank and target.id in self.rank and premise != target.id
        ]

    def place(self) -> None:
        """Stack the shared lane, then put each other claim as near as can be to its neighbours."""
        centres = _stacked(self.lanes.get(SHARED, []), {}, 0)
        for lane, boxes in self.lanes.items():
            if lane:
                wanted = {box.name: self.wanted(box.name, centres) for box in boxes}
                centres = centres | _stacked(boxes, wanted, 0)
        self.lay_out(centres)

    def lay_out(self, centres: dict[str, float]) -> None:
        """Put lanes side by side, with as much room between them as their lines need."""
        order = list(self.lanes)
        middle = order.index(SHARED) if SHARED in order else 0
        slots = {
            box.name: Slot(order.index(lane), y - box.height_pt / 2, y + box.height_pt / 2)
            for lane, boxes in self.lanes.items()
            for box in boxes
            for y in (centres[box.name],)
        }
        wires = [self.wire(edge, order) for edge in self.lines]
        plan = routing.plan(slots, wires, len(order), middle)
        gutters, columns = self.columns(plan.widths(GUTTER_PT), order)
        for name, slot in slots.items():
            left, right = columns[slot.column]
            self.drawing.places[name] = Place((left + right) / 2, centres[name])
        for index, edge in enumerate(self.lines):
            sides = [columns[slots[name].column] for name in (edge.tail, edge.head)]
            corners = routing.polyline(plan, index, sides[0], sides[1], gutters, middle)
            self.drawing.ways[edge] = _with_tip(corners, edge.stroke.head_pt)
        self.add_grounds(columns, slots)

    def columns(
        self, widths: tuple[float, ...], order: list[str]
    ) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
        """Give the left and right x of each gutter and of each column of boxes."""
        gutters: list[tuple[float, float]] = []
        columns: list[tuple[float, float]] = []
        x = 0.0
        for index, width in enumerate(widths):
            inner = 0 < index < len(order)
            room = max(width, GUTTER_PT) if inner else width
            gutters.append((x, x + room))
            x += room
            if index < len(order):
                columns.append((x, x + self.width_of(order[index])))
                x = columns[-1][1]
        return gutters, columns

    def wire(self, edge: Edge, order: list[str]) -> Wire:
        """Let a line between two shared claims run on the side of who draws it."""
        by = self.makers[edge]
        leans = order.index(by[0]) if by and by[0] in order else self.default_side(order)
        return Wire(edge.tail, edge.head, leans)

    def default_side(self, order: list[str]) -> int:
        """Choose a side by the corpus's order and not by the page's, so that swaps mirror."""
        first = next((n for n in self.graph.narratives if n in order), SHARED)
        return order.index(first)

    def add_grounds(self, columns: list[tuple[float, float]], slots: dict[str, Slot]) -> None:
        headings = [self.heading(lane) for lane in self.lanes]
        heights = [y for way in self.drawing.ways.values() for _, y in way]
        # A line may run over the first box or under the last one; no heading stands in its way.
        first, last = min((0.0, *heights)), max((0.0, *heights))
        top = first - max(heading.y for heading in headings) - LANE_PAD_PT
        lowest = max((slot.bottom for slot in slots.values()), default=20.0)
        bottom = max(lowest + GAP_PT, last + LANE_PAD_PT)
        for lane, heading, (left, _) in zip(self.lanes, headings, columns, strict=True):
            ground = self.ground(lane, heading, left - LANE_PAD_PT, top, bottom - top)
            self.drawing.grounds.append(ground)

    def wanted(self, name: str, centres: dict[str, float]) -> float:
        """Give the height a claim should stand at: beside the shared claims it is tied to."""
        shared = {box.name for box in self.lanes.get(SHARED, [])}
        tied = [
            other
            for edge in self.lines
            for one, other in ((edge.tail, edge.head), (edge.head, edge.tail))
            if one == name and other in shared
        ]
        if not tied:
            before = [n for n in shared if self.rank[n] < self.rank[name]]
            tied = [max(before, key=self.rank.__getitem__)] if before else []
        return sum(centres[other] for other in tied) / len(tied) if tied else 0.0

    def heading(self, lane: str) -> Sheet:
        width = self.width_of(lane) + 2 * LANE_PAD_PT
        setting, own = Sheet(self.drafter.paint, width, top_pt=5), self.drafter.speech.own
        count = len(self.drafter.narratives)
        if lane:
            who = self.graph.narrative(lane)
            setting.tag(Tag(self.drafter.swatch(lane), (Run(who.name, "bold"),)))
            said = (
                t("accepted by this account alone") if count > 1 else t("accepted by this account")
            )
        elif count == 1:
            setting.paragraph([own(t("Beside it"), "bold")], SMALL_PT)
            said = t("denied, or not spoken to")
        else:
            setting.paragraph([own(t("Shared"), "bold")], SMALL_PT)
            said = (
                t("accepted by both accounts")
                if count == 2
                else t("accepted by two accounts or more")
            )
        setting.paragraph([own(said, "regular", "muted")], SMALL_PT)
        if not self.lanes[lane]:
            setting.space(LANE_PAD_PT)
            is_whole = self.part.claims is None
            none = t("None of these claims.") if is_whole else t("None of its claims is here.")
            setting.paragraph([own(none, "italic", "muted")], SMALL_PT)
        setting.space(3)
        return setting

    def ground(self, lane: str, heading: Sheet, x: float, top: float, height: float) -> Ground:
        paint = self.drafter.paint
        role = "wash-observer"
        if lane:
            role = self.drafter.look(lane)[0].replace("account", "wash")
        width = heading.width_pt
        size = f'width="{number(width)}" height="{number(height)}" rx="5"'
        inside = f'<rect {size} stroke-width="0.6"{paint.both(role, "rule")}/>' + "".join(
            heading.parts
        )
        return Ground(x, top, width, height, f'<g class="lane">{inside}</g>')


_ATTRIBUTES = {"layout": "nop2", "splines": "true", "bgcolor": "transparent"}


def _with_tip(corners: tuple[Point, ...], head_pt: float) -> tuple[Point, ...]:
    """Round the corners of a way and end its curve where the arrowhead begins."""
    *way, (x, y) = corners
    step = head_pt if way[-1][0] < x else -head_pt
    return (*routing.rounded([*way, (x - step, y)]), (x, y))


def _stacked(boxes: list[Box], wanted: dict[str, float], top: float) -> dict[str, float]:
    """Put boxes of a lane in order, none over another, each as near as can be to its wish.

    Boxes that would overlap are pooled and share the mean of their wishes, which is the least
    squares solution.

    Source: pool adjacent violators, T. Robertson, F. T. Wright, R. L. Dykstra, Order Restricted
        Statistical Inference (1988), chapter 1.
    """
    offsets: list[float] = []
    run = 0.0
    for box in boxes:
        offsets.append(run + box.height_pt / 2)
        run += box.height_pt + GAP_PT
    pools: list[tuple[float, int]] = []
    for box, offset in zip(boxes, offsets, strict=True):
        mean, size = max(wanted.get(box.name, offset) - offset, top), 1
        while pools and pools[-1][0] >= mean:
            before, count = pools.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        pools.append((mean, size))
    shifts = [mean for mean, size in pools for _ in range(size)]
    return {
        box.name: shift + offset for box, shift, offset in zip(boxes, shifts, offsets, strict=True)
    }


def _description(graph: ArgumentGraph, comparison: Comparison) -> str:
    whose = wording.voices(graph, comparison.narratives)
    summed = wording.summary_sentence(comparison.summary, len(comparison.narratives))
    return f"{t('Comparison of {whose}.', whose=whose)} {summed}"
