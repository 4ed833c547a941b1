import re
import xml.etree.ElementTree as ET

from hypothesis import example, given
from hypothesis import strategies as st

from argmap.rendering import measure
from argmap.rendering.sheet import Paint, Run, Sheet, Tag
from argmap.rendering.style import COLOUR, HATCHES

STYLES = st.sampled_from(["regular", "bold", "italic", "bold_italic"])
RUN = st.builds(lambda text, style: Run(text, style), st.text(max_size=120), STYLES)
RUNS = st.lists(RUN, min_size=1, max_size=4)


def sheet(width: float = 160) -> Sheet:
    return Sheet(Paint(COLOUR, "p-"), width)


def rows(setting: Sheet) -> list[ET.Element]:
    return [
        row for part in setting.parts for row in ET.fromstring(part).iter() if row.tag == "text"
    ]


def measured(row: ET.Element) -> float:
    """Measure a line as it was set, each stretch in its own style."""
    width = 0.0
    for span in row:
        bold, italic = span.get("font-weight") == "bold", span.get("font-style") == "italic"
        cut = ("bold_italic" if italic else "bold") if bold else ("italic" if italic else "regular")
        width += measure.width_pt(span.text or "", 9, cut)  # type: ignore[arg-type]
    return width


@given(RUNS)
@example([Run("w" * 60), Run("Щ" * 60, "bold")])
@example([Run("\u0e82w\u0e87i" * 7, "bold"), Run("\u0e82\u0e81" * 20, "italic")])
@example([Run("w" * 21), Run("Щ" * 60, "bold")])
def test_all_text_lies_within_the_margins(runs: list[Run]) -> None:
    setting = sheet()
    setting.paragraph(runs)

    for row in rows(setting):
        end = float(row.get("x", "nan")) + float(row.get("textLength", "0"))
        assert end <= setting.width_pt - setting.right_pt + 0.15
        assert float(row.get("y", "nan")) < setting.height_pt


def test_line_is_as_long_as_measured_in_whatever_font_stands_in() -> None:
    setting = sheet()
    setting.paragraph([Run("One", "bold"), Run("two"), Run("three", "italic")])

    (row,) = rows(setting)
    assert abs(float(row.get("textLength", "nan")) - measured(row)) < 0.2
    assert row.get("lengthAdjust") == "spacingAndGlyphs"


def test_a_line_is_placed_once_so_that_another_font_cannot_make_words_overlap() -> None:
    setting = sheet()
    setting.paragraph([Run("One", "bold"), Run("two"), Run("three", "italic")])

    assert [each.get("x") is not None for each in rows(setting)[0]] == [False] * 3


@given(RUNS)
def test_every_word_is_set_once_in_order(runs: list[Run]) -> None:
    setting = sheet()
    setting.paragraph(runs)

    text = "".join("".join(ET.fromstring(part).itertext()) for part in setting.parts)
    expected = " ".join(measure.printable(run.text) for run in runs)
    assert re.split(r"\s+", text.strip()) == re.split(r"\s+", expected.strip())


def test_plain_lines_are_the_lines_that_are_set() -> None:
    setting = sheet(90)
    setting.paragraph([Run("One two three"), Run("four five six", "bold")])

    assert " ".join(line.strip() for line in setting.lines) == "One two three four five six"
    assert len(setting.lines) == len(rows(setting))


def test_tags_that_do_not_fit_go_to_the_next_row() -> None:
    setting = sheet(120)
    setting.tags([Tag("<g/>", (Run("some words"),)), Tag("<g/>", (Run("other words here"),))])

    assert setting.lines == ["some words", "other words here"]


def test_tag_too_long_for_a_row_is_wrapped_and_not_cut() -> None:
    setting = sheet(80)
    setting.tags([Tag("<g/>", (Run("a name of very many words indeed"),))])

    assert "".join(setting.lines) == "a name of very many words indeed"


def test_language_that_differs_is_said() -> None:
    setting = sheet()
    setting.paragraph([Run("Nein", language="de")])

    assert 'xml:lang="de"' in setting.parts[0]


def test_every_hatch_is_a_pattern_of_its_own() -> None:
    paint = Paint(COLOUR, "p-")
    for hatch in HATCHES:
        assert paint.hatched(hatch) == f' fill="url(#p-hatch-{hatch})"'

    patterns = ET.fromstring(f"<defs>{paint.definitions}</defs>")
    assert len({ET.tostring(each[0]) for each in patterns}) == 6
