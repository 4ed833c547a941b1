"""Write SVG and DOT pieces, with the one place where each is escaped."""

from __future__ import annotations

from collections.abc import Iterable

import graphviz

from argmap.rendering.measure import printable


def xml(text: str) -> str:
    """Escape a text for the content or an attribute of SVG."""
    return escaped(printable(text))


def escaped(text: str) -> str:
    """Escape a text that was broken into lines, and so is `printable` already."""
    # `str.replace` costs next to nothing where there is nothing to replace.
    text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def dot_text(lines: Iterable[str]) -> str:
    r"""Make a quoted label of lines, set to the left; no text in it can mean anything to Graphviz.

    Entities would be decoded, `<...>` would be HTML and `\N` the node's name.
    """
    escaped = (graphviz.escape(printable(line).rstrip().replace("&", "&amp;")) for line in lines)
    return str(graphviz.quoting.quote("".join(rf"{line}\l" for line in escaped)))


def dot_quoted(text: str) -> str:
    """Quote a name for DOT; what it says is taken as it stands."""
    return str(graphviz.quoting.quote(graphviz.escape(text)))


def node_name(*ids: str) -> str:
    """Name a node after the ids of what it shows; ids are slugs, so the name is no port."""
    return "/".join(ids)


def number(value: float) -> str:
    """Write a length or coordinate in points, to a tenth."""
    return f"{value:.1f}"
