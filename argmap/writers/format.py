"""Say what a format is, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from argmap.core.graph import ArgumentGraph
from argmap.core.selection import DEFAULT_DEPTH


class Scope(StrEnum):
    """How much of a corpus is exported."""

    CORPUS = "corpus"
    ISSUE = "issue"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to export: a graph, and the part of it that is wanted.

    At most one of `claim` and `issue` is given; neither means the whole corpus. `narratives`
    are accounts in the order wanted (empty: all). `depth` is in steps from the claim (None:
    all). `diagram` is the name of a diagram (empty: the first one for the scope). `address` is
    put in front of links inside pictures; empty leaves them out. `engine` names the way
    Graphviz is run.
    """

    graph: ArgumentGraph
    claim: str = ""
    issue: str = ""
    diagram: str = ""
    narratives: tuple[str, ...] = ()
    depth: int | None = DEFAULT_DEPTH
    address: str = ""
    engine: str = "auto"

    @property
    def scope(self) -> Scope:
        """How much is wanted."""
        if self.claim:
            return Scope.CLAIM
        return Scope.ISSUE if self.issue else Scope.CORPUS


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way out: its name, its file, and the function that writes it.

    `write` turns an order into the bytes of one file and touches nothing else. `title` is what
    a download link says, `suffix` has no dot, `is_picture` formats need a Graphviz engine.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    scopes: frozenset[Scope]
    write: Callable[[Order], bytes]
    is_picture: bool = False
