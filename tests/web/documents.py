"""Read a page the way a checker does: elements, headings, links, what is inline."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
) | frozenset({"circle", "path", "rect", "stop", "polygon", "polyline", "ellipse", "line", "use"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass
class Document:
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    text: str = ""
    script: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def links(self) -> list[str]:
        return [link["href"] for link in self.all("a") if link.get("href")]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.document.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag in _HEADINGS:
            self.document.headings.append((int(tag[1]), ""))
        if tag not in _VOID:
            self.open.append(tag)
        # What browsers never execute: the data that search engines read.
        self.is_data_block = dict(attrs).get("type") == "application/ld+json"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.document.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.document.unbalanced.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["script"] and self.is_data_block:
            self.document.blocks.append(json.loads(data))
            return
        if "script" in self.open or "style" in self.open:
            self.document.script += data
            return
        self.document.text += data
        if self.open and self.document.headings and _HEADINGS & set(self.open):
            level, text = self.document.headings[-1]
            self.document.headings[-1] = (level, text + data)


def read(html: str) -> Document:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.document.unbalanced += reader.open
    return reader.document
