"""Draw diagrams: design, let Graphviz lay out, set the type, and give one SVG.

`DIAGRAMS` lists every kind of diagram; `picture` makes one, and `begin_tree` lets a page
go on meanwhile. `paging.paged` cuts one for sheets of paper, `timeline.draw` draws the events;
each is loaded by who uses it. Everything that shows a picture, on screen or paper, starts
from its SVG.
"""

from __future__ import annotations

from argmap.rendering.boxes import Links
from argmap.rendering.picture import (
    DIAGRAMS,
    Diagram,
    Options,
    Picture,
    begin_tree,
    legend,
    no_links,
    picture,
    select_tree,
    tree_prefix,
)
from argmap.rendering.style import scale_of
from argmap.rendering.svg import Dress, Dresser

__all__ = [
    "DIAGRAMS",
    "Diagram",
    "Dress",
    "Dresser",
    "Links",
    "Options",
    "Picture",
    "begin_tree",
    "legend",
    "no_links",
    "picture",
    "scale_of",
    "select_tree",
    "tree_prefix",
]
