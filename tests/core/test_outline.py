"""The words beside a picture say every box and every relation."""

from __future__ import annotations

from argmap.core.comparison import compare
from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import issue_map
from argmap.core.outline import Line, as_text, of_issue, of_tree
from argmap.core.selection import claim_tree
from tests import builders as build


def test_every_argument_of_the_tree_is_said_with_its_relation_and_warrant() -> None:
    text = as_text([of_tree(graph(), claim_tree(graph(), "c"))])

    assert "The Left account supports this claim: “Words of e”" in text
    assert "The Right account undercuts this step: Fact f" in text
    assert "The Right account rebuts this evidence: Claim d" in text
    assert "Because: So it follows." in text


def test_joint_premises_are_said_to_count_together() -> None:
    root = of_tree(graph(), claim_tree(graph(), "c"))

    joint = next(line for line in every(root) if line.kind == "argument")

    assert joint.text == "2 premises taken together"
    assert [child.id for child in joint.children] == ["e", "f"]


def test_what_is_not_shown_is_said_to_be_missing() -> None:
    root = of_tree(graph(), claim_tree(graph(), "c", depth=1))

    assert [line.text for line in every(root) if line.kind == "more"] == [
        "2 more steps not shown here",
    ]


def test_claim_is_said_in_full_once_where_its_headline_is_shortened() -> None:
    built = ArgumentGraph(
        build.corpus(
            claims=[build.claim("c", in_full="All of claim c."), build.claim("d")],
            evidence=[build.fact("e")],
            arguments=[
                build.support("below", "e", "c"),
                build.support("first", "c", "d"),
                build.qualify("again", "c", "d"),
            ],
        )
    )
    text = as_text([of_tree(built, claim_tree(built, "d"))])

    assert "Claim c (The same claim in full: All of claim c.)" in text
    assert [text.count("Claim c"), text.count("All of claim c.")] == [2, 1]


def test_unverified_evidence_says_so() -> None:
    root = of_tree(graph(verified=False), claim_tree(graph(verified=False), "c"))

    assert "[not verified]" in as_text([root])


def test_the_outline_of_an_issue_has_each_claim_with_where_the_accounts_stand() -> None:
    built = graph()

    lines = of_issue(built, issue_map(built, "question"), compare(built))

    assert [line.id for line in lines] == ["c", "d"]
    assert lines[0].lead == "Disputed; the Left account asserts; the Right account denies."
    assert lines[0].note == "Left account: 2 documents for."


def test_nesting_is_shown_by_indentation() -> None:
    line = Line(kind="claim", id="c", lead="", text="Top", children=(
        Line(kind="evidence", id="e", lead="Why", text="Below"),
    ))  # fmt: skip

    assert as_text([line]) == "- Top\n  - Why: Below\n"


def graph(*, verified: bool = True) -> ArgumentGraph:
    return ArgumentGraph(
        build.corpus(
            claims=[build.claim("c"), build.claim("d")],
            evidence=[build.quotation("e", verified=verified), build.fact("f")],
            stances=[build.stance("left", "c"), build.stance("right", "c", "denies")],
            arguments=[
                build.support("for", "e", "c", by="left"),
                build.support("joint", ("e", "f"), "c", by="left"),
                build.undercut("cut", "f", "for", by="right"),
                build.rebut("doubt", "d", "e", by="right"),
            ],
        )
    )


def every(line: Line) -> list[Line]:
    return [line, *(below for child in line.children for below in every(child))]


def test_the_root_says_where_the_accounts_of_the_tree_stand_and_no_others() -> None:
    built = graph()

    both = of_tree(built, claim_tree(built, "c"))
    alone = of_tree(built, claim_tree(built, "c", narratives=["left"]))

    assert both.note == "Disputed; the Left account asserts; the Right account denies."
    assert alone.note == "The Left account asserts."
