"""The presentation: one step shown, all of them there, each at an address."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.corpora import HOSTILE_TEXT
from tests.web.documents import Document, read

ISSUE = "/three/present?issue=question"


def opened(client: FlaskClient, address: str) -> Document:
    response = client.get(address)
    assert response.status_code == 200, response.text[:400]
    return read(response.text)


def scenes(page: Document) -> list[dict[str, str]]:
    return [s for s in page.all("section") if "scene" in s.get("class", "").split()]


def shown(page: Document) -> list[str]:
    return [scene["id"] for scene in scenes(page) if "hidden" not in scene]


def test_first_step_is_shown_where_none_is_asked_for(client: FlaskClient) -> None:
    assert shown(opened(client, ISSUE)) == ["step-1"]


def test_every_step_has_an_address_that_shows_it(client: FlaskClient) -> None:
    for scene in scenes(opened(client, ISSUE)):
        assert shown(opened(client, scene["data-step"])) == [scene["id"]]


def test_steps_are_linked_there_and_back_without_scripts(client: FlaskClient) -> None:
    first = opened(client, ISSUE)
    (on,) = [link for link in first.all("a") if link.get("rel") == "next"]
    (back,) = [link for link in first.all("a") if link.get("rel") == "prev"]

    assert "href" not in back
    assert shown(opened(client, on["href"])) == ["step-2"]
    last = opened(client, scenes(first)[-1]["data-step"])
    (end,) = [link for link in last.all("a") if link.get("rel") == "next"]
    assert end["aria-disabled"] == "true"


def test_options_of_slides_are_kept_from_step_to_step(client: FlaskClient) -> None:
    page = opened(client, f"{ISSUE}&length=full&claims=1&narratives=right,left")
    address = scenes(page)[1]["data-step"]

    for part in ("length=full", "claims=1", "step=2", "narratives=right"):
        assert part in address


@pytest.mark.parametrize("option", ["palette=large", "language=ru"])
def test_option_that_the_page_would_not_heed_is_refused(client: FlaskClient, option: str) -> None:
    response = client.get(f"{ISSUE}&{option}")

    assert response.status_code == 400
    assert "it has: length, claims, citing" in response.text


def test_class_page_leads_to_it_without_what_it_would_not_heed(client: FlaskClient) -> None:
    page = opened(client, "/three/teach?issue=question&make=slides&palette=large&length=full")
    (link,) = [link for link in page.links if "/present?" in link]

    assert "palette" not in link
    assert "length=full" in link


def test_same_steps_as_the_slides(client: FlaskClient) -> None:
    from io import BytesIO

    from pptx import Presentation

    deck = Presentation(BytesIO(client.get("/three/data/slides?issue=question").data))

    assert len(scenes(opened(client, ISSUE))) == len(deck.slides)


@pytest.mark.parametrize("step", ["0", "99", "two", "-1"])
def test_step_that_is_none_says_what_to_write(client: FlaskClient, step: str) -> None:
    response = client.get(f"{ISSUE}&step={step}")

    assert response.status_code == 400
    assert "write a number from 1 to" in response.text


def test_without_a_subject_one_is_chosen(client: FlaskClient) -> None:
    page = opened(client, "/three/present")
    offered = [link for link in page.links if "/present?" in link]

    assert len(offered) == 2 + 3
    assert shown(opened(client, offered[0])) == ["step-1"]


def test_two_subjects_at_once_are_refused(client: FlaskClient) -> None:
    response = client.get("/three/present?issue=question&claim=split")

    assert response.status_code == 400
    assert "Choose a claim or an issue to present" in response.text


@pytest.mark.parametrize(
    "path", ["/three/claims/split", "/three/issues/question", "/three/teach?issue=question"]
)
def test_claims_issues_and_the_class_page_lead_to_it(client: FlaskClient, path: str) -> None:
    (link,) = [link for link in opened(client, path).links if "/present?" in link]

    assert client.get(link).status_code == 200


def test_hostile_text_stays_text(client: FlaskClient) -> None:
    assert HOSTILE_TEXT in opened(client, "/hostile/present?claim=bad").text


def test_language_of_a_quotation_is_marked(client: FlaskClient) -> None:
    page = client.get("/tongues/present?claim=point")

    assert page.status_code == 200
    assert 'lang="ru&#34; onclick=&#34;x"' in page.text
