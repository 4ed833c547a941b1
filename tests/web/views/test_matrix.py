"""The matrix page: who uses which document for what, filtered in the address."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.model import SourceKind
from argmap.web.views.matrix import DOCUMENTS_A_PAGE
from tests import builders as b
from tests.web.documents import Document, read

Site = Callable[..., Flask]
CORPUS = b.corpus(
    "small",
    narratives=[b.narrative("left"), b.narrative("right"), b.observer("watch")],
    sources=[b.source(), b.source("treaty", kind=SourceKind.TREATY)],
    evidence=[b.quotation("clash"), b.fact("alone", "treaty"), b.fact("beside")],
    claims=[b.claim("c"), b.claim("d")],
    arguments=[
        b.support("for", "clash", "c", by="left"),
        b.support("for-d", "clash", "d", by="left"),
        b.rebut("against", "clash", "c", by="right"),
        b.support("own", "alone", "d", by="left"),
        b.qualify("limits", "beside", "d", by="watch"),
    ],
)


def cards(text: str) -> dict[str, str]:
    """Give the text of each document's column by the document's id."""
    found = {}
    for part in text.split('<li class="column')[1:]:
        card = part.split("</li>")[0]
        id = re.search(r'/evidence/([a-z0-9-]+)"', card)
        assert id
        found[id[1]] = " ".join(read(f"<li{card}</li>").text.split())
    return found


def shown(site: Site, asked: str = "") -> dict[str, str]:
    response = site(CORPUS).test_client().get(f"/small/matrix?{asked}")
    assert response.status_code == 200, response.text
    return cards(response.text)


def page_of(client: FlaskClient, address: str) -> Document:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return read(response.text)


def test_each_cell_says_what_the_account_uses_the_document_for(site: Site) -> None:
    card = shown(site)["clash"]

    assert "Left for 2 Claim cClaim d" in card
    assert "Right against Claim c" in card


def test_silence_is_said_and_means_nothing(site: Site) -> None:
    client = site(CORPUS).test_client()

    assert "Right not used here" in cards(client.get("/small/matrix").text)["alone"]
    assert "says nothing of what the account thinks of it" in client.get("/small/matrix").text


def test_documents_for_opposite_ends_come_first_and_are_marked(site: Site) -> None:
    found = shown(site)

    assert next(iter(found)) == "clash"
    assert [id for id, card in found.items() if "For opposite ends" in card] == ["clash"]


def test_observers_have_a_row_of_their_own(site: Site) -> None:
    assert "Watch limits Claim d" in shown(site)["beside"]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("used=opposite", ["clash"]),
        ("used=shared", ["clash"]),
        ("used=one", ["alone"]),
        ("used=none", ["beside"]),
        ("kind=treaty", ["alone"]),
        ("kind=treaty&used=shared", []),
        ("claim=c", ["clash"]),
        ("narratives=right", ["clash", "beside"]),
    ],
)
def test_filters_keep_what_they_say(site: Site, asked: str, ids: list[str]) -> None:
    assert list(shown(site, asked)) == ids


def test_swapped_accounts_swap_their_rows(site: Site) -> None:
    there, back = shown(site), shown(site, "narratives=right,left")

    assert list(there) == list(back)
    assert there["clash"].index("Left") < there["clash"].index("Right")
    assert back["clash"].index("Right") < back["clash"].index("Left")
    assert sorted(there["clash"].split()) == sorted(back["clash"].split())


def test_sum_and_totals_count_documents(site: Site) -> None:
    text = " ".join(page_of(site(CORPUS).test_client(), "/small/matrix").text.split())

    assert (
        "3 documents are used here: 1 for opposite ends, 1 by one account only and "
        "1 by observers only." in text
    )
    assert "Left account2···" in text.replace(" · ", "·")


def test_claim_brings_its_issue_along(client: FlaskClient) -> None:
    page = page_of(client, "/three/matrix?claim=split")

    assert "Claim split" in page.text
    assert "/three/issues/question" in page.links


@pytest.mark.parametrize("issue", ["other", ""])
def test_other_issue_that_is_chosen_leaves_the_claim(client: FlaskClient, issue: str) -> None:
    chosen = client.get(f"/three/matrix?claim=split&issue={issue}").text

    assert "/three/issues/question" not in read(chosen).links
    assert cards(chosen) == cards(client.get(f"/three/matrix?issue={issue}").text)


def test_long_list_is_cut_into_pages(client: FlaskClient) -> None:
    first = client.get("/russia-nato/matrix").text
    second = client.get("/russia-nato/matrix?page=2").text

    assert len(cards(first)) == len(cards(second)) == DOCUMENTS_A_PAGE
    assert cards(first).keys().isdisjoint(cards(second))


@pytest.mark.parametrize(
    "asked",
    ["kind=scroll", "used=often", "issue=nowhere", "claim=nothing", "narratives=nobody", "page=0"],
)
def test_what_cannot_be_shown_is_said_in_a_sentence(client: FlaskClient, asked: str) -> None:
    assert client.get(f"/three/matrix?{asked}").status_code == 400


def test_corpus_without_documents_says_so(client: FlaskClient) -> None:
    assert "No document is used here" in client.get("/bare/matrix").text
