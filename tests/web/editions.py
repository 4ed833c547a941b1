"""Make the pages of a corpus once for all tests that read them."""

from __future__ import annotations

from argmap.web import publish
from argmap.writers.edition import Edition
from argmap.writers.format import Order
from tests.web.corpora import CORPORA
from tests.writers.shipped import CORPORA as SHIPPED
from tests.writers.shipped import EVERY_CLAIM, shipped

# A thousand pages take a minute to read: in CI they are, elsewhere the smaller corpus stands in.
_READ = SHIPPED if EVERY_CLAIM else SHIPPED[:1]
PUBLISHED = [*CORPORA, *(shipped(name).corpus for name in _READ)]
"""The corpora whose editions are read page by page: small ones, and what is shipped."""

_MADE: dict[tuple[str, str, str], Edition] = {}


def published_once(order: Order) -> Edition:
    """Publish what is ordered; corpora of tests are told apart by their ids."""
    key = (order.graph.corpus.id, order.issue, order.address)
    if key not in _MADE:
        _MADE[key] = publish(order)
    return _MADE[key]
