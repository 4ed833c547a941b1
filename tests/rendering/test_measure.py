import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.rendering import measure
from tests.rendering import make_advances

TEXTS = st.text(max_size=300)


def collapsed(text: str) -> str:
    return measure.SPACES.sub(" ", measure.printable(text)).strip(" ")


def test_table_holds_the_advances_of_the_bundled_font() -> None:
    assert measure._table() == make_advances.advances()


def test_width_grows_with_the_size() -> None:
    assert measure.width_pt("Ждём", 20) == pytest.approx(2 * measure.width_pt("Ждём", 10))


@pytest.mark.parametrize("mark", ["\u20dd", "\u200b", "\u202e", "\u2066"])
def test_marks_without_width_add_nothing(mark: str) -> None:
    assert measure.width_pt(f"a{mark}b", 9) == measure.width_pt("ab", 9)


def test_empty_text_has_no_lines() -> None:
    assert measure.wrap(" \n ", 100, 9) == ()


@given(TEXTS, st.floats(min_value=20, max_value=400))
def test_lines_joined_are_the_whole_text(text: str, width: float) -> None:
    assert "".join(measure.wrap(text, width, 9)) == collapsed(text)


@given(TEXTS, st.floats(min_value=20, max_value=400))
def test_no_line_is_wider_than_asked_for(text: str, width: float) -> None:
    for line in measure.wrap(text, width, 9):
        assert measure.width_pt(line.rstrip(" "), 9) <= width + 0.01


def test_two_thousand_characters_without_a_space_are_kept() -> None:
    text = "Щ" * 2000

    lines = measure.wrap(text, 150, 9)

    assert "".join(lines) == text


def test_long_word_is_broken_after_a_hyphen_first() -> None:
    lines = measure.wrap("north-atlantic-cooperation-council", 80, 9)

    assert all(line.endswith("-") for line in lines[:-1])


def test_mark_is_never_parted_from_its_letter() -> None:
    lines = measure.wrap("e\u0301" * 80, 60, 9)

    assert not any(line.startswith("\u0301") for line in lines)


def test_no_break_space_keeps_words_together() -> None:
    assert measure.wrap("aaaa bb\xa0cc", 35, 9)[-1] == "bb\xa0cc"


def test_first_line_is_shorter_by_what_is_taken() -> None:
    assert measure.wrap("word", 60, 9, first_pt=50) == ("", "word")


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\ud800", "\uffff"])
def test_what_xml_cannot_carry_is_replaced(char: str) -> None:
    assert measure.printable(f"a{char}b") == "a\ufffdb"


def test_words_held_together_part_where_they_are_joined_if_they_are_too_long() -> None:
    lines = measure.wrap("2\xa0documents\xa0against", measure.width_pt("2\xa0documents ", 8), 8)

    assert lines == ("2\xa0documents\xa0", "against")
