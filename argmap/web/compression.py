"""Send text packed to browsers that can unpack it.

Pages, pictures in SVG, style sheets and scripts shrink to a fifth. What has an `ETag` is packed
once and kept in the cache of pages, under that tag, so that the bound on memory holds for both.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING
from wsgiref.headers import Headers

import brotli
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from argmap.web.cache import KeptPage, PageCache

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SMALLEST_BYTES = 1_000
LARGEST_BYTES = 8_000_000
CODINGS = ("br", "gzip")
"""The ways of packing, as browsers name them, the better one first (RFC 7932, RFC 1952)."""
_KEPT_QUALITY, _PASSING_QUALITY = 9, 5
_VARY = ("Vary", "Accept-Encoding")
_LONGEST_CHARS = 200
_TEXT_ALL_THE_SAME = frozenset(
    {
        "application/json",
        "application/x-bibtex",
        "application/x-research-info-systems",
        "application/xml",
    }
)


class Compressed:
    """A WSGI application that packs the text that the one behind it answers with.

    Nobody's secret is on any page and no page says what a stranger sent beside one, so that the
    length of what is packed tells nothing (the attack called BREACH needs both).

    Args:
        application: Answers; it has to have called `start_response` when it returns.
        cache: Where packed bodies are kept, each under the `ETag` of what was packed.
    """

    def __init__(self, application: WSGIApplication, cache: PageCache) -> None:
        self._application = application
        self._cache = cache

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        seen: list[tuple[str, list[tuple[str, str]]]] = []

        def note(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> object:
            seen[:] = [(status, headers)]
            return lambda chunk: None

        chunks = self._application(environ, note)  # type: ignore[arg-type]
        status, headers = seen[0]
        named = Headers(headers)
        is_known = status.startswith("304")
        if not is_known and not _is_text(named):
            start_response(status, headers)
            return chunks
        headers.append(_VARY)
        coding = coding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if not coding:
            start_response(status, headers)
            return chunks
        try:
            body = b"" if is_known else self._pack(environ, named, chunks, coding)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
        _say_packed(named, body, coding)
        start_response(status, named.items())
        return [body] if body else []

    def _pack(
        self, environ: WSGIEnvironment, headers: Headers, chunks: Iterable[bytes], coding: str
    ) -> bytes:
        """Return the body packed; empty where none is sent."""
        if environ["REQUEST_METHOD"] == "HEAD":
            return b""
        etag = headers["ETag"]
        key = (etag or "", f"{coding} {environ.get('PATH_INFO', '')}")
        kept = self._cache.get(key) if etag else None
        if kept is not None:
            return kept.body
        packed = pack(b"".join(chunks), coding, is_kept=bool(etag))
        if etag:
            self._cache.put(key, KeptPage(headers=(), etag=etag, body=packed))
        return packed


def pack(body: bytes, coding: str, *, is_kept: bool) -> bytes:
    """Pack a body in one of the `CODINGS`; more time is taken for what is packed only once."""
    if coding == "br":
        quality = _KEPT_QUALITY if is_kept else _PASSING_QUALITY
        packed: bytes = brotli.compress(body, mode=brotli.MODE_TEXT, quality=quality)
        return packed
    return gzip.compress(body, mtime=0)


def coding_for(header: str) -> str:
    """Choose among the `CODINGS` that a header `Accept-Encoding` allows; empty for none.

    None of today's headers is nearly as long as what is read of one.
    """
    return _coding_for(header) if len(header) <= _LONGEST_CHARS else ""


@lru_cache(maxsize=256)
def _coding_for(header: str) -> str:
    accepted = parse_accept_header(header, Accept)
    return max(CODINGS, key=accepted.quality) if any(map(accepted.quality, CODINGS)) else ""


def _is_text(headers: Headers) -> bool:
    """Tell whether an answer is text, and of a length that is worth the while."""
    media_type = (headers["Content-Type"] or "").partition(";")[0].strip()
    length = headers["Content-Length"] or ""
    if "Content-Encoding" in headers or "Content-Range" in headers:
        return False
    if length and not SMALLEST_BYTES <= int(length) <= LARGEST_BYTES:
        return False
    is_text = media_type.startswith("text/") or media_type in _TEXT_ALL_THE_SAME
    return is_text or media_type.endswith(("+json", "+xml"))


def _say_packed(headers: Headers, body: bytes, coding: str) -> None:
    """Turn the headers of a body into those of its packed form."""
    etag = headers["ETag"]
    if etag and not etag.startswith("W/"):
        # Other bytes, the same page: the tag that says so is a weak one (RFC 9110, 8.8.1).
        headers["ETag"] = f"W/{etag}"
    del headers["Content-Length"]
    if "Content-Type" in headers:
        headers["Content-Encoding"] = coding
    if body:
        headers["Content-Length"] = str(len(body))
