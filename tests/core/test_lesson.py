"""The steps that tell an issue or a claim: in order, bounded, and even-handed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.graph import ArgumentGraph
from argmap.core.lesson import Length, Lesson, StepKind, of_claim, of_issue
from argmap.core.model import AccountText, Corpus, Relation, StanceKind
from argmap.errors import UnknownName
from tests import builders as build


def exchange(*more, **lists) -> ArgumentGraph:
    """Let left rest main on memo, right undercut that, left answer, right rebut main."""
    values = {
        "narratives": [build.narrative("left"), build.narrative("right"), build.observer("study")],
        "claims": [build.claim("main"), build.claim("shared"), build.claim("theirs")],
        "evidence": [build.quotation(id) for id in ("memo", "note", "file")],
        "stances": [
            build.stance("left", "main"),
            build.stance("right", "main", "denies"),
            build.stance("left", "shared"),
            build.stance("right", "shared", "concedes"),
            build.stance("right", "theirs"),
        ],
        "arguments": [
            build.rebut("against", "note", "main", by="right"),
            build.support("for", "memo", "main"),
            build.undercut("not-so", "note", "for", by="right"),
            build.undercut("still-so", "file", "not-so"),
            build.undercut("aside", "file", "for", by="study"),
            *more,
        ],
    }
    return ArgumentGraph(build.corpus(**(values | lists)))


def told(lesson: Lesson) -> list[str]:
    return [(step.chain or (step.claim or step.kind.value,))[-1] for step in lesson.steps]


@st.composite
def debates(draw: st.DrawFn) -> Corpus:
    """Draw a debate of two or three accounts and an observer, with replies to replies."""
    accounts = ["left", "right", "third"][: draw(st.integers(2, 3))]
    voices = st.lists(st.sampled_from([*accounts, "study"]), min_size=1, max_size=2, unique=True)
    claims, evidence = ["a", "b", "c", "d"], ["e", "f", "g"]
    arguments = []
    for number in range(draw(st.integers(0, 14))):
        relation = draw(st.sampled_from(Relation))
        known = [each.id for each in arguments]
        if relation is Relation.UNDERCUT and not known:
            relation = Relation.REBUT
        targets = {Relation.UNDERCUT: known, Relation.QUALIFY: claims}
        target = draw(st.sampled_from(targets.get(relation, [*claims, *evidence])))
        premises = [each for each in [*claims, *evidence] if each != target]
        premise, by = draw(st.sampled_from(premises)), tuple(draw(voices))
        arguments.append(build.argument(f"step-{number}", premise, relation, target, by=by))
    stances = [
        build.stance(account, claim, kind)
        for claim in claims
        for account in accounts
        if (kind := draw(st.sampled_from([*(each.value for each in StanceKind), ""])))
    ]
    return build.corpus(
        narratives=[*map(build.narrative, accounts), build.observer("study")],
        claims=list(map(build.claim, claims)),
        evidence=list(map(build.fact, evidence)),
        stances=stances,
        arguments=arguments,
    )


def test_claim_comes_before_its_reason_and_the_reason_before_what_was_answered():
    assert told(of_claim(exchange(), "main")) == [
        "question", "main", "for", "not-so", "against", "overview", "sources",
    ]  # fmt: skip


def test_in_full_the_reply_is_answered_as_well():
    steps = of_claim(exchange(), "main", length=Length.FULL).steps

    assert ("for", "not-so", "still-so") in [step.chain for step in steps]


def test_account_replies_before_an_observer_though_that_brings_more():
    more = build.undercut("thick", ("file", "note"), "for", by="study")

    assert "thick" not in told(of_claim(exchange(more), "main"))


def test_who_accepts_a_claim_is_heard_before_who_denies_it():
    lesson = of_claim(exchange(), "main", narratives=["right", "left"])

    assert told(lesson).index("for") < told(lesson).index("against")


def test_each_account_has_a_claim_of_its_own_and_there_is_one_that_all_accept():
    assert of_issue(exchange(), "question").claims == ("main", "shared", "theirs")
    assert of_issue(exchange(), "question", points=2).claims == ("main", "theirs")


def test_answers_of_accounts_are_told_where_there_are_any():
    answered = build.issue(accounts=(AccountText(narrative="left", text="Yes."),))

    assert StepKind.ACCOUNTS not in {s.kind for s in of_issue(exchange(), "question").steps}
    kinds = {s.kind for s in of_issue(exchange(issues=[answered]), "question").steps}
    assert StepKind.ACCOUNTS in kinds


def test_claim_in_a_reason_brings_the_document_behind_it():
    more = [
        build.support("from-shared", "shared", "theirs", by="right"),
        build.support("shared-rests", "file", "shared", by="right"),
    ]
    (step,) = [s for s in of_claim(exchange(*more), "theirs").steps if s.kind is StepKind.REASON]

    assert step.documents == ("file",)


def test_sources_are_those_of_what_is_quoted_and_no_step_names_none():
    bare = exchange(arguments=[build.support("from-shared", "shared", "main")])

    assert of_claim(exchange(), "main").sources == ("record",)
    assert StepKind.SOURCES not in {step.kind for step in of_claim(bare, "main").steps}


def test_circle_of_replies_comes_to_an_end():
    circle = [
        build.support("for", "memo", "main"),
        build.undercut("no", "note", "for", by="right"),
        build.rebut("yes", "memo", "note"),
        build.rebut("again", "note", "memo", by="right"),
    ]
    steps = told(of_claim(exchange(arguments=circle), "main", length=Length.FULL))

    assert len(steps) == len(set(steps))


def test_unknown_claim_issue_and_account_are_named():
    with pytest.raises(UnknownName, match="nowhere"):
        of_claim(exchange(), "nowhere")
    with pytest.raises(UnknownName, match="nowhere"):
        of_issue(exchange(), "nowhere")
    with pytest.raises(UnknownName, match="study"):
        of_issue(exchange(), "question", narratives=["study"])


@given(debates())
def test_swapped_accounts_give_the_same_steps(corpus: Corpus):
    graph = ArgumentGraph(corpus)
    accounts = [account.id for account in graph.accounts]
    for issue in graph.issues:
        for length in Length:
            one = of_issue(graph, issue, narratives=accounts, length=length)
            other = of_issue(graph, issue, narratives=accounts[::-1], length=length)

            assert one.claims == other.claims
            assert {s.chain[-1:] for s in one.steps} == {s.chain[-1:] for s in other.steps}


@given(debates())
def test_no_place_in_the_corpus_is_favoured(corpus: Corpus):
    """Let the accounts change places in the corpus, with nothing else changed."""
    turned = ArgumentGraph(replace(corpus, narratives=corpus.narratives[::-1]))
    graph = ArgumentGraph(corpus)
    for claim in graph.claims:
        one, other = of_claim(graph, claim), of_claim(turned, claim)

        assert {s.chain[-1:] for s in one.steps} == {s.chain[-1:] for s in other.steps}


@given(debates())
def test_every_step_under_a_claim_is_told_once_and_after_what_it_answers(corpus: Corpus):
    graph = ArgumentGraph(corpus)
    for issue in graph.issues:
        lesson = of_issue(graph, issue, length=Length.FULL)
        seen: set[tuple[str, str]] = set()
        for step in (step for step in lesson.steps if step.chain):
            *before, new = ((step.claim, id) for id in step.chain)
            assert new not in seen
            assert seen.issuperset(before)
            seen.add(new)
        assert len(lesson.claims) <= 3
