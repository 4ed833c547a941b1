"""Write a diagram as SVG, the picture that all others are made from, or as Graphviz DOT."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from argmap.core import wording
from argmap.core.language import t
from argmap.errors import InvalidInput, UnknownName
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.options import LANGUAGE, Choice, Pick, Switch

if TYPE_CHECKING:
    from argmap.rendering import Links, Options, Picture
    from argmap.rendering.engine import EngineName
    from argmap.rendering.style import PaletteName
    from argmap.rendering.tree import Direction

DRAWN = frozenset({Scope.CLAIM, Scope.ISSUE})
"""What a diagram can be drawn of."""

NARROWEST = 0.74
"""How narrow lanes may get to fit paper, as a part of their usual width."""

PALETTE = Pick(
    name="palette",
    title="Colours",
    help="Colours, greys for a copier, strong contrast, or large print in strong contrast.",
    default="colour",
    choices=(
        Choice("colour", "Colour"),
        Choice("grey", "Grey, for a copier"),
        Choice("contrast", "High contrast"),
        Choice("large", "Large print, 14 pt and more"),
    ),
)
SOURCES = Switch(
    name="sources",
    title="Sources",
    help="Whether boxes name the works that documents come from, and count documents.",
    default=True,
)
DIRECTION = Pick(
    name="direction",
    title="Direction",
    help="Where an argument tree grows from its claim; the comparison of an issue has none.",
    default="across",
    scopes=frozenset({Scope.CLAIM.value}),
    choices=(Choice("across", "To the right"), Choice("down", "Downwards")),
)
OPTIONS = (LANGUAGE, PALETTE, SOURCES, DIRECTION)
"""What can be chosen about every picture."""


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
        diagram_of(order),
        order.claim or order.issue,
        look_of(order),
        links=_links(order),
        engine_name=engine_of(order),
    )


def bare_picture(order: Order, width_pt: float) -> Picture:
    """Draw what is ordered without title and legend, for paper that has its own; see `picture`.

    Args:
        order: What is ordered.
        width_pt: How wide the paper is between its margins. Lanes that are a little wider are
            drawn narrower; nothing is made smaller.
    """
    from argmap import rendering
    from argmap.rendering.lanes import LANE_PAD_PT

    def drawn(options: Options) -> Picture:
        return rendering.picture(
            order.graph,
            diagram_of(order),
            order.claim or order.issue,
            options,
            embedded=True,
            engine_name=engine_of(order),
        )

    options = look_of(order)
    usual = drawn(options)
    lanes_pt = sum(ground.width_pt - 2 * LANE_PAD_PT for ground in usual.drawing.grounds)
    over_pt = (usual.width_pt - width_pt) / rendering.scale_of(options.palette)
    if over_pt <= 0 or over_pt > lanes_pt * (1 - NARROWEST):
        return usual
    # A little more, since widths are written in tenths of a point.
    return drawn(replace(options, narrow=1 - (over_pt + 0.5) / lanes_pt))


def alternative(order: Order, drawn: Picture) -> str:
    """Say in place of a picture what it shows, box by box, in the corpus's language.

    It is one string, so one language is all it can have: see `rendering.languages`.
    """
    # A picture for a screen has no need of these.
    from argmap.rendering.languages import as_the_corpus
    from argmap.writers.outline import in_words

    with as_the_corpus(order.graph.corpus.language):
        said = wording.sentence(drawn.drawing.alternative)
        return f"{drawn.title} {said}\n{in_words(order)}"


def look_of(order: Order) -> Options:
    """Collect what an order says about a picture.

    Raises:
        InvalidInput: A direction is asked for, and the diagram has none.
    """
    from argmap import rendering

    if order.scope is Scope.ISSUE and DIRECTION.of(order) != DIRECTION.default:
        raise InvalidInput(
            t(
                "The comparison of an issue is drawn in lanes and has no direction; leave "
                "direction out, or choose a claim."
            )
        )
    return rendering.Options(
        narratives=order.narratives,
        depth=order.depth,
        palette=cast("PaletteName", PALETTE.of(order)),
        sources=SOURCES.of(order),
        direction=cast("Direction", DIRECTION.of(order)),
    )


def diagram_of(order: Order) -> str:
    """Name the diagram ordered, or the first that is drawn of such a thing."""
    from argmap import registry, rendering

    fitting = [each for each in rendering.DIAGRAMS if each.subject == order.scope.value]
    if not order.diagram:
        return fitting[0].name
    chosen = registry.find("diagram", rendering.DIAGRAMS, order.diagram)
    if chosen not in fitting:
        raise InvalidInput(
            t(
                "The diagram {name} shows {subject}, not {scope}.",
                name=repr(chosen.name),
                subject=wording.ONE[chosen.subject],
                scope=wording.ONE[order.scope],
            )
        )
    return chosen.name


def page_of(order: Order) -> str:
    """Give the address of the page with what is ordered; empty where no site is named."""
    if not order.address:
        return ""
    part = f"claims/{order.claim}" if order.claim else f"issues/{order.issue}"
    return f"{order.address.rstrip('/')}/{order.graph.corpus.id}/{part}"


def engine_of(order: Order) -> EngineName:
    """Return the way Graphviz is run.

    Raises:
        UnknownName: There is no such way.
    """
    from argmap.rendering.engine import ENGINES

    for known in ENGINES:
        if known == order.engine:
            return known
    raise UnknownName("Graphviz engine", order.engine, ENGINES)


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
    purpose="The picture for web pages and drawing programs, sharp at any size.",
    family=Family.DIAGRAM,
    options=OPTIONS,
    contents="map",
)
DOT = Format(
    name="dot",
    title="Graph for Graphviz (DOT)",
    suffix="dot",
    media_type="text/vnd.graphviz; charset=utf-8",
    scopes=DRAWN,
    write=write_dot,
    is_picture=True,
    purpose="The graph itself, to lay out or restyle with Graphviz.",
    family=Family.DIAGRAM,
    options=OPTIONS,
    contents="map",
)
