from __future__ import annotations

import csv
import io

from argmap.core.graph import ArgumentGraph
from argmap.writers import balance_table
from tests import builders as build


def _graph() -> ArgumentGraph:
    return ArgumentGraph(
        build.corpus(
            claims=[build.claim("c")],
            evidence=[build.fact("e")],
            stances=[build.stance("left", "c"), build.stance("right", "c", "denies")],
            arguments=[build.support("a", "e", "c")],
        )
    )


def test_columns_of_the_table_line_up() -> None:
    lines = balance_table.as_text(_graph()).splitlines()
    heading = next(line for line in lines if line.startswith("Issue"))
    ends = [heading.index(word) + len(word) for word in ("Claims", "Evidence", "Depth")]

    for line in (line for line in lines if " left " in line or " right " in line):
        assert [line[end - 1].isdigit() for end in ends] == [True, True, True]
        assert len(line) == len(heading)


def test_csv_has_a_row_for_each_account_of_each_issue_and_of_the_whole() -> None:
    rows = list(csv.DictReader(io.StringIO(balance_table.as_csv(_graph()))))

    assert [(row["issue"], row["account"]) for row in rows] == [
        ("question", "left"),
        ("question", "right"),
        ("", "left"),
        ("", "right"),
    ]


def test_document_counts_records_and_replies() -> None:
    document = balance_table.as_document(_graph())

    assert document["counts"] == {
        "issues": 1, "claims": 1, "evidence": 1, "sources": 1, "arguments": 1, "events": 0,
    }  # fmt: skip
    assert document["whole"]["right"]["replies"]["unanswered"] == 1
    assert document["issues"][0]["accounts"]["left"]["evidence"] == 1
