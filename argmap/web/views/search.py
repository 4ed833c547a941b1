"""Find claims, evidence, sources, issues and events by their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import render_template, url_for

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.storage.search import KINDS, Hit
from argmap.web import query
from argmap.web.frame import Frame
from argmap.web.serving import library, open_graph

MOST_HITS = 50
_PLURALS = {
    "claim": "claims",
    "evidence": "documents",
    "source": "sources",
    "issue": "issues",
    "event": "events",
    "narrative": "accounts",
}


_SINGULARS = {"evidence": "document", "narrative": "account"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KindChoice:
    """A kind of record that the search can be narrowed to."""

    id: str
    """Its name in an address."""

    name: str
    """Its name on the page."""

    is_on: bool
    """Whether the search is narrowed to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One hit."""

    kind: str
    """What sort of record it is, in a word."""

    address: str
    """Its page."""

    snippet: tuple[tuple[str, bool], ...]
    """The words around what was found, as (text, whether it was found)."""

    note: str
    """Whose words they are or what they belong to; empty where that is plain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The page of a search."""

    frame: Frame
    """Title and corpus."""

    asked: str
    """What was typed; empty before the first search."""

    kinds: tuple[KindChoice, ...]
    """What it can be narrowed to."""

    found: tuple[Found, ...]
    """The hits, best first."""

    is_cut: bool
    """Whether there may be more hits than are shown."""


def show(corpus: str) -> str:
    """Show what a search finds in one corpus."""
    graph = open_graph(corpus)
    asked, kind = query.text("q"), query.text("kind")
    if kind:
        query.one_of("kind", KINDS, kind)
    hits = (
        library().search(corpus, asked, kinds=(kind,) if kind else None, limit=MOST_HITS + 1)
        if asked
        else ()
    )
    page = SearchPage(
        frame=Frame(title=f"Search: {asked}" if asked else "Search", corpus=graph.corpus),
        asked=asked,
        kinds=tuple(KindChoice(id=each, name=_PLURALS[each], is_on=each == kind) for each in KINDS),
        found=tuple(_found(graph, hit) for hit in hits[:MOST_HITS]),
        is_cut=len(hits) > MOST_HITS,
    )
    return render_template("search.html", page=page)


def _found(graph: ArgumentGraph, hit: Hit) -> Found:
    return Found(
        kind=_SINGULARS.get(hit.kind, hit.kind),
        address=_address(graph, hit),
        snippet=hit.snippet,
        note=_note(graph, hit),
    )


def _note(graph: ArgumentGraph, hit: Hit) -> str:
    if hit.kind == "evidence":
        return wording.attribution(graph, graph.item(hit.id))
    if hit.kind == "claim":
        return graph.issue(graph.claim(hit.id).issue).title
    shown = "".join(text for text, _ in hit.snippet)
    return "" if hit.text in shown else hit.text


def _address(graph: ArgumentGraph, hit: Hit) -> str:
    if hit.kind in ("claim", "evidence", "source", "issue", "narrative"):
        named: dict[str, Any] = {hit.kind: hit.id}
        return url_for(hit.kind, corpus=graph.corpus.id, **named)
    if hit.kind == "event" and graph.events[hit.id].issue:
        issue = graph.events[hit.id].issue
        return url_for("issue", corpus=graph.corpus.id, issue=issue, _anchor=f"event-{hit.id}")
    return url_for("corpus", corpus=graph.corpus.id)
