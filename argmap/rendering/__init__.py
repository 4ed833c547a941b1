"""Draw diagrams: design, let Graphviz lay out, set the type, and give one SVG.

`DIAGRAMS` lists every kind of diagram; `picture` makes one, and `begin_tree` lets a page
go on meanwhile. Everything that shows a picture, on screen or paper, starts from its SVG.
"""

from __future__ import annotations

from argmap.rendering.boxes import Links
from argmap.rendering.paging import Page, Paged, paged
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
from argmap.rendering.timeline import NARROW_PT, WIDE_PT, TimelinePicture, Zoom
from argmap.rendering.timeline import draw as draw_timeline

__all__ = [
    "DIAGRAMS",
    "NARROW_PT",
    "WIDE_PT",
    "Diagram",
    "Dress",
    "Dresser",
    "Links",
    "Options",
    "Page",
    "Paged",
    "Picture",
    "TimelinePicture",
    "Zoom",
    "begin_tree",
    "draw_timeline",
    "legend",
    "no_links",
    "paged",
    "picture",
    "scale_of",
    "select_tree",
    "tree_prefix",
]
