"""Open editions and lessons: HTML by Python's own parser, archives file by file."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping

from argmap.writers import FORMATS, lesson
from argmap.writers.format import Scope
from tests.web import documents
from tests.writers import printed
from tests.writers.foreign.asked import Asked, missing
from tests.writers.printed import bare


def block(html: str, id: str) -> str:
    """Unpack a text of an offline edition as its script does."""
    found = re.search(rf'id="{id}">([^<]*)</script>', html)
    assert found is not None
    return zlib.decompress(base64.b64decode(found[1])).decode()


def unpacked(html: str) -> dict[str, str]:
    """Put the pages of an offline edition together again, by their paths."""
    texts = block(html, "packed-texts").split("\0")
    pages = {}
    for path, _, own, steps in json.loads(block(html, "packed-pages"))["pages"]:
        at, content = 0, ""
        for step in steps:
            at += step
            content += texts[at]
        pages[path] = content.replace("\1", own)
    return pages


def offline(asked: Asked) -> None:
    """One file of at most 5 MB has every page, and all claims in words for who has no scripts."""
    content = asked.made()
    whole = documents.read(content.decode())

    assert len(content) <= 5_000_000
    assert whole.unbalanced == []
    assert missing((bare(each.text) for each in asked.own), bare(whole.text)) == []
    _has_pages(asked, unpacked(content.decode()))


def site(asked: Asked) -> None:
    packed = zipfile.ZipFile(io.BytesIO(asked.made()))
    files = {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
    pages = {
        path.removesuffix(".html"): files[path].decode() for path in files if path.endswith("html")
    }

    assert packed.testzip() is None
    assert "index" in pages
    _has_pages(asked, pages)


def _has_pages(asked: Asked, pages: Mapping[str, str]) -> None:
    """Each claim and each document that bears on one has a page with its text and its map."""
    of_claims = {path.partition("/")[2] for path in pages if path.startswith("claims/")}

    assert of_claims == {each.id for each in asked.own}
    for kind, records in (("claims", asked.own), ("evidence", asked.evidence)):
        for record in records:
            read = documents.read(pages[f"{kind}/{record.id}"])

            assert read.unbalanced == [], record.id
            assert bare(record.text) in bare(read.text), record.id
            assert kind == "evidence" or read.all("svg"), record.id


def lesson_packed(asked: Asked) -> None:
    """Everything that an issue has is in it once, with its key, and the first page names it.

    Each file is opened by its own reader where its format is tested; here it is there and whole.
    """
    packed = zipfile.ZipFile(io.BytesIO(asked.made()))
    files = {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
    fitting = [f for f in FORMATS if Scope.ISSUE in f.scopes and f.name != "lesson"]
    keyed = [f for f in fitting if any(option.name == "key" for option in f.options)]
    cover = printed.text_of(files.pop(lesson.COVER))

    assert packed.testzip() is None
    assert len(files) == len(fitting) + len(keyed)
    assert sum("-key." in path for path in files) == len(keyed)
    assert missing(map(bare, files), cover) == []
    assert bare(asked.graph.issue(asked.order.issue).question) in cover
    for form in fitting:
        named = [path for path in files if path.endswith(f".{form.suffix}")]
        assert any(files[path] for path in named), form.name
