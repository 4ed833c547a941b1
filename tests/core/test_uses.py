from __future__ import annotations

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Relation
from argmap.core.uses import uses_by_document
from tests import builders as build


def _graph() -> ArgumentGraph:
    return ArgumentGraph(
        build.corpus(
            claims=[build.claim("c"), build.claim("d"), build.claim("elsewhere")],
            evidence=[build.quotation("q"), build.fact("f"), build.fact("idle")],
            stances=[],
            arguments=[
                build.support("for-d", "q", "d"),
                build.support("for-c", ("q", "f"), "c"),
                build.rebut("not-d", "q", "d", by="right"),
                build.undercut("no-step", "f", "for-c", by="right"),
                build.support("far", "f", "elsewhere", by="right"),
            ],
        )
    )


def test_document_has_its_uses_by_the_numbers_of_the_claims() -> None:
    graph = _graph()
    used = uses_by_document(graph, graph.arguments.values(), ("c", "d"))

    assert used == {
        "q": {"left": {Relation.SUPPORT: (1, 2)}, "right": {Relation.REBUT: (2,)}},
        "f": {"left": {Relation.SUPPORT: (1,)}, "right": {Relation.UNDERCUT: (1,)}},
    }


def test_nothing_is_used_for_claims_that_are_not_listed() -> None:
    graph = _graph()

    assert uses_by_document(graph, graph.arguments.values(), ()) == {}
