from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.dates import PartialDate
from argmap.core.model import AccountText
from argmap.errors import InvalidInput
from argmap.storage.revision import may_be_stored, revision_of
from tests import builders


def test_revision_is_the_same_in_every_process() -> None:
    assert revision_of(builders.corpus()) == "88f0c5c9fd380409"


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"},
        {"revised": PartialDate(1990)},
        {"narratives": (builders.narrative("right"), builders.narrative("left"))},
        {"issues": (builders.issue(accounts=(AccountText(narrative="left", text="So"),)),)},
        {"sources": (builders.source(verified=False),)},
        {"sources": (builders.source(authors=("A, B",)),)},
        {"sources": (builders.source(authors=("A", "B")),)},
        {"claims": (builders.claim("c"),)},
        {"claims": (builders.claim("c", period="1990"),)},
        {"claims": (builders.claim("c", note="1990"),)},
        {"claims": (builders.claim("c", in_full="1990"),)},
        {"narratives": (builders.narrative("left", strongest=("c",)), builders.narrative("right"))},
    ],
)
def test_any_change_gives_another_revision(change: dict[str, Any]) -> None:
    corpus = builders.corpus()

    assert revision_of(dataclasses.replace(corpus, **change)) != revision_of(corpus)


def test_changes_differ_among_themselves() -> None:
    one = builders.corpus(sources=[builders.source(authors=("A, B",))])
    two = builders.corpus(sources=[builders.source(authors=("A", "B"))])

    assert revision_of(one) != revision_of(two)


@given(st.text())
def test_text_is_named_exactly_if_it_may_be_stored(text: str) -> None:
    corpus = builders.corpus(title=text)
    try:
        named = bool(revision_of(corpus))
    except InvalidInput:
        named = False

    assert named == may_be_stored(text)


@pytest.mark.parametrize("text", ["\\u0000", "\\\\u0000", "u0000", "\\"])
def test_spelled_out_nul_is_an_ordinary_text(text: str) -> None:
    assert len(revision_of(builders.corpus(title=text))) == 16


@pytest.mark.parametrize("text", ["\0", "\\\0", "\\\\\0"])
def test_nul_is_refused_behind_backslashes_too(text: str) -> None:
    with pytest.raises(InvalidInput, match="NUL"):
        revision_of(builders.corpus(title=text))
