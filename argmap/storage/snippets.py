"""Mark what was found in a text, and choose the stretch of it to show."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from argmap.storage.typed import Query
from argmap.storage.words import stem, words

Parts = tuple[tuple[str, bool], ...]
"""A text in order, cut into (text, whether it was found)."""


def marks(query: Query, shown: str, stems: Sequence[str] | None = None) -> list[tuple[int, int]]:
    """Find where the words of a query begin and end in a text.

    Args:
        query: What was typed.
        shown: The text.
        stems: Those of its words, where they are known.
    """
    # Not strict: a text stored by another version of Python, whose Unicode has other letters,
    # may be cut into other words today, and a mark in a wrong place is no reason to fail.
    cut = list(words(shown))
    known = [stem(word) for _, _, word in cut] if stems is None else stems
    return [
        (start, end)
        for (start, end, word), its_stem in zip(cut, known, strict=False)
        if query.finds(word, its_stem)
    ]


def heads(query: Query, shown: str, found: Iterable[tuple[int, int]]) -> set[str]:
    """Name the stems of a query that were found in a text."""
    heads = set()
    for start, end in found:
        its_stem = next((stem(word) for _, _, word in words(shown[start:end])), "")
        heads.add(its_stem if its_stem in query.stems else query.stems[-1])
    return heads


def snippet(shown: str, found: list[tuple[int, int]], most: int) -> Parts:
    """Cut the stretch of a text that has most of what was found, of at most so many characters."""
    begin, end = _window(shown, found, most)
    parts = parted(shown, found, begin, end)
    before = (("… ", False),) if begin else ()
    after = ((" …", False),) if end < len(shown) else ()
    return (*before, *parts, *after)


def parted(shown: str, found: Iterable[tuple[int, int]], begin: int, end: int) -> Parts:
    """Cut a stretch of a text where something found in it begins and ends."""
    parts: list[tuple[str, bool]] = []
    at = begin
    for first, last in found:
        if first < begin or last > end:
            continue
        parts += [(shown[at:first], False), (shown[first:last], True)]
        at = last
    parts.append((shown[at:end], False))
    return tuple(part for part in parts if part[0])


def _window(shown: str, found: list[tuple[int, int]], most: int) -> tuple[int, int]:
    """Choose the stretch to show: the one with most words found, cut between words."""
    if len(shown) <= most:
        return 0, len(shown)
    starts = [start for start, _ in found] or [0]
    reached = [bisect_left(starts, at + most // 2) for at in starts]
    fullest = starts[max(range(len(starts)), key=lambda index: reached[index] - index)]
    begin = max(0, min(fullest - most // 4, len(shown) - most))
    if begin and 0 <= (space := shown.find(" ", begin, fullest)):
        begin = space + 1
    end = min(len(shown), begin + most)
    if end < len(shown) and (space := shown.rfind(" ", fullest + 1, end)) > begin:
        end = space
    return begin, end
