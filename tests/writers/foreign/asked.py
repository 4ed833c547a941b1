"""Say what was asked for, and what a file of it has to hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Claim, Evidence, Source
from argmap.writers.format import Order, Scope


@dataclass(frozen=True)
class Asked:
    """A format, a part of a corpus, and the number by which looks take turns.

    The records are found by walking the graph anew: the writers' own choice is what is tested.
    """

    form: str
    order: Order
    turn: int

    def made(self, **given: str) -> bytes:
        """Make the file with these options."""
        chosen = library.choose(self.form, given)
        return library.export(self.form, replace(self.order, chosen=chosen)).content

    @property
    def graph(self) -> ArgumentGraph:
        return self.order.graph

    @cached_property
    def own(self) -> tuple[Claim, ...]:
        """The claims that are asked about; of a claim's own tree it is that claim."""
        if self.order.scope is Scope.CLAIM:
            return (self.graph.claim(self.order.claim),)
        if self.order.scope is Scope.ISSUE:
            return self.graph.claims_of(self.order.issue)
        return self.graph.corpus.claims

    @cached_property
    def _ids(self) -> frozenset[str]:
        found = {claim.id for claim in self.own}
        waiting = [*found]
        while waiting:
            for argument in self.graph.arguments_on(waiting.pop()):
                new = {argument.id, *argument.premises} - found
                found |= new
                # What bears on a claim of another issue is told where that issue is.
                waiting += [id for id in new if not self._is_elsewhere(id)]
        return frozenset(found)

    def _is_elsewhere(self, id: str) -> bool:
        return self.order.scope is Scope.ISSUE and id in self.graph.claims

    @property
    def claims(self) -> list[Claim]:
        return [each for each in self.graph.corpus.claims if each.id in self._ids]

    @property
    def evidence(self) -> list[Evidence]:
        return [each for each in self.graph.corpus.evidence if each.id in self._ids]

    @property
    def arguments(self) -> list[Argument]:
        return [each for each in self.graph.corpus.arguments if each.id in self._ids]

    @property
    def sources(self) -> list[Source]:
        """The works that stand behind it, findings and events included."""
        graph = self.graph
        if self.order.scope is Scope.CORPUS:
            return list(graph.corpus.sources)
        findings = [graph.item(id) for claim in self.claims for id in claim.findings]
        cited = {each.source for item in (*self.evidence, *findings) for each in item.citations}
        if self.order.issue:
            cited |= {id for event in graph.events_of(self.order.issue) for id in event.sources}
        return [each for each in graph.corpus.sources if each.id in cited]

    @property
    def nodes(self) -> dict[str, str]:
        """The texts of all boxes of a picture, by their ids: an issue's has claims alone."""
        shown = (*self.claims, *self.evidence) if self.order.claim else self.own
        return {each.id: each.text for each in shown}

    @property
    def reasons(self) -> list[str]:
        """Why each argument of a claim's tree is one; in other pictures few have room for it."""
        return [each.because for each in self.arguments if self.order.claim and each.because]


def missing(wanted: Iterable[str], text: str) -> list[str]:
    """List the texts that are not in a longer one."""
    return [each for each in wanted if each not in text]
