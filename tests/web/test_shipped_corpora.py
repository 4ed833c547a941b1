"""Make every page of the shipped corpora, and see that nothing on them is left out."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from argmap.core.graph import ArgumentGraph
from argmap.core.selection import Branch, Point, claim_tree
from argmap.readers import claim_folder
from argmap.resources import shipped

_CORPORA = {
    folder.name: claim_folder.read(folder) for folder in sorted(shipped("claims").iterdir())
}
_GRAPHS = {id: ArgumentGraph(reading.corpus) for id, reading in _CORPORA.items() if reading.corpus}
_ISSUES = [(corpus, issue) for corpus, graph in _GRAPHS.items() for issue in graph.issues]


def _ask(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status}"
    return answer.text


def _left_out(place: Point | Branch) -> int:
    below = place.branches if isinstance(place, Point) else (*place.premises, *place.undercuts)
    return place.hidden + sum(map(_left_out, below))


@pytest.mark.parametrize("corpus", _CORPORA)
def test_corpus_is_checked_without_a_warning(corpus: str) -> None:
    assert _CORPORA[corpus].problems == ()


@pytest.mark.parametrize("corpus", _GRAPHS)
def test_whole_corpus_is_listed_on_its_page(corpus: str, client: FlaskClient) -> None:
    page = _ask(client, f"/{corpus}/")

    for issue in _GRAPHS[corpus].issues:
        assert f"/{corpus}/issues/{issue}" in page


@pytest.mark.parametrize(("corpus", "issue"), _ISSUES)
def test_issue_is_drawn_with_every_claim(corpus: str, issue: str, client: FlaskClient) -> None:
    page = _ask(client, f"/{corpus}/issues/{issue}")
    drawn = set(re.findall(r'<a href="/[a-z0-9-]+/claims/([a-z0-9-]+)" id=', page))

    assert drawn == {claim.id for claim in _GRAPHS[corpus].claims_of(issue)}


@pytest.mark.parametrize(("corpus", "issue"), _ISSUES)
def test_claims_are_drawn_and_what_is_cut_has_a_stub(
    corpus: str, issue: str, client: FlaskClient
) -> None:
    graph = _GRAPHS[corpus]
    for claim in graph.claims_of(issue):
        for asked, depth in (("2", 2), ("all", None)):
            page = _ask(client, f"/{corpus}/claims/{claim.id}?depth={asked}")
            tree = claim_tree(graph, claim.id, depth=depth)

            assert "argmap-picture" in page
            stubs = re.findall(r'data-kind="more"[^>]* aria-label="(\d+) more steps? not', page)
            assert sum(map(int, stubs)) == _left_out(tree.root)
            assert depth or tree.is_whole
