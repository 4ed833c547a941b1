from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.writers import anki
from argmap.writers.format import Order
from tests import builders as build


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


def test_cards_read_back_are_those_of_the_collection(opened) -> None:
    deck = anki.seen(anki.write(_order()))
    fields = [row[0].split("\x1f") for row in opened(_order()).execute("SELECT flds FROM notes")]

    assert deck.name == "Corpus small::What of question?"
    assert deck.cards[0].front == ("Where do the accounts stand?", "Слова <b>сказаны</b>.")
    assert deck.cards[1].back[0].startswith("Кто-то, 9 February 1990")
    assert [len(card.front) for card in deck.cards] == [f.count("<p>") for f, _ in fields]
    assert [len(card.back) for card in deck.cards] == [b.count("<p>") for _, b in fields]
