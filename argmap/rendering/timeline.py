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
from argmap.core.timeline import Lane, Timeline
from argmap.rendering import measure
from argmap.rendering.axis import LABEL_PT, Axis
from argmap.rendering.boxes import Drafter, Links
from argmap.rendering.labels import Setting, moved, written
from argmap.rendering.languages import tag_of
from argmap.rendering.markup import number, xml
from argmap.rendering.moments import DOT_PT, Moment, Moments
from argmap.rendering.packing import pack
from argmap.rendering.sheet import BAND_PT, BODY_PT, LEADING, SMALL_PT, Paint
from argmap.rendering.style import FONT_FAMILY, PALETTES, PaletteName

Zoom = Callable[[range], str | None]
"""Gives the address of the timeline of some days; None leaves a count without a link."""

WIDE_PT = 960.0
NARROW_PT = 300.0
MARGIN_PT = 6.0
_MOST_LABELLED = 160
_UNIT_PT = 6.0
_GAP_PT = 9.0
_DOT_ROWS = 12
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
        self.zoom = zoom
        self.width_pt = width_pt
        self.paint = paint
        self.drafter = Drafter(graph, paint, timeline.narratives, links)
        self.moments = Moments(graph, timeline, links, self.drafter)
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
        ours = tag_of(self.drafter.speech.ours)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg"'
            f' viewBox="0 0 {number(self.width_pt)} {number(height)}" class="argmap-picture"'
            f' role="graphics-document document" aria-labelledby="{prefix}title {prefix}desc"'
            f' xml:lang="{xml(self.graph.corpus.language)}" font-family="{FONT_FAMILY}"'
            f' font-size="{number(BODY_PT)}">'
            f'<title id="{prefix}title"{ours}>{xml(wording.timeline_title(self.timeline))}</title>'
            f'<desc id="{prefix}desc"{ours}>{xml(wording.timeline_sentence(self.timeline))}</desc>'
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
                drawn.append(
                    written(self.paint, tick.x, y, tick.words, "regular", "muted", LABEL_PT)
                )
        return f'<g aria-hidden="true"{tag_of(self.drafter.speech.ours)}>{"".join(drawn)}</g>'

    def events(self) -> None:
        """Draw what happened, with its name beside it as long as there is room."""
        self.canvas.y += 4
        self.heading(f"{wording.events()} ({len(self.timeline.events)})", is_own=True)
        self.opened("events", wording.events(), is_own=True)
        moments = [self.moments.event(each) for each in self.timeline.events]
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
            [self.moments.claim(lane.narrative, each) for each in lane.claims],
            is_said=self.says_claims,
            row_pt=_BAR_ROW_PT,
            most_rows=_BAR_ROWS,
        )
        self.section(
            wording.timeline_documents(),
            [self.moments.document(lane.narrative, each) for each in lane.documents],
            is_said=self.says_documents,
            row_pt=DOT_PT + 1.6,
            most_rows=_DOT_ROWS,
        )
        self.closed()
        self.ground(lane.narrative, top, canvas.y)
        canvas.y += 8

    def section(
        self,
        title: str,
        moments: Sequence[Moment],
        *,
        is_said: bool,
        row_pt: float,
        most_rows: int,
    ) -> None:
        if not moments:
            return
        counted = f"{title} ({len(moments)})"
        y = self.canvas.y + SMALL_PT
        ours = self.drafter.speech.ours
        self.put(
            written(
                self.paint, self.axis.left_pt, y, counted, "regular", "muted", SMALL_PT, lang=ours
            )
        )
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

    def heading(self, words: str, *, is_own: bool = False) -> None:
        x, y = self.axis.left_pt, self.canvas.y + BODY_PT
        ours = self.drafter.speech.ours if is_own else ""
        self.put(written(self.paint, x, y, words, "bold", "ink", 9.5, lang=ours))
        self.canvas.y += BODY_PT * LEADING + 4

    def opened(self, kind: str, name: str, *, is_own: bool = False) -> None:
        ours = tag_of(self.drafter.speech.ours if is_own else "")
        self.put(f'<g role="group" class="lane lane-{kind}" aria-label="{xml(name)}"{ours}>')

    def closed(self) -> None:
        self.put("</g>")

    def put(self, svg: str) -> None:
        self.canvas.parts.append(svg)

    # Where it goes ---------------------------------------------------------------------------

    def labelled(self, moments: Sequence[Moment], *, most_rows: int) -> None:
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
            self.dense(rest, row_pt=DOT_PT + 1.6, most_rows=_DOT_ROWS)

    def setting(self, moment: Moment) -> Setting:
        start, end = self.place(moment)
        return Setting(self.drafter, self.axis, moment, start, end)

    def place(self, moment: Moment) -> tuple[float, float]:
        """Tell where a mark begins and ends: at its place, at least a dot long, on the line."""
        start, end = self.axis.span(moment.days)
        if end - start < DOT_PT:
            middle = (start + end) / 2
            start = min(max(middle - DOT_PT / 2, self.axis.left_pt), self.axis.right_pt - DOT_PT)
            end = start + DOT_PT
        return start, end

    def dense(self, moments: Sequence[Moment], *, row_pt: float, most_rows: int) -> None:
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
            self.put(self.link(moment, moved(moment.mark(start, end), middle)))
        self.canvas.y = top + used * row_pt
        self.stubs(rest)

    def stubs(self, moments: Iterable[Moment]) -> None:
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
        shape += written(self.paint, at, self.canvas.y + 9.6, words, "bold", "muted", SMALL_PT)
        label = wording.left_out(left_out, days)
        return self.linked(shape, self.zoom(days), label, "stub")

    # How it is written -----------------------------------------------------------------------

    def link(self, moment: Moment, inside: str) -> str:
        data = f' data-kind="{moment.kind}" data-id="{xml(moment.id)}"'
        return self.linked(inside, moment.href, moment.label, f"moment is-{moment.kind}", data)

    def linked(
        self, inside: str, href: str | None, label: str, classes: str, data: str = ""
    ) -> str:
        # What is said of a thing is shown to those who point at it, so it is in argmap's words.
        ours = tag_of(self.drafter.speech.ours)
        named = f'class="{classes}" aria-label="{xml(label)}"{ours}{data}>'
        if href is None:
            return f'<g role="img" {named}{inside}</g>'
        return f'<a href="{xml(href)}" {named}{inside}</a>'
