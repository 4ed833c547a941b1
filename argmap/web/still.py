"""Publish a corpus as pages that need no server: ask the application for each, and cut it out."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, render_template
from werkzeug.test import Client, TestResponse

from argmap.core import language, wording
from argmap.core.graph import ArgumentGraph
from argmap.errors import InvalidInput, TooLarge
from argmap.library import holding
from argmap.web import treeview
from argmap.web.languages import of_corpus
from argmap.web.panel import panels
from argmap.web.settings import Settings
from argmap.web.still_facts import facts
from argmap.web.still_links import Links, relink, with_panels
from argmap.writers.edition import HOME, Edition, StillPage
from argmap.writers.format import Order
from argmap.writers.site import records

_STATIC = Path(__file__).parent / "static"
STYLES = (
    "argmap.css", "pictures.css", "search.css", "glance.css", "present.css", "still.css",
)  # fmt: skip
SCRIPTS = (
    "map.js", "overview.js", "copy.js", "present.js",
    "still/panel.js", "still/search.js", "still/compare.js", "still/offline.js",
)  # fmt: skip
MOST_PANELS = 200
MOST_PAGES = 20_000
_FONT = re.compile(r'url\("vendor/[^"]*/([^"/]*)"\)')
_OPENING, _CLOSING = "<!--still-begins-->", "<!--still-ends-->"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page of the edition: its path there, and the address that the application has it at."""

    path: str
    address: str


def edition(order: Order, create_app: Callable[..., Flask]) -> Edition:
    """Make the pages of a whole corpus, or of one issue with all that its claims rest on.

    Args:
        order: What is wanted. Its progress is told before every page, and may end the work by
            an error.
        create_app: Makes the application that shows the pages.

    Raises:
        InvalidInput: One claim was ordered, or more pages than an edition holds.
    """
    graph = order.graph
    if order.claim:
        raise InvalidInput("An edition holds one corpus or one issue, not one claim.")
    wanted = tuple(_wanted(graph, order.issue))
    if len(wanted) > MOST_PAGES:
        raise InvalidInput(f"An edition has at most {MOST_PAGES} pages; this would be more.")
    settings = Settings(address=order.address.rstrip("/"), engine=order.engine, cache_mb=0)  # type: ignore[arg-type]  # the engine itself refuses a name it does not have
    app = create_app(settings, library=holding(graph.corpus), is_still=True)
    crawler = _Crawler(app, order, wanted)
    pages = tuple(crawler.pages())
    return Edition(
        shell=crawler.shell(),
        pages=pages,
        home=pages[0].path,
        style=_style(),
        fonts=_fonts(),
        scripts={name: (_STATIC / name).read_text("utf-8") for name in SCRIPTS},
        readme=crawler.readme(),
        facts=facts(graph, {page.path for page in pages}, order.issue),
        about=_about(order),
    )


def _wanted(graph: ArgumentGraph, issue: str) -> Iterator[Wanted]:
    at = f"/{graph.corpus.id}"
    only = f"?issue={issue}" if issue else ""
    if not issue:
        yield Wanted(HOME, f"{at}/")
    for id in [issue] if issue else graph.issues:
        yield Wanted(f"issues/{id}", f"{at}/issues/{id}")
    for name in ("compare", "timeline", "matrix"):
        yield Wanted(name, f"{at}/{name}{only}")
    if not issue:
        yield Wanted("sources/index", f"{at}/sources/")
        for each in graph.corpus.narratives:
            yield Wanted(f"accounts/{each.id}", f"{at}/accounts/{each.id}")
        for id in graph.issues:
            for name in ("timeline", "matrix"):
                yield Wanted(f"{name}/{id}", f"{at}/{name}?issue={id}")
    for kind, ids in records(graph, issue).items():
        for id in ids:
            yield Wanted(f"{kind}/{id}", f"{at}/{kind}/{id}")
    yield from _presented(graph, issue)
    yield Wanted("method", "/method")
    yield Wanted("about", "/about")


def _presented(graph: ArgumentGraph, issue: str) -> Iterator[Wanted]:
    at = f"/{graph.corpus.id}/present"
    claims = [claim.id for claim in graph.claims_of(issue)] if issue else graph.claims
    for id in [issue] if issue else graph.issues:
        yield Wanted(f"present/issues/{id}", f"{at}?issue={id}")
    for id in claims:
        yield Wanted(f"present/claims/{id}", f"{at}?claim={id}")


class _Crawler:
    """Ask the application for one page after the other."""

    def __init__(self, app: Flask, order: Order, wanted: tuple[Wanted, ...]) -> None:
        self.app, self.order, self.graph = app, order, order.graph
        self.client = Client(app)
        self.wanted = wanted
        self.links = Links(order.graph, {each.address: each.path for each in wanted})

    def pages(self) -> Iterator[StillPage]:
        todo = list(self.wanted)
        for number, each in enumerate(todo):
            self.order.progress(language.t("pages"), number, len(todo))
            html = self._asked(each)
            # A long list goes on at other addresses, which come to light only here.
            todo += [Wanted(path, at) for at, path in self.links.further(html, each.address)]
            if len(todo) > MOST_PAGES:
                raise InvalidInput(f"An edition has at most {MOST_PAGES} pages; this has more.")
            title, content = _cut(html)
            yield StillPage(path=each.path, title=title, content=self._finished(each, content))
        yield StillPage(path="search", title=wording.STILL["search"], content=self.search())
        self.order.progress(language.t("pages"), len(todo), len(todo))

    def _asked(self, each: Wanted) -> str:
        if each.path.startswith("claims/"):
            # The whole tree, where it can be drawn.
            response = self._get(f"{each.address}?depth=all")
            if response.status_code == 200 and '"no-picture"' not in response.get_data(True):
                return response.get_data(as_text=True)
        response = self._get(each.address)
        if response.status_code != 200:
            raise TooLarge(f"The page {each.path!r} cannot be made: {response.status}.")
        return response.get_data(as_text=True)

    def _get(self, address: str) -> TestResponse:
        return self.client.get(address, headers={"Accept-Language": language.code()})

    def _finished(self, each: Wanted, content: str) -> str:
        if each.path.startswith("claims/"):
            content = with_panels(content, self._panels(each), most=MOST_PANELS)
        return relink(content, self.links, each.address)

    def _panels(self, each: Wanted) -> Iterator[tuple[str, str]]:
        """Tell of each box in the whole tree of a claim; of none where the tree is too large."""
        with self.app.test_request_context(f"{each.address}?depth=all"):
            of_corpus(self.graph.corpus.language)
            try:
                view = treeview.read(self.graph, each.path.partition("/")[2])
                shown = treeview.show(self.graph, view)
            except TooLarge:
                return
            written = self.app.jinja_env.get_template("parts/panel.html").module
            for box, panel in panels(self.graph, shown):
                yield box, str(written.panel(panel))  # type: ignore[attr-defined]

    def shell(self) -> str:
        icon = base64.b64encode((_STATIC / "mark.svg").read_bytes()).decode()
        about = {"issue": self.order.issue, "address": self.order.address, "icon": icon}
        return self._drawn("still/shell.html", **about)

    def search(self) -> str:
        return self._drawn("still/search.html")

    def readme(self) -> str:
        from argmap.web.still_reading import reading

        return self._drawn("still/reading.html", page=reading(self.graph, self.order.issue))

    def _drawn(self, template: str, **values: object) -> str:
        at = f"/{self.graph.corpus.id}/"
        with self.app.test_request_context(at):
            of_corpus(self.graph.corpus.language)
            html = render_template(template, corpus=self.graph.corpus, **values)
        return relink(html, self.links, at)


def _cut(html: str) -> tuple[str, str]:
    """Take the title, escaped as it stands, and the content out of what the application gave."""
    title = html.partition("<title>")[2].partition("</title>")[0]
    return title, html.partition(_OPENING)[2].partition(_CLOSING)[0]


def _style() -> str:
    """Join the style sheets; fonts are named as the edition holds them."""
    fonts = _FONT.sub(r'url("fonts/\1")', (_STATIC / "fonts.css").read_text("utf-8"))
    return fonts + "\n".join((_STATIC / name).read_text("utf-8") for name in STYLES)


def _fonts() -> dict[str, bytes]:
    vendor = _STATIC / "vendor"
    named = {path.name: path.read_bytes() for path in sorted(vendor.glob("*/*.woff2"))}
    licences = sorted({path.parent / "LICENSE" for path in vendor.glob("*/*.woff2")})
    return named | {f"LICENSE-{path.parent.name}.txt": path.read_bytes() for path in licences}


def _about(order: Order) -> dict[str, str]:
    corpus = order.graph.corpus
    return {
        "title": order.graph.issue(order.issue).question if order.issue else corpus.title,
        "corpus": corpus.title,
        "licence": corpus.licence,
        "date": str(corpus.revised or ""),
        "address": order.address.rstrip("/"),
    }
