"""Hold every worksheet to what all of them promise, for the shipped corpora and a hostile one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.readers import claim_folder
from argmap.writers import FORMATS
from argmap.writers.format import Order, Scope
from tests import builders
from tests.writers.worksheets.reading import bare, check_page, everything_in, text_of

CLAIMS = Path(__file__).resolve().parents[3] / "claims"
SHEETS = [form for form in FORMATS if form.name in {"three-columns"}]
EVERY_SHEET = pytest.mark.parametrize("form", SHEETS, ids=lambda each: each.name)


@cache
def shipped(name: str) -> ArgumentGraph:
    return ArgumentGraph(claim_folder.read(CLAIMS / name).corpus)


CORPORA = [each.name for each in sorted(CLAIMS.iterdir()) if each.is_dir()]
SUBJECTS = [
    pytest.param(name, {"issue": issue.id}, id=issue.id)
    for name in CORPORA
    for issue in shipped(name).corpus.issues
] + [
    pytest.param(name, {"claim": claim.id}, id=claim.id)
    for name in CORPORA
    for claim in shipped(name).corpus.claims[::20]
]


def made(form, order: Order, **given: str) -> bytes:
    return form.write(replace(order, chosen=library.choose(form.name, given)))


@EVERY_SHEET
@pytest.mark.parametrize(("corpus", "subject"), SUBJECTS)
def test_sheet_and_key_are_whole_inside_the_margins_and_tagged(form, corpus, subject):
    graph = shipped(corpus)
    order = Order(graph=graph, **subject)
    claim = graph.claim(order.claim) if order.claim else None
    title = claim.text if claim else graph.issue(order.issue).question
    for is_key in ("no", "yes"):
        content = made(form, order, key=is_key)

        check_page(content)
        assert bare(title) in text_of(content)
        assert b"pdfuaid:part" in content
        assert b"/Lang" in content


@EVERY_SHEET
def test_same_seed_same_bytes_and_another_seed_another_sheet(form):
    order = Order(graph=shipped("russia-nato"), issue="not-one-inch")
    found = {made(form, order, seed=str(seed), difficulty="hard") for seed in range(1, 5)}

    assert made(form, order, seed="2", difficulty="hard") in found
    assert len(found) > 1


@EVERY_SHEET
@pytest.mark.parametrize("key", ["no", "yes"])
@pytest.mark.parametrize("scope", [Scope.ISSUE, Scope.CLAIM])
def test_hostile_texts_are_printed_as_they_are(form, scope, key, orders):
    content = made(form, orders[scope], difficulty="medium", key=key)

    check_page(content)
    assert bare("Обещание не расширять НАТО было дано и записано") in text_of(content)


@EVERY_SHEET
@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_one_to_four_accounts_fit_the_paper(form, count, paper):
    names = ("left", "right", "third", "fourth")[:count]
    order = Order(graph=accounts(names), issue="question")
    for key in ("no", "yes"):
        content = made(form, order, paper=paper, key=key, difficulty="hard", palette="large")

        check_page(content)
        for name in names:
            assert bare(f"{name.title()} account") in text_of(content)


def accounts(names: tuple[str, ...]) -> ArgumentGraph:
    """Give accounts that each speak to two claims and answer the next one."""
    return ArgumentGraph(
        builders.corpus(
            narratives=[*map(builders.narrative, names), builders.observer("study")],
            evidence=[builders.quotation(f"from-{name}") for name in names],
            claims=[builders.claim("first"), builders.claim("second")],
            stances=[
                builders.stance(name, claim, "denies" if at else "asserts", f"{name} on {claim}.")
                for claim in ("first", "second")
                for at, name in enumerate(names)
            ],
            arguments=[
                builders.argument(
                    f"by-{name}",
                    f"from-{name}",
                    builders.Relation.REBUT if at else builders.Relation.SUPPORT,
                    "first",
                    by=name,
                )
                for at, name in enumerate(names)
            ]
            + [builders.undercut("beside-it", "from-left", "by-left", by="study")],
        )
    )


@EVERY_SHEET
def test_text_longer_than_a_page_goes_on_and_is_not_cut(form):
    long = "слово " * 2500
    order = Order(
        graph=ArgumentGraph(
            builders.corpus(
                evidence=[builders.quotation("memo", text=f"{long}memo")],
                claims=[builders.claim("main", text=f"{long[:1500]}main")],
                stances=[builders.stance("left", "main", how=f"{long}how")],
                arguments=[builders.support("a", "memo", "main", because=f"{long}because")],
            )
        ),
        issue="question",
    )
    content = made(form, order, key="yes")

    check_page(content)
    assert text_of(content).count("слово") >= 2500


def words_of(order: Order) -> list[str]:
    """Give what the accounts hold, in their own terms."""
    return [stance.how for stance in order.graph.corpus.stances if stance.how]


ISSUES = [each for each in SUBJECTS if "issue" in each.values[1]]


@pytest.mark.parametrize(("corpus", "subject"), ISSUES)
def test_three_columns_lose_one_cell_a_row_and_the_key_has_it(corpus, subject):
    (form,) = [each for each in SHEETS if each.name == "three-columns"]
    order = Order(graph=shipped(corpus), **subject)
    sheet = made(form, order, difficulty="hard", bank="no", points="0")
    on_sheet, inside = text_of(sheet), everything_in(sheet)
    key = text_of(made(form, order, difficulty="hard", points="0", key="yes"))
    rows = graph_claims(order)
    said = [each for each in words_of(order) if bare(each) in key]
    left_out = [each for each in said if bare(each) not in on_sheet]

    assert len(left_out) == len(rows)
    assert not [each for each in left_out if bare(each) in inside]
    assert all(bare(claim.text) in on_sheet and bare(claim.text) in key for claim in rows)


def graph_claims(order: Order):
    return order.graph.claims_of(order.issue)


def test_word_bank_has_what_three_columns_miss():
    (form,) = [each for each in SHEETS if each.name == "three-columns"]
    order = Order(graph=shipped("russia-nato"), issue="not-one-inch")
    bank, none, easy = (
        text_of(made(form, order, difficulty=difficulty, bank=bank))
        for difficulty, bank in (("hard", "yes"), ("hard", "no"), ("easy", "no"))
    )
    said = [each for each in words_of(order) if bare(each) in easy]

    assert said
    assert not [each for each in said if bare(each) not in bank]
    assert [each for each in said if bare(each) not in none]
