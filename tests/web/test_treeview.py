"""The state of a map in its address: what is read, what is offered, what is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.graph import ArgumentGraph
from argmap.library import Library
from argmap.web import Settings, create_app, query
from tests import builders as b
from tests.web.documents import Document, read

POINT = "/deep/claims/point"


@pytest.fixture
def deep(site: Callable[..., Flask]) -> FlaskClient:
    """Serve a claim with a chain of four under it, and one step of two premises."""
    corpus = b.corpus(
        "deep",
        sources=[b.source("record"), b.source("memo")],
        claims=[b.claim("point"), b.claim("one"), b.claim("two"), b.claim("beyond")],
        evidence=[b.quotation("words"), b.fact("number", "memo"), b.fact("loose")],
        stances=[b.stance("left", "point"), b.stance("right", "point", "denies")],
        arguments=[
            b.support("a-one", "one", "point", by="left"),
            b.support("a-two", "two", "one", by="left"),
            b.support("a-words", "words", "two", by="left"),
            b.undercut("no", "number", "a-words", by="right"),
            b.rebut("both", ("words", "number"), "point", by="right"),
            b.support("away", "words", "beyond", by="left"),
        ],
    )
    return site(corpus).test_client()


def boxes(client: FlaskClient, options: str) -> list[str]:
    """List the names of the boxes drawn, without the stubs."""
    page = read(client.get(f"{POINT}?{options}").text)
    named = (link["id"] for link in page.all("a") if "data-kind" in link)
    return [id.removeprefix("tree-point-") for id in named if "-more/" not in id]


def links_to(page: Document, **attributes: str) -> list[str]:
    found = []
    for link in page.all("a"):
        if all(link.get(name.replace("_", "-")) == value for name, value in attributes.items()):
            found.append(link["href"])
    return found


def test_box_leads_to_itself_selected_with_all_else_as_it_is(deep: FlaskClient) -> None:
    page = read(deep.get(f"{POINT}?depth=1&show=left").text)

    assert links_to(page, id="tree-point-a-one") == [
        f"{POINT}?depth=1&show=left&box=a-one#tree-point-a-one"
    ]


def test_stub_leads_to_its_branch_opened(deep: FlaskClient) -> None:
    page = read(deep.get(f"{POINT}?depth=1").text)

    assert f"{POINT}?depth=1&open=a-one#tree" in links_to(page, data_kind="more")
    assert boxes(deep, "depth=1") == ["point", "a-one", "both", "both/words", "both/number"]
    assert "a-two" in boxes(deep, "depth=1&open=a-one")


def test_selected_box_is_shown_though_depth_hides_it(deep: FlaskClient) -> None:
    page = deep.get(f"{POINT}?depth=1&box=no").text

    assert {"a-two", "a-words", "no"} <= set(boxes(deep, "depth=1&box=no"))
    assert "depth=1&amp;open=a-one,a-two,a-words&amp;box=no" in page


def test_closed_branch_is_counted_and_opens_again(deep: FlaskClient) -> None:
    page = read(deep.get(f"{POINT}?close=a-one").text)

    assert "a-two" not in boxes(deep, "close=a-one")
    assert f"{POINT}#tree" in links_to(page, data_kind="more")


@pytest.mark.parametrize("depth", ["1", "2", "3"])
def test_branch_closed_and_opened_again_is_as_before(deep: FlaskClient, depth: str) -> None:
    for box in ("point", "a-one"):
        page = read(deep.get(f"{POINT}?depth={depth}&box={box}&part=panel").text)
        for toggle in links_to(page, data_key="branch"):
            changed = read(deep.get(toggle.replace("?", "?part=panel&")).text)
            back = {link.partition("#")[0] for link in links_to(changed, data_key="branch")}

            assert f"{POINT}?depth={depth}&box={box}" in back, (box, toggle)


def test_record_is_selected_where_it_stands_first(deep: FlaskClient) -> None:
    page = read(deep.get(f"{POINT}?box=two").text)

    assert [link["id"] for link in page.all("a") if link.get("aria-current") == "true"
            and "data-kind" in link] == ["tree-point-a-two"]  # fmt: skip


def test_what_rests_on_a_source_has_a_class_and_a_line(deep: FlaskClient) -> None:
    page = read(deep.get(f"{POINT}?source=memo&depth=all").text)
    lit = {link["id"] for link in page.all("a") if "is-lit" in link.get("class", "").split()}

    assert lit == {f"tree-point-{name}" for name in ("both", "both/number", "no")}
    assert "3 boxes in this map rest on Source memo" in " ".join(page.text.split())


def test_source_without_a_box_here_says_so(deep: FlaskClient) -> None:
    text = " ".join(read(deep.get(f"{POINT}?source=memo&show=left").text).text.split())

    assert "Nothing in this map as it is shown rests on Source memo" in text


@pytest.mark.parametrize(
    "options",
    ["box=nothing", "box=both/two", "box=point/words", "open=a-one,nothing", "close=/", "source=x",
     "part=all", "box=a-one&box=no", "box=<script>"],
)  # fmt: skip
def test_state_that_cannot_be_is_refused_in_a_sentence(deep: FlaskClient, options: str) -> None:
    response = deep.get(f"{POINT}?{options}")

    assert response.status_code == 400
    assert "<h1" in response.text


def test_box_of_another_claim_is_told_about_all_the_same(deep: FlaskClient) -> None:
    response = deep.get(f"{POINT}?box=away")
    text = read(response.text).text

    assert response.status_code == 200
    assert "This is not among the arguments under this claim." in text
    assert "Words of words" in text


def test_box_of_an_account_left_out_offers_all_accounts(deep: FlaskClient) -> None:
    page = deep.get(f"{POINT}?show=left&box=both&part=panel").text

    assert "The map shows the arguments of some accounts only" in page
    assert f'<a href="{POINT}?box=both#tree-point-both">Show all accounts</a>' in page


def test_stub_too_long_for_an_address_leads_to_the_records_page(
    deep: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query, "MAX_QUERY_CHARS", 40)
    page = read(deep.get(f"{POINT}?depth=1").text)

    assert "/deep/claims/one" in links_to(page, data_kind="more")


def places_of(graph: ArgumentGraph, claim: str) -> Iterator[str]:
    from argmap.core.selection import claim_tree

    yield from claim_tree(graph, claim, depth=None).places


def test_every_box_of_the_shipped_corpora_can_be_selected(
    everything: Flask, shipped_corpora: tuple[object, ...]
) -> None:
    library: Library = everything.extensions["argmap"].library
    client = create_app(Settings(cache_mb=0), library=library).test_client()
    for corpus in shipped_corpora:
        graph = library.graph(corpus.id)  # type: ignore[attr-defined]
        for claim in list(graph.claims)[::9]:
            for box in list(places_of(graph, claim))[::7]:
                address = f"/{graph.corpus.id}/claims/{claim}?box={box}&part=panel"
                response = client.get(address)

                assert response.status_code == 200, address
                assert "is not among" not in response.text, address
                assert not read(response.text).unbalanced, address
