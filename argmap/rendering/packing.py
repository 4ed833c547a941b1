"""Pack things that lie beside each other on a line into as few rows as it takes."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf


def pack(
    items: Iterable[tuple[float, float, int]], most_rows: int, *, gap: float = 0
) -> tuple[int | None, ...]:
    """Give each item the first row where it has room; none is moved along the line.

    Args:
        items: Where each begins, where it ends, and how many rows it is high.
        most_rows: The most rows there may be.
        gap: How far items of one row stay apart.

    Returns:
        The first row of each, in the order given, from 0; None where no room was left. Those
        that begin first choose first, of these the first given. The same items give the same
        rows.

    Cost: O(items x rows).
    """
    given = tuple(items)
    order = sorted(range(len(given)), key=lambda index: given[index][0])
    ends = [-inf] * most_rows
    places: list[int | None] = [None] * len(given)
    for index in order:
        start, end, high = given[index]
        free = 0
        for row in range(most_rows):
            free = free + 1 if ends[row] <= start else 0
            if free == high:
                first = row - high + 1
                ends[first : row + 1] = [end + gap] * high
                places[index] = first
                break
    return tuple(places)
