"""Hold what a file says to whoever opens it, read back from the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "div", "br", "hr", "li"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers to choose from."""

    text: str
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as a learning platform asks it.

    `about` is what the `prompt` is asked about; where it has several parts, a word is missing
    between them. There are `answers` to choose from or `pairs` to put together, each a text with
    its answer. `because` is told afterwards and may be empty.
    """

    prompt: str
    about: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions of a file, in its order."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card to learn from: the paragraphs on its front, and those on its back."""

    front: tuple[str, ...]
    back: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The cards of a file, in its order, and the name under which they are found."""

    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its headings, and its rows, each with as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is inside a file: its name, and what it is or how large."""

    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What lies together inside a file: its title and a note on it, either of them may be empty."""

    title: str
    note: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is inside a file, and a sentence to add to that; the sentence may be empty."""

    folders: tuple[Folder, ...]
    note: str = ""


Seen = Quiz | Deck | Table | Contents


def paragraphs(markup: str) -> tuple[str, ...]:
    """Read the paragraphs of a piece of HTML as plain texts, those without text left out."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return tuple(text for each in reader.found if (text := each.strip()))


class _Reader(HTMLParser):
    """Gathers texts; each block begins a new one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = [""]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _BLOCKS:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        self.found[-1] += data
