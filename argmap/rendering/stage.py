"""Lay the scenes of a lesson out on slides of 16 by 9: every shape with its place, as plain data.

The slides for office programs and the pictures that show them are both drawn from this.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from argmap.core.citing import Text
from argmap.core.comparison import Group
from argmap.core.model import Relation
from argmap.rendering.lettering import Lettered
from argmap.rendering.style import Hatch

WIDTH_PT, HEIGHT_PT = 960.0, 540.0
SIDE_PT = 44.0
ROOM_PT = WIDTH_PT - 2 * SIDE_PT
TOP_PT, BOTTOM_PT = 112.0, 494.0
FOOT_PT = 508.0

Form = Literal["round", "folded", "plain", "bare", "band", "disc", "half", "cross", "ring", "dash"]
Side = Literal["top", "left", "bottom", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A shape with its place in points from the upper left corner.

    `form` "bare" is text alone, "band" a strip that is hatched, and the last five are the marks
    of `style.VERDICT_MARKS`. `fill` and `line` are colour roles, empty for none; a `line` that
    `is_dotted` surrounds an undercut. `inset_pt` keeps text off the left and right, `pad_pt` off
    the top and bottom edge; text `is_centred` between those, `is_midway` between the sides.
    `says` is its alternative text.
    """

    name: str
    form: Form
    left_pt: float
    top_pt: float
    width_pt: float
    height_pt: float
    says: str
    fill: str = ""
    line: str = ""
    weight_pt: float = 0.0
    is_dotted: bool = False
    hatch: Hatch | None = None
    paragraphs: tuple[Lettered, ...] = ()
    left_inset_pt: float = 0.0
    right_inset_pt: float = 0.0
    pad_pt: float = 0.0
    is_centred: bool = False
    is_midway: bool = False

    @property
    def right_pt(self) -> float:
        """Where it ends at the right."""
        return self.left_pt + self.width_pt

    @property
    def bottom_pt(self) -> float:
        """Where it ends below."""
        return self.top_pt + self.height_pt

    @property
    def middle_pt(self) -> float:
        """The height of its middle."""
        return self.top_pt + self.height_pt / 2

    def at(self, side: Side) -> tuple[float, float]:
        """Give the middle of one of its sides."""
        across = self.left_pt + self.width_pt / 2
        places = {
            "top": (across, self.top_pt),
            "left": (self.left_pt, self.middle_pt),
            "bottom": (across, self.bottom_pt),
            "right": (self.right_pt, self.middle_pt),
        }
        return places[side]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A line from one shape to another, both by their names, with the head at the second."""

    start: str
    start_side: Side
    end: str
    end_side: Side
    relation: Relation
    is_new: bool
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide: the title first, then shapes in the order in which they are read.

    `title` is a shape too; `notes` are paragraphs for who speaks. `step` is the number of the
    step it shows, from 0: a step that is too long for one slide has several.
    """

    step: int
    title: Shape
    shapes: tuple[Shape, ...]
    links: tuple[Link, ...] = ()
    notes: tuple[Text, ...] = ()


def moved(shape: Shape, left_pt: float, top_pt: float) -> Shape:
    """Put a shape somewhere else."""
    return replace(shape, left_pt=left_pt, top_pt=top_pt)


MARKS: dict[Group, Form] = {
    Group.AGREED: "disc",
    Group.PARTLY: "half",
    Group.DISPUTED: "cross",
    Group.ONE_SIDED: "ring",
    Group.SILENT: "dash",
}
