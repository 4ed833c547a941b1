import re

import pytest

from argmap.core.comparison import Group
from argmap.core.model import Relation
from argmap.rendering import style

ALL = {"light": style.COLOUR, "grey": style.GREY, "contrast": style.CONTRAST, "dark": style.DARK}


@pytest.mark.parametrize("palette", ALL.values(), ids=ALL)
def test_every_text_stands_out_from_every_ground_it_lies_on(palette: style.Palette) -> None:
    texts = [palette.ink, palette.muted, *palette.relations.values()]
    grounds = [palette.paper, palette.box, palette.observer_wash, *palette.washes]

    worst = min(style.contrast(text, ground) for text in texts for ground in grounds)

    assert worst >= 4.5


@pytest.mark.parametrize("palette", ALL.values(), ids=ALL)
def test_lines_and_marks_stand_out_from_the_page(palette: style.Palette) -> None:
    lines = [palette.outline, palette.joined, *palette.relations.values()]
    grounds = [palette.paper, palette.box, *palette.washes]

    assert min(style.contrast(line, ground) for line in lines for ground in grounds) >= 3


@pytest.mark.parametrize("palette", ALL.values(), ids=ALL)
def test_hatch_shows_on_every_account_and_observer(palette: style.Palette) -> None:
    grounds = [*palette.accounts, palette.observer]

    assert min(style.contrast(palette.hatch, ground) for ground in grounds) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert style.contrast("#ffffff", "#000000") == pytest.approx(21)
    assert style.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_relations_differ_by_arrowhead_and_all_but_one_pair_by_line() -> None:
    heads = {stroke.arrowhead for stroke in style.STROKES.values()}
    lines = {(stroke.dashes, stroke.width_pt) for stroke in style.STROKES.values()}

    assert len(heads) == len(lines) == len(Relation)


def test_verdict_groups_differ_by_mark() -> None:
    assert len(set(style.VERDICT_MARKS.values())) == len(Group)


@pytest.mark.parametrize("palette", ALL.values(), ids=ALL)
def test_every_palette_plays_every_role_in_a_plain_colour(palette: style.Palette) -> None:
    colours = style.roles(palette)

    assert colours.keys() == style.roles(style.COLOUR).keys()
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours.values())


def test_accounts_have_as_many_hatches_as_colours() -> None:
    assert len(style.HATCHES) == len(style.COLOUR.accounts) == len(set(style.HATCHES))


def test_style_sheet_recolours_every_role_within_its_scope() -> None:
    css = style.stylesheet(style.DARK, ".argmap-picture")

    assert f".argmap-picture .f-ink {{ fill: {style.DARK.ink}; }}" in css
    assert css.count("\n") == 2 * len(style.roles(style.DARK))
