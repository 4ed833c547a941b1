"""Say what can be chosen about paper, and how much room a sheet of it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from argmap.core import wording
from argmap.core.language import code, t
from argmap.writers.format import Order
from argmap.writers.options import Choice, Number, Pick, Switch
from argmap.writers.pictures import PALETTE, page_of

PAPER = Pick(
    name="paper",
    title="Paper",
    help="The size of the sheets; a slide is 16:9 and lies on its side.",
    default="a4",
    choices=(
        Choice("a4", "A4"),
        Choice("letter", "Letter"),
        Choice("a3", "A3"),
        Choice("slide", "Slide, 16:9"),
    ),
)
ORIENTATION = Pick(
    name="orientation",
    title="Orientation",
    help="Which way the sheets lie; by itself, the way that takes the fewest of them.",
    default="auto",
    choices=(
        Choice("auto", "As it fits best"),
        Choice("portrait", "Portrait"),
        Choice("landscape", "Landscape"),
    ),
)
MARGIN = Number(
    name="margin",
    title="Margins in millimetres",
    help="How much is left free at the edges of the sheets.",
    default=10,
    least=5,
    most=40,
)
ONE_PAGE = Switch(
    name="one-page",
    title="All on one page",
    help="Whether the whole map stands on one page as large as itself, whatever the paper.",
    default=False,
)
SIZES_PT = {
    "a4": (595.28, 841.89),
    "letter": (612.0, 792.0),
    "a3": (841.89, 1190.55),
    "slide": (960.0, 540.0),
}
"""Width and height of each paper as it usually lies: a slide on its side, the others upright."""
SIDE_PT, TOP_PT, BOTTOM_PT = 30.0, 50.0, 46.0
"""The margins of texts: as narrow as printers can, so that a diagram fits at its reading size."""
LARGE_TOP_PT, LARGE_BOTTOM_PT = 58.0, 76.0
"""The same in large print: what stands there may need two lines."""
FRAME = """\
#let it = json("data.json")
#let runs(parts) = parts.map(p => {
  let body = if p.italic { emph(p.text) } else { p.text }
  if p.language == "" { body } else { text(lang: p.language, body) }
}).join()
// What argmap says itself, among texts of the corpus; what mixes both is runs.
#let ours(body) = text(lang: it.spoken, body)
// Which page it is of how many; to be called in a context.
#let numbered() = {
  let here = it.page.replace("{}", str(counter(page).get().first()), count: 1)
  here.replace("{}", str(counter(page).final().first()))
}
// Sheets with a head and a foot in small type.
#let running(small: none, body) = {
  set page(
    width: it.width * 1pt, height: it.height * 1pt,
    margin: (x: it.side * 1pt, top: it.top * 1pt, bottom: it.bottom * 1pt),
    header: small(grid(columns: (1fr, auto), column-gutter: 12pt, it.running, it.corpus)),
    footer: context small(grid(columns: (1fr, auto), column-gutter: 12pt, it.imprint, numbered())),
  )
  body
}
"""
"""What the typst programs of texts begin with; `frame` gives what it reads but for `running`."""
_MM_PT = 72 / 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of paper and its margins, in points."""

    width_pt: float
    height_pt: float
    side_pt: float = SIDE_PT
    top_pt: float = TOP_PT
    bottom_pt: float = BOTTOM_PT

    @property
    def room_pt(self) -> tuple[float, float]:
        """The width and height between the margins."""
        return (
            self.width_pt - 2 * self.side_pt,
            self.height_pt - self.top_pt - self.bottom_pt,
        )

    @property
    def turned(self) -> Sheet:
        """The same sheet lying the other way, its margins where they were."""
        return replace(self, width_pt=self.height_pt, height_pt=self.width_pt)


@dataclass(frozen=True, slots=True)
class Type:
    """How large the type of texts is, and that of notes, in points."""

    text_pt: float
    small_pt: float


USUAL, LARGE = Type(10.0, 8.5), Type(15.0, 14.0)


def type_of(order: Order) -> Type:
    """Give the sizes of type for what an order prints."""
    return LARGE if PALETTE.of(order) == "large" else USUAL


def imprint(order: Order) -> str:
    """Say at the foot of a sheet on what terms it is given: licence, date of revision, address."""
    return " · ".join(each for each in (terms(order), page_of(order)) if each)


def terms(order: Order) -> str:
    """Say on what terms a sheet is given and of when it is: licence, date of revision."""
    corpus = order.graph.corpus
    revised = t("revised {date}", date=corpus.revised.in_words) if corpus.revised else ""
    return " · ".join(each for each in (corpus.licence, revised) if each)


def frame(order: Order, sheet: Sheet) -> dict[str, Any]:
    """Say what stands around the text of every sheet, and its measures in points; see `FRAME`."""
    return {
        "spoken": code(),
        "corpus": order.graph.corpus.title,
        "imprint": imprint(order),
        "page": wording.HANDOUT["page"],
        "width": sheet.width_pt,
        "height": sheet.height_pt,
        "side": sheet.side_pt,
        "top": sheet.top_pt,
        "bottom": sheet.bottom_pt,
        "text-size": type_of(order).text_pt,
        "small-size": type_of(order).small_pt,
    }


def sheet(order: Order) -> Sheet:
    """Give the sheet of an order with the margins of texts, as it usually lies."""
    width, height = SIZES_PT[PAPER.of(order)]
    if type_of(order) is USUAL:
        return Sheet(width_pt=width, height_pt=height)
    return Sheet(width_pt=width, height_pt=height, top_pt=LARGE_TOP_PT, bottom_pt=LARGE_BOTTOM_PT)


def sheets(order: Order, running: Callable[[float], tuple[float, float]]) -> tuple[Sheet, ...]:
    """Give the sheets that an order may be printed on, in the order of preference.

    Args:
        order: What was ordered.
        running: Says for a width how high head and foot are, with what parts them from the rest.
    """
    width, height = SIZES_PT[PAPER.of(order)]
    margin = MARGIN.of(order) * _MM_PT
    sizes = [(width, height), (height, width)]
    if ORIENTATION.of(order) == "portrait":
        sizes = [min(sizes)]
    elif ORIENTATION.of(order) == "landscape":
        sizes = [max(sizes)]
    elif width > height:
        # A slide is for a screen, which nobody turns.
        sizes = sizes[:1]
    found = []
    for wide, high in sizes:
        head, foot = running(wide - 2 * margin)
        found.append(
            Sheet(
                width_pt=wide,
                height_pt=high,
                side_pt=margin,
                top_pt=margin + head,
                bottom_pt=margin + foot,
            )
        )
    return tuple(found)
