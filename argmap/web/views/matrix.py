"""Show how each account uses each document for a question: documents across, accounts down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import render_template, request

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.matrix import Cell, Column, Matrix, Sharing, matrix
from argmap.core.model import Claim, Evidence, Issue, Relation, SourceKind
from argmap.web import query
from argmap.web.addresses import address_of, url_for
from argmap.web.badges import Badge, badge
from argmap.web.choosing import Choice
from argmap.web.frame import Crumb, Frame
from argmap.web.passages import Passage, passage
from argmap.web.query import Stretch
from argmap.web.serving import open_graph

DOCUMENTS_A_PAGE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What one narrative uses a document for, of one kind: for, against, to limit, to undercut."""

    relation: Relation
    """The kind, as a style-sheet class."""

    word: str
    """The kind in words."""

    count: int
    """In how many of its arguments."""

    targets: tuple[Passage, ...]
    """What these arguments bear on, each once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """One cell: what one narrative uses the document for."""

    badge: Badge
    """The narrative."""

    bearings: tuple[Bearing, ...]
    """Its uses by kind; empty where it does not use the document here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document, with a cell for each narrative."""

    evidence: Evidence
    """The document."""

    name: str
    """Who, when and in which work."""

    kinds: str
    """What sort of work it stands in."""

    is_opposite: bool
    """Whether accounts use it for opposite ends."""

    cells: tuple[Used, ...]
    """The accounts in the order of the rows, then the observers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many documents one narrative uses in which way."""

    badge: Badge
    """The narrative."""

    counts: tuple[int, ...]
    """The documents, by kind in the order of `MatrixPage.bearings`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice of documents that is one click away."""

    name: str
    """What it keeps."""

    count: int
    """How many documents that are."""

    address: str
    """The page with it."""

    is_on: bool
    """Whether it is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPage:
    """The page of documents and accounts."""

    frame: Frame
    """Title and corpus."""

    issue: Issue | None
    """The issue asked about; None for all or for one claim."""

    claim: Claim | None
    """The claim asked about; None for more than one."""

    issues: tuple[Choice, ...]
    """All issues, for the form."""

    claims: tuple[Choice, ...]
    """The claims of the issue, for the form; empty without one."""

    sentence: str
    """Who uses which documents, before the filters."""

    bearings: tuple[str, ...]
    """The kinds of use in words, for the totals."""

    totals: tuple[Total, ...]
    """How many documents each narrative uses in which way, before the filters."""

    sharing: tuple[Filter, ...]
    """Filters by who uses a document."""

    kinds: tuple[Filter, ...]
    """Filters by kind of work, most documents first."""

    swap: str
    """The page with the accounts in the opposite order; empty for one account."""

    rows: int
    """How many narratives there are, for the grid."""

    documents: Stretch[Document]
    """The documents of this page."""

    others: tuple[str, ...]
    """The addresses of all pages of the list, this one included."""


def show(corpus: str) -> str:
    """Show the documents used for the question asked for, and how each account uses them."""
    graph = open_graph(corpus)
    accounts, (issue, claim) = query.narratives(graph), _question(graph)
    kind, sharing = _kind(), _sharing()
    whole = matrix(graph, accounts, issue=issue or None, claim=claim or None)
    shown = query.stretch(whole.narrowed(kind, sharing).columns, DOCUMENTS_A_PAGE)
    page = MatrixPage(
        frame=_frame(graph, issue),
        issue=graph.issue(issue) if issue else None,
        claim=graph.claim(claim) if claim else None,
        issues=_issues(graph, issue),
        claims=_claims(graph, issue, claim),
        sentence=wording.matrix_sentence(whole),
        bearings=tuple(wording.BEARING.values()),
        totals=_totals(graph, whole),
        sharing=_by_sharing(whole, kind, sharing),
        kinds=_by_kind(whole, kind, sharing),
        swap=_here(narratives=query.joined(reversed(accounts))) if len(accounts) > 1 else "",
        rows=len(whole.narratives) + len(whole.observers),
        documents=shown.holding(tuple(_document(graph, each) for each in shown.items)),
        others=tuple(_here(page=str(number)) for number in range(1, shown.count + 1)),
    )
    return render_template("matrix.html", page=page)


def _question(graph: ArgumentGraph) -> tuple[str, str]:
    """Give the issue and the claim asked for; a claim alone brings its own issue.

    Who chooses another issue in the form leaves the claim that was chosen before.
    """
    issue, claim = query.issue(graph), query.claim(graph)
    if not claim or graph.claim(claim).issue == issue:
        return issue, claim
    return (issue, "") if "issue" in request.args else (graph.claim(claim).issue, claim)


def _kind() -> SourceKind | None:
    value = query.text("kind")
    return SourceKind(query.one_of("kind", SourceKind, value)) if value else None


def _sharing() -> Sharing | None:
    value = query.text("used")
    return Sharing(query.one_of("used", Sharing, value)) if value else None


def _frame(graph: ArgumentGraph, issue: str) -> Frame:
    if not issue:
        return Frame(title=wording.matrix(), corpus=graph.corpus)
    address = address_of("issue", graph.corpus.id, issue)
    trail = (Crumb(title=graph.issue(issue).title, address=address, is_theirs=True),)
    return Frame(title=wording.matrix(), corpus=graph.corpus, trail=trail)


def _here(**changed: str) -> str:
    """Give the address of this page with some settings changed; an empty one is left out."""
    names = ("narratives", "issue", "claim", "kind", "used")
    options = {name: query.joined(query.values(name)) for name in names} | changed
    kept: dict[str, Any] = {name: value for name, value in options.items() if value}
    return url_for("matrix", **(request.view_args or {}), **kept)


def _issues(graph: ArgumentGraph, chosen: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=each.id, name=each.title, is_on=each.id == chosen) for each in graph.corpus.issues
    )


def _claims(graph: ArgumentGraph, issue: str, chosen: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=each.id, name=each.text, is_on=each.id == chosen)
        for each in (graph.claims_of(issue) if issue else ())
    )


def _totals(graph: ArgumentGraph, whole: Matrix) -> tuple[Total, ...]:
    return tuple(
        Total(badge=badge(graph, id), counts=tuple(counts[kind] for kind in wording.BEARING))
        for id, counts in whole.uses.items()
    )


def _by_sharing(
    whole: Matrix, kind: SourceKind | None, chosen: Sharing | None
) -> tuple[Filter, ...]:
    def entry(name: str, sharing: Sharing | None) -> Filter:
        return Filter(
            name=name,
            count=len(whole.narrowed(kind, sharing).columns),
            address=_here(used=sharing or ""),
            is_on=sharing is chosen,
        )

    names = wording.sharing(len(whole.narratives))
    found = [entry(names[sharing], sharing) for sharing in Sharing]
    return (
        entry(wording.everything(), None),
        *(each for each in found if each.count or each.is_on),
    )


def _by_kind(
    whole: Matrix, chosen: SourceKind | None, sharing: Sharing | None
) -> tuple[Filter, ...]:
    columns = whole.narrowed(None, sharing).columns
    counts = Counter(kind for column in columns for kind in column.kinds)
    there = sorted(
        (kind for kind in SourceKind if counts[kind] or kind is chosen), key=lambda k: -counts[k]
    )
    every = Filter(
        name=wording.everything(), count=len(columns), address=_here(kind=""), is_on=chosen is None
    )
    return (
        every,
        *(
            Filter(
                name=wording.source_kind(kind),
                count=counts[kind],
                address=_here(kind=kind),
                is_on=kind is chosen,
            )
            for kind in there
        ),
    )


def _document(graph: ArgumentGraph, column: Column) -> Document:
    return Document(
        evidence=column.evidence,
        name=wording.attribution(graph, column.evidence),
        kinds=wording.listed(wording.source_kind(kind) for kind in column.kinds),
        is_opposite=column.sharing is Sharing.OPPOSITE,
        cells=tuple(_used(graph, cell) for cell in (*column.cells, *column.beside)),
    )


def _used(graph: ArgumentGraph, cell: Cell) -> Used:
    return Used(badge=badge(graph, cell.narrative), bearings=tuple(_bearings(graph, cell)))


def _bearings(graph: ArgumentGraph, cell: Cell) -> Iterable[Bearing]:
    for relation, word in wording.BEARING.items():
        own = [argument for argument in cell.arguments if argument.relation is relation]
        if own:
            targets = dict.fromkeys(argument.target for argument in own)
            yield Bearing(
                relation=relation,
                word=word,
                count=len(own),
                targets=tuple(passage(graph, id) for id in targets),
            )
