"""Look into the store: list, show, compare."""

from __future__ import annotations

import csv
import io
import json

import pytest

from argmap.core.comparison import Verdict
from tests.cli.conftest import Run

SHIPPED = "russia-nato"
ISSUE = "not-one-inch"


def test_the_first_command_on_a_new_machine_finds_the_shipped_corpus(run: Run) -> None:
    assert run("list").out.startswith(f"{SHIPPED}  ")


def test_show_lists_every_claim_with_its_id(run: Run) -> None:
    assert "[scope-beyond-gdr]" in run("show", SHIPPED).out


def test_show_puts_a_claims_tree_into_words(run: Run) -> None:
    said = run("show", SHIPPED, "scope-beyond-gdr", "--depth", "1").out

    assert "supports this claim" in said
    assert "Because:" in said


def test_compare_puts_each_claim_in_exactly_one_class(run: Run) -> None:
    document = json.loads(run("compare", SHIPPED, "--issue", ISSUE, "--format", "json").out)

    ids = [claim["id"] for claim in document["claims"]]
    assert len(ids) == len(set(ids)) == 17
    assert {claim["verdict"] for claim in document["claims"]} <= set(Verdict)
    assert sum(document["summary"]["verdicts"].values()) == 17


def test_swapped_narratives_give_the_mirrored_comparison(run: Run) -> None:
    one, other = (
        json.loads(run("compare", SHIPPED, "-n", names, "--format", "json").out)
        for names in ("russian,western", "western,russian")
    )

    assert [n["id"] for n in one["narratives"]] == [n["id"] for n in other["narratives"]][::-1]
    assert one["claims"] == other["claims"]
    assert one["summary"] == other["summary"]


def test_compare_writes_a_table_with_a_row_a_claim(run: Run) -> None:
    text = run("compare", SHIPPED, "--issue", ISSUE, "--format", "csv").data.decode("utf-8-sig")

    assert len(list(csv.DictReader(io.StringIO(text)))) == 17


def test_compare_says_where_the_accounts_stand(run: Run) -> None:
    said = run("compare", SHIPPED, "--issue", ISSUE).out

    assert said.startswith("Both accounts address 17 of 17 points.")


@pytest.mark.parametrize(
    "wrong",
    [
        ("compare", SHIPPED, "--narratives", "russian,martian"),
        ("compare", SHIPPED, "--issue", "nowhere"),
        ("show", SHIPPED, "nothing"),
        ("show", SHIPPED, "scope-beyond-gdr", "--depth", "deep"),
    ],
)
def test_a_wrong_name_is_refused_with_code_2_and_nothing_on_standard_output(
    run: Run, wrong: tuple[str, ...]
) -> None:
    ran = run(*wrong)

    assert (ran.code, ran.data) == (2, b"")
    assert "Traceback" not in ran.talk
