"""Say what a format is, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from argmap.core.graph import ArgumentGraph
from argmap.core.selection import DEFAULT_DEPTH
from argmap.writers.edition import Edition
from argmap.writers.options import NOTHING_CHOSEN, AnyOption, Value

if TYPE_CHECKING:
    from argmap.writers.seen import Contents, Seen

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


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
    Graphviz is run. `chosen` has the values of the format's own options by name, as
    `options.choose` gives them; a writer reads each with `OPTION.of(order)`.
    `progress` is told how far a long task is. `publish` makes pages that need no server, for
    the formats made of pages: whoever has pages hands it over (None: nobody did).
    """

    graph: ArgumentGraph
    claim: str = ""
    issue: str = ""
    diagram: str = ""
    narratives: tuple[str, ...] = ()
    depth: int | None = DEFAULT_DEPTH
    address: str = ""
    engine: str = "auto"
    chosen: Mapping[str, Value] = field(default_factory=lambda: NOTHING_CHOSEN)
    progress: Progress = _silent
    publish: Callable[[Order], Edition] | None = None

    @property
    def scope(self) -> Scope:
        """How much is wanted."""
        if self.claim:
            return Scope.CLAIM
        return Scope.ISSUE if self.issue else Scope.CORPUS


class Family(StrEnum):
    """The shelf a format stands on where they are listed; the value is its heading.

    They stand in the order in which a teacher looks for them.
    """

    PAPER = "To hand out"
    SCREEN = "To show"
    TEST = "Quiz and cards"
    BUNDLE = "All in one"
    DIAGRAM = "Diagrams"
    WORDS = "In words"
    DATA = "Citations and data"


class Sheets(Protocol):
    """What a format looks like page by page: the very pages it prints."""

    @property
    def count(self) -> int:
        """How many pages there are, one or more."""
        ...

    def png(self, number: int) -> bytes:
        """Draw one page for a screen, counted from 1."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way out: its name, its file, and the function that writes it.

    `write` turns an order into the bytes of one file and touches nothing else. `title` is what
    a link says, `purpose` one sentence on what it is good for, `suffix` has no dot, and
    `is_picture` formats need a Graphviz engine. `options` is what can be chosen about it.
    `contents` stands in the name of the file ("worksheet"); empty for plain data. `sheets` gives
    the pages of what prints, made the same way as the file, or of its cover; None for all that
    does not print.
    `lengthy` are scopes that take longer than a reader waits: those are made by a job on the
    pages, and the writer says how far it is by the order's `progress`. `seen` reads a file of
    the format back, for whoever looks at it before taking it along; None where the file is a
    picture, prints, or is text that speaks for itself. `inside` tells what a lengthy file will
    hold, without making it. `has_all_accounts` formats are of all accounts, whatever is chosen.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    scopes: frozenset[Scope]
    write: Callable[[Order], bytes]
    is_picture: bool = False
    purpose: str
    family: Family
    options: tuple[AnyOption, ...] = ()
    contents: str = ""
    sheets: Callable[[Order], Sheets] | None = None
    lengthy: frozenset[Scope] = frozenset()
    seen: Callable[[bytes], Seen] | None = None
    inside: Callable[[Order], Contents] | None = None
    has_all_accounts: bool = False
