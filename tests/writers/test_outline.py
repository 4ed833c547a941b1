"""Read outlines as a person or a Markdown program would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import MAX_CLAIMS
from argmap.writers import outline
from argmap.writers.format import Order, Scope
from tests import builders
from tests.writers.conftest import CYRILLIC, HOSTILE


def test_text_has_every_word_of_claims_and_documents(orders):
    text = outline.write_text(orders[Scope.CLAIM]).decode()

    for said in (CYRILLIC, HOSTILE, "Мы обещали это", "Министр", "So it follows.", "=SUM(A1:A9)"):
        assert said in text


def test_nesting_follows_the_arguments(orders):
    lines = outline.write_text(orders[Scope.CLAIM]).decode().split("\n")
    depth = {
        text: len(line) - len(line.lstrip())
        for line in lines
        for text in (CYRILLIC, "Мы обещали это", HOSTILE)
        if text in line
    }

    assert list(depth.values()) == [0, 2, 4]


def test_markdown_lets_no_text_be_markup(orders):
    text = outline.write_markdown(orders[Scope.CLAIM]).decode()

    assert r"\<b\>\&amp;\{\}\|\</b\> claim \# with \`code\` \*and\* \\N ending in \\" in text
    assert "<b>" not in text


def test_markdown_begins_with_the_title_and_has_a_heading_an_issue(orders):
    lines = outline.write_markdown(orders[Scope.CORPUS]).decode().split("\n")

    assert lines[0] == r"# Mapped \[here\]"
    assert [line for line in lines if line.startswith("## ")] == [
        "## What of question?",
        "## What of other?",
        "## Sources",
    ]


@pytest.mark.parametrize("write", [outline.write_text, outline.write_markdown])
def test_line_breaks_in_a_text_cannot_make_an_entry(write):
    claim = builders.claim("a", text="One\n- Two\n# Three")
    graph = ArgumentGraph(builders.corpus(claims=[claim]))
    lines = write(Order(graph=graph, claim="a")).decode().split("\n")

    assert [line for line in lines if line.startswith(("- Two", "# Three"))] == []


@pytest.mark.parametrize("write", [outline.write_text, outline.write_markdown])
def test_case_of_an_account_opens_the_outline_of_a_corpus(write):
    left = builders.narrative("left", summary="It was so.", strongest=("b",))
    graph = ArgumentGraph(
        builders.corpus(
            narratives=[left, builders.narrative("right")],
            claims=[builders.claim("a"), builders.claim("b")],
            stances=[builders.stance("left", "b")],
        )
    )
    whole, issue = Order(graph=graph), Order(graph=graph, issue="question")
    opening = write(whole).decode().split("What of question?")[0]

    assert ["It was so." in opening, "Claim b" in opening, "Claim a" in opening] == [1, 1, 0]
    assert "Right account" not in opening
    assert "It was so." not in write(issue).decode()
    assert "It was so." not in write(replace(whole, narratives=("right",))).decode()


@pytest.mark.parametrize("write", [outline.write_text, outline.write_markdown])
def test_claim_in_full_follows_its_headline_on_its_line(write):
    claim = builders.claim("a", in_full="One\n- Two")
    graph = ArgumentGraph(builders.corpus(claims=[claim]))
    written = write(Order(graph=graph, claim="a")).decode()

    assert "Claim a (The same claim in full: One - Two)" in written


@pytest.mark.parametrize("write", [outline.write_text, outline.write_markdown])
def test_answers_of_accounts_not_chosen_are_left_out(write, orders):
    order = replace(orders[Scope.ISSUE], narratives=("right",))

    assert "Left's answer." in write(orders[Scope.ISSUE]).decode()
    assert "Left's answer." not in write(order).decode()


@pytest.mark.parametrize("write", [outline.write_text, outline.write_markdown])
def test_end_says_where_it_is_from_and_under_which_licence(write, orders):
    last = write(orders[Scope.CLAIM]).decode().rstrip().split("\n")[-1]

    assert "revised 23 November 2026. CC BY 4.0." in last
    assert last.endswith("does not say who is right.")


@pytest.mark.parametrize("write", [outline.write_markdown, outline.write_text])
def test_issue_too_large_for_a_drawing_is_there_in_words(write):
    claims = [builders.claim(f"c-{n}") for n in range(MAX_CLAIMS + 1)]
    written = write(Order(graph=ArgumentGraph(builders.corpus(claims=claims)))).decode()

    assert written.count("Claim c-") == len(claims)


@pytest.mark.parametrize("write", [outline.write_markdown, outline.write_text])
@pytest.mark.parametrize(
    ("authors", "told"),
    [(("One", "Two"), "One and Two, Work"), (("One", "Two", "Three"), "One and others, Work")],
)
def test_each_author_of_a_work_is_named_once(write, authors, told):
    source = builders.source("record", title="Work", authors=authors)
    corpus = builders.corpus(sources=[source], claims=[builders.claim("a")])
    line = next(each for each in write(Order(graph=ArgumentGraph(corpus))).decode().split("\n")
                if "Work" in each)  # fmt: skip

    assert told in line
    assert [line.count(each) for each in authors] == [1] * len(authors)
