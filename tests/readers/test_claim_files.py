from __future__ import annotations

import os
from pathlib import Path

import pytest

from argmap.errors import InvalidInput
from argmap.readers import claim_files
from argmap.readers.claim_files import Refused


def _names(folder: Path) -> list[str]:
    return [each.path.relative_to(folder).as_posix() for each in claim_files.find(folder)]


def test_claim_files_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/c.yml", "a/b/d.YAML", "notes.txt", "A.yaml", ".draft.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.yaml").touch()

    assert _names(tmp_path) == ["A.yaml", "a/b/d.YAML", "a/c.yml", "b.yaml"]


def test_folder_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    (tmp_path / "a.yaml" / "b.yaml").touch()

    assert _names(tmp_path) == ["a.yaml/b.yaml"]


def test_folders_nested_too_deeply_are_refused(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 11)
    deep.mkdir(parents=True)
    (deep / "a.yaml").touch()

    [found] = claim_files.find(tmp_path)
    assert found.refused is not None
    assert found.refused.code == "E006"


def test_file_is_refused_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(claim_files.MAX_FILE_BYTES + 1)

    with pytest.raises(Refused, match="5 MB are allowed"):
        claim_files.read(path, left=claim_files.MAX_FOLDER_BYTES)


def test_device_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not a regular file"):
        claim_files.read(Path(os.devnull), left=100)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.touch(mode=0)

    with pytest.raises(Refused, match="permission denied"):
        claim_files.read(path, left=100)


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="nowhere' is not a folder"):
        claim_files.find(tmp_path / "nowhere")
