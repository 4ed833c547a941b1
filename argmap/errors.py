"""Name everything that can go wrong, in one tree.

ArgmapError
├── UnknownName (also LookupError)     a corpus, claim, format ... that is not there
├── InvalidInput (also ValueError)     what was given cannot be read
│   ├── InvalidCorpus                  a corpus with problems; carries all of them
│   └── InvalidDate                    not a year, month or day
├── TooLarge                           beyond a stated bound
├── DrawingFailed                      a picture could not be made
│   ├── EngineMissing                  no Graphviz engine on this machine
│   └── DrawingTooLarge                the engine ran out of time or memory
├── StoreUnavailable                   the database cannot be reached or is busy
├── Busy                               as much is being made as may be at once
└── CannotWrite (also OSError)         a file or folder that cannot be written
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with a corpus, and where.

    `code` never changes its meaning between versions (E... an error, W... a warning).
    `record` and `path` name the place in the corpus: the list and position in it
    (`("claims", 3)`) and the way down inside that record (`("stances", "port")`). `file`,
    `line` and `column` (both from 1) are filled in by whoever read the files; 0 is unknown.
    `accepted` is the reason why the corpus's editors leave a weakness as it is; empty for all
    that still wants mending.
    """

    code: str
    message: str
    record: tuple[str, int] | None = None
    path: tuple[str | int, ...] = ()
    file: str = ""
    line: int = 0
    column: int = 0
    accepted: str = ""

    @property
    def is_warning(self) -> bool:
        """Whether the corpus can be used all the same."""
        return self.code.startswith("W")

    def __str__(self) -> str:
        """Give the line `argmap check` prints: `file:line:column: CODE message`."""
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}"


class ArgmapError(Exception):
    """Base of every error argmap raises on purpose; its text is for the person using it."""


class UnknownName(ArgmapError, LookupError):
    """A name that is not among the known ones.

    Args:
        kind: What was looked for, in the words of the project ("claim", "format").
        name: The name that is not known.
        known: The names that are; a near one is offered, or all if they are few.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str] = ()) -> None:
        self.kind = kind
        self.name = name
        names = sorted(known)
        close = difflib.get_close_matches(name[:_QUOTED_CHARS], names, n=1)
        is_few = 0 < len(names) <= _FEW
        self.near = close[0] if close and not is_few else ""
        """A known name that is near, where not all are listed; may be empty."""
        self.listed = (
            tuple(names) if is_few or (names and not close and len(names) <= _SOME) else ()
        )
        """The known names where they are few; may be empty."""
        offer = f" Known: {', '.join(self.listed)}." if self.listed else ""
        offer = f" Did you mean {self.near!r}?" if self.near else offer
        super().__init__(f"There is no {kind} {name!r}.{offer}")


class InvalidInput(ArgmapError, ValueError):
    """Something given from outside that cannot be read as what it should be."""


class InvalidDate(InvalidInput):
    """A text that is not a year, a month or a day."""


class InvalidCorpus(InvalidInput):
    """A corpus that does not hold together; `problems` has every reason, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        first = f" The first: {self.problems[0].message}" if self.problems else ""
        super().__init__(f"The corpus has {count} {noun}.{first}")


class TooLarge(ArgmapError):
    """Input beyond a bound that the message names."""


class DrawingFailed(ArgmapError):
    """A picture could not be made; the words of the page are unaffected."""


class EngineMissing(DrawingFailed):
    """No way to run Graphviz was found; the message says what to install."""


class DrawingTooLarge(DrawingFailed):
    """The drawing was stopped at its bound of boxes, time or memory."""


class StoreUnavailable(ArgmapError):
    """The database cannot be opened, is busy, or has a newer layout than this program."""


class Busy(ArgmapError):
    """As much is being made as may be at once; later it may be possible."""


class CannotWrite(ArgmapError, OSError):
    """A file or folder that cannot be written; nothing was left half-written."""


def quoted(text: str) -> str:
    """Put a text from outside in quotes: on one line, shortened, nothing unprintable."""
    return repr(text if len(text) <= _QUOTED_CHARS else text[: _QUOTED_CHARS - 1] + "…")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Offer the nearest known name as " Did you mean 'x'?", or an empty text."""
    near = difflib.get_close_matches(name[:_QUOTED_CHARS], list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""


_QUOTED_CHARS = 80
_FEW = 12
_SOME = 40
