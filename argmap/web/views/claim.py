"""Show one claim: who holds what, the arguments under it, the documents, the replies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from flask import render_template, url_for

from argmap.core import outline, wording
from argmap.core.comparison import ClaimComparison, Comparison, compare_claim
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Claim, Issue
from argmap.core.outline import Line
from argmap.core.replies import ledger
from argmap.rendering import Options, select_tree
from argmap.web import query
from argmap.web.badges import Badge, Mark, Position, badge, key, mark, position
from argmap.web.cards import card
from argmap.web.downloads import Download, downloads
from argmap.web.frame import Crumb, Frame
from argmap.web.passages import (
    MOST_OBJECTIONS,
    Answered,
    Step,
    UsedEvidence,
    answered,
    steps,
    used_evidence,
)
from argmap.web.pictures import Drawing, begin_tree
from argmap.web.serving import open_graph

DEPTHS = ("1", "2", "3", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """One setting of the page as a link."""

    label: str
    """What it is called."""

    address: str
    """The page with that setting."""

    is_on: bool
    """Whether it is the present one."""


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

    drawing: Callable[[], Drawing]
    """Waits for the argument tree, which is laid out meanwhile, and gives it."""

    key: tuple[Badge, ...]
    """The voices that the picture may have, for its key."""

    outline: Line
    """The same in words."""

    depths: tuple[Switch, ...]
    """The page at each depth."""

    voices: tuple[Switch, ...]
    """The page with all accounts' arguments, and with each account's alone."""

    replies: tuple[Replies, ...]
    """Objections and replies, one for each account."""

    evidence: tuple[UsedEvidence, ...]
    """The documents in the tree as shown, in its reading order."""

    findings: tuple[UsedEvidence, ...]
    """What courts, UN bodies and inquiries found on it."""

    bears_on: tuple[Step, ...]
    """The arguments that go out from this claim."""

    downloads: tuple[Download, ...]
    """Files that hold this claim and what is under it."""


def show(corpus: str, claim: str) -> str:
    """Show one claim, to the depth and for the accounts asked for."""
    graph = open_graph(corpus)
    subject = graph.claim(claim)
    depth, accounts = query.depth(), query.narratives(graph, "show")
    options = Options(narratives=accounts, depth=depth)
    tree = select_tree(graph, claim, options)
    drawing = begin_tree(graph, tree, options)
    row = compare_claim(graph, claim)
    page = ClaimPage(
        frame=_frame(graph, subject),
        claim=subject,
        issue=graph.issue(subject.issue),
        mark=mark(row),
        sentence=_sentence(graph, row),
        positions=tuple(position(graph, each.id, claim) for each in graph.accounts),
        drawing=drawing,
        key=key(graph, accounts),
        # The claim in full stands at the head of the page.
        outline=replace(outline.of_tree(graph, tree), in_full=""),
        depths=_depths(graph, claim),
        voices=_voices(graph, claim, accounts),
        replies=_replies(graph, claim),
        evidence=used_evidence(graph, tree.arguments),
        findings=tuple(UsedEvidence.of(graph, id) for id in subject.findings),
        bears_on=steps(graph, graph.arguments_from(claim)),
        downloads=_downloads(graph, claim),
    )
    return render_template("claim.html", page=page)


def _frame(graph: ArgumentGraph, claim: Claim) -> Frame:
    issue = graph.issue(claim.issue)
    address = url_for("issue", corpus=graph.corpus.id, issue=issue.id)
    return Frame(
        title=claim.text,
        corpus=graph.corpus,
        trail=(Crumb(title=issue.title, address=address),),
        card=card(graph, claim),
    )


def _sentence(graph: ArgumentGraph, row: ClaimComparison) -> str:
    comparison = Comparison(narratives=graph.choose_accounts(), rows=(row,))
    return wording.verdict_sentence(graph, comparison, row)


def _depths(graph: ArgumentGraph, claim: str) -> tuple[Switch, ...]:
    present = query.depth()
    return tuple(
        Switch(
            label=depth,
            address=_address(graph, claim, depth=depth),
            is_on=depth == ("all" if present is None else str(present)),
        )
        for depth in DEPTHS
    )


def _voices(graph: ArgumentGraph, claim: str, accounts: tuple[str, ...]) -> tuple[Switch, ...]:
    everyone = graph.choose_accounts()
    all_label = "both" if len(everyone) == 2 else "all"
    each = tuple(
        Switch(
            label=graph.narrative(id).short,
            address=_address(graph, claim, show=id),
            is_on=accounts == (id,) and len(everyone) > 1,
        )
        for id in everyone
    )
    return (
        Switch(
            label=all_label,
            address=_address(graph, claim, show=""),
            is_on=len(accounts) == len(everyone),
        ),
        *each,
    )


def _address(graph: ArgumentGraph, claim: str, **changed: str) -> str:
    """Give the address of this page with one setting changed, the rest as they are."""
    kept = {"depth": query.text("depth"), "show": query.joined(query.values("show"))} | changed
    options: dict[str, Any] = {name: value for name, value in kept.items() if value}
    return url_for("claim", corpus=graph.corpus.id, claim=claim, **options, _anchor="tree")


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


def _downloads(graph: ArgumentGraph, claim: str) -> tuple[Download, ...]:
    return downloads(
        graph,
        claim=claim,
        narratives=query.joined(query.values("show")),
        depth=query.text("depth"),
    )
