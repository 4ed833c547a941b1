"""Lay time out along a line: where a day lies, and which dates are written beside the line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.core.dates import PartialDate, day_of
from argmap.rendering import measure

LABEL_PT = 8.0
_APART_PT = 9.0
_MOST_TICKS = 60
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the line: where it begins, and its words; no words where they have no room."""

    x: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Some days in a row, from `left_pt` on, `width_pt` long."""

    days: range
    left_pt: float
    width_pt: float

    @property
    def right_pt(self) -> float:
        """Where the stretch ends."""
        return self.left_pt + self.width_pt

    def x(self, day: int) -> float:
        """Tell where a day begins; days outside the stretch lie at its ends."""
        days = self.days
        part = (min(max(day, days.start), days.stop) - days.start) / len(days)
        return self.left_pt + part * self.width_pt

    def span(self, days: range) -> tuple[float, float]:
        """Tell where the first of some days begins and the last ends, within the stretch."""
        return self.x(days.start), self.x(days.stop)

    def part(self, index: int, count: int) -> range:
        """Return the days of one of several equal parts, at least one day."""
        days = self.days
        start = days.start + len(days) * index // count
        stop = days.start + len(days) * (index + 1) // count
        return range(start, max(stop, start + 1))

    def ticks(self) -> tuple[Tick, ...]:
        """Choose the finest regular dates whose words have room beside each other."""
        found: tuple[Tick, ...] = ()
        for dates in _STEPS:
            chosen = tuple(self._ticks(dates))
            if len(chosen) > 1 and self._have_room(chosen):
                found = chosen
                break
            found = found or chosen
        return tuple(self._fitting(found))

    def _ticks(self, dates: Callable[[range], Iterator[PartialDate]]) -> Iterator[Tick]:
        for number, date in enumerate(dates(self.days)):
            if number == _MOST_TICKS:
                return
            first = date.days.start
            if first in self.days:
                yield Tick(self.x(first), date.in_words if date.month else str(date.year))

    def _have_room(self, ticks: tuple[Tick, ...]) -> bool:
        starts = [tick.x for tick in ticks[1:]]
        return len(ticks) < _MOST_TICKS and all(
            tick.x + _wide(tick) <= after for tick, after in zip(ticks, starts, strict=False)
        )

    def _fitting(self, ticks: tuple[Tick, ...]) -> Iterator[Tick]:
        reached = self.left_pt
        for tick in ticks:
            has_room = tick.x >= reached and tick.x + _wide(tick) - _APART_PT <= self.right_pt
            yield tick if has_room else Tick(tick.x, "")
            reached = tick.x + _wide(tick) if has_room else reached


def _wide(tick: Tick) -> float:
    return measure.width_pt(tick.words, LABEL_PT) + _APART_PT


def _days(every: int) -> Callable[[range], Iterator[PartialDate]]:
    def dates(days: range) -> Iterator[PartialDate]:
        for day in map(day_of, days):
            # The last of a month stands too near the first of the next.
            if (day.day - 1) % every == 0 and (day.day <= 31 - every or every == 1):
                yield day

    return dates


def _months(every: int) -> Callable[[range], Iterator[PartialDate]]:
    def dates(days: range) -> Iterator[PartialDate]:
        first, last = day_of(days.start), day_of(days.stop - 1)
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            year, month = divmod(number, 12)
            if month % every == 0:
                yield PartialDate(year, month + 1)

    return dates


def _years(every: int) -> Callable[[range], Iterator[PartialDate]]:
    def dates(days: range) -> Iterator[PartialDate]:
        first, last = day_of(days.start).year, day_of(days.stop - 1).year
        for year in range(-(-first // every) * every, last + 1, every):
            if year:
                yield PartialDate(year)

    return dates


_STEPS = (
    *map(_days, (1, 2, 5, 10)),
    *map(_months, (1, 3, 6)),
    *map(_years, _YEARS),
)
