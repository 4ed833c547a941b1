"""What each account brings to a debate, and what is kept off its opponents' sheets."""

from __future__ import annotations

from argmap.core.debate import briefs, case_on_claim, case_on_issue
from argmap.core.graph import ArgumentGraph
from argmap.core.replies import ReplyLevel
from tests import builders as build


def graph_of(*arguments, strongest=(), stances=()) -> ArgumentGraph:
    """Let left assert a and b, which right denies; there is evidence e, f, g."""
    return ArgumentGraph(
        build.corpus(
            narratives=[
                build.narrative("left", strongest=strongest),
                build.narrative("right"),
                build.observer("study"),
            ],
            claims=[build.claim("a"), build.claim("b"), build.claim("c")],
            evidence=[build.fact("e"), build.fact("f"), build.fact("g")],
            stances=[
                *(build.stance("left", claim) for claim in "ab"),
                *(build.stance("right", claim, "denies") for claim in "ab"),
                *stances,
            ],
            arguments=list(arguments),
        )
    )


def test_case_begins_with_what_the_editors_call_strongest():
    graph = graph_of(build.support("for-a", ("e", "f"), "a"), strongest=("b",))

    assert [each.claim.id for each in case_on_issue(graph, "left", "question", 9)] == ["b", "a"]


def test_case_then_follows_the_documents_put_forward():
    graph = graph_of(
        build.rebut("against-b", ("e", "f"), "b", by="right"),
        build.rebut("against-a", "g", "a", by="right"),
    )
    case = case_on_issue(graph, "right", "question", 9)

    assert [(each.claim.id, each.documents) for each in case] == [("b", ("e", "f")), ("a", ("g",))]


def test_claims_conceded_or_accepted_in_part_make_no_case():
    graph = graph_of(stances=[build.stance("left", "c", "concedes")])

    assert "c" not in [each.claim.id for each in case_on_issue(graph, "left", "question", 9)]


def test_case_on_a_claim_is_what_the_account_argues_there_itself():
    graph = graph_of(
        build.support("one", "e", "a"),
        build.support("two", ("f", "g"), "a"),
        build.rebut("theirs", "e", "a", by="right"),
    )

    assert [each.argument.id for each in case_on_claim(graph, "left", "a", 1)] == ["two"]


def test_objection_comes_with_the_reply_that_was_found():
    graph = graph_of(
        build.rebut("objects", "e", "a", by="right"),
        build.undercut("replies", "f", "objects", by="left"),
    )
    left, _ = briefs(graph, {"left": (), "right": ()}, ["a"], 3, 1)
    (objection,) = left.objections

    assert objection.argument.id == "objects"
    assert objection.level is ReplyLevel.ANSWERED
    assert [each.id for each in objection.replies] == ["replies"]


def test_what_answers_one_account_is_no_objection_on_the_sheet_of_another():
    graph = graph_of(
        build.rebut("objects", "e", "a", by="right"),
        build.undercut("replies", "f", "objects", by="left"),
        build.undercut("beside", "g", "objects", by="study"),
    )
    _, right = briefs(graph, {"left": (), "right": ()}, ["a"], 3, 1)

    assert [each.argument.id for each in right.objections] == ["beside"]


def test_account_that_does_not_take_part_raises_no_objection():
    graph = graph_of(build.rebut("objects", "e", "a", by="right"))
    (left,) = briefs(graph, {"left": ()}, ["a"], 3, 1)

    assert left.objections == ()
