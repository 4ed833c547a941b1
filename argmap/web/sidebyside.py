"""Lay claims out in a table: a column for each account, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from argmap.core import wording
from argmap.core.comparison import ClaimComparison, Comparison
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Evidence, Relation
from argmap.core.replies import Ledger, ledger
from argmap.web.badges import Mark, Position, mark, position
from argmap.web.passages import Passage, label, passage

OPENING_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A document an account uses on a claim, as a short link."""

    id: str
    """The piece of evidence."""

    label: str
    """Who and when."""

    verified: bool
    """False where the record has not been checked against the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one account has to say on one claim."""

    position: Position
    """Its stance, in a word and in its own terms."""

    supporting: tuple[Cited, ...]
    """Documents it uses for the claim."""

    qualifying: tuple[Cited, ...]
    """Documents it uses to limit the claim."""

    opposing: tuple[Cited, ...]
    """Documents it uses against the claim."""

    unanswered: tuple[Passage, ...]
    """What objections bearing on the claim go out from, to which no reply of its was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim and what each account has to say on it."""

    mark: Mark
    """The claim and its class."""

    sentence: str
    """Where the accounts stand, as a sentence."""

    cells: tuple[Cell, ...]
    """One for each account, in the order of the comparison."""


def side_by_side(
    graph: ArgumentGraph, comparison: Comparison, rows: Iterable[ClaimComparison] | None = None
) -> tuple[Row, ...]:
    """Lay out the rows of a comparison, or only those given.

    Cost: O(arguments of the corpus) for each account, once, and O(what is shown).
    """
    shown = comparison.rows if rows is None else tuple(rows)
    open_objections = {
        account: _by_claim(graph, ledger(graph, account)) for account in comparison.narratives
    }
    return tuple(
        Row(
            mark=mark(row),
            sentence=wording.verdict_sentence(graph, comparison, row),
            cells=tuple(
                _cell(graph, account, row.claim.id, open_objections[account])
                for account in comparison.narratives
            ),
        )
        for row in shown
    )


def _cell(
    graph: ArgumentGraph, account: str, claim: str, unanswered: Mapping[str, tuple[Passage, ...]]
) -> Cell:
    return Cell(
        position=position(graph, account, claim),
        supporting=_cited(graph, account, claim, Relation.SUPPORT),
        qualifying=_cited(graph, account, claim, Relation.QUALIFY),
        opposing=_cited(graph, account, claim, Relation.REBUT),
        unanswered=unanswered.get(claim, ()),
    )


def _cited(graph: ArgumentGraph, account: str, claim: str, relation: Relation) -> tuple[Cited, ...]:
    items = dict.fromkeys(
        premise
        for argument in graph.arguments_on(claim)
        if account in argument.by and argument.relation is relation
        for premise in argument.premises
        if premise in graph.evidence
    )
    found = [graph.item(id) for id in items]
    names = _told_apart(graph, found)
    return tuple(
        Cited(id=item.id, label=name, verified=item.verified)
        for item, name in zip(found, names, strict=True)
    )


def _told_apart(graph: ArgumentGraph, items: Sequence[Evidence]) -> list[str]:
    """Name documents briefly; what speaker and date leave alike is told apart by its opening."""
    names = [label(graph, item) for item in items]
    alike = {name for name, count in Counter(names).items() if count > 1}
    return [
        f"{name}: {_opening(item)}" if name in alike else name
        for name, item in zip(names, items, strict=True)
    ]


def _opening(item: Evidence) -> str:
    words = item.text.split()
    opening = " ".join(words[:OPENING_WORDS])
    return f"“{opening} …”" if len(words) > OPENING_WORDS else f"“{opening}”"


def _by_claim(graph: ArgumentGraph, account: Ledger) -> Mapping[str, tuple[Passage, ...]]:
    """Sort the unanswered objections by the claims they finally bear on."""
    found: dict[str, list[Passage]] = {}
    for objection in account.unanswered:
        claim = graph.target_claim(objection.argument)
        if claim is not None:
            bears_on = [claim]
        else:
            uses = (graph.target_claim(u) for u in graph.arguments_from(objection.argument.target))
            bears_on = [each for each in uses if each is not None]
        for id in dict.fromkeys(each.id for each in bears_on):
            found.setdefault(id, []).append(passage(graph, objection.argument.premises[0]))
    return {id: tuple(passages) for id, passages in found.items()}
