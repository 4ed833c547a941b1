"""Draw the small marks of boxes and legend: whose it is, what it does, where accounts stand."""

from __future__ import annotations

from argmap.core.comparison import Group
from argmap.core.model import Relation
from argmap.rendering import style
from argmap.rendering.sheet import Paint


def swatch(paint: Paint, ground: str, hatch: style.Hatch) -> str:
    """Draw a narrative's colour and hatch in a small field."""
    size = 'width="11" height="8"'
    return paint.again(
        f"swatch-{ground}-{hatch}",
        lambda paint: (
            f"<rect {size}{paint.fill(ground)}/>"
            f'<rect {size}{paint.hatched(hatch)} stroke-width="0.6"{paint.stroke("outline")}/>'
        ),
    )


def verdict(paint: Paint, group: Group) -> str:
    """Draw the mark of a verdict: told apart by shape alone."""
    return paint.again(f"verdict-{group.value}", lambda paint: _verdict(paint, group))


def _verdict(paint: Paint, group: Group) -> str:
    ink = paint.stroke("ink")
    match style.VERDICT_MARKS[group]:
        case "disc":
            return f'<circle cx="5" cy="4" r="4"{paint.fill("ink")}/>'
        case "half":
            return (
                f'<circle cx="5" cy="4" r="3.5" fill="none" stroke-width="1.1"{ink}/>'
                f'<path d="M5 0.5A3.5 3.5 0 0 0 5 7.5Z"{paint.fill("ink")}/>'
            )
        case "cross":
            return f'<path d="M1.5 0.5L8.5 7.5M8.5 0.5L1.5 7.5" stroke-width="1.9"{ink}/>'
        case "ring":
            return f'<circle cx="5" cy="4" r="3.4" fill="none" stroke-width="1.3"{ink}/>'
        case _:
            return f'<path d="M1 4H9" stroke-width="1.6"{ink}/>'


def relation(paint: Paint, kind: Relation) -> str:
    """Draw a short line with the arrowhead of a relation, pointing to the left."""
    return paint.again(f"relation-{kind.value}", lambda paint: _relation(paint, kind))


def _relation(paint: Paint, relation: Relation) -> str:
    stroke = style.STROKES[relation]
    line = f'fill="none" stroke-width="1.3"{paint.stroke(relation.value)}' + (
        f' stroke-dasharray="{_SHORT_DASHES[relation]}"' if stroke.dashes else ""
    )
    solid = paint.fill(relation.value)
    match relation:
        case Relation.SUPPORT:
            return f'<path d="M11 4H5" {line}/><path d="M0 4L6 1V7Z"{solid}/>'
        case Relation.REBUT:
            bar = f'<path d="M1 0.5V7.5" stroke-width="2"{paint.stroke(relation.value)}/>'
            return f'<path d="M11 4H2" {line}/>{bar}'
        case Relation.UNDERCUT:
            return f'<path d="M11 4H5" {line}/><circle cx="3" cy="4" r="2.7"{solid}/>'
        case Relation.QUALIFY:
            diamond = f'stroke-width="0.9"{paint.both("box", relation.value)}'
            return f'<path d="M11 4H6" {line}/><path d="M0.5 4L4 1.5L7.5 4L4 6.5Z" {diamond}/>'


_SHORT_DASHES = {Relation.REBUT: "3 2", Relation.UNDERCUT: "1 1.6"}
