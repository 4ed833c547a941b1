import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.rendering import engine, markup
from argmap.rendering.measure import printable

NASTY = ["<b>x</b>", "\\", "a\\", "\\N\\G\\l", '"', "&lt;&#1046;&amp;", "{|}<>", 'a\\"', "<", "]]>"]


@given(st.text())
@example('<b>&"\\N{}|')
def test_escaped_text_reads_back_from_xml(text: str) -> None:
    element = ET.fromstring(f'<a t="{markup.xml(text)}">{markup.xml(text)}</a>')

    expected = printable(text)
    # XML itself makes one line end of every kind, and one space of each in an attribute.
    assert element.text in (expected.replace("\r\n", "\n").replace("\r", "\n"), expected or None)


VISIBLE = st.text(max_size=40).filter(lambda t: t.isprintable() and bool(t.strip()))


@given(st.lists(VISIBLE, min_size=1, max_size=4))
@example(NASTY)
def test_label_can_mean_nothing_to_graphviz(lines: list[str]) -> None:
    dot = f"digraph {{ a [label={markup.dot_text(lines)}] }}"

    texts = _texts(engine.render(dot, "dot"))

    assert [words(text) for text in texts] == [words(printable(line)) for line in lines]


def words(text: str) -> list[str]:
    """Graphviz writes runs of spaces as no-break spaces; the words are what counts."""
    return text.replace("\xa0", " ").split()


def _texts(svg: bytes) -> list[str]:
    root = ET.fromstring(svg)
    return [e.text or "" for e in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("name", ["a/b", "together/main", "node", "graph", "1-2"])
def test_quoted_name_is_one_node_and_no_port(name: str) -> None:
    dot = f"digraph {{ {markup.dot_quoted(name)} -> z }}"

    root = ET.fromstring(engine.render(dot, "dot"))

    titles = [e.text for e in root.iter("{http://www.w3.org/2000/svg}title")]
    assert name in titles


def test_node_name_joins_ids_without_a_clash() -> None:
    assert markup.node_name("a-b", "c") != markup.node_name("a", "b-c")


def test_numbers_have_one_decimal() -> None:
    assert markup.number(1 / 3) == "0.3"
