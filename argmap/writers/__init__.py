"""Write corpora, issues and claims in every format; `FORMATS` lists them as they are offered."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from argmap.registry import Registry
from argmap.writers.format import Format, Order, Scope

_HOMES = {
    "svg": "pictures.SVG",
    "png": "printing.PNG",
    "pdf": "map_on_paper.PDF",
    "dot": "pictures.DOT",
    "handout": "handout.HANDOUT",
    "blanked-map": "blanked_map.BLANKED_MAP",
    "three-columns": "worksheets.three_columns.THREE_COLUMNS",
    "corroboration": "worksheets.corroboration.CORROBORATION",
    "source-sheet": "worksheets.source_sheet.SOURCE_SHEET",
    "sorting-cards": "worksheets.sorting_cards.SORTING_CARDS",
    "debate-cards": "worksheets.debate_cards.DEBATE_CARDS",
    "slides": "slides.FORMAT",
    "markdown": "outline.MARKDOWN",
    "text": "outline.TEXT",
    "json": "selection_json.FORMAT",
    "csv": "comparison_table.FORMAT",
    "moodle": "quiz.MOODLE",
    "qti": "quiz.QTI",
    "anki": "anki.FORMAT",
    "bibtex": "references.BIBTEX",
    "ris": "references.RIS",
    "csl-json": "references.CSL_JSON",
    "claim-folder": "archive.FORMAT",
    "offline": "offline.FORMAT",
    "site": "site.FORMAT",
}
"""Where each format is written: its module in this folder, and its name there."""


def _from(home: str) -> Callable[[], Format]:
    module, _, name = home.rpartition(".")

    def load() -> Format:
        form: Format = getattr(import_module(f"{__name__}.{module}"), name)
        return form

    return load


def _lesson() -> Format:
    from argmap.writers import lesson

    return lesson.bundle(FORMATS[: len(_HOMES)])


FORMATS = Registry[Format](
    {name: _from(home) for name, home in _HOMES.items()} | {"lesson": _lesson}
)

__all__ = ["FORMATS", "Format", "Order", "Scope"]
