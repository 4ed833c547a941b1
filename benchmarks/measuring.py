"""Measure in turns, so that a busy moment of the machine falls on all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def medians(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Run each task once in each round, after one round that does not count.

    Returns:
        The median of each task in milliseconds.
    """
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for turn in range(rounds + 1):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            if turn:
                times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(each) for name, each in times.items()}


def missing(peer: str, why: str) -> None:
    """Say loudly that a peer is not there; nothing is made up in its place."""
    print(f"  !! NOT MEASURED against {peer}: {why}")
