"""Days lie along a line in order, and the dates written beside it never run into each other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from argmap.core.dates import Period
from argmap.rendering import measure
from argmap.rendering.axis import LABEL_PT, Axis

STRETCHES = [
    "0001-9999", "1000-2024", "1949-2024", "1990-2024", "1990-1992", "1990", "1990-02",
    "1990-02-09/1990-02-12", "1990-02-09", "9999-12-31", "0001",
]  # fmt: skip


def axis(text: str, width_pt: float = 900) -> Axis:
    return Axis(days=Period.parse(text).days, left_pt=20, width_pt=width_pt)


@pytest.mark.parametrize("width_pt", [250, 900])
@pytest.mark.parametrize("text", STRETCHES)
def test_words_of_dates_stay_apart_and_on_the_line(text: str, width_pt: float) -> None:
    line = axis(text, width_pt)
    said = [tick for tick in line.ticks() if tick.words]
    ends = [tick.x + measure.width_pt(tick.words, LABEL_PT) for tick in said]

    assert said
    assert all(end + 4 < after.x for end, after in zip(ends, said[1:], strict=False))
    assert said[0].x >= line.left_pt
    assert ends[-1] <= line.right_pt


@pytest.mark.parametrize("text", STRETCHES)
def test_ticks_are_in_order(text: str) -> None:
    assert all(one.x < other.x for one, other in pairwise(axis(text).ticks()))


def test_finest_dates_that_have_room_are_chosen() -> None:
    def words(text: str) -> list[str]:
        return [tick.words for tick in axis(text).ticks()][:2]

    assert words("1990-2015") == ["1990", "1991"]
    assert words("1949-2024") == ["1950", "1955"]
    assert words("1990") == ["January 1990", "February 1990"]
    assert words("1990-02-09/1990-02-12") == ["9 February 1990", "10 February 1990"]


def test_day_lies_at_its_part_of_the_line_and_outside_at_the_ends() -> None:
    line = axis("1990")
    days = line.days

    assert line.x(days.start - 100) == line.x(days.start) == line.left_pt
    assert line.x(days.stop + 100) == line.x(days.stop) == line.right_pt
    assert line.x(days.start + 73) == pytest.approx(line.left_pt + line.width_pt / 5)


@pytest.mark.parametrize("text", STRETCHES)
def test_parts_cover_the_line(text: str) -> None:
    line = axis(text)
    parts = [line.part(index, 20) for index in range(20)]

    assert parts[0].start == line.days.start
    assert max(part.stop for part in parts) == line.days.stop
    assert all(one.stop >= other.start for one, other in pairwise(parts))
