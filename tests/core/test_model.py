from __future__ import annotations

import dataclasses

import pytest

from argmap.core import model
from tests import builders as build

_TYPES = [
    kind
    for kind in vars(model).values()
    if isinstance(kind, type)
    and dataclasses.is_dataclass(kind)
    and kind.__module__ == model.__name__
]


@pytest.mark.parametrize("id", ["a", "not-one-inch", "2-plus-4", "no", "a1", "1a", "x" * 200])
def test_slugs_are_small_letters_digits_and_single_hyphens(id: str) -> None:
    assert model.SLUG.fullmatch(id)


@pytest.mark.parametrize(
    "id", ["", "A", "a b", "a_b", "-a", "a-", "a--b", "é", "1990", "1990-02-09", "a\n", "../a"]
)
def test_what_is_no_slug_does_not_match(id: str) -> None:
    assert model.SLUG.fullmatch(id) is None


@pytest.mark.parametrize("kind", _TYPES)
def test_every_type_is_frozen_and_slotted(kind: type) -> None:
    assert "__slots__" in vars(kind)
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_values_with_equal_content_are_equal_and_hash_alike() -> None:
    assert build.corpus() == build.corpus()
    assert hash(build.corpus()) == hash(build.corpus())
