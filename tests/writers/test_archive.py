"""Open the archive of claim files as anybody would."""

from __future__ import annotations

import io
import zipfile

from argmap.readers import claim_folder
from argmap.writers import archive
from argmap.writers.format import Scope


def test_unpacked_archive_reads_as_the_same_corpus(orders, graph, tmp_path):
    zipfile.ZipFile(io.BytesIO(archive.write(orders[Scope.CORPUS]))).extractall(tmp_path)

    assert claim_folder.read(tmp_path / "small").corpus == graph.corpus


def test_entries_have_no_time_of_their_own():
    entries = zipfile.ZipFile(io.BytesIO(archive.zipped("a", {"b.yaml": b"c"}))).infolist()

    assert [(each.filename, each.date_time) for each in entries] == [
        ("a/b.yaml", (1980, 1, 1, 0, 0, 0))
    ]


def test_contents_are_told_folder_by_folder_without_the_one_around_all():
    content = archive.zipped("all", {"a.txt": b"12345" * 300, "b/c.txt": b"", "b/d.txt": b"x"})
    top, inner = archive.listed(content).folders

    assert (top.title, [each.name for each in top.entries]) == ("", ["a.txt"])
    assert top.entries[0].note == "2 kB"
    assert (inner.title, inner.note) == ("b", "2 files, 1 kB")
    assert [each.name for each in inner.entries] == ["c.txt", "d.txt"]
