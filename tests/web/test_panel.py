"""What stands beside the map for the selected box."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.model import Citation
from argmap.web import panel
from tests import builders as b
from tests.web.documents import read

POINT = "/talk/claims/point"


@pytest.fixture
def talk(site: Callable[..., Flask]) -> FlaskClient:
    """Serve a claim with an exchange of replies of four under one step."""
    corpus = b.corpus(
        "talk",
        sources=[b.source("record", verified=False), b.source("memo")],
        claims=[b.claim("point", in_full="The point with all that belongs to it."), b.claim("far")],
        stances=[
            b.stance("left", "point", "asserts", "In left's own terms."),
            b.stance("right", "point", "denies", "In right's own terms."),
        ],
        evidence=[
            b.quotation(
                "words",
                language="ru",
                original="Слова",
                translation="Words in English",
                wording="English translation",
                citations=(Citation(source="record", locator="p. 7"), Citation(source="memo")),
            ),
            b.fact("number", "memo", verified=False, note="A note."),
            b.fact("first"),
            b.fact("second"),
            b.fact("third"),
        ],
        arguments=[
            b.support("for", "words", "point", by="left", because="They say so."),
            b.rebut("against", "words", "point", by="right"),
            b.support("elsewhere", "words", "far", by="right", because="It is far."),
            b.undercut("reply-1", "first", "for", by="right", because="It does not follow."),
            b.undercut("reply-2", "second", "reply-1", by="left"),
            b.rebut("reply-3", "third", "words", by="right"),
        ],
    )
    return site(corpus).test_client()


def told(client: FlaskClient, box: str, **options: str) -> str:
    asked = "&".join(f"{name}={value}" for name, value in {"box": box, **options}.items())
    text = read(client.get(f"{POINT}?part=panel&{asked}").text).text
    return " ".join(text.split())


def test_quotation_is_told_whole_with_where_it_stands(talk: FlaskClient) -> None:
    text = told(talk, "for")

    for words in (
        "“Words of words”", "In the original Слова", "Translated, English Words in English",
        "SpeakerA speaker", "Date9 February 1990", "WordingEnglish translation",
        "Source Source record, p. 7 (other) not verified", "Also in Source memo (other)",
        "Recordchecked against the work", "How to cite it",
    ):  # fmt: skip
        assert words in text, words


def test_record_that_rests_on_memory_says_so(talk: FlaskClient) -> None:
    page = read(talk.get("/talk/claims/point?part=panel&box=number").text)

    assert "not verified" in page.text
    assert "has not been checked against the work" in " ".join(page.text.split())
    assert "checked against the work A note" not in " ".join(page.text.split())


def test_step_here_comes_first_then_its_answers_then_other_uses(talk: FlaskClient) -> None:
    text = told(talk, "for")
    order = [
        text.index(words)
        for words in (
            "What it is used for here", "Left account supports Claim point",
            "Because They say so.", "How that was answered",
            "Right account undercuts this step From: Fact first", "It does not follow.",
            "Right account rebuts this evidence From: Fact third", "What else it is used for",
            "Right account rebuts Claim point", "Right account supports Claim far",
        )
    ]  # fmt: skip

    assert order == sorted(order)
    assert "The accounts use this for opposite ends." in text


def test_step_without_an_answer_says_that_none_was_found(talk: FlaskClient) -> None:
    assert "No answer to this step was found in the sources loaded." in told(talk, "reply-2")


def test_claim_is_told_with_each_accounts_sentence(talk: FlaskClient) -> None:
    text = told(talk, "point")

    for words in (
        "The point with all that belongs to it.", "asserts In left's own terms.",
        "denies In right's own terms.",
    ):  # fmt: skip
        assert words in text


def test_exchange_is_walked_in_order(talk: FlaskClient) -> None:
    walked, box = [], "for"
    while box:
        page = read(talk.get(f"{POINT}?part=panel&box={box}").text)
        walked.append(box)
        following = [link["href"] for link in page.all("a") if link.get("data-key") == "next"]
        box = following[0].partition("box=")[2].partition("#")[0] if following else ""

    assert walked == ["for", "reply-1", "reply-2", "reply-3"]
    assert "3 of 4" in told(talk, "reply-2")


def test_chain_says_what_a_reply_goes_back_to(talk: FlaskClient) -> None:
    text = told(talk, "reply-2")
    chain = text[text.index("The chain of replies") :]

    assert chain.index("Left account supports this claim") < chain.index(
        "Right account undercuts this step: Fact first"
    )


def test_reply_of_an_account_left_out_is_told_and_leads_to_all_accounts(
    talk: FlaskClient,
) -> None:
    page = talk.get(f"{POINT}?part=panel&box=for&show=left").text

    assert f"{POINT}?box=reply-1#tree-point-reply-1" in page
    assert "show=left&amp;box=reply-1" not in page


def test_own_page_and_source_are_one_link_away(talk: FlaskClient) -> None:
    links = read(talk.get(f"{POINT}?part=panel&box=for").text).links

    assert "/talk/evidence/words" in links
    assert "/talk/sources/record" in links
    assert f"{POINT}?source=record&box=for#tree-point-for" in links


def test_uses_and_answers_beyond_the_bound_are_counted(
    site: Callable[..., Flask],
) -> None:
    many = range(panel.MOST_USES + 5)
    corpus = b.corpus(
        "many",
        claims=[b.claim("point")],
        evidence=[b.quotation("words"), b.fact("other")],
        arguments=[
            b.support("step", "words", "point"),
            *(b.support(f"again-{n}", "words", "point") for n in many),
            *(b.undercut(f"no-{n}", "other", "step", by="right") for n in many),
        ],
    )
    page = site(corpus).test_client().get("/many/claims/point?box=step&part=panel").text

    assert page.count("and 5 more that are not shown here") == 2


def test_part_of_a_page_is_what_the_whole_page_has(talk: FlaskClient) -> None:
    whole = talk.get(f"{POINT}?box=for").text
    part = talk.get(f"{POINT}?box=for&part=panel").text
    aside = part[part.index("<aside") : part.index("</aside>")]

    assert aside in whole
    assert "<svg" not in aside.replace('<svg class="shape', "").replace('<svg class="stroke', "")
    tree = talk.get(f"{POINT}?box=for&part=tree").text
    picture = tree[tree.index('<svg xmlns="') : tree.index("</svg>\n")]
    assert picture in whole
