"""Write corpora, issues and claims in every format; `FORMATS` lists them as they are offered."""

from __future__ import annotations

from argmap.writers import (
    anki,
    archive,
    blanked_map,
    comparison_table,
    handout,
    lesson,
    map_on_paper,
    offline,
    outline,
    pictures,
    printing,
    quiz,
    references,
    selection_json,
    site,
    slides,
)
from argmap.writers.format import Format, Order, Scope
from argmap.writers.worksheets import (
    corroboration,
    debate_cards,
    sorting_cards,
    source_sheet,
    three_columns,
)

_SINGLE: tuple[Format, ...] = (
    pictures.SVG,
    printing.PNG,
    map_on_paper.PDF,
    pictures.DOT,
    handout.HANDOUT,
    blanked_map.BLANKED_MAP,
    three_columns.THREE_COLUMNS,
    corroboration.CORROBORATION,
    source_sheet.SOURCE_SHEET,
    sorting_cards.SORTING_CARDS,
    debate_cards.DEBATE_CARDS,
    slides.FORMAT,
    outline.MARKDOWN,
    outline.TEXT,
    selection_json.FORMAT,
    comparison_table.FORMAT,
    quiz.MOODLE,
    quiz.QTI,
    anki.FORMAT,
    references.BIBTEX,
    references.RIS,
    references.CSL_JSON,
    archive.FORMAT,
    offline.FORMAT,
    site.FORMAT,
)
FORMATS: tuple[Format, ...] = (*_SINGLE, lesson.bundle(_SINGLE))

__all__ = ["FORMATS", "Format", "Order", "Scope"]
