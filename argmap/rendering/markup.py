"""Write SVG and DOT pieces, with the one place where each is escaped."""

from __future__ import annotations

from collections.abc import Iterable

import graphviz

from argmap.rendering.measure import printable

_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def xml(text: str) -> str:
    """Escape a text for the content or an attribute of SVG."""
    return printable(text).translate(_XML)


def dot_text(lines: Iterable[str]) -> str:
    r"""Make a label of lines, set to the left; no text in it can mean anything to Graphviz.

    Entities would be decoded, `<...>` would be HTML and `\N` the node's name.
    """
    return "".join(
        graphviz.escape(printable(line).rstrip().replace("&", "&amp;")) + r"\l" for line in lines
    )


def node_name(*ids: str) -> str:
    """Name a node after the ids of what it shows; ids are slugs, so the name is no port."""
    return "/".join(ids)


def number(value: float) -> str:
    """Write a coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
