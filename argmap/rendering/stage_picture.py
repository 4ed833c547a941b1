"""Draw slides as SVG, with the very places and line breaks that the office program gets."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.core.model import Relation
from argmap.rendering import style
from argmap.rendering.lettering import LEADING, Lettered, Span, height_pt, lines, shortened
from argmap.rendering.markup import number, xml
from argmap.rendering.measure import printable
from argmap.rendering.sheet import Paint, Run
from argmap.rendering.stage import (
    FOOT_PT,
    HEIGHT_PT,
    ROOM_PT,
    SIDE_PT,
    WIDTH_PT,
    Link,
    Shape,
    Slide,
)
from argmap.rendering.style import FONT_FAMILY

CORNER_PT = 12.0
FOLD_PT = 18.0
FOOT_SIZE_PT = 14.0
TOLD_LINE_PT = 1.25


@dataclass(frozen=True, slots=True)
class LineLook:
    """How the line of a relation looks in office programs, which have no bar for a head.

    `dashes` are in widths of the line.
    """

    head: str
    dashes: tuple[float, ...]
    width_pt: float


LINES: Mapping[Relation, LineLook] = MappingProxyType(
    {
        Relation.SUPPORT: LineLook("triangle", (), 2.5),
        Relation.REBUT: LineLook("arrow", (4, 3), 2.5),
        Relation.UNDERCUT: LineLook("oval", (1, 1), 2.5),
        Relation.QUALIFY: LineLook("diamond", (), 1.5),
    }
)


def draw(slide: Slide, palette: style.Palette, footer: str, page: int) -> bytes:
    """Draw one slide as UTF-8 SVG of 960 by 540 points.

    Args:
        slide: What stands where.
        palette: The colours.
        footer: The words at the foot.
        page: The number of the slide, from 1.
    """
    paint = Paint(palette, "slide-")
    shapes = {shape.name: shape for shape in slide.shapes}
    drawn = [
        *(_line(paint, link, shapes) for link in slide.links),
        *(_shape(paint, shape) for shape in (slide.title, *slide.shapes)),
        _foot(paint, footer, page),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(WIDTH_PT)}pt"'
        f' height="{number(HEIGHT_PT)}pt" viewBox="0 0 {number(WIDTH_PT)} {number(HEIGHT_PT)}"'
        f' font-family="{FONT_FAMILY}"><defs>{paint.definitions}</defs>'
        f'<rect width="100%" height="100%"{paint.fill("paper")}/>'
        f"<g{paint.fill('ink')}>{''.join(drawn)}</g></svg>\n"
    ).encode()


def foot(words: str) -> str:
    """Cut the words at the foot to one line, with the number of the slide beside it."""
    text = Lettered(spans=(Span(printable(words)),), size_pt=FOOT_SIZE_PT)
    short = shortened((text,), ROOM_PT - 90, FOOT_SIZE_PT * LEADING)
    return short[0].text if short else ""


def _foot(paint: Paint, footer: str, page: int) -> str:
    at = f'y="{number(FOOT_PT + FOOT_SIZE_PT)}" font-size="{number(FOOT_SIZE_PT)}"'
    look = paint.fill("muted")
    return (
        f'<text x="{number(SIDE_PT)}" {at}{look}>{xml(footer)}</text>'
        f'<text x="{number(WIDTH_PT - SIDE_PT)}" {at}{look} text-anchor="end">{page}</text>'
    )


def _shape(paint: Paint, shape: Shape) -> str:
    drawn = _FORMS[shape.form](paint, shape)
    return drawn + _text(paint, shape)


def _outline(paint: Paint, shape: Shape) -> str:
    dots = ""
    if shape.is_dotted:
        dots = f' stroke-dasharray="{number(shape.weight_pt)} {number(shape.weight_pt * 1.5)}"'
    colours = paint.both(shape.fill, shape.line)
    return f' stroke-width="{number(shape.weight_pt)}"{dots}{colours}'


def _place(shape: Shape) -> str:
    return (
        f'x="{number(shape.left_pt)}" y="{number(shape.top_pt)}"'
        f' width="{number(shape.width_pt)}" height="{number(shape.height_pt)}"'
    )


def _round(paint: Paint, shape: Shape) -> str:
    return f'<rect {_place(shape)} rx="{number(CORNER_PT)}"{_outline(paint, shape)}/>'


def _plain(paint: Paint, shape: Shape) -> str:
    return f"<rect {_place(shape)}{_outline(paint, shape)}/>"


def _folded(paint: Paint, shape: Shape) -> str:
    left, top, right, bottom = shape.left_pt, shape.top_pt, shape.right_pt, shape.bottom_pt
    fold = FOLD_PT
    body = (
        f"M{number(left)} {number(top)}H{number(right)}V{number(bottom - fold)}"
        f"L{number(right - fold)} {number(bottom)}H{number(left)}Z"
    )
    corner = f"M{number(right)} {number(bottom - fold)}H{number(right - fold)}V{number(bottom)}Z"
    look = _outline(paint, shape)
    return f'<path d="{body}"{look}/><path d="{corner}"{look}/>'


def _band(paint: Paint, shape: Shape) -> str:
    ground = f"<rect {_place(shape)}{paint.fill(shape.fill)}/>"
    hatch = paint.hatched(shape.hatch) if shape.hatch else ' fill="none"'
    line = f' stroke-width="{number(shape.weight_pt)}"{paint.stroke(shape.line)}'
    return f"{ground}<rect {_place(shape)}{hatch}{line}/>"


def _nothing(paint: Paint, shape: Shape) -> str:
    return ""


def _mark(paint: Paint, shape: Shape) -> str:
    x, y, r = shape.at("top")[0], shape.middle_pt, shape.width_pt / 2
    ink = paint.fill(shape.line)
    line = f' fill="none" stroke-width="{number(shape.weight_pt)}"{paint.stroke(shape.line)}'
    inner = r - shape.weight_pt / 2
    ring = f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(inner)}"{line}/>'
    match shape.form:
        case "disc":
            return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}"{ink}/>'
        case "half":
            start, end = number(y - inner), number(y + inner)
            half = f"M{number(x)} {start}A{number(inner)} {number(inner)} 0 0 0 {number(x)} {end}Z"
            return f'{ring}<path d="{half}"{ink}/>'
        case "ring":
            return ring
        case "cross":
            a, b, c, d = (number(each) for each in (x - r + 2, x + r - 2, y - r + 2, y + r - 2))
            return f'<path d="M{a} {c}L{b} {d}M{b} {c}L{a} {d}"{line}/>'
        case _:
            return f'<path d="M{number(x - r + 1)} {number(y)}H{number(x + r - 1)}"{line}/>'


_FORMS: Mapping[str, Callable[[Paint, Shape], str]] = {
    "round": _round, "plain": _plain, "folded": _folded, "band": _band, "bare": _nothing,
    "disc": _mark, "half": _mark, "cross": _mark, "ring": _mark, "dash": _mark,
}  # fmt: skip


def _text(paint: Paint, shape: Shape) -> str:
    width = shape.width_pt - shape.left_inset_pt - shape.right_inset_pt
    y = shape.top_pt + shape.pad_pt
    if shape.is_centred:
        y += (shape.height_pt - 2 * shape.pad_pt - height_pt(shape.paragraphs, width)) / 2
    written = []
    for paragraph in shape.paragraphs:
        for line in lines(paragraph, width):
            spans = "".join(
                f"<tspan{paint.look(Run(span.text, span.style, span.role, span.language))}>"
                f"{xml(span.text)}</tspan>"
                for span in line
            )
            base = y + paragraph.size_pt * 0.98
            x = shape.left_pt + shape.left_inset_pt + (width / 2 if shape.is_midway else 0)
            midway = ' text-anchor="middle"' if shape.is_midway else ""
            written.append(
                f'<text x="{number(x)}" y="{number(base)}"{midway}'
                f' font-size="{number(paragraph.size_pt)}">{spans}</text>'
            )
            y += paragraph.size_pt * LEADING
        y += paragraph.after_pt
    return "".join(written)


def width_of(link: Link) -> float:
    """Tell how wide a line is: those told before are thin."""
    return LINES[link.relation].width_pt if link.is_new else TOLD_LINE_PT


def _line(paint: Paint, link: Link, shapes: Mapping[str, Shape]) -> str:
    x, y = shapes[link.start].at(link.start_side)
    to_x, to_y = shapes[link.end].at(link.end_side)
    look = LINES[link.relation]
    role = link.relation.value
    width = width_of(link)
    dashes = ""
    if look.dashes:
        lengths = " ".join(number(each * width) for each in look.dashes)
        dashes = f' stroke-dasharray="{lengths}"'
    path = f'<path d="M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}" fill="none"'
    line = f'{path} stroke-width="{number(width)}"{dashes}{paint.stroke(role)}/>'
    turn = math.degrees(math.atan2(to_y - y, to_x - x))
    head = _head(paint, look, role)
    at = f"translate({number(to_x)} {number(to_y)}) rotate({number(turn)})"
    return f'{line}<g transform="{at}">{head}</g>'


def _head(paint: Paint, look: LineLook, role: str) -> str:
    width = f' stroke-width="{number(look.width_pt)}"'
    match look.head:
        case "triangle":
            return f'<path d="M0 0L-11 -6V6Z"{paint.fill(role)}/>'
        case "arrow":
            return f'<path d="M-10 -7L0 0L-10 7" fill="none"{width}{paint.stroke(role)}/>'
        case "oval":
            return f'<circle r="5.5"{paint.fill(role)}/>'
        case _:
            return f'<path d="M0 0L-7 -5L-14 0L-7 5Z"{paint.fill(role)}/>'
