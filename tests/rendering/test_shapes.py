import xml.etree.ElementTree as ET

import pytest

from argmap.core.model import Relation
from argmap.rendering import shapes
from argmap.rendering.sheet import Paint
from argmap.rendering.style import COLOUR

PAINT = Paint(COLOUR, "p-")
KINDS = ("claim", "evidence", "argument", "more")


def test_kinds_differ_in_shape_alone() -> None:
    drawn = {kind: ET.fromstring(shapes.frame(PAINT, kind, 100, 50)[0]) for kind in KINDS}

    forms = {(e.tag, e.get("d"), e.get("rx")) for e in drawn.values()}
    assert len(forms) == len(KINDS)


@pytest.mark.parametrize("kind", ["claim", "evidence", "argument"])
def test_undercut_is_outlined_in_dots(kind: str) -> None:
    plain, undercut = (
        shapes.frame(PAINT, kind, 100, 50, relation)[1]
        for relation in (Relation.SUPPORT, Relation.UNDERCUT)
    )

    assert "stroke-dasharray" not in plain
    assert "stroke-dasharray" in undercut


def test_band_is_shared_out_between_the_voices() -> None:
    drawn = shapes.band(PAINT, [("account-0", "rising"), ("account-1", "falling")], "claim", 60)

    assert drawn.count("<path") == 4
    assert "hatch-rising" in drawn
    assert "hatch-falling" in drawn


def test_no_voice_gives_no_band() -> None:
    assert shapes.band(PAINT, [], "claim", 60) == ""
