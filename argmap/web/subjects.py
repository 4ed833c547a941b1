"""List what something can be made about or presented: issues, and the claims of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from argmap.core.graph import ArgumentGraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What something can be made about, as a link."""

    title: str
    """The issue's question or the claim's text."""

    name: str
    """What an issue is called, in a few words; empty for a claim."""

    address: str
    """The page with it chosen."""

    claims: tuple[Subject, ...]
    """The claims of an issue; empty for a claim."""


def subjects(graph: ArgumentGraph, address: Callable[[str, str], str]) -> tuple[Subject, ...]:
    """List the issues of a corpus with their claims, in its order.

    Args:
        graph: The corpus.
        address: Gives the page for "issue" or "claim" and an id.
    """
    return tuple(
        Subject(
            title=issue.question,
            name=issue.title,
            address=address("issue", issue.id),
            claims=tuple(
                Subject(title=claim.text, name="", address=address("claim", claim.id), claims=())
                for claim in graph.claims_of(issue.id)
            ),
        )
        for issue in graph.corpus.issues
    )
