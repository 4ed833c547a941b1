"""Show one piece of evidence: in full, where it stands, who uses it for what, with what answer."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template, url_for

from argmap.core import wording
from argmap.core.comparison import opposite_ends
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Claim, Evidence, Source
from argmap.web.cards import card
from argmap.web.frame import Crumb, Frame
from argmap.web.passages import Step, label, step
from argmap.web.serving import open_graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where evidence stands in a work."""

    source: Source
    """The work."""

    kind: str
    """What sort of work it is."""

    locator: str
    """The page, paragraph or article; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePage:
    """The page of a piece of evidence."""

    frame: Frame
    """Title, corpus and the way over its source."""

    item: Evidence
    """The evidence."""

    places: tuple[Place, ...]
    """Where it stands, the best known place first."""

    confidence: str
    """How firmly a fact is reported, in words; empty for quotations."""

    uses: tuple[Step, ...]
    """Every argument that goes out from it, with the attacks on each."""

    against: tuple[Step, ...]
    """Arguments on the evidence itself."""

    is_contested: bool
    """Whether accounts use it for opposite ends."""

    finding_on: tuple[Claim, ...]
    """Claims on which it is the finding of a court, a UN body or an inquiry."""


def show(corpus: str, evidence: str) -> str:
    """Show one piece of evidence."""
    graph = open_graph(corpus)
    item = graph.item(evidence)
    page = EvidencePage(
        frame=_frame(graph, item),
        item=item,
        places=_places(graph, item),
        confidence=wording.CONFIDENCE[item.confidence] if item.confidence else "",
        uses=_steps(graph, graph.arguments_from(item.id)),
        against=_steps(graph, graph.arguments_on(item.id)),
        is_contested=bool(opposite_ends(graph, evidence=[item.id])),
        finding_on=tuple(each for each in graph.corpus.claims if item.id in each.findings),
    )
    return render_template("evidence.html", page=page)


def _frame(graph: ArgumentGraph, item: Evidence) -> Frame:
    source = graph.source(item.citations[0].source)
    return Frame(
        title=label(graph, item),
        corpus=graph.corpus,
        trail=(
            Crumb(title="Sources", address=url_for("sources", corpus=graph.corpus.id)),
            Crumb(
                title=source.title,
                address=url_for("source", corpus=graph.corpus.id, source=source.id),
            ),
        ),
        card=card(graph, item),
    )


def _places(graph: ArgumentGraph, item: Evidence) -> tuple[Place, ...]:
    sources = ((graph.source(each.source), each.locator) for each in item.citations)
    return tuple(
        Place(source=source, kind=wording.source_kind(source.kind), locator=locator)
        for source, locator in sources
    )


def _steps(graph: ArgumentGraph, arguments: tuple[Argument, ...]) -> tuple[Step, ...]:
    return tuple(step(graph, each, answers=True) for each in arguments)
