"""Read what a person types into a search: the words that count, by their stems."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.storage.words import stem, words

MAX_QUERY_CHARS = 1_000
MAX_QUERY_WORDS = 12

# Too common to tell one text from another, in English and in Russian (ё is folded to е).
_FUNCTION_WORDS = frozenset(
    "a an and are as at be been by did do does for from had has have he her his how i in into is "
    "it its not of on or our she so such that the their them then there they this those to us was "
    "we were what when where which who whom why will with would you your "
    "а без бы был была были было в во вы для до его ее если же за и из или их к как когда кто ли "
    "мы на не него нее нет но о об он она они от по при с со так то того тоже только у что чтобы "
    "это я".split()
)


@dataclass(frozen=True, slots=True)
class Query:
    """Stems that have to be there; of the last word only the beginning has to.

    `phrase` has all that was typed, as a run of stems.
    """

    stems: tuple[str, ...]
    last_word: str
    typed: tuple[str, ...]
    phrase: str

    def finds(self, word: str, its_stem: str) -> bool:
        """Tell whether a word of a text is one of those asked for."""
        return its_stem in self.stems or self.begins(word) or self.begins(its_stem)

    def begins(self, word: str) -> bool:
        """Tell whether a word begins as the last one of the query does."""
        return word.startswith((self.last_word, self.stems[-1]))


def parsed(query: str) -> Query | None:
    """Read a query; None where it has no word."""
    found = tuple(word for _, _, word in words(query[:MAX_QUERY_CHARS]))
    telling = tuple(word for word in found if word not in _FUNCTION_WORDS) or found
    telling = telling[:MAX_QUERY_WORDS]
    if not telling:
        return None
    phrase = "  ".join(map(stem, found[: 2 * MAX_QUERY_WORDS]))
    return Query(tuple(map(stem, telling)), telling[-1], telling, f" {phrase} ")
