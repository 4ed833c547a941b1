"""Agreement is a statement about the accounts, one class a claim."""

from __future__ import annotations

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.comparison import (
    Group,
    Verdict,
    by_issue,
    by_period,
    classify,
    compare,
    opposite_ends,
)
from argmap.core.dates import Period
from argmap.core.graph import ArgumentGraph
from argmap.core.model import StanceKind
from argmap.errors import UnknownName
from tests import builders as build

CODES = {
    "A": StanceKind.ASSERTS,
    "K": StanceKind.CONCEDES,
    "Q": StanceKind.QUALIFIES,
    "D": StanceKind.DENIES,
    "S": None,
}
TWO = {
    "AA": "agreed", "AK": "conceded", "KK": "conceded", "AQ": "agreed_with_qualification",
    "KQ": "agreed_with_qualification", "QQ": "agreed_with_qualification", "AD": "disputed",
    "KD": "disputed", "QD": "disputed_in_part", "DD": "rejected_by_all", "AS": "one_sided",
    "KS": "one_sided", "QS": "one_sided", "DS": "one_sided_denial", "SS": "unaddressed",
}  # fmt: skip
THREE = {
    "AAA": "agreed", "AAK": "conceded", "AAQ": "agreed_with_qualification",
    "AAS": "shared_by_some", "AQS": "shared_by_some", "ASS": "one_sided", "AAD": "disputed",
    "ADS": "disputed", "QDS": "disputed_in_part", "DDS": "rejected_by_some",
    "DDD": "rejected_by_all", "DSS": "one_sided_denial", "SSS": "unaddressed",
}  # fmt: skip
HELD = st.sampled_from([*StanceKind, None])


@pytest.mark.parametrize(("code", "verdict"), [*TWO.items(), *THREE.items()])
def test_each_combination_of_stances_has_its_class(code: str, verdict: str) -> None:
    for order in permutations(code):
        assert classify(CODES[letter] for letter in order) == verdict


def test_every_pair_of_stances_is_covered() -> None:
    pairs = {"".join(sorted(pair, key="AKQDS".index)) for pair in product("AKQDS", repeat=2)}

    assert pairs == set(TWO)


@given(st.lists(HELD, min_size=1, max_size=6))
def test_a_claim_has_one_class_whatever_the_order_of_accounts(
    stances: list[StanceKind | None],
) -> None:
    assert classify(stances) == classify(reversed(stances))


@given(st.lists(st.tuples(HELD, HELD, HELD), max_size=6))
def test_swapped_accounts_give_the_mirrored_comparison(
    table: list[tuple[StanceKind | None, ...]],
) -> None:
    graph = graph_of(table)

    one = compare(graph, ["left", "right"])
    other = compare(graph, ["right", "left"])

    assert [row.stances for row in one.rows] == [row.stances[::-1] for row in other.rows]
    assert one.summary == other.summary


@given(st.lists(st.tuples(HELD, HELD, HELD), max_size=6))
def test_an_account_that_is_not_chosen_is_ignored(
    table: list[tuple[StanceKind | None, ...]],
) -> None:
    with_third = compare(graph_of(table), ["left", "right"])
    without = compare(graph_of([row[:2] for row in table]), ["left", "right"])

    assert [row.verdict for row in with_third.rows] == [row.verdict for row in without.rows]


@given(st.lists(st.tuples(HELD, HELD, HELD), max_size=6))
def test_counts_add_up_to_the_claims(table: list[tuple[StanceKind | None, ...]]) -> None:
    summary = compare(graph_of(table)).summary

    assert sum(summary.verdicts.values()) == len(table)
    assert sum(summary.groups.values()) == len(table)
    assert summary.addressed <= summary.told <= summary.claims


def test_all_accounts_are_compared_unless_some_are_named() -> None:
    graph = graph_of([(StanceKind.ASSERTS, StanceKind.ASSERTS, StanceKind.DENIES)])

    assert compare(graph).rows[0].verdict is Verdict.DISPUTED
    assert compare(graph, ["left", "right"]).rows[0].verdict is Verdict.AGREED


def test_an_observer_is_not_compared() -> None:
    graph = ArgumentGraph(
        build.corpus(
            narratives=[build.narrative("left"), build.observer("school")],
            claims=[build.claim("c")],
        )
    )

    assert compare(graph).narratives == ("left",)
    with pytest.raises(UnknownName, match="account 'school'"):
        compare(graph, ["school"])


def test_an_unknown_account_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="Known: left, right"):
        compare(ArgumentGraph(build.corpus()), ["left", "rihgt"])


def test_only_claims_of_the_issue_are_compared() -> None:
    graph = two_issues()

    assert [row.claim.id for row in compare(graph, issue="second").rows] == ["b", "undated"]


def test_only_claims_whose_period_touches_the_one_chosen_are_compared() -> None:
    comparison = compare(two_issues(), period=Period.parse("1991-1993"))

    assert [row.claim.id for row in comparison.rows] == ["a"]


def test_roll_up_by_issue_counts_each_issue_apart() -> None:
    rolled = by_issue(compare(two_issues()))

    assert {name: summary.claims for name, summary in rolled.items()} == {"first": 1, "second": 2}


def test_roll_up_by_period_puts_undated_claims_last() -> None:
    rolled = by_period(compare(two_issues()))

    assert [str(period) for period in rolled] == ["1990-1991", "1997", "None"]


def test_evidence_cited_for_and_against_the_same_claim_serves_opposite_ends() -> None:
    graph = shared_document(
        build.support("for", "record-a", "c", by="left"),
        build.rebut("against", "record-a", "c", by="right"),
    )

    (found,) = opposite_ends(graph)

    assert found.evidence == "record-a"
    assert [(use.narrative, use.favours) for use in found.uses] == [
        ("left", True),
        ("right", False),
    ]


def test_evidence_cited_for_the_same_end_by_both_does_not_clash() -> None:
    graph = shared_document(
        build.support("for", "record-a", "c", by="left"),
        build.support("for-too", "record-a", "c", by="right"),
    )

    assert opposite_ends(graph) == ()


def test_evidence_for_two_claims_clashes_if_each_account_denies_the_others_claim() -> None:
    graph = shared_document(
        build.support("for-c", "record-a", "c", by="left"),
        build.support("for-d", "record-a", "d", by="right"),
        stances=[
            build.stance("left", "c"), build.stance("right", "c", "denies"),
            build.stance("left", "d", "denies"), build.stance("right", "d"),
        ],
    )  # fmt: skip

    assert [found.evidence for found in opposite_ends(graph)] == ["record-a"]


def test_an_undercut_of_a_support_counts_against_the_claim() -> None:
    graph = shared_document(
        build.support("for", "record-a", "c", by="left"),
        build.undercut("cut", "record-a", "for", by="right"),
    )

    (found,) = opposite_ends(graph)

    assert [use.favours for use in found.uses] == [True, False]


def test_one_account_alone_cannot_clash_with_itself() -> None:
    graph = shared_document(
        build.support("for", "record-a", "c", by="left"),
        build.rebut("against", "record-a", "c", by="left"),
    )

    assert opposite_ends(graph) == ()


def test_group_marks_a_conceded_claim_as_agreed() -> None:
    graph = graph_of([(StanceKind.ASSERTS, StanceKind.CONCEDES)])

    assert compare(graph, ["left", "right"]).rows[0].group is Group.AGREED


def graph_of(table: list[tuple[StanceKind | None, ...]]) -> ArgumentGraph:
    """Build claims c0, c1 ... with the stances of left, right and third given row by row."""
    names = ("left", "right", "third")
    return ArgumentGraph(
        build.corpus(
            narratives=[build.narrative(name) for name in names],
            claims=[build.claim(f"c{number}") for number in range(len(table))],
            stances=[
                build.stance(name, f"c{number}", kind)
                for number, row in enumerate(table)
                for name, kind in zip(names, row, strict=False)
                if kind
            ],
        )
    )


def two_issues() -> ArgumentGraph:
    return ArgumentGraph(
        build.corpus(
            issues=[build.issue("first"), build.issue("second")],
            claims=[
                build.claim("a", issue="first", period="1990-1991"),
                build.claim("b", issue="second", period="1997"),
                build.claim("undated", issue="second"),
            ],
        )
    )


def shared_document(*arguments: object, stances: object = ()) -> ArgumentGraph:
    return ArgumentGraph(
        build.corpus(
            claims=[build.claim("c"), build.claim("d")],
            evidence=[build.quotation("record-a")],
            stances=stances,
            arguments=list(arguments),
        )
    )


@pytest.mark.parametrize(
    ("stance", "verdict"),
    [("A", "one_sided"), ("K", "one_sided"), ("Q", "one_sided"), ("D", "one_sided_denial"),
     ("S", "unaddressed")],
)  # fmt: skip
def test_one_account_alone_agrees_with_nobody(stance: str, verdict: str) -> None:
    assert classify([CODES[stance]]) == verdict
