"""Show one piece of evidence: in full, where it stands, who uses it for what, with what answer."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Claim, Evidence, Source
from argmap.web.addresses import url_for
from argmap.web.cards import card
from argmap.web.documents import DocumentPart, contested, document
from argmap.web.frame import Crumb, Frame
from argmap.web.passages import Step, label, steps
from argmap.web.serving import open_graph

# So many other passages of a work are listed; the work's own page has all.
MOST_BESIDE = 12


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
class Beside:
    """Another passage of the same work."""

    item: Evidence
    """The passage."""

    name: str
    """Who said it and when."""

    is_contested: bool
    """Whether accounts use it for opposite ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePage:
    """The page of a piece of evidence."""

    frame: Frame
    """Title, corpus and the way over its source."""

    part: DocumentPart
    """The evidence with every argument that goes out from it."""

    places: tuple[Place, ...]
    """Where it stands, the best known place first."""

    confidence: str
    """How firmly a fact is reported, in words; empty for quotations."""

    against: tuple[Step, ...]
    """Arguments on the evidence itself."""

    finding_on: tuple[Claim, ...]
    """Claims on which it is the finding of a court, a UN body or an inquiry."""

    beside: tuple[Beside, ...]
    """Other passages of its first work, those used for opposite ends first."""

    more_beside: int
    """How many of them are not listed."""


def show(corpus: str, evidence: str) -> str:
    """Show one piece of evidence."""
    graph = open_graph(corpus)
    item = graph.item(evidence)
    beside = _beside(graph, item)
    page = EvidencePage(
        frame=_frame(graph, item),
        part=document(graph, item, contested(graph, [item.id]).get(item.id, frozenset())),
        places=_places(graph, item),
        confidence=wording.CONFIDENCE[item.confidence] if item.confidence else "",
        against=steps(graph, graph.arguments_on(item.id)),
        finding_on=tuple(each for each in graph.corpus.claims if item.id in each.findings),
        beside=beside[:MOST_BESIDE],
        more_beside=len(beside[MOST_BESIDE:]),
    )
    return render_template("evidence.html", page=page)


def _frame(graph: ArgumentGraph, item: Evidence) -> Frame:
    source = graph.source(item.citations[0].source)
    return Frame(
        title=label(graph, item),
        corpus=graph.corpus,
        trail=(
            Crumb(title=t("Sources"), address=url_for("sources", corpus=graph.corpus.id)),
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


def _beside(graph: ArgumentGraph, item: Evidence) -> tuple[Beside, ...]:
    others = [each for each in graph.evidence_of(item.citations[0].source) if each != item]
    opposed = contested(graph, [each.id for each in others])
    return tuple(
        Beside(item=each, name=label(graph, each), is_contested=each.id in opposed)
        for each in sorted(others, key=lambda each: each.id not in opposed)
    )
