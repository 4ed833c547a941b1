"""Bound the time that one request spends on making a file."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from argmap.core.language import as_now, t
from argmap.errors import TooLarge

MOST_S = 25.0
"""How long a reader waits. What has begun by then is ended, and kept for who asks next."""

_AT_ONCE = 4
_Made = TypeVar("_Made")


def in_time(make: Callable[[], _Made]) -> _Made:
    """Make something, unless it takes too long.

    Args:
        make: Makes it; called in another thread, so it asks nothing of the request.

    Raises:
        TooLarge: It is not ready in `MOST_S`; the message says how to make it all the same.
    """
    making = _makers().submit(as_now(make))
    try:
        return making.result(MOST_S)
    except TimeoutError:
        # What has not begun would keep those busy who wait by then, and nobody wants it.
        making.cancel()
        raise TooLarge(
            t(
                "This takes longer than {seconds} seconds, and pages do not wait longer. Choose a "
                "smaller part, or make it on the command line with: argmap export.",
                seconds=round(MOST_S),
            )
        ) from None


@cache
def _makers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="making")
