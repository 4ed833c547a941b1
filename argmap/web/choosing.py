"""Offer the records that a page can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An issue or a claim that a page can be about."""

    id: str
    """Its id, as an address has it."""

    name: str
    """Its name in a list."""

    is_on: bool
    """Whether the page is about it."""
