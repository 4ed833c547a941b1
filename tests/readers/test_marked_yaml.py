from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.readers import marked_yaml
from tests.programs import missing


@pytest.fixture(params=["C", "Python"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "Python":
        monkeypatch.setattr(marked_yaml, "_Loader", yaml.SafeLoader)
    elif not yaml.__with_libyaml__:
        missing("The C parser was not tried: PyYAML was built without it.")


def _plain(text: str) -> object:
    parsed = marked_yaml.parse(text)
    assert parsed.faults == []
    return None if parsed.root is None else parsed.root.plain()


@pytest.mark.parametrize(
    "word", ["no", "yes", "null", "~", "1990-02-09", "12:30:45", "0x10", "1e3", ".inf", "<<"]
)
def test_every_scalar_stays_as_it_is_written(word: str) -> None:
    assert _plain(f"a: {word}\n") == {"a": word}


def test_value_left_out_is_none_and_an_empty_quotation_is_a_text() -> None:
    assert _plain("a:\nb: ''\n") == {"a": None, "b": ""}


def test_empty_text_has_no_root() -> None:
    assert marked_yaml.parse("# nothing\n").root is None


def test_nodes_and_keys_know_where_they_begin() -> None:
    text = "a: 1\nб:\n- \U0001f600\n- 'x'\n"
    root = marked_yaml.parse(text).root

    assert root is not None
    assert isinstance(root.value, dict)
    entry = root.value["б"]
    assert isinstance(entry.node.value, list)
    assert text[entry.key_start] == "б"
    assert [text[node.start] for node in entry.node.value] == ["\U0001f600", "'"]


def test_alias_is_never_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    parsed = marked_yaml.parse(bomb)

    assert {fault.code for fault in parsed.faults} == {"E003"}
    assert parsed.root is not None
    assert len(str(parsed.root.plain())) < 500


def test_records_before_a_fault_are_kept_and_the_one_with_it_is_not() -> None:
    parsed = marked_yaml.parse("claims:\n- id: a\n- id: b\n  text: x: y\n- id: c\n")

    assert parsed.root is not None
    assert parsed.root.plain() == {"claims": [{"id": "a"}]}
    assert not parsed.is_whole


def test_depth_is_bounded_before_it_hurts() -> None:
    parsed = marked_yaml.parse("[" * 100_000)

    assert [(fault.code, fault.start) for fault in parsed.faults] == [("E004", 20)]


def test_number_of_values_is_bounded() -> None:
    parsed = marked_yaml.parse("[a, b, c, d, e, f]", max_values=5)

    assert [(fault.code, fault.start) for fault in parsed.faults] == [("E005", 13)]


def test_control_character_is_shown_and_the_rest_is_still_read() -> None:
    parsed = marked_yaml.parse("a: x\x00y\nb: z\n")

    assert [(fault.code, fault.start) for fault in parsed.faults] == [("E209", 4)]
    assert parsed.root is not None
    assert parsed.root.plain() == {"a": "x?y", "b": "z"}


@given(st.text())
def test_any_text_gives_nodes_or_faults(text: str) -> None:
    lines = text.replace("\r", "")
    parsed = marked_yaml.parse(lines)

    assert parsed.is_whole or parsed.faults
    assert all(0 <= fault.start <= len(lines) for fault in parsed.faults)


@given(st.text("[]{}:-,'\"#&*!|>%@ \n\tab?", max_size=40))
def test_any_punctuation_gives_nodes_or_faults(text: str) -> None:
    parsed = marked_yaml.parse(text)

    assert parsed.is_whole or parsed.faults
    assert all(0 <= fault.start <= len(text) for fault in parsed.faults)
