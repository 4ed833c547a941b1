"""Look for what was left out of a map in every corner of the students' file."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.errors import InvalidInput
from argmap.readers import claim_folder
from argmap.writers import blanked_map
from argmap.writers.format import Order, Scope

CLAIMS = Path(__file__).resolve().parents[2] / "claims"


@cache
def shipped(name: str) -> ArgumentGraph:
    return ArgumentGraph(claim_folder.read(CLAIMS / name).corpus)


ISSUES = [
    (each.name, issue.id)
    for each in sorted(CLAIMS.iterdir())
    if each.is_dir()
    for issue in shipped(each.name).corpus.issues
]


def bare(text: str) -> str:
    return "".join(text.split())


def reader(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    return bare("".join(page.extract_text() for page in reader(content).pages))


def everything_in(content: bytes) -> str:
    """Give all texts: of pages, of strings in objects, and of streams once unpacked."""
    read = reader(content)
    found = [text_of(content), str(read.metadata)]
    for number in range(1, len(read.xref[0]) + 1):
        try:
            held = read.get_object(number)
        except Exception:  # an unused number
            continue
        found.append(repr(held))
        if isinstance(held, pypdf.generic.StreamObject):
            found.append(held.get_data().decode("latin-1"))
    return bare("".join(found))


def made(order: Order, **given: str) -> bytes:
    chosen = library.choose("blanked-map", given)
    return blanked_map.write_map(replace(order, chosen=chosen))


def left_out(order: Order, **given: str) -> list[str]:
    """Tell which claims the key names."""
    key = text_of(made(order, key="yes", **given))
    return [c.text for c in order.graph.claims_of(order.issue) if bare(c.text) in key]


@pytest.mark.parametrize(("corpus", "issue"), ISSUES)
def test_blanks_are_in_the_key_and_nowhere_in_the_sheet(corpus, issue):
    order = Order(graph=shipped(corpus), issue=issue)
    missing = left_out(order, seed="3")
    content = made(order, bank="no", seed="3")
    text, inside = text_of(content), everything_in(content)

    assert missing
    for claim in order.graph.claims_of(issue):
        assert (bare(claim.text) in text) is (claim.text not in missing)
    assert not [each for each in missing if bare(each) in inside]
    assert b"pdfuaid:part" in content


def test_word_bank_has_what_is_missing(orders):
    order = orders[Scope.ISSUE]
    text = text_of(made(order, seed="3"))

    assert [each for each in left_out(order, seed="3") if bare(each) not in text] == []


def test_same_seed_same_bytes_and_another_seed_other_blanks():
    order = Order(graph=shipped("russia-nato"), issue="not-one-inch")

    assert made(order, seed="5") == made(order, seed="5")
    assert left_out(order, seed="5") != left_out(order, seed="6")


def test_tree_can_lose_its_evidence(orders):
    order = orders[Scope.CLAIM]

    assert bare("Мы обещали это") in text_of(made(order, emptied="evidence", blanks="9", key="yes"))
    inside = everything_in(made(order, emptied="evidence", blanks="9", bank="no"))
    assert bare("Мы обещали это") not in inside


def test_map_without_such_a_box_is_refused(orders):
    with pytest.raises(InvalidInput, match="no such box to empty"):
        made(orders[Scope.ISSUE], emptied="evidence")


@pytest.mark.parametrize("given", [{"blanks": "0"}, {"seed": "-1"}, {"bank": "maybe"}])
def test_values_out_of_bounds_are_refused(given):
    with pytest.raises(InvalidInput, match="write"):
        library.choose("blanked-map", given)
