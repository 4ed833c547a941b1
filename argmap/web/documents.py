"""Lay out a document with everything that is built on it: each use, its answers, its claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.core.comparison import SharedEvidence, compare_claim, opposite_ends
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Evidence, Issue
from argmap.core.replies import replies_to
from argmap.web.badges import Mark, mark
from argmap.web.passages import MOST_REPLIES, Step, label, step, steps
from argmap.web.tongues import Tongue, tongues


@dataclass(frozen=True, slots=True, kw_only=True)
class UseOfDocument:
    """One argument that goes out from a document."""

    step: Step
    """Who puts it forward, how it bears on what, and why."""

    claim: Mark | None
    """The claim it finally bears on and where the accounts stand on it, or None."""

    issue: Issue | None
    """The issue of that claim, or None."""

    is_opposed: bool
    """Whether another account uses the same document for the opposite end."""

    answers: tuple[Step, ...]
    """The attacks on the step, the first `MOST_REPLIES` of them."""

    more: int
    """How many attacks are not among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPart:
    """A piece of evidence with all its uses."""

    item: Evidence
    """The evidence."""

    name: str
    """Who said it and when, or the work it stands in."""

    locator: str
    """The place in the work that the page is about; empty where none is given."""

    tongues: tuple[Tongue, ...]
    """The passage in each language it is known in; empty where there is but one."""

    uses: tuple[UseOfDocument, ...]
    """Every argument that goes out from it, those for opposite ends first."""

    is_contested: bool
    """Whether accounts use it for opposite ends."""


def contested(
    graph: ArgumentGraph, evidence: Iterable[str] | None = None
) -> dict[str, frozenset[str]]:
    """Find the evidence used for opposite ends, and the ids of the arguments that clash."""
    found: tuple[SharedEvidence, ...] = opposite_ends(graph, evidence=evidence)
    return {each.evidence: frozenset(use.argument for use in each.uses) for each in found}


def document(
    graph: ArgumentGraph, item: Evidence, opposed: frozenset[str], *, source: str = ""
) -> DocumentPart:
    """Lay out a piece of evidence.

    Args:
        graph: The corpus.
        item: The evidence.
        opposed: The ids of its arguments that clash, as `contested` finds them.
        source: The work the page is about, whose locator is given; none if empty.
    """
    uses = sorted(graph.arguments_from(item.id), key=lambda each: each.id not in opposed)
    places = (each.locator for each in item.citations if each.source == source)
    return DocumentPart(
        item=item,
        name=label(graph, item),
        locator=next(places, ""),
        tongues=tongues(graph, item),
        uses=tuple(_use(graph, each, each.id in opposed) for each in uses),
        is_contested=bool(opposed),
    )


def _use(graph: ArgumentGraph, argument: Argument, is_opposed: bool) -> UseOfDocument:
    claim = graph.target_claim(argument)
    attacks = replies_to(graph, argument)
    return UseOfDocument(
        step=step(graph, argument),
        claim=mark(compare_claim(graph, claim.id)) if claim else None,
        issue=graph.issue(claim.issue) if claim else None,
        is_opposed=is_opposed,
        answers=steps(graph, attacks[:MOST_REPLIES]),
        more=len(attacks[MOST_REPLIES:]),
    )
