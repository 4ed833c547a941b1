"""Read of a printed page what a screen reader is told: each text, and the language of its tag."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ContentStream

from tests.writers.printed import reader

_PAIRS = re.compile(rb"beginbfchar(.*?)endbfchar", re.S)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.S)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")


@dataclass(frozen=True)
class Said:
    """A piece of text, or an alternative text, with the language it is tagged with."""

    language: str
    text: str
    is_alternative: bool = False


@dataclass
class _Run:
    """The text of one piece of marked content; `own` is the language of a span within it."""

    text: str = ""
    own: list[tuple[str, str]] = field(default_factory=list)


def said(content: bytes) -> list[Said]:
    """List everything that is read out, in the order of the structure tree.

    A figure is its alternative text: what is painted in it is not read.
    """
    read = reader(content)
    runs = [_runs(page) for page in read.pages]
    numbers = {page.indirect_reference.idnum: index for index, page in enumerate(read.pages)}
    root = read.trailer["/Root"]
    found = list(_walk(root["/StructTreeRoot"], str(root["/Lang"]), None, runs, numbers))
    return _joined(found)


def _joined(found: list[Said]) -> list[Said]:
    """Put pieces together that follow each other in one language."""
    joined: list[Said] = []
    for each in found:
        last = joined[-1] if joined else None
        same = last and (last.language, last.is_alternative) == (each.language, False)
        if last and same and not each.is_alternative:
            joined[-1] = Said(last.language, last.text + each.text)
        else:
            joined.append(each)
    return [each for each in joined if each.text.strip()]


def _walk(
    element: Any, language: str, page: Any, runs: list[dict[int, _Run]], numbers: Mapping[int, int]
) -> Iterator[Said]:
    element = element.get_object()
    if isinstance(element, int):
        run = runs[numbers[page]].get(int(element), _Run())
        for own, text in run.own:
            yield Said(own or language, text)
        return
    if not hasattr(element, "get"):
        return
    if element.get("/Type") == "/OBJR":
        return
    if element.get("/Type") == "/MCR":
        shown = element.raw_get("/Pg").idnum if "/Pg" in element else page
        yield from _walk(element["/MCID"], language, shown, runs, numbers)
        return
    language = str(element.get("/Lang", language))
    page = element.raw_get("/Pg").idnum if "/Pg" in element else page
    if element.get("/Alt"):
        yield Said(language, str(element["/Alt"]), is_alternative=True)
        return
    kids = element.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        yield from _walk(kid, language, page, runs, numbers)
    if element.get("/S") not in ("/Span", "/Strong", "/Em", "/Lbl", "/Link"):
        yield Said(language, "\n")


def _runs(page: Any) -> dict[int, _Run]:
    """Read the marked content of a page by its number, artifacts left out."""
    fonts = {
        name: _characters(font.get_object())
        for name, font in page["/Resources"].get("/Font", {}).items()
    }
    found: dict[int, _Run] = {}
    open_marks: list[tuple[int | None, str]] = []
    characters: Mapping[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"Tf":
            characters = fonts[operands[0]]
        elif operator in (b"BDC", b"BMC"):
            held = operands[1] if operator == b"BDC" else {}
            outer = open_marks[-1] if open_marks else (None, "")
            number = held.get("/MCID", outer[0])
            is_artifact = operands[0] == "/Artifact"
            open_marks.append((None if is_artifact else number, str(held.get("/Lang", outer[1]))))
        elif operator == b"EMC":
            open_marks.pop()
        elif operator in (b"Tj", b"TJ") and open_marks and open_marks[-1][0] is not None:
            number, own = open_marks[-1]
            text = _decoded(operands[0], characters)
            found.setdefault(int(number or 0), _Run()).own.append((own, text))
    return found


def _decoded(shown: Any, characters: Mapping[int, str]) -> str:
    pieces = shown if isinstance(shown, list) else [shown]
    text = ""
    for piece in pieces:
        if isinstance(piece, (str, bytes)):
            raw = getattr(piece, "original_bytes", piece)
            raw = raw if isinstance(raw, bytes) else raw.encode("latin-1")
            codes = (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2))
            text += "".join(characters.get(code, "") for code in codes)
    return text


def _characters(font: Any) -> dict[int, str]:
    """Read which characters the codes of a font stand for."""
    data = font["/ToUnicode"].get_object().get_data()
    found: dict[int, str] = {}
    for block in _PAIRS.findall(data):
        held = _HEX.findall(block)
        for code, text in zip(held[::2], held[1::2], strict=True):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in _RANGES.findall(data):
        held = _HEX.findall(block)
        for first, last, text in zip(held[::3], held[1::3], held[2::3], strict=True):
            start = ord(bytes.fromhex(text.decode()).decode("utf-16-be"))
            for code in range(int(first, 16), int(last, 16) + 1):
                found[code] = chr(start + code - int(first, 16))
    return found
