"""Print a picture as PNG or PDF by typst, in the bundled font, from the same SVG as the screen.

Nothing but the folder of fonts is read from the machine, and texts of the corpus reach typst as
data: they are never part of its program.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

from argmap.errors import DrawingFailed, DrawingTooLarge
from argmap.writers.format import Format, Order
from argmap.writers.pictures import DRAWN, picture

if TYPE_CHECKING:
    from argmap.rendering import Picture
    from argmap.rendering.preview import Preview

# Twice the 96 of a screen, so that the smallest type stays sharp when projected.
PIXELS_PER_INCH = 192
# Of a card of 600 by 315 points.
_PREVIEW_PIXELS_PER_INCH = 144
# 60 million pixels need about 240 MB while they are drawn.
MAX_PIXELS = 60_000_000
# The PDF format's own limit on the side of a page. ISO 32000-1, annex C.2
MAX_PAGE_PT = 14_400

_PROGRAM = b"""\
#let page-data = json("data.json")
#set document(title: page-data.title, date: none)
#set text(font: page-data.font, lang: page-data.language, fallback: false)
#set page(width: page-data.width * 1pt, height: page-data.height * 1pt, margin: 0pt)
#image("picture.svg", width: 100%, alt: page-data.alternative)
"""


def write_png(order: Order) -> bytes:
    """Draw what is ordered as pixels, `PIXELS_PER_INCH` to the inch; see `pictures.picture`.

    Raises:
        DrawingTooLarge: It would have more than `MAX_PIXELS` pixels.
    """
    drawn = picture(order)
    pixels = drawn.width_pt * drawn.height_pt * (PIXELS_PER_INCH / 72) ** 2
    if pixels > MAX_PIXELS:
        raise DrawingTooLarge(
            f"As PNG this picture would have {pixels / 1e6:.0f} million pixels, and at most "
            f"{MAX_PIXELS // 1_000_000} are drawn. Take SVG or PDF, or choose a smaller part."
        )
    return _printed(drawn, order, "png")


def write_pdf(order: Order) -> bytes:
    """Draw what is ordered on one page of its own size, as PDF/UA-1; see `pictures.picture`.

    Where the bundled font lacks a character the PDF is a plain one, since PDF/UA forbids that.
    The words are text, so they can be searched and copied; the picture has its description as
    alternative text.

    Raises:
        DrawingTooLarge: It is larger than a page of PDF can be.
    """
    drawn = picture(order)
    if max(drawn.width_pt, drawn.height_pt) > MAX_PAGE_PT:
        raise DrawingTooLarge(
            "This picture is larger than a page of PDF can be. Take SVG, or choose a smaller part."
        )
    return _printed(drawn, order, "pdf")


def _printed(drawn: Picture, order: Order, form: Literal["png", "pdf"]) -> bytes:
    # Only who prints pays for loading the typesetter.
    from fontpkg_pt_sans import FAMILY

    page = {
        "title": drawn.title,
        "alternative": f"{drawn.title}. {drawn.description}",
        # Typst has the language alone, without script or country.
        "language": order.graph.corpus.language.partition("-")[0],
        "font": FAMILY,
        "width": drawn.width_pt,
        "height": drawn.height_pt,
    }
    files = {
        "main.typ": _PROGRAM,
        "data.json": json.dumps(page, ensure_ascii=False).encode(),
        "picture.svg": drawn.svg,
    }
    if form == "png":
        return _compiled(files, form, None)
    try:
        return _compiled(files, form, "ua-1")
    except DrawingFailed:
        # PDF/UA demands a glyph for every character, and the bundled font lacks emoji, say.
        return _compiled(files, form, None)


def print_preview(drawn: Preview, language: str) -> bytes:
    """Draw a card for link previews as PNG, 1200 by 630 pixels.

    Raises:
        DrawingFailed: It could not be drawn.
    """
    from fontpkg_pt_sans import FAMILY

    from argmap.rendering.preview import HEIGHT_PT, WIDTH_PT

    page = {
        "title": drawn.title,
        "alternative": drawn.description,
        "language": language.partition("-")[0],
        "font": FAMILY,
        "width": WIDTH_PT,
        "height": HEIGHT_PT,
    }
    files = {
        "main.typ": _PROGRAM,
        "data.json": json.dumps(page, ensure_ascii=False).encode(),
        "picture.svg": drawn.svg,
    }
    return _compiled(files, "png", None, pixels_per_inch=_PREVIEW_PIXELS_PER_INCH)


def _compiled(
    files: dict[str, bytes],
    form: Literal["png", "pdf"],
    standard: Literal["ua-1"] | None,
    *,
    pixels_per_inch: int = PIXELS_PER_INCH,
) -> bytes:
    import typst
    from fontpkg_pt_sans import ROOT

    try:
        content: bytes = typst.compile(
            files,  # type: ignore[call-overload]  # its stub forgets that several may be given
            format=form,
            ppi=pixels_per_inch if form == "png" else None,
            pdf_standards=standard,
            font_paths=[str(ROOT / "files")],
            ignore_system_fonts=True,
        )
    except typst.TypstError as error:
        raise DrawingFailed(f"The picture could not be printed: {error.message}") from error
    return content


PNG = Format(
    name="png",
    title="Picture (PNG)",
    suffix="png",
    media_type="image/png",
    scopes=DRAWN,
    write=write_png,
    is_picture=True,
)
PDF = Format(
    name="pdf",
    title="Picture to print (PDF)",
    suffix="pdf",
    media_type="application/pdf",
    scopes=DRAWN,
    write=write_pdf,
    is_picture=True,
)
