"""Say what stands on a timeline: each thing with its date, its mark, its words, its address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Event, StanceKind
from argmap.core.timeline import DatedDocument, HeldClaim, Timeline
from argmap.rendering.boxes import Drafter, Links
from argmap.rendering.markup import number
from argmap.rendering.measure import Style

DOT_PT = 6.6
BAR_PT = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a label: its text, its style and colour, and whose words they are, if anyone's."""

    text: str
    style: Style = "regular"
    role: str = "ink"
    narrative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing on the line: when, how it is drawn, what it says, and where it leads.

    `mark` draws it between two places along the line, its middle at a height of 0.
    """

    kind: str
    id: str
    days: range
    label: str
    mark: Callable[[float, float], str]
    lines: tuple[Line, ...] = ()
    href: str | None = None


class Moments:
    """Makes the things of a timeline, in the colours of a drafter."""

    def __init__(
        self, graph: ArgumentGraph, timeline: Timeline, links: Links, drafter: Drafter
    ) -> None:
        self.graph = graph
        self.timeline = timeline
        self.links = links
        self.drafter = drafter
        self.paint = drafter.paint

    def event(self, event: Event) -> Moment:
        """Say what happened, below it the names that the accounts shown have for it."""
        names = [n for n in event.names if n.narrative in self.timeline.narratives]
        lines = [Line(text=event.title)]
        lines += [Line(text=n.text, style="italic", narrative=n.narrative) for n in names]
        return Moment(
            kind="event",
            id=event.id,
            days=event.date.days,
            label=wording.event_sentence(self.graph, event, self.timeline.narratives),
            lines=tuple(lines),
            mark=lambda start, end: self.dot(start, end, "ink", "ink"),
            href=self.links("event", event.id),
        )

    def claim(self, narrative: str, held: HeldClaim) -> Moment:
        """Say what an account holds, for as long as the claim is about."""
        claim = held.row.claim
        return Moment(
            kind="claim",
            id=claim.id,
            days=held.period.days,
            label=wording.held_sentence(self.graph, narrative, held),
            lines=(Line(text=claim.text),),
            mark=lambda start, end: self.bar(start, end, narrative, held.stance),
            href=self.links("claim", claim.id),
        )

    def document(self, narrative: str, document: DatedDocument) -> Moment:
        """Say whose words an account uses; the mark is empty where only the work has a date."""
        colour, _ = self.drafter.look(narrative)
        fill = "paper" if document.is_of_work else colour
        item = document.evidence
        name = item.speaker or self.graph.source(item.citations[0].source).title
        return Moment(
            kind="evidence",
            id=item.id,
            days=document.date.days,
            label=wording.dated_document(self.graph, document),
            lines=(Line(text=name),),
            mark=lambda start, end: self.dot(start, end, fill, "outline"),
            href=self.links("evidence", item.id),
        )

    def dot(self, start: float, end: float, fill: str, stroke: str) -> str:
        """Draw a day as a dot, and a month or a year as long as it is."""
        high = DOT_PT if end - start <= DOT_PT else DOT_PT - 1.6
        long = max(end - start, DOT_PT)
        return (
            f'<rect x="{number(start)}" y="{number(-high / 2)}" width="{number(long)}"'
            f' height="{number(high)}" rx="{number(high / 2)}" stroke-width="1"'
            f"{self.paint.both(fill, stroke)}/>"
        )

    def bar(self, start: float, end: float, narrative: str, stance: StanceKind) -> str:
        """Draw a claim: full where the account holds it, half in part, empty where it denies."""
        colour, _ = self.drafter.look(narrative)
        x, wide = number(start), number(max(end - start, BAR_PT))
        half = BAR_PT / 2
        line = f'x="{x}" y="{number(-half)}" width="{wide}" height="{number(BAR_PT)}"'
        drawn = [f"<rect {line}{self.paint.fill('box')}/>"]
        if stance is not StanceKind.DENIES:
            is_part = stance is StanceKind.QUALIFIES
            top, high = (0.0, half) if is_part else (-half, BAR_PT)
            size = f'x="{x}" y="{number(top)}" width="{wide}" height="{number(high)}"'
            drawn.append(f"<rect {size}{self.paint.fill(colour)}/>")
        dashes = ' stroke-dasharray="3 2"' if stance is StanceKind.DENIES else ""
        outline = f'fill="none" stroke-width="0.8"{dashes}{self.paint.stroke("outline")}'
        drawn.append(f"<rect {line} {outline}/>")
        return "".join(drawn)
