"""Write a diagram as SVG, the picture that all others are made from, or as Graphviz DOT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import InvalidInput, UnknownName
from argmap.writers.format import Format, Order, Scope

if TYPE_CHECKING:
    from argmap.rendering import Links, Picture
    from argmap.rendering.engine import EngineName

DRAWN = frozenset({Scope.CLAIM, Scope.ISSUE})
"""What a diagram can be drawn of."""


def picture(order: Order) -> Picture:
    """Draw what is ordered, to stand alone.

    Raises:
        UnknownName: No such claim, issue, account or diagram.
        InvalidInput: The diagram is drawn of something else than was ordered.
        TooLarge: There is more to draw than one picture holds.
        DrawingFailed: Graphviz is missing or refused the graph.
    """
    # Data formats share the registry with pictures, and should not wait for an engine to load.
    from argmap import rendering

    return rendering.picture(
        order.graph,
        _diagram(order),
        order.claim or order.issue,
        rendering.Options(narratives=order.narratives, depth=order.depth),
        links=_links(order),
        engine_name=_engine(order.engine),
    )


def _diagram(order: Order) -> str:
    """Name the diagram ordered, or the first that is drawn of such a thing."""
    from argmap import registry, rendering

    fitting = [each for each in rendering.DIAGRAMS if each.subject == order.scope.value]
    if not order.diagram:
        return fitting[0].name
    chosen = registry.find("diagram", rendering.DIAGRAMS, order.diagram)
    if chosen not in fitting:
        raise InvalidInput(
            f"The diagram {chosen.name!r} is drawn of one {chosen.subject}, not of one "
            f"{order.scope}."
        )
    return chosen.name


def _engine(name: str) -> EngineName:
    from argmap.rendering.engine import ENGINES

    for known in ENGINES:
        if known == name:
            return known
    raise UnknownName("Graphviz engine", name, ENGINES)


def _links(order: Order) -> Links:
    """Lead each box to its page at the address ordered; without one, boxes lead nowhere."""

    def link(kind: str, id: str) -> str | None:
        if not order.address or kind not in _PAGES:
            return None
        return f"{order.address.rstrip('/')}/{order.graph.corpus.id}/{_PAGES[kind]}/{id}"

    return link


_PAGES = {"claim": "claims", "evidence": "evidence"}


def write_svg(order: Order) -> bytes:
    """Draw what is ordered as SVG; see `picture` for what can go wrong."""
    return picture(order).svg


def write_dot(order: Order) -> bytes:
    """Write the DOT that the picture is laid out from; see `picture` for what can go wrong."""
    return picture(order).dot.encode()


SVG = Format(
    name="svg",
    title="Picture (SVG)",
    suffix="svg",
    media_type="image/svg+xml",
    scopes=DRAWN,
    write=write_svg,
    is_picture=True,
)
DOT = Format(
    name="dot",
    title="Graph for Graphviz (DOT)",
    suffix="dot",
    media_type="text/vnd.graphviz; charset=utf-8",
    scopes=DRAWN,
    write=write_dot,
    is_picture=True,
)
