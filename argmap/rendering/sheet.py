"""Set the type of one box: paragraphs, rows of marks and rules, from the top down."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from argmap.rendering import measure, style
from argmap.rendering.markup import escaped, number, xml
from argmap.rendering.measure import Style

BODY_PT = 9.0
SMALL_PT = 8.0
LEADING = 1.26
PAD_PT = 8.0
BAND_PT = 7.0
MARK_PT = 14.5


# Hundreds or thousands of these are made for one picture: tuples are quickest.
class Run(NamedTuple):
    """A stretch of text in one style; `role` is its colour, `language` given if it differs."""

    text: str
    style: Style = "regular"
    role: str = "ink"
    language: str = ""


class Tag(NamedTuple):
    """A small mark with a word or two beside it; `mark` is SVG in a box of 11 by 8 points."""

    mark: str
    runs: tuple[Run, ...]


class Box(NamedTuple):
    """A box ready to be placed.

    `write` gives its SVG with the upper left corner at 0,0; `lines` has the same as plain text
    for the DOT; `name` is its node. `say` gives what a screen reader says, `href` may be empty,
    and `classes`, `data` are hooks for style sheets and scripts. `looks` has the colour role and
    the hatch of each voice in its band, from the top. `strips_pt` is how much of the
    height are strips above and below.
    """

    name: str
    kind: str
    width_pt: float
    height_pt: float
    write: Callable[[], str]
    lines: Sequence[str]
    say: Callable[[], str]
    href: str | None
    classes: str
    data: tuple[tuple[str, str], ...] = ()
    looks: tuple[tuple[str, style.Hatch], ...] = ()
    strips_pt: float = 0

    @property
    def label(self) -> str:
        """What a screen reader says; put together while the picture is laid out."""
        return self.say()

    @property
    def inner_pt(self) -> float:
        """How high it is without the strips that say where cut lines go on."""
        return self.height_pt - self.strips_pt


class _Row(NamedTuple):
    """A line of type at its place, each of its spans with its look.

    Like all that is heavy to write, it is written when the layout is under way.
    """

    spans: list[tuple[str, str]]
    left_pt: float
    y: float
    long_pt: float
    size_pt: float

    def __str__(self) -> str:
        spans, left, y, long, size_pt = self
        size = "" if size_pt == BODY_PT else f' font-size="{size_pt:.1f}"'
        # Other fonts are squeezed to the width that was measured, and stay in the box.
        fitted = f' textLength="{long:.1f}" lengthAdjust="spacingAndGlyphs"' if long >= 1 else ""
        inside = "".join([f"<tspan{look}>{escaped(text)}</tspan>" for look, text in spans])
        return f'<text x="{left:.1f}" y="{y:.1f}"{size}{fitted}>{inside}</text>'


class _Rule(NamedTuple):
    """A hairline at its place."""

    left_pt: float
    right_pt: float
    y: float
    stroke: str

    def __str__(self) -> str:
        left, right, y, stroke = self
        return f'<path d="M{left:.1f} {y:.1f}H{right:.1f}" stroke-width="0.6"{stroke}/>'


_Part = str | _Row | _Rule


class Paint:
    """Give shapes their colours, in one palette, with ids of one drawing.

    Colours are attributes, so that a picture stands alone, and classes, so that a page's style
    sheet can change them.
    """

    def __init__(self, palette: style.Palette, prefix: str) -> None:
        self.prefix = prefix
        self._roles = style.roles(palette)
        self._fills = {r: f' class="f-{r}" fill="{c}"' for r, c in self._roles.items()}
        self._strokes = {r: f' class="s-{r}" stroke="{c}"' for r, c in self._roles.items()}
        self._definitions: dict[str, str] = {}
        self._drawn: dict[Hashable, str] = {}
        self._looks: dict[tuple[Style, str, str], str] = {}
        self.tags_set: dict[Hashable, tuple[tuple[_Part, ...], tuple[str, ...], float]] = {}

    @property
    def definitions(self) -> str:
        """All that was defined while drawing, in order."""
        return "".join(self._definitions.values())

    def again(self, name: Hashable, draw: Callable[[Paint], str]) -> str:
        """Draw something once and give the same SVG each time.

        Not `<use>`: browsers do not apply a page's scoped colours to what it refers to.
        """
        if name not in self._drawn:
            self._drawn[name] = draw(self)
        return self._drawn[name]

    def hatched(self, hatch: style.Hatch) -> str:
        """Return the attribute of a shape filled with a hatch."""
        name = f"hatch-{hatch}"
        if name not in self._definitions:
            self._definitions[name] = _pattern(self, hatch)
        return f' fill="url(#{self.prefix}{name})"'

    def fill(self, role: str) -> str:
        """Return the attributes of a filled shape or of text."""
        return self._fills[role]

    def stroke(self, role: str) -> str:
        """Return the attributes of a line."""
        return self._strokes[role]

    def both(self, fill: str, stroke: str) -> str:
        """Return the attributes of a filled and outlined shape."""
        return (
            f' class="f-{fill} s-{stroke}" fill="{self._roles[fill]}"'
            f' stroke="{self._roles[stroke]}"'
        )

    def look(self, run: Run) -> str:
        """Return the attributes of text in the style, the colour and the language of a run."""
        alike = run[1:]
        if (look := self._looks.get(alike)) is None:
            look = self._looks[alike] = self._look(run)
        return look

    def _look(self, run: Run) -> str:
        weight = ' font-weight="bold"' if run.style.startswith("bold") else ""
        slant = ' font-style="italic"' if run.style.endswith("italic") else ""
        language = f' xml:lang="{xml(run.language)}"' if run.language else ""
        # The map as a whole is set in ink.
        colour = "" if run.role == "ink" else self.fill(run.role)
        return weight + slant + language + colour

    def colour(self, role: str) -> str:
        """Return the bare colour of a role."""
        return self._roles[role]


class Sheet:
    """Collect the content of a box of a given width; its height follows.

    Args:
        paint: Colours and ids.
        width_pt: The outer width.
        left_pt: Where the text begins, from the left edge.
        right_pt: How much is kept free at the right edge.
        top_pt: Where the first line begins.
    """

    __slots__ = ("_parts", "left_pt", "lines", "paint", "right_pt", "width_pt", "y")

    def __init__(
        self,
        paint: Paint,
        width_pt: float,
        *,
        left_pt: float = PAD_PT,
        right_pt: float = PAD_PT,
        top_pt: float = PAD_PT - 1.5,
    ) -> None:
        self.paint = paint
        self.width_pt = width_pt
        self.left_pt = left_pt
        self.right_pt = right_pt
        self.y = top_pt
        self.lines: list[str] = []
        self._parts: list[_Part] = []

    @property
    def parts(self) -> list[str]:
        """The SVG of all that was set, piece by piece."""
        return [str(part) for part in self._parts]

    def paragraph(
        self, runs: Sequence[Run], size_pt: float = BODY_PT, *, more_right: float = 0
    ) -> None:
        """Set runs of text one after the other, breaking lines where they end."""
        width = self.width_pt - self.left_pt - self.right_pt - more_right
        text, long_pt = "", 0.0
        spans: list[tuple[str, str]] = []
        for run in runs:
            start = long_pt + measure.width_pt(" ", size_pt, run.style) if text else 0.0
            look = self.paint.look(run)
            lines = measure.flow(run.text, width, size_pt, run.style, first_pt=start)
            for index, (line, line_pt) in enumerate(lines):
                if index:
                    self._set(text, spans, long_pt, size_pt)
                    text, spans, long_pt, start = "", [], 0.0, 0.0
                if line:
                    long_pt = start + line_pt
                # The space is inside the span, for typst stretches text that stands beside spans.
                spaced = f" {line}" if text else line
                text += spaced
                spans.append((look, spaced))
        if text:
            self._set(text, spans, long_pt, size_pt)

    def _set(self, text: str, spans: list[tuple[str, str]], long_pt: float, size_pt: float) -> None:
        if text:
            y = self.y + size_pt * 0.96
            self._parts.append(_Row(spans, self.left_pt, y, long_pt, size_pt))
        self.lines.append(text)
        self.y += size_pt * LEADING

    def tags(self, tags: Iterable[Tag], size_pt: float = SMALL_PT, *, gap_pt: float = 10) -> None:
        """Set marks with words in a row, as many as fit, then in further rows."""
        room = self.width_pt - self.left_pt - self.right_pt
        row = size_pt * LEADING + 0.8
        top, x = self.y, 0.0
        for tag in tags:
            words = sum(measure.width_pt(f"{r.text} ", size_pt, r.style) for r in tag.runs)
            if x and x + MARK_PT + words > room:
                top, x = self.y, 0.0
            self.y = top
            said = len(self.lines)
            self.tag(tag, size_pt, x)
            if x:
                self.lines[said - 1 :] = ["   ".join(self.lines[said - 1 :])]
            self.y = max(self.y, top + row)
            x += MARK_PT + words + gap_pt

    def tag(self, tag: Tag, size_pt: float = SMALL_PT, x: float = 0, more_right: float = 0) -> None:
        """Set a mark and the words beside it, in several lines if need be."""
        left = self.left_pt
        place = (tag, size_pt, left + x, self.y, self.width_pt - self.right_pt - more_right)
        # The same few tags stand at the same places of one box after another.
        if (kept := self.paint.tags_set.get(place)) is None:
            parts, lines = len(self._parts), len(self.lines)
            at = f"{number(left + x)} {number(self.y + size_pt * 0.96 - 6.9)}"
            self._parts.append(f'<g transform="translate({at})">{tag.mark}</g>')
            self.left_pt = left + x + MARK_PT
            self.paragraph(tag.runs, size_pt, more_right=more_right)
            self.left_pt = left
            self._parts[parts:] = map(str, self._parts[parts:])
            kept = (tuple(self._parts[parts:]), tuple(self.lines[lines:]), self.y)
            self.paint.tags_set[place] = kept
        else:
            self._parts += kept[0]
            self.lines += kept[1]
            self.y = kept[2]

    def rule(self) -> None:
        """Draw a hairline across the text."""
        self.y += 2.5
        right = self.width_pt - self.right_pt
        self._parts.append(_Rule(self.left_pt, right, self.y, self.paint.stroke("rule")))
        self.y += 2.5

    def space(self, height_pt: float) -> None:
        """Leave some room."""
        self.y += height_pt

    @property
    def height_pt(self) -> float:
        """The outer height of a box around what was set so far."""
        return self.y + PAD_PT - 1.5


def _pattern(paint: Paint, hatch: style.Hatch) -> str:
    line = f'stroke-width="0.75" stroke-opacity="0.62" fill="none"{paint.stroke("hatch")}'
    drawn = {
        "rising": f'<path d="M-1 2.5L2.5 -1M-1 5.5L5.5 -1M0.5 7L7 0.5M3.5 7L7 3.5" {line}/>',
        "falling": f'<path d="M3.5 -1L7 2.5M0.5 -1L7 5.5M-1 0.5L5.5 7M-1 3.5L2.5 7" {line}/>',
        "dots": f'<circle cx="1.5" cy="1.5" r="0.85" fill-opacity="0.7"{paint.fill("hatch")}/>'
        f'<circle cx="4.5" cy="4.5" r="0.85" fill-opacity="0.7"{paint.fill("hatch")}/>',
        "upright": f'<path d="M1.5 0V6M4.5 0V6" {line}/>',
        "grid": f'<path d="M0 1.5H6M0 4.5H6M1.5 0V6M4.5 0V6" {line}/>',
        "level": f'<path d="M0 1.5H6M0 4.5H6" {line}/>',
    }
    return (
        f'<pattern id="{paint.prefix}hatch-{hatch}" width="6" height="6"'
        f' patternUnits="userSpaceOnUse">{drawn[hatch]}</pattern>'
    )
