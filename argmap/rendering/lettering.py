"""Set text into boxes of slides: measure, break into lines, cut what is too long for a box.

Slides name Arial, which every office program has or replaces by letters of equal widths. It is
wider than the font that is measured; `_WIDER` makes up for that, and a little more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from argmap.rendering import measure
from argmap.rendering.measure import Style

FONT = "Arial"
LEADING = 1.2
"""The distance of lines in font sizes; the font's own is 1.15."""

# Measured on the texts of the shipped corpora: at most 1.08, 1.15, 1.13 as wide.
_WIDER: dict[Style, float] = {"regular": 1.1, "bold": 1.17, "italic": 1.15, "bold_italic": 1.22}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style; `role` is its colour, `language` given if it differs."""

    text: str
    style: Style = "regular"
    role: str = "ink"
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """A paragraph in one size; `after_pt` is the room below it."""

    spans: tuple[Span, ...]
    size_pt: float
    after_pt: float = 0.0

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


Line = tuple[Span, ...]


def lines(paragraph: Lettered, width_pt: float) -> tuple[Line, ...]:
    """Break a paragraph into lines of a width; joined they give its text again."""
    rows: list[list[Span]] = [[]]
    reached = 0.0
    for span in paragraph.spans:
        size = paragraph.size_pt * _WIDER[span.style]
        space = measure.width_pt(" ", size, span.style)
        begins = span.text[:1].isspace() and bool(rows[-1]) and not _ends_in_space(rows[-1])
        reached += space if begins else 0.0
        flowed = measure.flow(span.text, width_pt, size, span.style, first_pt=reached)
        for index, (text, long_pt) in enumerate(flowed):
            if index:
                rows.append([])
                reached = 0.0
            rows[-1].append(replace(span, text=f" {text}" if begins and not index else text))
            reached += long_pt
        if span.text[-1:].isspace() and rows[-1] and not _ends_in_space(rows[-1]):
            rows[-1].append(replace(span, text=" "))
            reached += space
    return tuple(tuple(row) for row in rows)


def _ends_in_space(row: Sequence[Span]) -> bool:
    return row[-1].text.endswith(" ")


def height_pt(paragraphs: Sequence[Lettered], width_pt: float) -> float:
    """Measure how high paragraphs are in a column; the room below the last is left out."""
    if not paragraphs:
        return 0.0
    set_pt = sum(
        len(lines(each, width_pt)) * each.size_pt * LEADING + each.after_pt for each in paragraphs
    )
    return set_pt - paragraphs[-1].after_pt


def cut(
    paragraphs: Sequence[Lettered], width_pt: float, room_pt: float, *, anywhere: bool = False
) -> tuple[tuple[Lettered, ...], tuple[Lettered, ...]]:
    """Part paragraphs between two lines: what fits a height, and what is left.

    At least one line is taken, so that whoever goes on with the rest comes to an end. A paragraph
    is kept whole where what stands before it fills half of the height, or is cut `anywhere`.
    """
    taken: list[Lettered] = []
    used = 0.0
    for index, each in enumerate(paragraphs):
        rows = lines(each, width_pt)
        fitting = int((room_pt - used + 0.01) / (each.size_pt * LEADING))
        if fitting < len(rows):
            fits_alone = len(rows) * each.size_pt * LEADING <= room_pt
            if not anywhere and used > room_pt / 2 and fits_alone:
                fitting = 0
            fitting = max(fitting, 0 if taken else 1)
            if fitting:
                taken.append(_joined(each, rows[:fitting]))
            rest = (_joined(each, rows[fitting:]),) if fitting < len(rows) else ()
            return tuple(taken), (*rest, *paragraphs[index + 1 :])
        taken.append(each)
        used += len(rows) * each.size_pt * LEADING + each.after_pt
    return tuple(taken), ()


def shared_out(
    text: tuple[Lettered, ...], width_pt: float, room_pt: float
) -> list[tuple[Lettered, ...]]:
    """Part a text into as few pieces as it takes, the last not much shorter than the others.

    Args:
        text: The paragraphs.
        width_pt: How wide they are set.
        room_pt: How high a piece may be.

    Returns:
        The pieces in their order, each with what of the paragraphs stands in it; none for no text.
    """

    def parted(high_pt: float) -> list[tuple[Lettered, ...]]:
        pieces, rest = [], text
        while rest:
            fitting, rest = cut(rest, width_pt, high_pt)
            pieces.append(fitting)
        return pieces

    pieces = parted(room_pt)
    for share in (0.9, 0.8, 0.7, 0.6, 0.5):
        shorter = parted(room_pt * share)
        if len(shorter) > len(pieces):
            break
        pieces = shorter
    return pieces


def shortened(
    paragraphs: Sequence[Lettered], width_pt: float, room_pt: float
) -> tuple[Lettered, ...]:
    """Take what fits a height, and say by an ellipsis where more was left out."""
    fitting, rest = cut(paragraphs, width_pt, room_pt, anywhere=True)
    if not rest:
        return fitting
    *spans, last = fitting[-1].spans
    most = len(lines(fitting[-1], width_pt))
    words = last.text.rstrip()
    while True:
        before, space, _ = words.rpartition(" ")
        words = before.rstrip(" ,;:") if space else words[:-1]
        end = replace(last, text=f"{words} …" if space else f"{words}…")
        short = replace(fitting[-1], spans=(*spans, end))
        if not words or len(lines(short, width_pt)) <= most:
            return (*fitting[:-1], short)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Make one span of those that follow each other in the same style, so that words are whole."""
    found: list[Span] = []
    for span in spans:
        if found and replace(found[-1], text="") == replace(span, text=""):
            found[-1] = replace(span, text=found[-1].text + span.text)
        else:
            found.append(span)
    return tuple(found)


def _joined(paragraph: Lettered, rows: Sequence[Line]) -> Lettered:
    """Make a paragraph of some lines of one, spans in the same style joined again."""
    spans = list(merged(span for row in rows for span in row))
    if spans:
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip())
    return replace(paragraph, spans=tuple(spans))
