from __future__ import annotations

from argmap.core.balance import balance
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Citation, Corpus, SourceKind
from argmap.core.replies import ReplyLevel
from tests import builders as build


def _corpus(**changes: object) -> Corpus:
    lists: dict[str, object] = {
        "issues": [build.issue(), build.issue("other")],
        "sources": [build.source("treaty", kind=SourceKind.TREATY), build.source("press")],
        "claims": [build.claim("c"), build.claim("d", issue="other")],
        "evidence": [
            build.fact("e", "treaty"),
            build.fact("f", "press"),
            build.fact("g", "treaty", citations=(Citation(source="treaty"),)),
        ],
        "stances": [
            build.stance("left", "c"),
            build.stance("right", "c", "denies"),
            build.stance("left", "d"),
        ],
        "arguments": [
            build.support("a", ("e", "f"), "c"),
            build.rebut("b", "f", "c", by="right"),
            build.undercut("u", "g", "b"),
            build.rebut("r", "e", "f", by="right"),
            build.support("s", "e", "d"),
        ],
    }
    return build.corpus(**(lists | changes))


def test_evidence_counts_once_in_an_issue_and_once_in_the_whole() -> None:
    found = balance(ArgumentGraph(_corpus()))
    here, there = (each.shares[0] for each in found.issues)

    assert (here.evidence, there.evidence, found.whole[0].evidence) == (3, 1, 3)


def test_primary_sources_are_works_and_not_press() -> None:
    found = balance(ArgumentGraph(_corpus()))

    assert [share.primary_sources for share in found.issues[0].shares] == [1, 1]


def test_argument_about_evidence_counts_in_the_issue_where_that_is_used() -> None:
    left, right = balance(ArgumentGraph(_corpus())).issues[0].shares

    assert (left.arguments, right.arguments) == (2, 2)


def test_depth_counts_the_steps_down_from_a_claim() -> None:
    found = balance(ArgumentGraph(_corpus()))

    assert [share.depth for share in found.issues[0].shares] == [2, 2]
    assert [share.depth for share in found.issues[1].shares] == [1, 0]
    assert [share.depth for share in found.whole] == [2, 2]


def test_objections_are_counted_by_the_reply_they_got() -> None:
    left, _ = balance(ArgumentGraph(_corpus())).issues[0].shares

    assert (left.objections, left.unanswered) == (2, 1)
    assert left.replies[ReplyLevel.ANSWERED] == 1


def test_claims_are_those_an_account_takes_a_stance_on() -> None:
    found = balance(ArgumentGraph(_corpus()))

    assert [share.claims for share in found.whole] == [2, 1]
    assert [each.claims for each in found.issues] == [1, 1]


def test_accounts_in_another_order_give_the_same_shares_in_that_order() -> None:
    there = balance(ArgumentGraph(_corpus()))
    swapped = _corpus(narratives=[build.narrative("right"), build.narrative("left")])
    back = balance(ArgumentGraph(swapped))

    assert tuple(reversed(back.whole)) == there.whole


def test_circle_of_undercuts_bears_on_no_issue_and_ends() -> None:
    arguments = [build.undercut("x", "e", "y"), build.undercut("y", "f", "x")]
    found = balance(ArgumentGraph(_corpus(arguments=arguments)))

    assert [share.arguments for each in found.issues for share in each.shares] == [0, 0, 0, 0]
    assert found.whole[0].arguments == 2
