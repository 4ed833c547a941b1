from __future__ import annotations

from pathlib import Path

import pytest

from argmap.core.model import Relation
from argmap.errors import InvalidInput
from argmap.readers import claim_folder
from argmap.writers import new_corpus
from argmap.writers.folder import write_folder


def test_new_corpus_passes_the_check_without_a_warning(tmp_path: Path) -> None:
    write_folder(tmp_path / "my-subject", new_corpus.template("my-subject"))
    reading = claim_folder.read(tmp_path / "my-subject")

    assert reading.problems == ()
    assert reading.corpus is not None
    assert reading.corpus.id == "my-subject"


def test_new_corpus_shows_rival_stances_and_an_undercut(tmp_path: Path) -> None:
    write_folder(tmp_path / "my-subject", new_corpus.template("my-subject"))
    corpus = claim_folder.read(tmp_path / "my-subject").corpus

    assert corpus is not None
    assert len(corpus.narratives) == 2
    assert Relation.UNDERCUT in {argument.relation for argument in corpus.arguments}


def test_every_file_explains_itself() -> None:
    for content in new_corpus.template("my-subject").values():
        assert content.startswith(b"# ")


@pytest.mark.parametrize("name", ["My Subject", "", "1990", "../up", "x" * 81])
def test_name_that_cannot_be_a_corpus_is_refused(name: str) -> None:
    with pytest.raises(InvalidInput, match="cannot be the name of a corpus"):
        new_corpus.template(name)
