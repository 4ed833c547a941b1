"""Show a claim or an issue step by step, for a room: the same steps that the slides have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import render_template

from argmap.core import wording
from argmap.core.citing import Text
from argmap.core.comparison import Group
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.lesson import StepKind
from argmap.core.model import Relation
from argmap.core.scenes import Card, CardKind, Paragraph, Scene
from argmap.errors import InvalidInput
from argmap.web import making, query
from argmap.web.addresses import address_of, url_for
from argmap.web.badges import Badge, badges
from argmap.web.frame import Frame
from argmap.web.orders import order
from argmap.web.serving import open_graph
from argmap.web.subjects import Subject, subjects
from argmap.writers import slides
from argmap.writers.format import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Where the accounts stand on a claim, as a mark and a word."""

    group: Group
    """The mark."""

    word: str
    """The mark in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A card of a scene as the page shows it."""

    kind: CardKind
    """What it shows."""

    voices: tuple[Badge, ...]
    """Whose it is."""

    paragraphs: tuple[Paragraph, ...]
    """What it says."""

    relation: Relation | None
    """How it bears on the card before it; None for no argument."""

    verb: str
    """The same as a verb: "supports"."""

    is_new: bool
    """Whether this step adds it."""

    sign: Sign | None
    """Where the accounts stand on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One step of the presentation."""

    number: int
    """Its place, from 1."""

    address: str
    """The page with this step shown."""

    kind: StepKind
    """What it tells."""

    title: Text
    """Its heading."""

    kicker: Text
    """What stands above or below the heading; may be empty."""

    panels: tuple[Panel, ...]
    """What it shows, in reading order; the last is what an exchange adds."""

    notes: tuple[Text, ...]
    """What is said beside it: quotations in full, sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentPage:
    """A presentation at one of its steps."""

    frame: Frame
    """Title and corpus."""

    subject: str
    """The issue's question or the claim's text."""

    steps: tuple[Shown, ...]
    """All steps, in their order."""

    present: Shown
    """The step that is shown."""

    before: str
    """The page with the step before; empty at the first."""

    after: str
    """The page with the next step; empty at the last."""

    leave: str
    """The page of the issue or the claim."""

    file: str
    """The page that makes slides of the same steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentSubjectsPage:
    """The page while nothing is chosen to present."""

    frame: Frame
    """Title and corpus."""

    subjects: tuple[Subject, ...]
    """The issues, in the corpus's order, with their claims."""


def show(corpus: str) -> str:
    """Show one step, as the address asks; the others are in the page, hidden."""
    graph = open_graph(corpus)
    asked = order(graph, slides.TOLD, besides=("step",))
    if not asked.claim and not asked.issue:
        return render_template("present-subjects.html", page=_subjects(graph))
    if asked.claim and asked.issue:
        raise InvalidInput(t("Choose a claim or an issue to present, not both."))
    told = slides.scenes_of(asked)
    number = _number(len(told))
    steps = tuple(_shown(graph, asked, scene, place) for place, scene in enumerate(told, 1))
    subject = graph.claim(asked.claim).text if asked.claim else graph.issue(asked.issue).question
    kind = "claim" if asked.claim else "issue"
    page = PresentPage(
        frame=Frame(title=t("Present: {subject}", subject=subject), corpus=graph.corpus),
        subject=subject,
        steps=steps,
        present=steps[number - 1],
        before=steps[number - 2].address if number > 1 else "",
        after=steps[number].address if number < len(steps) else "",
        leave=address_of(kind, corpus, asked.claim or asked.issue),
        file=making.address("teach", graph, asked, slides.FORMAT, make=slides.FORMAT.name),
    )
    return render_template("present.html", page=page)


def _subjects(graph: ArgumentGraph) -> PresentSubjectsPage:
    def address(kind: str, id: str) -> str:
        chosen: dict[str, Any] = {kind: id}
        return url_for("present", corpus=graph.corpus.id, **chosen)

    return PresentSubjectsPage(
        frame=Frame(title=t("Present"), corpus=graph.corpus), subjects=subjects(graph, address)
    )


def _number(count: int) -> int:
    value = query.text("step") or "1"
    if value.isascii() and value.isdigit() and len(value) <= 9 and 1 <= int(value) <= count:
        return int(value)
    raise InvalidInput(
        t("step is {value}; write a number from 1 to {count}.", value=repr(value[:60]), count=count)
    )


def _shown(graph: ArgumentGraph, asked: Order, scene: Scene, number: int) -> Shown:
    begin = making.address("present", graph, asked, slides.TOLD)
    return Shown(
        number=number,
        address=f"{begin}&step={number}" if number > 1 else begin,
        kind=scene.step.kind,
        title=scene.title,
        kicker=scene.kicker,
        panels=tuple(_panel(graph, card) for card in scene.cards),
        notes=scene.notes,
    )


def _panel(graph: ArgumentGraph, card: Card) -> Panel:
    sign = Sign(group=card.group, word=wording.GROUP[card.group]) if card.group else None
    return Panel(
        kind=card.kind,
        voices=badges(graph, card.voices),
        paragraphs=card.paragraphs,
        relation=card.relation,
        verb=wording.RELATION[card.relation] if card.relation else "",
        is_new=card.is_new,
        sign=sign,
    )
