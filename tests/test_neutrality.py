"""Hold the program to know no subject: it names no corpus that it ships, and no narrative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
CORPORA = sorted(path for path in ROOT.joinpath("claims").iterdir() if path.is_dir())
PROGRAM = sorted(
    path
    for folder in ("argmap", "templates")
    for path in ROOT.joinpath(folder).rglob("*")
    if path.suffix in {".py", ".html", ".js", ".css"}
)
OTHER_MEANINGS = {
    # A language: it has a name, its words have forms, and there is a style of citing in it.
    "russian": {"words.py", "typed.py", "library.py", "gost.py", "language_names.py"},
    "scholarship": {"gost.py", "tables.py"},  # what that style is for, and a kind of source
}
KIND_OF_SOURCE = re.compile(r'sourcekind\.scholarship|scholarship = "scholarship"')


def files_of(corpus: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(corpus.rglob("*.y*ml")):
        yield yaml.safe_load(file.read_text("utf-8")) or {}


def names_in(corpus: Path) -> set[str]:
    """Collect what names a corpus and its narratives, in lower case."""
    names = {corpus.name}
    for content in files_of(corpus):
        names |= {content["corpus"]["title"]} if "corpus" in content else set()
        for narrative in content.get("narratives", ()):
            names |= {narrative[key] for key in ("id", "name", "short")}
    return {name.lower() for name in names}


def text_of(path: Path) -> str:
    """Read a file in lower case, without the kind of source that is called like a narrative."""
    return KIND_OF_SOURCE.sub("", path.read_text("utf-8").lower())


def holds(text: str, name: str) -> bool:
    """Tell whether a name stands in a text as words of its own, lines broken or not."""
    words = r"\s+".join(map(re.escape, name.split()))
    return re.search(rf"(?<!\w){words}(?!\w)", text) is not None


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_program_names_neither_a_corpus_nor_its_narratives(corpus):
    names = names_in(corpus)

    assert len(names) > 3
    assert [
        (path.relative_to(ROOT).as_posix(), name)
        for path in PROGRAM
        for name in sorted(names)
        if path.name not in OTHER_MEANINGS.get(name, ()) and holds(text_of(path), name)
    ] == []


def test_search_for_names_finds_words_and_not_parts_of_words():
    assert holds("the western account", "western")
    assert holds("an account of the\n    end", "the end")
    assert not holds("northwestern", "western")


def test_shipped_corpora_tell_of_different_subjects():
    first, *others = (names_in(corpus) for corpus in CORPORA)

    assert others
    assert all(first.isdisjoint(other) for other in others)


def test_a_shipped_corpus_has_more_than_two_accounts():
    accounts = [
        [each for content in files_of(corpus) for each in content.get("narratives", ())
         if each.get("role") != "observer"]
        for corpus in CORPORA
    ]  # fmt: skip

    assert max(map(len, accounts)) == 3
