"""What a narrative rests on, holds, argues and cites, gathered without weighing it."""

from __future__ import annotations

import pytest

from argmap.core.case import (
    arguments_by_issue,
    documents_behind,
    most_used,
    stances_of,
    strongest,
    strongest_unanswered,
)
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Relation, StanceKind
from argmap.core.replies import ReplyLevel, ledger
from argmap.errors import UnknownName
from tests import builders as build


def rested(*arguments, claims=("c",), accounts=("left", "right"), observers=()):
    """Let left rest its case on claims c; there are claims a, b and evidence e, f, g beside."""
    ids = dict.fromkeys((*claims, "a", "b"))
    graph = ArgumentGraph(
        build.corpus(
            narratives=[
                build.narrative("left", strongest=claims),
                *map(build.narrative, accounts[1:]),
                *map(build.observer, observers),
            ],
            claims=[build.claim(id) for id in ids],
            evidence=[build.fact("e"), build.fact("f"), build.fact("g")],
            stances=[build.stance("left", id) for id in claims],
            arguments=list(arguments),
        )
    )
    return strongest(graph, "left")


def test_claims_rested_on_are_in_the_editors_order():
    assert [each.claim.id for each in rested(claims=("d", "c"))] == ["d", "c"]


def test_account_without_strongest_claims_has_none():
    assert strongest(ArgumentGraph(build.corpus()), "left") == ()


def test_documents_brought_are_those_put_forward_for_the_claim_itself():
    (claim,) = rested(
        build.support("own", ("e", "f"), "c"),
        build.support("again", "e", "c"),
        build.support("others", "g", "c", by="right"),
        build.qualify("limit", "g", "c"),
    )

    assert claim.documents == 2


def test_claim_that_no_account_attacks_has_no_objection():
    (claim,) = rested(
        build.support("own", "e", "c"),
        build.rebut("watched", "f", "c", by="court"),
        observers=("court",),
    )

    assert claim.objection is None


def test_objection_with_most_documents_behind_it_is_named():
    (claim,) = rested(
        build.support("own", "e", "c"),
        build.rebut("one", "f", "c", by="right"),
        build.undercut("two", ("f", "g"), "own", by="right"),
    )

    assert claim.objection.argument.id == "two"


def test_objection_to_the_claim_itself_goes_before_an_equal_one_to_a_step():
    (claim,) = rested(
        build.support("own", "e", "c"),
        build.undercut("step", "f", "own", by="right"),
        build.rebut("direct", "g", "c", by="right"),
    )

    assert claim.objection.argument.id == "direct"


def test_objection_of_a_third_account_counts_as_well():
    (claim,) = rested(
        build.rebut("against", "f", "c", by="third"), accounts=("left", "right", "third")
    )

    assert claim.objection.argument.by == ("third",)


def test_attack_on_a_document_is_an_objection_to_each_claim_it_is_used_for():
    claims = rested(
        build.support("first", "e", "c"),
        build.support("second", "e", "d"),
        build.rebut("forged", "f", "e", by="right"),
        claims=("c", "d"),
    )

    assert [each.objection.argument.id for each in claims] == ["forged", "forged"]


def test_reply_with_most_documents_behind_it_stands_first():
    (claim,) = rested(
        build.rebut("against", "f", "c", by="right"),
        build.undercut("short", "e", "against"),
        build.undercut("long", ("e", "g"), "against"),
    )

    assert [reply.id for reply in claim.objection.replies] == ["long", "short"]
    assert claim.objection.level is ReplyLevel.ANSWERED


def test_objection_without_a_reply_says_so():
    (claim,) = rested(build.rebut("against", "f", "c", by="right"))

    assert (claim.objection.level, claim.objection.replies) == (ReplyLevel.UNANSWERED, ())


def test_documents_behind_a_claim_that_is_a_premise_count_one_step_down():
    graph = ArgumentGraph(
        build.corpus(
            claims=[build.claim(id) for id in "abc"],
            evidence=[build.fact(id) for id in "efgh"],
            arguments=[
                build.rebut("against", ("a", "e"), "c", by="right"),
                build.support("own", "f", "a", by="right"),
                build.support("of-others", "g", "a", by="left"),
                build.support("further", "h", "b", by="right"),
                build.support("on-claim", "b", "a", by="right"),
            ],
        )
    )

    assert documents_behind(graph, graph.argument("against")) == {"e", "f"}


def test_stances_are_sorted_by_kind_and_none_is_left_out():
    graph = ArgumentGraph(
        build.corpus(
            claims=[build.claim(id) for id in "abc"],
            stances=[
                build.stance("left", "c", "denies"),
                build.stance("left", "a", "denies"),
                build.stance("left", "b", "concedes"),
                build.stance("right", "a"),
            ],
        )
    )
    held = {kind: [each.claim for each in all] for kind, all in stances_of(graph, "left").items()}

    assert held == {
        StanceKind.ASSERTS: [],
        StanceKind.CONCEDES: ["b"],
        StanceKind.QUALIFIES: [],
        StanceKind.DENIES: ["a", "c"],
    }


def argued():
    return ArgumentGraph(
        build.corpus(
            narratives=[build.narrative("left"), build.observer("court")],
            issues=[build.issue("first"), build.issue("second"), build.issue("third")],
            claims=[build.claim("a", issue="first"), build.claim("b", issue="second")],
            evidence=[build.fact("e"), build.fact("f"), build.fact("g")],
            arguments=[
                build.support("on-b", "e", "b", by="court"),
                build.rebut("on-a", ("e", "f"), "a", by=("left", "court")),
                build.rebut("on-e", "g", "e", by="court"),
                build.qualify("not-theirs", "g", "a", by="left"),
            ],
        )
    )


def test_arguments_are_sorted_by_the_issues_they_bear_on():
    found = arguments_by_issue(argued(), "court")

    assert {issue: [each.id for each in all] for issue, all in found.items()} == {
        "first": ["on-a", "on-e"],
        "second": ["on-b", "on-e"],
    }


def test_documents_used_most_stand_first_with_what_they_are_used_for():
    first, second, third = most_used(argued(), "court", 5)

    assert [first.evidence, second.evidence, third.evidence] == ["e", "f", "g"]
    assert first.uses == {
        Relation.SUPPORT: 1,
        Relation.REBUT: 1,
        Relation.UNDERCUT: 0,
        Relation.QUALIFY: 0,
    }
    assert [first.count, second.count] == [2, 1]


def test_only_as_many_documents_are_listed_as_asked_for():
    assert [each.evidence for each in most_used(argued(), "court", 1)] == ["e"]


@pytest.mark.parametrize("ask", [strongest, stances_of])
def test_observer_has_no_case_and_no_stances(ask):
    with pytest.raises(UnknownName):
        ask(argued(), "court")


@pytest.mark.parametrize("ask", [strongest, stances_of, arguments_by_issue])
def test_unknown_narrative_is_an_error(ask):
    with pytest.raises(UnknownName):
        ask(argued(), "nobody")


def test_strongest_without_reply_counts_works_and_not_passages() -> None:
    graph = ArgumentGraph(
        build.corpus(
            narratives=[build.narrative("left"), build.narrative("right"), build.observer("watch")],
            sources=[build.source("one"), build.source("two")],
            evidence=[
                build.fact("a", "one"), build.fact("b", "one"), build.fact("c", "one"),
                build.fact("d", "one"), build.fact("e", "two"), build.fact("f", "two"),
            ],
            claims=[build.claim("point")],
            stances=[build.stance("left", "point")],
            arguments=[
                build.rebut("many-passages", ("a", "b", "c"), "point", by="right"),
                build.rebut("two-works", ("d", "e"), "point", by="right"),
                build.rebut("by-others", ("a", "b", "d", "e"), "point", by="watch"),
                build.rebut("met", ("c", "f"), "point", by="right"),
                build.undercut("reply", "a", "met", by="left"),
            ],
        )
    )  # fmt: skip
    found = strongest_unanswered(graph, ledger(graph, "left"), ["left", "right"])

    assert found is not None
    assert (found.objection.argument.id, found.works) == ("two-works", 2)
    assert strongest_unanswered(graph, ledger(graph, "right"), ["right", "watch"]) is None
