import re

from argmap.core.comparison import Group
from argmap.core.model import Relation
from argmap.rendering import marks
from argmap.rendering.sheet import Paint
from argmap.rendering.style import GREY

PAINT = Paint(GREY, "p-")


def without_colour(svg: str) -> str:
    return re.sub(r' (?:class|fill|stroke)="[^"]*"', "", svg)


def test_verdicts_differ_by_shape() -> None:
    drawn = {without_colour(marks.verdict(PAINT, group)) for group in Group}

    assert len(drawn) == len(Group)


def test_relations_differ_by_shape() -> None:
    drawn = {without_colour(marks.relation(PAINT, relation)) for relation in Relation}

    assert len(drawn) == len(Relation)


def test_same_mark_is_the_same_each_time() -> None:
    assert marks.swatch(PAINT, "account-0", "dots") == marks.swatch(PAINT, "account-0", "dots")
