"""Hold every printed thing to tagging each text with its language, as a screen reader needs it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.writers import FORMATS
from argmap.writers.format import Format, Order, Scope
from argmap.writers.lesson import COVER
from tests.writers.cyrillic import in_cyrillic
from tests.writers.shipped import shipped
from tests.writers.tagged import Said, said

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
LATIN = re.compile(r"[A-Za-z]{2,}")
PRINTED = [each for each in FORMATS if each.suffix == "pdf"]
EVERY_PRINT = pytest.mark.parametrize("form", PRINTED, ids=lambda each: each.name)
SUBJECTS = {Scope.ISSUE: {"issue": "not-one-inch"}, Scope.CLAIM: {"claim": "scope-beyond-gdr"}}
WAYS = pytest.mark.parametrize(("difficulty", "citing"), [("easy", "chicago"), ("hard", "gost")])


@cache
def russian() -> ArgumentGraph:
    """Give the shipped corpus without a Latin letter, as if it were written in Russian."""
    return ArgumentGraph(in_cyrillic(shipped("russia-nato").corpus))


def made(form: Format, scope: Scope, graph: ArgumentGraph, **given: str) -> Iterator[list[Said]]:
    """Print it, and its key if it has one."""
    known = {option.name for option in form.options}
    order = Order(graph=graph, depth=None if scope is Scope.CLAIM else 2, **SUBJECTS[scope])
    for key in ("no", "yes") if "key" in known else ("",):
        wanted = {name: text for name, text in {**given, "key": key}.items() if name in known}
        chosen = library.choose(form.name, wanted)
        yield said(library.export(form.name, replace(order, chosen=chosen)).content)


def ours(read: list[Said], language: str, graph: ArgumentGraph) -> str:
    """Give what argmap says; a legend is one text, and has the names of narratives among words."""
    names = "|".join(each.name for each in graph.corpus.narratives)
    return "\n".join(
        re.sub(names, "", each.text, flags=re.IGNORECASE) if each.is_alternative else each.text
        for each in read
        if each.language == language
    )


def texts(read: list[Said], language: str) -> str:
    return "\n".join(each.text for each in read if each.language == language)


@EVERY_PRINT
@pytest.mark.parametrize("scope", list(SUBJECTS))
@WAYS
def test_russian_print_of_an_english_corpus_tags_both(form, scope, difficulty, citing):
    graph = shipped("russia-nato")
    for read in made(form, scope, graph, language="ru", difficulty=difficulty, citing=citing):
        assert ours(read, "ru", graph)
        assert not CYRILLIC.findall(texts(read, "en"))
        assert not LATIN.findall(ours(read, "ru", graph))


@EVERY_PRINT
@pytest.mark.parametrize("scope", list(SUBJECTS))
def test_english_print_of_a_russian_corpus_tags_both(form, scope):
    for read in made(form, scope, russian(), language="en", difficulty="hard", citing="gost"):
        assert ours(read, "en", russian())
        assert not CYRILLIC.findall(ours(read, "en", russian()))
        assert not LATIN.findall(re.sub(r"https?://\S+|URL", "", texts(read, "ru")))


@EVERY_PRINT
def test_print_in_the_language_of_its_corpus_names_no_other(form):
    order = Order(graph=shipped("end-of-the-dinosaurs"), issue="the-impact")

    assert {each.language for each in said(library.export(form.name, order).content)} == {"en"}


def test_quotation_in_a_third_language_has_its_own():
    (form,) = (each for each in PRINTED if each.name == "handout")
    (read,) = made(form, Scope.ISSUE, shipped("russia-nato"), language="ru", documents="200")

    assert "Was immer im Warschauer Pakt geschieht" in texts(read, "de")
    assert "Это миф, действительно" in texts(read, "ru")
    assert "Dokumente zur Deutschlandpolitik" in texts(read, "de")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_cover_of_a_lesson_tags_both(language):
    order = Order(graph=shipped("end-of-the-dinosaurs"), issue="the-impact")
    order = replace(order, chosen=library.choose("lesson", {"language": language}))
    with zipfile.ZipFile(io.BytesIO(library.export("lesson", order).content)) as lesson:
        (name,) = (each for each in lesson.namelist() if each.endswith(COVER))
        read = said(lesson.read(name))

    issue = order.graph.issue("the-impact")
    theirs = [issue.question, *(each.text for each in issue.accounts)]
    assert [each for each in theirs if each not in texts(read, "en")] == []
    assert not CYRILLIC.findall(texts(read, "en"))
    assert language == "en" or [each for each in theirs if each in texts(read, "ru")] == []
