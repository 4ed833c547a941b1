"""Keep dates as precisely as a historical source gives them, and no more so."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date as gregorian

from argmap.core.language import Words, p, t
from argmap.errors import InvalidDate

# Not \d, which takes the digits of every script.
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEARS = re.compile(r"([0-9]{4})-([0-9]{4})")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day.

    Sorts by time; of two dates that begin together the less precise comes first. It does
    not pretend to a precision the source lacks: 1990-02 is a month and not its first day.
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `1990`, `1990-02` or `1990-02-09`.

        Raises:
            InvalidDate: `text` has another form, or names a month or day that never was.
        """
        match = _DATE.fullmatch(text)
        if match is None:
            raise InvalidDate(f"{text!r} is not a date: write 1990, 1990-02 or 1990-02-09.")
        year, month, day = (int(part or 0) for part in match.groups())
        if year == 0 or (match[2] and not 1 <= month <= 12):
            raise InvalidDate(f"{text!r} names a year or month that does not exist.")
        if match[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise InvalidDate(f"{text!r} names a day that does not exist.")
        return cls(year, month, day)

    def __str__(self) -> str:
        """Give the ISO 8601 form, at the precision of the date."""
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text

    @property
    def in_words(self) -> str:
        """The date as it is written in prose: 9 February 1990, in English."""
        if not self.month:
            return p("date", "{year}", year=self.year)
        if not self.day:
            month = _MONTHS[self.month]
            return p("date", "{month} {year}", month=month, year=self.year)
        month = _MONTHS_OF_DAYS[self.month]
        return p("date", "{day} {month} {year}", day=self.day, month=month, year=self.year)

    @property
    def days(self) -> range:
        """Every day the date may mean, numbered from 1 January of the year 1, which is day 1.

        The calendar is the Gregorian one, carried back before it was brought in.
        """
        month = self.month or 12
        last = self.day or calendar.monthrange(self.year, month)[1]
        first = gregorian(self.year, self.month or 1, self.day or 1)
        return range(first.toordinal(), gregorian(self.year, month, last).toordinal() + 1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of time from the beginning of `start` to the end of `end`."""

    start: PartialDate
    end: PartialDate

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a date, two years (`1990-1999`), or two dates (`1990-02/1991-07`).

        Raises:
            InvalidDate: `text` has another form, or ends before it begins.
        """
        years = _YEARS.fullmatch(text)
        first, slash, last = (years[1], "-", years[2]) if years else text.partition("/")
        start = PartialDate.parse(first)
        end = PartialDate.parse(last) if slash else start
        if _last_day(end) < _first_day(start):
            raise InvalidDate(f"{text!r} ends before it begins.")
        return cls(start, end)

    def __str__(self) -> str:
        """Give the form that `parse` reads, in its shortest way."""
        if self.start == self.end:
            return str(self.start)
        plain_years = not self.start.month and not self.end.month
        return f"{self.start}{'-' if plain_years else '/'}{self.end}"

    @property
    def in_words(self) -> str:
        """The period as it is written in prose: 1990 to 1999, in English."""
        if self.start == self.end:
            return self.start.in_words
        if not self.start.month and not self.end.month:
            return p("years", "{start} to {end}", start=self.start.year, end=self.end.year)
        return t("{start} to {end}", start=self.start.in_words, end=self.end.in_words)

    @property
    def days(self) -> range:
        """Every day of the period, numbered as those of a date are."""
        return range(self.start.days.start, self.end.days.stop)

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two periods share at least a day."""
        return _first_day(self.start) <= _last_day(other.end) and _first_day(
            other.start
        ) <= _last_day(self.end)


def day_of(number: int) -> PartialDate:
    """Return the day of a number, to the day; numbers beyond the years 1 to 9999 are cut."""
    day = gregorian.fromordinal(min(max(number, 1), gregorian.max.toordinal()))
    return PartialDate(day.year, day.month, day.day)


def _first_day(date: PartialDate) -> tuple[int, int, int]:
    return (date.year, date.month or 1, date.day or 1)


def _last_day(date: PartialDate) -> tuple[int, int, int]:
    return (date.year, date.month or 12, date.day or 31)


# Fixed here and not taken from `calendar`, whose names follow the machine's locale.
_MONTHS = Words(
    {
        1: "January", 2: "February", 3: "March", 4: "April", 5: "May", 6: "June",
        7: "July", 8: "August", 9: "September", 10: "October", 11: "November", 12: "December",
    },
    context="month of a year",
)  # fmt: skip
_MONTHS_OF_DAYS = Words(
    {
        1: "January", 2: "February", 3: "March", 4: "April", 5: "May", 6: "June",
        7: "July", 8: "August", 9: "September", 10: "October", 11: "November", 12: "December",
    },
    context="month after a day",
)  # fmt: skip
