"""Write cards for Anki: where the accounts stand on a claim, who said what and where."""

from __future__ import annotations

import hashlib
import io
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from argmap.core import wording
from argmap.core.citing.text import roman
from argmap.core.comparison import Comparison, compare
from argmap.core.graph import ArgumentGraph
from argmap.core.language import code, t
from argmap.core.model import EvidenceKind
from argmap.core.tongues import attribution, ours
from argmap.errors import InvalidInput
from argmap.writers.archive import repacked
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.fragments import paragraph
from argmap.writers.options import LANGUAGE
from argmap.writers.part import part
from argmap.writers.quiz import nothing_to_ask, title
from argmap.writers.seen import Card, Deck, paragraphs

# 1 January 1980: cards have no time of their own, and equal cards make equal files.
_TIMESTAMP_S = 315_532_800.0
# Anki asks for numbers that never change; these were drawn once.
_MODEL_ID = 1_742_915_604
_DECKS_FROM = 1 << 30
# What stands between the fields of a note.
_BETWEEN = "\x1f"
# Anki plays and typesets what stands in such brackets; in a corpus they are text.
_MEANS_SOMETHING = re.compile(r"\[(?=sound:|anki:|latex\]|\$)", re.IGNORECASE)


def write(order: Order) -> bytes:
    """Write a deck; cards keep their ids, so importing it again updates them.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
        InvalidInput: There is nothing to put on a card.
    """
    # Only this format needs it.
    import genanki

    model = genanki.Model(
        _MODEL_ID,
        "argmap",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[
            {
                "name": "Card",
                "qfmt": "{{Front}}",
                "afmt": '{{FrontSide}}<hr id="answer">{{Back}}',
            }
        ],
        css=_STYLE,
    )
    graph = order.graph
    # Two colons part the levels of decks; in a title they do not.
    name = "::".join(each.replace("::", ": ") for each in (graph.corpus.title, title(order)))
    deck = genanki.Deck(_number(f"{graph.corpus.id}/{order.claim or order.issue}"), name)
    cards = list(_cards(order))
    if not cards:
        raise InvalidInput(nothing_to_ask())
    for id, front, back in cards:
        guid = genanki.guid_for("argmap", graph.corpus.id, id)
        fields = [_MEANS_SOMETHING.sub("&#91;", side) for side in (front, back)]
        deck.add_note(genanki.Note(model=model, fields=fields, guid=guid))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(str(file), timestamp=_TIMESTAMP_S)
        return repacked(file.read_bytes())


def _cards(order: Order) -> Iterator[tuple[str, str, str]]:
    graph, chosen = order.graph, part(order)
    own, whole = graph.corpus.language, compare(graph, chosen.accounts)
    wanted = {claim.id for claim in chosen.claims}
    if order.scope is Scope.ISSUE:
        wanted = {claim.id for claim in graph.claims_of(order.issue)}
    rows = Comparison(
        narratives=whole.narratives,
        rows=tuple(row for row in whole.rows if row.claim.id in wanted),
    )
    for row in rows.rows:
        sentence = wording.verdict_sentence(graph, rows, row)
        asked = t("Where do the accounts stand?")
        held = "".join(_held(graph, account, row.claim.id) for account in rows.narratives)
        front = paragraph(asked, code()) + paragraph(row.claim.text, own, is_strong=True)
        yield f"claim/{row.claim.id}", front, paragraph(ours(graph, sentence), own) + held
    for item in chosen.evidence:
        if item.kind is EvidenceKind.QUOTATION and item.speaker:
            who = t("Who said this, when?")
            front = paragraph(who, code()) + paragraph(
                wording.quoted(item), item.language or own, is_strong=True
            )
            told = paragraph(attribution(graph, item), own)
            yield f"evidence/{item.id}", front, told + paragraph(item.context, own)


def _held(graph: ArgumentGraph, account: str, claim: str) -> str:
    stance = graph.stance(account, claim)
    who, how = graph.narrative(account).name, stance.how if stance else ""
    word = ours(graph, wording.STANCE[stance.stance if stance else None])
    said = roman(f"{who} ") + word + (f": {how}" if how else "")
    return paragraph(said, graph.corpus.language)


def seen(content: bytes) -> Deck:
    """Read the cards of a deck back from its package, as Anki does."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        collection = package.read("collection.anki2")
    store = sqlite3.connect(":memory:")
    try:
        store.deserialize(collection)
        notes = [
            row[0].split(_BETWEEN) for row in store.execute("SELECT flds FROM notes ORDER BY id")
        ]
        [decks] = store.execute("SELECT decks FROM col").fetchone()
    finally:
        store.close()
    # Every collection has a deck of number 1 besides, which is empty here.
    names = [each["name"] for id, each in json.loads(decks).items() if id != "1"]
    cards = tuple(Card(front=paragraphs(front), back=paragraphs(back)) for front, back in notes)
    return Deck(name=names[0], cards=cards)


def _number(name: str) -> int:
    """Give a deck a number that depends on its name alone, in the range that Anki takes."""
    return _DECKS_FROM + int.from_bytes(hashlib.sha256(name.encode()).digest()[:3], "big")


_STYLE = ".card { font-family: serif; font-size: 20px; text-align: left; max-width: 34em; }"

FORMAT = Format(
    name="anki",
    title="Cards for Anki",
    suffix="apkg",
    media_type="application/octet-stream",
    scopes=frozenset({Scope.ISSUE, Scope.CLAIM}),
    write=write,
    purpose="Cards to learn who holds what, who said what, and where.",
    family=Family.TEST,
    options=(LANGUAGE,),
    contents="cards",
    seen=seen,
)
