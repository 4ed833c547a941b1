from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.dates import PartialDate, Period, day_of
from argmap.errors import InvalidDate
from tests import strategies


@given(strategies.dates())
def test_a_date_is_read_back_from_its_text(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(strategies.periods())
def test_a_period_is_read_back_from_its_text(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(strategies.dates(), strategies.dates())
def test_dates_of_one_precision_sort_as_their_texts_do(one: PartialDate, two: PartialDate) -> None:
    if len(str(one)) == len(str(two)):
        assert (one < two) == (str(one) < str(two))


@given(strategies.periods(), strategies.periods())
def test_overlap_is_mutual_and_every_period_overlaps_itself(one: Period, two: Period) -> None:
    assert one.overlaps(two) == two.overlaps(one)
    assert one.overlaps(one)


@given(st.from_regex(r"[0-9]{1,5}(?:-[0-9]{1,3}){0,3}", fullmatch=True))
def test_what_is_taken_for_a_date_is_written_back_as_it_was(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except InvalidDate:
        return

    assert str(date) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "90", "1990-", "1990-2", "1990-13", "1990-00", "1990-02-30", "1900-02-29", "0000",
        "1990-02-09T00:00", "9 February 1990", "1990\n", " 1990", "١٩٩٠", "undated",
    ],
)  # fmt: skip
def test_text_that_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidDate):
        PartialDate.parse(text)


def test_leap_day_is_a_day() -> None:
    assert PartialDate.parse("2000-02-29") == PartialDate(2000, 2, 29)


def test_less_precise_date_comes_before_what_begins_with_it() -> None:
    dates = ["1990-01-01", "1990", "1991", "1990-01", "1989-12-31"]

    ordered = [str(date) for date in sorted(map(PartialDate.parse, dates))]
    assert ordered == ["1989-12-31", "1990", "1990-01", "1990-01-01", "1991"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1990", "1990"),
        ("1990-02", "February 1990"),
        ("1990-02-09", "9 February 1990"),
        ("1990-1999", "1990 to 1999"),
        ("1990-02/1991-07-01", "February 1990 to 1 July 1991"),
    ],
)
def test_dates_and_periods_are_written_as_in_prose(text: str, words: str) -> None:
    assert Period.parse(text).in_words == words


@pytest.mark.parametrize("text", ["1991-1990", "1990-03/1990-02", "1991/1990-12", "1990/", "/1990"])
def test_period_that_ends_before_it_begins_or_has_no_end_is_refused(text: str) -> None:
    with pytest.raises(InvalidDate):
        Period.parse(text)


@pytest.mark.parametrize("text", ["1990/1990-02", "1990-02/1990"])
def test_period_may_begin_and_end_at_different_precision(text: str) -> None:
    assert str(Period.parse(text)) == text


@pytest.mark.parametrize(
    ("one", "two", "share"),
    [
        ("1990", "1990-12-31", True),
        ("1990-02", "1990-02-09", True),
        ("1990-01/1990-06", "1990-06-30/1991", True),
        ("1990", "1991", False),
        ("1990-02-09", "1990-02-10", False),
    ],
)
def test_periods_overlap_where_they_share_a_day(one: str, two: str, share: bool) -> None:
    assert Period.parse(one).overlaps(Period.parse(two)) == share


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1990", "1990-01-01", "1990-12-31"),
        ("1992-02", "1992-02-01", "1992-02-29"),
        ("1990-02-09", "1990-02-09", "1990-02-09"),
        ("1990-02/1991", "1990-02-01", "1991-12-31"),
    ],
)
def test_date_means_each_of_its_days(text: str, first: str, last: str) -> None:
    days = Period.parse(text).days

    assert str(day_of(days.start)) == first
    assert str(day_of(days.stop - 1)) == last


def test_days_are_numbered_from_the_first_and_stay_in_the_calendar() -> None:
    assert PartialDate(1).days.start == 1
    assert day_of(-5) == PartialDate(1, 1, 1)
    assert day_of(10**9) == PartialDate(9999, 12, 31)
