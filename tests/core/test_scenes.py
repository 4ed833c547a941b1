"""What is shown and said at each step."""

from __future__ import annotations

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.core.lesson import StepKind, of_claim, of_issue
from argmap.core.model import Relation
from argmap.core.scenes import CardKind, Scene, scenes
from argmap.errors import UnknownName
from tests import builders as build
from tests.core.test_lesson import exchange


def shown(graph: ArgumentGraph, claim: str = "main") -> tuple[Scene, ...]:
    return scenes(graph, of_claim(graph, claim), "chicago")


def at(graph: ArgumentGraph, chain: tuple[str, ...]) -> Scene:
    return next(scene for scene in shown(graph) if scene.step.chain == chain)


def words(scene: Scene) -> list[str]:
    return [str(each.text) for card in scene.cards for each in card.paragraphs]


def test_only_the_last_card_of_an_exchange_is_new():
    scene = at(exchange(), ("for", "not-so"))

    assert [card.is_new for card in scene.cards] == [False, False, True]
    assert [card.bears_on for card in scene.cards] == [None, 0, 1]
    assert scene.cards[-1].relation is Relation.UNDERCUT


def test_title_says_who_does_what():
    assert str(at(exchange(), ("against",)).title) == "The Right account rebuts this claim"


def test_reason_shows_quotation_work_and_warrant():
    said = words(at(exchange(), ("for",)))

    assert "“Words of memo”" in said
    assert "Because: So it follows." in said
    assert any("Source record" in text for text in said)


def test_notes_have_quotation_and_citation_in_full():
    memo = build.quotation("memo", text="Слова", language="ru", translation="Words", original="")
    graph = exchange(evidence=[memo, build.quotation("note"), build.quotation("file")])
    notes = "\n".join(map(str, at(graph, ("for",)).notes))

    assert "Document: “Слова”" in notes
    assert "In translation: Words" in notes
    assert "Source: " in notes


def test_language_of_a_quotation_is_told():
    memo = build.quotation("memo", text="Слова", language="ru")
    graph = exchange(evidence=[memo, build.quotation("note"), build.quotation("file")])
    card = at(graph, ("for",)).cards[-1]

    assert card.paragraphs[0].language == "ru"


def test_unverified_document_says_so():
    memo = build.quotation("memo", verified=False)
    graph = exchange(evidence=[memo, build.quotation("note"), build.quotation("file")])

    assert any("[not verified]" in text for text in words(at(graph, ("for",))))


def test_claim_is_shown_with_what_each_account_holds():
    (scene,) = [each for each in shown(exchange()) if each.step.kind is StepKind.CLAIM]

    assert [card.kind for card in scene.cards] == [CardKind.CLAIM, *[CardKind.ACCOUNT] * 2]
    assert words(scene)[1:] == ["Left account: asserts", "Right account: denies"]


def test_overview_lists_the_claims_told_and_in_full_all():
    (short,) = [
        scene
        for scene in scenes(exchange(), of_issue(exchange(), "question", points=1), "chicago")
        if scene.step.kind is StepKind.OVERVIEW
    ]

    assert len(short.cards) == 1
    assert str(short.kicker).startswith("Both accounts address")


def test_unknown_style_is_named():
    with pytest.raises(UnknownName, match="style of citation"):
        scenes(exchange(), of_claim(exchange(), "main"), "vogue")
