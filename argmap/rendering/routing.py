"""Run lines between boxes that stand in columns: through the gutters, never under a box.

Graphviz can route lines around boxes too, but its shortest ways hug corners and run over each
other. Here each line has a track of its own and turns at right angles, as on a city map.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

TRACK_PT = 5.0
CLEAR_PT = 8.0
ROUND_PT = 5.0
_INSET_PT = 12.0
_BUSY_PT = 90.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Slot:
    """A box in its column: `column` from 0 at the left, its edges as heights, y downwards."""

    column: int
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its centre."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Wire:
    """A line wanted from one box to another.

    `leans` names a column on whose side a line between boxes of one column runs.
    """

    tail: str
    head: str
    leans: int


@dataclass(slots=True)
class _Run:
    """One vertical stretch of a wire in a gutter, between two heights."""

    wire: int
    gutter: int
    start: float = 0.0
    end: float = 0.0
    track: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The tracks given out: how many each gutter needs, from the left edge to the right one."""

    tracks: tuple[int, ...]
    runs: tuple[tuple[_Run, ...], ...]

    def widths(self, least_pt: float) -> tuple[float, ...]:
        """Give the room each gutter needs between boxes; nothing where it is not used."""
        return tuple(
            max(least_pt, 2 * CLEAR_PT + TRACK_PT * (count - 1)) if count else 0.0
            for count in self.tracks
        )


def plan(slots: Mapping[str, Slot], wires: Sequence[Wire], columns: int, middle: int) -> Plan:
    """Give each wire its way and each stretch of it a track.

    Args:
        slots: Every box, by name; none overlap.
        wires: The lines wanted.
        columns: How many columns there are.
        middle: The column from which tracks are counted outwards, so that mirrored columns
            give mirrored lines.

    Cost: O(wires squared) at most, and a picture has few.
    """
    gutters = [_gutters(slots, wire, columns) for wire in wires]
    crossings = _crossings(slots, wires, gutters)
    ends = _ends(slots, wires, gutters, crossings)
    runs = []
    for index, way in enumerate(gutters):
        heights = [ends[index, 0], *crossings[index], ends[index, 1]]
        runs.append(
            tuple(
                _Run(index, gutter, heights[at], heights[at + 1]) for at, gutter in enumerate(way)
            )
        )
    tracks = [0] * (columns + 1)
    for gutter in range(columns + 1):
        tracks[gutter] = _give_tracks([r for way in runs for r in way if r.gutter == gutter])
    return Plan(tuple(tracks), tuple(runs))


def _gutters(slots: Mapping[str, Slot], wire: Wire, columns: int) -> list[int]:
    """List the gutters a wire runs through; gutter i lies left of column i."""
    tail, head = slots[wire.tail].column, slots[wire.head].column
    if tail < head:
        return list(range(tail + 1, head + 1))
    if tail > head:
        return list(range(tail, head, -1))
    return [tail if wire.leans < tail else tail + 1]


def _crossings(
    slots: Mapping[str, Slot], wires: Sequence[Wire], gutters: Sequence[Sequence[int]]
) -> list[list[float]]:
    """Choose, for each column a wire must cross, the gap between its boxes nearest the head."""
    taken: dict[tuple[int, float], int] = {}
    crossings: list[list[float]] = []
    for wire, way in zip(wires, gutters, strict=True):
        heights = []
        for one, other in pairwise(way):
            column = min(one, other)
            goal = (slots[wire.head].middle + slots[wire.tail].middle) / 2
            gap, used = _gap(_gaps(slots, column), goal, column, taken)
            taken[column, gap] = used + 1
            # Further wires through the same gap go a little above and below the first.
            heights.append(gap + (used + 1) // 2 * 4.0 * (-1 if used % 2 else 1))
        crossings.append(heights)
    return crossings


def _gap(
    gaps: Iterable[float], goal: float, column: int, taken: Mapping[tuple[int, float], int]
) -> tuple[float, int]:
    """Choose the gap nearest the goal, a busy one counting as further off."""
    used = {gap: taken.get((column, gap), 0) for gap in gaps}
    best = min(used, key=lambda gap: (abs(gap - goal) + _BUSY_PT * used[gap], gap))
    return best, used[best]


def _gaps(slots: Mapping[str, Slot], column: int) -> list[float]:
    here = sorted((s.top, s.bottom) for s in slots.values() if s.column == column)
    if not here:
        return [0.0]
    between = [(a[1] + b[0]) / 2 for a, b in pairwise(here)]
    return [here[0][0] - CLEAR_PT, *between, here[-1][1] + CLEAR_PT]


def _ends(
    slots: Mapping[str, Slot],
    wires: Sequence[Wire],
    gutters: Sequence[Sequence[int]],
    crossings: Sequence[Sequence[float]],
) -> dict[tuple[int, int], float]:
    """Spread the ends of wires along the sides of boxes, in the order they come from above."""
    sides: dict[tuple[str, int], list[tuple[float, int, int]]] = {}
    for index, wire in enumerate(wires):
        way, crossed = gutters[index], crossings[index]
        towards = crossed[0] if crossed else slots[wire.head].middle
        came_from = crossed[-1] if crossed else slots[wire.tail].middle
        sides.setdefault((wire.tail, way[0]), []).append((towards, index, 0))
        sides.setdefault((wire.head, way[-1]), []).append((came_from, index, 1))
    ends: dict[tuple[int, int], float] = {}
    for (name, _), found in sides.items():
        slot = slots[name]
        room = max(slot.bottom - slot.top - 2 * _INSET_PT, 0.0)
        for place, (_, index, end) in enumerate(sorted(found), start=1):
            ends[index, end] = slot.top + _INSET_PT + room * place / (len(found) + 1)
    return ends


def _give_tracks(runs: Iterable[_Run]) -> int:
    """Put stretches that overlap on different tracks, short ones nearest the middle column."""
    tracks: list[list[tuple[float, float]]] = []
    for run in sorted(runs, key=lambda r: (abs(r.end - r.start), min(r.start, r.end), r.wire)):
        low, high = min(run.start, run.end) - TRACK_PT, max(run.start, run.end) + TRACK_PT
        free = (
            track
            for track, taken in enumerate(tracks)
            if all(high <= start or low >= end for start, end in taken)
        )
        track = next(free, len(tracks))
        if track == len(tracks):
            tracks.append([])
        tracks[track].append((low, high))
        run.track = track
    return len(tracks)


def polyline(
    plan: Plan,
    wire: int,
    tail_sides: Point,
    head_sides: Point,
    gutters: Sequence[Point],
    middle: int,
) -> tuple[Point, ...]:
    """Give the corners of a wire's way.

    Args:
        plan: Where the wire runs.
        wire: Its place in the plan.
        tail_sides: The left and right x of the box it leaves.
        head_sides: The left and right x of the box it reaches.
        gutters: The left and right x of each gutter.
        middle: The column from which tracks are counted outwards.
    """
    runs = plan.runs[wire]
    xs = [_track_x(run, gutters[run.gutter], plan.tracks[run.gutter], middle) for run in runs]
    points = [(_nearer(tail_sides, xs[0]), runs[0].start)]
    for run, x in zip(runs, xs, strict=True):
        points += [(x, run.start), (x, run.end)]
    points.append((_nearer(head_sides, xs[-1]), runs[-1].end))
    return tuple(points)


def _track_x(run: _Run, gutter: Point, tracks: int, middle: int) -> float:
    left, right = gutter
    spread = TRACK_PT * (tracks - 1)
    offset = run.track * TRACK_PT - spread / 2
    # Counted from the middle column outwards: leftwards in the gutters left of it.
    return (left + right) / 2 + (-offset if run.gutter <= middle else offset)


def _nearer(sides: Point, x: float) -> float:
    return min(sides, key=lambda side: abs(side - x))


def rounded(points: Sequence[Point]) -> tuple[Point, ...]:
    """Turn a way with right angles into a Bézier curve with rounded corners.

    Returns:
        One point more than three times the number of pieces, as Graphviz writes a spline.
    """
    kept = _without_repeats(points)
    curve = [kept[0]]
    for before, corner, after in zip(kept, kept[1:], kept[2:], strict=False):
        radius = min(ROUND_PT, _distance(before, corner) / 2, _distance(corner, after) / 2)
        into, out = _towards(corner, before, radius), _towards(corner, after, radius)
        _line(curve, into)
        curve += [_towards(into, corner, radius * 0.55), _towards(out, corner, radius * 0.55), out]
    _line(curve, kept[-1])
    return tuple(curve)


def _without_repeats(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if kept and _distance(kept[-1], point) < 0.5:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0]):
            kept.pop()
        elif len(kept) > 1 and (kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return kept


def _line(curve: list[Point], end: Point) -> None:
    (x, y), (to_x, to_y) = curve[-1], end
    third = ((to_x - x) / 3, (to_y - y) / 3)
    curve += [(x + third[0], y + third[1]), (to_x - third[0], to_y - third[1]), end]


def _distance(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, goal: Point, step: float) -> Point:
    whole = _distance(start, goal) or 1.0
    return (
        start[0] + (goal[0] - start[0]) * step / whole,
        start[1] + (goal[1] - start[1]) * step / whole,
    )
