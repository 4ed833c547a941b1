"""Pack files into one archive, those a corpus is written in above all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from argmap.core.wording.files import file_size, files_and_size
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.seen import Contents, Entry, Folder

# The earliest time a zip file can say; any fixed one would do, so that bytes stay the same.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE_FILE = 0o100644 << 16


def write(order: Order) -> bytes:
    """Write the whole corpus as a zip file that holds its folder of claim files."""
    # Other formats share the registry, and should not wait for what claim files need.
    from argmap.writers import claim_folder

    corpus = order.graph.corpus
    return zipped(corpus.id, claim_folder.files(corpus))


def zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    """Pack files into a folder of a zip file; see `packed`."""
    return packed({f"{folder}/{path}": data for path, data in files.items()})


def repacked(content: bytes) -> bytes:
    """Pack the files of a zip file again, in their order, without their times."""
    with zipfile.ZipFile(io.BytesIO(content)) as given:
        return packed({name: given.read(name) for name in given.namelist()})


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack files into a zip file by their paths; the same files give the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE_FILE
            entry.create_system = 3
            archive.writestr(entry, data)
    return content.getvalue()


def listed(content: bytes) -> Contents:
    """Tell what is in a zip file, by its folders' names; the one folder around all is not named."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sizes = {each.filename: each.file_size for each in archive.infolist()}
    folders: dict[str, dict[str, int]] = {}
    for path, size in sizes.items():
        folder, _, name = path.rpartition("/")
        folders.setdefault(folder.partition("/")[2], {})[name] = size
    return Contents(
        folders=tuple(
            Folder(
                title=folder,
                note=files_and_size(len(files), sum(files.values())),
                entries=tuple(Entry(name, file_size(size)) for name, size in files.items()),
            )
            for folder, files in sorted(folders.items())
        )
    )


FORMAT = Format(
    name="claim-folder",
    title="Claim files (ZIP)",
    suffix="zip",
    media_type="application/zip",
    scopes=frozenset({Scope.CORPUS}),
    write=write,
    purpose="The files the corpus is written in, to change it or to build on it.",
    family=Family.DATA,
    seen=listed,
    has_all_accounts=True,
)
