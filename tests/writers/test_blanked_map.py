"""Look for what was left out of a map in every corner of the students' file."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from argmap import library
from argmap.core import wording
from argmap.errors import InvalidInput
from argmap.writers import blanked_map
from argmap.writers.format import Order, Scope
from tests.writers import printed
from tests.writers.printed import bare, everything_in, text_of
from tests.writers.shipped import claims_by_size, shipped


def made(order: Order, **given: str) -> bytes:
    chosen = library.choose("blanked-map", given)
    return blanked_map.write_map(replace(order, chosen=chosen))


def left_out(order: Order, **given: str) -> list[str]:
    """Tell which claims the key names."""
    key = text_of(made(order, key="yes", **given))
    return [c.text for c in order.graph.claims_of(order.issue) if bare(c.text) in key]


def test_word_bank_has_what_is_missing(orders):
    order = orders[Scope.ISSUE]
    text = text_of(made(order, seed="3"))

    assert [each for each in left_out(order, seed="3") if bare(each) not in text] == []


def test_same_seed_same_bytes_and_another_seed_other_blanks():
    order = Order(graph=shipped("russia-nato"), issue="not-one-inch")

    assert made(order, seed="5") == made(order, seed="5")
    assert left_out(order, seed="5") != left_out(order, seed="6")


def test_tree_can_lose_its_evidence(orders):
    order = orders[Scope.CLAIM]

    assert bare("Мы обещали это") in text_of(made(order, emptied="evidence", blanks="9", key="yes"))
    inside = everything_in(made(order, emptied="evidence", blanks="9", bank="no"))
    assert bare("Мы обещали это") not in inside


def test_map_without_such_a_box_is_refused(orders):
    with pytest.raises(InvalidInput, match="no such box to empty"):
        made(orders[Scope.ISSUE], emptied="evidence")


@pytest.mark.parametrize("given", [{"blanks": "41"}, {"seed": "-1"}, {"bank": "maybe"}])
def test_values_out_of_bounds_are_refused(given):
    with pytest.raises(InvalidInput, match="write"):
        library.choose("blanked-map", given)


def test_difficulty_says_how_many_boxes_are_emptied():
    order = Order(graph=shipped("russia-nato"), issue="not-one-inch")
    counts = [len(left_out(order, difficulty=each)) for each in ("easy", "medium", "hard")]

    assert counts == [4, 8, 12]
    assert len(left_out(order, difficulty="hard", blanks="3")) == 3


def test_map_that_is_cut_has_its_blanks_on_the_parts_and_no_text_of_theirs():
    corpus, claim = claims_by_size()[-25]
    order = Order(graph=shipped(corpus), claim=claim, depth=None)
    key = text_of(made(order, key="yes", blanks="6"))
    content = made(order, bank="no", blanks="6")
    inside = everything_in(content)
    records = (*order.graph.claims.values(), *order.graph.evidence.values())
    # The claim that the tree stands on is the title of both.
    texts = {each.text for each in records if each.id != claim}
    missing = [each for each in texts if bare(each) in key and len(each) > 40]

    assert len(missing) >= 4
    assert not [each for each in missing if bare(each) in inside]
    assert any("continues" in text for text in printed.texts(content))
    assert printed.problems_of_ua(content) == []
    assert printed.smallest_pt(content) >= 7.99


def test_map_that_is_cut_has_its_word_bank_beside_the_overview():
    order = Order(graph=shipped("russia-nato"), issue="not-one-inch")

    first, *others = printed.texts(made(order))

    assert "To choose from" in first
    assert others
    assert not [text for text in others if "To choose from" in text]


@pytest.mark.parametrize("key", ["no", "yes"])
def test_large_print_has_no_small_type(key):
    order = Order(graph=shipped("russia-nato"), issue="not-one-inch")
    content = made(order, palette="large", key=key, language="ru")

    assert printed.smallest_pt(content) >= 13.99
    assert printed.outside(content, 25, 12) == []


def test_stub_beside_an_emptied_box_still_counts_what_is_not_shown():
    order = Order(graph=shipped("russia-nato"), claim="enlargement-root-cause", depth=2)

    none_beside_it, beside_it = (
        re.findall(r"\+ ?\d+ ?more", text_of(made(order, bank="no", blanks=blanks)))
        for blanks in ("1", "40")
    )

    assert none_beside_it
    assert beside_it == none_beside_it


def test_class_has_a_choice_on_the_smallest_map():
    order = Order(graph=shipped("end-of-the-dinosaurs"), issue="the-impact")

    assert len(left_out(order, difficulty="easy")) == 2


def test_sheet_has_a_place_for_a_name_and_the_key_none(orders):
    sheet, key = (text_of(made(orders[Scope.ISSUE], key=each)) for each in ("no", "yes"))

    fields = [wording.WORKSHEET[each] for each in ("name", "class", "date")]
    assert [each for each in fields if bare(each) not in bare(sheet)] == []
    assert bare("".join(fields)) not in bare(key)
    assert bare("".join(fields)) in bare(sheet)
