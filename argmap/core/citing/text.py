"""Hold a reference as text with italics, which a page, a PDF and plain text can each render."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

_INSIDE = "”"
_ENDS = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is italic or not; nothing in it is escaped.

    `language` is a BCP 47 tag; empty where it is that of the text around it.
    """

    text: str
    is_italic: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text in runs; `str()` gives it plain."""

    runs: tuple[Run, ...] = ()

    def __str__(self) -> str:
        """Give the text without its italics."""
        return "".join(run.text for run in self.runs)

    def __bool__(self) -> bool:
        """Tell whether there is any text."""
        return any(run.text for run in self.runs)

    def __add__(self, other: Text | str) -> Text:
        """Append a text, or plain words."""
        return Text(self.runs + (roman(other) if isinstance(other, str) else other).runs)

    @property
    def is_bracketed(self) -> bool:
        """Whether the whole stands in brackets, as a citation in the text does."""
        plain = str(self)
        return plain.startswith("(") and plain.endswith(")")

    def unbracketed(self) -> Text:
        """Take the brackets off a text that stands in them."""
        first, *rest = self.runs
        runs = [replace(first, text=first.text.removeprefix("(")), *rest]
        runs[-1] = replace(runs[-1], text=runs[-1].text.removesuffix(")"))
        return Text(tuple(run for run in runs if run.text))

    def ended(self, mark: str) -> Text:
        """Put a mark after the text as print does: inside a closing quotation mark, once only.

        A stop is left out after a question mark; a comma stands after one all the same.
        """
        plain = str(self)
        is_quoted = plain.endswith(_INSIDE)
        if mark == "." and plain.rstrip(_INSIDE).endswith(_ENDS):
            return self
        if not is_quoted:
            return self + mark
        *body, last = self.runs
        closed = replace(last, text=last.text.removesuffix(_INSIDE) + mark + _INSIDE)
        return Text((*body, closed))


def roman(text: str, language: str = "") -> Text:
    """Set upright text."""
    return Text((Run(text, language=language),) if text else ())


def italic(text: str, language: str = "") -> Text:
    """Set italic text."""
    return Text((Run(text, True, language),) if text else ())


def quoted(text: str, language: str = "") -> Text:
    """Set text in quotation marks; those inside it become single ones."""
    return roman(f"“{_single(text)}”", language)


def _single(text: str) -> str:
    text = text.replace("“", "‘").replace("”", "’").replace("„", "‘")
    pieces = text.split('"')
    return "".join(
        piece if index == 0 else ("‘" if index % 2 else "’") + piece
        for index, piece in enumerate(pieces)
    )


def joined(parts: Iterable[Text | str], mark: str) -> Text:
    """Join what is not empty by a mark and a space; see `Text.ended`."""
    result = Text()
    for part in parts:
        text = roman(part) if isinstance(part, str) else part
        if text:
            result = result.ended(mark) + " " + text if result else text
    return result
