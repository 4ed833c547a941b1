"""Turn the links of a page into links that lead somewhere without a server.

A link to a page of the edition is written `still:PATH#ANCHOR`. A link to what only a server can
make goes, with what it says; a link to another state of the same page leaves its words behind.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from argmap.core.graph import ArgumentGraph
from argmap.writers.edition import LINK

_ANCHOR = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.S)
_HREF = re.compile(r'\shref="([^"]*)"')
_KEY = re.compile(r'\sdata-key="([^"]*)"')
# What another drawing would be needed for: a branch closed or opened, a source's reach marked.
_DRAWN_ANEW = ("branch", "source")
# What the pages' own scripts ask the server for.
_STATE = re.compile(r'\sdata-(?:address|zoom|path|search)="[^"]*"')
_RECORD = re.compile(r'\sdata-id="([^"]*)"')
_FORM = re.compile(r"<form\b.*?</form>", re.S)
_SERVED = re.compile(r"<([a-z]+)\b[^>]*\sdata-served\b[^>]*>")
_PICTURE = re.compile(r'<svg [^>]*class="argmap-picture.*?</svg>', re.S)
_STAGE = re.compile(r'(<p class="sr" role="status" data-said></p>)')
_BOX = re.compile(r'\shref="[^"]*[?;&]box=([^"#&]*)[^"]*"')
# Lists go on under these names; every other option of an address is left to servers.
_GOES_ON = "page"
# The steps of a presentation are addresses of a server; in an edition they are places in a page.
_TOLD, _PRESENTED = "step", "present"
_STEP = re.compile(r'\sdata-step="([^"]*)"')


class Links:
    """Know which addresses of the application are pages of the edition, and under which path."""

    def __init__(self, graph: ArgumentGraph, paths: dict[str, str]) -> None:
        self.graph = graph
        self.at = f"/{graph.corpus.id}/"
        self.paths = {_normal(address): path for address, path in paths.items()}
        self.home = next(iter(paths.values()))
        # Pages of an issue alone stand where those of the whole corpus are looked for.
        self.bare: dict[str, str] = {}
        for address, path in self.paths.items():
            # One presentation does not stand for another.
            if not address.startswith(f"{self.at}{_PRESENTED}?"):
                self.bare.setdefault(address.partition("?")[0], path)

    def further(self, page: str, address: str) -> Iterator[tuple[str, str]]:
        """Find the continuations of a list that are not known yet: their address and path."""
        here = urlsplit(address)
        for href in _HREF.findall(page):
            there = urlsplit(html.unescape(href))
            query = dict(parse_qsl(there.query))
            number = query.pop(_GOES_ON, "")
            if there.path != here.path or not number.isdigit() or query != dict(
                (k, v) for k, v in parse_qsl(here.query) if k != _GOES_ON
            ):  # fmt: skip
                continue
            found = _normal(f"{there.path}?{there.query}")
            first = self.paths.get(_normal(f"{here.path}?{urlencode(query)}"))
            if first is None:
                continue
            if number == "1":
                self.paths.setdefault(found, first)
            elif found not in self.paths:
                self.paths[found] = f"{first.removesuffix('/index')}/page-{number}"
                yield found, self.paths[found]

    def target(self, href: str, here: str) -> str | None:
        """Give the link for an address; empty for what no edition has, None for another state."""
        parts = urlsplit(href)
        if not href or href.startswith("#") or parts.scheme or parts.netloc:
            return href
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        if step := dict(parse_qsl(parts.query)).get(_TOLD):
            anchor = f"#step-{step}"
        exact = self.paths.get(_normal(f"{parts.path}?{parts.query}"))
        if exact is not None:
            return f"{LINK}{exact}{anchor}"
        if parts.path in ("/", self.at):
            return f"{LINK}{self.home}{anchor}"
        if parts.path == f"{self.at}compare":
            issue = dict(parse_qsl(parts.query)).get("issue", "")
            return f"{LINK}{self.bare[parts.path]}{f'#issue-{issue}' if issue else ''}"
        if parts.path == urlsplit(here).path:
            return None
        near = self.bare.get(parts.path)
        if near is not None:
            return f"{LINK}{near}{anchor}"
        return None if self._is_record(parts.path) else ""

    def _is_record(self, path: str) -> bool:
        """Tell whether a path is a record's that this edition leaves out; its name stays."""
        kind, _, id = path.removeprefix(self.at).partition("/")
        graph = self.graph
        known = {
            "claims": graph.claims, "evidence": graph.evidence, "sources": graph.sources,
            "issues": graph.issues, "accounts": graph.narratives,
        }  # fmt: skip
        return id in known.get(kind, ())

    def own_page(self, record: str) -> str:
        """Give the link to the page of what a box shows; to nowhere where there is none."""
        graph = self.graph
        if record in graph.arguments:
            claim = graph.target_claim(graph.argument(record))
            record = claim.id if claim else ""
        kind = "claims" if record in graph.claims else "evidence"
        path = self.paths.get(f"{self.at}{kind}/{record}")
        return f"{LINK}{path}" if path else "#tree"


def relink(page: str, links: Links, here: str) -> str:
    """Rewrite the links of a page, or of a part of one, and take out what needs a server.

    Args:
        page: HTML as the application's templates write it: quotation marks in texts are escaped.
        links: Where everything is.
        here: The address the page has at the application.
    """
    page = _STATE.sub("", _FORM.sub("", _without_served(page)))
    page = _STEP.sub(lambda found: _step(found[1], links, here), page)
    done, after = [], 0
    for picture in _PICTURE.finditer(page):
        done.append(_relinked(page[after : picture.start()], links, here, "span"))
        done.append(_relinked(picture[0], links, here, "g"))
        after = picture.end()
    done.append(_relinked(page[after:], links, here, "span"))
    return "".join(done)


def _step(address: str, links: Links, here: str) -> str:
    target = links.target(html.unescape(address), here)
    return f' data-step="{html.escape(target)}"' if target else ""


def _relinked(part: str, links: Links, here: str, plain: str) -> str:
    def turned(found: re.Match[str]) -> str:
        attributes, inside = found[1], found[2]
        given = _HREF.search(attributes)
        if given is None:
            return found[0]
        href = html.unescape(given[1])
        key = _KEY.search(attributes)
        if key and key[1] in _DRAWN_ANEW:
            return ""
        if key and key[1] == "close":
            href = "#tree"
        box = _box_of(href, here)
        target: str | None
        if box:
            # In a picture a box leads to its page, in words to its place in the picture.
            record = _RECORD.search(attributes)
            target = links.own_page(record[1]) if record else f"#{urlsplit(href).fragment}"
            mark = f' data-box="{html.escape(box)}"'
        else:
            target, mark = links.target(href, here), ""
        if target == "":
            return ""
        if target is None:
            kept = _HREF.sub("", attributes) if plain == "g" else ""
            return f"<{plain}{kept}>{inside}</{plain}>"
        written = f' href="{html.escape(target)}"{mark}'
        return f"<a{attributes.replace(given[0], written, 1)}>{inside}</a>"

    return _ANCHOR.sub(turned, part)


def _box_of(href: str, here: str) -> str:
    parts = urlsplit(href)
    if parts.path != urlsplit(here).path:
        return ""
    query = dict(parse_qsl(parts.query))
    # Another depth, say, is another picture, which the edition does not have.
    return query.get("box", "") if set(query) <= {"box", "depth"} else ""


def with_panels(content: str, panels: Iterable[tuple[str, str]], *, most: int) -> str:
    """Put what is told of each box of a tree behind the picture, where a script finds it.

    Args:
        content: A claim's page.
        panels: The names of boxes, and what is told of each.
        most: How many boxes are told of.
    """
    picture = _PICTURE.search(content)
    drawn = {unquote(html.unescape(each)) for each in _BOX.findall(picture[0] if picture else "")}
    told = [
        f'<template data-panel="{html.escape(box)}">{inside}</template>'
        for box, inside in islice(panels, most)
        if box in drawn
    ]
    return _STAGE.sub(lambda found: f"{found[1]}{''.join(told)}", content, count=1)


def _without_served(page: str) -> str:
    """Take out every element that is marked as needing a server, with all that is in it."""
    while (opening := _SERVED.search(page)) is not None:
        name, depth, end = opening[1], 0, len(page)
        for tag in re.finditer(rf"<(/?){name}\b[^>]*>", page[opening.start() :]):
            depth += -1 if tag[1] else 1
            if depth == 0:
                end = opening.start() + tag.end()
                break
        page = page[: opening.start()] + page[end:]
    return page


def _normal(address: str) -> str:
    """Write an address with its options in a fixed order; empty ones and a step are left out."""
    parts = urlsplit(address)
    options = sorted((k, v) for k, v in parse_qsl(parts.query) if v and k != _TOLD)
    return f"{parts.path}?{urlencode(options)}" if options else parts.path
