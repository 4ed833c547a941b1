from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.core.integrity import problems
from argmap.core.model import AccountText, Citation, Corpus
from tests import builders as build
from tests import strategies

_RECORD = Citation(source="record")
_SOME = {"claims": [build.claim("c")], "evidence": [build.fact("e")]}


def _text(narrative: str) -> AccountText:
    return AccountText(narrative=narrative, text="In our words.")


@given(strategies.corpora())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_sound_corpora_have_no_problem(corpus: Corpus) -> None:
    assert problems(corpus) == ()


BROKEN: dict[str, tuple[dict[str, Any], str, object, object]] = {
    "two narratives of one id": (
        {"narratives": [build.narrative("left"), build.narrative("left")]},
        "E101", ("narratives", 1), ("id",),
    ),
    "claim with the id of evidence": (
        {"evidence": [build.fact("c")], "claims": [build.claim("c")]},
        "E101", ("claims", 0), ("id",),
    ),
    "argument with the id of a claim": (
        _SOME | {"arguments": [build.support("c", "e", "c")]},
        "E101", ("arguments", 0), ("id",),
    ),
    "issue of a claim": (
        {"claims": [build.claim("c", issue="lost")]}, "E102", ("claims", 0), ("issue",),
    ),
    "finding of a claim": (
        {"claims": [build.claim("c", findings=("lost",))]}, "E102", ("claims", 0), ("findings", 0),
    ),
    "claim that an account rests on": (
        {"narratives": [build.narrative("left", strongest=("lost",))]},
        "E102", ("narratives", 0), ("strongest", 0),
    ),
    "claim rested on that is only conceded": (
        {
            "narratives": [build.narrative("left"), build.narrative("right", strongest=("b", "c"))],
            "claims": [build.claim("b"), build.claim("c")],
            "stances": [build.stance("right", "b"), build.stance("right", "c", "concedes")],
        },
        "E108", ("narratives", 1), ("strongest", 1),
    ),
    "claim rested on that the account is silent on": (
        {
            "narratives": [build.narrative("left", strongest=("c",)), build.narrative("right")],
            "claims": [build.claim("c")],
            "stances": [build.stance("right", "c")],
        },
        "E108", ("narratives", 0), ("strongest", 0),
    ),
    "observer with a case": (
        {
            "narratives": [build.narrative("left"), build.observer("court", strongest=("c",))],
            "claims": [build.claim("c")],
        },
        "E106", ("narratives", 1), ("strongest",),
    ),
    "source of evidence": (
        {"evidence": [build.fact("e", citations=(_RECORD, Citation(source="lost")))]},
        "E102", ("evidence", 0), ("sources", 1),
    ),
    "issue of an event": (
        {"events": [build.event("x", issue="lost")]}, "E102", ("events", 0), ("issue",),
    ),
    "source of an event": (
        {"events": [build.event("x", sources=("lost",))]}, "E102", ("events", 0), ("sources", 0),
    ),
    "name of an event by an unknown account": (
        {"events": [build.event("x", names=(_text("lost"),))]},
        "E102", ("events", 0), ("names", "lost"),
    ),
    "answer of an unknown account": (
        {"issues": [build.issue(accounts=(_text("lost"),))]},
        "E102", ("issues", 0), ("accounts", "lost"),
    ),
    "voice of an argument": (
        _SOME | {"arguments": [build.support("a", "e", "c", by=("left", "lost"))]},
        "E102", ("arguments", 0), ("by", 1),
    ),
    "premise of an argument": (
        _SOME | {"arguments": [build.support("a", ("e", "lost"), "c")]},
        "E102", ("arguments", 0), ("from", 1),
    ),
    "argument as a premise": (
        _SOME | {"arguments": [build.support("a", "e", "c"), build.rebut("b", "a", "c")]},
        "E102", ("arguments", 1), ("from", 0),
    ),
    "target of an argument": (
        _SOME | {"arguments": [build.support("a", "e", "lost")]},
        "E102", ("arguments", 0), ("target",),
    ),
    "narrative of a stance": (
        _SOME | {"stances": [build.stance("lost", "c")]}, "E102", ("stances", 0), ("narrative",),
    ),
    "claim of a stance": (
        _SOME | {"stances": [build.stance("left", "lost")]}, "E102", ("stances", 0), ("claim",),
    ),
    "undercut of a claim": (
        _SOME | {"arguments": [build.undercut("a", "e", "c")]},
        "E103", ("arguments", 0), ("target",),
    ),
    "rebuttal of an argument": (
        _SOME | {"arguments": [build.support("a", "e", "c"), build.rebut("b", "e", "a")]},
        "E103", ("arguments", 1), ("target",),
    ),
    "qualification of evidence": (
        _SOME | {"arguments": [build.qualify("a", "c", "e")]},
        "E103", ("arguments", 0), ("target",),
    ),
    "two stances of one account": (
        _SOME | {"stances": [build.stance("left", "c"), build.stance("left", "c", "denies")]},
        "E104", ("stances", 1), ("narrative",),
    ),
    "two answers of one account": (
        {"issues": [build.issue(accounts=(_text("left"), _text("left")))]},
        "E104", ("issues", 0), ("accounts", "left"),
    ),
    "claim that supports itself": (
        _SOME | {"arguments": [build.support("a", "c", "c")]},
        "E105", ("arguments", 0), ("target",),
    ),
    "argument that undercuts itself": (
        _SOME | {"arguments": [build.undercut("a", "c", "a")]},
        "E105", ("arguments", 0), ("target",),
    ),
    "no account": (
        {"narratives": [build.observer("court")]}, "E107", None, (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_problem_names_its_record_and_the_place_in_it(case: str) -> None:
    lists, code, record, path = BROKEN[case]

    [problem] = problems(build.corpus(**lists))
    assert (problem.code, problem.record, problem.path) == (code, record, path)


def test_observer_takes_no_stance_and_has_no_words_of_its_own() -> None:
    narratives = [build.narrative("left"), build.narrative("right"), build.observer("court")]
    corpus = build.corpus(
        **_SOME,
        narratives=narratives,
        stances=[build.stance("court", "c")],
        issues=[build.issue(accounts=(_text("court"),))],
    )

    found = [(problem.code, problem.record) for problem in problems(corpus)]
    assert found == [("E106", ("issues", 0)), ("E106", ("stances", 0))]


def test_account_may_rest_on_what_it_asserts() -> None:
    narratives = [build.narrative("left", strongest=("c",))]
    stances = [build.stance("left", "c")]

    assert problems(build.corpus(**_SOME, narratives=narratives, stances=stances)) == ()


def test_near_claim_is_offered_to_rest_on() -> None:
    narratives = [build.narrative("left", strongest=("promis",))]
    corpus = build.corpus(narratives=narratives, claims=[build.claim("promise")])

    [problem] = problems(corpus)
    assert problem.message == "There is no claim 'promis'. Did you mean 'promise'?"


def test_observer_may_argue() -> None:
    narratives = [build.narrative("left"), build.observer("court")]
    arguments = [build.support("a", "e", "c", by="court")]

    assert problems(build.corpus(**_SOME, narratives=narratives, arguments=arguments)) == ()


def test_one_id_may_stand_in_lists_that_are_never_mixed_up() -> None:
    corpus = build.corpus(
        narratives=[build.narrative("same")],
        issues=[build.issue("same")],
        sources=[build.source("same")],
        events=[build.event("same")],
        claims=[build.claim("same", issue="same")],
    )

    assert problems(corpus) == ()


def test_an_undercut_may_be_undercut() -> None:
    arguments = [
        build.support("a", "e", "c"),
        build.undercut("b", "e", "a"),
        build.undercut("d", "e", "b"),
    ]

    assert problems(build.corpus(**_SOME, arguments=arguments)) == ()


def test_near_name_is_offered_only_among_what_the_relation_may_have() -> None:
    arguments = [build.support("step", "e", "c"), build.undercut("b", "e", "stepp")]
    corpus = build.corpus(
        claims=[build.claim("c"), build.claim("steppe")],
        evidence=[build.fact("e")],
        arguments=arguments,
    )

    [problem] = problems(corpus)
    assert problem.message == "There is no argument 'stepp'. Did you mean 'step'?"


def test_every_problem_is_found_at_once() -> None:
    corpus = build.corpus(
        claims=[build.claim("c", issue="lost"), build.claim("c")],
        stances=[build.stance("nobody", "c")],
    )

    assert [problem.code for problem in problems(corpus)] == ["E101", "E102", "E102"]
