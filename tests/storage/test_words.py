from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.storage.words import MAX_WORD_CHARS, stem, words


def _folded(text: str) -> list[str]:
    return [word for _, _, word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not one inch", ["not", "one", "inch"]),
        ("NATO's members’ non-expansion", ["nato", "members", "non", "expansion"]),
        ("Wörner and Mitterrand’s café", ["worner", "and", "mitterrand", "cafe"]),
        ("Ёлка, обеща\u0301ние; не\u00adдалеко", ["елка", "обещание", "недалеко"]),
        ("Горбачёв и его йод", ["горбачев", "и", "его", "йод"]),
        ("и\u0306од", ["йод"]),
        ("snake_case 2+4 (§ 12)", ["snake", "case", "2", "4", "12"]),
        ("\u202eNATO\u202c 😀 — !?", ["nato"]),
        ("㏂ ½ ﬁne", ["12", "fine"]),
        ("", []),
    ],
)
def test_text_is_cut_into_folded_words(text: str, expected: list[str]) -> None:
    assert _folded(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("promise", "promised"),
        ("assurances", "assurance"),
        ("обещание", "обещаний"),
        ("расширению", "расширение"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_unlike_words_keep_their_stems_apart() -> None:
    assert len({stem(word) for word in ("treaty", "threat", "договор", "разговор")}) == 4


@given(st.text())
def test_words_stand_where_they_are_said_to(text: str) -> None:
    end = 0
    for first, last, word in words(text):
        assert end <= first < last <= len(text)
        assert word.isalnum()
        assert 0 < len(word) <= MAX_WORD_CHARS
        assert stem(word).isalnum()
        end = last


def test_threads_do_not_mix_up_their_stems() -> None:
    def stems(start: int) -> list[str]:
        return [stem(f"promising{number}s") for number in range(start, start + 300)]

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(stems, range(0, 2_400, 300)))
    stem.cache_clear()

    assert together == [stems(start) for start in range(0, 2_400, 300)]
