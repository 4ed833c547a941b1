"""Read printed pages with readers that did not write them: pypdf, and the program pdftotext."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET

import pypdf
from pypdf.generic import ContentStream

from tests.programs import program
from tests.writers.validating import validator

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)
_PAINTING = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"Do", b"BI", b"EI"}
_WRITING = {b"Tj", b"TJ", b"'", b'"'}
MOST_PAGES = 4
_STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry "
    "Code Link Annot Figure Formula Form Artifact".split()
)


@lru_cache(maxsize=4)
def reader(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def bare(text: str) -> str:
    """Take out what lines broken for print have elsewhere: white space and soft hyphens.

    The one sign that prints as another is written as it prints.
    """
    plain = "".join(text.split()).replace("\N{SOFT HYPHEN}", "")
    return plain.replace("\N{TILDE OPERATOR}", "~")


def _pdftotext(content: bytes, option: str) -> str:
    reader = program("pdftotext", package="poppler-utils", left_out="Printed words were not read")
    command = [reader, option, "-q", "-enc", "UTF-8", "-", "-"]
    said = subprocess.run(command, input=content, capture_output=True, check=True).stdout
    return said.decode("utf-8", "replace")


def fonts(content: bytes) -> set[str]:
    """Name the fonts that any object of the file uses, without the marks of their subsets."""
    read = reader(content)
    return {
        str(held["/BaseFont"])[1:].partition("+")[2]
        for number in range(1, len(read.xref[0]) + 1)
        if isinstance(held := _object(read, number), dict) and "/BaseFont" in held
    }


def _object(read: pypdf.PdfReader, number: int) -> Any:
    try:
        return read.get_object(number)
    except Exception:  # an unused number
        return None


@lru_cache(maxsize=4)
def texts(content: bytes) -> tuple[str, ...]:
    """Read the text of each page in the order in which it was painted."""
    return tuple(_pdftotext(content, "-raw").split("\f")[:-1])


def text_of(content: bytes) -> str:
    return bare("".join(texts(content)))


def everything_in(content: bytes) -> str:
    """Give all that the file holds: metadata, strings in objects, attachments, streams unpacked."""
    read = reader(content)
    assert not read.attachments
    found = [content.decode("latin-1"), str(read.metadata), str(read.xmp_metadata)]
    for number in range(1, len(read.xref[0]) + 1):
        if (held := _object(read, number)) is None:
            continue
        found.append(repr(held))
        if isinstance(held, pypdf.generic.StreamObject):
            data = held.get_data()
            found += [data.decode("latin-1"), data.decode("utf-16-be", errors="ignore")]
    return bare("".join(found))


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k,
            e * h + f * j + m)  # fmt: skip


def _numbers(operands: Any) -> Matrix:
    return tuple(float(each) for each in operands)  # type: ignore[return-value]


@dataclass
class Stream:
    """What one page paints: how large its type is, and what stands outside marked content."""

    sizes_pt: list[float] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    marks: set[int] = field(default_factory=set)


def stream(page: pypdf.PageObject) -> Stream:
    """Walk a page's operators with the matrices they leave behind."""
    found = Stream()
    now, kept, size, line = _SAME, [], 0.0, _SAME
    depth: list[bool] = []
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"q":
            kept.append((now, size))
        elif operator == b"Q":
            now, size = kept.pop()
        elif operator == b"cm":
            now = _times(_numbers(operands), now)
        elif operator == b"BT":
            line = _SAME
        elif operator == b"Tf":
            size = float(operands[1])
        elif operator == b"Tm":
            line = _numbers(operands)
        elif operator in (b"BDC", b"BMC"):
            number = operands[1].get("/MCID") if operator == b"BDC" else None
            if number is not None:
                found.marks.add(int(number))
            depth.append(number is not None or operands[0] == "/Artifact")
        elif operator == b"EMC":
            depth.pop()
        elif operator in _PAINTING | _WRITING:
            if not any(depth):
                found.unmarked.append(operator.decode())
            if operator in _WRITING:
                a, b, c, d, *_ = _times(line, now)
                found.sizes_pt.append(size * abs(a * d - b * c) ** 0.5)
    return found


@dataclass(frozen=True)
class Word:
    """A word where pdftotext finds it, in points from the upper left corner of its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class PageWords:
    width: float
    height: float
    words: tuple[Word, ...]


# From the lowest to the highest point of the bundled font, as pdftotext measures words.
_HIGH_EM = 1.294


def smallest_pt(content: bytes) -> float:
    """Give the size of the smallest type anywhere, as it is on paper."""
    return min(word.bottom - word.top for page in words(content) for word in page.words) / _HIGH_EM


@lru_cache(maxsize=4)
def words(content: bytes) -> tuple[PageWords, ...]:
    """Read every word and its place."""
    # It passes control characters on, which are none of XML's.
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", _pdftotext(content, "-bbox"))
    root = ET.fromstring(clean)
    space = "{http://www.w3.org/1999/xhtml}"
    return tuple(
        PageWords(
            float(page.attrib["width"]),
            float(page.attrib["height"]),
            tuple(
                Word(
                    word.text or "",
                    *(float(word.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax")),
                )
                for word in page.iter(f"{space}word")
            ),
        )
        for page in root.iter(f"{space}page")
    )


def outside(content: bytes, side_pt: float, ends_pt: float) -> list[tuple[int, Word]]:
    """List the words that reach over the margins."""
    return [
        (number, word)
        for number, page in enumerate(words(content), 1)
        for word in page.words
        if word.left < side_pt - 0.5
        or word.right > page.width - side_pt + 0.5
        or word.top < ends_pt - 0.5
        or word.bottom > page.height - ends_pt + 0.5
    ]


def problems_of_ua(content: bytes) -> list[str]:
    """Have all pages judged by the validator; where there is none, check some of the rules here.

    The rules are named as veraPDF names them (ISO 14289-1).
    """
    if (judge := validator()) is not None:
        return judge(content)
    return [*_of_document(content), *_of_structure(content), *_of_pages(content)]


def _of_document(content: bytes) -> Iterator[str]:
    root = reader(content).trailer["/Root"]
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "6.2: not marked as tagged"
    if not root.get("/Lang"):
        yield "7.2: no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "7.1: the title is not shown"
    metadata = root["/Metadata"].get_data().decode()
    if "<pdfuaid:part>1</pdfuaid:part>" not in metadata:
        yield "5: not said to be PDF/UA-1"
    if not re.search(r"<dc:title>.*?<rdf:li[^>]*>[^<]+</rdf:li>", metadata, re.S):
        yield "7.1: no title in the metadata"


def elements(content: bytes) -> Iterator[Any]:
    """Walk the structure tree in its order."""
    waiting = [reader(content).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0).get_object()
        if not isinstance(element, dict):
            continue
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        waiting[:0] = kids if isinstance(kids, list) else [kids]


def _of_structure(content: bytes) -> Iterator[str]:
    roles = reader(content).trailer["/Root"]["/StructTreeRoot"].get("/RoleMap", {})
    level = 0
    for element in elements(content):
        kind = str(element["/S"])[1:]
        kind = str(roles.get(f"/{kind}", f"/{kind}"))[1:]
        if kind not in _STANDARD:
            yield f"7.1: {kind} is no standard role"
        if kind in ("Figure", "Formula") and not element.get("/Alt"):
            yield "7.3: a figure without alternative text"
        if re.fullmatch(r"H\d", kind):
            if int(kind[1]) > level + 1:
                yield f"7.4.2: {kind} after H{level}"
            level = int(kind[1])
    if not level:
        yield "7.4.2: no heading"


def _of_pages(content: bytes) -> Iterator[str]:
    pages = reader(content).pages
    # All of few, some of many: reading each operator takes its time.
    for index in range(0, len(pages), 1 + len(pages) // MOST_PAGES):
        number, page = index + 1, pages[index]
        painted = stream(page)
        if painted.unmarked:
            yield f"7.1: page {number} paints outside the tags: {set(painted.unmarked)}"
        if page.get("/Tabs") != "/S":
            yield f"7.18.3: page {number} is not tabbed in the order of its tags"
        if painted.marks and "/StructParents" not in page:
            yield f"7.1: page {number} has no way back to the tags"
        for name, font in page["/Resources"].get("/Font", {}).items():
            yield from (f"7.21: page {number}, {name} {each}" for each in _of_font(font))


def _of_font(font: Any) -> Iterator[str]:
    font = font.get_object()
    if "/ToUnicode" not in font:
        yield "says no characters"
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    descriptor = inner["/FontDescriptor"].get_object()
    if not {"/FontFile", "/FontFile2", "/FontFile3"} & descriptor.keys():
        yield "is not embedded"


_GOES_ON = re.compile(
    r"continues\s+(on|in|from)\s+((?:;?\s*(?:page|part)\s+\d+,\s+box(?:es)?\s+[\d,\sand]*\d)+)"
)
_PLACE = re.compile(r"(page|part)\s+(\d+),\s+box(?:es)?\s+([\d,\sand]*\d)")


def references(text: str) -> set[tuple[int, int]]:
    """Read back every "continues on page 3, boxes 12 and 14": pairs of a page and a box."""
    return {
        (int(page), int(box))
        for _, places in _GOES_ON.findall(text)
        for _, page, boxes in _PLACE.findall(places)
        for box in re.findall(r"\d+", boxes)
    }
