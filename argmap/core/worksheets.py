"""Choose what a worksheet asks about and what it leaves out: the same seed, the same choice.

Nothing here depends on the order in which records come in, so a corpus whose files were moved
about gives the same sheets.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from argmap.core.comparison import ClaimComparison, Group
from argmap.core.matrix import Column, Matrix
from argmap.core.model import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """What is left out: `numbered` ids in the order of their numbers, from 1.

    `bank` has the same ids in the order in which a word bank lists them.
    """

    numbered: tuple[str, ...]
    bank: tuple[str, ...]


def choose_blanks(ids: Iterable[str], count: int, seed: int) -> Blanks:
    """Choose some of the boxes of a drawing to be emptied.

    Args:
        ids: Records that can be left out, in the order of the drawing; numbers follow it.
        count: How many are wanted; if there are fewer, all are taken.
        seed: Decides which. The order of `ids` does not.
    """
    listed = tuple(dict.fromkeys(ids))
    random = Random(seed)  # a worksheet is no secret
    taken = random.sample(sorted(listed), min(count, len(listed)))
    return Blanks(numbered=tuple(id for id in listed if id in taken), bank=_mixed(taken, random))


def choose_points(
    rows: Iterable[ClaimComparison], count: int, seed: int, *, always: str = ""
) -> tuple[ClaimComparison, ...]:
    """Choose points so that every way in which accounts can stand to each other is among them.

    The points are taken in turn from those that are agreed, agreed in part, disputed and told
    by one alone.

    Args:
        rows: Claims compared; what is chosen keeps their order.
        count: How many are wanted; 0 takes all, and so does a number above what there is.
        seed: Decides which. The order of `rows` does not.
        always: The id of a claim that is among them whatever the seed.
    """
    listed = tuple(rows)
    if not count or count >= len(listed):
        return listed
    random = Random(seed)
    grouped = {group: [row.claim.id for row in listed if row.group is group] for group in Group}
    queues = [list(_mixed(ids, random)) for ids in grouped.values() if ids]
    random.shuffle(queues)
    in_turn = [queue[turn] for turn in range(len(listed)) for queue in queues if turn < len(queue)]
    known = [id for id in dict.fromkeys((always, *in_turn)) if id in set(in_turn)]
    taken = set(known[:count])
    return tuple(row for row in listed if row.claim.id in taken)


def choose_gaps(cells: Mapping[str, Iterable[str]], share: float, seed: int) -> Mapping[str, str]:
    """Choose cells of a table to be emptied, at most one in a row.

    Args:
        cells: For each row the names of the cells that can be emptied; neither order matters.
        share: How many of such rows lose a cell, from 0 to 1, rounded up.
        seed: Decides which.

    Returns:
        The cell that is emptied, by row.
    """
    known = {row: sorted(names) for row, names in sorted(cells.items())}
    fitting = [row for row, names in known.items() if names]
    random = Random(seed)
    taken = sorted(random.sample(fitting, math.ceil(share * len(fitting))))
    return MappingProxyType({row: random.choice(known[row]) for row in taken})


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedWork:
    """A work, and what each account that uses it on a question uses it for.

    `uses` has those accounts in the order asked for, each with one relation or more.
    """

    source: str
    uses: Mapping[str, tuple[Relation, ...]]


def works_on(used: Matrix, most: int) -> tuple[UsedWork, ...]:
    """Choose works on a question so that no account fills the list.

    Those that several accounts use come first, then those of one account, the accounts taking
    turns. Passages of one work count once; what observers alone use is left out.

    Args:
        used: Who uses which document for the question.
        most: How many works are wanted at most.
    """
    found: dict[str, dict[str, dict[Relation, None]]] = {}
    for column in used.columns:
        for cell in column.cells:
            if cell.arguments:
                uses = found.setdefault(column.evidence.citations[0].source, {})
                kinds = (argument.relation for argument in cell.arguments)
                uses.setdefault(cell.narrative, {}).update(dict.fromkeys(kinds))
    works = [
        UsedWork(
            source=source,
            uses=MappingProxyType({id: tuple(uses[id]) for id in used.narratives if id in uses}),
        )
        for source, uses in found.items()
    ]
    shared = [work for work in works if len(work.uses) > 1]
    alone = [[work for work in works if tuple(work.uses) == (id,)] for id in used.narratives]
    turns = max(map(len, alone), default=0)
    in_turn = [queue[turn] for turn in range(turns) for queue in alone if turn < len(queue)]
    return tuple([*shared, *in_turn][:most])


def rank_documents(used: Matrix) -> tuple[str, ...]:
    """List documents by how many accounts use them, then by in how many arguments.

    What observers alone use is left out; of equal ones the earlier comes first.
    """

    def rank(column: Column) -> tuple[int, int]:
        counts = [len(cell.arguments) for cell in column.cells if cell.arguments]
        return -len(counts), -sum(counts)

    told = [column for column in used.columns if any(cell.arguments for cell in column.cells)]
    return tuple(column.evidence.id for column in sorted(told, key=rank))


def choose_documents(ranked: tuple[str, ...], count: int, seed: int) -> tuple[str, ...]:
    """Choose documents from the first of a list, more of them than are wanted.

    Args:
        ranked: Ids, the best first; what is chosen keeps their order.
        count: How many are wanted; if there are fewer, all are taken.
        seed: Decides which.
    """
    first = ranked[: max(_LEAST_TO_CHOOSE_FROM, 3 * count)]
    taken = set(Random(seed).sample(sorted(first), min(count, len(first))))
    return tuple(id for id in first if id in taken)


_LEAST_TO_CHOOSE_FROM = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A text to be sorted, the claim it speaks to, and the pile that it belongs on."""

    claim: str
    text: str
    pile: str


def choose_cards(cards: Iterable[Card], count: int, seed: int) -> tuple[Card, ...]:
    """Choose cards from the piles in turn, and mix them.

    Args:
        cards: All there could be; of those with one text the first in order of pile counts.
        count: How many are wanted; if there are fewer, all are taken.
        seed: Decides which, and their order. The order of `cards` does not.
    """
    random = Random(seed)
    known: dict[str, Card] = {}
    for card in sorted(cards, key=lambda each: (each.pile, each.claim, each.text)):
        known.setdefault(card.text, card)
    piles = [
        [card for card in known.values() if card.pile == pile]
        for pile in dict.fromkeys(card.pile for card in known.values())
    ]
    for pile in piles:
        random.shuffle(pile)
    turns = max(map(len, piles), default=0)
    taken = [pile[turn] for turn in range(turns) for pile in piles if turn < len(pile)][:count]
    random.shuffle(taken)
    return tuple(taken)


def mix(texts: Iterable[str], seed: int) -> tuple[str, ...]:
    """Put texts, each once, in an order that says nothing of where they belong."""
    return _mixed(dict.fromkeys(texts), Random(seed))


def _mixed(texts: Iterable[str], random: Random) -> tuple[str, ...]:
    """Shuffle from one and the same beginning, whatever the order was before."""
    listed = sorted(texts)
    random.shuffle(listed)
    return tuple(listed)
