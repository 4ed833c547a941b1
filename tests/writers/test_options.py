"""Choose options as they are typed, and write them back."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from argmap.errors import InvalidInput
from argmap.writers import options
from argmap.writers.options import NOTHING_CHOSEN, Choice, Number, Pick, Switch

PAPER = Pick(
    name="paper", title="Paper", help="Its size.", default="a4",
    choices=(Choice("a4", "A4"), Choice("letter", "Letter")),
)  # fmt: skip
SEED = Number(name="seed", title="Seed", help="A number.", default=1, least=0, most=99)
BANK = Switch(name="bank", title="Word bank", help="With it or not.", default=True)
ALL = (PAPER, SEED, BANK)


@dataclass
class Asked:
    chosen: dict = field(default_factory=dict)


def test_values_are_read_and_defaults_left_out():
    chosen = options.choose("sheet", ALL, {"paper": "letter", "seed": "7", "bank": "yes"})

    assert dict(chosen) == {"paper": "letter", "seed": 7}


def test_what_is_not_chosen_has_its_default():
    assert [each.of(Asked(NOTHING_CHOSEN)) for each in ALL] == ["a4", 1, True]


def test_chosen_values_are_found_by_their_option():
    asked = Asked(options.choose("sheet", ALL, {"bank": "no", "seed": "3"}))

    assert [each.of(asked) for each in ALL] == ["a4", 3, False]


def test_empty_text_counts_as_not_chosen():
    assert dict(options.choose("sheet", ALL, {"paper": ""})) == {}


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("paper", "a9", "one of: a4, letter"),
        ("seed", "100", "from 0 to 99"),
        ("seed", "-1", "from 0 to 99"),
        ("seed", "٣", "from 0 to 99"),
        ("seed", "9" * 5000, "from 0 to 99"),
        ("bank", "maybe", "yes or no"),
    ],
)
def test_value_that_cannot_be_says_what_to_write(name, text, says):
    with pytest.raises(InvalidInput, match=says) as refused:
        options.choose("sheet", ALL, {name: text})

    assert len(str(refused.value)) < 300


def test_option_that_a_format_lacks_is_refused_with_those_it_has():
    with pytest.raises(InvalidInput, match=r"'sheet' has no option 'ink'.*paper, seed, bank"):
        options.choose("sheet", ALL, {"ink": "blue"})
    with pytest.raises(InvalidInput, match=r"no option 'ink'.*it has none"):
        options.choose("plain", (), {"ink": "blue"})


def test_what_was_chosen_can_be_written_back():
    given = {"paper": "letter", "seed": "7", "bank": "no"}

    assert options.as_text(ALL, options.choose("sheet", ALL, given)) == given


def test_file_name_says_what_was_chosen():
    chosen = options.choose("sheet", ALL, {"bank": "no", "seed": "7", "paper": "letter"})

    assert options.in_a_name(ALL, chosen) == "letter-seed-7-without-bank"
    assert options.in_a_name(ALL, NOTHING_CHOSEN) == ""
