"""Bound the time that one request spends on making a file."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from argmap.core.language import as_now, t
from argmap.errors import TooLarge

MOST_S = 25.0
"""How long a reader waits. What is made later than that is kept for the next one who asks."""

_AT_ONCE = 4
_Made = TypeVar("_Made")


def in_time(make: Callable[[], _Made]) -> _Made:
    """Make something, unless it takes too long.

    Args:
        make: Makes it; called in another thread, so it asks nothing of the request.

    Raises:
        TooLarge: It is not ready in `MOST_S`; the message says how to make it all the same.
    """
    try:
        return _makers().submit(as_now(make)).result(MOST_S)
    except TimeoutError:
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
