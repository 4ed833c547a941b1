"""Make the pages of a small corpus once for all tests that read them."""

from __future__ import annotations

from argmap.web import publish
from argmap.writers.edition import Edition
from argmap.writers.format import Order

_MADE: dict[tuple[str, str, str], Edition] = {}


def published_once(order: Order) -> Edition:
    """Publish what is ordered; corpora of tests are told apart by their ids."""
    key = (order.graph.corpus.id, order.issue, order.address)
    if key not in _MADE:
        _MADE[key] = publish(order)
    return _MADE[key]
