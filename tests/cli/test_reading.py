"""Read the store from the command line."""

from __future__ import annotations

import csv
import io
import json

import pytest

from argmap import resources


def test_list_names_each_corpus_and_what_it_holds(run, instance):
    outcome = run("list")

    assert outcome.code == 0
    assert outcome.out == (
        "small  Corpus small  (1 issues, 2 claims, 2 arguments, 1 pieces of evidence, 1 sources)\n"
    )


def test_first_command_ever_finds_the_shipped_corpora(run, empty_instance):
    outcome = run("list")

    shipped = {path.name for path in resources.shipped("claims").iterdir()}
    assert {line.split()[0] for line in outcome.out.splitlines()} == shipped
    assert outcome.err.count("Loading") == len(shipped)
    assert run("list").err == ""


def test_other_database_is_not_filled(run, empty_instance, tmp_path):
    outcome = run("list", "--database", f"sqlite:///{tmp_path / 'other.db'}")

    assert (outcome.code, outcome.out) == (0, "")


def test_show_lists_every_claim_with_its_id(run, instance):
    out = run("show", "small").out

    assert "✕ Обещание было дано [promise]" in out
    assert "[reply]" in out
    assert "Left account [left]" in out


def test_show_puts_a_claim_into_words(run, instance):
    out = run("show", "small", "promise").out

    assert "- Обещание было дано (Disputed; the Left account asserts; the Right" in out
    assert "  - The Left account supports this claim: “Words of memo”" in out


def test_show_takes_depth_and_accounts(run, instance):
    assert "Words of memo" not in run("show", "small", "promise", "--depth", "0").out
    assert "Words of memo" not in run("show", "small", "promise", "-n", "right").out
    assert "Words of memo" in run("show", "small", "promise", "--depth", "all").out


@pytest.mark.parametrize("depth", ["-1", "41", "٣", "9" * 5000, "1.5"])
def test_depth_that_is_none_is_refused_with_what_may_be_written(depth, run, instance):
    outcome = run("show", "small", "promise", "--depth", depth)

    assert outcome.code == 2
    assert "from 0 to 40, or all" in outcome.err


def test_compare_as_text_gives_each_verdict(run, instance):
    out = run("compare", "small").out

    assert "Disputed: the Left account asserts this while the Right account denies this." in out


def test_compare_as_json_has_every_claim_in_one_class(run, instance):
    document = json.loads(run("compare", "small", "--format", "json").out)

    assert [(c["id"], c["verdict"]) for c in document["claims"]] == [
        ("promise", "disputed"),
        ("reply", "unaddressed"),
    ]
    assert sum(document["summary"]["verdicts"].values()) == 2


def test_compare_takes_accounts_in_the_order_asked_for(run, instance):
    out = run("compare", "small", "--narratives", "right,left", "--format", "json").out

    assert list(json.loads(out)["claims"][0]["stances"].items()) == [
        ("right", "denies"),
        ("left", "asserts"),
    ]


def test_compare_as_csv_is_a_table_without_a_byte_order_mark(run, instance):
    table = list(csv.DictReader(io.StringIO(run("compare", "small", "--format", "csv").out)))

    assert [row["claim"] for row in table] == ["promise", "reply"]


def test_shipped_issue_has_each_claim_in_exactly_one_class(run):
    out = run("compare", "russia-nato", "--issue", "not-one-inch", "--format", "json").out
    document = json.loads(out)

    ids = [claim["id"] for claim in document["claims"]]
    assert len(ids) == len(set(ids)) > 10
    assert sum(document["summary"]["verdicts"].values()) == len(ids)


def test_swapped_accounts_give_the_mirrored_comparison_of_the_shipped_corpus(run):
    one, other = (
        json.loads(run("compare", "russia-nato", "-n", names, "--format", "json").out)
        for names in ("russian,western", "western,russian")
    )

    assert [n["id"] for n in one["narratives"]] == [n["id"] for n in other["narratives"]][::-1]
    assert one["claims"] == other["claims"]
    assert one["summary"] == other["summary"]


def test_stats_give_a_line_for_each_account_in_each_issue_and_in_all(run, instance):
    out = run("stats", "small").out

    assert "2 claims" in out
    assert [line.split()[0] for line in out.splitlines() if " left " in line] == [
        "question",
        "(whole",
    ]


def test_stats_as_json_count_what_the_table_counts(run, instance):
    document = json.loads(run("stats", "small", "--format", "json").out)
    table = list(csv.DictReader(io.StringIO(run("stats", "small", "--format", "csv").out)))

    assert document["format"] == "argmap-balance"
    assert document["counts"]["claims"] == 2
    for row in table:
        where = document["whole"] if not row["issue"] else document["issues"][0]["accounts"]
        share = where[row["account"]]
        assert (int(row["claims"]), int(row["evidence"]), int(row["arguments"])) == (
            share["claims"],
            share["evidence"],
            share["arguments"],
        )
        assert int(row["unanswered"]) == share["replies"]["unanswered"]


def test_stats_of_an_unknown_corpus_offer_the_known_ones(run, instance):
    outcome = run("stats", "smal")

    assert outcome.code == 2
    assert "There is no corpus 'smal'." in outcome.err
