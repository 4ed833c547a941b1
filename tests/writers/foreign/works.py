"""Read works cited as reference managers do, by the libraries that read these formats."""

from __future__ import annotations

import json
import re

import bibtexparser
import rispy

from tests.writers.foreign.asked import Asked


def bibtex(asked: Asked) -> None:
    library = bibtexparser.parse_string(asked.made().decode())
    fields = {
        each.key: {field.key: field.value for field in each.fields} for each in library.entries
    }

    assert not library.failed_blocks
    assert {id: _unbraced(each["title"]) for id, each in fields.items()} == _titles(asked)
    assert {id: each.get("url", "") for id, each in fields.items()} == _addresses(asked)


def _unbraced(text: str) -> str:
    """Read what LaTeX is told to set."""
    plain = text.removeprefix("{").removesuffix("}").replace(r"\textasciitilde{}", "~")
    return re.sub(r"\\([{}&%$#_])", r"\1", plain)


def ris(asked: Asked) -> None:
    records = rispy.loads(asked.made().decode())

    assert {each["id"]: each["title"] for each in records} == _titles(asked)
    assert {each["id"]: "".join(each.get("urls", [])) for each in records} == _addresses(asked)


def csl(asked: Asked) -> None:
    items = json.loads(asked.made())

    assert {each["id"]: each["title"] for each in items} == _titles(asked)
    assert {each["id"]: each.get("URL", "") for each in items} == _addresses(asked)
    assert {each.keys() >= {"id", "type", "title"} for each in items} == {True}


def _titles(asked: Asked) -> dict[str, str]:
    return {each.id: each.title for each in asked.sources}


def _addresses(asked: Asked) -> dict[str, str]:
    return {each.id: each.url for each in asked.sources}
