"""The matrix says who uses a document for what; it weighs nothing, and silence is no verdict."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.core.matrix import Matrix, Sharing, matrix
from argmap.core.model import Corpus, Relation, SourceKind
from argmap.errors import UnknownName
from tests import builders as b
from tests.strategies import corpora

SOURCES = [b.source("record"), b.source("treaty", kind=SourceKind.TREATY)]


def graph_of(*arguments: object, **more: object) -> ArgumentGraph:
    """Hold two issues with claims c, d and e, and four documents."""
    values = {
        "narratives": [b.narrative("left"), b.narrative("right"), b.observer("watch")],
        "issues": [b.issue(), b.issue("other")],
        "sources": SOURCES,
        "evidence": [
            b.quotation("one", date=PartialDate(1992)),
            b.quotation("two", date=PartialDate(1991)),
            b.fact("undated", "treaty"),
            b.fact("spare"),
        ],
        "claims": [b.claim("c"), b.claim("d"), b.claim("e", issue="other")],
        "arguments": list(arguments),
    }
    return ArgumentGraph(b.corpus(**(values | more)))


def uses(found: Matrix) -> dict[tuple[str, str], dict[str, int]]:
    """Give what stands in each cell that is not empty: {(document, narrative): {relation: n}}."""
    return {
        (column.evidence.id, cell.narrative): {
            relation.value: count for relation, count in cell.counts.items() if count
        }
        for column in found.columns
        for cell in (*column.cells, *column.beside)
        if cell.arguments
    }


def order(found: Matrix) -> list[str]:
    return [column.evidence.id for column in found.columns]


def test_each_cell_counts_what_the_account_uses_the_document_for() -> None:
    graph = graph_of(
        b.support("a", "one", "c", by="left"),
        b.support("b", "one", "d", by="left"),
        b.qualify("limit", "one", "c", by="right"),
        b.undercut("cut", "two", "a", by="right"),
        b.rebut("against", "two", "d", by="watch"),
    )

    assert uses(matrix(graph)) == {
        ("one", "left"): {"support": 2},
        ("one", "right"): {"qualify": 1},
        ("two", "right"): {"undercut": 1},
        ("two", "watch"): {"rebut": 1},
    }


def test_document_nobody_uses_is_left_out_and_one_not_used_by_an_account_has_an_empty_cell() -> (
    None
):
    (column,) = matrix(graph_of(b.support("a", "one", "c", by="left"))).columns

    assert [cell.narrative for cell in column.cells] == ["left", "right"]
    assert column.cells[1].arguments == ()
    assert set(column.cells[1].counts.values()) == {0}


def test_stances_do_not_fill_cells() -> None:
    argued = b.support("a", "one", "c", by="left")
    silent = graph_of(argued)
    denied = graph_of(argued, stances=[b.stance("left", "c"), b.stance("right", "c", "denies")])

    assert uses(matrix(silent)) == uses(matrix(denied))


def test_documents_for_opposite_ends_come_first_then_shared_ones_then_those_of_one() -> None:
    graph = graph_of(
        b.support("alone", "undated", "c", by="left"),
        b.support("shared", "two", "c", by=("left", "right")),
        b.support("for", "one", "c", by="left"),
        b.rebut("against", "one", "c", by="right"),
        b.support("beside", "spare", "c", by="watch"),
    )
    found = matrix(graph)

    assert order(found) == ["one", "two", "undated", "spare"]
    assert [column.sharing for column in found.columns] == list(Sharing)


def test_documents_of_one_kind_of_sharing_come_by_date_and_undated_ones_last() -> None:
    graph = graph_of(*(b.support(f"s-{id}", id, "c") for id in ("one", "two", "undated")))

    assert order(matrix(graph)) == ["two", "one", "undated"]


def test_argument_on_a_document_bears_on_the_claims_for_which_that_is_used() -> None:
    graph = graph_of(
        b.support("a", "one", "e", by="left"), b.rebut("doubt", "two", "one", by="right")
    )

    assert order(matrix(graph, issue="other")) == ["two", "one"]
    assert order(matrix(graph, issue="question")) == []
    assert order(matrix(graph, claim="e")) == ["two", "one"]
    assert order(matrix(graph, claim="c")) == []


def test_one_claim_alone_decides_whether_its_documents_clash() -> None:
    graph = graph_of(
        b.support("for", "one", "c", by="left"),
        b.rebut("against", "one", "c", by="right"),
        b.support("for-d", "one", "d", by="left"),
    )

    assert [column.sharing for column in matrix(graph, claim="c").columns] == [Sharing.OPPOSITE]
    assert [column.sharing for column in matrix(graph, claim="d").columns] == [Sharing.ONE]


def test_observers_have_rows_of_their_own_and_share_nothing() -> None:
    found = matrix(graph_of(b.support("a", "one", "c", by=("left", "watch"))))

    assert (found.narratives, found.observers) == (("left", "right"), ("watch",))
    assert found.columns[0].sharing is Sharing.ONE


def test_account_that_is_not_chosen_is_left_out_with_its_documents() -> None:
    graph = graph_of(b.support("a", "one", "c", by="left"), b.support("b", "two", "c", by="right"))

    assert order(matrix(graph, ["right"])) == ["two"]


def test_narrowing_keeps_kinds_and_sharing_and_shared_ones_include_opposite_ends() -> None:
    graph = graph_of(
        b.support("alone", "undated", "c", by="left"),
        b.support("shared", "two", "c", by=("left", "right")),
        b.support("for", "one", "c", by="left"),
        b.rebut("against", "one", "c", by="right"),
    )
    found = matrix(graph)

    assert order(found.narrowed(SourceKind.TREATY, None)) == ["undated"]
    assert order(found.narrowed(None, Sharing.SHARED)) == ["one", "two"]
    assert order(found.narrowed(None, Sharing.ONE)) == ["undated"]
    assert order(found.narrowed(SourceKind.TREATY, Sharing.SHARED)) == []
    assert order(found.narrowed(None, None)) == order(found)


def test_totals_count_documents_and_not_arguments() -> None:
    graph = graph_of(
        b.support("a", "one", "c", by="left"),
        b.support("b", "one", "d", by="left"),
        b.rebut("r", "one", "e", by="left"),
    )

    assert matrix(graph).uses["left"][Relation.SUPPORT] == 1
    assert matrix(graph).uses["left"][Relation.REBUT] == 1
    assert matrix(graph).sharing[Sharing.ONE] == 1


@given(corpora())
def test_swapped_accounts_mirror_the_rows_and_change_nothing_else(corpus: Corpus) -> None:
    graph = ArgumentGraph(corpus)
    ids = tuple(account.id for account in graph.accounts)
    there, back = matrix(graph, ids), matrix(graph, ids[::-1])

    assert order(there) == order(back)
    assert there.sharing == back.sharing
    assert there.uses == back.uses
    for one, other in zip(there.columns, back.columns, strict=True):
        assert one.cells == other.cells[::-1]
        assert (one.sharing, one.beside) == (other.sharing, other.beside)


@pytest.mark.parametrize("asked", [{"issue": "nowhere"}, {"claim": "nothing"}])
def test_unknown_names_are_refused(asked: dict[str, str]) -> None:
    with pytest.raises(UnknownName):
        matrix(graph_of(), **asked)
    with pytest.raises(UnknownName):
        matrix(graph_of(), ["watch"])
