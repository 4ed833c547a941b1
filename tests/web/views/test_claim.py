"""A claim's page: stances, tree, words, replies, documents, options."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.library import Library
from argmap.rendering import engine
from argmap.web import Settings, create_app
from tests import builders as b
from tests.web.documents import Document, read

SPLIT = "/three/claims/split"


def boxes(page: Document) -> list[str]:
    return [link["data-id"] for link in page.all("a") if "data-kind" in link]


def test_page_says_who_holds_what_in_whose_words(client: FlaskClient) -> None:
    text = read(client.get(SPLIT).text).text

    for words in ("asserts", "In left's own terms.", "denies", "In right's own terms."):
        assert words in text
    assert "accepts in part" in text


def test_claim_in_full_leads_below_its_headline(client: FlaskClient) -> None:
    page = read(client.get(SPLIT).text)
    lead = "The same claim in full: Claim split, with all that belongs to it."

    assert page.text.count(lead) == 1
    assert page.text.index("Claim split") < page.text.index(lead) < page.text.index("asserts")
    assert page.headings[0] == (1, "Claim split")
    assert "The same claim in full" not in client.get("/three/claims/both").text


def test_silence_is_said_and_is_no_verdict(client: FlaskClient) -> None:
    page = client.get("/three/claims/alone").text

    assert page.count('<b class="stance">says nothing on this</b>') == 2
    assert "no answer was found in the sources loaded" in page


def test_depth_and_voices_choose_the_boxes(client: FlaskClient) -> None:
    shown = {
        query: boxes(read(client.get(f"{SPLIT}?{query}").text))
        for query in ("depth=1", "depth=2", "show=right", "show=third")
    }

    assert "number" in shown["depth=2"]
    assert "number" not in shown["depth=1"]
    assert sorted(shown["show=right"]) == ["split", "words"]
    assert shown["show=third"] == ["split"]


def test_words_beside_the_picture_say_every_step(client: FlaskClient) -> None:
    text = read(client.get(SPLIT).text).text

    for lead in (
        "The Left account supports this claim",
        "The Right account rebuts this claim",
        "The Right account undercuts this step",
    ):
        assert lead in text


def test_key_names_every_voice_and_every_line(client: FlaskClient) -> None:
    page = client.get("/russia-nato/claims/scope-beyond-gdr?show=western").text
    key = read(page[page.index('<ul class="key"') : page.index('id="words"')]).text

    for words in ("Western account", "Scholarship", "supports", "rebuts", "undercuts", "qualifies"):
        assert words in key
    assert "Russian account" not in key


def test_replies_are_kept_for_each_account(client: FlaskClient) -> None:
    text = " ".join(read(client.get(SPLIT).text).text.split())

    assert "The Left account faces 2 objections: 2 without a reply in the sources loaded." in text
    assert "The Right account faces 2 objections: 1 answered directly and 1 countered." in text


def test_other_options_are_kept_when_one_is_changed(client: FlaskClient) -> None:
    links = read(client.get(f"{SPLIT}?depth=3&show=left").text).links

    assert f"{SPLIT}?depth=1&show=left#tree" in links
    assert f"{SPLIT}?depth=3&show=right#tree" in links
    assert f"{SPLIT}?depth=3#tree" in links


def test_downloads_carry_the_options(client: FlaskClient) -> None:
    links = read(client.get(f"{SPLIT}?depth=3&show=left").text).links

    assert "/three/diagrams/tree.svg?claim=split&narratives=left&depth=3" in links


@pytest.fixture
def without_engine(monkeypatch: pytest.MonkeyPatch, site: Callable[..., Flask]) -> FlaskClient:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(engine, "_engines", {})  # a `dot` found by an earlier test is forgotten
    return site(settings=Settings(engine="dot")).test_client()


def test_page_without_an_engine_has_the_words_and_says_what_to_install(
    without_engine: FlaskClient,
) -> None:
    response = without_engine.get(SPLIT)

    assert response.status_code == 200
    assert "no-picture" in response.text
    assert "argmap-picture" not in response.text
    assert "The Left account supports this claim" in read(response.text).text


def test_picture_without_an_engine_is_503_in_a_plain_sentence(without_engine: FlaskClient) -> None:
    for address in ("/three/diagrams/tree.svg?claim=split", "/three/data/pdf?claim=split"):
        response = without_engine.get(address)

        assert response.status_code == 503
        assert "Graphviz" in response.text


def test_data_needs_no_engine(without_engine: FlaskClient) -> None:
    assert without_engine.get("/three/data/json").status_code == 200


def test_issue_too_large_for_a_drawing_still_has_its_page(site: Callable[..., Flask]) -> None:
    corpus = b.corpus("big", claims=[b.claim(f"c-{number}") for number in range(160)])
    client = site(corpus).test_client()
    response = client.get("/big/issues/question")

    assert response.status_code == 200
    assert "160 claims" in response.text
    assert "Claim c-159" in response.text
    assert client.get("/big/diagrams/lanes.svg?issue=question").status_code == 400


def test_one_claim_under_thousands_of_arguments_is_bounded(site: Callable[..., Flask]) -> None:
    corpus = b.corpus(
        "huge",
        evidence=[b.fact(f"e-{number}") for number in range(3_000)],
        claims=[b.claim("point")],
        arguments=[b.support(f"a-{number}", f"e-{number}", "point") for number in range(3_000)],
    )
    response = site(corpus).test_client().get("/huge/claims/point?depth=all")

    assert response.status_code == 200
    assert "more steps not shown here" in response.text


def test_page_grows_no_faster_than_the_arguments_on_its_claim(tmp_path: Path) -> None:
    sizes = [len(page_of_claim_with(count, tmp_path)) for count in (200, 400)]

    assert sizes[1] < 2.2 * sizes[0]


def test_objections_and_replies_beyond_the_bound_are_counted(tmp_path: Path) -> None:
    text = read(page_of_claim_with(120, tmp_path)).text

    assert "and 10 more objections that are not shown here" in text
    assert "and 50 more that are not shown here" in text


def page_of_claim_with(count: int, folder: Path) -> str:
    """Show a claim with as many arguments, half for and half against it."""
    library = Library(f"sqlite:///{folder / str(count)}.db")
    library._repository.replace(
        b.corpus(
            claims=[b.claim("c")],
            stances=[b.stance("left", "c"), b.stance("right", "c", "denies")],
            evidence=[b.quotation("q")],
            arguments=[
                b.support(f"a-{n}", "q", "c", by="left")
                if n % 2
                else b.rebut(f"a-{n}", "q", "c", by="right")
                for n in range(count)
            ],
        )
    )
    client = create_app(Settings(cache_mb=0), library=library).test_client()
    page = client.get("/small/claims/c?depth=1").text
    library._repository.close()
    return page


def test_text_that_looks_like_the_room_for_the_picture_is_text(site: Callable[..., Flask]) -> None:
    text = "<!--stage--> and <!--picture-->"
    corpus = b.corpus(claims=[b.claim("main", text=text)], stances=[b.stance("left", "main")])

    page = site(corpus).test_client().get("/small/claims/main").text

    assert page.count('class="argmap-picture"') == 1
    assert "<!--stage-->" not in page
    assert "<!--picture-->" not in page
    assert text in read(page).text
