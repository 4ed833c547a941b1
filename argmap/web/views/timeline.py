"""Show a corpus in the order of time: a lane for each account, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import render_template

from argmap import rendering
from argmap.core import wording
from argmap.core.dates import PartialDate, Period
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Event, Issue, Source
from argmap.core.timeline import DatedDocument, Timeline, rounded, timeline
from argmap.web import query
from argmap.web.addresses import address_of, url_for
from argmap.web.badges import Badge, Mark, Position, badges, mark, position
from argmap.web.choosing import Choice
from argmap.web.frame import Crumb, Frame
from argmap.web.pictures import TimePicture, draw_time
from argmap.web.query import Stretch
from argmap.web.serving import open_graph

LEAST_DAYS = 7
_DAYS_EVER = Period(PartialDate(1), PartialDate(9999)).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What one account calls an event."""

    badge: Badge
    """The account."""

    text: str
    """Its name for the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing of the timeline in words; exactly one of event, claim and document is there."""

    when: Period
    """Its date or period."""

    event: Event | None = None
    """Something that happened."""

    address: str = ""
    """Where an event or a document leads; a claim has its own page."""

    names: tuple[Named, ...] = ()
    """What accounts call the event, where they differ."""

    sources: tuple[Source, ...] = ()
    """Where the event is recorded."""

    mark: Mark | None = None
    """A claim with its class."""

    positions: tuple[Position, ...] = ()
    """What each account that speaks to the claim holds about it."""

    document: DatedDocument | None = None
    """A document."""

    text: str = ""
    """The document's name."""

    used_by: tuple[Badge, ...] = ()
    """The accounts that use the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What begins in one year, in the order of time."""

    year: int
    """The year."""

    entries: tuple[Entry, ...]
    """Events, claims and documents; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A button that shows another stretch of time."""

    id: str
    """What it does, for keys."""

    sign: str
    """Its short label."""

    name: str
    """What it does, in words."""

    address: str
    """The page for that stretch; empty where there is nothing further that way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """The page of a corpus in the order of time."""

    frame: Frame
    """Title and corpus."""

    issue: Issue | None
    """The issue shown alone; None for all."""

    issues: tuple[Choice, ...]
    """All issues, for the form."""

    start: str
    """The beginning of the stretch, as an address has it."""

    end: str
    """The end of the stretch, as an address has it."""

    first_day: int
    """The number of the first day shown."""

    days: int
    """How many days are shown."""

    stretch: str
    """The stretch in words."""

    sentence: str
    """What lies in the stretch and beside it."""

    undated: str
    """How much has no date; empty where all has one."""

    ways: tuple[Way, ...]
    """The buttons that move and zoom, in the order of the page."""

    zoom: str
    """The page for another stretch, without the stretch: what a script adds `from` and `to` to."""

    key: tuple[Badge, ...]
    """The accounts, in the order of their lanes."""

    pictures: tuple[TimePicture, ...]
    """The same picture for wide and for narrow screens; none where nothing has a date."""

    years: tuple[Year, ...]
    """The same in words."""

    rows: Stretch[Entry]
    """The entries of this page of the list."""

    others: tuple[str, ...]
    """The addresses of all pages of the list, this one included."""


def show(corpus: str) -> str:
    """Show the timeline of a corpus, for the time and the issue asked for."""
    graph = open_graph(corpus)
    accounts, issue = query.narratives(graph), query.issue(graph)
    query.period()  # refuses an end before the beginning
    start, end = query.date("from"), query.date("to")
    shown = timeline(graph, accounts, issue=issue or None, start=start, end=end)
    rows = query.stretch(_entries(graph, shown))
    page = TimelinePage(
        frame=_frame(graph, issue),
        issue=graph.issue(issue) if issue else None,
        issues=_issues(graph, issue),
        start=str(shown.stretch.start),
        end=str(shown.stretch.end),
        first_day=shown.stretch.days.start,
        days=len(shown.stretch.days),
        stretch=shown.stretch.in_words,
        sentence=wording.timeline_sentence(shown),
        undated=wording.undated(shown.undated),
        ways=_ways(graph, shown),
        zoom=_here(graph),
        key=badges(graph, accounts),
        pictures=_pictures(graph, shown),
        years=_years(rows.items),
        rows=rows,
        others=tuple(
            _here(graph, shown.stretch, page=str(number)) for number in range(1, rows.count + 1)
        ),
    )
    return render_template("timeline.html", page=page)


def _frame(graph: ArgumentGraph, issue: str) -> Frame:
    if not issue:
        return Frame(title=wording.timeline(), corpus=graph.corpus)
    address = address_of("issue", graph.corpus.id, issue)
    trail = (Crumb(title=graph.issue(issue).title, address=address, is_theirs=True),)
    return Frame(title=wording.timeline(), corpus=graph.corpus, trail=trail)


def _issues(graph: ArgumentGraph, chosen: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=each.id, name=each.title, is_on=each.id == chosen) for each in graph.corpus.issues
    )


def _here(graph: ArgumentGraph, stretch: Period | None = None, **changed: str) -> str:
    """Give the address of this page for another stretch; None for that of the story."""
    options = {name: query.joined(query.values(name)) for name in ("narratives", "issue")}
    if stretch is not None:
        options |= {"from": str(stretch.start), "to": str(stretch.end)}
    kept: dict[str, Any] = {name: value for name, value in (options | changed).items() if value}
    return url_for("timeline", corpus=graph.corpus.id, **kept)


def _ways(graph: ArgumentGraph, shown: Timeline) -> tuple[Way, ...]:
    days = shown.stretch.days
    half, quarter = max(1, len(days) // 2), len(days) // 4
    beside = shown.before + shown.after
    is_fitting = shown.stretch == (shown.story or shown.whole or shown.stretch)

    def named(id: str, address: str) -> Way:
        return Way(id=id, sign=wording.SIGNS[id], name=wording.WAYS[id], address=address)

    def way(id: str, wanted: range, *, is_open: bool) -> Way:
        return named(id, _to(graph, wanted, to_nearest=True) if is_open else "")

    return (
        way("in", range(days.start + quarter, days.stop - quarter), is_open=len(days) > LEAST_DAYS),
        way("out", range(days.start - half, days.stop + half), is_open=beside > 0),
        way("earlier", range(days.start - half, days.stop - half), is_open=shown.before > 0),
        way("later", range(days.start + half, days.stop + half), is_open=shown.after > 0),
        named("fit", "" if is_fitting else _here(graph)),
    )


def _to(graph: ArgumentGraph, days: range, *, to_nearest: bool = False) -> str:
    """Give the address of a stretch of days, cut to the days that a calendar has."""
    start = min(max(days.start, _DAYS_EVER.start), _DAYS_EVER.stop - LEAST_DAYS)
    stop = max(start + 1, min(days.stop, _DAYS_EVER.stop))
    return _here(graph, rounded(range(start, stop), to_nearest=to_nearest))


def _pictures(graph: ArgumentGraph, shown: Timeline) -> tuple[TimePicture, ...]:
    def zoom(days: range) -> str:
        # Where one cannot go nearer, everything is in the list.
        return _to(graph, days) if len(days) < len(shown.stretch.days) else "#words"

    return draw_time(graph, shown, links=_links(graph), zoom=zoom) if shown.whole else ()


def _links(graph: ArgumentGraph) -> rendering.Links:
    def address(kind: str, id: str) -> str | None:
        if kind == "event":
            return _event_address(graph, graph.events[id])
        return address_of(kind, graph.corpus.id, id)

    return address


def _event_address(graph: ArgumentGraph, event: Event) -> str:
    """Lead to the event on its issue's page; without an issue, to its year in the list here."""
    if event.issue:
        return f"{address_of('issue', graph.corpus.id, event.issue)}#event-{event.id}"
    year: dict[str, Any] = dict.fromkeys(("from", "to"), str(event.date.year))
    return url_for("timeline", corpus=graph.corpus.id, **year, _anchor="words")


def _entries(graph: ArgumentGraph, shown: Timeline) -> tuple[Entry, ...]:
    """Put everything in the order of time; of one date events first, then claims."""
    entries = (
        *(_event(graph, shown, event) for event in shown.events),
        *_claims(graph, shown),
        *(_document(graph, document) for document in shown.documents),
    )
    return tuple(sorted(entries, key=lambda entry: entry.when.start))


def _event(graph: ArgumentGraph, shown: Timeline, event: Event) -> Entry:
    names = {each.narrative: each.text for each in event.names}
    return Entry(
        when=Period(event.date, event.date),
        event=event,
        address=_event_address(graph, event),
        names=tuple(
            Named(badge=badge, text=names[badge.id])
            for badge in badges(graph, shown.narratives)
            if badge.id in names
        ),
        sources=tuple(graph.source(id) for id in event.sources),
    )


def _claims(graph: ArgumentGraph, shown: Timeline) -> Iterable[Entry]:
    for row in shown.rows:
        held = (position(graph, id, row.claim.id) for id in shown.narratives)
        if row.claim.period is not None:
            yield Entry(
                when=row.claim.period,
                mark=mark(row),
                positions=tuple(each for each in held if each.stance is not None),
            )


def _document(graph: ArgumentGraph, document: DatedDocument) -> Entry:
    return Entry(
        when=Period(document.date, document.date),
        document=document,
        address=address_of("evidence", graph.corpus.id, document.evidence.id),
        text=wording.attribution(graph, document.evidence),
        used_by=badges(graph, document.narratives),
    )


def _years(entries: Iterable[Entry]) -> tuple[Year, ...]:
    years: dict[int, list[Entry]] = {}
    for entry in entries:
        years.setdefault(entry.when.start.year, []).append(entry)
    return tuple(Year(year=year, entries=tuple(found)) for year, found in years.items())
