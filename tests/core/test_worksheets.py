"""Choose by a seed what sheets ask about and leave out, whatever the order of records."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from argmap.core.comparison import compare
from argmap.core.graph import ArgumentGraph
from argmap.core.matrix import matrix
from argmap.core.model import Relation
from argmap.core.worksheets import (
    Card,
    choose_blanks,
    choose_cards,
    choose_documents,
    choose_gaps,
    choose_points,
    mix,
    rank_documents,
    works_on,
)
from tests import builders

SPLIT = (("left", "asserts"), ("right", "denies"))

IDS = st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=12, unique=True)


@given(IDS, st.integers(1, 15), st.integers(0, 999))
def test_same_seed_leaves_out_the_same_whatever_the_order(ids, count, seed):
    chosen = choose_blanks(ids, count, seed)
    turned = choose_blanks(ids[::-1], count, seed)

    assert set(chosen.numbered) == set(turned.numbered)
    assert chosen.bank == turned.bank
    assert len(chosen.numbered) == min(count, len(ids))
    assert sorted(chosen.bank) == sorted(chosen.numbered)


def test_numbers_follow_the_drawing():
    chosen = choose_blanks("dcba", 4, 1)

    assert chosen.numbered == ("d", "c", "b", "a")


def test_other_seeds_leave_out_others():
    assert len({choose_blanks("abcdefgh", 3, seed).numbered for seed in range(20)}) > 5


CELLS = st.dictionaries(st.text("abc", min_size=1), st.lists(st.sampled_from("xyz"), unique=True))


@given(CELLS, st.sampled_from([0.0, 0.5, 1.0]), st.integers(0, 99))
def test_gaps_are_one_a_row_and_do_not_depend_on_any_order(cells, share, seed):
    turned = {row: names[::-1] for row, names in reversed(cells.items())}
    found = choose_gaps(cells, share, seed)
    fitting = [row for row, names in cells.items() if names]

    assert found == choose_gaps(turned, share, seed)
    assert len(found) == math.ceil(share * len(fitting))
    assert all(name in cells[row] for row, name in found.items())


def compared(*stances: tuple[str, str, str]):
    claims = [builders.claim(id) for id in dict.fromkeys(claim for _, claim, _ in stances)]
    held = [builders.stance(account, claim, kind) for account, claim, kind in stances]
    return compare(ArgumentGraph(builders.corpus(claims=claims, stances=held))).rows


ROWS = compared(
    *((account, f"agreed-{n}", "asserts") for n in range(6) for account in ("left", "right")),
    *((who, f"disputed-{n}", how) for n in range(2) for who, how in SPLIT),
    ("left", "alone", "asserts"),
)


def test_points_chosen_are_of_every_kind_and_keep_their_order():
    for seed in range(10):
        chosen = choose_points(ROWS, 3, seed)

        assert {row.group for row in chosen} == {row.group for row in ROWS}
        assert [row for row in ROWS if row in chosen] == list(chosen)
        assert {row.claim.id for row in choose_points(ROWS[::-1], 3, seed)} == {
            row.claim.id for row in chosen
        }


def test_all_points_are_taken_where_none_or_more_than_there_are_is_asked_for():
    assert choose_points(ROWS, 0, 1) == choose_points(ROWS, 99, 1) == tuple(ROWS)


def test_claim_that_a_sheet_is_about_is_among_its_points():
    for seed in range(10):
        chosen = choose_points(ROWS, 2, seed, always="agreed-5")

        assert "agreed-5" in {row.claim.id for row in chosen}
        assert len(chosen) == 2


def used():
    """Let left use works a, b, c and right use c, d; an observer uses e."""
    graph = ArgumentGraph(
        builders.corpus(
            narratives=[*map(builders.narrative, ("left", "right")), builders.observer("study")],
            sources=[builders.source(id) for id in "abcde"],
            evidence=[builders.fact(f"in-{id}", id) for id in "abcde"],
            claims=[builders.claim("main")],
            arguments=[
                *(builders.support(f"left-{id}", f"in-{id}", "main") for id in "abc"),
                *(builders.rebut(f"right-{id}", f"in-{id}", "main", by="right") for id in "cd"),
                builders.qualify("study-e", "in-e", "main", by="study"),
            ],
        )
    )
    return matrix(graph, claim="main")


def test_works_of_several_accounts_come_first_and_then_accounts_take_turns():
    works = works_on(used(), 3)

    assert [work.source for work in works] == ["c", "a", "d"]
    assert works[0].uses == {"left": (Relation.SUPPORT,), "right": (Relation.REBUT,)}


def test_documents_are_ranked_by_how_many_accounts_use_them():
    assert rank_documents(used()) == ("in-c", "in-a", "in-b", "in-d")


def test_seed_chooses_among_the_first_documents_and_keeps_their_order():
    ranked = tuple(f"d{n}" for n in range(20))
    found = {choose_documents(ranked, 2, seed) for seed in range(30)}

    assert len(found) > 3
    assert all(ranked.index(one) < ranked.index(two) < 8 for one, two in found)
    assert choose_documents(("only",), 3, 1) == ("only",)


def test_cards_are_taken_from_the_piles_in_turn_whatever_their_order():
    cards = [Card(claim=f"c{n}", text=f"{pile} {n}", pile=pile) for pile in "xy" for n in range(9)]
    cards += [Card(claim="c0", text="only", pile="z")]
    chosen = choose_cards(cards, 7, 3)

    assert chosen == choose_cards(cards[::-1], 7, 3)
    assert sorted(card.pile for card in chosen) == ["x", "x", "x", "y", "y", "y", "z"]
    assert len({choose_cards(cards, 7, seed) for seed in range(5)}) == 5


def test_mixed_texts_say_nothing_of_the_order_they_came_in():
    assert mix("dcba", 4) == mix("abcd", 4)
    assert len({mix("abcdef", seed) for seed in range(9)}) > 5
