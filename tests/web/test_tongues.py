"""A passage in its own language first, what translates it below."""

from __future__ import annotations

from argmap.core.graph import ArgumentGraph
from argmap.core.language import speaking
from argmap.resources import catalogue
from argmap.web.tongues import tongues
from tests import builders as build


def of(**told: str) -> list[tuple[str, str]]:
    item = build.quotation("q", **told)
    graph = ArgumentGraph(build.corpus(evidence=[item]))
    return [(each.language, each.text) for each in tongues(graph, item)]


def test_translation_stands_below_what_is_quoted() -> None:
    assert of(text="Kein Zoll", language="de", translation="Not an inch") == [
        ("de", "“Kein Zoll”"),
        ("en", "Not an inch"),
    ]


def test_original_stands_above_what_is_quoted_in_translation() -> None:
    assert [text for _, text in of(text="not an inch", language="en", original="ни на дюйм")] == [
        "ни на дюйм",
        "“not an inch”",
    ]


def test_passage_in_one_language_is_one_text() -> None:
    assert of(text="not an inch", language="en") == []


def test_passages_are_named_in_the_language_of_the_page() -> None:
    item = build.quotation("q", text="Kein Zoll", language="de", translation="Not an inch")
    graph = ArgumentGraph(build.corpus(evidence=[item]))

    with speaking(catalogue("ru")):
        names = [each.name for each in tongues(graph, item)]

    assert names == ["как цитируется, немецкий", "в переводе, английский"]
