"""Say how large a file is and what is inside, before and after it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from argmap.core.language import Counts, Words, n, t


def file_size(size_bytes: int) -> str:
    """Say how large a file is, in kB or, from a million bytes on, in MB: "57 kB", "1.2 MB"."""
    if size_bytes >= 999_500:
        whole, tenth = divmod(round(size_bytes / 10**5), 10)
        return t("{whole}.{tenth} MB", whole=whole, tenth=tenth)
    return t("{number} kB", number=max(1, round(size_bytes / 1000)))


def files_and_size(count: int, size_bytes: int) -> str:
    """Say how many files a folder has and how large they are together."""
    return n("{count} file, {size}", "{count} files, {size}", count, size=file_size(size_bytes))


PAGES_OF: Mapping[str, Callable[..., str]] = Counts(
    {
        "issues": ("{count} issue", "{count} issues"),
        "claims": ("{count} claim", "{count} claims"),
        "evidence": ("{count} document", "{count} documents"),
        "sources": ("{count} source", "{count} sources"),
    }
)
"""How many pages an edition has of each kind of record."""

PAGES_HAVE = Words(
    {
        "issues": "what the accounts answer, and their claims side by side",
        "claims": "the map, the reasons and the replies to them",
        "evidence": "the words, where they stand, and who uses them for what",
        "sources": "what is taken from them",
        "ways": "Side by side, timeline, evidence by account",
        "ways_have": "to explore and to compare as on these pages",
        "found": "Search",
        "found_have": "in any form of a word, without a network",
    }
)
"""What the pages of an edition hold."""

LESSON_HAS = Words(
    {
        "cover": "How to teach this in 45 minutes, and what each file is for",
        "key": "{title}, the key",
        "minutes": "{phase}, minutes {begin} to {end}",
        "missing": "What cannot be made of this issue is left out, and the first page says so.",
    }
)
"""What is told of a lesson before it is made."""
