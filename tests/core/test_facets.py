"""Facets: what is chosen combines, and every choice is counted as what it would show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.comparison import Group, compare
from argmap.core.dates import Period
from argmap.core.facets import Narrowed, Narrowing, narrow
from argmap.core.graph import ArgumentGraph
from argmap.core.model import EvidenceKind, SourceKind
from tests import builders as b

GRAPH = ArgumentGraph(
    b.corpus(
        issues=[b.issue("first"), b.issue("second")],
        sources=[
            b.source("pact", kind=SourceKind.TREATY),
            b.source("talk", kind=SourceKind.SPEECH),
        ],
        evidence=[
            b.quotation("clause", "pact"),
            b.quotation("said", "talk"),
            b.fact("sum", "pact"),
        ],
        claims=[
            b.claim("agreed", issue="first", period="1990"),
            b.claim("split", issue="first", period="1995-2003"),
            b.claim("alone", issue="second", period="2003"),
            b.claim("undated", issue="second"),
        ],
        stances=[
            b.stance("left", "agreed"),
            b.stance("right", "agreed"),
            b.stance("left", "split"),
            b.stance("right", "split", "denies"),
            b.stance("left", "alone"),
            b.stance("right", "undated"),
        ],
        arguments=[
            b.support("one", "clause", "agreed"),
            b.rebut("two", "said", "split", by="right"),
            b.qualify("three", "sum", "split", by="right"),
            b.support("four", ("said", "sum"), "alone"),
        ],
    )
)


def narrowed(*accounts: str, **chosen: object) -> Narrowed:
    return narrow(GRAPH, compare(GRAPH, accounts or None), Narrowing(**chosen))  # type: ignore[arg-type]


def shown(*accounts: str, **chosen: object) -> list[str]:
    return [row.claim.id for row in narrowed(*accounts, **chosen).rows]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, ["agreed", "split", "alone", "undated"]),
        ({"groups": (Group.DISPUTED,)}, ["split"]),
        ({"groups": (Group.DISPUTED, Group.AGREED)}, ["agreed", "split"]),
        ({"issues": ("second",)}, ["alone", "undated"]),
        ({"issues": ("first", "second"), "groups": (Group.AGREED,)}, ["agreed"]),
        ({"period": Period.parse("2000-2009")}, ["split", "alone"]),
        ({"evidence": (EvidenceKind.FACT,)}, ["split", "alone"]),
        ({"sources": (SourceKind.TREATY,)}, ["agreed", "split", "alone"]),
        ({"sources": (SourceKind.MEMOIR,)}, []),
    ],
)
def test_choices_add_up_in_a_facet_and_combine_between_them(chosen, expected) -> None:
    assert shown(**chosen) == expected


def test_kind_of_evidence_and_of_source_are_met_by_one_document() -> None:
    quoted = {"evidence": (EvidenceKind.QUOTATION,), "sources": (SourceKind.TREATY,)}

    assert shown(**quoted) == ["agreed"]


def test_only_documents_of_the_accounts_compared_count() -> None:
    assert shown("left", evidence=(EvidenceKind.FACT,)) == ["alone"]


def test_rows_that_fit_are_counted_before_the_marks() -> None:
    result = narrowed(issues=("first",), groups=(Group.AGREED,))

    assert [row.claim.id for row in result.fitting.rows] == ["agreed", "split"]
    assert len(result.rows) == 1


def test_decades_hold_what_touches_them() -> None:
    assert dict(narrowed().decades) == {1990: 2, 2000: 2}


def test_very_long_times_are_not_cut_into_decades() -> None:
    graph = ArgumentGraph(b.corpus(claims=[b.claim("old", period="1200-1990")]))

    assert dict(narrow(graph, compare(graph), Narrowing()).decades) == {}


_CHOSEN = st.fixed_dictionaries(
    {
        "groups": st.lists(st.sampled_from(Group), unique=True).map(tuple),
        "issues": st.lists(st.sampled_from(["first", "second"]), unique=True).map(tuple),
        "evidence": st.lists(st.sampled_from(EvidenceKind), unique=True).map(tuple),
        "sources": st.lists(
            st.sampled_from([SourceKind.TREATY, SourceKind.SPEECH]), unique=True
        ).map(tuple),
    }
)


@given(chosen=_CHOSEN)
def test_every_count_is_what_its_choice_shows(chosen: dict[str, tuple[object, ...]]) -> None:
    result = narrowed(**chosen)

    for facet in ("groups", "issues", "evidence", "sources"):
        for choice, count in getattr(result, facet).items():
            assert len(shown(**{**chosen, facet: (choice,)})) == count
