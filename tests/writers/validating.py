"""Judge PDF/UA by a validator that is no part of argmap, where it is installed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache


@cache
def validator() -> Callable[[bytes], list[str]] | None:
    """Give what lists the rules of PDF/UA-1 that a file breaks, with their sentences."""
    try:
        import page
    except ImportError:
        return None

    def judge(content: bytes) -> list[str]:
        report = page.validate_pdf_bytes(content, profile="ua1")
        assert report.rules.total > 100
        return [f"{each.rule_id} {each.message}" for each in report.failures]

    return judge
