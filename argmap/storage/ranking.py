"""Score what a search found, the same on every database."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from argmap.storage.typed import Query

# What a word weighs in the main text, among names, in other texts, in the titles around.
_LINES = (1.0, 0.9, 0.4, 0.2)


def score(query: Query, row: Any) -> float:
    """Score an entry: by where the words stand, how close together, and what the record is.

    A word's weight grows with its number ever more slowly, and long texts count a little less.
    """
    lines = [f" {line.replace(' ', '  ')} " for line in row.stems.split("\n")]
    distinct = tuple(dict.fromkeys(query.stems))
    total = sum(_weight(query, each, lines) for each in distinct) / len(distinct)
    if len(query.stems) > 1 or query.phrase.count("  "):
        total += _closeness(query, lines)
    main, names, more, _ = lines
    length = 2 + main.count("  ") + names.count("  ") + more.count("  ") / 4
    return round(total * float(row.standing) / 100 / (1 + math.log(length) / 8), 6)


def _weight(query: Query, its_stem: str, lines: Sequence[str]) -> float:
    whole = sum(w * line.count(f" {its_stem} ") for w, line in zip(_LINES, lines, strict=True))
    if not whole and its_stem == query.stems[-1]:
        # Found by its beginning only.
        begun = (w / 4 for w, line in zip(_LINES, lines, strict=True) if f" {its_stem}" in line)
        whole = next(begun, 0.05)
    return whole / (0.5 + whole)


def _closeness(query: Query, lines: Sequence[str]) -> float:
    """Score how much of what was typed stands there as it was typed."""
    near = 0.0
    for weight, line in zip(_LINES, lines, strict=True):
        found = 1.0 if query.phrase in line else 0.0
        pairs = [f" {first}  {second}" in line for first, second in pairwise(query.stems)]
        if pairs:
            found += 0.5 * sum(pairs) / len(pairs)
        near = max(near, weight * found)
    return near
