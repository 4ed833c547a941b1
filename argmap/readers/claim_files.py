"""Find the claim files of a folder and read their bytes, whatever else may lie there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import InvalidInput

SUFFIXES = (".yaml", ".yml")
MAX_FILE_BYTES = 5_000_000
MAX_FOLDER_BYTES = 50_000_000
MAX_FILES = 2_000
_MAX_FOLDER_DEPTH = 10
_MAX_ENTRIES = 50_000

# Opening a pipe or a device must not wait for somebody at its other end; 0 where there are none.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Refused(Exception):
    """A file that is not read; `code` and the message say why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Found:
    """A name that claim files have, in a folder: its path as given, and why it is refused."""

    path: Path
    refused: Refused | None = None


def find(folder: Path) -> tuple[Found, ...]:
    """List the claim files of a folder and its subfolders, in the order of their paths.

    Hidden files and folders are passed over, links to folders refused.

    Raises:
        InvalidInput: There is no such folder, or it cannot be read.
        Refused: It has more than 2,000 claim files.
    """
    if not folder.is_dir():
        what = "is a file; give the folder it is in" if folder.is_file() else "is not a folder"
        raise InvalidInput(f"{str(folder)!r} {what}.")
    try:
        inside = folder.resolve(strict=True)
        found = sorted(_walk(folder, inside), key=lambda each: each.path.as_posix())
    except (OSError, RuntimeError) as error:
        raise InvalidInput(f"The folder {str(folder)!r} cannot be read: {_why(error)}.") from error
    if len(found) > MAX_FILES:
        raise Refused("E006", f"The folder has more than {MAX_FILES:,} claim files.")
    return tuple(found)


def _walk(folder: Path, inside: Path) -> Iterator[Found]:
    waiting = [(folder, 0)]
    entries = 0
    while waiting:
        here, depth = waiting.pop()
        with os.scandir(here) as names:
            for entry in names:
                entries += 1
                if entries > _MAX_ENTRIES:
                    raise Refused("E006", f"The folder has more than {_MAX_ENTRIES:,} entries.")
                if entry.name.startswith("."):
                    continue
                path = here / entry.name
                if entry.is_dir(follow_symlinks=False):
                    if depth < _MAX_FOLDER_DEPTH:
                        waiting.append((path, depth + 1))
                    else:
                        why = f"Folders are nested more than {_MAX_FOLDER_DEPTH} deep."
                        yield Found(path, Refused("E006", why))
                elif entry.is_symlink() or entry.name.lower().endswith(SUFFIXES):
                    yield from _linked_or_plain(path, entry, inside)


def _linked_or_plain(path: Path, entry: os.DirEntry[str], inside: Path) -> Iterator[Found]:
    if not entry.is_symlink():
        yield Found(path)
    elif entry.is_dir():
        yield Found(path, Refused("E008", "A link to a folder is not followed."))
    elif entry.name.lower().endswith(SUFFIXES):
        target = path.resolve()
        leaves = not target.is_relative_to(inside)
        yield Found(path, Refused("E008", "The link leaves the folder.") if leaves else None)


def read(path: Path, *, left: int) -> bytes:
    """Return the bytes of a claim file.

    Args:
        path: The file.
        left: How many bytes the folder may still have.

    Raises:
        Refused: It is no regular file (E008), too large (E006) or cannot be opened (E010).
    """
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
    except OSError as error:
        raise Refused("E010", f"The file cannot be opened: {_why(error)}.") from error
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Refused("E008", "This is not a regular file.")
        _check_size(status.st_size, left)
        content = file.read(MAX_FILE_BYTES + 1)
        _check_size(len(content), left)
        return content


def _check_size(size: int, left: int) -> None:
    if size > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 1_000_000
        raise Refused("E006", f"The file has {size:,} bytes; {limit} MB are allowed: split it.")
    if size > left:
        limit = MAX_FOLDER_BYTES // 1_000_000
        raise Refused("E006", f"With this file the folder has more than {limit} MB.")


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
