"""Say when something was, and what a timeline shows."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.core.dates import PartialDate, Period, day_of
from argmap.core.graph import ArgumentGraph
from argmap.core.language import Words, later, n, t
from argmap.core.model import Event
from argmap.core.timeline import DatedDocument, HeldClaim, Timeline, rounded
from argmap.core.wording.documents import attribution
from argmap.core.wording.tables import STANCE, VERDICT, unverified
from argmap.core.wording.voices import capital, listed, sentence, voice

timeline = later("Timeline")
events = later("What happened")
timeline_claims = later("Claims it speaks to, by the time they are about")
timeline_documents = later("Documents it uses, by date")
of_work = later("dated by the work it stands in")
WAYS = Words(
    {
        "in": "Zoom in",
        "out": "Zoom out",
        "earlier": "Earlier",
        "later": "Later",
        "fit": "Show the time that the issues are about",
    }
)
SIGNS = Words({"in": "+", "out": "−", "earlier": "←", "later": "→", "fit": "Fit"})
TIMELINE_KEY = Words(
    {
        "asserts": "asserts or concedes",
        "qualifies": "accepts in part",
        "denies": "denies",
        "day": "a day",
        "year": "a month or a year",
        "work": "only the date of the work is known",
    }
)


def stretch_of_time(start: PartialDate | None, end: PartialDate | None) -> str:
    """Name a time that may be open at one end: "from 1990", "1990 to 1999"."""
    if start and end:
        return Period(start, end).in_words
    if start:
        return t("from {date}", date=start.in_words)
    return t("until {date}", date=end.in_words) if end else ""


def event_line(graph: ArgumentGraph, event: Event) -> str:
    """Say when an event was and what each account calls it."""
    called = [f"{graph.narrative(name.narrative).name}: {name.text}" for name in event.names]
    return ". ".join((event.date.in_words.removesuffix("."), *called))


def timeline_title(timeline: Timeline) -> str:
    """Name the picture of a stretch of time: "Timeline, 1990 to 1999"."""
    return t("Timeline, {time}", time=timeline.stretch.in_words)


def timeline_sentence(timeline: Timeline) -> str:
    """Say how much lies in a stretch of time, and how much beside it."""
    counted = (
        n("{count} event", "{count} events", len(timeline.events)),
        n("{count} claim", "{count} claims", len(timeline.rows)),
        n("{count} document", "{count} documents", len(timeline.documents)),
    )
    text = t("{time}: {things}.", time=timeline.stretch.in_words, things=listed(counted))
    if timeline.before and timeline.after:
        beside = t(
            "{earlier} earlier and {later} later not shown.",
            earlier=timeline.before,
            later=timeline.after,
        )
    elif timeline.before:
        beside = t("{count} earlier not shown.", count=timeline.before)
    else:
        beside = t("{count} later not shown.", count=timeline.after) if timeline.after else ""
    return f"{text} {beside}".rstrip()


def undated(count: int) -> str:
    """Say how much has no date; empty where nothing is left out for that."""
    if not count:
        return ""
    return n(
        "One claim or document has no date and is not shown.",
        "{count} claims and documents have no date and are not shown.",
        count,
    )


def event_sentence(graph: ArgumentGraph, event: Event, narratives: Iterable[str]) -> str:
    """Name an event with its date, and what accounts call it where they differ."""
    chosen = tuple(narratives)
    names = "".join(
        f" {sentence(f'{voice(graph.narrative(name.narrative))}: {name.text}')}"
        for name in event.names
        if name.narrative in chosen
    )
    checked = "" if event.verified else f" [{unverified()}]"
    return f"{event.date.in_words}: {sentence(event.title)}{names}{checked}"


def held_sentence(graph: ArgumentGraph, narrative: str, held: HeldClaim) -> str:
    """Say what an account holds about a claim, when, and where the accounts stand."""
    who = voice(graph.narrative(narrative))
    verdict = f"; {VERDICT[held.row.verdict]}" if len(held.row.stances) > 1 else ""
    text = f"{held.row.claim.text} ({held.period.in_words}{verdict})"
    return f"{capital(who)} {STANCE[held.stance]}: {text}"


def dated_document(graph: ArgumentGraph, document: DatedDocument) -> str:
    """Name a document with its date, and say if that is only the date of its work."""
    of = f" ({of_work()})" if document.is_of_work else ""
    return f"{document.date.in_words}{of}: {attribution(graph, document.evidence)}"


def left_out(count: int, days: range) -> str:
    """Say that a part of the time holds more than can be drawn."""
    words = rounded(days).in_words if len(days) > 1 else day_of(days.start).in_words
    return t("{count} more: show {time}", count=count, time=words)
