"""List the files a page can be taken home as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Response, url_for

from argmap.core.graph import ArgumentGraph
from argmap.library import Exported, formats
from argmap.writers.format import Format, Order, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One file that is offered."""

    title: str
    """What it is, in words."""

    suffix: str
    """The end of its name, as people know formats."""

    address: str
    """Where it is fetched."""

    is_picture: bool
    """Whether it is a drawing."""

    is_page: bool
    """Whether the address is that of a page where it is ordered, since it takes a while."""


def downloads(
    graph: ArgumentGraph,
    *,
    claim: str = "",
    issue: str = "",
    narratives: str = "",
    depth: str = "",
) -> tuple[Download, ...]:
    """List every format that holds an issue or a claim, in the registry's order.

    Args:
        graph: The corpus.
        claim: A claim's id; either it or `issue` is given.
        issue: An issue's id.
        narratives: The accounts as an address has them; empty for all.
        depth: The depth as an address has it; empty for the usual one.
    """
    scope = Order(graph=graph, claim=claim, issue=issue).scope
    asked = {"claim": claim, "issue": issue, "narratives": narratives, "depth": depth}
    options: dict[str, Any] = {name: value for name, value in asked.items() if value}
    kind = "tree" if scope is Scope.CLAIM else "lanes"
    return tuple(
        Download(
            title=each.title,
            suffix=each.suffix,
            is_picture=each.is_picture,
            is_page=scope in each.lengthy,
            address=_address(graph, each, scope, kind, options),
        )
        for each in formats()
        if scope in each.scopes
    )


def _address(
    graph: ArgumentGraph, form: Format, scope: Scope, kind: str, options: dict[str, Any]
) -> str:
    corpus = graph.corpus.id
    if form.has_all_accounts:
        options = {name: value for name, value in options.items() if name != "narratives"}
    if scope in form.lengthy:
        return url_for("teach", corpus=corpus, make=form.name, **options)
    if form.is_picture:
        return url_for("diagram", corpus=corpus, kind=kind, format=form.name, **options)
    return url_for("data", corpus=corpus, format=form.name, **options)


def attached(exported: Exported) -> Response:
    """Answer with a file to be saved."""
    return handed_out(exported, "attachment")


def handed_out(exported: Exported, disposition: str) -> Response:
    """Answer with a file, "inline" for the window where it was asked for."""
    response = Response(exported.content, content_type=_typed(exported.media_type))
    response.headers.set("Content-Disposition", disposition, filename=exported.file_name)
    return response


def _typed(media_type: str) -> str:
    is_text = media_type.startswith("text/") and "charset" not in media_type
    return f"{media_type}; charset=utf-8" if is_text else media_type
