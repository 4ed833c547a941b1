"""Hold every worksheet to what all of them promise; `test_every_format` reads all shipped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap import library
from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.writers import FORMATS
from argmap.writers.format import Order, Scope
from argmap.writers.worksheets.choices import BANK
from tests import builders
from tests.writers.printed import bare
from tests.writers.shipped import shipped
from tests.writers.worksheets.answers import HARDEST
from tests.writers.worksheets.reading import check_page, text_of

SHEETS = [each for each in FORMATS if each.write.__module__.startswith("argmap.writers.worksheets")]
EVERY_SHEET = pytest.mark.parametrize("form", SHEETS, ids=lambda each: each.name)


def made(form, order: Order, **given: str) -> bytes:
    return form.write(replace(order, chosen=library.choose(form.name, given)))


@pytest.mark.parametrize(
    "form", [each for each in SHEETS if BANK in each.options], ids=lambda each: each.name
)
def test_word_bank_has_what_the_sheet_misses(form):
    order = Order(graph=shipped("end-of-the-dinosaurs"), issue="the-impact")
    hardest = HARDEST[form.name]
    without = text_of(made(form, order, **hardest))
    bank = text_of(made(form, order, **{**hardest, "bank": "yes"}))

    assert bare(wording.WORKSHEET["bank"]) in bank
    assert bare(wording.WORKSHEET["bank"]) not in without
    assert len(bank) > len(without) + 40


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
    content = made(form, orders[scope], key=key)
    text = text_of(content)

    check_page(content)
    assert bare("Обещание не расширять НАТО") in text or bare("“Мы обещали это”") in text


@EVERY_SHEET
@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("paper", ["a4", "letter", "slide"])
def test_one_to_four_accounts_fit_the_paper(form, count, paper):
    names = ("left", "right", "third", "fourth")[:count]
    order = Order(graph=accounts(names), issue="question")
    for key in ("no", "yes"):
        content = made(form, order, paper=paper, key=key, difficulty="hard", palette="large")

        check_page(content)
        if form.name != "source-sheet":
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


@EVERY_SHEET
@pytest.mark.parametrize("palette", ["colour", "large"])
def test_sheet_says_where_it_is_from_below_its_text(form, palette):
    order = Order(
        graph=shipped("russia-nato"),
        claim="gorbachev-denied-discussion",
        address="https://maps.example.org/a-school-with-a-long-name",
    )
    content = made(form, order, palette=palette)

    check_page(content)
    assert bare("a-school-with-a-long-name/russia-nato/claims/") in text_of(content)


def test_debate_cards_give_the_translation_of_foreign_words():
    item = builders.quotation("memo", text="Keinen Zoll.", language="de", translation="No inch.")
    order = Order(
        graph=ArgumentGraph(
            builders.corpus(
                evidence=[item],
                claims=[builders.claim("main")],
                stances=[builders.stance("left", "main")],
                arguments=[builders.support("a", "memo", "main", by="left")],
            )
        ),
        issue="question",
    )
    (form,) = (each for each in SHEETS if each.name == "debate-cards")

    assert bare("In translation: No inch.") in text_of(made(form, order))
