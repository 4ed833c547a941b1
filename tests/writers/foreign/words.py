"""Read outlines: every claim, document and reason on a line of its own, and every work."""

from __future__ import annotations

import re

from tests.writers.foreign.asked import Asked, missing
from tests.writers.printed import bare


def markdown(asked: Asked) -> None:
    """Take the backslashes away, as a Markdown program does; no letter may be markup."""
    text = asked.made().decode()
    items = [line for line in text.split("\n") if line.lstrip().startswith("- ")]
    headings = re.findall(r"^#{1,2} (.+)$", text, re.M)

    assert not re.findall(r"(?<!\\)[<>`|]", text)
    assert len(headings) >= 2
    assert headings[0] == asked.graph.corpus.title
    _has_all(asked, re.sub(r"\\(.)", r"\1", "\n".join(items)))


def text(asked: Asked) -> None:
    lines = asked.made().decode().split("\n")

    assert lines[0] == asked.graph.corpus.title
    assert lines[-2].endswith("does not say who is right.")
    _has_all(asked, "\n".join(line for line in lines if line.lstrip().startswith("- ")))


def _has_all(asked: Asked, items: str) -> None:
    found = bare(items)

    assert missing(map(bare, asked.nodes.values()), found) == []
    assert missing(map(bare, asked.reasons), found) == []
    assert missing((bare(each.title.rstrip(".")) for each in asked.sources), found) == []
