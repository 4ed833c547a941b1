from __future__ import annotations

import pytest

from argmap.storage.spelling import nearest

KNOWN = [("inch", 9), ("inches", 2), ("founding", 30), ("funding", 3), ("обещание", 5), ("act", 8)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("inhc", "inch"),
        ("ich", "inch"),
        ("foundng", "founding"),
        ("fonuding", "founding"),
        ("обищание", "обещание"),
        ("zzzz", None),
        ("ac", None),
        ("", None),
        ("x" * 64, None),
    ],
)
def test_nearest_word_is_the_one_with_fewest_slips(typed: str, meant: str | None) -> None:
    assert nearest(typed, KNOWN) == meant


def test_of_equally_near_words_the_one_that_begins_alike_is_meant() -> None:
    assert nearest("bater", [("water", 50), ("baker", 2)]) == "baker"


def test_of_words_as_near_and_alike_the_commoner_is_meant() -> None:
    assert nearest("tre", [("tree", 2), ("true", 9)]) == "true"


def test_a_word_is_not_its_own_correction() -> None:
    assert nearest("inch", [("inch", 9)]) is None
