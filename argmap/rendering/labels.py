"""Set the words of a timeline beside its marks: broken into lines, measured, and placed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.rendering import measure
from argmap.rendering.axis import Axis
from argmap.rendering.boxes import Drafter
from argmap.rendering.languages import tag_of
from argmap.rendering.markup import number, xml
from argmap.rendering.measure import Style
from argmap.rendering.moments import BAR_PT, Line, Moment
from argmap.rendering.sheet import BODY_PT, LEADING, Paint

_LABEL_LINES = 3
_LABEL_PT = 152.0
_LONG_PT = 110.0
_LONG_LABEL_PT = 300.0


class Setting:
    """A mark with its words: to its right, where these have no room to its left, else below."""

    def __init__(
        self, drafter: Drafter, axis: Axis, moment: Moment, start: float, end: float
    ) -> None:
        self.drafter = drafter
        self.moment = moment
        self.start, self.end = start, end
        self.rows = _rows(moment.lines, min(_LABEL_PT, axis.width_pt))
        wide = max(row.indent + row.width for row in self.rows)
        self.is_below = end - start > _LONG_PT
        if self.is_below:
            self.rows = _rows(moment.lines, min(_LONG_LABEL_PT, axis.width_pt))
            wide = max(row.indent + row.width for row in self.rows)
        elif end + 4 + wide <= axis.right_pt:
            self.text_x = end + 4
        elif start - 4 - wide >= axis.left_pt:
            self.text_x = start - 4 - wide
        else:
            self.is_below = True
        if self.is_below:
            self.text_x = max(min(start, axis.right_pt - wide), axis.left_pt)
        self.left = min(start, self.text_x)
        self.right = max(end, self.text_x + wide)
        lines = len(self.rows) * BODY_PT * LEADING
        self.height = lines + 3 + (BAR_PT + 4 if self.is_below else 0)

    def write(self, top: float) -> str:
        """Draw mark and words, the upper edge at a height."""
        middle = top + (BAR_PT / 2 + 1 if self.is_below else BODY_PT * LEADING / 2)
        drawn = [moved(self.moment.mark(self.start, self.end), middle)]
        y = top + (BAR_PT + 3 if self.is_below else 0) + BODY_PT * 0.96
        speech = self.drafter.speech
        for row in self.rows:
            if row.narrative:
                swatch = self.drafter.swatch(row.narrative)
                at = f"{number(self.text_x)} {number(y - 7)}"
                drawn.append(f'<g transform="translate({at})">{swatch}</g>')
            x = self.text_x + row.indent
            theirs = speech.graph.corpus.language if speech.ours else ""
            drawn.append(written(self.drafter.paint, x, y, row.text, row.style, "ink", lang=theirs))
            y += BODY_PT * LEADING
        return "".join(drawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One line of type of a label."""

    text: str
    width: float
    style: Style
    narrative: str
    indent: float


def _rows(lines: Iterable[Line], room: float) -> list[_Row]:
    """Break the lines of a label; what is longer than a label may be ends in dots.

    The whole text is the name of the link.
    """
    found = []
    for line in lines:
        indent = 14.5 if line.narrative else 0.0
        flowed = measure.flow(line.text, room - indent, BODY_PT, line.style)
        kept = [text.rstrip() for text, _ in flowed[:_LABEL_LINES]]
        if len(flowed) > _LABEL_LINES:
            kept[-1] = _shortened(kept[-1], room - indent, line.style)
        found += [
            _Row(
                text=text,
                width=measure.width_pt(text, BODY_PT, line.style),
                style=line.style,
                narrative=line.narrative if index == 0 else "",
                indent=indent,
            )
            for index, text in enumerate(kept)
        ]
    return found


def _shortened(text: str, room: float, cut: Style) -> str:
    while text and measure.width_pt(f"{text} …", BODY_PT, cut) > room:
        text = text[:-1].rstrip()
    return f"{text} …"


def moved(svg: str, y: float) -> str:
    """Put a drawing at a height."""
    return f'<g transform="translate(0 {number(y)})">{svg}</g>'


def written(
    paint: Paint, x: float, y: float, words: str, cut: Style, role: str, size_pt: float = BODY_PT,
    *, lang: str = "",
) -> str:  # fmt: skip
    """Write one line; other fonts are squeezed to the width that was measured.

    `lang` is its language, where that is not the one of what stands around it.
    """
    weight = ' font-weight="bold"' if cut == "bold" else ""
    slant = ' font-style="italic"' if cut == "italic" else ""
    size = "" if size_pt == BODY_PT else f' font-size="{number(size_pt)}"'
    width = measure.width_pt(words, size_pt, cut)
    fitted = f' textLength="{number(width)}" lengthAdjust="spacingAndGlyphs"' if width else ""
    colour = "" if role == "ink" else paint.fill(role)
    at = f'x="{number(x)}" y="{number(y)}"'
    tagged = tag_of(lang)
    return f"<text {at}{size}{fitted}{weight}{slant}{colour}{tagged}>{xml(words)}</text>"
