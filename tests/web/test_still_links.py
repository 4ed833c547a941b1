"""Tell where links lead that no server answers."""

from __future__ import annotations

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.web.still_links import Links
from tests import builders as build

HERE = "/small/claims/a"


@pytest.fixture
def links() -> Links:
    corpus = build.corpus(
        issues=[build.issue("question"), build.issue("other")],
        claims=[build.claim("a"), build.claim("b", issue="other")],
    )
    addresses = {
        "/small/issues/question": "issues/question",
        "/small/compare?issue=question": "compare",
        HERE: "claims/a",
        "/small/present?claim=a": "present/claims/a",
    }
    return Links(ArgumentGraph(corpus), addresses)


def test_presentation_leads_to_its_step(links: Links) -> None:
    assert links.target("/small/present?claim=a", HERE) == "still:present/claims/a"
    assert links.target("/small/present?step=3&claim=a", HERE) == "still:present/claims/a#step-3"


def test_presentation_that_is_left_out_is_not_replaced_by_another(links: Links) -> None:
    assert links.target("/small/present?claim=b", HERE) == ""


def test_other_state_of_a_page_leads_to_the_page_as_it_is(links: Links) -> None:
    assert links.target("/small/issues/question?depth=3", HERE) == "still:issues/question"


def test_record_that_is_left_out_keeps_its_name_alone(links: Links) -> None:
    assert links.target("/small/claims/b", HERE) is None
