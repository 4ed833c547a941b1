"""Say once what many lines in words and many boxes of one map have in common."""

from __future__ import annotations

from argmap.core.comparison import compare_claim
from argmap.core.graph import ArgumentGraph
from argmap.core.language import code
from argmap.core.model import Argument, Claim, Relation, StanceKind
from argmap.core.wording.arguments import argument_sentence
from argmap.core.wording.comparing import standing


class Refrain:
    """Say who argues how, and where the accounts stand, in the language of each moment.

    Args:
        graph: The corpus.
        accounts: The accounts shown, in order.
    """

    def __init__(self, graph: ArgumentGraph, accounts: tuple[str, ...]) -> None:
        self.graph = graph
        self.accounts = accounts
        self._leads: dict[tuple[str, tuple[str, ...], Relation, bool], str] = {}
        self._standings: dict[tuple[str, tuple[StanceKind | None, ...]], str] = {}

    def lead(self, argument: Argument) -> str:
        """Say whose an argument is and what it does, as `argument_sentence` does."""
        alike = (code(), argument.by, argument.relation, argument.target in self.graph.claims)
        if (lead := self._leads.get(alike)) is None:
            lead = self._leads[alike] = argument_sentence(self.graph, argument)
        return lead

    def standing(self, claim: Claim) -> str:
        """Say where the accounts stand on a claim, as `wording.standing` does."""
        row = compare_claim(self.graph, claim.id, self.accounts)
        alike = (code(), row.stances)
        if (words := self._standings.get(alike)) is None:
            words = self._standings[alike] = standing(self.graph, self.accounts, row)
        return words
