"""What is shown of an issue, and how many documents each voice uses."""

from __future__ import annotations

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import DocumentCount, issue_map
from argmap.errors import TooLarge
from tests import builders as build


def test_the_map_of_an_issue_has_its_claims_and_the_arguments_between_them() -> None:
    found = issue_map(two_claims(), "question")

    assert [claim.id for claim in found.claims] == ["c", "d"]
    assert [argument.id for argument in found.arguments] == ["between", "cut-by-claim"]


def test_the_map_of_an_issue_counts_documents_by_claim_and_voice() -> None:
    found = issue_map(two_claims(), "question")

    assert dict(found.documents) == {
        ("c", "left"): DocumentCount(supporting=2),
        ("c", "right"): DocumentCount(qualifying=1, opposing=1),
    }


def test_an_issue_too_large_for_one_drawing_is_refused_in_a_plain_sentence() -> None:
    claims = [build.claim(f"c{n}") for n in range(30)]
    graph = ArgumentGraph(build.corpus(claims=claims))

    with pytest.raises(TooLarge, match="30 claims"):
        issue_map(graph, "question", max_claims=20)


def two_claims() -> ArgumentGraph:
    return ArgumentGraph(
        build.corpus(
            claims=[build.claim("c"), build.claim("d")],
            evidence=[build.fact("e"), build.fact("f")],
            arguments=[
                build.support("by-document", "e", "c", by="left"),
                build.support("by-two", ("e", "f"), "c", by="left"),
                build.rebut("against", "e", "c", by="right"),
                build.qualify("limit", "e", "c", by="right"),
                build.rebut("between", "d", "c", by="right"),
                build.undercut("cut-by-claim", "d", "by-document", by="right"),
                build.rebut("of-document", "d", "e", by="right"),
            ],
        )
    )
