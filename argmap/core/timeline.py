"""Put a corpus in the order of time: what happened, what the accounts claim of it, the documents.

A date is as precise as its source, and so is its place here: a year means all of its days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.core.balance import claims_under
from argmap.core.comparison import ClaimComparison, Comparison, compare
from argmap.core.dates import PartialDate, Period, day_of
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Event, Evidence, StanceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedDocument:
    """A document with its date, and which accounts use it.

    Where nothing says when the words were spoken or the thing happened, the date is that of the
    work they stand in, and `is_of_work` is true.
    """

    evidence: Evidence
    date: PartialDate
    is_of_work: bool
    narratives: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldClaim:
    """A dated claim as one account holds it."""

    row: ClaimComparison
    period: Period
    stance: StanceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What one account has on the timeline: the claims it speaks to, the documents it uses."""

    narrative: str
    claims: tuple[HeldClaim, ...]
    documents: tuple[DatedDocument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Everything with a date in a stretch of time, earliest first, then in the corpus's order.

    `whole` is the time that all of it spans, whatever the stretch, and None if nothing has a
    date; `story` that of the issues, or of the events where no issue has any. `before` and `after`
    count what lies wholly outside the stretch, `undated` what has no date at all. `rows` are the
    dated claims that are in the stretch and that some account speaks to.
    """

    narratives: tuple[str, ...]
    stretch: Period
    whole: Period | None
    story: Period | None
    events: tuple[Event, ...]
    rows: tuple[ClaimComparison, ...]
    documents: tuple[DatedDocument, ...]
    before: int
    after: int
    undated: int

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """What each account has here, in the order of `narratives`."""
        return tuple(self._lane(place, id) for place, id in enumerate(self.narratives))

    def _lane(self, place: int, narrative: str) -> Lane:
        held = tuple(
            HeldClaim(row=row, period=row.claim.period, stance=stance)
            for row in self.rows
            if row.claim.period is not None and (stance := row.stances[place]) is not None
        )
        used = tuple(each for each in self.documents if narrative in each.narratives)
        return Lane(narrative=narrative, claims=held, documents=used)


_NOTHING = Period(PartialDate(1), PartialDate(9999))


def timeline(
    graph: ArgumentGraph,
    narratives: Iterable[str] | None = None,
    *,
    issue: str | None = None,
    start: PartialDate | None = None,
    end: PartialDate | None = None,
) -> Timeline:
    """Collect what has a date.

    Args:
        graph: The corpus.
        narratives: Ids of accounts, in the order of their lanes; None for all.
        issue: Only what belongs to this issue: its events and claims, and the documents used in
            arguments that bear on these.
        start: The beginning of the time to show. Without `end`, all from there on is shown.
        end: Its end. Without `start`, all until then is shown; without both, the time of the
            story, or, where there is none, all of it.

    Raises:
        UnknownName: An account or the issue is not in the corpus.

    Cost: O(size of the corpus).
    """
    comparison = compare(graph, narratives, issue=issue)
    told = tuple(
        row for row in comparison.rows if row.claim.period is not None and any(row.stances)
    )
    events = tuple(graph.events_of(issue) if issue else graph.corpus.events)
    documents, undated = _documents(graph, comparison, issue)
    undated += sum(row.claim.period is None and any(row.stances) for row in comparison.rows)
    story = _story(graph, events, issue)
    whole = _spanned(
        [
            *(Period(event.date, event.date) for event in events),
            *(row.claim.period for row in told if row.claim.period),
            *(Period(each.date, each.date) for each in documents),
        ]
    )
    shown = _asked_for(start, end, whole) or story or whole or _NOTHING
    near_events = tuple(each for each in events if _touches(each.date.days, shown))
    near_rows = tuple(each for each in told if _touches(_days(each), shown))
    near_documents = tuple(each for each in documents if _touches(each.date.days, shown))
    every = [e.date.days for e in events] + [_days(r) for r in told]
    every += [each.date.days for each in documents]
    return Timeline(
        narratives=comparison.narratives,
        stretch=shown,
        whole=whole,
        story=story,
        events=tuple(sorted(near_events, key=lambda event: event.date)),
        rows=tuple(sorted(near_rows, key=lambda row: row.claim.period or _NOTHING)),
        documents=tuple(sorted(near_documents, key=lambda each: each.date)),
        before=sum(days.stop <= shown.days.start for days in every),
        after=sum(days.start >= shown.days.stop for days in every),
        undated=undated,
    )


def _asked_for(
    start: PartialDate | None, end: PartialDate | None, whole: Period | None
) -> Period | None:
    if start is None and end is None:
        return None
    every = whole or _NOTHING
    first, last = start or every.start, end or every.end
    if first.days.start < last.days.stop:
        return Period(first, last)
    # One end was asked for, and everything lies on its other side.
    return Period(start, start) if start else Period(last, last)


def rounded(days: range, *, to_nearest: bool = False) -> Period:
    """Turn a stretch of days into a period at the precision that its length asks for.

    Years where it is long, months where it is middling, else days.

    Args:
        days: The stretch; it holds at least a day.
        to_nearest: Begin and end with the year or month that is nearest, so that a stretch which
            is moved stays as long as it is. Otherwise nothing of it is lost.
    """
    is_long, is_middling = len(days) > _YEARS_FROM_DAYS, len(days) > _MONTHS_FROM_DAYS
    slack = (182 if is_long else 15 if is_middling else 0) if to_nearest else 0
    first, last = day_of(days.start + slack), day_of(days.stop - 1 - slack)
    if is_long:
        return Period(PartialDate(first.year), PartialDate(last.year))
    if is_middling:
        return Period(PartialDate(first.year, first.month), PartialDate(last.year, last.month))
    return Period(first, last)


_YEARS_FROM_DAYS = 1800
_MONTHS_FROM_DAYS = 400


def _days(row: ClaimComparison) -> range:
    return (row.claim.period or _NOTHING).days


def _touches(days: range, stretch: Period) -> bool:
    return days.start < stretch.days.stop and stretch.days.start < days.stop


def _story(graph: ArgumentGraph, events: Iterable[Event], issue: str | None) -> Period | None:
    """Give the time that the issues are about; what lies far off is not to squeeze it."""
    issues = (graph.issue(issue),) if issue else graph.corpus.issues
    told = [each.period for each in issues if each.period is not None]
    return _spanned(told or [Period(event.date, event.date) for event in events])


def _spanned(periods: Iterable[Period]) -> Period | None:
    """Give the time from the first beginning to the last end, in whole years."""
    spans = tuple(periods)
    if not spans:
        return None
    first = min(period.start.year for period in spans)
    last = max(period.end.year for period in spans)
    return Period(PartialDate(first), PartialDate(last))


def _documents(
    graph: ArgumentGraph, comparison: Comparison, issue: str | None
) -> tuple[tuple[DatedDocument, ...], int]:
    """Collect the documents that the accounts use, and count those without any date."""
    claims = {row.claim.id for row in comparison.rows} if issue else None
    using: dict[str, set[str]] = {}
    bears: dict[str, bool] = {}
    for argument in graph.corpus.arguments:
        end = graph.end_of(argument)
        if end not in bears:
            bears[end] = claims is None or not claims.isdisjoint(claims_under(graph, argument))
        if bears[end]:
            for id in argument.premises:
                if id in graph.evidence:
                    using.setdefault(id, set()).update(argument.by)
    found = []
    undated = 0
    for id, item in graph.evidence.items():
        users = tuple(n for n in comparison.narratives if n in using.get(id, ()))
        if not users:
            continue
        works = [graph.source(citation.source).date for citation in item.citations]
        date = item.date or min((each for each in works if each is not None), default=None)
        if date is None:
            undated += 1
            continue
        found.append(
            DatedDocument(evidence=item, date=date, is_of_work=item.date is None, narratives=users)
        )
    return tuple(found), undated
