"""Documents: whole, located, with every use, its answer, and how to cite them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.dates import PartialDate
from argmap.core.model import Citation
from tests import builders as b
from tests.web.documents import read


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
    assert "Answered once Right account undercuts From: Fact number" in text
    assert "It is no promise." in text


def test_citation_has_all_that_is_known(papers: FlaskClient) -> None:
    text = read(papers.get("/papers/evidence/words").text).text

    assert (
        "A speaker, February 9, 1990, quoted in A. Writer, “Source record,” February 1990, 6, "
        "Box 7, An Archive; “Source book,” n.d. [not verified]" in text
    )


def test_unverified_record_says_so_once_and_what_that_means(papers: FlaskClient) -> None:
    for path in ("/papers/evidence/number", "/papers/sources/book"):
        # Below come other records, each with its own mark.
        shown = read(papers.get(path).text.split("<section")[0]).text

        assert shown.lower().count("not verified") == 1, path
        assert "has not been checked against the work itself" in shown
    assert "A finding on" in papers.get("/papers/evidence/number").text


def test_original_and_translation_stand_side_by_side_in_their_languages(
    papers: FlaskClient,
) -> None:
    page = read(papers.get("/papers/evidence/words").text)
    passages = [each.get("lang") for each in page.all("blockquote")]

    assert passages[:2] == ["ru", "en"]
    assert "As quoted, Russian" in page.text
    assert "Translated, English" in page.text


def test_use_says_where_the_accounts_stand_and_under_which_issue(papers: FlaskClient) -> None:
    page = read(papers.get("/papers/evidence/words").text)

    assert "/papers/issues/question" in page.links
    assert "not addressed" in page.text


def test_other_passages_of_the_work_are_one_click_away(papers: FlaskClient) -> None:
    page = read(papers.get("/papers/evidence/words").text)

    assert "Other passages of the same work" in page.text
    assert "/papers/evidence/number" in page.links


def test_source_shows_every_use_with_its_answer(papers: FlaskClient) -> None:
    text = " ".join(read(papers.get("/papers/sources/record").text).text.split())

    assert "Left account supports Claim point" in text
    assert "Answered once Right account undercuts From: Fact number" in text
    assert ", p. 6" in text


def test_source_says_who_uses_what_from_it(papers: FlaskClient) -> None:
    text = read(papers.get("/papers/sources/record").text).text

    for words in ("Used by", "Left account", "“Ни дюйма”", "Writer, A. “Source record.”"):
        assert words in text


def test_source_marks_what_is_used_for_opposite_ends(client: FlaskClient) -> None:
    source = read(client.get("/three/sources/record").text)
    opposed = [each for each in source.all("div") if "is-opposed" in each.get("class", "")]

    assert len(opposed) == 2
    assert "The accounts use this for opposite ends." in client.get("/three/evidence/words").text
    assert "use this for opposite ends" not in client.get("/three/evidence/number").text


def test_document_is_one_click_away(client: FlaskClient) -> None:
    links = read(client.get("/russia-nato/evidence/baker-one-inch").text).links

    assert [link for link in links if link.startswith("https://nsarchive")]
