"""Show one claim: who holds what, the arguments under it, the documents, the replies."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template

from argmap.core import wording
from argmap.core.comparison import ClaimComparison, Comparison, compare_claim
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Claim, Issue
from argmap.core.replies import ledger
from argmap.web import query, treeview
from argmap.web.addresses import url_for
from argmap.web.badges import Badge, Mark, Position, badge, mark, position
from argmap.web.cards import card
from argmap.web.claim_map import ClaimMap, claim_map, placed
from argmap.web.frame import Crumb, Frame
from argmap.web.passages import (
    MOST_OBJECTIONS,
    Answered,
    Step,
    UsedEvidence,
    answered,
    steps,
)
from argmap.web.serving import open_graph

_PARTS = {"": "claim.html", "panel": "parts/map_panel.html", "tree": "parts/map_tree.html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """How one account meets the objections that bear on a claim."""

    badge: Badge
    """The account."""

    sentence: str
    """The counts, as a sentence."""

    objections: tuple[Answered, ...]
    """Objections with the account's replies, in the corpus's order, as many as are shown."""

    more: int
    """How many objections are not among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """The page of a claim."""

    frame: Frame
    """Title, corpus and the way through the issue."""

    claim: Claim
    """The claim."""

    issue: Issue
    """The issue it stands under."""

    mark: Mark
    """The class it falls in for all accounts of the corpus."""

    sentence: str
    """Where the accounts stand on it."""

    positions: tuple[Position, ...]
    """What each account holds, in the corpus's order."""

    map: ClaimMap
    """The argument tree, and what goes with it."""

    replies: tuple[Replies, ...]
    """Objections and replies, one for each account."""

    findings: tuple[UsedEvidence, ...]
    """What courts, UN bodies and inquiries found on it."""

    bears_on: tuple[Step, ...]
    """The arguments that go out from this claim."""


def show(corpus: str, claim: str) -> str:
    """Show one claim, with the state of its map that is asked for, or only what that changes."""
    graph = open_graph(corpus)
    subject = graph.claim(claim)
    view = treeview.read(graph, claim)
    part = query.one_of("part", _PARTS, query.text("part"))
    map = claim_map(graph, treeview.show(graph, view), is_drawn=part != "panel")
    if part:
        return placed(render_template(_PARTS[part], map=map), map)
    row = compare_claim(graph, claim)
    page = ClaimPage(
        frame=_frame(graph, subject),
        claim=subject,
        issue=graph.issue(subject.issue),
        mark=mark(row),
        sentence=_sentence(graph, row),
        positions=tuple(position(graph, each.id, claim) for each in graph.accounts),
        map=map,
        replies=_replies(graph, claim),
        findings=tuple(UsedEvidence.of(graph, id) for id in subject.findings),
        bears_on=steps(graph, graph.arguments_from(claim)),
    )
    return placed(render_template("claim.html", page=page), map)


def _frame(graph: ArgumentGraph, claim: Claim) -> Frame:
    issue = graph.issue(claim.issue)
    address = url_for("issue", corpus=graph.corpus.id, issue=issue.id)
    return Frame(
        title=claim.text,
        corpus=graph.corpus,
        trail=(Crumb(title=issue.title, address=address, is_theirs=True),),
        card=card(graph, claim),
    )


def _sentence(graph: ArgumentGraph, row: ClaimComparison) -> str:
    comparison = Comparison(narratives=graph.choose_accounts(), rows=(row,))
    return wording.verdict_sentence(graph, comparison, row)


def _replies(graph: ArgumentGraph, claim: str) -> tuple[Replies, ...]:
    ledgers = (ledger(graph, account.id, claims=[claim]) for account in graph.accounts)
    return tuple(
        Replies(
            badge=badge(graph, each.narrative),
            sentence=wording.ledger_sentence(graph, each),
            objections=tuple(
                answered(graph, objection) for objection in each.objections[:MOST_OBJECTIONS]
            ),
            more=len(each.objections[MOST_OBJECTIONS:]),
        )
        for each in ledgers
    )
