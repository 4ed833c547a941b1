from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import yaml

from argmap import resources
from argmap.schemas import corpus, json_schema
from tests import builders as build

_VALIDATOR = jsonschema.Draft202012Validator(json_schema.claim_file())

Change = Callable[[dict[str, Any]], object]


def _data() -> dict[str, Any]:
    return corpus.dump(
        build.corpus(
            claims=[build.claim("c1", period="1990-1991")],
            evidence=[build.quotation("e1"), build.fact("f1")],
            events=[build.event("x", issue="question", sources=("record",))],
            stances=[build.stance("left", "c1")],
            arguments=[build.support("a1", ("e1", "f1"), "c1")],
        )
    )


def test_shipped_file_is_what_the_schemas_give() -> None:
    assert json_schema.SHIPPED.read_text(encoding="utf-8") == json_schema.text()


def test_schema_is_valid_itself() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema.claim_file())


def test_shipped_corpora_are_valid() -> None:
    files = [*resources.shipped("claims").glob("*/*.yaml")]

    # Every scalar a text, as argmap's own reader takes them.
    found = [
        (file.name, error.json_path)
        for file in files
        for error in _VALIDATOR.iter_errors(
            yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        )
    ]
    assert files
    assert found == []


def test_patterns_hold_for_other_engines_than_pythons() -> None:
    text = json_schema.text()

    assert "\\\\Z" not in text
    assert "(?P" not in text


SAMPLES: dict[str, tuple[Change, bool]] = {
    "as built": (lambda d: None, True),
    "year as a number": (lambda d: d["events"][0].update(date=1990), True),
    "a date as a number": (lambda d: d["events"][0].update(date=199002), False),
    "two dates": (lambda d: d["claims"][0].update(period="1990-02/1991-07-05"), True),
    "date in words": (lambda d: d["events"][0].update(date="Friday"), False),
    "date with a line break": (lambda d: d["events"][0].update(date="1990\n"), False),
    "truth as JSON": (lambda d: d["sources"][0].update(verified=False), True),
    "truth as a word": (lambda d: d["sources"][0].update(verified="false"), True),
    "truth as a number": (lambda d: d["sources"][0].update(verified=0), False),
    "unknown field": (lambda d: d["claims"][0].update(txt="x"), False),
    "unknown list": (lambda d: d.update(clams=[]), False),
    "missing field": (lambda d: d["claims"][0].pop("text"), False),
    "blank text": (lambda d: d["claims"][0].update(text=" \n"), False),
    "null": (lambda d: d["claims"][0].update(note=None), False),
    "number for a text": (lambda d: d["claims"][0].update(note=5), False),
    "longest text": (lambda d: d["claims"][0].update(text="x" * 2000), True),
    "text too long": (lambda d: d["claims"][0].update(text="x" * 2001), False),
    "line breaks in prose": (lambda d: d["claims"][0].update(note="a\n\tb"), True),
    "line break in a title": (lambda d: d["sources"][0].update(title="a\nb"), False),
    "control character": (lambda d: d["claims"][0].update(note="a\x07"), False),
    "characters beyond the first plane": (
        lambda d: d["claims"][0].update(note="\U0001f600 \u200f"),
        True,
    ),
    "bad id": (lambda d: d["sources"].append({"id": "A_b", "kind": "other", "title": "T"}), False),
    "id without a letter": (
        lambda d: d["sources"].append({"id": "12-3", "kind": "other", "title": "T"}),
        False,
    ),
    "id with a line break": (
        lambda d: d["sources"].append({"id": "ab\n", "kind": "other", "title": "T"}),
        False,
    ),
    "locator": (
        lambda d: d["evidence"][0].update(sources=[{"source": "record", "locator": "p. 1"}]),
        True,
    ),
    "no source": (lambda d: d["evidence"][0].update(sources=[]), False),
    "confidence of a quotation": (
        lambda d: d["evidence"][0].update(confidence="documented"),
        False,
    ),
    "confidence of a fact": (lambda d: d["evidence"][1].update(confidence="disputed"), True),
    "wrong stance": (lambda d: d["claims"][0].update(stances={"left": {"stance": "x"}}), False),
    "no target": (lambda d: d["arguments"][0].pop("supports"), False),
    "two targets": (lambda d: d["arguments"][0].update(rebuts="c1"), False),
    "one voice in a list": (lambda d: d["arguments"][0].update(by=["right"]), True),
    "voice named twice": (lambda d: d["arguments"][0].update(by=["left", "left"]), False),
    "http address": (lambda d: d["sources"][0].update(url="http://example.org/a?b#c"), True),
    "script for an address": (lambda d: d["sources"][0].update(url="javascript:x"), False),
    "address with a space": (lambda d: d["sources"][0].update(url="https://a b"), False),
    "language in words": (lambda d: d["sources"][0].update(language="English"), False),
    "list of lists": (lambda d: d["claims"].append([]), False),
    "header as a list": (lambda d: d.update(corpus=[]), False),
}


@pytest.mark.parametrize("case", SAMPLES)
def test_schema_and_reader_accept_and_refuse_the_same(case: str) -> None:
    change, is_sound = SAMPLES[case]
    data = _data()
    change(data)
    loaded, _ = corpus.load(data, id="small")

    assert (_VALIDATOR.is_valid(data), loaded is not None) == (is_sound, is_sound)


def test_every_field_and_list_is_described() -> None:
    described = json.loads(json_schema.text())

    assert list(described["properties"]) == ["corpus", *corpus.MAX_RECORDS]
    assert set(described["$defs"]) == {
        "accepted", "argument", "citation", "claim", "event", "evidence", "header", "held", "id",
        "issue", "narrative", "source", "stance",
    }  # fmt: skip
