"""Draw diagrams: design, let Graphviz lay out, set the type, and give one SVG.

`DIAGRAMS` lists every kind of diagram; `picture` makes one, and `begin_tree` lets a page
go on meanwhile. Everything that shows a picture, on screen or paper, starts from its SVG.
"""

from __future__ import annotations

from argmap.rendering.boxes import Links
from argmap.rendering.picture import (
    DIAGRAMS,
    Diagram,
    Options,
    Picture,
    begin_tree,
    no_links,
    picture,
    select_tree,
)

__all__ = [
    "DIAGRAMS",
    "Diagram",
    "Links",
    "Options",
    "Picture",
    "begin_tree",
    "no_links",
    "picture",
    "select_tree",
]
