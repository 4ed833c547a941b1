"""Cut texts into words and bring each word to its stem, in English and Russian alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from snowballstemmer.basestemmer import BaseStemmer

MAX_WORD_CHARS = 64

# Stress marks, soft hyphens and apostrophes stand inside a word, everything else ends it.
_INSIDE = r"(?:[^\W_]|[\u0300-\u036f\u00ad])*"
_WORD = re.compile(rf"[^\W_]{_INSIDE}(?:['’ʼ][^\W_]{_INSIDE})*")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

# A stemmer keeps the word it works on in itself, so two threads must not share a call.
_STEMMERS = Lock()


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the words of a text.

    Args:
        text: Any text.

    Yields:
        Where the word begins and ends in the text, and the word folded: in lower case,
        without accents, ё as е, no longer than `MAX_WORD_CHARS`. A folded word is never
        empty and consists of letters and digits.
    """
    for match in _WORD.finditer(text):
        if folded := _fold(match[0][: 4 * MAX_WORD_CHARS]):
            yield match.start(), match.end(), folded


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Bring a folded word to its stem: by the Russian rules if it is Cyrillic, else English.

    Source: M. F. Porter's Snowball stemmers, https://snowballstem.org/.
    """
    with _STEMMERS:
        return str(_stemmer(bool(_CYRILLIC.search(word))).stemWord(word)) or word


@cache
def _stemmer(russian: bool) -> BaseStemmer:
    # Imported at the first word: the package loads the rules of thirty languages.
    from snowballstemmer.english_stemmer import EnglishStemmer
    from snowballstemmer.russian_stemmer import RussianStemmer

    return RussianStemmer() if russian else EnglishStemmer()


@lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    word = _POSSESSIVE.sub("", word)
    # Taking Cyrillic letters apart would make и out of й, which are two letters.
    form: Literal["NFKC", "NFKD"] = "NFKC" if _CYRILLIC.search(word) else "NFKD"
    folded = unicodedata.normalize(form, unicodedata.normalize(form, word).casefold())
    return "".join(filter(str.isalnum, folded)).replace("ё", "е")[:MAX_WORD_CHARS]
