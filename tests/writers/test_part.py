"""Say what belongs to an order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.writers.format import Scope
from argmap.writers.part import part


def ids(records):
    return [each.id for each in records]


def test_claim_brings_its_tree_and_what_is_said_about_its_documents(orders):
    chosen = part(orders[Scope.CLAIM])

    assert ids(chosen.claims) == ["promise", "hostile", "formula"]
    assert ids(chosen.arguments) == ["recorded", "elsewhere", "beside-it", "forged"]
    assert ids(chosen.evidence) == ["memo", "count", "ruling"]
    assert ids(chosen.events) == []


def test_claim_at_depth_nought_brings_no_argument(orders):
    chosen = part(replace(orders[Scope.CLAIM], depth=0))

    assert ids(chosen.claims) == ["promise"]
    assert ids(chosen.arguments) == []


def test_issue_brings_premises_of_other_issues_but_not_their_arguments(orders):
    chosen = part(orders[Scope.ISSUE])

    assert ids(chosen.claims) == ["promise", "hostile", "formula"]
    assert ids(chosen.issues) == ["question", "other"]
    assert ids(chosen.events) == ["meeting"]
    assert "partly" not in ids(chosen.arguments)


def test_corpus_brings_everything(orders, graph):
    chosen = part(orders[Scope.CORPUS])

    assert chosen.claims == graph.corpus.claims
    assert chosen.arguments == graph.corpus.arguments
    assert chosen.sources == graph.corpus.sources


def test_accounts_not_chosen_say_nothing_and_observers_always_do(orders):
    chosen = part(replace(orders[Scope.CORPUS], narratives=("left",)))

    assert chosen.accounts == ("left",)
    assert ids(chosen.narratives) == ["left", "study"]
    assert ids(chosen.arguments) == ["recorded", "beside-it", "partly"]


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("accounts", [(), ("left",), ("right",)])
def test_whatever_a_record_names_is_there(orders, scope, accounts):
    chosen = part(replace(orders[scope], narratives=accounts))
    present = {*ids(chosen.claims), *ids(chosen.evidence), *ids(chosen.arguments)}
    named = {id for each in chosen.arguments for id in (each.target, *each.premises)}
    named |= {finding for claim in chosen.claims for finding in claim.findings}

    assert named <= present
    assert {c.source for item in chosen.evidence for c in item.citations} <= {*ids(chosen.sources)}
    assert {claim.issue for claim in chosen.claims} <= {*ids(chosen.issues)}
