"""Set what an exported picture has around it: title, legend, licence and date."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.core import wording
from argmap.core.comparison import Group
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Relation
from argmap.rendering import marks
from argmap.rendering.boxes import Drafter
from argmap.rendering.drawing import Drawing
from argmap.rendering.sheet import SMALL_PT, Run, Sheet, Tag
from argmap.rendering.svg import MARGIN_PT, Frame, opening

_LEAST_WIDTH_PT = 420.0
_TITLE_PT = 15.0


def around(graph: ArgumentGraph, drawing: Drawing, drafter: Drafter, width_pt: float) -> Frame:
    """Set title and legend for a drawing that stands alone.

    Args:
        graph: The corpus, for its title, licence and revision.
        drawing: The drawing; only the relations and verdicts seen in it are explained.
        drafter: Who drew it, for the looks of the voices.
        width_pt: The width of the map.
    """
    width = max(width_pt - 2 * MARGIN_PT, _LEAST_WIDTH_PT)
    above = _sheet(drafter, width, top_pt=2)
    above.paragraph([Run(drawing.title, "bold")], _TITLE_PT)
    above.space(2)
    above.paragraph(drafter.speech.told(drawing.description, "regular", "muted"))
    above.space(8)
    below = _sheet(drafter, width, top_pt=2)
    below.rule()
    below.space(2)
    for tags in _legend(graph, drawing, drafter):
        below.tags(tags, gap_pt=14)
        below.space(1)
    below.space(2)
    below.paragraph(_imprint(graph, drafter), SMALL_PT)
    below.space(4)
    return Frame(
        above="".join(above.parts),
        above_pt=above.y + MARGIN_PT,
        below="".join(below.parts),
        below_pt=below.y + MARGIN_PT,
        width_pt=width,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What explains a picture that stands on paper: as a picture of its own and in words."""

    svg: bytes
    width_pt: float
    height_pt: float
    text: str


def legend(
    graph: ArgumentGraph, drawing: Drawing, drafter: Drafter, width_pt: float, scale: float
) -> Legend:
    """Set the legend of a drawing to stand beside it.

    Args:
        graph: The corpus.
        drawing: The drawing; only what is seen in it is explained.
        drafter: Who drew it, with the paint of the drawing.
        width_pt: How wide the legend may be, in points.
        scale: How many times their usual size things are drawn.
    """
    width = width_pt / scale
    sheet = _sheet(drafter, width, top_pt=2)
    rows = _legend(graph, drawing, drafter)
    for tags in rows:
        sheet.tags(tags, gap_pt=14)
        sheet.space(1)
    said = "; ".join(" ".join(run.text for run in tag.runs) for tags in rows for tag in tags)
    inside = f"<g{drafter.paint.fill('ink')}>{''.join(sheet.parts)}</g></svg>\n"
    height = sheet.y + 2
    return Legend(
        svg=f"{opening(drawing, width, height, scale=scale)}{inside}".encode(),
        width_pt=width_pt,
        height_pt=height * scale,
        text=wording.sentence(said) if said else "",
    )


def _sheet(drafter: Drafter, width_pt: float, *, top_pt: float) -> Sheet:
    return Sheet(drafter.paint, width_pt, left_pt=0, right_pt=0, top_pt=top_pt)


def _legend(graph: ArgumentGraph, drawing: Drawing, drafter: Drafter) -> list[list[Tag]]:
    """Explain the voices, the lines and the marks that the drawing shows."""
    paint = drafter.paint
    voices = [
        Tag(drafter.swatch(id), (Run(graph.narrative(id).name, "bold"),))
        for id in graph.narratives
        if id in drawing.voices
    ]
    seen = {edge.relation for edge in drawing.edges}
    relations = [
        Tag(
            marks.relation(paint, relation),
            (
                drafter.speech.own(wording.RELATION[relation], "bold"),
                drafter.speech.own(wording.RELATION_MEANS[relation]),
            ),
        )
        for relation in Relation
        if relation in seen
    ]
    verdicts = [
        Tag(marks.verdict(paint, group), (drafter.speech.own(wording.GROUP[group]),))
        for group in Group
        if group in drawing.groups
    ]
    return [row for row in (voices, relations, verdicts) if row]


def _imprint(graph: ArgumentGraph, drafter: Drafter) -> list[Run]:
    corpus = graph.corpus
    revised = t("revised {date}", date=corpus.revised.in_words) if corpus.revised else ""
    licence = t("licence {licence}", licence=corpus.licence) if corpus.licence else ""
    terms = ", ".join(part for part in (licence, revised) if part)
    said = " ".join(wording.sentence(part) for part in (corpus.title, terms) if part)
    return drafter.speech.told(
        said, "regular", "muted", wording.sentence(corpus.title), corpus.licence
    )
