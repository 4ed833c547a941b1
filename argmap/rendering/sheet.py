"""Set the type of one box: paragraphs, rows of marks and rules, from the top down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.core.comparison import Group
from argmap.core.model import Relation
from argmap.rendering import measure, style
from argmap.rendering.markup import number, xml
from argmap.rendering.measure import Style

BODY_PT = 9.0
SMALL_PT = 8.0
LEADING = 1.26
PAD_PT = 8.0
BAND_PT = 7.0
MARK_PT = 14.5


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `role` is its colour, `language` given if it differs."""

    text: str
    style: Style = "regular"
    role: str = "ink"
    language: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A small mark with a word or two beside it; `mark` is SVG in a box of 11 by 8 points."""

    mark: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box ready to be placed.

    `inside` is its SVG with the upper left corner at 0,0; `lines` the same as plain text for
    the DOT; `name` its node. `label` is what a screen reader says, `href` may be empty, and
    `classes`, `data` are hooks for style sheets and scripts.
    """

    name: str
    width_pt: float
    height_pt: float
    inside: str
    lines: tuple[str, ...]
    label: str
    href: str | None
    classes: str
    data: tuple[tuple[str, str], ...] = ()


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
        self.parts: list[str] = []
        self.lines: list[str] = []

    def paragraph(self, runs: Sequence[Run], size_pt: float = BODY_PT, *, more_right: float = 0) -> None:
        """Set runs of text one after the other, breaking lines where they end."""
        width = self.width_pt - self.left_pt - self.right_pt - more_right
        leading = size_pt * LEADING
        baseline = self.y + size_pt * 0.96
        spans: list[str] = []
        plain: list[str] = [""]
        x = 0.0
        for run in runs:
            if not run.text:
                continue
            space = measure.width_pt(" ", size_pt, run.style) if x else 0.0
            lines = measure.wrap(run.text, width, size_pt, run.style, first_pt=x + space)
            for index, line in enumerate(lines):
                if index:
                    baseline, x = baseline + leading, 0.0
                    plain.append("")
                elif x:
                    x += space
                    spans.append(" ")
                    plain[-1] += " "
                if line:
                    spans.append(self._span(line, x, baseline, run))
                    plain[-1] += line
            x += measure.width_pt(lines[-1], size_pt, run.style) if lines else 0
        if spans:
            size = "" if size_pt == BODY_PT else f' font-size="{number(size_pt)}"'
            self.parts.append(f"<text{size}>{''.join(spans)}</text>")
            self.lines += plain
            self.y = baseline - size_pt * 0.96 + leading

    def _span(self, line: str, x: float, baseline: float, run: Run) -> str:
        weight = ' font-weight="bold"' if run.style.startswith("bold") else ""
        slant = ' font-style="italic"' if run.style.endswith("italic") else ""
        language = f' xml:lang="{xml(run.language)}"' if run.language else ""
        return (
            f'<tspan x="{number(self.left_pt + x)}" y="{number(baseline)}"{weight}{slant}'
            f"{language}{self.paint.fill(run.role)}>{xml(line)}</tspan>"
        )

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
        at = f"{number(left + x)} {number(self.y + size_pt * 0.96 - 6.9)}"
        self.parts.append(f'<g transform="translate({at})">{tag.mark}</g>')
        self.left_pt = left + x + MARK_PT
        self.paragraph(tag.runs, size_pt, more_right=more_right)
        self.left_pt = left

    def rule(self) -> None:
        """Draw a hairline across the text."""
        self.y += 2.5
        self.parts.append(
            f'<path d="M{number(self.left_pt)} {number(self.y)}'
            f'H{number(self.width_pt - self.right_pt)}" stroke-width="0.6"'
            f"{self.paint.stroke('rule')}/>"
        )
        self.y += 2.5

    def space(self, height_pt: float) -> None:
        """Leave some room."""
        self.y += height_pt

    @property
    def height_pt(self) -> float:
        """The outer height of a box around what was set so far."""
        return self.y + PAD_PT - 1.5


def swatch(paint: Paint, ground: str, hatch: str, width: float = 11, height: float = 8) -> str:
    """Draw a narrative's colour and hatch in a small field."""
    size = f'width="{number(width)}" height="{number(height)}"'
    return (
        f'<rect {size}{paint.fill(ground)}/>'
        f'<rect {size} fill="url(#{paint.prefix}h-{hatch})" stroke-width="0.6"'
        f"{paint.stroke('outline')}/>"
    )


def verdict_mark(paint: Paint, group: Group) -> str:
    """Draw the mark of a verdict: told apart by shape alone."""
    ink = paint.stroke("ink")
    match style.VERDICT_MARKS[group]:
        case "disc":
            return f'<circle cx="5" cy="4" r="4"{paint.fill("ink")}/>'
        case "half":
            return (
                f'<circle cx="5" cy="4" r="3.5" fill="none" stroke-width="1.1"{ink}/>'
                f'<path d="M5 0.5A3.5 3.5 0 0 0 5 7.5Z"{paint.fill("ink")}/>'
            )
        case "cross":
            return f'<path d="M1.5 0.5L8.5 7.5M8.5 0.5L1.5 7.5" stroke-width="1.9"{ink}/>'
        case "ring":
            return f'<circle cx="5" cy="4" r="3.4" fill="none" stroke-width="1.3"{ink}/>'
        case _:
            return f'<path d="M1 4H9" stroke-width="1.6"{ink}/>'


def relation_mark(paint: Paint, relation: Relation) -> str:
    """Draw a short line with the arrowhead of a relation, pointing to the left."""
    stroke = style.STROKES[relation]
    line = (
        f'fill="none" stroke-width="1.3"{paint.stroke(relation.value)}'
        + (f' stroke-dasharray="{_SHORT_DASHES[relation]}"' if stroke.dashes else "")
    )
    solid = paint.fill(relation.value)
    match relation:
        case Relation.SUPPORT:
            return f'<path d="M11 4H5" {line}/><path d="M0 4L6 1V7Z"{solid}/>'
        case Relation.REBUT:
            bar = f'<path d="M1 0.5V7.5" stroke-width="2"{paint.stroke(relation.value)}/>'
            return f'<path d="M11 4H2" {line}/>{bar}'
        case Relation.UNDERCUT:
            return f'<path d="M11 4H5" {line}/><circle cx="3" cy="4" r="2.7"{solid}/>'
        case Relation.QUALIFY:
            diamond = f'stroke-width="0.9"{paint.both("box", relation.value)}'
            return f'<path d="M11 4H6" {line}/><path d="M0.5 4L4 1.5L7.5 4L4 6.5Z" {diamond}/>'


_SHORT_DASHES = {Relation.REBUT: "3 2", Relation.UNDERCUT: "1 1.6"}


def patterns(paint: Paint, hatches: Iterable[str]) -> str:
    """Define the hatches used, under this drawing's ids."""
    line = f'stroke-width="0.75" stroke-opacity="0.62" fill="none"{paint.stroke("hatch")}'
    drawn = {
        "rising": f'<path d="M-1 5L5 -1M1.5 7.5L7.5 1.5" {line}/>',
        "falling": f'<path d="M-1 1L5 7M1.5 -1.5L7.5 4.5" {line}/>',
        "dots": f'<circle cx="1.5" cy="1.5" r="0.85" fill-opacity="0.7"{paint.fill("hatch")}/>'
        f'<circle cx="4.5" cy="4.5" r="0.85" fill-opacity="0.7"{paint.fill("hatch")}/>',
        "upright": f'<path d="M1.5 0V6M4.5 0V6" {line}/>',
        "grid": f'<path d="M0 1.5H6M0 4.5H6M1.5 0V6M4.5 0V6" {line}/>',
        "level": f'<path d="M0 1.5H6M0 4.5H6" {line}/>',
    }
    return "".join(
        f'<pattern id="{paint.prefix}h-{hatch}" width="6" height="6"'
        f' patternUnits="userSpaceOnUse">{drawn[hatch]}</pattern>'
        for hatch in dict.fromkeys(hatches)
    )
