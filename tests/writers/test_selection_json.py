"""Read the JSON of a selection as another program would."""

from __future__ import annotations

import json

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.writers import selection_json
from argmap.writers.format import Order, Scope
from tests import builders
from tests.writers.conftest import CYRILLIC, HOSTILE

KEYS = [
    "format", "version", "corpus", "scope", "compared", "narratives", "issues", "events",
    "claims", "arguments", "evidence", "sources",
]  # fmt: skip


@pytest.mark.parametrize("scope", list(Scope))
def test_every_key_is_there_in_every_scope(orders, scope):
    document = json.loads(selection_json.write(orders[scope]))

    assert list(document) == KEYS
    assert document["scope"]["kind"] == scope


def test_every_text_comes_back_as_it_was(orders):
    claims = json.loads(selection_json.write(orders[Scope.CORPUS]))["claims"]

    assert [claims[0]["text"], claims[1]["text"]] == [CYRILLIC, HOSTILE]


def test_claim_has_stances_verdict_and_group(orders):
    claims = json.loads(selection_json.write(orders[Scope.CORPUS]))["claims"]

    assert claims[0]["stances"] == {
        "left": {"stance": "asserts", "how": "In so many words."},
        "right": {"stance": "denies", "how": ""},
    }
    assert (claims[0]["verdict"], claims[0]["group"]) == ("disputed", "disputed")
    assert claims[3]["stances"] == {"left": None, "right": None}


def test_case_of_an_account_names_only_claims_that_are_there():
    graph = ArgumentGraph(
        builders.corpus(
            narratives=[builders.narrative("left", strongest=("b", "a"))],
            issues=[builders.issue(), builders.issue("other")],
            claims=[builders.claim("a", in_full="A."), builders.claim("b", issue="other")],
            stances=[builders.stance("left", "a"), builders.stance("left", "b")],
        )
    )
    whole = json.loads(selection_json.write(Order(graph=graph)))
    part = json.loads(selection_json.write(Order(graph=graph, issue="question")))

    assert whole["narratives"][0]["strongest"] == ["b", "a"]
    assert part["narratives"][0]["strongest"] == ["a"]
    assert [claim["in_full"] for claim in whole["claims"]] == ["A.", ""]


def test_dates_are_as_precise_as_the_source(orders):
    document = json.loads(selection_json.write(orders[Scope.CORPUS]))

    assert document["claims"][0]["period"] == "1990-1991"
    assert document["claims"][1]["period"] is None
    assert document["corpus"]["revised"] == "2026-11-23"
    assert document["evidence"][0]["date"] == "1990-02-09"


def test_all_records_of_a_kind_have_the_same_keys(orders):
    document = json.loads(selection_json.write(orders[Scope.CORPUS]))
    shapes = {
        kind: {tuple(record) for record in document[kind]}
        for kind in ("narratives", "issues", "claims", "arguments", "evidence", "sources")
    }

    assert {kind: len(found) for kind, found in shapes.items()} == dict.fromkeys(shapes, 1)
