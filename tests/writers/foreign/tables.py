"""Read what programs read: JSON, a spreadsheet, claim files."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import yaml

from argmap.writers.format import Scope
from tests.writers.foreign.asked import Asked, missing


def as_json(asked: Asked) -> None:
    """Every record is there with its texts, and whatever one names is there too."""
    document = json.loads(asked.made())
    held = {kind: {each["id"]: each for each in document[kind]} for kind in _KINDS}
    evidence = held["evidence"]

    assert {id: each["text"] for id, each in held["claims"].items()} == {
        each.id: each.text for each in asked.claims
    }
    assert {id: each["because"] for id, each in held["arguments"].items()} == {
        each.id: each.because for each in asked.arguments
    }
    assert {each.id: each.text for each in asked.evidence}.items() <= {
        id: each["text"] for id, each in evidence.items()
    }.items()
    assert list(held["sources"]) == [each.id for each in asked.sources]
    known = {id for kind in ("claims", "arguments", "evidence") for id in held[kind]}
    for argument in held["arguments"].values():
        assert {argument["target"], *argument["premises"]} <= known
    cited = {each["source"] for item in evidence.values() for each in item["citations"]}
    assert cited <= set(held["sources"])


_KINDS = ("claims", "arguments", "evidence", "sources")


def as_csv(asked: Asked) -> None:
    """A line a claim, as a spreadsheet reads it, with where each account stands."""
    rows = list(csv.DictReader(io.StringIO(asked.made().decode("utf-8-sig"))))
    graph = asked.graph
    told = asked.claims if asked.order.scope is Scope.CLAIM else list(asked.own)

    assert [row["claim"] for row in rows] == [each.id for each in told]
    for row, claim in zip(rows, told, strict=True):
        assert row["text"].removeprefix("'") == claim.text
        assert None not in row.values()
        for account in graph.accounts:
            held = graph.stance(account.id, claim.id)

            assert row[account.id] == (held.stance.value if held else ""), account.id


def claim_files(asked: Asked) -> None:
    """Read each file by a YAML reader alone, and find the texts of all records."""
    packed = zipfile.ZipFile(io.BytesIO(asked.made()))
    files = [yaml.safe_load(packed.read(name)) for name in packed.namelist()]
    found = "\n".join(_texts(files))
    corpus = asked.graph.corpus
    records = (*corpus.claims, *corpus.evidence)

    assert packed.testzip() is None
    assert missing((each.text for each in records), found) == []
    assert missing((each.because for each in corpus.arguments), found) == []
    assert missing((each.how for each in corpus.stances), found) == []
    assert missing((each.title for each in corpus.sources), found) == []


def _texts(value: object) -> list[str]:
    """Flatten what a file holds to its texts, keys included."""
    if isinstance(value, dict):
        return [text for pair in value.items() for each in pair for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [str(value)]
