"""Make a map that is too large for its paper into an overview and pages at reading size.

Pages are designed anew and not cut out of the large picture, so that none is half empty and every
box is whole. What was one line is two references: each names the other's page and box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.tongues import spoken_beside
from argmap.errors import DrawingTooLarge
from argmap.rendering import engine, overview, svg
from argmap.rendering.branches import Size, Spot
from argmap.rendering.cutting import Cut, cut_lanes, cut_tree
from argmap.rendering.drawing import Drawing
from argmap.rendering.engine import EngineName
from argmap.rendering.languages import as_the_corpus
from argmap.rendering.overview import Overview
from argmap.rendering.picture import (
    Options,
    Picture,
    drafter_of,
    paint_of,
    select_lanes,
    select_tree,
)
from argmap.rendering.references import References, dressed
from argmap.rendering.sheet import Box
from argmap.rendering.style import scale_of

MAX_PAGES = 200
# Nobody turns a sheet to save one page in ten.
_TURNED = 1.25
_SLACKS = (1.0, 1.08, 1.2, 1.4, 1.8, 2.5)
PartKind = Literal["page", "part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a map at reading size.

    `boxes` are by the ids that their elements have in `svg`, `numbers` the numbers they bear, in
    order, and `number_of` the same by the ids of their elements; `alternative` says all of it in
    words. `width_pt` and `height_pt` are its natural size, more than the room only where a
    single box is.
    """

    svg: bytes
    width_pt: float
    height_pt: float
    boxes: Mapping[str, Box]
    numbers: tuple[int, ...]
    number_of: Mapping[str, int]
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """A map on pages: which of the rooms offered they are made for, and the pages.

    `reading` says page by page which boxes it has, and `alternative` what the overview shows, in
    the corpus's language.
    """

    room: int
    pages: tuple[Page, ...]
    reading: tuple[str, ...]
    alternative: str
    overview: Callable[[Size], Overview]
    """Draws the whole map in small, to a width and height in points."""


def paged(
    graph: ArgumentGraph,
    whole: Picture,
    diagram: str,
    subject_id: str,
    rooms: Sequence[Size],
    *,
    kind: PartKind,
    first: int,
    engine_name: EngineName = "auto",
) -> Paged:
    """Cut a map for paper, for the first of the rooms if no other takes clearly fewer pages.

    Args:
        graph: The corpus.
        whole: The map in one picture, drawn for a page that shows title and legend itself.
        diagram: The name of one of `DIAGRAMS`; a claim and an issue may have the same id.
        subject_id: The id of the claim or the issue.
        rooms: The width and height there is on a page, in points, for each way to hold it.
        kind: Whether references name pages or parts.
        first: The number of the first page or part at reading size.
        engine_name: How Graphviz is run.

    Raises:
        DrawingTooLarge: It would take more than `MAX_PAGES`.
        DrawingFailed: Graphviz refused a piece.
    """
    options = whole.options
    scale = scale_of(options.palette)
    scaled = [(width / scale, height / scale) for width, height in rooms]

    def cut_for(room: Size, slack: float) -> Cut:
        return _cut(graph, diagram, subject_id, options, room, slack)

    cuts = [cut_for(room, 1.0) for room in scaled]
    chosen = min(range(len(rooms)), key=lambda at: len(cuts[at].pages) * (_TURNED if at else 1.0))
    for slack in _SLACKS:
        cut = cuts[chosen] if slack == 1 else cut_for(scaled[chosen], slack)
        if len(cut.pages) > MAX_PAGES:
            raise DrawingTooLarge(
                t(
                    "On this paper the map would take more than {most} pages. Choose a smaller "
                    "depth, fewer accounts or larger paper, or one page.",
                    most=MAX_PAGES,
                )
            )
        printer = _Printer(cut, kind, first, scale, engine_name)
        if printer.fits(scaled[chosen]):
            break
    pages = tuple(printer.page(index, scaled[chosen]) for index in range(len(cut.pages)))
    areas = {
        first + index: [
            (spot.boxes, [printer.number[n] for n in spot.boxes if n in printer.number])
            for spot in spots
        ]
        for index, spots in enumerate(cut.pages)
    }
    return Paged(
        room=chosen,
        pages=pages,
        reading=tuple(overview.reading(areas, kind)),
        alternative=_of_overview(whole, areas, kind),
        overview=lambda room: overview.draw(whole, areas, printer.number, room, kind),
    )


def _of_overview(whole: Picture, areas: overview.Areas, kind: PartKind) -> str:
    """Say what the map shows, and where each part of it stands at reading size."""
    with as_the_corpus(whole.drawing.language):
        said = (wording.CONTINUES[kind]["overview"], *overview.reading(areas, kind))
    return " ".join((whole.title, wording.sentence(whole.drawing.alternative), *said))


def _cut(
    graph: ArgumentGraph, diagram: str, subject_id: str, options: Options, room: Size, slack: float
) -> Cut:
    paint = paint_of(options, f"cut-{subject_id}-")
    drafter = drafter_of(graph, options, paint)
    if diagram == "tree":
        selected = select_tree(graph, subject_id, options)
        return cut_tree(graph, selected, drafter, options.direction, _inside(room), slack)
    chosen, compared = select_lanes(graph, subject_id, options)
    return cut_lanes(graph, chosen, compared, drafter, room, options.narrow)


def _inside(room: Size) -> Size:
    margin = 2 * svg.MARGIN_PT
    return room[0] - margin, room[1] - margin


class _Printer:
    """Draw the pieces of a map that is cut, once it is known where each of them stands."""

    def __init__(
        self, cut: Cut, kind: PartKind, first: int, scale: float, engine_name: EngineName
    ) -> None:
        self.cut = cut
        self.kind = kind
        self.first = first
        self.scale = scale
        self.engine_name = engine_name
        self.paint = cut.drawing.paint
        ordered = [
            (name, first + index)
            for index, spots in enumerate(cut.pages)
            for spot in spots
            for name in spot.boxes
            if cut.drawing.boxes[name].kind != "more"
        ]
        self.number = {name: count for count, (name, _) in enumerate(ordered, 1)}
        self.page_of = dict(ordered)
        self.pieces = {
            (index, at): self._piece(spot)
            for index, spots in enumerate(cut.pages)
            for at, spot in enumerate(spots)
        }

    def _where(self, name: str) -> tuple[int, int]:
        return self.page_of[name], self.number[name]

    def _piece(self, spot: Spot) -> tuple[Drawing, svg.Layout]:
        language = spoken_beside(self.cut.drawing.language)
        said: References = self.cut.refer(self.cut.ties, set(spot.boxes), self._where, self.kind)

        def dress(box: Box) -> Box:
            if box.kind == "more":
                return box
            cut_at = said.get(box.name, ())
            return dressed(box, self.paint, self.number[box.name], cut_at, language)

        drawing = self.cut.draw(spot, dress)
        raw = engine.render(drawing.dot(labelled=False), drawing.layout, self.engine_name)
        return drawing, svg.read(raw, drawing)

    def fits(self, room: Size) -> bool:
        """Tell whether Graphviz made no piece larger than was reckoned, single boxes aside."""
        for index, spots in enumerate(self.cut.pages):
            if len(spots) > 1 or len(spots[0].boxes) > 1:
                width, height = self._extent(index)
                if width > room[0] + 0.5 or height > room[1] + 0.5 or self._overlaps(index):
                    return False
        return True

    def _frame(self, index: int, at: int) -> tuple[float, float, float, float]:
        """Give left, top, right and bottom of a piece on its page, margins left out."""
        spot = self.cut.pages[index][at]
        _, _, width, height = svg.extent(*self.pieces[index, at])
        inner = 2 * svg.MARGIN_PT
        return spot.x, spot.y, spot.x + width - inner, spot.y + height - inner

    def _extent(self, index: int) -> Size:
        frames = [self._frame(index, at) for at in range(len(self.cut.pages[index]))]
        margin = 2 * svg.MARGIN_PT
        return max(f[2] for f in frames) + margin, max(f[3] for f in frames) + margin

    def _overlaps(self, index: int) -> bool:
        frames = [self._frame(index, at) for at in range(len(self.cut.pages[index]))]
        return any(
            one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
            for at, one in enumerate(frames)
            for other in frames[:at]
        )

    def page(self, index: int, room: Size) -> Page:
        """Write one page as SVG."""
        width, height = self._extent(index)
        content: list[str] = []
        boxes: dict[str, Box] = {}
        for at, spot in enumerate(self.cut.pages[index]):
            drawing, layout = self.pieces[index, at]
            left, top, _, _ = svg.extent(drawing, layout)
            written = svg.write_boxes(drawing)
            content.append(svg.body(drawing, written, layout, spot.x - left, spot.y - top))
            boxes |= {f"{self.paint.prefix}{box.name}": box for box in drawing.boxes.values()}
        head = svg.opening(self.cut.drawing, width, height, scale=self.scale)
        names = [name for spot in self.cut.pages[index] for name in spot.boxes]
        numbers = tuple(self.number[name] for name in names if name in self.number)
        return Page(
            svg=f"{head}{''.join(content)}</svg>\n".encode(),
            width_pt=width * self.scale,
            height_pt=height * self.scale,
            boxes=boxes,
            numbers=numbers,
            number_of={
                f"{self.paint.prefix}{name}": self.number[name]
                for name in names
                if name in self.number
            },
            alternative=self._alternative(name for name in names if name in self.number),
        )

    def _alternative(self, names: Iterable[str]) -> str:
        with as_the_corpus(self.cut.drawing.language):
            return " ".join(map(self._in_words, names))

    def _in_words(self, name: str) -> str:
        """Say a box with its number, and where its lines lead."""
        box = self.cut.drawing.boxes[name]
        said = t("Box {number}: {text}", number=self.number[name], text=box.label)
        lines = [
            wording.LINE_IN_WORDS[tie.relation.value if tie.relation else "joined"].format(
                number=self.number[tie.head]
            )
            for tie in self.cut.ties
            if tie.tail == name
        ]
        return " ".join((said, *lines))
