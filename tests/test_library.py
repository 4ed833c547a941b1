"""Take up what is saved in a folder on the author's desk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Corpus
from argmap.errors import InvalidInput
from argmap.library import Desk, Library, export
from argmap.writers import claim_folder
from argmap.writers.format import Order
from tests import builders


@pytest.mark.parametrize("name", ["claims.yaml", "claims.yml", "CLAIMS.YAML"])
def test_saved_change_is_taken_up_whatever_way_the_suffix_is_written(
    name: str, tmp_path: Path
) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    written = claim_folder.files(builders.corpus(claims=[builders.claim("a")]))
    (folder / name).write_bytes(b"\n".join(written.values()))
    library = Library("sqlite://")
    desk = Desk(folder, library)
    desk.refresh()

    with (folder / name).open("ab") as file:
        file.write(b"# A longer file.\n")

    assert [desk.refresh(), desk.refresh()] == [True, False]
    library._repository.close()


def test_folder_that_goes_away_is_said_and_its_corpus_stays(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    for name, content in claim_folder.files(builders.corpus(claims=[builders.claim("a")])).items():
        (folder / name).write_bytes(content)
    library = Library("sqlite://")
    desk = Desk(folder, library)
    desk.refresh()
    shutil.rmtree(folder)
    desk.refresh()

    assert [problem.code for problem in desk.problems] == ["E010"]
    assert [entry.id for entry in library.shelf()] == ["small"]
    library._repository.close()


def test_corpus_loaded_while_it_is_read_is_not_kept_under_the_old_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = Library("sqlite://")
    old, new = (builders.corpus(claims=[builders.claim(id)]) for id in ("old", "new"))
    library._repository.replace(old)
    read = library._repository.read

    def overtaken(corpus_id: str) -> Corpus:
        library._repository.replace(new)
        return read(corpus_id)

    monkeypatch.setattr(library._repository, "read", overtaken)
    library.graph("small")
    monkeypatch.undo()
    library._repository.replace(old)

    assert list(library.graph("small").claims) == ["old"]
    library._repository.close()


@pytest.mark.parametrize(
    ("name", "order", "said"),
    [
        ("json", {"diagram": "lanes"}, "has no diagram"),
        ("claim-folder", {"narratives": ("left",)}, "holds all accounts"),
    ],
)
def test_option_that_would_do_nothing_is_refused(
    name: str, order: dict[str, object], said: str
) -> None:
    graph = ArgumentGraph(builders.corpus(claims=[builders.claim("a")]))

    with pytest.raises(InvalidInput, match=said):
        export(name, Order(graph=graph, **order))
