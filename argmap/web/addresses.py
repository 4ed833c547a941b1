"""Give the addresses of pages and records: hundreds of them stand on one page."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import flask
from flask import g, request

from argmap.core.model import SLUG

_KEPT = 4_096


def url_for(page: str, /, **named: object) -> str:
    """Give the address of a page as Flask's `url_for` does, put together once.

    The same few dozen stand on every page, and every application here has the same pages.

    Args:
        page: The page's name.
        named: What its address has, and else what follows its question mark; None for nothing.
    """
    asked = tuple([(name, str(value)) for name, value in named.items() if value is not None])
    return _url_for(request.script_root, page, asked)


@lru_cache(maxsize=_KEPT)
def _url_for(root: str, page: str, asked: tuple[tuple[str, Any], ...]) -> str:
    return flask.url_for(page, **dict(asked))


def address_of(kind: str, corpus: str, id: str) -> str:
    """Give the address of a record's page, as `url_for` does and many times as fast.

    What stands before the id is asked for once in a request.

    Args:
        kind: "claim", "evidence", "issue", "narrative" or "source": the page's name and the
            record's kind.
        corpus: The corpus's id.
        id: The record's id.
    """
    if not SLUG.fullmatch(id):
        return _asked_for(kind, corpus, id)
    openings: dict[tuple[str, str], str] = g.setdefault("openings_of_addresses", {})
    opening = openings.get((kind, corpus))
    if opening is None:
        opening = _asked_for(kind, corpus, "x").removesuffix("x")
        openings[kind, corpus] = opening
    return opening + id


def _asked_for(kind: str, corpus: str, id: str) -> str:
    named: dict[str, Any] = {"corpus": corpus, kind: id}
    return url_for(kind, **named)
