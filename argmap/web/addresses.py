"""Give the addresses of pages and records: hundreds of them stand on one page."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import flask
from flask import request

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
def _url_for(root: str, page: str, asked: tuple[tuple[str, str], ...]) -> str:
    named: dict[str, Any] = dict(asked)
    return flask.url_for(page, **named)


def address_of(kind: str, corpus: str, id: str) -> str:
    """Give the address of a record's page, as `url_for` does and many times as fast.

    Args:
        kind: "claim", "evidence", "issue", "narrative" or "source": the page's name and the
            record's kind.
        corpus: The corpus's id.
        id: The record's id.
    """
    if SLUG.fullmatch(id):
        return _opening(request.script_root, kind, corpus) + id
    return url_for(kind, **{"corpus": corpus, kind: id})


@lru_cache(maxsize=_KEPT)
def _opening(root: str, kind: str, corpus: str) -> str:
    """Give what stands before the id in the address of a record's page."""
    return _url_for(root, kind, (("corpus", corpus), (kind, "x"))).removesuffix("x")
