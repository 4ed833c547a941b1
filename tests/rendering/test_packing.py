"""Things on a line are packed into rows without touching each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.rendering.packing import pack

ITEMS = st.lists(
    st.tuples(st.integers(0, 100), st.integers(0, 30), st.integers(1, 4)).map(
        lambda each: (float(each[0]), float(each[0] + each[1]), each[2])
    ),
    max_size=40,
)


@given(ITEMS, st.integers(1, 12))
def test_no_two_items_share_a_place(items: list[tuple[float, float, int]], rows: int) -> None:
    placed = [
        (item, row) for item, row in zip(items, pack(items, rows, gap=1), strict=True)
        if row is not None
    ]  # fmt: skip

    for index, ((start, end, high), row) in enumerate(placed):
        assert 0 <= row <= row + high <= rows
        for (other_start, other_end, other_high), other_row in placed[index + 1 :]:
            beside = end < other_start or other_end < start
            apart = row + high <= other_row or other_row + other_high <= row
            assert beside or apart


@given(ITEMS)
def test_with_rows_enough_everything_has_a_place(items: list[tuple[float, float, int]]) -> None:
    assert None not in pack(items, sum(high for _, _, high in items) or 1)


def test_items_that_do_not_meet_share_the_first_row() -> None:
    assert pack([(0, 5, 1), (6, 9, 1), (4, 8, 1)], 2) == (0, 0, 1)


def test_what_finds_no_room_has_none() -> None:
    assert pack([(0, 5, 1), (1, 5, 1), (2, 5, 2)], 1) == (0, None, None)
