"""Keep finished pages in memory and answer from them before Flask is asked.

A page is kept under the mark of what it was made from (a corpus's revision), its whole address
and its language, so it never has to be thrown away because it has become wrong: a new revision is
a new key, and old pages fall out as the least recently used.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from wsgiref.headers import Headers

from werkzeug.http import parse_etags

from argmap.web.languages import CHOSEN

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Mark = Callable[[str], str | None]
"""Tells what a path's page is made from; None where the page is not to be kept."""

_LARGEST_SHARE = 8
_NOT_IN_304 = frozenset({"content-type", "content-length", "content-disposition"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A whole response: its headers, `ETag` and length included, and its bytes."""

    headers: tuple[tuple[str, str], ...]
    etag: str
    body: bytes


class PageCache:
    """Hold pages up to a number of bytes, the least recently used leaving first.

    Args:
        max_bytes: The most that bodies may take together. One page may take an eighth of it.
    """

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._bytes = 0
        self._pages: OrderedDict[tuple[str, str], KeptPage] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def get(self, key: tuple[str, str]) -> KeptPage | None:
        """Return the page kept under that key, or None."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: tuple[str, str], page: KeptPage) -> None:
        """Keep a page, unless it alone would crowd out the others."""
        size = _size(key, page)
        if size * _LARGEST_SHARE > self.max_bytes:
            return
        with self._lock:
            if (old := self._pages.pop(key, None)) is not None:
                self._bytes -= _size(key, old)
            self._pages[key] = page
            self._bytes += size
            while self._bytes > self.max_bytes:
                old_key, old = self._pages.popitem(last=False)
                self._bytes -= _size(old_key, old)


class CachedPages:
    """A WSGI application that answers from the cache, and else asks the one behind it.

    Args:
        application: Makes a page that is not kept; only its answers with status 200 are kept.
        mark: Called once for each request with its path, and again after a page was made:
            a corpus that was loaded in between must not leave its page under the old mark.
        cache: Where pages are kept.
    """

    def __init__(self, application: WSGIApplication, mark: Mark, cache: PageCache) -> None:
        self._application = application
        self._mark = mark
        self._cache = cache

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path = environ.get("PATH_INFO", "")
        mark = self._mark(path) if environ["REQUEST_METHOD"] in ("GET", "HEAD") else None
        if mark is None:
            return self._application(environ, start_response)
        key = (mark, _asked(environ))
        page = self._cache.get(key)
        if page is None:
            status, headers, body = self._ask(environ)
            if not status.startswith("200"):
                start_response(status, headers)
                return [body]
            page = _kept(headers, body)
            if self._mark(path) == mark:
                self._cache.put(key, page)
        return _answer(page, environ, start_response)

    def _ask(self, environ: WSGIEnvironment) -> tuple[str, list[tuple[str, str]], bytes]:
        seen: list[tuple[str, list[tuple[str, str]]]] = []

        def note(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> object:
            seen[:] = [(status, headers)]
            return lambda chunk: None

        # A HEAD is made as a GET, so that what it leaves in the cache has a body.
        asked = {**environ, "REQUEST_METHOD": "GET"}
        chunks = self._application(asked, note)  # type: ignore[arg-type]
        try:
            body = b"".join(chunks)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
        status, headers = seen[0]
        return (
            status,
            headers,
            b"" if environ["REQUEST_METHOD"] == "HEAD" and status[0] != "2" else body,
        )


def _asked(environ: WSGIEnvironment) -> str:
    """Name a page by its whole address and the language it is answered in."""
    path = f"{environ.get('SCRIPT_NAME', '')}{environ.get('PATH_INFO', '')}"
    return f"{environ.get(CHOSEN, '')} {path}?{environ.get('QUERY_STRING', '')}"


def _kept(headers: list[tuple[str, str]], body: bytes) -> KeptPage:
    etag = hashlib.sha256(body).hexdigest()[:32]
    named = Headers(list(headers))
    named["ETag"] = f'"{etag}"'
    named["Cache-Control"] = "no-cache"
    named["Content-Length"] = str(len(body))
    return KeptPage(headers=tuple(named.items()), etag=etag, body=body)


def _answer(
    page: KeptPage, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and parse_etags(known).contains_weak(page.etag):
        short = [pair for pair in page.headers if pair[0].lower() not in _NOT_IN_304]
        start_response("304 NOT MODIFIED", short)
        return []
    start_response("200 OK", list(page.headers))
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [page.body]


def _size(key: tuple[str, str], page: KeptPage) -> int:
    """Estimate what a kept page takes: its bytes, its key, and its headers."""
    return len(page.body) + len(key[1]) + 1_000
