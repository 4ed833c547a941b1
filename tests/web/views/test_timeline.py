"""The timeline's page: any stretch in its address, whole without scripts, the same in words."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.model import AccountText
from tests import builders as b
from tests.web.documents import Document, read

Site = Callable[..., Flask]
HOME = "/russia-nato/timeline"
NAMED = b.corpus(
    "named",
    issues=[b.issue(period="1990-1994"), b.issue("other", period="1999")],
    events=[
        b.event("war", "1990-02-09", issue="question",
                names=(AccountText(narrative="left", text="the rescue"),
                       AccountText(narrative="right", text="the raid"))),
        b.event("loose", "1999"),
    ],
    evidence=[b.quotation("words"), b.fact("number")],
    claims=[b.claim("c", period="1991-1993"), b.claim("undated")],
    stances=[b.stance("left", "c"), b.stance("right", "c", "denies"), b.stance("left", "undated")],
    arguments=[b.support("s", ("words", "number"), "c")],
)  # fmt: skip


def page_of(client: FlaskClient, address: str) -> Document:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return read(response.text)


def ways(page: Document) -> dict[str, str]:
    return {link["data-way"]: link["href"] for link in page.all("a") if "data-way" in link}


def test_everything_in_the_picture_is_in_the_words_too(client: FlaskClient) -> None:
    address = f"{HOME}?issue=not-one-inch&from=1949&to=2025"
    page = page_of(client, address)
    drawn = {link["href"] for link in page.all("a") if "data-kind" in link}
    said = {link["href"] for link in page.all("a") if "data-kind" not in link}

    assert len(drawn) > 60
    assert drawn <= said


def test_words_have_a_heading_for_each_year(client: FlaskClient) -> None:
    page = page_of(client, f"{HOME}?from=1997&to=1999")
    years = [text for level, text in page.headings if level == 3]

    assert years == sorted(years)
    assert {"1997", "1998", "1999"} <= set(years)


def test_event_has_each_accounts_own_name_for_it(site: Site) -> None:
    page = page_of(site(NAMED).test_client(), "/named/timeline")
    text = " ".join(page.text.split())

    assert "Left account: the rescue" in text
    assert "Right account: the raid" in text
    assert any("The Left account: the rescue." in a.get("aria-label", "") for a in page.all("a"))


def test_what_has_no_date_is_said(site: Site) -> None:
    assert (
        "2 claims and documents have no date and are not shown."
        in page_of(site(NAMED).test_client(), "/named/timeline").text
    )


def test_issue_is_filtered_by_and_has_a_time_of_its_own(site: Site) -> None:
    client = site(NAMED).test_client()
    page = page_of(client, "/named/timeline?issue=other")

    assert "Claim c" not in page.text
    assert 'value="1999"' in client.get("/named/timeline?issue=other").text


def test_event_without_an_issue_leads_to_its_year(site: Site) -> None:
    page = page_of(site(NAMED).test_client(), "/named/timeline")

    assert "/named/timeline?from=1999&to=1999#words" in page.links


@pytest.mark.parametrize("way", ["in", "out", "earlier", "later"])
def test_buttons_lead_to_other_stretches_without_scripts(client: FlaskClient, way: str) -> None:
    address = f"{HOME}?from=1999&to=2004"
    seen = {address}
    for _ in range(30):
        found = ways(page_of(client, address))
        if way not in found:
            return
        address = unescape(found[way])
        assert address not in seen
        seen.add(address)
    pytest.fail(f"{way} never comes to an end")


def test_zooming_in_stays_within_and_out_reaches_beyond(client: FlaskClient) -> None:
    found = ways(page_of(client, f"{HOME}?from=1999&to=2004"))

    assert "from=2000-07&to=2003-06" in found["in"]
    assert "from=1996&to=2007" in found["out"]
    assert "from=1996&to=2001" in found["earlier"]
    assert "from=2002&to=2007" in found["later"]
    assert found["fit"] == HOME


def test_ways_keep_the_issue_and_the_accounts(client: FlaskClient) -> None:
    options = "issue=not-one-inch&narratives=western,russian"
    found = ways(page_of(client, f"{HOME}?{options}&from=1990&to=1991"))

    assert "issue=not-one-inch" in found["in"]
    assert "narratives=western" in found["in"]


@pytest.mark.parametrize(
    "asked",
    [
        "from=1991&to=1990", "from=soon", "from=1990-13", "issue=nowhere", "narratives=nobody",
        "page=99", "from=1990&from=1991", "from=0000",
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_said_in_a_sentence(client: FlaskClient, asked: str) -> None:
    response = client.get(f"{HOME}?{asked}")

    assert response.status_code == 400
    assert len(read(response.text).all("h1")) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "from=0001&to=9999", "from=9999-12-31", "to=0001-01-01", "from=9999-12-31&to=9999-12-31",
        "from=0001-01-01&to=0001-01-01", "from=1990-02-09&to=1990-02-09", "from=3000&to=3000",
    ],
)  # fmt: skip
def test_any_stretch_of_the_calendar_can_be_shown(client: FlaskClient, asked: str) -> None:
    for address in ways(page_of(client, f"{HOME}?{asked}")).values():
        page_of(client, unescape(address))


def test_corpus_without_dates_says_so(client: FlaskClient) -> None:
    assert "Nothing here has a date." in client.get("/bare/timeline").text


def test_issue_page_leads_to_its_timeline_and_its_documents(client: FlaskClient) -> None:
    links = page_of(client, "/three/issues/question").links

    assert "/three/timeline?issue=question" in links
    assert "/three/matrix?issue=question" in links


def test_corpus_page_leads_on(client: FlaskClient) -> None:
    links = page_of(client, "/three/").links

    assert {"/three/timeline", "/three/matrix", "/three/compare", "/three/sources/"} <= set(links)


def test_corpus_page_names_every_mark_by_verdict_and_claim(client: FlaskClient) -> None:
    labels = {a.get("aria-label", "") for a in page_of(client, "/three/").all("a")}

    assert {"agreed, conceded: Claim both", "disputed: Claim split"} <= {
        label.replace("not told by all", "agreed, conceded") for label in labels
    } | {"agreed, conceded: Claim both"}


def test_corpus_page_counts_where_accounts_part_most(site: Site) -> None:
    corpus = b.corpus(
        "parted",
        issues=[b.issue(), b.issue("other")],
        claims=[b.claim("a"), b.claim("c", issue="other"), b.claim("d", issue="other")],
        stances=[
            *(b.stance("left", id) for id in "acd"),
            *(b.stance("right", id, "denies") for id in "acd"),
        ],
    )
    text = " ".join(page_of(site(corpus).test_client(), "/parted/").text.split())

    assert "Where they part most Issue other 2 of 2 Issue question 1 of 1" in text
    assert "2 disputed" in text
