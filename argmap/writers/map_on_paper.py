"""Put a map on sheets of paper, whole or cut, with title, legend, licence, date and address.

Nothing on paper is smaller than 8 pt: a map that does not fit becomes an overview and pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.core import wording
from argmap.core.tongues import ours
from argmap.writers.format import Family, Format, Order
from argmap.writers.paper import (
    FRAME,
    MARGIN,
    ONE_PAGE,
    ORIENTATION,
    PAPER,
    Sheet,
    frame,
    imprint,
    sheets,
)
from argmap.writers.pictures import (
    DRAWN,
    OPTIONS,
    alternative,
    bare_picture,
    diagram_of,
    engine_of,
    look_of,
)
from argmap.writers.printing import on_one_page
from argmap.writers.quoting import runs
from argmap.writers.typesetting import Document

if TYPE_CHECKING:
    from argmap.rendering import Picture
    from argmap.rendering.frame import Legend
    from argmap.rendering.paging import Page, Paged

MOST_ZOOM = 1.5
"""How many times larger than usual a small map is set to fill its sheet."""
_TITLE_PT, _LONG_TITLE_PT, _TEXT_PT, _SMALL_PT = 15.0, 10.0, 9.0, 8.0
_LINE = 1.32
# The number of the page at the foot with what parts it from the rest; head and foot likewise.
_NUMBERED_PT = 80.0
_APART_PT = 8.0
_HEADING_PT = 24.0
# A title takes no more of a sheet: the whole of it stands in the first box as well.
_MOST_TITLE = 0.4
# Below that the overview has a page of its own.
_LEAST_OVERVIEW = 0.35

_PROGRAM = """\
#set document(title: it.title, date: none)
#set text(
  font: it.font, lang: it.language, size: it.scale * 9pt, fallback: false, hyphenate: false,
)
#set par(leading: 0.5em, spacing: 0.6em)
#let small(body) = text(size: it.scale * 8pt, body)
#set page(
  width: it.width * 1pt, height: it.height * 1pt,
  margin: (x: it.side * 1pt, top: it.top * 1pt, bottom: it.bottom * 1pt),
  header-ascent: it.scale * 6pt, footer-descent: it.scale * 6pt,
  header: context if counter(page).get().first() > 1 { small(it.running) },
  footer: context small(grid(columns: (1fr, auto), column-gutter: 12pt, it.imprint, numbered())),
)
#show heading: set block(above: 0pt, below: it.scale * 6pt)
#show heading.where(level: 1): set text(size: it.title-size * 1pt)
#show heading.where(level: 2): set text(size: it.scale * 9pt)
#heading(level: 1, it.title)
#runs(it.description)
#v(4pt)
#for (index, drawn) in it.pictures.enumerate() {
  let content = {
    if drawn.heading != "" { heading(level: 2, ours(drawn.heading)) }
    align(center, image(drawn.file, width: drawn.width * 1pt, alt: drawn.alternative))
    if drawn.legend {
      if it.reading != "" { small(ours(it.reading)) }
      if it.legend != "" {
        ours(image("legend.svg", width: it.legend-width * 1pt, alt: it.legend))
      }
    }
  }
  if drawn.is-larger {
    page(width: drawn.page-width * 1pt, height: drawn.page-height * 1pt, content)
  } else {
    if index > 0 or drawn.apart { pagebreak(weak: true) }
    content
  }
}
"""


def write_pdf(order: Order) -> bytes:
    """Put what is ordered on paper, as PDF/UA-1; see `sheets_of`.

    Where the bundled font lacks a character the PDF is a plain one, since PDF/UA forbids that.
    The words are text, so they can be searched and copied; each picture has all its boxes in
    words as alternative text.
    """
    return sheets_of(order).pdf()


def sheets_of(order: Order) -> Document:
    """Lay out a map on paper: on one sheet where it fits, else an overview and pages.

    Raises:
        UnknownName: No such claim, issue or account.
        DrawingTooLarge: There is more to draw than can be drawn, or it takes too many pages.
        DrawingFailed: Graphviz is missing or refused the graph.
    """
    from argmap.rendering import scale_of

    if ONE_PAGE.of(order):
        return on_one_page(order)
    said = (order.graph.corpus.title, imprint(order))
    foot = _Foot(" · ".join(each for each in said if each), scale_of(look_of(order).palette))
    ways = sheets(order, foot.running)
    drawn = bare_picture(order, ways[0].room_pt[0])
    papers = [_Paper(order, drawn, sheet, foot) for sheet in ways]
    # Before a map is cut its title is set smaller.
    close = (_Paper(order, drawn, sheet, foot, _LONG_TITLE_PT) for sheet in ways)
    for paper in (*papers, *close):
        if paper.zoom >= 1:
            return paper.whole()
    pages = paged(order, drawn, [paper.room for paper in papers], "page", 2)
    return papers[pages.room].cut(pages)


def paged(
    order: Order, drawn: Picture, rooms: Sequence[tuple[float, float]], kind: Any, first: int
) -> Paged:
    """Cut a map for one of these rooms, the first if it may be; see `paging.paged`."""
    from argmap.rendering import paging

    return paging.paged(
        order.graph, drawn, diagram_of(order), order.claim or order.issue, rooms,
        kind=kind, first=first, engine_name=engine_of(order),
    )  # fmt: skip


def legend_of(order: Order, drawn: Picture, width_pt: float) -> Legend:
    """Set what explains a map, as wide as given."""
    from argmap import rendering

    return rendering.legend(order.graph, drawn, width_pt)


def _lines(text: str, width_pt: float, size_pt: float, style: Any = "regular") -> int:
    from argmap.rendering import measure

    return len(measure.wrap(text, width_pt - 2, size_pt, style))


@dataclass(frozen=True, slots=True)
class _Foot:
    """What stands at the foot of each sheet, and how many times its usual size type is."""

    text: str
    scale: float

    def running(self, width_pt: float) -> tuple[float, float]:
        """Give the heights of head and foot with what parts them from the rest."""
        size = _SMALL_PT * self.scale
        lines = _lines(self.text, width_pt - _NUMBERED_PT * self.scale, size)
        apart = _APART_PT * self.scale
        return size * _LINE + apart, max(1, lines) * size * _LINE + apart

    def head(self, title: str, width_pt: float) -> str:
        """Shorten a title to one line."""
        words = title.split()
        text = title
        while len(words) > 1 and _lines(text, width_pt, _SMALL_PT * self.scale) > 1:
            words.pop()
            text = " ".join(words) + " …"
        return text


@dataclass(frozen=True, slots=True)
class _Piece:
    """A picture on a sheet of its own, or under the title if it is the first."""

    svg: bytes
    width_pt: float
    alternative: str
    heading: str = ""
    has_legend: bool = False
    is_apart: bool = False
    over_pt: tuple[float, float] = (0.0, 0.0)
    """How much wider and higher than its sheet it is: a single box may be."""


class _Paper:
    """One way to hold the paper, and what of the map it has room for."""

    def __init__(
        self, order: Order, drawn: Picture, sheet: Sheet, foot: _Foot, title_pt: float = _TITLE_PT
    ) -> None:
        self.order = order
        self.drawn = drawn
        self.foot = foot
        self.scale = foot.scale
        self.sheet = sheet
        self.width, self.height = sheet.room_pt
        self.title, self.title_pt = self._title(title_pt * foot.scale)
        self.legend = legend_of(order, drawn, self.width)
        self.above = self._high(self.title, self.title_pt, "bold") + 6 * self.scale
        self.above += self._high(drawn.description, _TEXT_PT * self.scale) + 14

    def _high(self, text: str, size_pt: float, style: Any = "regular") -> float:
        return _lines(text, self.width, size_pt, style) * size_pt * _LINE

    def _title(self, size: float) -> tuple[str, float]:
        """Choose the size of the title, at most this, and shorten one that would leave no room."""
        text = self.drawn.title
        most = self.height * _MOST_TITLE
        if self._high(text, size, "bold") > most / 2:
            size = _LONG_TITLE_PT * self.scale
        words = text.split()
        while self._high(text, size, "bold") > most and len(words) > 1:
            words = words[: len(words) * 9 // 10]
            text = " ".join(words) + " …"
        return text, size

    @property
    def room(self) -> tuple[float, float]:
        """The width and height that a page at reading size has for its part of the map."""
        return self.width, self.height - _HEADING_PT * self.scale

    @property
    def zoom(self) -> float:
        """How many times its size the whole map may be under the title; less than 1: too large."""
        room = self.height - self.above - self.legend.height_pt - 10
        return min(self.width / self.drawn.width_pt, room / self.drawn.height_pt, MOST_ZOOM)

    def whole(self) -> Document:
        """Set the whole map on one sheet."""
        piece = _Piece(
            svg=self.drawn.svg,
            width_pt=self.drawn.width_pt * self.zoom,
            alternative=alternative(self.order, self.drawn),
            has_legend=True,
        )
        return self._document([piece], "")

    def cut(self, pages: Paged) -> Document:
        """Set the overview under the title, and a page for each part of the map."""
        reading = self._reading(pages)
        left = self.height - self.above - self._taken(reading)
        is_apart = left < self.height * _LEAST_OVERVIEW
        if is_apart:
            pages = paged(self.order, self.drawn, [self.room], "page", 3)
            reading = self._short(pages)
            left = self.height - self._taken(reading)
        overview = pages.overview((self.width, left))
        first = _Piece(
            svg=overview.svg, width_pt=overview.width_pt,
            alternative=pages.alternative,
            has_legend=True, is_apart=is_apart,
        )  # fmt: skip
        rest = [
            _Piece(page.svg, page.width_pt, page.alternative, said, over_pt=self._over(page))
            for page, said in zip(pages.pages, pages.reading, strict=True)
        ]
        return self._document([first, *rest], reading)

    @staticmethod
    def _reading(pages: Paged) -> str:
        return " ".join((wording.CONTINUES["page"]["overview"], *pages.reading))

    def _taken(self, reading: str) -> float:
        return self._high(reading, _SMALL_PT * self.scale) + self.legend.height_pt + 16

    def _short(self, pages: Paged) -> str:
        """Leave out the last pages where there are too many: each says what it has by itself."""
        text = self._reading(pages)
        said = list(pages.reading)
        while said and self._taken(text) > self.height * (1 - _LEAST_OVERVIEW):
            said.pop()
            text = " ".join((wording.CONTINUES["page"]["overview"], *said, "…"))
        return text

    def _over(self, page: Page) -> tuple[float, float]:
        width, height = self.room
        over = (page.width_pt - width, page.height_pt - height)
        return max(0.0, over[0] - 1), max(0.0, over[1] - 1)

    def _document(self, pieces: Sequence[_Piece], reading: str) -> Document:
        sheet, graph = self.sheet, self.order.graph
        data = {
            "title": self.title,
            "description": runs(ours(graph, self.drawn.description)),
            "running": self.foot.head(self.title, self.width),
            "language": graph.corpus.language,
            **frame(self.order, sheet),
            "imprint": self.foot.text,
            "scale": self.scale,
            "title-size": self.title_pt,
            "reading": reading,
            "legend": self.legend.text, "legend-width": self.legend.width_pt,
            "pictures": [
                {
                    "file": f"map-{index}.svg", "width": piece.width_pt,
                    "alternative": piece.alternative, "heading": piece.heading,
                    "legend": piece.has_legend, "apart": piece.is_apart,
                    "is-larger": any(piece.over_pt),
                    "page-width": sheet.width_pt + piece.over_pt[0],
                    "page-height": sheet.height_pt + piece.over_pt[1] + 8,
                }
                for index, piece in enumerate(pieces)
            ],
        }  # fmt: skip
        files = {f"map-{index}.svg": piece.svg for index, piece in enumerate(pieces)}
        files["legend.svg"] = self.legend.svg
        return Document(program=FRAME + _PROGRAM, data=data, files=files)


PDF = Format(
    name="pdf",
    title="Map to print (PDF)",
    suffix="pdf",
    media_type="application/pdf",
    scopes=DRAWN,
    write=write_pdf,
    is_picture=True,
    purpose="The map on paper: on one sheet, or an overview and pages at reading size.",
    family=Family.DIAGRAM,
    options=(PAPER, ORIENTATION, MARGIN, *OPTIONS, ONE_PAGE),
    contents="map",
    sheets=sheets_of,
)
