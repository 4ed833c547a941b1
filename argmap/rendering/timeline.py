"""Draw a stretch of time: a lane for what happened, and one for each account.

Its own layout, without Graphviz: everything has its place along the line by its date, and rows
are filled from the top. A date that is a month or a year is as long as that. What finds no room
is counted, and the count leads to the part of the time in which it lies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Event, StanceKind
from argmap.core.timeline import DatedDocument, HeldClaim, Lane, Timeline
from argmap.rendering import measure
from argmap.rendering.axis import LABEL_PT, Axis
from argmap.rendering.boxes import Drafter, Links
from argmap.rendering.markup import number, xml
from argmap.rendering.measure import Style
from argmap.rendering.packing import pack
from argmap.rendering.sheet import BAND_PT, BODY_PT, LEADING, SMALL_PT, Paint
from argmap.rendering.style import FONT_FAMILY, PALETTES, PaletteName

Zoom = Callable[[range], str | None]
"""Gives the address of the timeline of some days; None leaves a count without a link."""

WIDE_PT = 960.0
NARROW_PT = 300.0
MARGIN_PT = 6.0
_MOST_LABELLED = 160
_LABEL_LINES = 3
_LABEL_PT = 152.0
_LONG_PT = 110.0
_LONG_LABEL_PT = 300.0
_UNIT_PT = 6.0
_GAP_PT = 9.0
_DOT_PT = 6.6
_DOT_ROWS = 12
_BAR_PT = 5.0
_BAR_ROW_PT = 7.4
_BAR_ROWS = 26
_EVENT_ROWS = 130
_STUB_PT = 48.0
_LABELLED_CLAIMS = 20
_LABELLED_DOCUMENTS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePicture:
    """A finished picture of a stretch of time.

    `svg` is UTF-8. `axis` says where in it the days lie, for scripts that zoom.
    """

    svg: bytes
    width_pt: float
    height_pt: float
    axis: Axis


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a label: its text, its style and colour, and whose words they are, if anyone's."""

    text: str
    style: Style = "regular"
    role: str = "ink"
    narrative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moment:
    """One thing on the line: when, how it is drawn, what it says, and where it leads.

    `mark` draws it between two places along the line, its middle at a height of 0.
    """

    kind: str
    id: str
    days: range
    label: str
    mark: Callable[[float, float], str]
    lines: tuple[_Line, ...] = ()
    href: str | None = None


@dataclass(slots=True)
class _Canvas:
    """What is drawn so far, and how far down it reaches."""

    y: float = 0.0
    parts: list[str] = field(default_factory=list)


def draw(
    graph: ArgumentGraph,
    timeline: Timeline,
    *,
    links: Links,
    zoom: Zoom,
    width_pt: float = WIDE_PT,
    palette: PaletteName = "colour",
    prefix: str = "timeline-",
) -> TimelinePicture:
    """Draw a timeline.

    Args:
        graph: The corpus.
        timeline: What is in the stretch.
        links: The address of an "event", a "claim" or an "evidence" by its id.
        zoom: The address of a part of the stretch, for counts.
        width_pt: How wide; what has no room beside another goes below it.
        palette: The kind of paper.
        prefix: What element ids begin with.

    Returns:
        The picture; the same arguments give the same bytes.

    Cost: O(items), for the rows of a lane are bounded.
    """
    return _Designer(
        graph, timeline, links, zoom, width_pt, Paint(PALETTES[palette], prefix)
    ).draw()


class _Designer:
    def __init__(
        self,
        graph: ArgumentGraph,
        timeline: Timeline,
        links: Links,
        zoom: Zoom,
        width_pt: float,
        paint: Paint,
    ) -> None:
        self.graph = graph
        self.timeline = timeline
        self.links = links
        self.zoom = zoom
        self.width_pt = width_pt
        self.paint = paint
        self.drafter = Drafter(graph, paint, timeline.narratives, links)
        inset = MARGIN_PT + BAND_PT + 5
        self.axis = Axis(
            days=timeline.stretch.days, left_pt=inset, width_pt=width_pt - inset - MARGIN_PT - 4
        )
        self.canvas = _Canvas()
        self.grounds: list[str] = []
        lanes = timeline.lanes
        self.says_claims = max((len(e.claims) for e in lanes), default=0) <= _LABELLED_CLAIMS
        most = max((len(each.documents) for each in lanes), default=0)
        self.says_documents = most <= _LABELLED_DOCUMENTS

    def draw(self) -> TimelinePicture:
        canvas = self.canvas
        canvas.y = MARGIN_PT + LABEL_PT + 8
        top = canvas.y - 5
        self.events()
        for lane in self.timeline.lanes:
            self.lane(lane)
        bottom = canvas.y
        height = bottom + LABEL_PT + 8
        grid = self.grid(top, bottom)
        svg = self.whole("".join([*self.grounds, grid, *canvas.parts]), height)
        return TimelinePicture(
            svg=svg.encode(), width_pt=self.width_pt, height_pt=height, axis=self.axis
        )

    def whole(self, inside: str, height: float) -> str:
        prefix, ink = xml(self.paint.prefix), self.paint.fill("ink")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg"'
            f' viewBox="0 0 {number(self.width_pt)} {number(height)}" class="argmap-picture"'
            f' role="graphics-document document" aria-labelledby="{prefix}title {prefix}desc"'
            f' xml:lang="{xml(self.graph.corpus.language)}" font-family="{FONT_FAMILY}"'
            f' font-size="{number(BODY_PT)}">'
            f'<title id="{prefix}title">{xml(wording.timeline_title(self.timeline))}</title>'
            f'<desc id="{prefix}desc">{xml(wording.timeline_sentence(self.timeline))}</desc>'
            f"<defs>{self.paint.definitions}</defs><g{ink}>{inside}</g></svg>\n"
        )

    def grid(self, top: float, bottom: float) -> str:
        """Draw the lines of the dates, with their words above and below."""
        drawn = []
        for tick in self.axis.ticks():
            x = number(tick.x)
            line = f'stroke-width="0.6"{self.paint.stroke("rule")}'
            drawn.append(f'<path d="M{x} {number(top)}V{number(bottom)}" {line}/>')
            for y in (top - 3, bottom + LABEL_PT + 2) if tick.words else ():
                drawn.append(self.text(tick.x, y, tick.words, "regular", "muted", LABEL_PT))
        return f'<g aria-hidden="true">{"".join(drawn)}</g>'

    def events(self) -> None:
        """Draw what happened, with its name beside it as long as there is room."""
        self.canvas.y += 4
        self.heading(wording.events(), len(self.timeline.events))
        self.opened("events", wording.events())
        moments = [self.event(each) for each in self.timeline.events]
        self.labelled(moments, most_rows=_EVENT_ROWS)
        self.closed()
        self.canvas.y += 8

    def lane(self, lane: Lane) -> None:
        """Draw an account: its claims as bars, its documents as marks."""
        canvas, top = self.canvas, self.canvas.y
        canvas.y += 5
        name = self.graph.narrative(lane.narrative).name
        self.heading(name[:1].upper() + name[1:])
        self.opened("account", name)
        self.section(
            wording.timeline_claims(),
            [self.claim(lane.narrative, each) for each in lane.claims],
            is_said=self.says_claims,
            row_pt=_BAR_ROW_PT,
            most_rows=_BAR_ROWS,
        )
        self.section(
            wording.timeline_documents(),
            [self.document(lane.narrative, each) for each in lane.documents],
            is_said=self.says_documents,
            row_pt=_DOT_PT + 1.6,
            most_rows=_DOT_ROWS,
        )
        self.closed()
        self.ground(lane.narrative, top, canvas.y)
        canvas.y += 8

    def section(
        self,
        title: str,
        moments: Sequence[_Moment],
        *,
        is_said: bool,
        row_pt: float,
        most_rows: int,
    ) -> None:
        if not moments:
            return
        counted = f"{title} ({len(moments)})"
        y = self.canvas.y + SMALL_PT
        self.put(self.text(self.axis.left_pt, y, counted, "regular", "muted", SMALL_PT))
        self.canvas.y += SMALL_PT * LEADING + 3
        if is_said:
            self.labelled(moments, most_rows=_EVENT_ROWS)
        else:
            self.dense(moments, row_pt=row_pt, most_rows=most_rows)
        self.canvas.y += 6

    def ground(self, narrative: str, top: float, bottom: float) -> None:
        """Lay an account's colour under its lane, and its hatch at the edge."""
        colour, hatch = self.drafter.look(narrative)
        at = f'x="{number(MARGIN_PT)}" y="{number(top)}" height="{number(bottom - top)}"'
        width = number(self.width_pt - 2 * MARGIN_PT)
        wash = f"wash-{colour.removeprefix('account-')}"
        self.grounds.append(f'<rect {at} width="{width}"{self.paint.fill(wash)}/>')
        for fill in (self.paint.fill(colour), self.paint.hatched(hatch)):
            self.grounds.append(f'<rect {at} width="{number(BAND_PT)}"{fill}/>')

    def heading(self, words: str, count: int | None = None) -> None:
        text = words if count is None else f"{words} ({count})"
        self.put(self.text(self.axis.left_pt, self.canvas.y + BODY_PT, text, "bold", "ink", 9.5))
        self.canvas.y += BODY_PT * LEADING + 4

    def opened(self, kind: str, name: str) -> None:
        self.put(f'<g role="group" class="lane lane-{kind}" aria-label="{xml(name)}">')

    def closed(self) -> None:
        self.put("</g>")

    def put(self, svg: str) -> None:
        self.canvas.parts.append(svg)

    # What is on the line ---------------------------------------------------------------------

    def event(self, event: Event) -> _Moment:
        names = [n for n in event.names if n.narrative in self.timeline.narratives]
        lines = [_Line(text=event.title)]
        lines += [_Line(text=n.text, style="italic", narrative=n.narrative) for n in names]
        return _Moment(
            kind="event",
            id=event.id,
            days=event.date.days,
            label=wording.event_sentence(self.graph, event, self.timeline.narratives),
            lines=tuple(lines),
            mark=lambda start, end: self.dot(start, end, "ink", "ink"),
            href=self.links("event", event.id),
        )

    def claim(self, narrative: str, held: HeldClaim) -> _Moment:
        claim = held.row.claim
        return _Moment(
            kind="claim",
            id=claim.id,
            days=held.period.days,
            label=wording.held_sentence(self.graph, narrative, held),
            lines=(_Line(text=claim.text),),
            mark=lambda start, end: self.bar(start, end, narrative, held.stance),
            href=self.links("claim", claim.id),
        )

    def document(self, narrative: str, document: DatedDocument) -> _Moment:
        colour, _ = self.drafter.look(narrative)
        fill = "paper" if document.is_of_work else colour
        item = document.evidence
        name = item.speaker or self.graph.source(item.citations[0].source).title
        return _Moment(
            kind="evidence",
            id=item.id,
            days=document.date.days,
            label=wording.dated_document(self.graph, document),
            lines=(_Line(text=name),),
            mark=lambda start, end: self.dot(start, end, fill, "outline"),
            href=self.links("evidence", item.id),
        )

    def dot(self, start: float, end: float, fill: str, stroke: str) -> str:
        """Draw a day as a dot, and a month or a year as long as it is."""
        high = _DOT_PT if end - start <= _DOT_PT else _DOT_PT - 1.6
        long = max(end - start, _DOT_PT)
        return (
            f'<rect x="{number(start)}" y="{number(-high / 2)}" width="{number(long)}"'
            f' height="{number(high)}" rx="{number(high / 2)}" stroke-width="1"'
            f"{self.paint.both(fill, stroke)}/>"
        )

    def bar(self, start: float, end: float, narrative: str, stance: StanceKind) -> str:
        """Draw a claim: full where the account holds it, half in part, empty where it denies."""
        colour, _ = self.drafter.look(narrative)
        x, wide = number(start), number(max(end - start, _BAR_PT))
        half = _BAR_PT / 2
        line = f'x="{x}" y="{number(-half)}" width="{wide}" height="{number(_BAR_PT)}"'
        drawn = [f"<rect {line}{self.paint.fill('box')}/>"]
        if stance is not StanceKind.DENIES:
            is_part = stance is StanceKind.QUALIFIES
            top, high = (0.0, half) if is_part else (-half, _BAR_PT)
            size = f'x="{x}" y="{number(top)}" width="{wide}" height="{number(high)}"'
            drawn.append(f"<rect {size}{self.paint.fill(colour)}/>")
        dashes = ' stroke-dasharray="3 2"' if stance is StanceKind.DENIES else ""
        outline = f'fill="none" stroke-width="0.8"{dashes}{self.paint.stroke("outline")}'
        drawn.append(f"<rect {line} {outline}/>")
        return "".join(drawn)

    # Where it goes ---------------------------------------------------------------------------

    def labelled(self, moments: Sequence[_Moment], *, most_rows: int) -> None:
        """Set each thing with its words; those without room as bare marks below."""
        said = moments if len(moments) <= _MOST_LABELLED else ()
        settings = [self.setting(each) for each in said]
        extents = [
            (each.left, each.right, -(-int(10 * each.height) // int(10 * _UNIT_PT)))
            for each in settings
        ]
        rows = pack(extents, most_rows, gap=_GAP_PT)
        top, used = self.canvas.y, 0
        for moment, setting, row, extent in zip(said, settings, rows, extents, strict=True):
            if row is not None:
                self.put(self.link(moment, setting.write(top + row * _UNIT_PT)))
                used = max(used, row + extent[2])
        self.canvas.y = top + used * _UNIT_PT
        rest = [m for m, row in zip(said, rows, strict=True) if row is None]
        rest = rest if said else list(moments)
        if rest:
            self.canvas.y += 3
            self.dense(rest, row_pt=_DOT_PT + 1.6, most_rows=_DOT_ROWS)

    def setting(self, moment: _Moment) -> _Setting:
        start, end = self.place(moment)
        return _Setting(self, moment, start, end)

    def place(self, moment: _Moment) -> tuple[float, float]:
        """Tell where a mark begins and ends: at its place, at least a dot long, on the line."""
        start, end = self.axis.span(moment.days)
        if end - start < _DOT_PT:
            middle = (start + end) / 2
            start = min(max(middle - _DOT_PT / 2, self.axis.left_pt), self.axis.right_pt - _DOT_PT)
            end = start + _DOT_PT
        return start, end

    def dense(self, moments: Sequence[_Moment], *, row_pt: float, most_rows: int) -> None:
        """Set bare marks in rows; those without room are counted below."""
        places = [self.place(each) for each in moments]
        extents = [(start, end, 1) for start, end in places]
        rows = pack(extents, most_rows, gap=1.4)
        top, used, rest = self.canvas.y, 0, []
        for moment, (start, end), row in zip(moments, places, rows, strict=True):
            if row is None:
                rest.append(moment)
                continue
            used = max(used, row + 1)
            middle = top + row * row_pt + row_pt / 2
            self.put(self.link(moment, self.moved(moment.mark(start, end), middle)))
        self.canvas.y = top + used * row_pt
        self.stubs(rest)

    def stubs(self, moments: Iterable[_Moment]) -> None:
        """Count what has no room, part by part, and lead to that part."""
        count = max(1, int(self.axis.width_pt // _STUB_PT))
        counted: dict[int, int] = {}
        for moment in moments:
            part = int((self.place(moment)[0] - self.axis.left_pt) / self.axis.width_pt * count)
            counted[min(part, count - 1)] = counted.get(min(part, count - 1), 0) + 1
        if not counted:
            return
        self.canvas.y += 3
        for part in sorted(counted):
            self.put(self.stub(part, count, counted[part]))
        self.canvas.y += 15

    def stub(self, part: int, count: int, left_out: int) -> str:
        days = self.axis.part(part, count)
        x, wide = self.axis.left_pt + part * self.axis.width_pt / count, _STUB_PT - 3
        shape = (
            f'<rect x="{number(x)}" y="{number(self.canvas.y)}" width="{number(wide)}" height="13"'
            f' rx="6.5" stroke-width="0.7" stroke-dasharray="2 2"'
            f"{self.paint.both('paper', 'outline')}/>"
        )
        words = f"+{left_out}"
        at = x + (wide - measure.width_pt(words, SMALL_PT, "bold")) / 2
        shape += self.text(at, self.canvas.y + 9.6, words, "bold", "muted", SMALL_PT)
        label = wording.left_out(left_out, days)
        return self.linked(shape, self.zoom(days), label, "stub")

    # How it is written -----------------------------------------------------------------------

    def link(self, moment: _Moment, inside: str) -> str:
        data = f' data-kind="{moment.kind}" data-id="{xml(moment.id)}"'
        return self.linked(inside, moment.href, moment.label, f"moment is-{moment.kind}", data)

    def linked(
        self, inside: str, href: str | None, label: str, classes: str, data: str = ""
    ) -> str:
        named = f'class="{classes}" aria-label="{xml(label)}"{data}>'
        if href is None:
            return f'<g role="img" {named}{inside}</g>'
        return f'<a href="{xml(href)}" {named}{inside}</a>'

    def moved(self, svg: str, y: float) -> str:
        return f'<g transform="translate(0 {number(y)})">{svg}</g>'

    def text(
        self, x: float, y: float, words: str, cut: Style, role: str, size_pt: float = BODY_PT
    ) -> str:
        """Write one line; other fonts are squeezed to the width that was measured."""
        weight = ' font-weight="bold"' if cut == "bold" else ""
        slant = ' font-style="italic"' if cut == "italic" else ""
        size = "" if size_pt == BODY_PT else f' font-size="{number(size_pt)}"'
        width = measure.width_pt(words, size_pt, cut)
        fitted = f' textLength="{number(width)}" lengthAdjust="spacingAndGlyphs"' if width else ""
        colour = "" if role == "ink" else self.paint.fill(role)
        at = f'x="{number(x)}" y="{number(y)}"'
        return f"<text {at}{size}{fitted}{weight}{slant}{colour}>{xml(words)}</text>"


class _Setting:
    """A mark with its words: to its right, where these have no room to its left, else below."""

    def __init__(self, designer: _Designer, moment: _Moment, start: float, end: float) -> None:
        self.designer = designer
        self.moment = moment
        self.start, self.end = start, end
        axis = designer.axis
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
        self.height = lines + 3 + (_BAR_PT + 4 if self.is_below else 0)

    def write(self, top: float) -> str:
        """Draw mark and words, the upper edge at a height."""
        designer = self.designer
        middle = top + (_BAR_PT / 2 + 1 if self.is_below else BODY_PT * LEADING / 2)
        drawn = [designer.moved(self.moment.mark(self.start, self.end), middle)]
        y = top + (_BAR_PT + 3 if self.is_below else 0) + BODY_PT * 0.96
        for row in self.rows:
            if row.narrative:
                swatch = designer.drafter.swatch(row.narrative)
                at = f"{number(self.text_x)} {number(y - 7)}"
                drawn.append(f'<g transform="translate({at})">{swatch}</g>')
            x = self.text_x + row.indent
            drawn.append(designer.text(x, y, row.text, row.style, "ink"))
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


def _rows(lines: Iterable[_Line], room: float) -> list[_Row]:
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
