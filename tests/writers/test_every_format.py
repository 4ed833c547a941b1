"""Make every format of every shipped corpus, issue and claim, and open it with another's reader.

Each file is made once and all that can be asked of it is asked there. Locally it is a choice of
claims; see `shipped`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pytest

from argmap.web import publish
from argmap.writers import FORMATS
from argmap.writers.format import Family, Format, Order, Scope
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
from tests.writers.shipped import CORPORA, EVERY_CLAIM, ISSUES, Part, claims_by_size, parts

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


@dataclass(frozen=True)
class Swapped(Asked):
    """Something is asked for and another part is made."""

    other: Order

    def made(self, **given: str) -> bytes:
        return Asked(self.form, self.other, self.turn).made(**given)


SWAPS = {
    Scope.CORPUS: [Part(Scope.CORPUS, name, "", 0) for name in CORPORA[:2]],
    Scope.ISSUE: [Part(Scope.ISSUE, *each, 0) for each in ISSUES[:2]],
    Scope.CLAIM: [Part(Scope.CLAIM, *each, 0) for each in claims_by_size()[40:43:2]],
}


@pytest.mark.parametrize(
    ("form", "scope"), [(form.name, scope) for form in FORMATS for scope in sorted(form.scopes)]
)
def test_reader_misses_what_is_not_in_the_file(form: str, scope: Scope):
    wanted, other = (replace(each.order, publish=publish) for each in SWAPS[scope])

    with pytest.raises(AssertionError):
        READERS[form](Swapped(form, other, 0, wanted))
