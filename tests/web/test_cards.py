"""Cards: what a page says to those who link to it and cite it."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.model import Corpus
from argmap.web import Settings
from tests.web.corpora import CORPORA, HOSTILE_TEXT
from tests.web.documents import Document, read

SITE = "https://maps.example.org"
CITED = [
    "/three/claims/split",
    "/three/issues/question",
    "/three/evidence/words",
    "/three/sources/record",
    "/three/compare",
    "/hostile/claims/bad",
    "/hostile/evidence/words",
    "/hostile/sources/record",
]


@pytest.fixture
def known(site: Callable[..., Flask]) -> FlaskClient:
    """Serve the small corpora at an address that is known."""
    return site(*CORPORA, settings=Settings(address=SITE)).test_client()


def meta(page: Document) -> dict[str, str]:
    named = ((m.get("property") or m.get("name"), m.get("content", "")) for m in page.all("meta"))
    return {name: content for name, content in named if name}


@pytest.mark.parametrize("address", CITED)
def test_page_has_all_that_a_link_preview_needs(known: FlaskClient, address: str) -> None:
    said = meta(read(known.get(address).text))

    for name in ("title", "description", "image", "image:alt", "url", "type", "site_name"):
        assert said[f"og:{name}"].strip(), name
    assert said["twitter:card"] == "summary_large_image"
    assert said["og:url"].startswith(SITE)
    assert len(said["og:description"]) <= 302


@pytest.mark.parametrize("address", CITED)
def test_picture_of_a_preview_is_of_the_size_it_says(known: FlaskClient, address: str) -> None:
    said = meta(read(known.get(address).text))
    image = known.get(said["og:image"].removeprefix(SITE))

    assert image.content_type == "image/png"
    assert struct.unpack(">II", image.data[16:24]) == (1200, 630)
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")


def test_preview_of_a_whole_corpus_is_drawn(client: FlaskClient) -> None:
    assert client.get("/three/preview.png").content_type == "image/png"


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("claim=nothing", 400),
        ("evidence=nothing", 400),
        ("source=nothing", 400),
        ("claim=split&issue=question", 400),
        ("narratives=nobody", 400),
        ("claim=split", 200),
        ("narratives=left,third&issue=other", 200),
    ],
)
def test_preview_answers_any_address(client: FlaskClient, asked: str, status: int) -> None:
    assert client.get(f"/three/preview.png?{asked}").status_code == status


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/three/claims/split", "Claim"),
        ("/three/evidence/words", "Quotation"),
        ("/three/evidence/number", "CreativeWork"),
        ("/three/sources/record", "CreativeWork"),
        ("/three/issues/question", "CreativeWork"),
        ("/three/compare", "Dataset"),
    ],
)
def test_data_block_says_what_the_page_shows(known: FlaskClient, address: str, kind: str) -> None:
    (block,) = read(known.get(address).text).blocks

    assert block["@context"] == "https://schema.org"
    assert block["@type"] == kind
    assert block["url"].startswith((SITE, "http"))
    assert all(block.values())


def test_data_block_rates_nothing(everything: Flask, shipped_corpora: tuple[Corpus, ...]) -> None:
    client = everything.test_client()
    corpus = shipped_corpora[0]
    pages = [client.get(f"/{corpus.id}/claims/{claim.id}").text for claim in corpus.claims[:10]]

    assert not any("ating" in name for page in pages for (block,) in [read(page).blocks]
                   for name in block)  # fmt: skip


def test_hostile_text_stays_data(client: FlaskClient) -> None:
    page = client.get("/hostile/claims/bad").text
    (block,) = read(page).blocks

    assert block["name"] == HOSTILE_TEXT
    assert "<script>alert" not in page


def lines(html: str) -> Iterator[str]:
    for part in html.split('data-copy="')[1:]:
        text = part.split(">", 1)[1].split("</span>")[0]
        yield unescape(text.replace("<i>", "").replace("</i>", ""))


def test_claim_is_cited_by_the_site_and_the_corpus(known: FlaskClient) -> None:
    cited = list(lines(known.get("/three/claims/split").text))

    assert cited[0] == f"{SITE}/three/claims/split"
    assert cited[1] == f"“Claim split,” Corpus three, n.d., {SITE}/three/claims/split."
    assert len(cited) == 1 + 4 * 2


def test_quotation_is_cited_by_its_work_and_by_its_page(known: FlaskClient) -> None:
    cited = list(lines(known.get("/three/evidence/words").text))

    assert cited[1] == "A speaker, February 9, 1990, quoted in “Source record,” n.d."
    assert cited[3] == f"“Words of words.” Corpus three. n.d. {SITE}/three/evidence/words."


def test_comparison_is_cited_with_what_is_chosen(known: FlaskClient) -> None:
    address = "/three/compare?narratives=third,left&issue=other&verdict=one_sided&from=1990"
    cited = next(lines(known.get(address).text))

    assert cited == (
        f"{SITE}/three/compare?narratives=third,left&issue=other&verdict=one_sided&from=1990"
    )


def test_address_without_a_site_is_left_to_the_browser(client: FlaskClient) -> None:
    page = client.get("/three/claims/split", headers={"Host": "evil.example"}).text

    assert 'data-path="/three/claims/split"' in page
    assert "evil.example" not in page
    assert 'rel="canonical"' not in page
