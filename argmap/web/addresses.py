"""Give the addresses of the records of a corpus: hundreds of them stand on one page."""

from __future__ import annotations

from typing import Any

from flask import g, url_for

from argmap.core.model import SLUG


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
