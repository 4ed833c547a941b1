from __future__ import annotations

from pathlib import Path

import pytest

from argmap.errors import CannotWrite
from argmap.writers.folder import write_folder


def test_files_are_written_into_a_new_folder(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", {"a.yaml": b"a", "b.yaml": b"b"})

    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == {
        "a.yaml": b"a",
        "b.yaml": b"b",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    write_folder(tmp_path / "new", {"a.yaml": b"a"})

    assert (tmp_path / "new" / "a.yaml").read_bytes() == b"a"


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.yaml").write_bytes(b"mine")

    with pytest.raises(CannotWrite, match="not empty"):
        write_folder(tmp_path / "new", {"mine.yaml": b"other"})
    assert (tmp_path / "new" / "mine.yaml").read_bytes() == b"mine"


def test_a_file_in_the_way_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"mine")

    with pytest.raises(CannotWrite, match="is not a folder"):
        write_folder(tmp_path / "new", {"a.yaml": b"a"})
    assert (tmp_path / "new").read_bytes() == b"mine"


def test_a_link_in_the_way_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "new").symlink_to(tmp_path / "nowhere")

    with pytest.raises(CannotWrite):
        write_folder(tmp_path / "new", {"a.yaml": b"a"})
    assert (tmp_path / "new").is_symlink()


@pytest.mark.parametrize(
    "name", ["../a.yaml", "/a.yaml", "b/../a.yaml", "./a.yaml", "..", "", "b\\a.yaml"]
)
def test_a_name_that_leads_elsewhere_is_refused_and_leaves_nothing(
    name: str, tmp_path: Path
) -> None:
    with pytest.raises(CannotWrite):
        write_folder(tmp_path / "new", {"first.yaml": b"a", name: b"a"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="is no folder"):
        write_folder(tmp_path / "nowhere" / "new", {"a.yaml": b"a"})


def test_folders_within_are_made(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", {"a.html": b"a", "claims/b.html": b"b"})

    assert (tmp_path / "new" / "claims" / "b.html").read_bytes() == b"b"
