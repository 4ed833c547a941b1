"""Hand out the picture that other sites show beside a link to a page."""

from __future__ import annotations

from flask import Response

from argmap.core.citing import Record, SideBySide
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.errors import InvalidInput
from argmap.rendering.preview import preview
from argmap.web import query
from argmap.web.cards import face_of
from argmap.web.serving import open_graph
from argmap.writers.printing import print_preview

_RECORDS = ("claim", "evidence", "source")


def show(corpus: str) -> Response:
    """Draw the card of a claim, an issue, a document, a comparison or the whole corpus."""
    graph = open_graph(corpus)
    face = face_of(graph, _asked_for(graph))
    drawn = preview(
        graph, face.title, kicker=face.kicker, standing=face.standing, narratives=face.narratives
    )
    return Response(print_preview(drawn, graph.corpus.language), content_type="image/png")


def _asked_for(graph: ArgumentGraph) -> Record | None:
    """Find the record that the address names; None where it names none."""
    named = [name for name in _RECORDS if query.text(name)]
    issue, accounts = query.issue(graph), query.chosen_narratives(graph)
    if len(named) + bool(issue or accounts) > 1:
        raise InvalidInput(
            t("Name one thing that the picture is of: a claim, an issue, a document.")
        )
    if named == ["claim"]:
        return graph.claim(query.claim(graph))
    if named == ["evidence"]:
        return query.known("evidence", lambda: graph.item(query.text("evidence")))
    if named == ["source"]:
        return query.known("source", lambda: graph.source(query.text("source")))
    if accounts:
        return SideBySide(narratives=accounts, issue=issue)
    return graph.issue(issue) if issue else None
