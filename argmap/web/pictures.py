"""Put a diagram into a page, or one sentence where none can be drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from argmap import rendering
from argmap.core import outline
from argmap.core.comparison import Comparison
from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import issue_map
from argmap.core.outline import Line
from argmap.core.selection import ClaimTree
from argmap.core.timeline import Timeline
from argmap.errors import DrawingFailed, TooLarge
from argmap.rendering import timeline
from argmap.web.addresses import address_of
from argmap.web.serving import serving

_TIME_WIDTHS = {"for-wide": timeline.WIDE_PT, "for-narrow": timeline.NARROW_PT}
_WIDTHS = {"is-narrow": 300, "is-middling": 460, "is-wide": 620}


PICTURE = "<!--picture-->"
"""Where room is left for a picture; no text of a corpus can be it in a page, being escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A diagram inside a page."""

    svg: Markup
    """The picture, safe to put into a page; empty where it could not be drawn."""

    size: str
    """The style-sheet class that keeps a small picture from being blown up."""

    missing: str
    """Why there is no picture and what to do; empty where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePicture:
    """A stretch of time inside a page, in one width."""

    svg: Markup
    """The picture, safe to put into a page."""

    size: str
    """The style-sheet class of the screens that it is for."""

    left: float
    """Where its line begins, as a part of its width; scripts tell the time from it."""

    width: float
    """How long its line is, as a part of its width."""


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
    graph: ArgumentGraph, selected: ClaimTree, dresser: rendering.Dresser
) -> Callable[[], Drawing]:
    """Begin an argument tree for a page: it is laid out while the rest of the page is made.

    Args:
        graph: The corpus.
        selected: What the tree shows.
        dresser: The address of each box and what else the page adds to it.

    Returns:
        What waits for the tree and gives it.
    """
    engine = serving().settings.engine
    options = rendering.Options(narratives=selected.narratives)
    try:
        picture = rendering.begin_tree(
            graph, selected, options, dresser=dresser, engine_name=engine
        )
    except (DrawingFailed, TooLarge) as error:
        missing = Drawing(svg=Markup(), size="", missing=str(error))
        return lambda: missing
    return lambda: _drawn(picture)


def draw_time(
    graph: ArgumentGraph, shown: Timeline, *, links: rendering.Links, zoom: timeline.Zoom
) -> tuple[TimePicture, ...]:
    """Draw a stretch of time for a page, once for wide screens and once for narrow ones.

    Args:
        graph: The corpus.
        shown: What lies in the stretch.
        links: The addresses of events, claims and documents.
        zoom: The address of a part of the stretch.
    """
    pictures = {
        size: timeline.draw(
            graph, shown, links=links, zoom=zoom, width_pt=width_pt, prefix=f"{size}-"
        )
        for size, width_pt in _TIME_WIDTHS.items()
    }
    return tuple(
        TimePicture(
            svg=_safe(picture.svg.decode()),
            size=size,
            left=round(picture.axis.left_pt / picture.width_pt, 4),
            width=round(picture.axis.width_pt / picture.width_pt, 4),
        )
        for size, picture in pictures.items()
    )


def apart(drawing: Drawing) -> Drawing:
    """Leave room for a picture that is put into its page at the end, where there is one."""
    return replace(drawing, svg=_safe(PICTURE)) if drawing.svg else drawing


def _safe(svg: str) -> Markup:
    # The one place where something is put into a page as it is: rendering escapes every text.
    return Markup(svg)


def _drawn(finish: Callable[[], rendering.Picture]) -> Drawing:
    try:
        picture = finish()
    except (DrawingFailed, TooLarge) as error:
        return Drawing(svg=Markup(), size="", missing=str(error))
    return Drawing(svg=_safe(picture.written), size=_size(picture.width_pt), missing="")


def in_words(graph: ArgumentGraph, comparison: Comparison, issue: str) -> tuple[Line, ...]:
    """Give the comparison diagram of an issue in words; nothing where it is too large.

    Args:
        graph: The corpus.
        comparison: The claims of the issue that the diagram has, compared.
        issue: The issue's id.
    """
    among = [row.claim.id for row in comparison.rows]
    try:
        selection = issue_map(graph, issue, narratives=comparison.narratives, among=among)
    except TooLarge:
        return ()  # the table has every claim
    return outline.of_issue(graph, selection, comparison)


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
