"""Hold every colour, line and shape of the pictures, for light, dark, grey and high contrast.

Narratives are told apart by colour, hatch and name, from their place in the corpus; relations by
colour, arrowhead and line; verdicts by mark and word. None of it depends on colour alone, and
no narrative owns red. Colours follow Okabe and Ito's and Tol's palettes, which people with a
colour vision deficiency can tell apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from argmap.core.comparison import Group
from argmap.core.model import Relation

PaletteName = Literal["colour", "grey", "contrast", "large"]
FONT_FAMILY = "PT Sans, Noto Sans, Arial, sans-serif"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """How the line of a relation looks: Graphviz's names, and the dashes of our own drawing.

    `head_pt` is how long Graphviz draws the arrowhead at `ARROW_SIZE`.
    """

    arrowhead: str
    head_pt: float
    line: str
    dashes: str
    width_pt: float


ARROW_SIZE = 0.7
STROKES: Mapping[Relation, Stroke] = MappingProxyType(
    {
        Relation.SUPPORT: Stroke(
            arrowhead="normal", head_pt=7, line="solid", dashes="", width_pt=1.3
        ),
        Relation.REBUT: Stroke(
            arrowhead="tee", head_pt=1.75, line="dashed", dashes="5 3", width_pt=1.3
        ),
        Relation.UNDERCUT: Stroke(
            arrowhead="dot", head_pt=5.6, line="dotted", dashes="1.2 2.6", width_pt=1.6
        ),
        Relation.QUALIFY: Stroke(
            arrowhead="odiamond", head_pt=8.4, line="solid", dashes="", width_pt=0.9
        ),
    }
)
JOINED = Stroke(arrowhead="none", head_pt=0, line="solid", dashes="", width_pt=0.9)

Hatch = Literal["rising", "falling", "dots", "upright", "grid", "level"]
HATCHES: tuple[Hatch, ...] = ("rising", "falling", "dots", "upright", "grid", "level")
OBSERVER_HATCHES: tuple[Hatch, ...] = ("level", "grid", "dots")


def look(place: int, *, observes: bool) -> tuple[str, Hatch]:
    """Return the colour role and the hatch of the narrative at a place among those of its role."""
    if observes:
        return "observer", OBSERVER_HATCHES[place % len(OBSERVER_HATCHES)]
    # After one round of colours the hatches are shifted, so that no pair comes twice.
    turns, index = divmod(place, len(HATCHES))
    return f"account-{index}", HATCHES[(index + turns) % len(HATCHES)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one kind of paper or screen, as `#rrggbb`.

    `accounts` and `hatches` run parallel: the ground and the lines of an account's band.
    """

    paper: str
    box: str
    ink: str
    muted: str
    rule: str
    outline: str
    relations: Mapping[Relation, str]
    accounts: tuple[str, ...]
    washes: tuple[str, ...]
    observer: str
    observer_wash: str
    hatch: str
    joined: str


COLOUR = Palette(
    paper="#fdfcf9",
    box="#ffffff",
    ink="#1c1b19",
    muted="#5b5751",
    rule="#d8d3c8",
    outline="#6f6a62",
    relations=MappingProxyType(
        {
            Relation.SUPPORT: "#00694c",
            Relation.REBUT: "#b0450a",
            Relation.UNDERCUT: "#8a2560",
            Relation.QUALIFY: "#55514b",
        }
    ),
    accounts=("#f0b545", "#7cc3ec", "#d3a0bf", "#c3c26a", "#9d97d4", "#d98f9d"),
    washes=("#fdf3de", "#e8f4fc", "#f8edf4", "#f6f6e2", "#eeedf8", "#fbecef"),
    observer="#c9c7c3",
    observer_wash="#f2f1ef",
    hatch="#1c1b19",
    joined="#6f6a62",
)
GREY = Palette(
    paper="#ffffff",
    box="#ffffff",
    ink="#000000",
    muted="#4d4d4d",
    rule="#c8c8c8",
    outline="#555555",
    relations=MappingProxyType(dict.fromkeys(Relation, "#2b2b2b")),
    accounts=("#d9d9d9", "#f2f2f2", "#bdbdbd", "#e6e6e6", "#cccccc", "#f7f7f7"),
    washes=("#f4f4f4", "#fafafa", "#efefef", "#f7f7f7", "#f2f2f2", "#fbfbfb"),
    observer="#ffffff",
    observer_wash="#ffffff",
    hatch="#000000",
    joined="#555555",
)
CONTRAST = Palette(
    paper="#ffffff",
    box="#ffffff",
    ink="#000000",
    muted="#000000",
    rule="#000000",
    outline="#000000",
    relations=MappingProxyType(
        {
            Relation.SUPPORT: "#004d38",
            Relation.REBUT: "#8a2f00",
            Relation.UNDERCUT: "#6a0047",
            Relation.QUALIFY: "#000000",
        }
    ),
    accounts=("#ffb000", "#56b4e9", "#e07fb9", "#d8d64a", "#8f86e0", "#ee8888"),
    washes=("#ffffff",) * 6,
    observer="#ffffff",
    observer_wash="#ffffff",
    hatch="#000000",
    joined="#000000",
)
DARK = Palette(
    paper="#16181c",
    box="#1f2227",
    ink="#ece9e3",
    muted="#b3aea5",
    rule="#3d4047",
    outline="#8d8a84",
    relations=MappingProxyType(
        {
            Relation.SUPPORT: "#4fc59b",
            Relation.REBUT: "#f08a4b",
            Relation.UNDERCUT: "#e389ba",
            Relation.QUALIFY: "#b3aea5",
        }
    ),
    accounts=("#a9720f", "#2d6f9b", "#8d4f77", "#7c7b2a", "#5b549f", "#93495a"),
    washes=("#262119", "#19232b", "#261d24", "#222219", "#1f1e2b", "#271c1f"),
    observer="#55565a",
    observer_wash="#1d1f23",
    hatch="#f3efe7",
    joined="#8d8a84",
)
PALETTES: Mapping[PaletteName, Palette] = MappingProxyType(
    {"colour": COLOUR, "grey": GREY, "contrast": CONTRAST, "large": CONTRAST}
)
LARGE_PRINT = 1.75
"""How much larger `large` is drawn: no type under 14 pt."""


def scale_of(palette: PaletteName) -> float:
    """Tell how many times its usual size a picture in this palette is drawn."""
    return LARGE_PRINT if palette == "large" else 1.0


def roles(palette: Palette) -> dict[str, str]:
    """Give the colour of every role a shape or text can play; roles are the CSS class names."""
    named = {
        name: getattr(palette, name)
        for name in ("paper", "box", "ink", "muted", "rule", "outline", "hatch", "joined")
    }
    named |= {relation.value: colour for relation, colour in palette.relations.items()}
    for index, (account, wash) in enumerate(zip(palette.accounts, palette.washes, strict=True)):
        named |= {f"account-{index}": account, f"wash-{index}": wash}
    return named | {"observer": palette.observer, "wash-observer": palette.observer_wash}


def stylesheet(palette: Palette, scope: str) -> str:
    """Write the CSS that recolours pictures embedded in a page.

    Args:
        palette: The colours wanted, `DARK` for a dark page.
        scope: The selector of what holds the pictures, `.argmap-picture` for all of them.
    """
    return "".join(
        f"{scope} .f-{role} {{ fill: {colour}; }}\n{scope} .s-{role} {{ stroke: {colour}; }}\n"
        for role, colour in roles(palette).items()
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21.

    Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


VERDICT_MARKS: Mapping[Group, str] = MappingProxyType(
    {
        Group.AGREED: "disc",
        Group.PARTLY: "half",
        Group.DISPUTED: "cross",
        Group.ONE_SIDED: "ring",
        Group.SILENT: "dash",
    }
)
