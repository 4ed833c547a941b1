"""Make a picture of a claim or an issue, for a page or to stand alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from argmap.core import comparison, selection
from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import IssueMap, issue_map
from argmap.registry import find
from argmap.rendering import engine, frame, lanes, svg, tree
from argmap.rendering.boxes import Drafter, Links
from argmap.rendering.drawing import Drawing
from argmap.rendering.engine import EngineName
from argmap.rendering.sheet import Paint
from argmap.rendering.style import PALETTES, PaletteName, scale_of
from argmap.rendering.svg import Dresser, Layout
from argmap.rendering.tree import Direction

Subject = Literal["claim", "issue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What can be chosen about a picture: the same on a page, in an address, on the command line.

    `narratives` are accounts in the order wanted (empty: all), `depth` counts steps from the
    claim (None: all; issues have none), `palette` is the kind of paper. `sources` tells whether
    boxes name the works that documents come from, and how many documents there are. `direction`
    is the way a tree grows from its claim; lanes have none. `among` are the claims of an issue
    that alone are compared (empty: all); a tree has all of its own. `narrow` is how wide the boxes
    of lanes are, as a part of their usual width, to fit paper.
    """

    narratives: tuple[str, ...] = ()
    depth: int | None = selection.DEFAULT_DEPTH
    palette: PaletteName = "colour"
    sources: bool = True
    direction: Direction = "across"
    among: tuple[str, ...] = ()
    narrow: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A finished picture and what it was made from.

    `written` is the SVG as text; `width_pt` and `height_pt` are its natural size, in which no
    text is under 8 pt. `layout` is where Graphviz put the parts of the drawing.
    """

    written: str
    width_pt: float
    height_pt: float
    title: str
    description: str
    options: Options
    drawing: Drawing = field(repr=False)
    layout: Layout = field(repr=False)

    @property
    def svg(self) -> bytes:
        """The SVG as a file holds it, in UTF-8."""
        return self.written.encode()

    @property
    def dot(self) -> str:
        """The DOT with the whole text of each box; any Graphviz can draw it."""
        return self.drawing.dot(labelled=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A kind of diagram: what people call it, what it is drawn of, and who designs it."""

    name: str
    title: str
    subject: Subject
    design: Callable[[ArgumentGraph, str, Options, Paint, Links], Drawing]


def select_tree(graph: ArgumentGraph, claim_id: str, options: Options) -> selection.ClaimTree:
    """Select what an argument tree with these options shows.

    Raises:
        UnknownName: No such claim or account.
    """
    return selection.claim_tree(graph, claim_id, depth=options.depth, narratives=options.narratives)


def _tree(
    graph: ArgumentGraph, claim_id: str, options: Options, paint: Paint, links: Links
) -> Drawing:
    drafter = drafter_of(graph, options, paint, links)
    selected = select_tree(graph, claim_id, options)
    return tree.draw(graph, selected, drafter, direction=options.direction)


def select_lanes(
    graph: ArgumentGraph, issue_id: str, options: Options
) -> tuple[IssueMap, comparison.Comparison]:
    """Select what the lanes with these options show, and how the accounts compare on it.

    Raises:
        UnknownName: No such issue or account.
        TooLarge: The issue has more claims than are drawn.
    """
    chosen = issue_map(graph, issue_id, narratives=options.narratives, among=options.among)
    compared = comparison.compare(graph, options.narratives, issue=issue_id)
    if options.among:
        rows = tuple(row for row in compared.rows if row.claim.id in options.among)
        compared = replace(compared, rows=rows)
    return chosen, compared


def _lanes(
    graph: ArgumentGraph, issue_id: str, options: Options, paint: Paint, links: Links
) -> Drawing:
    chosen, compared = select_lanes(graph, issue_id, options)
    drafter = drafter_of(graph, options, paint, links)
    return lanes.draw(graph, chosen, compared, drafter, narrow=options.narrow)


def drafter_of(
    graph: ArgumentGraph, options: Options, paint: Paint, links: Links | None = None
) -> Drafter:
    """Give who makes the boxes of a drawing with these options.

    Raises:
        UnknownName: No such account.
    """
    narratives = graph.choose_accounts(options.narratives)
    return Drafter(graph, paint, narratives, links or no_links, sources=options.sources)


DIAGRAMS = (
    Diagram(name="tree", title="Argument tree", subject="claim", design=_tree),
    Diagram(name="lanes", title="Comparison in lanes", subject="issue", design=_lanes),
)


def no_links(kind: str, id: str) -> str | None:
    """Leave every box without a link."""
    return None


def picture(
    graph: ArgumentGraph,
    diagram: str,
    subject_id: str,
    options: Options | None = None,
    *,
    links: Links = no_links,
    embedded: bool = False,
    engine_name: EngineName = "auto",
    prefix: str = "",
) -> Picture:
    """Draw a diagram.

    Args:
        graph: The corpus.
        diagram: The name of one of `DIAGRAMS`.
        subject_id: The id of a claim or an issue, whichever the diagram is drawn of.
        options: What was chosen; None for the defaults.
        links: The address of each record; by default boxes are no links.
        embedded: Whether a page holds it that shows title, legend and licence itself; if not,
            they are part of the picture.
        engine_name: How Graphviz is run.
        prefix: What element ids begin with; by default the diagram's name and the subject's id,
            so that different pictures on a page do not clash.

    Returns:
        The picture. The same arguments give the same bytes, in any process on any machine with
        the same engine.

    Raises:
        UnknownName: No such diagram, claim, issue or account.
        TooLarge, DrawingTooLarge: There is more to draw than one picture can hold.
        EngineMissing: Graphviz is not installed; says what to install.
        DrawingFailed: Graphviz refused the graph.
    """
    options = options or Options()
    drawing = _design(graph, diagram, subject_id, options, links, prefix)
    laid_out = engine.start(drawing.dot(labelled=False), drawing.layout, engine_name)
    boxes = svg.write_boxes(drawing)
    layout = svg.read(laid_out.result(), drawing)
    around = None
    if not embedded:
        drafter = Drafter(graph, drawing.paint, options.narratives, links)
        around = frame.around(graph, drawing, drafter, svg.extent(drawing, layout)[2])
    return _finished(drawing, boxes, layout, around, options, scale_of(options.palette))


def legend(graph: ArgumentGraph, drawn: Picture, width_pt: float) -> frame.Legend:
    """Set what explains a picture that was drawn without it, to stand on the same paper.

    Args:
        graph: The corpus.
        drawn: The picture.
        width_pt: How wide the legend may be.
    """
    drafter = drafter_of(graph, drawn.options, drawn.drawing.paint)
    scale = scale_of(drawn.options.palette)
    return frame.legend(graph, drawn.drawing, drafter, width_pt, scale)


def tree_prefix(claim_id: str) -> str:
    """Return what the ids of all elements of a claim's tree begin with on a page."""
    return f"tree-{claim_id}-"


def begin_tree(
    graph: ArgumentGraph,
    selected: selection.ClaimTree,
    options: Options,
    *,
    dresser: Dresser = svg.as_drafted,
    engine_name: EngineName = "auto",
) -> Callable[[], Picture]:
    """Begin an argument tree for a page: Graphviz lays it out while the caller makes the rest.

    Args:
        graph: The corpus.
        selected: What the tree shows; the page needs it too.
        options: What was chosen; what is shown is in `selected` already.
        dresser: The address of each box and what else the page adds to it.
        engine_name: How Graphviz is run.

    Returns:
        What waits for the layout and gives the picture, the same that `picture` gives if it is
        embedded. It raises what comes up in the layout; all else is raised here.
    """
    paint = paint_of(options, tree_prefix(selected.root.id))
    drafter = drafter_of(graph, options, paint, no_links)
    drawing = tree.draw(graph, selected, drafter, direction=options.direction)
    laid_out = engine.start(drawing.dot(labelled=False), drawing.layout, engine_name)
    boxes = svg.write_boxes(drawing, dresser)
    return lambda: _finished(drawing, boxes, svg.read(laid_out.result(), drawing), None, options)


def _design(
    graph: ArgumentGraph,
    diagram: str,
    subject_id: str,
    options: Options,
    links: Links,
    prefix: str,
) -> Drawing:
    kind = find("diagram", DIAGRAMS, diagram)
    paint = paint_of(options, prefix or f"{diagram}-{subject_id}-")
    return kind.design(graph, subject_id, options, paint, links)


def paint_of(options: Options, prefix: str) -> Paint:
    """Give the colours that were chosen, for a drawing whose ids begin with a prefix."""
    return Paint(PALETTES[options.palette], prefix)


def _finished(
    drawing: Drawing,
    boxes: dict[str, tuple[str, str]],
    layout: svg.Layout,
    around: svg.Frame | None,
    options: Options,
    scale: float = 1.0,
) -> Picture:
    written, width, height = svg.write(drawing, boxes, layout, around, scale=scale)
    return Picture(
        written=written,
        width_pt=width,
        height_pt=height,
        title=drawing.title,
        description=drawing.description,
        options=options,
        drawing=drawing,
        layout=layout,
    )
