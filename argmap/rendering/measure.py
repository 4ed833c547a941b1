"""Measure text in the bundled font and break it into lines.

The widths are the font's own advances, without kerning, so that a box comes out the same on
every machine, whatever fonts it has.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from bisect import bisect_right
from importlib.resources import files
from itertools import accumulate
from typing import Literal

Style = Literal["regular", "bold", "italic", "bold_italic"]

# Of characters the font lacks: a browser takes them from another font, most of them narrower.
_WIDE_EM = 1000
_UNKNOWN_EM = 700
SPACES = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
_PLAIN_SPACES = " \t\n\r\x0b\x0c\x85\u2028\u2029"
# What a word too long for its line is broken after rather than between any two letters.
_BREAKS = "-/‐–—\xa0"
_MAX_KNOWN = 20_000
_SHORT_CHARS = 24
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Replace what neither XML nor a font can carry (control characters) by U+FFFD."""
    # Python's own look at a text takes a tenth of the time, and most texts pass it.
    return text if text.isprintable() else UNPRINTABLE.sub("\ufffd", text)


def width_pt(text: str, size_pt: float, style: Style = "regular") -> float:
    """Measure one line of text.

    Args:
        text: Any characters; combining marks and other zero-width ones add nothing.
        size_pt: The font size.
        style: The cut of the font.

    Returns:
        The width in points.
    """
    known = _known(style)
    return (known[text] - known.space) * size_pt / 1000


def wrap(
    text: str, width: float, size_pt: float, style: Style = "regular", *, first_pt: float = 0
) -> tuple[str, ...]:
    """Break a text into lines that fit a width; nothing is cut.

    Lines break at spaces; a word too long for a line is broken after a hyphen, a slash or
    a space that holds words together, else between any two characters, but never before a
    combining mark. Every line but the last that ended at a space keeps one there, so that the
    lines joined give the text again.

    Args:
        text: Any text; runs of white space count as one space.
        width: The width of a line in points; at least one character stands on each.
        size_pt: The font size.
        style: The cut of the font.
        first_pt: How much of the first line is taken already.

    Returns:
        The lines; none for an empty text.
    """
    return tuple(line for line, _ in flow(text, width, size_pt, style, first_pt=first_pt))


def flow(
    text: str, width: float, size_pt: float, style: Style = "regular", *, first_pt: float = 0
) -> tuple[tuple[str, float], ...]:
    """Break a text into lines as `wrap` does, and tell how long each of them is.

    Returns:
        The lines, each with its width in points, without the space that it ends with.
    """
    # All lengths below are in thousandths of the font size.
    room = int(width * 1000 / size_pt)
    taken = int(first_pt * 1000 / size_pt)
    known = _known(style)
    whole = known.phrases.get(text)
    if whole is not None and taken + whole <= room:
        return ((text, whole * size_pt / 1000),)
    # What Python calls printable has no space in it that holds two words together.
    words = text.split() if text.isprintable() else _words(printable(text))
    space = known.space
    # Where each word and the space after it would end if all stood on one line: a line's end is
    # looked up, not walked to.
    ends = list(accumulate(map(known.__getitem__, words)))
    count = len(words)
    lines: list[tuple[str, float]] = []
    first = before = 0
    while first < count:
        after = bisect_right(ends, before + room - taken + space, first)
        if after == first:  # not even one word has room
            begun, words[first], taken = _parted(words[first], room, taken, style)
            lines += [(piece, advance * size_pt / 1000) for piece, advance in begun]
            before = ends[first] - space - _advance(words[first], style)
            after = max(bisect_right(ends, before + room - taken + space, first), first + 1)
        line = " ".join(words[first:after])
        advance = ends[after - 1] - space - before
        lines.append((line if after == count else f"{line} ", advance * size_pt / 1000))
        first, before, taken = after, ends[after - 1], 0
    if len(lines) == 1 and len(text) <= _SHORT_CHARS and lines[0][0] == text:
        known.keep(text, advance)
    return tuple(lines)


def _parted(
    word: str, room: int, taken: int, style: Style
) -> tuple[list[tuple[str, int]], str, int]:
    """Begin a word that has no room in the rest of a line.

    Returns:
        The lines that are full with it, what is left of it, and how much of the line is taken
        where that goes.
    """
    lines: list[tuple[str, int]] = []
    advance = _advance(word, style)
    if taken:
        # The rest of a line that is taken in part may not have room for a single letter.
        is_full = taken + _advance(word[:1], style) > room
        # What hangs together though it is too long for any line is not begun on a line in use.
        if is_full or "\xa0" in word or advance <= room:
            lines.append(("", 0))
            taken = 0
    if advance <= room - taken:
        return lines, word, taken
    *full, rest = _broken(word, room - taken, room, style)
    lines += [(piece, _advance(piece, style)) for piece in full]
    return lines, rest, 0 if full else taken


def _words(text: str) -> list[str]:
    return [word for word in SPACES.split(text.strip(_PLAIN_SPACES)) if word]


def _broken(word: str, first: int, room: int, style: Style) -> list[str]:
    pieces: list[str] = []
    start = used = cut = 0
    limit = first
    for index, char in enumerate(word):
        advance = _advance(char, style)
        while used + advance > limit and advance and index > start:
            end = cut if cut > start else index
            pieces.append(word[start:end])
            start, limit = end, room
            used = _advance(word[start:index], style)
        used += advance
        if char in _BREAKS:
            cut = index + 1
    return [*pieces, word[start:]]


def _advance(text: str, style: Style) -> int:
    widths = _advances(style)
    try:
        return sum([widths[char] for char in text])
    except KeyError:
        return sum(widths[char] if char in widths else _fallback(char) for char in text)


class _Known(dict[str, int]):
    """How far each word takes a line on in one cut: its width and that of the space after it.

    Words seen before are held, since the same ones come again and again, and so are the widths
    of `phrases`, short texts that stand on one line as they are where there is room.
    """

    def __init__(self, style: Style) -> None:
        self._style = style
        self.space = _advance(" ", style)
        self.phrases: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        step = _advance(word, self._style) + self.space
        if len(word) <= _SHORT_CHARS and len(self) < _MAX_KNOWN:
            self[word] = step
        return step

    def keep(self, phrase: str, advance: int) -> None:
        if len(self.phrases) < _MAX_KNOWN:
            self.phrases[phrase] = advance


@functools.cache
def _known(style: Style) -> _Known:
    return _Known(style)


def _fallback(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return _WIDE_EM if unicodedata.east_asian_width(char) in ("W", "F") else _UNKNOWN_EM


@functools.cache
def _advances(style: Style) -> dict[str, int]:
    return _table()[style]


@functools.cache
def _table() -> dict[str, dict[str, int]]:
    text = (files("argmap.rendering") / "pt_sans.json").read_text("utf-8")
    table: dict[str, dict[str, int]] = json.loads(text)
    return table
