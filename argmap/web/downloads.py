"""List the files a page can be taken home as."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Response

from argmap.core.graph import ArgumentGraph
from argmap.library import Exported, formats
from argmap.web.addresses import url_for
from argmap.writers.format import Format, Order, Scope

# What Flask's `url_for` leaves as it is after the question mark.
_AS_THEY_ARE = "!$'()*,/:;?@"


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
    # Two dozen addresses end alike: on what is asked for, of the accounts or of all of them.
    of_all = _query({**asked, "narratives": ""})
    of_these = _query(asked) if narratives else of_all
    kind = "tree" if scope is Scope.CLAIM else "lanes"
    return tuple(
        Download(
            title=each.title,
            suffix=each.suffix,
            is_picture=each.is_picture,
            is_page=scope in each.lengthy,
            address=_address(
                graph, each, scope, kind, of_all if each.has_all_accounts else of_these
            ),
        )
        for each in formats()
        if scope in each.scopes
    )


def _query(asked: dict[str, str]) -> str:
    return urlencode({name: value for name, value in asked.items() if value}, safe=_AS_THEY_ARE)


def _address(graph: ArgumentGraph, form: Format, scope: Scope, kind: str, query: str) -> str:
    corpus = graph.corpus.id
    if scope in form.lengthy:
        return f"{url_for('teach', corpus=corpus, make=form.name)}&{query}"
    if form.is_picture:
        return f"{url_for('diagram', corpus=corpus, kind=kind, format=form.name)}?{query}"
    return f"{url_for('data', corpus=corpus, format=form.name)}?{query}"


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
