"""Text of slides: broken, cut and shortened without losing a word on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.rendering.lettering import LEADING, Lettered, Span, cut, height_pt, lines, shortened
from tests import strategies


def paragraph(*texts: str, size_pt: float = 18, after_pt: float = 9) -> Lettered:
    return Lettered(spans=tuple(map(Span, texts)), size_pt=size_pt, after_pt=after_pt)


def words(paragraphs) -> str:
    return "".join("".join(each.text.split()) for each in paragraphs)


def test_room_below_the_last_paragraph_does_not_count():
    one, two = paragraph("a"), paragraph("b")

    assert height_pt((one, two), 300) == 2 * 18 * LEADING + 9
    assert height_pt((), 300) == 0


def test_spans_go_on_in_the_same_line():
    (line,) = lines(paragraph("Title", ", 1990"), 300)

    assert "".join(span.text for span in line) == "Title, 1990"


def test_space_between_spans_is_kept():
    (line,) = lines(paragraph("In ", "Title", " of 1990"), 300)

    assert "".join(span.text for span in line) == "In Title of 1990"


def test_paragraph_that_fits_alone_is_not_torn_apart():
    long = paragraph("word " * 40)
    end = paragraph(" ".join(["last"] * 12))
    room = height_pt((long, end), 200) - 18 * LEADING
    fitting, rest = cut((long, end), 200, room)

    assert (fitting, rest) == ((long,), (end,))


def test_what_does_not_fit_is_marked_as_shortened():
    (short,) = shortened((paragraph("word " * 40),), 200, 3 * 18 * LEADING)

    assert short.text.endswith(" …")
    assert len(lines(short, 200)) <= 3


@given(
    st.lists(strategies.texts(least=1), min_size=1, max_size=4),
    st.integers(20, 400),
    st.integers(10, 300),
)
def test_cutting_comes_to_an_end_and_loses_nothing(texts, width, room):
    waiting = tuple(paragraph(text) for text in texts)
    whole, found = words(waiting), ""
    for _ in range(20_000):
        if not waiting:
            break
        fitting, waiting = cut(waiting, width, room)
        assert fitting or not waiting
        found += words(fitting)

    assert found == whole
