"""Keep the files that were made last: what is looked at is what is downloaded, made once."""

from __future__ import annotations

import threading

from argmap.library import Exported, export
from argmap.writers.format import Order

MOST_KEPT = 8
MOST_KEPT_BYTES = 40_000_000


class Made:
    """Files by what was ordered, bounded in number and in bytes, the oldest leaving first.

    An order holds the graph it is of, so a corpus that was loaded anew is another order.
    """

    def __init__(self) -> None:
        self._kept: list[tuple[str, Order, Exported]] = []
        self._lock = threading.Lock()

    def export(self, format_name: str, order: Order) -> Exported:
        """Write what an order asks for, or hand out what was written for its equal before.

        Raises:
            The errors of `library.export`.
        """
        with self._lock:
            if (known := self._known(format_name, order)) is not None:
                return known
        exported = export(format_name, order)
        with self._lock:
            # Who asked at the same moment made it, too; it takes room once.
            if (known := self._known(format_name, order)) is not None:
                return known
            self._forget_former(order)
            self._kept.append((format_name, order, exported))
            while len(self._kept) > MOST_KEPT or self._size() > MOST_KEPT_BYTES:
                del self._kept[0]
        return exported

    def _known(self, format_name: str, order: Order) -> Exported | None:
        for at, (name, known, exported) in enumerate(self._kept):
            if name == format_name and known == order:
                self._kept.append(self._kept.pop(at))
                return exported
        return None

    def _forget_former(self, order: Order) -> None:
        """Let go of what a corpus was before it was loaded anew: nobody orders that again."""
        graph = order.graph
        self._kept = [
            kept
            for kept in self._kept
            if kept[1].graph is graph or kept[1].graph.corpus.id != graph.corpus.id
        ]

    def _size(self) -> int:
        return sum(len(exported.content) for _, _, exported in self._kept)
