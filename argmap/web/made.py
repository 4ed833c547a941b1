"""Keep the files that were made last: what is looked at is what is downloaded, made once."""

from __future__ import annotations

import threading
from collections import OrderedDict

from argmap.library import Exported, export
from argmap.writers.format import Order

MOST_KEPT = 8
MOST_KEPT_BYTES = 40_000_000


class Made:
    """Files by what was ordered, bounded in number and in bytes, the oldest leaving first.

    An order holds the graph it is of, so a corpus that was loaded anew is another order.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[str, Order, Exported]] = OrderedDict()
        self._next = 0
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
            self._next += 1
            self._kept[self._next] = (format_name, order, exported)
            while len(self._kept) > MOST_KEPT or self._size() > MOST_KEPT_BYTES:
                self._kept.popitem(last=False)
        return exported

    def _known(self, format_name: str, order: Order) -> Exported | None:
        for number, (name, known, exported) in self._kept.items():
            if name == format_name and known == order:
                self._kept.move_to_end(number)
                return exported
        return None

    def _forget_former(self, order: Order) -> None:
        """Let go of what a corpus was before it was loaded anew: nobody orders that again."""
        graph = order.graph
        for number, (_, known, _) in list(self._kept.items()):
            if known.graph is not graph and known.graph.corpus.id == graph.corpus.id:
                del self._kept[number]

    def _size(self) -> int:
        return sum(len(exported.content) for _, _, exported in self._kept.values())
