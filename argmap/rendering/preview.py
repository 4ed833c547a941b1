"""Draw the small card that other sites show beside a link to a page."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.core.comparison import Group
from argmap.core.graph import ArgumentGraph
from argmap.rendering import marks, measure
from argmap.rendering.boxes import Drafter
from argmap.rendering.markup import number, xml
from argmap.rendering.picture import no_links
from argmap.rendering.sheet import LEADING, Paint, Run, Sheet, Tag
from argmap.rendering.style import COLOUR, FONT_FAMILY

WIDTH_PT, HEIGHT_PT = 600.0, 315.0
"""Half of the 1200 by 630 pixels that link previews are shown in."""
_SIDE_PT = 42.0
_BAND_PT = 12.0
_TITLE_TOP_PT = 74.0
_TITLE_ROOM_PT = 138.0
_TITLE_SIZES = (34.0, 30.0, 26.0, 22.0, 19.0, 16.0)
_FOOT_PT = 250.0
_MOST_CHARS = 600
_MOST_ACCOUNTS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A finished card: UTF-8 SVG of `WIDTH_PT` by `HEIGHT_PT`, and the same in words."""

    svg: bytes
    title: str
    description: str


def preview(
    graph: ArgumentGraph,
    title: str,
    *,
    kicker: str = "",
    standing: tuple[tuple[Group, str], ...] = (),
    narratives: tuple[str, ...] = (),
) -> Preview:
    """Draw the card of a page.

    Args:
        graph: The corpus, for its title and the looks of its accounts.
        title: What the page is about; set as large as it fits, and cut only at the smallest size.
        kicker: What stands above it in small type.
        standing: Marks with their words, in their order; they say where the accounts stand.
        narratives: Ids of the accounts to name; none for all.
    """
    accounts = graph.choose_accounts(narratives)
    paint = Paint(COLOUR, "preview-")
    drafter = Drafter(graph, paint, accounts, no_links)
    sheet = Sheet(paint, WIDTH_PT, left_pt=_SIDE_PT, right_pt=_SIDE_PT, top_pt=40)
    _line(sheet, kicker or graph.corpus.title, 13, "muted")
    sheet.y = _TITLE_TOP_PT
    size, lines = _fitted(title)
    for line in lines:
        sheet.paragraph([Run(line)], size)
    sheet.y = _FOOT_PT
    sheet.rule()
    sheet.space(6)
    seen = [Tag(marks.verdict(paint, group), (Run(word, "bold"),)) for group, word in standing]
    if seen:
        sheet.tags(seen, 13, gap_pt=12)
        sheet.space(3)
    shown = accounts[:_MOST_ACCOUNTS]
    names = [Tag(drafter.swatch(id), (Run(_capital(graph.narrative(id).name)),)) for id in shown]
    sheet.tags(names, 12, gap_pt=12)
    words = ", ".join(word for _, word in standing)
    said = "; ".join(part for part in (words, *(graph.narrative(id).name for id in shown)) if part)
    band = _bands(paint, drafter, graph, accounts)
    return Preview(svg=_svg(paint, band, sheet, title), title=title, description=said)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _line(sheet: Sheet, text: str, size_pt: float, role: str) -> None:
    first, *rest = measure.wrap(text[:_MOST_CHARS], WIDTH_PT - 2 * _SIDE_PT, size_pt) or ("",)
    sheet.paragraph([Run(first.rstrip() + ("…" if rest else ""), "regular", role)], size_pt)


def _fitted(title: str) -> tuple[float, list[str]]:
    """Break a title into lines in the largest type in which it fits."""
    room = WIDTH_PT - 2 * _SIDE_PT
    text = title[:_MOST_CHARS]
    size, most, lines = 0.0, 0, ()  # type: tuple[float, int, tuple[str, ...]]
    for size in _TITLE_SIZES:
        lines = measure.wrap(text, room - size, size)
        most = int(_TITLE_ROOM_PT / (size * LEADING))
        if len(lines) <= most:
            return size, [line.rstrip() for line in lines]
    kept = [line.rstrip() for line in lines[:most]]
    return size, [*kept[:-1], f"{kept[-1]}…"]


def _bands(paint: Paint, drafter: Drafter, graph: ArgumentGraph, accounts: tuple[str, ...]) -> str:
    """Draw a strip at the top, shared out between the accounts, in colour and hatch."""
    each = WIDTH_PT / max(len(accounts), 1)
    drawn = []
    for index, id in enumerate(accounts):
        ground, hatch = drafter.look(*drafter.voices([id]))
        place = (
            f'x="{number(index * each)}" y="0" width="{number(each)}" height="{number(_BAND_PT)}"'
        )
        drawn.append(f"<rect {place}{paint.fill(ground)}/><rect {place}{paint.hatched(hatch)}/>")
    return "".join(drawn)


def _svg(paint: Paint, band: str, sheet: Sheet, title: str) -> bytes:
    size = f'width="{number(WIDTH_PT)}pt" height="{number(HEIGHT_PT)}pt"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
        f' viewBox="0 0 {number(WIDTH_PT)} {number(HEIGHT_PT)}" font-family="{FONT_FAMILY}"'
        f' font-size="9.0"><title>{xml(title)}</title><defs>{paint.definitions}</defs>'
        f'<rect width="100%" height="100%"{paint.fill("paper")}/>{band}'
        f"<g{paint.fill('ink')}>{''.join(sheet.parts)}</g></svg>\n"
    ).encode()
