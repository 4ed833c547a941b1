"""Hold the bounds on one layout, and say that one was reached."""

from argmap.core.language import later

MAX_SECONDS = 2.5
MAX_MEMORY_BYTES = 512 << 20
MOST_UNTIMED_BYTES = 40_000
"""The longest DOT that needs no clock: a tree so long takes a thirtieth of `MAX_SECONDS`, whatever
its shape. All that "dot" lays out here are trees, and "nop2" places nothing."""

too_large = later(
    "This picture is too large to draw: Graphviz was stopped at its bound of time or memory. "
    "Choose a smaller depth or fewer accounts; the same is there in words."
)
