"""Put a diagram into a page, or one sentence where none can be drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from argmap import rendering
from argmap.core.graph import ArgumentGraph
from argmap.core.selection import ClaimTree
from argmap.errors import DrawingFailed, TooLarge
from argmap.web.addresses import address_of
from argmap.web.serving import serving

_WIDTHS = {"is-narrow": 300, "is-middling": 460, "is-wide": 620}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A diagram inside a page."""

    svg: Markup
    """The picture, safe to put into a page; empty where it could not be drawn."""

    size: str
    """The style-sheet class that keeps a small picture from being blown up."""

    missing: str
    """Why there is no picture and what to do; empty where there is one."""


def draw(graph: ArgumentGraph, kind: str, subject: str, options: rendering.Options) -> Drawing:
    """Draw a diagram for a page; what keeps it from being drawn never keeps the page away.

    Args:
        graph: The corpus.
        kind: The name of a diagram.
        subject: The id of the claim or issue it is drawn of.
        options: What was chosen.
    """
    return _drawn(
        lambda: rendering.picture(
            graph, kind, subject, options,
            links=links(graph), embedded=True, engine_name=serving().settings.engine,
        )
    )  # fmt: skip


def begin_tree(
    graph: ArgumentGraph, selected: ClaimTree, options: rendering.Options
) -> Callable[[], Drawing]:
    """Begin an argument tree for a page: it is laid out while the rest of the page is made.

    Args:
        graph: The corpus.
        selected: What the tree shows.
        options: What was chosen.

    Returns:
        What waits for the tree and gives it.
    """
    engine = serving().settings.engine
    try:
        picture = rendering.begin_tree(
            graph, selected, options, links=links(graph), engine_name=engine
        )
    except (DrawingFailed, TooLarge) as error:
        missing = Drawing(svg=Markup(), size="", missing=str(error))
        return lambda: missing
    return lambda: _drawn(picture)


def _drawn(finish: Callable[[], rendering.Picture]) -> Drawing:
    try:
        picture = finish()
    except (DrawingFailed, TooLarge) as error:
        return Drawing(svg=Markup(), size="", missing=str(error))
    # The one place where something is put into a page as it is: rendering escapes every text.
    svg = Markup(picture.svg.decode())
    return Drawing(svg=svg, size=_size(picture.width_pt), missing="")


def _size(width_pt: float) -> str:
    """Name the smallest of a few widths that shows a picture at no less than its own size."""
    return next((name for name, most_pt in _WIDTHS.items() if width_pt <= most_pt), "is-widest")


def links(graph: ArgumentGraph) -> rendering.Links:
    """Give the addresses of the records of a corpus, relative to this site."""

    def address(kind: str, id: str) -> str | None:
        if id in graph.claims:
            return address_of("claim", graph.corpus.id, id)
        if id in graph.evidence:
            return address_of("evidence", graph.corpus.id, id)
        bears_on = graph.target_claim(graph.argument(id)) if id in graph.arguments else None
        return address_of("claim", graph.corpus.id, bears_on.id) if bears_on else None

    return address
