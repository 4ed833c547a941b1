"""Documents: whole, located, with every use, its answer, and how to cite them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.dates import PartialDate
from argmap.core.model import Citation
from tests import builders as b
from tests.web.documents import Document, read


@pytest.fixture
def papers(site: Callable[..., Flask]) -> FlaskClient:
    corpus = b.corpus(
        "papers",
        sources=[
            b.source(
                authors=("A. Writer",),
                publisher="An Archive",
                reference="Box 7",
                date=PartialDate(1990, 2),
            ),
            b.source("book", verified=False),
        ],
        evidence=[
            b.quotation(
                "words",
                text="Ни дюйма",
                language="ru",
                translation="Not an inch",
                wording="as in the record",
                citations=(Citation(source="record", locator="p. 6"), Citation(source="book")),
            ),
            b.fact("number", verified=False),
        ],
        claims=[b.claim("point", findings=("number",))],
        arguments=[
            b.support("step", "words", "point"),
            b.undercut("but", "number", "step", by="right", because="It is no promise."),
        ],
    )
    return site(corpus).test_client()


def test_quotation_is_given_in_both_languages_with_its_places(papers: FlaskClient) -> None:
    page = papers.get("/papers/evidence/words").text
    text = read(page).text

    assert 'lang="ru">“Ни дюйма”' in page
    for words in ("Not an inch", "A speaker", "9 February 1990", "as in the record", "p. 6"):
        assert words in text


def test_use_is_shown_with_its_answer(papers: FlaskClient) -> None:
    text = " ".join(read(papers.get("/papers/evidence/words").text).text.split())

    assert "Left account supports Claim point" in text
    assert "Right account undercuts From: Fact number" in text
    assert "It is no promise." in text


def test_citation_has_all_that_is_known(papers: FlaskClient) -> None:
    text = read(papers.get("/papers/evidence/words").text).text

    assert (
        "A speaker, February 9, 1990, quoted in A. Writer, “Source record,” February 1990, 6, "
        "Box 7, An Archive; “Source book,” n.d. [not verified]" in text
    )


def test_unverified_record_says_so_and_what_that_means(papers: FlaskClient) -> None:
    page = papers.get("/papers/evidence/number").text

    assert "not verified" in page
    assert "has not been checked against the work itself" in page
    assert "A finding on" in page


def test_source_says_who_uses_what_from_it(papers: FlaskClient) -> None:
    text = read(papers.get("/papers/sources/record").text).text

    for words in ("Used by", "Left account", "“Ни дюйма”", "Writer, A. “Source record.”"):
        assert words in text


def test_source_marks_what_is_used_for_opposite_ends(client: FlaskClient) -> None:
    assert client.get("/three/sources/record").text.count("for opposite ends") == 1
    assert "for opposite ends" in client.get("/three/evidence/words").text
    assert "for opposite ends" not in client.get("/three/evidence/number").text


def test_sources_are_by_date_and_narrowed_by_kind(client: FlaskClient) -> None:
    every = read(client.get("/russia-nato/sources/").text)
    treaties = read(client.get("/russia-nato/sources/?kind=treaty").text)

    def works(page: Document) -> list[str]:
        return [link["href"] for link in page.all("a") if link.get("class") == "said"]

    assert 0 < len(works(treaties)) < len(works(every))
    assert set(works(treaties)) <= set(works(every))


def test_document_is_one_click_away(client: FlaskClient) -> None:
    links = read(client.get("/russia-nato/evidence/baker-one-inch").text).links

    assert [link for link in links if link.startswith("https://nsarchive")]
