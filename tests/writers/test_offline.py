"""Write an offline edition and unpack it as its script does."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Corpus
from argmap.library import holding
from argmap.web import Settings, create_app, publish
from argmap.writers import offline, site
from argmap.writers.format import Order
from tests.web import documents
from tests.web.corpora import HOSTILE, HOSTILE_TEXT, THREE
from tests.web.editions import PUBLISHED, published_once
from tests.writers.foreign.pages import block, unpacked


def written(corpus, **more) -> str:
    order = Order(graph=ArgumentGraph(corpus), publish=published_once, **more)
    return offline.write(order).decode()


def scenes(page: str) -> list[tuple[str, list[tuple[int, str]], list[str]]]:
    found = re.findall(r'<section class="scene.*?</section>', page, re.S)
    read = [documents.read(each) for each in found]
    return [(each.ids[0], each.headings, each.text.split()) for each in read]


@pytest.fixture(scope="module", params=PUBLISHED, ids=lambda each: each.id)
def corpus(request) -> Corpus:
    return request.param


@pytest.fixture(scope="module")
def html(corpus) -> str:
    return written(corpus)


def test_packed_pages_are_those_of_the_site(html):
    pages = unpacked(html)

    assert {"index", "compare", "search", "method"} <= set(pages)
    for path, page in pages.items():
        document = documents.read(page)
        assert document.unbalanced == [], path
        assert len(document.all("main")) == 1, path


def test_every_link_leads_to_a_page_in_the_file(html):
    pages = unpacked(html)
    links = [link for page in (*pages.values(), html) for link in documents.read(page).links]
    inside = [link for link in links if link.startswith("#/")]

    assert inside
    assert [link for link in inside if re.split(r"[~?]", link[2:])[0] not in pages] == []
    assert [link for link in links if not link.startswith(("#", "http"))] == []


def test_claims_and_issues_are_presented_in_the_steps_of_the_served_pages(corpus, html):
    client = create_app(Settings(), library=holding(corpus)).test_client()
    pages = unpacked(html)

    for kind, records in (("issue", corpus.issues), ("claim", corpus.claims)):
        for each in records:
            served = client.get(f"/{corpus.id}/present?{kind}={each.id}").text
            assert scenes(pages[f"present/{kind}s/{each.id}"]) == scenes(served) != []


@pytest.mark.parametrize(
    ("path", "left"), [("issues/question", "issues/question"), ("claims/split", "claims/split")]
)
def test_each_step_has_a_place_in_the_page_and_one_can_leave(path, left):
    pages = unpacked(written(THREE))
    page = documents.read(pages[f"present/{path}"])
    steps = [each for each in page.all("section") if "data-step" in each]
    (leave,) = [each["href"] for each in page.all("a") if "data-leave" in each]

    assert len(steps) > 3
    assert [each["data-step"] for each in steps] == [
        f"#/present/{path}",
        *(f"#/present/{path}~{each['id']}" for each in steps[1:]),
    ]
    assert [each["id"] for each in steps if "hidden" in each] == []
    assert leave == f"#/{left}"
    assert f"#/present/{path}" in documents.read(pages[path]).links


def test_policy_names_the_one_script_and_the_one_style(html):
    scripts = re.findall(r"<script>(.*?)</script>", html, re.S)
    styles = re.findall(r"<style>(.*?)</style>", html, re.S)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1]

    assert (len(scripts), len(styles)) == (1, 1)
    for kind, text in (("script", scripts[0]), ("style", styles[0])):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "connect-src" not in policy


def test_nothing_is_loaded(html):
    document = documents.read(html)

    assert [each for _, each in document.elements if "src" in each] == []
    assert [each["href"][:10] for each in document.all("link")] == ["data:image"]
    assert re.findall(r'url\("(?!data:)', html) == []


def test_whole_is_a_document_without_scripts():
    document = documents.read(written(THREE))

    for claim in THREE.claims:
        assert claim.text in document.text
    assert "In left's own terms." in document.text
    assert "Words of words" in document.text
    assert [level for level, _ in document.headings][:1] == [1]


def test_hostile_texts_stay_texts():
    html = written(HOSTILE)

    assert HOSTILE_TEXT not in html
    assert "<script>alert" not in html
    assert all("<script>alert" not in page for page in unpacked(html).values())


def test_issue_alone_has_its_claims_and_no_others():
    html = written(THREE, issue="question")
    pages = unpacked(html)

    assert next(iter(pages)) == "issues/question"
    assert {path for path in pages if path.startswith("claims/")} == {"claims/both", "claims/split"}
    assert {"evidence/words", "sources/record"} <= set(pages)
    assert {path for path in pages if path.startswith("present/")} == {
        "present/issues/question", "present/claims/both", "present/claims/split",
    }  # fmt: skip
    assert "Claim alone" not in documents.read(html).text


def test_every_two_and_all_three_accounts_are_compared():
    facts = json.loads(block(written(THREE), "packed-pages"))["facts"]["compare"]

    assert set(facts["choices"]) == {"left,right", "left,third", "right,third", "left,right,third"}
    assert facts["choices"]["left,right"]["claims"]["split"][0] == "disputed"
    assert facts["choices"]["right,third"]["claims"]["alone"][0] == "one_sided"


def test_same_corpus_gives_the_same_bytes():
    order = Order(graph=ArgumentGraph(THREE), publish=publish)

    assert offline.write(order) == offline.write(order)


def test_it_holds_the_pages_that_the_site_has():
    order = Order(graph=ArgumentGraph(THREE), publish=published_once)
    of_site = {path.removesuffix(".html") for path in site.files(order) if path.endswith(".html")}

    assert set(unpacked(written(THREE))) == of_site
