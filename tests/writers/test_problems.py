from __future__ import annotations

import json
from dataclasses import replace

import pytest

from argmap.errors import Problem, UnknownName
from argmap.writers import problems

_ERROR = Problem(code="E102", message="There is no issue 'x'.", file="a.yaml", line=3, column=9)
_WARNING = Problem(code="W206", message="The file holds nothing.", file="b.yaml", line=1, column=1)


def test_text_is_a_line_a_problem() -> None:
    expected = "a.yaml:3:9: E102 There is no issue 'x'.\nb.yaml:1:1: W206 The file holds nothing.\n"
    assert problems.write([_ERROR, _WARNING], "text") == expected


def test_text_of_nothing_is_empty() -> None:
    assert problems.write([], "text") == ""


def test_json_counts_and_lists() -> None:
    report = json.loads(problems.write([_ERROR, _WARNING], "json"))

    assert (report["errors"], report["warnings"], report["omitted"]) == (1, 1, 0)
    assert report["problems"][0] == {
        "severity": "error",
        "code": "E102",
        "file": "a.yaml",
        "line": 3,
        "column": 9,
        "message": "There is no issue 'x'.",
        "accepted": "",
    }


def test_json_of_nothing_is_whole() -> None:
    report = json.loads(problems.write([], "json"))

    assert report == {"errors": 0, "warnings": 0, "accepted": 0, "omitted": 0, "problems": []}


def test_accepted_weakness_is_counted_and_told_apart() -> None:
    accepted = replace(_WARNING, accepted="No other record is open.")

    assert problems.summary([accepted]) == "no errors and 1 accepted weakness"
    assert problems.summary([_ERROR, _WARNING, accepted, accepted]) == (
        "1 error, 1 warning and 2 accepted weaknesses"
    )
    assert problems.write([accepted], "text").endswith("Accepted: No other record is open.\n")
    assert problems.write([accepted], "github").startswith("::notice ")
    report = json.loads(problems.write([_WARNING, accepted], "json"))
    assert (report["warnings"], report["accepted"]) == (1, 1)
    assert problems.exit_code([accepted]) == 0


def test_github_annotations_cannot_be_broken_out_of() -> None:
    problem = Problem(code="E201", message="100%\n::error::x", file="a,b:c%.yaml", line=1, column=2)

    expected = (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=E201::100%25%0A::error::x\n"
        "::warning file=b.yaml,line=1,col=1,title=W206::The file holds nothing.\n"
    )
    assert problems.write([problem, _WARNING], "github") == expected


@pytest.mark.parametrize("name", list(problems.FORMATS))
def test_problems_beyond_the_limit_are_counted(name: str) -> None:
    shown = problems.write([_ERROR] * 5 + [_WARNING], name, limit=2)

    if name == "json":
        assert json.loads(shown)["omitted"] == 4
    else:
        assert shown.endswith("... and 3 errors and 1 warning more.\n")
        assert shown.count("\n") == 3


@pytest.mark.parametrize("name", list(problems.FORMATS))
def test_names_of_files_cannot_command_a_terminal(name: str) -> None:
    problem = Problem(code="E001", message="m", file="\x1b[31m\udcff\n.yaml", line=1, column=1)

    written = problems.write([problem], name)
    assert "\x1b" not in written
    written.encode()


def test_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="github, json, text"):
        problems.write([], "xml")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], "no errors"),
        ([_ERROR], "1 error"),
        ([_WARNING, _WARNING], "2 warnings"),
        ([_ERROR, _ERROR, _WARNING], "2 errors and 1 warning"),
    ],
)
def test_summary_counts_in_words(given: list[Problem], words: str) -> None:
    assert problems.summary(given) == words


@pytest.mark.parametrize(
    ("given", "code"), [([], 0), ([_WARNING], 0), ([_ERROR], 1), ([_WARNING, _ERROR], 1)]
)
def test_exit_code_is_one_for_errors_only(given: list[Problem], code: int) -> None:
    assert problems.exit_code(given) == code
