"""Everything with a date has its place, as precise as the date; what is left out is counted."""

from __future__ import annotations

import pytest

from argmap.core.dates import PartialDate, Period
from argmap.core.graph import ArgumentGraph
from argmap.core.model import AccountText, StanceKind
from argmap.core.timeline import rounded, timeline
from argmap.errors import UnknownName
from tests import builders as b


def graph_of(**more: object) -> ArgumentGraph:
    values = {
        "issues": [b.issue(period="1990-1992"), b.issue("other", period="1995")],
        "sources": [b.source(date=PartialDate(1994, 5)), b.source("bare")],
        "events": [
            b.event("late", "1995-03", issue="other"),
            b.event("first", "1990-02-09", issue="question"),
            b.event("ancient", "1949-04-04"),
        ],
        "evidence": [
            b.quotation("said", date=PartialDate(1991)),
            b.fact("work", "record"),
            b.fact("nowhen", "bare"),
            b.fact("unused"),
        ],
        "claims": [
            b.claim("c", period="1990-1991"),
            b.claim("d", issue="other", period="1995"),
            b.claim("undated"),
            b.claim("unsaid", period="1991"),
        ],
        "stances": [
            b.stance("left", "c"),
            b.stance("right", "c", "denies"),
            b.stance("right", "d"),
            b.stance("left", "undated"),
        ],
        "arguments": [
            b.support("a", ("said", "work"), "c", by="left"),
            b.rebut("r", ("said", "nowhen"), "c", by="right"),
        ],
    }
    return ArgumentGraph(b.corpus(**(values | more)))


def test_time_shown_is_that_of_the_issues_and_the_rest_is_counted() -> None:
    found = timeline(graph_of())

    assert (str(found.stretch), str(found.whole)) == ("1990-1995", "1949-1995")
    assert [event.id for event in found.events] == ["first", "late"]
    assert (found.before, found.after) == (1, 0)


def test_without_issues_with_a_period_the_events_make_the_time() -> None:
    graph = graph_of(issues=[b.issue(), b.issue("other")])

    assert str(timeline(graph).stretch) == "1949-1995"


def test_claims_stand_in_the_lanes_of_accounts_that_speak_to_them() -> None:
    left, right = timeline(graph_of()).lanes

    assert [(each.row.claim.id, each.stance) for each in left.claims] == [("c", StanceKind.ASSERTS)]
    assert [each.row.claim.id for each in right.claims] == ["c", "d"]
    assert [each.stance for each in right.claims] == [StanceKind.DENIES, StanceKind.ASSERTS]


def test_documents_stand_in_the_lanes_of_accounts_that_use_them() -> None:
    left, right = timeline(graph_of()).lanes

    assert [each.evidence.id for each in left.documents] == ["said", "work"]
    assert [each.evidence.id for each in right.documents] == ["said"]


def test_document_without_a_date_has_that_of_its_work_and_says_so() -> None:
    dates = {each.evidence.id: each for each in timeline(graph_of()).documents}

    assert (str(dates["work"].date), dates["work"].is_of_work) == ("1994-05", True)
    assert (str(dates["said"].date), dates["said"].is_of_work) == ("1991", False)


def test_what_has_no_date_at_all_is_counted() -> None:
    assert timeline(graph_of()).undated == 2  # the claim "undated", the document "nowhen"


def test_issue_has_its_own_events_claims_documents_and_time() -> None:
    found = timeline(graph_of(), issue="other")

    assert str(found.stretch) == "1995"
    assert [event.id for event in found.events] == ["late"]
    assert [row.claim.id for row in found.rows] == ["d"]
    assert found.documents == ()


@pytest.mark.parametrize(
    ("start", "end", "stretch", "events"),
    [
        ("1990-02", "1990-02", "1990-02", ["first"]),
        ("1990-02-10", "1995-02-28", "1990-02-10/1995-02-28", []),
        ("", "1990", "1949-1990", ["ancient", "first"]),
        ("1995-03-31", "", "1995-03-31/1995", ["late"]),
        ("2001", "", "2001", []),
        ("", "1900", "1900", []),
    ],
)
def test_stretch_asked_for_is_kept_and_an_open_end_reaches_to_the_last_item(
    start: str, end: str, stretch: str, events: list[str]
) -> None:
    found = timeline(
        graph_of(),
        start=PartialDate.parse(start) if start else None,
        end=PartialDate.parse(end) if end else None,
    )

    assert str(found.stretch) == stretch
    assert [event.id for event in found.events] == events


def test_every_item_is_shown_or_counted_in_any_stretch() -> None:
    graph = graph_of()
    for year in range(1945, 2000):
        found = timeline(graph, start=PartialDate(year), end=PartialDate(year + 2))
        shown = len(found.events) + len(found.rows) + len(found.documents)

        assert shown + found.before + found.after == 7


def test_swapped_accounts_swap_the_lanes_and_nothing_else() -> None:
    there, back = timeline(graph_of()), timeline(graph_of(), ["right", "left"])
    lanes = {lane.narrative: [c.row.claim.id for c in lane.claims] for lane in there.lanes}

    assert [lane.narrative for lane in back.lanes] == ["right", "left"]
    assert {lane.narrative: [c.row.claim.id for c in lane.claims] for lane in back.lanes} == lanes
    assert (there.events, there.stretch, there.undated) == (back.events, back.stretch, back.undated)


def test_nothing_with_a_date_is_no_error() -> None:
    found = timeline(ArgumentGraph(b.corpus(events=())))

    assert found.whole is None
    assert found.lanes[0].claims == ()


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownName):
        timeline(graph_of(), issue="nowhere")
    with pytest.raises(UnknownName):
        timeline(graph_of(), ["nobody"])


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1990-01-05/1999-03-01", "1990-1999"),
        ("1990-01-05/1992-03-01", "1990-01/1992-03"),
        ("1990-01-05/1990-03-01", "1990-01-05/1990-03-01"),
    ],
)
def test_days_are_rounded_as_their_length_asks_for(text: str, period: str) -> None:
    assert str(rounded(Period.parse(text).days)) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1990-05-05/1999-09-01", "1990-1999"),
        ("1990-07-05/1999-05-01", "1991-1998"),
        ("1990-01-25/1992-03-10", "1990-02/1992-02"),
        ("1990-01-05/1990-03-01", "1990-01-05/1990-03-01"),
    ],
)
def test_stretch_that_is_moved_begins_and_ends_with_what_is_nearest(text: str, period: str) -> None:
    assert str(rounded(Period.parse(text).days, to_nearest=True)) == period


def test_names_of_an_event_do_not_move_it() -> None:
    names = (AccountText(narrative="left", text="a name"),)
    graph = graph_of(events=[b.event("first", "1990", names=names)])

    assert timeline(graph).events[0].names == names
