"""Pictures and data as files."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from argmap import rendering, writers
from argmap.writers.format import Scope


@pytest.mark.parametrize("format", writers.FORMATS, ids=lambda format: format.name)
def test_every_format_can_be_fetched_with_its_type_and_name(
    client: FlaskClient, format: writers.Format
) -> None:
    query = {Scope.CLAIM: "?claim=split", Scope.ISSUE: "?issue=question", Scope.CORPUS: ""}
    for scope in format.scopes - format.lengthy:
        response = client.get(f"/three/data/{format.name}{query[scope]}")

        assert response.status_code == 200, scope
        assert response.content_type.split(";")[0] == format.media_type.split(";")[0]
        assert f".{format.suffix}" in response.headers["Content-Disposition"]
        assert response.data


@pytest.mark.parametrize("format", [each for each in writers.FORMATS if each.lengthy],
                         ids=lambda format: format.name)  # fmt: skip
def test_what_takes_long_is_not_made_while_one_waits(
    client: FlaskClient, format: writers.Format
) -> None:
    query = {Scope.CLAIM: "?claim=split", Scope.ISSUE: "?issue=question", Scope.CORPUS: ""}
    for scope in format.lengthy:
        response = client.get(f"/three/data/{format.name}{query[scope]}")

        assert response.status_code == 400
        assert "Use in class" in response.text


@pytest.mark.parametrize("diagram", rendering.DIAGRAMS, ids=lambda diagram: diagram.name)
@pytest.mark.parametrize("format", ["svg", "png", "pdf", "dot"])
def test_every_diagram_can_be_fetched_as_every_picture(
    client: FlaskClient, diagram: rendering.Diagram, format: str
) -> None:
    subject = {"claim": "split", "issue": "question"}[diagram.subject]
    response = client.get(f"/three/diagrams/{diagram.name}.{format}?{diagram.subject}={subject}")

    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("inline")


def test_options_change_the_picture(client: FlaskClient) -> None:
    tree = "/three/diagrams/tree.svg?claim=split"
    pictures = {
        client.get(tree + options).data
        for options in ("", "&depth=1", "&narratives=left", "&narratives=right")
    }

    assert len(pictures) == 4


def test_format_that_cannot_hold_a_corpus_says_what_it_holds(client: FlaskClient) -> None:
    response = client.get("/three/data/svg")

    assert response.status_code == 400
    assert "one claim or one issue" in response.text
