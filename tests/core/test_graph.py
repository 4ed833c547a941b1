from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Citation, Corpus
from argmap.errors import InvalidCorpus, UnknownName
from tests import builders as build
from tests import strategies


def _graph(**lists: Any) -> ArgumentGraph:
    whole: dict[str, Any] = {"claims": [build.claim("c")], "evidence": [build.fact("e")]}
    return ArgumentGraph(build.corpus(**(whole | lists)))


@given(strategies.corpora())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_argument_is_found_from_its_target_and_from_each_premise(corpus: Corpus) -> None:
    graph = ArgumentGraph(corpus)

    for argument in corpus.arguments:
        assert argument in graph.arguments_on(argument.target)
        assert all(argument in graph.arguments_from(premise) for premise in argument.premises)
    counted = sum(len(graph.arguments_on(id)) for id in (*graph.claims, *graph.evidence))
    assert counted == len(corpus.arguments)


def test_corpus_that_does_not_hold_together_is_refused_with_all_its_problems() -> None:
    corpus = build.corpus(claims=[build.claim("c", issue="x"), build.claim("d", issue="y")])

    with pytest.raises(InvalidCorpus) as caught:
        ArgumentGraph(corpus)
    assert [problem.code for problem in caught.value.problems] == ["E102", "E102"]


def test_arguments_are_in_the_order_of_the_corpus() -> None:
    graph = _graph(arguments=[build.rebut("b", "e", "c"), build.support("a", "e", "c")])

    assert [argument.id for argument in graph.arguments_on("c")] == ["b", "a"]
    assert [argument.id for argument in graph.arguments_from("e")] == ["b", "a"]


def test_what_has_no_arguments_has_an_empty_list() -> None:
    assert _graph().arguments_on("c") == ()
    assert _graph().arguments_from("nothing") == ()


def test_evidence_cited_twice_from_one_source_is_listed_once() -> None:
    places = (Citation(source="record", locator="p. 1"), Citation(source="record", locator="p. 2"))
    graph = _graph(evidence=[build.fact("e", citations=places)])

    assert [item.id for item in graph.evidence_of("record")] == ["e"]


def test_claims_and_events_are_found_under_their_issue() -> None:
    graph = _graph(events=[build.event("x", issue="question"), build.event("y")])

    assert [claim.id for claim in graph.claims_of("question")] == ["c"]
    assert [event.id for event in graph.events_of("question")] == ["x"]


def test_silence_is_no_stance() -> None:
    graph = _graph(stances=[build.stance("left", "c")])

    assert graph.stance("left", "c") == build.stance("left", "c")
    assert graph.stance("right", "c") is None


def test_observers_are_no_accounts() -> None:
    narratives = [build.narrative("left"), build.observer("court"), build.narrative("right")]
    graph = _graph(narratives=narratives)

    assert [account.id for account in graph.accounts] == ["left", "right"]
    assert graph.choose_accounts() == ("left", "right")


def test_accounts_are_chosen_in_the_order_asked_for_and_once() -> None:
    assert _graph().choose_accounts(["right", "left", "right"]) == ("right", "left")


def test_choosing_an_observer_lists_the_accounts() -> None:
    graph = _graph(narratives=[build.narrative("left"), build.observer("court")])

    with pytest.raises(UnknownName, match="Known: left"):
        graph.choose_accounts(["court"])


def test_colour_is_counted_within_a_role() -> None:
    narratives = [build.observer("court"), build.narrative("left"), build.narrative("right")]
    graph = _graph(narratives=narratives)

    indexes = [graph.colour_index(id) for id in ("court", "left", "right")]
    assert indexes == [0, 0, 1]


def test_undercut_of_an_undercut_bears_on_the_claim_at_the_end() -> None:
    arguments = [
        build.support("a", "e", "c"),
        build.undercut("b", "e", "a"),
        build.undercut("d", "e", "b"),
    ]
    graph = _graph(arguments=arguments)

    assert graph.target_claim(graph.argument("d")) == build.claim("c")


def test_argument_on_evidence_bears_on_no_claim() -> None:
    graph = _graph(arguments=[build.rebut("a", "c", "e")])

    assert graph.target_claim(graph.argument("a")) is None


def test_undercuts_in_a_circle_bear_on_no_claim() -> None:
    graph = _graph(arguments=[build.undercut("a", "e", "b"), build.undercut("b", "e", "a")])

    assert graph.target_claim(graph.argument("a")) is None


@pytest.mark.parametrize("kind", ["narrative", "issue", "source", "item", "claim", "argument"])
def test_look_up_of_an_unknown_name_says_so(kind: str) -> None:
    with pytest.raises(UnknownName, match="'lost'"):
        getattr(_graph(), kind)("lost")


def test_mappings_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        _graph().claims["x"] = build.claim("x")  # type: ignore[index]
