"""Read the comparison as a spreadsheet and a program would."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from argmap.core.comparison import Verdict, compare
from argmap.core.graph import ArgumentGraph
from argmap.writers import comparison_table
from argmap.writers.format import Order, Scope
from tests import builders
from tests.writers.conftest import CYRILLIC


def rows(order):
    text = comparison_table.write_csv(order).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_each_claim_is_one_line_with_a_column_for_each_account(orders):
    table = rows(orders[Scope.CORPUS])

    assert [row["claim"] for row in table] == ["promise", "hostile", "formula", "lonely"]
    assert (table[0]["left"], table[0]["right"]) == ("asserts", "denies")
    assert (table[0]["text"], table[0]["verdict"]) == (CYRILLIC, "disputed")
    assert (table[3]["left"], table[3]["verdict"]) == ("", "unaddressed")


def test_claim_in_full_is_the_last_column(orders):
    whole = [builders.claim("a", in_full="=All of it"), builders.claim("b")]
    table = rows(Order(graph=ArgumentGraph(builders.corpus(claims=whole))))

    assert list(table[0])[-1] == "in_full"
    assert [row["in_full"] for row in table] == ["'=All of it", ""]


def test_claim_in_full_stands_below_its_headline_in_words():
    graph = ArgumentGraph(builders.corpus(claims=[builders.claim("a", in_full="All\nof it")]))
    comparison = compare(graph)

    assert "      The same claim in full: All of it\n" in comparison_table.as_text(
        graph, comparison
    )
    assert comparison_table.as_document(graph, comparison)["claims"][0]["in_full"] == "All\nof it"


def test_issue_has_its_own_claims_only(orders):
    assert [row["claim"] for row in rows(orders[Scope.ISSUE])] == ["promise", "hostile"]


def test_file_begins_with_the_mark_that_excel_needs(orders):
    assert comparison_table.write_csv(orders[Scope.CORPUS])[:3] == b"\xef\xbb\xbf"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1+1"])
def test_text_that_a_spreadsheet_would_run_is_disarmed(text):
    graph = ArgumentGraph(builders.corpus(claims=[builders.claim("a", text=text)]))

    assert rows(Order(graph=graph))[0]["text"] == f"'{text}"


def test_swapped_accounts_swap_the_stances_and_nothing_else(orders):
    order = orders[Scope.CORPUS]
    one = comparison_table.as_document(order.graph, compare(order.graph, ("left", "right")))
    two = comparison_table.as_document(order.graph, compare(order.graph, ("right", "left")))

    assert [list(claim["stances"]) for claim in two["claims"]] == [["right", "left"]] * 4
    assert [list(claim["stances"]) for claim in one["claims"]] == [["left", "right"]] * 4
    assert two["narratives"] == one["narratives"][::-1]
    assert [(c["id"], c["stances"], c["verdict"]) for c in two["claims"]] == [
        (c["id"], c["stances"], c["verdict"]) for c in one["claims"]
    ]
    assert (two["summary"], two["by_issue"]) == (one["summary"], one["by_issue"])


def test_each_claim_is_counted_in_exactly_one_class(orders):
    graph = orders[Scope.CORPUS].graph
    document = comparison_table.as_document(graph, compare(graph))

    assert sum(document["summary"]["verdicts"].values()) == len(document["claims"])
    assert list(document["summary"]["verdicts"]) == list(Verdict)


def test_text_names_every_claim_under_its_issue(orders):
    graph = orders[Scope.CORPUS].graph
    text = comparison_table.as_text(graph, compare(graph))

    positions = [text.index(part) for part in ("What of question?", CYRILLIC, "What of other?")]
    assert positions == sorted(positions)
    assert text.count("What of question?") == 1


def test_third_account_that_is_not_chosen_changes_nothing():
    two = builders.corpus(
        claims=[builders.claim("a")],
        stances=[builders.stance("left", "a"), builders.stance("right", "a", "denies")],
    )
    third = builders.narrative("third")
    three = replace(
        two,
        narratives=(*two.narratives, third),
        stances=(*two.stances, builders.stance("third", "a", "qualifies")),
    )
    documents = [
        comparison_table.as_document(graph, compare(graph, ("left", "right")))
        for graph in (ArgumentGraph(two), ArgumentGraph(three))
    ]

    assert documents[0] == documents[1]


def test_table_read_back_has_a_row_for_each_claim(orders):
    table = comparison_table.seen(comparison_table.write_csv(orders[Scope.CORPUS]))

    head = [str(name) for name in table.head]
    assert head[:6] == ["claim", "issue", "period", "text", "left", "right"]
    assert [str(row[0]) for row in table.rows] == list(orders[Scope.CORPUS].graph.claims)
    assert {len(row) for row in table.rows} == {len(table.head)}


def test_columns_of_the_corpus_s_words_are_told_from_ours(orders):
    table = comparison_table.seen(comparison_table.write_csv(orders[Scope.CORPUS]))
    languages = {
        str(name): {run.language for row in table.rows for run in row[at].runs}
        for at, name in enumerate(table.head)
    }

    assert languages["text"] == {""}
    assert languages["verdict"] == languages["sentence"] == {"en"}
