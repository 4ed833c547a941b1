from __future__ import annotations

import pytest

from argmap.errors import InvalidCorpus, Problem, UnknownName, did_you_mean, quoted


def test_problem_is_shown_as_file_line_column_code_and_message() -> None:
    problem = Problem(code="E102", message="Lost.", file="a.yaml", line=3, column=7)

    assert str(problem) == "a.yaml:3:7: E102 Lost."


def test_codes_that_begin_with_w_are_warnings() -> None:
    assert Problem(code="W201", message="").is_warning
    assert not Problem(code="E101", message="").is_warning


def test_unknown_name_lists_the_known_ones_if_they_are_few() -> None:
    assert str(UnknownName("format", "x", ["b", "a"])) == "There is no format 'x'. Known: a, b."


def test_unknown_name_offers_a_near_one_among_many() -> None:
    known = [f"claim-{number}" for number in range(20)] + ["one-inch"]

    assert str(UnknownName("claim", "one-ich", known)).endswith("Did you mean 'one-inch'?")


def test_nothing_is_offered_where_nothing_is_near() -> None:
    assert did_you_mean("zzz", ["one-inch"]) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a", "'a'"), ("a\n\x1b\u202e", r"'a\n\x1b\u202e'"), ("x" * 500, repr("x" * 79 + "…"))],
)
def test_text_from_outside_is_shown_short_and_on_one_line(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_invalid_corpus_carries_every_problem_and_names_the_first() -> None:
    problems = [Problem(code="E101", message="One."), Problem(code="E102", message="Two.")]
    error = InvalidCorpus(iter(problems))

    assert error.problems == tuple(problems)
    assert str(error) == "The corpus has 2 problems. The first: One."
