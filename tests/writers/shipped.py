"""Give the shipped corpora and a choice of their claims, small ones and the largest."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from argmap.core.graph import ArgumentGraph
from argmap.core.selection import claim_tree
from argmap.readers import claim_folder

CLAIMS = Path(__file__).resolve().parents[2] / "claims"
CORPORA = tuple(sorted(each.name for each in CLAIMS.iterdir() if each.is_dir()))


@cache
def shipped(name: str) -> ArgumentGraph:
    return ArgumentGraph(claim_folder.read(CLAIMS / name).corpus)


ISSUES = [(name, issue.id) for name in CORPORA for issue in shipped(name).corpus.issues]


@cache
def claims_by_size() -> tuple[tuple[str, str], ...]:
    """List all claims, corpus and id, from the one with the fewest steps to the one with most."""
    sizes = {
        (name, id): claim_tree(shipped(name), id, depth=None).steps
        for name in CORPORA
        for id in shipped(name).claims
    }
    return tuple(sorted(sizes, key=lambda each: (sizes[each], each)))


def sample(count: int) -> list[tuple[str, str]]:
    """Choose claims of all sizes, the smallest and the largest among them; in CI twice as many."""
    known = claims_by_size()
    if os.environ.get("ARGMAP_REQUIRE_ALL") == "1":
        count *= 2
    return [known[round(n * (len(known) - 1) / (count - 1))] for n in range(count)]
