"""Hold what a file says to whoever opens it, read back from the file itself.

Texts keep the languages that the file names; where it names none, that is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from argmap.core.citing import Run, Text

_BLOCKS = frozenset({"p", "div", "br", "hr", "li"})
_ALONE = frozenset({"br", "hr"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers to choose from."""

    text: Text
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as a learning platform asks it.

    `about` is what the `prompt` is asked about; where it has several parts, a word is missing
    between them. There are `answers` to choose from or `pairs` to put together, each a text with
    its answer. `because` is told afterwards and may be empty.
    """

    prompt: Text
    about: tuple[Text, ...]
    answers: tuple[Answer, ...] = ()
    pairs: tuple[tuple[Text, Text], ...] = ()
    because: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions of a file, in its order."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card to learn from: the paragraphs on its front, and those on its back."""

    front: tuple[Text, ...]
    back: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The cards of a file, in its order, and the name under which they are found."""

    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its headings, and its rows, each with as many cells."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


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


def paragraphs(markup: str) -> tuple[Text, ...]:
    """Read the paragraphs of a piece of HTML, those without text left out, in plain type."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return tuple(text for runs in reader.found if (text := _stripped(runs)))


def in_a_line(texts: Iterable[Text]) -> Text:
    """Put texts behind each other with a space between."""
    first, *rest = [*texts] or [Text()]
    for each in rest:
        first = first + " " + each
    return first


def parted(text: Text, mark: str) -> tuple[Text, ...]:
    """Part a text at a mark, which stands within one run; it is left out."""
    parts: list[list[Run]] = [[]]
    for run in text.runs:
        first, *rest = run.text.split(mark)
        parts[-1].append(Run(first, language=run.language))
        parts += [[Run(each, language=run.language)] for each in rest]
    return tuple(Text(tuple(run for run in runs if run.text)) for runs in parts)


def _stripped(runs: list[Run]) -> Text:
    """Take the spaces off both ends, as whoever shows HTML does."""
    whole = "".join(run.text for run in runs)
    first, last = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    kept, at = [], 0
    for run in runs:
        text = run.text[max(first - at, 0) : max(last - at, 0)]
        kept += [Run(text, language=run.language)] if text else []
        at += len(run.text)
    return Text(tuple(kept))


class _Reader(HTMLParser):
    """Gathers texts with their languages; each block begins a new one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[Run]] = [[]]
        self._open = [("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.found.append([])
        if tag not in _ALONE:
            self._open.append((tag, dict(attrs).get("lang") or self._open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open[-1][0]:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.found[-1].append(Run(data, language=self._open[-1][1]))
