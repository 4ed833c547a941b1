"""Choose blanks by a seed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.core.worksheets import choose_blanks

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
