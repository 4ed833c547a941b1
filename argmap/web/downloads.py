"""List the files a page can be taken home as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import url_for

from argmap.core.graph import ArgumentGraph
from argmap.library import formats
from argmap.writers.format import Order, Scope


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


def downloads(
    graph: ArgumentGraph,
    *,
    claim: str = "",
    issue: str = "",
    narratives: str = "",
    depth: str = "",
) -> tuple[Download, ...]:
    """List every format that holds the corpus, an issue or a claim, in the registry's order.

    Args:
        graph: The corpus.
        claim: A claim's id; at most one of it and `issue` is given.
        issue: An issue's id.
        narratives: The accounts as an address has them; empty for all.
        depth: The depth as an address has it; empty for the usual one.
    """
    scope = Order(graph=graph, claim=claim, issue=issue).scope
    asked = {"claim": claim, "issue": issue, "narratives": narratives, "depth": depth}
    options: dict[str, Any] = {name: value for name, value in asked.items() if value}
    kind = {Scope.CLAIM: "tree", Scope.ISSUE: "lanes", Scope.CORPUS: ""}[scope]
    return tuple(
        Download(
            title=each.title,
            suffix=each.suffix,
            is_picture=each.is_picture,
            address=url_for("data", corpus=graph.corpus.id, format=each.name, **options)
            if not (each.is_picture and kind)
            else url_for("diagram", corpus=graph.corpus.id, kind=kind, format=each.name, **options),
        )
        for each in formats()
        if scope in each.scopes
    )
