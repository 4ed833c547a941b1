"""Draw a picture by typst, in the bundled font, from the same SVG as the screen: PNG, one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.core.language import t
from argmap.errors import DrawingTooLarge, InvalidInput
from argmap.writers.format import Family, Format, Order
from argmap.writers.options import Number
from argmap.writers.pictures import DRAWN, OPTIONS, alternative, picture
from argmap.writers.typesetting import Document

if TYPE_CHECKING:
    from argmap.rendering import Picture
    from argmap.rendering.preview import Preview

# Twice the 96 of a screen, so that the smallest type stays sharp when projected.
PIXELS_PER_INCH = 192
DPI = Number(
    name="dpi",
    title="Pixels to the inch",
    help="How sharp the pixels are: 96 as on a plain screen, 192 to project, 300 to print.",
    default=PIXELS_PER_INCH,
    least=36,
    most=1200,
)
WIDTH = Number(
    name="width",
    title="Width in pixels",
    help="How wide the picture is in pixels, whatever its size in print; 0 leaves it to dpi.",
    default=0,
    least=0,
    most=20_000,
)
# Of a card of 600 by 315 points.
_PREVIEW_PIXELS_PER_INCH = 144
# 60 million pixels need about 240 MB while they are drawn.
MAX_PIXELS = 60_000_000
# The PDF format's own limit on the side of a page. ISO 32000-1, annex C.2
MAX_PAGE_PT = 14_400

_PROGRAM = """\
#let page-data = json("data.json")
#set document(title: page-data.title, date: none)
#set text(font: page-data.font, lang: page-data.language, fallback: false)
#set page(width: page-data.width * 1pt, height: page-data.height * 1pt, margin: 0pt)
#image("picture.svg", width: 100%, alt: page-data.alternative)
"""


def write_png(order: Order) -> bytes:
    """Draw what is ordered as pixels, so many to the inch or so many wide; see `pictures.picture`.

    Raises:
        DrawingTooLarge: It would have more than `MAX_PIXELS` pixels.
        InvalidInput: Both a width and pixels to the inch are asked for.
    """
    if WIDTH.of(order) and DPI.name in order.chosen:
        raise InvalidInput(t("Give the width in pixels or the pixels to the inch, not both."))
    drawn = picture(order)
    to_the_inch = float(DPI.of(order))
    if WIDTH.of(order):
        to_the_inch = WIDTH.of(order) / drawn.width_pt * 72
    pixels = drawn.width_pt * drawn.height_pt * (to_the_inch / 72) ** 2
    if pixels > MAX_PIXELS:
        raise DrawingTooLarge(
            t(
                "As PNG this picture would have {count} million pixels, and at most {most} are "
                "drawn. Take SVG or PDF, or choose a smaller part.",
                count=f"{pixels / 1e6:.0f}",
                most=MAX_PIXELS // 1_000_000,
            )
        )
    return _document(drawn, order).pngs(to_the_inch)[0]


def on_one_page(order: Order) -> Document:
    """Lay out what is ordered on one page of its own size, with title and legend.

    Raises:
        DrawingTooLarge: It is larger than a page of PDF can be.
    """
    drawn = picture(order)
    if max(drawn.width_pt, drawn.height_pt) > MAX_PAGE_PT:
        raise DrawingTooLarge(
            t(
                "This picture is larger than a page of PDF can be. Take SVG, or choose a smaller "
                "part."
            )
        )
    return _document(drawn, order)


def _document(drawn: Picture, order: Order) -> Document:
    """Put a picture on one page of its own size."""
    page = {
        "title": drawn.title,
        "alternative": alternative(order, drawn),
        "language": order.graph.corpus.language,
        "width": drawn.width_pt,
        "height": drawn.height_pt,
    }
    return Document(program=_PROGRAM, data=page, files={"picture.svg": drawn.svg})


def print_preview(drawn: Preview, language: str) -> bytes:
    """Draw a card for link previews as PNG, 1200 by 630 pixels.

    Raises:
        DrawingFailed: It could not be drawn.
    """
    from argmap.rendering.preview import HEIGHT_PT, WIDTH_PT

    page = {
        "title": drawn.title,
        "alternative": drawn.description,
        "language": language,
        "width": WIDTH_PT,
        "height": HEIGHT_PT,
    }
    document = Document(program=_PROGRAM, data=page, files={"picture.svg": drawn.svg})
    return document.pngs(_PREVIEW_PIXELS_PER_INCH)[0]


PNG = Format(
    name="png",
    title="Picture (PNG)",
    suffix="png",
    media_type="image/png",
    scopes=DRAWN,
    write=write_png,
    is_picture=True,
    purpose="The picture as pixels, for slides, documents and messages.",
    family=Family.DIAGRAM,
    options=(*OPTIONS, DPI, WIDTH),
    contents="map",
)
