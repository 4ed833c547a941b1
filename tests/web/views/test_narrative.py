"""A narrative's page: its case, what it grants, denies, answers and cites; no side is taken."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.model import AccountText, Corpus
from argmap.web.views.narrative import MOST_HELD, MOST_STEPS
from tests import builders as b
from tests.web.documents import Document, read

LEFT = "/three/accounts/left"
Site = Callable[..., Flask]


def headings(page: Document) -> list[str]:
    return [text for level, text in page.headings if level == 2]


def pages_of(site: Site, corpus: Corpus, *narratives: str) -> list[Document]:
    client = site(corpus).test_client()
    return [read(client.get(f"/{corpus.id}/accounts/{id}").text) for id in narratives]


def test_strongest_claims_stand_in_the_editors_order_with_mark_and_own_words(
    client: FlaskClient,
) -> None:
    text = read(client.get(LEFT).text).text

    assert text.index("Claim split") < text.index("Claim both")
    for said in ("disputed", "In left's own terms.", "It brings 1 document for this."):
        assert said in text


def test_objection_of_another_account_stands_below_with_its_reply(client: FlaskClient) -> None:
    text = read(client.get(LEFT).text).text

    assert "Against it" in text
    assert "rebuts From: “Words of words”" in " ".join(text.split())
    assert "No reply was found in the sources loaded." in text


def test_claim_nobody_objects_to_says_so(client: FlaskClient) -> None:
    assert "No other account objects to this" in client.get("/three/accounts/third").text


def test_concessions_qualifications_and_denials_have_places_of_their_own(
    client: FlaskClient,
) -> None:
    right = read(client.get("/three/accounts/right").text)
    third = read(client.get("/three/accounts/third").text)

    assert "The Right account speaks to 2 of 3 points: it concedes 1 and denies 1." in right.text
    assert right.text.index("What it concedes") < right.text.index("Claim both")
    assert "In right's own terms." in right.text.split("What it denies")[1]
    assert "Claim split" in third.text.split("What it accepts in part")[1]
    assert "No concession was found in the sources loaded." in third.text


def test_long_lists_are_folded_and_whole(site: Site) -> None:
    claims = [b.claim(f"c{n}") for n in range(MOST_HELD + 3)]
    stances = [b.stance("left", each.id, "concedes") for each in claims]
    (page,) = pages_of(site, b.corpus(claims=claims, stances=stances), "left")

    assert "3 more" in page.text
    assert all(f"/small/claims/{each.id}" in page.links for each in claims)


def test_answers_are_in_the_order_of_the_issues_and_lead_to_them(site: Site) -> None:
    def said(id: str) -> tuple[AccountText, ...]:
        return (AccountText(narrative=id, text=f"Answer of {id}."),)

    corpus = b.corpus(issues=[b.issue("first"), b.issue("second", accounts=said("left"))])
    left, right = pages_of(site, corpus, "left", "right")
    answers = left.text.split("Its answer to each issue")[1]

    assert "No answer of its own is written down yet." in answers
    assert "Answer of left." in answers.split("What of second?")[1]
    assert "/small/issues/second" in left.links
    assert "Its answer to each issue" not in headings(right)


def test_events_stand_under_the_accounts_own_names_earliest_first(site: Site) -> None:
    def named(text: str) -> tuple[AccountText, ...]:
        return (AccountText(narrative="left", text=text),)

    corpus = b.corpus(
        events=[
            b.event("later", "1991", issue="question", names=named("The betrayal")),
            b.event("earlier", "1990", names=named("The word given")),
        ]
    )
    left, right = pages_of(site, corpus, "left", "right")

    assert left.text.index("The word given") < left.text.index("The betrayal")
    assert "/small/issues/question#event-later" in left.links
    assert headings(right) == []


def test_documents_used_most_say_for_what_and_by_whom_else(client: FlaskClient) -> None:
    text = read(client.get(LEFT).text).text.split("The documents it uses most")[1]

    assert "In 1 of its arguments, in support." in text
    assert "Also used by Right account." in text
    assert "For opposite ends." in text


def test_observer_has_arguments_by_issue_and_nothing_of_an_account(site: Site) -> None:
    steps = [b.support(f"s{n}", "e", "c", by="court") for n in range(MOST_STEPS + 2)]
    corpus = b.corpus(
        narratives=[b.narrative("left"), b.observer("court", summary="It has ruled.")],
        evidence=[b.fact("e")],
        claims=[b.claim("c")],
        arguments=steps,
    )
    (page,) = pages_of(site, corpus, "court")

    assert "It has ruled." in page.text
    assert f"Court account puts {len(steps)} arguments forward on 1 issue." in page.text
    assert "takes no stance" in page.text
    assert "and 2 more that are not shown here" in page.text
    assert headings(page) == ["What it contributes, by issue", "The documents it uses most"]


def test_account_that_says_nothing_has_a_whole_page(site: Site) -> None:
    (page,) = pages_of(site, b.corpus(claims=[b.claim("c")]), "left")

    assert "takes a stance on no point in the sources loaded" in page.text
    assert (headings(page), page.unbalanced) == ([], [])


def test_corpus_without_strongest_claims_leaves_their_place_out(site: Site) -> None:
    corpus = b.corpus(claims=[b.claim("c")], stances=[b.stance("left", "c", "denies")])
    (page,) = pages_of(site, corpus, "left")

    assert "What it would say first" not in headings(page)
    assert headings(page) == ["What it concedes", "What it accepts in part", "What it denies"]


def test_swapped_accounts_have_swapped_pages(site: Site) -> None:
    """Neither account is met with other words: the one page is the other with names exchanged."""
    one, two = b.narrative("left", strongest=("c",)), b.narrative("right", strongest=("d",))
    corpus = b.corpus(
        narratives=[one, two],
        claims=[b.claim("c"), b.claim("d")],
        evidence=[b.fact("e")],
        stances=[
            b.stance("left", "c"),
            b.stance("right", "c", "denies"),
            b.stance("right", "d"),
            b.stance("left", "d", "denies"),
        ],
        arguments=[
            b.support("for-c", "e", "c", by="left"),
            b.rebut("not-c", "e", "c", by="right"),
            b.support("for-d", "e", "d", by="right"),
            b.rebut("not-d", "e", "d", by="left"),
        ],
    )
    left, right = pages_of(site, corpus, "left", "right")
    swaps = {"Left": "Right", "Right": "Left", "Claim c": "Claim d", "Claim d": "Claim c"}
    mirrored = re.sub("|".join(swaps), lambda found: swaps[found[0]], left.text)

    def body(text: str) -> str:
        return text.split("What it would say first")[1]

    assert body(mirrored) == body(right.text)


def test_every_account_has_the_same_headings_in_a_corpus(client: FlaskClient) -> None:
    shown = [
        headings(read(client.get(f"/russia-nato/accounts/{id}").text))
        for id in ("russian", "western")
    ]

    assert shown[0] == shown[1]


@pytest.mark.parametrize(
    "address",
    ["/", "/three/", "/three/issues/question", "/three/claims/split", "/three/compare"],
)
def test_names_that_head_something_lead_to_the_page(client: FlaskClient, address: str) -> None:
    links = read(client.get(address).text).links

    for id in ("left", "right", "third"):
        assert f"/three/accounts/{id}" in links


def test_page_costs_one_read_of_the_store(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.web.serving import EXTENSION

    app = site()
    library = app.extensions[EXTENSION].library
    asked: list[str] = []
    graph = library.graph
    monkeypatch.setattr(library, "graph", lambda id: asked.append(id) or graph(id))

    assert app.test_client().get(LEFT).status_code == 200
    assert asked == ["three"]
