"""Choose what a worksheet leaves out: the same seed leaves out the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """What is left out: `numbered` ids in the order of their numbers, from 1.

    `bank` has the same ids in the order in which a word bank lists them.
    """

    numbered: tuple[str, ...]
    bank: tuple[str, ...]


def choose_blanks(ids: Iterable[str], count: int, seed: int) -> Blanks:
    """Choose some of the boxes of a drawing to be emptied.

    Args:
        ids: Records that can be left out, in the order of the drawing; numbers follow it.
        count: How many are wanted; if there are fewer, all are taken.
        seed: Decides which. The order of `ids` does not.
    """
    listed = tuple(dict.fromkeys(ids))
    random = Random(seed)  # a worksheet is no secret
    taken = random.sample(sorted(listed), min(count, len(listed)))
    bank = sorted(taken)
    random.shuffle(bank)
    return Blanks(numbered=tuple(id for id in listed if id in taken), bank=tuple(bank))
