import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.rendering import routing
from argmap.rendering.routing import Slot, Wire

GRID = {
    f"{column}{row}": Slot(column, row * 60.0, row * 60.0 + 40)
    for column in range(4)
    for row in range(5)
}
X = [(column * 100.0, column * 100.0 + 60) for column in range(4)]
GUTTERS = [(-40.0, 0.0), (60.0, 100.0), (160.0, 200.0), (260.0, 300.0), (360.0, 400.0)]
PAIRS = st.tuples(st.sampled_from(sorted(GRID)), st.sampled_from(sorted(GRID))).filter(
    lambda pair: pair[0] != pair[1]
)


def ways(pairs: list[tuple[str, str]]) -> list[tuple[routing.Point, ...]]:
    wires = [Wire(tail, head, leans=0) for tail, head in pairs]
    plan = routing.plan(GRID, wires, 4, 1)
    return [
        routing.polyline(plan, i, X[GRID[w.tail].column], X[GRID[w.head].column], GUTTERS, 1)
        for i, w in enumerate(wires)
    ]


@given(st.lists(PAIRS, max_size=12, unique=True))
def test_wires_turn_at_right_angles_only(pairs: list[tuple[str, str]]) -> None:
    for way in ways(pairs):
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in itertools.pairwise(way))


@given(PAIRS)
def test_wire_begins_and_ends_on_the_sides_of_its_boxes(pair: tuple[str, str]) -> None:
    (way,) = ways([pair])

    for (x, y), name in zip((way[0], way[-1]), pair, strict=True):
        assert x in X[GRID[name].column]
        assert GRID[name].top < y < GRID[name].bottom


@given(st.lists(PAIRS, max_size=5, unique=True))
def test_no_wire_crosses_a_box(pairs: list[tuple[str, str]]) -> None:
    for way in ways(pairs):
        for (ax, ay), (bx, by) in itertools.pairwise(way):
            for slot in GRID.values():
                left, right = X[slot.column]
                beside = max(ax, bx) <= left or min(ax, bx) >= right
                above_or_below = max(ay, by) <= slot.top or min(ay, by) >= slot.bottom
                assert beside or above_or_below


@given(st.lists(PAIRS, max_size=12, unique=True))
def test_stretches_side_by_side_never_share_a_track(pairs: list[tuple[str, str]]) -> None:
    wires = [Wire(tail, head, leans=0) for tail, head in pairs]
    runs = [run for way in routing.plan(GRID, wires, 4, 1).runs for run in way]

    for one, other in itertools.combinations(runs, 2):
        if (one.gutter, one.track) == (other.gutter, other.track):
            low = max(min(one.start, one.end), min(other.start, other.end))
            assert low >= min(max(one.start, one.end), max(other.start, other.end))


def test_wire_in_one_column_runs_on_the_side_it_leans_to() -> None:
    left = routing.plan(GRID, [Wire("10", "13", leans=0)], 4, 1)
    right = routing.plan(GRID, [Wire("10", "13", leans=3)], 4, 1)

    assert (left.tracks, right.tracks) == ((0, 1, 0, 0, 0), (0, 0, 1, 0, 0))


def test_gutter_grows_with_its_tracks() -> None:
    plan = routing.Plan(tracks=(0, 1, 9), runs=())

    unused, narrow, broad = plan.widths(24)
    assert (unused, narrow) == (0, 24)
    assert broad == 2 * routing.CLEAR_PT + 8 * routing.TRACK_PT


@pytest.mark.parametrize(
    "points", [((0, 0), (50, 0)), ((0, 0), (20, 0), (20, 40), (60, 40)), ((0, 0), (9, 0), (9, 1))]
)
def test_curve_is_a_spline_from_end_to_end(points: tuple[routing.Point, ...]) -> None:
    curve = routing.rounded(points)

    assert len(curve) % 3 == 1
    assert (curve[0], curve[-1]) == (points[0], points[-1])
