"""Open slides by python-pptx and look at every shape."""

from __future__ import annotations

import io
import re

from pptx import Presentation

from argmap.writers import slides
from tests.writers.foreign.asked import Asked, missing


def bare(text: str) -> str:
    return "".join(text.split())


def _letters(text: str) -> str:
    """Take letters and digits alone: a title's own quotation marks change inside others."""
    return re.sub(r"\W", "", text)


def slides_shown(asked: Asked) -> None:
    """Each step is there with its documents, its notes name their works, and nothing overhangs."""
    graph = asked.graph
    deck, lesson = Presentation(io.BytesIO(asked.made())), slides.lesson_of(asked.order)
    shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    # What is too long for a slide goes on in the box of the same name on the next.
    in_turn = sorted(shapes, key=lambda shape: shape.name)
    said = bare("".join(shape.text_frame.text for shape in (*shapes, *in_turn)))
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)

    assert {each.id for each in asked.own} & {*lesson.claims}
    for claim in lesson.claims:
        assert bare(graph.claim(claim).text) in said
    for step in (step for step in lesson.steps if step.chain):
        assert bare(graph.argument(step.chain[-1]).because) in said
        for document in step.documents:
            item = graph.item(document)
            assert bare(item.text) in said
            assert item.text in notes
            assert not item.original or item.original in notes
            titles = [graph.source(each.source).title for each in item.citations]
            assert missing((_letters(title) for title in titles), _letters(notes)) == []
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        for shape in slide.shapes:
            (named,) = shape._element.xpath("./*/p:cNvPr")
            assert shape.is_placeholder or named.get("descr"), shape.name
            assert 0 <= shape.left <= shape.left + shape.width <= deck.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= deck.slide_height
