"""Give a narrative, a stance and a verdict the look they have on every page."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.core import wording
from argmap.core.comparison import ClaimComparison, Comparison, Group, Summary, Verdict
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Claim, Narrative, Role, StanceKind

PALETTE_SIZE = 6
OBSERVER_HATCHES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A narrative as pages show it."""

    id: str
    """The narrative's id."""

    name: str
    """Its name as it stands in a list, with a capital letter."""

    voice: str
    """Its name as it stands inside a sentence."""

    short: str
    """Its label where space is short."""

    summary: str
    """The account in a paragraph."""

    style: str
    """The class of the style sheet that has its colour and hatch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one account holds about one claim, as pages show it."""

    badge: Badge
    """Whose stance it is."""

    stance: StanceKind | None
    """The stance; None is silence."""

    word: str
    """The stance as a verb: "asserts"."""

    how: str
    """The same in the account's own terms; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A claim in an agreement strip or a list: its shape and what it links to."""

    claim: Claim
    """The claim it stands for."""

    group: Group
    """The shape it has."""

    verdict: Verdict
    """The class it has."""

    word: str
    """The class in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many claims have one of the five marks."""

    group: Group
    """The mark."""

    word: str
    """The mark in words."""

    count: int
    """The number of claims; may be 0."""


def badge(graph: ArgumentGraph, id: str) -> Badge:
    """Dress a narrative."""
    narrative = graph.narrative(id)
    return Badge(
        id=id,
        name=narrative.name[:1].upper() + narrative.name[1:],
        voice=wording.voice(narrative),
        short=narrative.short,
        summary=narrative.summary,
        style=style(graph, narrative),
    )


def badges(graph: ArgumentGraph, ids: tuple[str, ...]) -> tuple[Badge, ...]:
    """Dress several narratives, in the order given."""
    return tuple(badge(graph, id) for id in ids)


def key(graph: ArgumentGraph, accounts: tuple[str, ...]) -> tuple[Badge, ...]:
    """Dress every voice a picture for these accounts may have: they, then all observers."""
    observers = tuple(n.id for n in graph.corpus.narratives if n.role is Role.OBSERVER)
    return badges(graph, (*accounts, *observers))


def style(graph: ArgumentGraph, narrative: Narrative) -> str:
    """Name the style-sheet classes of a narrative, from its place in the corpus."""
    place = graph.colour_index(narrative.id)
    if narrative.role is Role.OBSERVER:
        return f"observer observer-{place % OBSERVER_HATCHES}"
    return f"narrative-{place % PALETTE_SIZE}"


def position(graph: ArgumentGraph, account: str, claim: str) -> Position:
    """Show what an account holds about a claim."""
    stance = graph.stance(account, claim)
    kind = stance.stance if stance else None
    return Position(
        badge=badge(graph, account),
        stance=kind,
        word=wording.STANCE[kind],
        how=stance.how if stance else "",
    )


def mark(row: ClaimComparison) -> Mark:
    """Show a compared claim as a mark."""
    return Mark(
        claim=row.claim, group=row.group, verdict=row.verdict, word=wording.VERDICT[row.verdict]
    )


def strip(comparison: Comparison) -> tuple[Mark, ...]:
    """Show all claims of a comparison as marks, in their order."""
    return tuple(mark(row) for row in comparison.rows)


def counts(summary: Summary) -> tuple[Count, ...]:
    """Show how many claims have which mark, in the order of the legend, zeros included."""
    return tuple(
        Count(group=group, word=wording.GROUP[group], count=count)
        for group, count in summary.groups.items()
    )
