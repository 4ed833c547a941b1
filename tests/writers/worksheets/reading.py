"""Read a sheet with readers that did not write it: poppler for the page, pypdf for the file."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from re import finditer

import pypdf
import pytest

from argmap.core.graph import ArgumentGraph
from argmap.readers import claim_folder
from tests.writers import printed

CLAIMS = Path(__file__).resolve().parents[3] / "claims"
CORPORA = [each.name for each in sorted(CLAIMS.iterdir()) if each.is_dir()]


@cache
def shipped(name: str) -> ArgumentGraph:
    return ArgumentGraph(claim_folder.read(CLAIMS / name).corpus)


@dataclass(frozen=True)
class Word:
    """A word where poppler found it, in points from the upper left of its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]


def pages(content: bytes) -> tuple[Page, ...]:
    """Say where each word stands."""
    if shutil.which("pdftotext") is None:
        sentence = "Worksheets were not read back: pdftotext (poppler-utils) is not installed."
        if os.environ.get("ARGMAP_REQUIRE_ALL") == "1":
            pytest.fail(sentence, pytrace=False)
        pytest.skip(sentence)
    done = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=content, capture_output=True, check=True
    )
    return tuple(_pages(done.stdout.decode()))


def _pages(written: str) -> Iterator[Page]:
    number = r'"([-\d.]+)"'
    for piece in written.split("<page ")[1:]:
        size = next(finditer(f"width={number} height={number}", piece))
        places = f"<word xMin={number} yMin={number} xMax={number} yMax={number}>(.*?)</word>"
        yield Page(
            width=float(size[1]),
            height=float(size[2]),
            words=tuple(
                Word(unescape(at[5]), *(float(each) for each in at.groups()[:4]))
                for at in finditer(places, piece)
            ),
        )


def bare(text: str) -> str:
    """Leave out what a line break may change."""
    return "".join(text.split()).replace("\N{SOFT HYPHEN}", "")


def text_of(content: bytes) -> str:
    """Give what stands on the pages, without spaces."""
    return bare("".join(word.text for page in pages(content) for word in page.words))


def everything_in(content: bytes) -> str:
    """Give all that the file holds: metadata, strings in objects, attachments, streams unpacked."""
    read = pypdf.PdfReader(io.BytesIO(content))
    assert not read.attachments
    found = [content.decode("latin-1"), str(read.metadata), str(read.xmp_metadata)]
    for number in range(1, len(read.xref[0]) + 1):
        try:
            held = read.get_object(number)
        except Exception:  # an unused number
            continue
        found.append(repr(held))
        if isinstance(held, pypdf.generic.StreamObject):
            data = held.get_data()
            found += [data.decode("latin-1"), data.decode("utf-16-be", errors="ignore")]
    return bare("".join(found))


def check_page(content: bytes) -> None:
    """See that no page is empty, all stands inside the margins, and a class can read it."""
    assert printed.problems_of_ua(content) == []
    assert printed.smallest_pt(content) >= 7.99
    for page in pages(content):
        assert page.words, "an empty page"
        for word in page.words:
            assert 40 <= word.left <= word.right <= page.width - 40, word
            assert 20 <= word.top <= word.bottom <= page.height - 20, word
            # PT Sans is 1.29 times as high as its size; head and foot are no reading matter.
            if word.top > 50 and word.bottom < page.height - 40:
                assert word.bottom - word.top >= 10 * 1.29 - 0.1, word
