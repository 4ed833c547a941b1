"""Hold files of markup to naming the language of each text, as what reads them aloud needs it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.writers.format import Order
from tests.writers.cyrillic import in_cyrillic
from tests.writers.marked_up import texts, told
from tests.writers.shipped import shipped

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
LATIN = re.compile(r"[A-Za-z]{2,}")
SUBJECTS = [{"issue": "not-one-inch"}, {"claim": "scope-beyond-gdr"}]
BOTH_WAYS = pytest.mark.parametrize("spoken", ["ru", "en"])
OF_BOTH = pytest.mark.parametrize("subject", SUBJECTS, ids=["issue", "claim"])


def corpus_for(spoken: str) -> ArgumentGraph:
    """Give a corpus in the other language than the one spoken."""
    plain = shipped("russia-nato")
    return plain if spoken == "ru" else ArgumentGraph(in_cyrillic(plain.corpus))


def made(name: str, spoken: str, subject: dict[str, str]) -> bytes:
    order = Order(graph=corpus_for(spoken), **subject)
    order = replace(order, chosen=library.choose(name, {"language": spoken}))
    return library.export(name, order).content


def strangers(read: Iterable[tuple[str, str]]) -> list[str]:
    """List what is not in the letters of the language it is said to be in."""
    read = list(read)
    assert {"en", "ru"} <= {language for _, language in read}
    in_english = [each for each in told(read, "en").split("\n") if CYRILLIC.search(each)]
    return in_english + [each for each in told(read, "ru").split("\n") if LATIN.search(each)]


@BOTH_WAYS
@OF_BOTH
def test_picture_names_the_language_of_each_text(spoken, subject):
    root = ET.fromstring(made("svg", spoken, subject))

    assert strangers(texts(root)) == []


@OF_BOTH
def test_picture_is_described_in_the_language_of_its_corpus(subject):
    root = ET.fromstring(made("svg", "ru", subject))
    labels = [each.attrib["aria-label"] for each in root.iter() if "aria-label" in each.attrib]

    assert any("the Western account denies" in each for each in labels)
    assert "account" in (root.findtext("{http://www.w3.org/2000/svg}desc") or "")
