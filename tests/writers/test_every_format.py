"""Make every format of every shipped corpus, issue and claim, and open it with another's reader.

Each file is made once and all that can be asked of it is asked there. Locally it is a choice of
claims; see `shipped`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from argmap.web import publish
from argmap.writers import FORMATS
from argmap.writers.format import Family, Format
from tests.writers.foreign import (
    decks,
    drawn,
    pages,
    paper,
    questions,
    sheets,
    tables,
    words,
    works,
)
from tests.writers.foreign.asked import Asked
from tests.writers.shipped import EVERY_CLAIM, Part, parts

READERS: Mapping[str, Callable[[Asked], None]] = {
    "svg": drawn.svg,
    "png": drawn.png,
    "dot": drawn.dot,
    "pdf": paper.map_on_paper,
    "handout": paper.handout,
    "blanked-map": paper.blanked_map,
    "three-columns": sheets.worksheet,
    "corroboration": sheets.worksheet,
    "source-sheet": sheets.worksheet,
    "sorting-cards": sheets.worksheet,
    "debate-cards": sheets.worksheet,
    "slides": decks.slides_shown,
    "markdown": words.markdown,
    "text": words.text,
    "json": tables.as_json,
    "csv": tables.as_csv,
    "moodle": questions.moodle,
    "qti": questions.qti,
    "anki": questions.anki,
    "bibtex": works.bibtex,
    "ris": works.ris,
    "csl-json": works.csl,
    "claim-folder": tables.claim_files,
    "offline": pages.offline,
    "site": pages.site,
    "lesson": pages.lesson_packed,
}


def chosen(form: Format) -> list[Part]:
    """Take parts; locally few of what holds everything and is long in the making."""
    fitting = [part for part in parts(8) if part.scope in form.scopes]
    is_long = form.family is Family.BUNDLE and not EVERY_CLAIM
    return fitting[::12] if is_long else fitting


CASES = [
    pytest.param(form.name, part, id=f"{form.name}-{part}")
    for form in FORMATS
    for part in chosen(form)
]


def test_every_format_has_a_reader():
    assert set(READERS) == set(FORMATS.names)


@pytest.mark.parametrize(("form", "part"), CASES)
def test_reader_that_did_not_write_it_finds_every_text(form: str, part: Part):
    READERS[form](Asked(form, replace(part.order, publish=publish), part.turn))
