"""Read quizzes as learning platforms do, and a deck as Anki imports it."""

from __future__ import annotations

import html
import io
import json
import sqlite3
import zipfile
from xml.etree import ElementTree as ET

from argmap.core.model import Evidence, EvidenceKind
from tests.writers.foreign.asked import Asked, missing
from tests.writers.printed import bare

_QTI = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}
_PACKAGE = {"p": "http://www.imsglobal.org/xsd/imscp_v1p1"}


def moodle(asked: Asked) -> None:
    """Every question has a name, a text and something that is right; each claim is asked about."""
    category, *questions = ET.fromstring(asked.made())

    assert category.get("type") == "category"
    assert len({each.findtext("name/text") for each in questions}) == len(questions)
    for question in questions:
        kind, name = question.get("type"), question.findtext("name/text")
        assert question.findtext("questiontext/text"), name
        if kind == "multichoice":
            assert [each.get("fraction") for each in question.iter("answer")].count("100") == 1
        elif kind == "matching":
            assert all(each.findtext("answer/text") for each in question.iter("subquestion")), name
        else:
            assert kind == "gapselect", name
            assert "[[1]]" in question.findtext("questiontext/text"), name
            assert len({each.findtext("text") for each in question.iter("selectoption")}) == 4
    _is_about_all(
        asked, html.unescape("".join(text for each in questions for text in each.itertext()))
    )


def qti(asked: Asked) -> None:
    """The package holds what its manifest lists, and each item can be answered for full marks."""
    package = zipfile.ZipFile(io.BytesIO(asked.made()))
    manifest = ET.fromstring(package.read("imsmanifest.xml"))
    files = {str(each.get("href")) for each in manifest.iterfind(".//p:file", _PACKAGE)}
    items = [
        item
        for name in files
        for item in ET.fromstring(package.read(name)).iterfind(".//q:item", _QTI)
    ]

    assert package.testzip() is None
    assert files | {"imsmanifest.xml"} == {*package.namelist()}
    for item in items:
        answers = {each.get("ident") for each in item.iterfind(".//q:response_label", _QTI)}
        scores = [float(each.text or 0) for each in item.iterfind(".//q:setvar", _QTI)]

        assert {each.text for each in item.iterfind(".//q:varequal", _QTI)} <= answers
        assert abs(sum(scores) - 100) <= 0.1, item.get("ident")
    _is_about_all(asked, html.unescape("".join(text for each in items for text in each.itertext())))


def _is_about_all(asked: Asked, text: str) -> None:
    """Where each account speaks, so does a question, and none is about another claim."""
    found, told = bare(text), {each.narrative for each in asked.graph.corpus.stances}

    assert told
    claims = asked.claims if asked.order.claim else asked.own
    held = [each for each in claims if any(asked.graph.stance(who, each.id) for who in told)]
    assert missing((bare(each.text) for each in held), found) == []


def anki(asked: Asked) -> None:
    """Import the collection: a card for each claim and each quotation whose speaker is known."""
    packed = zipfile.ZipFile(io.BytesIO(asked.made()))
    collection = sqlite3.connect(":memory:")
    collection.deserialize(packed.read("collection.anki2"))
    notes = collection.execute("SELECT guid, mid, flds, sfld FROM notes").fetchall()
    cards = collection.execute("SELECT nid, did FROM cards").fetchall()
    models, decks = map(json.loads, collection.execute("SELECT models, decks FROM col").fetchone())
    fronts, backs = zip(*(fields.split("\x1f") for _, _, fields, _ in notes), strict=True)
    asked_of = html.unescape("\n".join(fronts))
    claims = asked.claims if asked.order.claim else asked.own
    quoted = [each for each in asked.evidence if _has_a_speaker(each)]

    assert collection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(notes) == len(cards) == len({guid for guid, *_ in notes})
    assert {str(model) for _, model, *_ in notes} <= set(models)
    assert {str(deck) for _, deck in cards} <= set(decks)
    assert all(back.strip() for back in backs)
    assert missing((each.text for each in claims), asked_of) == []
    assert missing((each.text for each in quoted), asked_of) == []


def _has_a_speaker(item: Evidence) -> bool:
    return item.kind is EvidenceKind.QUOTATION and bool(item.speaker)
