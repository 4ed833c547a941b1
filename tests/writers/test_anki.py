"""Write cards, and have Anki itself take them in."""

from __future__ import annotations

import html
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.core.model import EvidenceKind
from argmap.writers import anki
from argmap.writers.format import Order
from argmap.writers.part import part
from tests import builders as build
from tests.programs import missing
from tests.writers.shipped import ISSUES, sample, shipped


def _order(**changes: object) -> Order:
    lists: dict[str, object] = {
        "claims": [build.claim("c", text="Слова <b>сказаны</b>.")],
        "evidence": [build.quotation("q", text='"Не <i>на</i> дюйм"', speaker="Кто-то")],
        "stances": [build.stance("left", "c", how="Да."), build.stance("right", "c", "denies")],
        "arguments": [build.support("a", "q", "c")],
    }
    return Order(graph=ArgumentGraph(build.corpus(**(lists | changes))), issue="question")


@pytest.fixture
def opened(tmp_path: Path):
    """Open a package as Anki does: a SQLite database inside a zip."""

    def open_package(order: Order) -> sqlite3.Connection:
        with zipfile.ZipFile(io.BytesIO(anki.write(order))) as package:
            file = tmp_path / "collection.anki2"
            file.write_bytes(package.read("collection.anki2"))
        return sqlite3.connect(file)

    return open_package


def test_card_for_each_claim_and_each_quotation_with_its_text(opened) -> None:
    fields = [row[0] for row in opened(_order()).execute("SELECT flds FROM notes")]

    assert len(fields) == 2
    assert "Слова &lt;b&gt;сказаны&lt;/b&gt;." in fields[0]
    assert "Left account asserts: Да." in fields[0]
    assert "Не &lt;i&gt;на&lt;/i&gt; дюйм" in fields[1]
    assert "Кто-то, 9 February 1990" in fields[1]


def test_changed_card_keeps_its_id_so_that_importing_again_updates_it(opened) -> None:
    query = "SELECT guid FROM notes ORDER BY id"
    before = opened(_order()).execute(query).fetchall()
    changed = _order(claims=[build.claim("c", text="Anders.")])
    after = opened(changed).execute(query).fetchall()

    assert before == after
    assert len(set(before)) == 2


def test_deck_is_named_for_corpus_and_issue(opened) -> None:
    [decks] = opened(_order()).execute("SELECT decks FROM col").fetchone()

    names = {deck["name"] for deck in json.loads(decks).values()}
    assert "Corpus small::What of question?" in names


def test_colons_in_titles_make_no_further_decks() -> None:
    order = _order(title="A::B", issues=[replace(build.issue(), question="C::D")])

    assert anki.seen(anki.write(order)).name == "A: B::C: D"


def test_cards_read_back_are_those_of_the_collection(opened) -> None:
    deck = anki.seen(anki.write(_order()))
    fields = [row[0].split("\x1f") for row in opened(_order()).execute("SELECT flds FROM notes")]

    assert deck.name == "Corpus small::What of question?"
    assert [(str(each), each.runs[0].language) for each in deck.cards[0].front] == [
        ("Where do the accounts stand?", "en"),
        ("Слова <b>сказаны</b>.", "en"),
    ]
    assert str(deck.cards[1].back[0]).startswith("Кто-то, 9 February 1990")
    assert [len(card.front) for card in deck.cards] == [f.count("<p ") for f, _ in fields]
    assert [len(card.back) for card in deck.cards] == [b.count("<p ") for _, b in fields]


BRACKETS = "[sound:a.mp3] [latex]x[/latex] [$]y[/$] [anki:tts] [sic]"


def test_brackets_that_anki_acts_on_are_text_when_read_back() -> None:
    deck = anki.seen(anki.write(_order(claims=[build.claim("c", text=BRACKETS)])))

    assert str(deck.cards[0].front[1]) == BRACKETS


@pytest.fixture
def take_in(tmp_path: Path) -> Iterator[Callable[[bytes], Any]]:
    """Import packages into a collection of Anki itself, and give what it says of each."""
    try:
        from anki.collection import (
            Collection,
            ImportAnkiPackageOptions,
            ImportAnkiPackageRequest,
        )
    except ImportError:
        missing("Cards were not opened with Anki: .ci/readers.lock is not installed.")
    collection = Collection(str(tmp_path / "collection.anki2"))

    def take(content: bytes) -> Any:
        package = tmp_path / "deck.apkg"
        package.write_bytes(content)
        wanted = ImportAnkiPackageRequest(
            package_path=str(package), options=ImportAnkiPackageOptions()
        )
        return collection.import_anki_package(wanted).log

    take.collection = collection
    yield take
    collection.close()


def test_anki_takes_each_card_once_however_often_it_is_given(take_in) -> None:
    first = take_in(anki.write(_order()))
    second = take_in(anki.write(_order()))

    assert (len(first.new), len(second.new), len(second.duplicate)) == (2, 0, 2)
    assert take_in.collection.card_count() == 2


def test_anki_puts_cards_where_the_corpus_and_the_issue_are_named(take_in) -> None:
    take_in(anki.write(_order()))

    names = [deck.name for deck in take_in.collection.decks.all_names_and_ids()]
    assert "Corpus small::What of question?" in names


def test_anki_shows_brackets_and_plays_and_typesets_nothing(take_in) -> None:
    take_in(anki.write(_order(claims=[build.claim("c", text=BRACKETS)])))
    collection = take_in.collection

    cards = [collection.get_card(id) for id in collection.find_cards("")]

    assert BRACKETS in html.unescape("".join(card.question() for card in cards))
    assert not [tag for card in cards for tag in card.question_av_tags()]


@pytest.mark.parametrize(
    "order",
    [pytest.param(Order(graph=shipped(c), issue=i), id=f"{c}-{i}") for c, i in ISSUES]
    + [
        pytest.param(Order(graph=shipped(c), claim=i, depth=None), id=f"{c}-{i}")
        for c, i in sample(7)
    ],
)
def test_anki_shows_every_claim_and_every_quotation_of_what_is_shipped(take_in, order) -> None:
    content = anki.write(order)
    told = take_in(content)
    collection = take_in.collection
    cards = [collection.get_card(id) for id in collection.find_cards("")]
    questions = "".join(card.question() for card in cards)
    chosen = part(order)
    quotations = [
        each for each in chosen.evidence if each.kind is EvidenceKind.QUOTATION and each.speaker
    ]
    claims = order.graph.claims_of(order.issue) if order.issue else [order.graph.claim(order.claim)]

    assert len(told.new) == told.found_notes == len(cards) == len(anki.seen(content).cards)
    for each in (*claims, *quotations):
        assert html.escape(each.text, quote=False) in questions, each.id
