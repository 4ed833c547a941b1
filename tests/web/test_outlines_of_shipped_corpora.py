"""The words beside a picture say all of its boxes, labels and lines: every one of every corpus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from flask.testing import FlaskClient

from argmap.core import outline, wording
from argmap.core.comparison import compare
from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import issue_map
from argmap.core.model import Relation
from argmap.core.outline import Line
from argmap.core.selection import claim_tree
from argmap.readers import claim_folder
from argmap.rendering import lanes, tree
from argmap.rendering.boxes import Drafter
from argmap.rendering.drawing import Drawing
from argmap.rendering.picture import no_links
from argmap.rendering.sheet import Box, Paint
from argmap.rendering.style import PALETTES
from argmap.resources import shipped

_CORPORA = [claim_folder.read(each).corpus for each in sorted(shipped("claims").iterdir())]
_GRAPHS = {corpus.id: ArgumentGraph(corpus) for corpus in _CORPORA if corpus is not None}
_ISSUES = [(id, issue) for id, graph in _GRAPHS.items() for issue in graph.issues]
_STEMS = {Relation.QUALIFY: "qualif", **{r: r.value for r in Relation if r is not Relation.QUALIFY}}
_RECORD = re.compile(r'href="/[a-z0-9-]+/((?:claims|evidence|issues)/[a-z0-9-]+)"')


@pytest.mark.parametrize(("corpus", "issue"), _ISSUES)
def test_every_box_label_and_line_of_each_tree_is_in_its_outline(corpus: str, issue: str) -> None:
    graph = _GRAPHS[corpus]
    one = graph.choose_accounts()[:1]
    for claim in graph.claims_of(issue):
        for depth, accounts in ((2, None), (None, None), (1, one)):
            selected = claim_tree(graph, claim.id, depth=depth, narratives=accounts)
            drawing = tree.draw(graph, selected, drafter(graph, selected.narratives))
            root = outline.of_tree(graph, selected)

            assert not_said(drawing.boxes.values(), list(below(root))) == []
            assert drawn_relations(drawing) == told_relations(root)
            assert stubs(drawing) == Counter(e.text for e in below(root) if e.kind == "more")


@pytest.mark.parametrize(("corpus", "issue"), _ISSUES)
def test_every_box_label_and_line_of_each_comparison_is_in_its_outline(
    corpus: str, issue: str
) -> None:
    graph = _GRAPHS[corpus]
    accounts = graph.choose_accounts()
    for chosen in (accounts, accounts[::-1], accounts[:1]):
        compared = compare(graph, chosen, issue=issue)
        selected = issue_map(graph, issue, narratives=chosen)
        drawing = lanes.draw(graph, selected, compared, drafter(graph, chosen))
        lines = outline.of_issue(graph, selected, compared)
        told = {line.id: line for line in lines}
        boxes = {box.name: dict(box.data)["id"] for box in drawing.boxes.values()}

        assert sorted(boxes.values()) == sorted(told)
        assert not_said(drawing.boxes.values(), lines) == []
        for edge in drawing.edges:
            premise = graph.claim(boxes[edge.tail]).text
            assert any(
                premise in child.text and relation_of(child) is edge.relation
                for child in told[boxes[edge.head]].children
            ), edge


@pytest.mark.parametrize("corpus", _GRAPHS)
def test_everything_with_a_date_in_the_picture_of_a_stretch_is_in_the_table_below(
    corpus: str, client: FlaskClient
) -> None:
    for issue in ("", *_GRAPHS[corpus].issues):
        address = f"/{corpus}/timeline?issue={issue}"
        page = client.get(address).text
        pages = [client.get(f"{address}&page={number}").text for number in range(2, pages_of(page))]
        pictures = "".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL))
        words = re.sub(r"<svg.*?</svg>", "", "".join([page, *pages]), flags=re.DOTALL)
        drawn = set(_RECORD.findall(pictures))

        assert drawn
        assert drawn <= set(_RECORD.findall(words)), issue


def drafter(graph: ArgumentGraph, accounts: tuple[str, ...]) -> Drafter:
    return Drafter(graph, Paint(PALETTES["colour"], "x-"), accounts, no_links)


def pages_of(html: str) -> int:
    """Give one more than the number of pages that a long table has."""
    return max([1, *map(int, re.findall(r"[?;&]page=([0-9]+)", html))]) + 1


def below(line: Line) -> Iterator[Line]:
    yield line
    for child in line.children:
        yield from below(child)


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def told_words(line: Line) -> Counter[str]:
    checked = "" if line.verified else wording.unverified()
    because = "because" if line.because else ""
    parts = (line.lead, line.text, line.note, checked, because, line.because)
    return words_of(" ".join(parts))


def not_said(boxes: Iterable[Box], lines: Iterable[Line]) -> list[str]:
    """List the labels of boxes of which no line of the same record has every word."""
    told: dict[tuple[str, str], list[Counter[str]]] = {}
    for line in lines:
        told.setdefault((line.kind, line.id), []).append(told_words(line))
    return [
        box.label
        for box in boxes
        if not any(
            words_of(box.label) <= each
            for each in told.get((dict(box.data)["kind"], dict(box.data)["id"]), ())
        )
    ]


def relation_of(line: Line) -> Relation | None:
    found = [each for each, stem in _STEMS.items() if re.search(rf"\b{stem}", line.lead)]
    return found[0] if found else None


def drawn_relations(drawing: Drawing) -> Counter[tuple[str, str, Relation | None]]:
    """Follow each line of a tree through the knots to what it bears on."""
    onward = {edge.tail: edge.head for edge in drawing.edges}
    ids = {box.name: dict(box.data)["id"] for box in drawing.boxes.values()}
    found: Counter[tuple[str, str, Relation | None]] = Counter()
    for edge in drawing.edges:
        if edge.tail in ids:
            head = edge.head
            while head not in ids:
                head = onward[head]
            found[ids[edge.tail], ids[head], edge.relation] += 1
    return found


def told_relations(line: Line) -> Counter[tuple[str, str, Relation | None]]:
    found: Counter[tuple[str, str, Relation | None]] = Counter()
    for each in below(line):
        for child in each.children:
            found[child.id, each.id, relation_of(child)] += 1
    return found


def stubs(drawing: Drawing) -> Counter[str]:
    return Counter(box.label for box in drawing.boxes.values() if box.kind == "more")
