"""Give the shipped corpora and their parts: every issue, and all claims or a choice of them.

`ARGMAP_REQUIRE_ALL=1`, which CI sets, is the one switch: with it every claim is taken. Without it
tests take a few, small ones and the largest, so that they stay fast.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from argmap.core.graph import ArgumentGraph
from argmap.core.selection import claim_tree
from argmap.readers import claim_folder
from argmap.writers.format import Order, Scope

CLAIMS = Path(__file__).resolve().parents[2] / "claims"
CORPORA = tuple(sorted(each.name for each in CLAIMS.iterdir() if each.is_dir()))
EVERY_CLAIM = os.environ.get("ARGMAP_REQUIRE_ALL") == "1"


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


@dataclass(frozen=True)
class Part:
    """A corpus, an issue or a claim; `turn` is its own number, for looks that take turns."""

    scope: Scope
    corpus: str
    id: str
    turn: int

    def __str__(self) -> str:
        return f"{self.scope}-{self.corpus}" + (f"-{self.id}" if self.id else "")

    @property
    def order(self) -> Order:
        """Order it to its full depth."""
        named = {self.scope.value: self.id} if self.id else {}
        return Order(graph=shipped(self.corpus), depth=None, **named)


def parts(count: int) -> list[Part]:
    """List every corpus, every issue and so many claims of all sizes; in CI every claim."""
    known = [Part(Scope.CLAIM, *each, turn) for turn, each in enumerate(claims_by_size())]
    if not EVERY_CLAIM:
        known = [known[round(n * (len(known) - 1) / (count - 1))] for n in range(count)]
    whole = [Part(Scope.CORPUS, name, "", turn) for turn, name in enumerate(CORPORA)]
    issues = [Part(Scope.ISSUE, *each, turn) for turn, each in enumerate(ISSUES)]
    return [*whole, *issues, *known]


def sample(count: int) -> list[tuple[str, str]]:
    """Choose claims of all sizes, the smallest and the largest among them; in CI every claim."""
    return [(each.corpus, each.id) for each in parts(count) if each.scope is Scope.CLAIM]
