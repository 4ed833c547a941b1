"""Choose the points that a worksheet is about, and say what each account holds on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.core import wording
from argmap.core.citing.text import roman
from argmap.core.comparison import ClaimComparison, Comparison, compare
from argmap.core.model import Claim
from argmap.core.tongues import ours
from argmap.core.worksheets import choose_gaps, choose_points
from argmap.errors import InvalidInput
from argmap.writers.format import Order, Scope
from argmap.writers.part import part
from argmap.writers.quoting import runs
from argmap.writers.worksheets.choices import DIFFICULTY, POINTS, SEED

_SHARES = {"easy": 0.0, "medium": 0.5, "hard": 1.0}
"""In how many of the points the words of an account are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """The points of a sheet, and the account whose words are left out of a point, if any."""

    compared: Comparison
    gaps: Mapping[str, str]

    @property
    def accounts(self) -> tuple[str, ...]:
        """The accounts compared, in the order asked for."""
        return self.compared.narratives


def points(order: Order) -> Points:
    """Choose the points of an issue, or those of a claim's tree, the claim among them.

    Points on which no account says anything are left out: there would be nothing to compare.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
        InvalidInput: There is no such point.
    """
    graph = order.graph
    compared = compare(graph, order.narratives)
    wanted = {claim.id for claim in claims_of(order)}
    rows = [row for row in compared.rows if row.claim.id in wanted and any(row.stances)]
    if not rows:
        raise InvalidInput(wording.WORKSHEET["nothing"])
    chosen = choose_points(rows, POINTS.of(order), SEED.of(order), always=order.claim)
    cells = {row.claim.id: _with_words(order, compared.narratives, row) for row in chosen}
    return Points(
        compared=Comparison(narratives=compared.narratives, rows=chosen),
        gaps=choose_gaps(cells, _SHARES[DIFFICULTY.of(order)], SEED.of(order)),
    )


def about(order: Order) -> dict[str, str]:
    """Give the sheet the issue's question for a title: a claim ordered is one of its points."""
    graph = order.graph
    issue = graph.issue(graph.claim(order.claim).issue if order.claim else order.issue)
    return {"title": issue.question, "kicker": ""}


def claims_of(order: Order) -> tuple[Claim, ...]:
    """List the claims of an issue, or those of a claim's tree, the claim among them."""
    if order.scope is Scope.ISSUE:
        return order.graph.claims_of(order.issue)
    return part(order).claims


def _with_words(order: Order, accounts: Iterable[str], row: ClaimComparison) -> list[str]:
    held = ((account, order.graph.stance(account, row.claim.id)) for account in accounts)
    return [account for account, stance in held if stance is not None and stance.how]


def words_of(order: Order, account: str, claim: str) -> str:
    """Give an account's own words on a claim; empty where it has none."""
    stance = order.graph.stance(account, claim)
    return stance.how if stance else ""


def cell(order: Order, account: str, claim: str) -> dict[str, Any]:
    """Say what an account holds on a claim: a word for its stance, and its own words."""
    stance = order.graph.stance(account, claim)
    if stance is None:
        silent = ours(order.graph, wording.WORKSHEET["silent"])
        return {"stance": "", "text": runs(silent)}
    return {"stance": wording.STANCE[stance.stance], "text": runs(roman(stance.how))}
