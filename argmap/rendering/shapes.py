"""Draw the outlines that tell the boxes apart without colour.

A claim is round-cornered and heavy, a document has a folded corner, a step that joins premises
has cut corners, a stub is a pill; an undercut is outlined in dots.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from argmap.core.model import Relation
from argmap.rendering import style
from argmap.rendering.markup import number
from argmap.rendering.sheet import BAND_PT, Paint

FOLD_PT = 9.0
CORNER_PT = 7.0

_Frame = tuple[str, str]


def frame(
    paint: Paint,
    kind: str,
    width: float,
    height: float,
    relation: Relation | None = None,
    weight: float = 0,
) -> _Frame:
    """Draw the ground and the outline of a box; a band may go between them.

    Args:
        paint: Colours and ids.
        kind: "claim", "evidence", "argument" or "more".
        width: In points.
        height: In points.
        relation: What the box does to its target; an undercut is dotted.
        weight: The width of a claim's outline; 0 for the usual one.
    """
    return _FRAMES[kind](paint, width, height, relation, weight)


def band(paint: Paint, looks: Sequence[tuple[str, style.Hatch]], kind: str, height: float) -> str:
    """Draw the hatched band at the left edge, shared out between the voices.

    Args:
        paint: Colours and ids.
        looks: The colour role and hatch of each voice, from the top; none gives no band.
        kind: What the box shows; the band follows its corners.
        height: The height of the box.
    """
    inset = CORNER_PT if kind == "claim" else 0.0
    each = height / max(len(looks), 1)
    drawn = []
    for index, (ground, hatch) in enumerate(looks):
        top = inset if index == 0 else 0.0
        bottom = inset if index == len(looks) - 1 else 0.0
        y, end = index * each, (index + 1) * each
        path = (
            f"M{number(BAND_PT)} {number(y)}V{number(end)}H{number(bottom)}"
            f"A{number(bottom)} {number(bottom)} 0 0 1 0 {number(end - bottom)}"
            f"V{number(y + top)}A{number(top)} {number(top)} 0 0 1 {number(top)} {number(y)}Z"
        )
        drawn.append(f'<path d="{path}"{paint.fill(ground)}/>')
        drawn.append(f'<path d="{path}"{paint.hatched(hatch)}/>')
    return "".join(drawn)


def _claim(
    paint: Paint, width: float, height: float, relation: Relation | None, weight: float
) -> _Frame:
    size = f'width="{number(width)}" height="{number(height)}" rx="{number(CORNER_PT)}"'
    dashes = _dashes(relation)
    return (
        f"<rect {size}{paint.fill('box')}/>",
        f'<rect {size} fill="none" stroke-width="{number(weight or 1.5)}"{dashes}'
        f"{paint.stroke('ink')}/>",
    )


def _document(
    paint: Paint, width: float, height: float, relation: Relation | None, weight: float
) -> _Frame:
    w, h, fold = number(width), number(height), number(FOLD_PT)
    path = f"M0 0H{number(width - FOLD_PT)}L{w} {fold}V{h}H0Z"
    corner = f"M{number(width - FOLD_PT)} 0V{fold}H{w}Z"
    return (
        f'<path d="{path}"{paint.fill("box")}/>',
        f'<path d="{path}" fill="none" stroke-width="0.8"{_dashes(relation)}'
        f'{paint.stroke("outline")}/><path d="{corner}" stroke-width="0.8"'
        f"{paint.both('rule', 'outline')}/>",
    )


def _step(
    paint: Paint, width: float, height: float, relation: Relation | None, weight: float
) -> _Frame:
    w, h, cut = number(width), number(height), 8
    path = (
        f"M0 0H{number(width - cut)}L{w} {cut}V{number(height - cut)}L{number(width - cut)} {h}H0Z"
    )
    return (
        f'<path d="{path}"{paint.fill("box")}/>',
        f'<path d="{path}" fill="none" stroke-width="0.8"{_dashes(relation)}'
        f"{paint.stroke('outline')}/>",
    )


def _stub(
    paint: Paint, width: float, height: float, relation: Relation | None, weight: float
) -> _Frame:
    size = f'width="{number(width)}" height="{number(height)}" rx="{number(height / 2)}"'
    shape = f'<rect {size} stroke-width="0.7" stroke-dasharray="2 2"'
    return (f"{shape}{paint.both('paper', 'outline')}/>", "")


def _dashes(relation: Relation | None) -> str:
    """Dot the outline of an undercut: it attacks a step and not what the step rests on."""
    dotted = relation is Relation.UNDERCUT
    return f' stroke-dasharray="{style.STROKES[relation].dashes}"' if dotted and relation else ""


_FRAMES: dict[str, Callable[[Paint, float, float, Relation | None, float], _Frame]] = {
    "claim": _claim,
    "evidence": _document,
    "argument": _step,
    "more": _stub,
}
