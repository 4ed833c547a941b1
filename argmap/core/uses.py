"""Tell what each narrative uses a document for, by the numbers that a list gives its claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Relation

Uses = Mapping[str, Mapping[Relation, tuple[int, ...]]]
"""What each narrative uses one document for, by its id: the numbers of claims, each once."""


def uses_by_document(
    graph: ArgumentGraph, arguments: Iterable[Argument], claims: Iterable[str]
) -> Mapping[str, Uses]:
    """Tell what documents are used for on the claims of a list.

    An undercut counts for the claim that its step finally bears on; what bears on a piece of
    evidence, or on a claim that is not in the list, is left out.

    Args:
        graph: The corpus.
        arguments: The arguments that count, by whoever puts them forward.
        claims: Ids of claims; the first is number 1.

    Returns:
        The uses of every document that has any, by its id; narratives in the order of the corpus,
        relations in the order of `Relation`, numbers ascending.
    """
    number = {claim: place for place, claim in enumerate(claims, 1)}
    found: dict[str, dict[tuple[str, Relation], set[int]]] = {}
    for argument in arguments:
        claim = graph.target_claim(argument)
        if claim is None or claim.id not in number:
            continue
        for premise in argument.premises:
            if premise in graph.evidence:
                for voice in argument.by:
                    key = (voice, argument.relation)
                    found.setdefault(premise, {}).setdefault(key, set()).add(number[claim.id])
    return {document: _in_order(graph, uses) for document, uses in found.items()}


def _in_order(graph: ArgumentGraph, uses: Mapping[tuple[str, Relation], set[int]]) -> Uses:
    ordered: dict[str, dict[Relation, tuple[int, ...]]] = {}
    for narrative in graph.corpus.narratives:
        for relation in Relation:
            if numbers := uses.get((narrative.id, relation)):
                ordered.setdefault(narrative.id, {})[relation] = tuple(sorted(numbers))
    return ordered
