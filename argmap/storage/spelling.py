"""Find the word that somebody who mistyped may have meant."""

from __future__ import annotations

from collections.abc import Iterable

MIN_CHARS = 3
_LONG_WORD = 5


def reach(word: str) -> int:
    """Return how many slips a word of that length may hold and still be guessed at."""
    if len(word) < MIN_CHARS:
        return 0
    return 1 if len(word) < _LONG_WORD else 2


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """Return the known word that takes fewest slips to mistype as this one.

    Args:
        word: What was typed, folded.
        known: Folded words and in how many entries each stands.

    Returns:
        The nearest within reach; of equally near ones the one that begins alike, then the one
        that stands in most entries, then the first in the alphabet. None if none is in reach.
    """
    most = reach(word)
    pairs = _pairs(word)
    best: tuple[int, bool, int, str] | None = None
    for each, entries in known:
        if not most or abs(len(each) - len(word)) > most or each == word:
            continue
        # A slip spoils at most three pairs of letters; most words are refused by that alone.
        if len(pairs - _pairs(each)) > 3 * most:
            continue
        far = _slips(word, each)
        if far <= most:
            found = (far, each[0] != word[0], -entries, each)
            best = found if best is None else min(best, found)
    return best[3] if best else None


def _pairs(word: str) -> set[str]:
    edged = f" {word} "
    return {edged[at : at + 2] for at in range(len(edged) - 1)}


def _slips(one: str, other: str) -> int:
    """Count letters left out, put in, changed, and neighbours swapped, between two words.

    Source: F. J. Damerau, "A technique for computer detection and correction of spelling
        errors", Communications of the ACM 7 (1964), 171-176.
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, its in enumerate(other, 1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != its))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == its:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
