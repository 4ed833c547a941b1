"""Find in an edition what the pages' own search finds."""

from __future__ import annotations

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.storage.words import stem
from argmap.web.still_facts import facts, known_stem
from tests import builders as b
from tests.web.corpora import THREE

RUSSIAN = "расширение"


@pytest.mark.parametrize(
    "asked", ["расширения", "расширению", "расширением", "расширении", "расширений"]
)
def test_russian_forms_come_to_the_stem_of_the_corpus(asked):
    assert known_stem(asked, {stem(RUSSIAN)}) == stem(RUSSIAN)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("assurances", "assurance"),
        ("enlarged", "enlarge"),
        ("treaty", "treaties"),
        ("promises", "promised"),
        ("treaties", "treaty"),
    ],
)
def test_english_forms_come_to_the_stem_of_the_corpus(asked, known):
    assert known_stem(asked, {stem(known)}) == stem(known)


def test_word_that_only_begins_like_a_stem_is_another_word():
    assert known_stem("warsaw", {"war"}) == ""


def test_every_word_of_a_corpus_is_found_by_its_own_form():
    texts = ("The allies' promises were broken", "Обещания были нарушены союзниками")
    claims = [b.claim(f"c{number}", text=text) for number, text in enumerate(texts)]
    graph = ArgumentGraph(b.corpus(claims=claims))
    search = facts(graph, {"claims/c0", "claims/c1"})["search"]

    for text in texts:
        for word in text.lower().replace("'", "").split():
            found = search["forms"].get(word) or known_stem(word, search["stems"])
            assert found == stem(word)


def test_only_what_has_a_page_is_found():
    search = facts(ArgumentGraph(THREE), {"claims/both"})["search"]

    assert [doc[1] for doc in search["docs"]] == ["claims/both"]
