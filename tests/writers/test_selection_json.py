"""Read the JSON of a selection as another program would."""

from __future__ import annotations

import json

import pytest

from argmap.writers import selection_json
from argmap.writers.format import Scope
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
