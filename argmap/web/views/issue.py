"""Show one issue as a lesson: the question, each account's answer, the claims side by side."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template

from argmap.core import wording
from argmap.core.comparison import compare
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Event, Issue, Source
from argmap.core.outline import Line
from argmap.rendering import Options
from argmap.web import query
from argmap.web.addresses import url_for
from argmap.web.badges import Badge, Count, badge, badges, counts, key
from argmap.web.cards import card
from argmap.web.downloads import Download, downloads
from argmap.web.frame import Frame
from argmap.web.pictures import Drawing, draw, in_words
from argmap.web.serving import open_graph
from argmap.web.sidebyside import Row, side_by_side


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """A text in the words of one account."""

    badge: Badge
    """Whose words."""

    text: str
    """The words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """Something that happened, as an issue's page tells it."""

    event: Event
    """The event."""

    names: tuple[Voiced, ...]
    """What accounts call it, where they call it differently."""

    sources: tuple[Source, ...]
    """Where it is recorded; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """The page of an issue."""

    frame: Frame
    """Title and corpus."""

    issue: Issue
    """The issue."""

    accounts: tuple[Badge, ...]
    """The accounts shown, in the order asked for."""

    answers: tuple[Voiced, ...]
    """Each account's answer in a paragraph, in the order of `accounts`; may be empty."""

    sentence: str
    """Where the accounts stand, summed up."""

    counts: tuple[Count, ...]
    """How many claims have which mark."""

    drawing: Drawing
    """The comparison diagram."""

    key: tuple[Badge, ...]
    """The voices that the picture may have, for its key."""

    outline: tuple[Line, ...]
    """The same in words."""

    rows: tuple[Row, ...]
    """The claims side by side, in the corpus's order."""

    events: tuple[EventLine, ...]
    """What happened, earliest first."""

    chosen: str
    """The accounts as an address has them; empty where all are shown as they come."""

    downloads: tuple[Download, ...]
    """Files that hold this issue."""


def show(corpus: str, issue: str) -> str:
    """Show one issue, for the accounts asked for."""
    graph = open_graph(corpus)
    subject = graph.issue(issue)
    accounts = query.narratives(graph)
    comparison = compare(graph, accounts, issue=issue)
    page = IssuePage(
        frame=_frame(graph, subject, accounts),
        issue=subject,
        accounts=badges(graph, accounts),
        answers=_answers(graph, subject, accounts),
        sentence=wording.summary_sentence(comparison.summary, len(accounts)),
        counts=counts(comparison.summary),
        drawing=draw(graph, "lanes", issue, Options(narratives=accounts)),
        key=key(graph, accounts),
        outline=in_words(graph, comparison, issue),
        rows=side_by_side(graph, comparison),
        events=_events(graph, issue, accounts),
        chosen=_chosen(graph, accounts),
        downloads=downloads(graph, issue=issue, narratives=_chosen(graph, accounts)),
    )
    return render_template("issue.html", page=page)


def _frame(graph: ArgumentGraph, issue: Issue, accounts: tuple[str, ...]) -> Frame:
    narratives = _chosen(graph, accounts) or None
    address = url_for("issue", corpus=graph.corpus.id, issue=issue.id, narratives=narratives)
    return Frame(title=issue.title, corpus=graph.corpus, card=card(graph, issue, address))


def _chosen(graph: ArgumentGraph, accounts: tuple[str, ...]) -> str:
    return "" if accounts == graph.choose_accounts() else query.joined(accounts)


def _answers(graph: ArgumentGraph, issue: Issue, accounts: tuple[str, ...]) -> tuple[Voiced, ...]:
    texts = {each.narrative: each.text for each in issue.accounts}
    return tuple(Voiced(badge=badge(graph, id), text=texts[id]) for id in accounts if id in texts)


def _events(graph: ArgumentGraph, issue: str, accounts: tuple[str, ...]) -> tuple[EventLine, ...]:
    return tuple(
        EventLine(
            event=event,
            names=tuple(
                Voiced(badge=badge(graph, each.narrative), text=each.text)
                for each in event.names
                if each.narrative in accounts
            ),
            sources=tuple(graph.source(id) for id in event.sources),
        )
        for event in sorted(graph.events_of(issue), key=lambda event: event.date)
    )
