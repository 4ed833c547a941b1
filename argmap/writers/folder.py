"""Put a set of files into a new folder, all of them or none."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from argmap.errors import CannotWrite


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is new or empty.

    They are written beside it first and take its name at the end, so the folder never holds
    some of them only.

    Args:
        folder: Where the files go; the folder it lies in is there already.
        files: Content by file name; folders within are written with slashes.

    Raises:
        CannotWrite: The folder holds something, or cannot be made.
    """
    refuse_taken(folder)
    beside = folder.parent / f".{folder.name}-{secrets.token_hex(8)}"
    try:
        beside.mkdir()
        for name, content in files.items():
            path = PurePosixPath(name)
            if str(path) != name or path.is_absolute() or {"..", "."} & {*path.parts}:
                raise CannotWrite(f"{name!r} is not the name of a file.")
            if "\\" in name:
                raise CannotWrite(f"{name!r} is not the name of a file.")
            (beside / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).write_bytes(content)
        if folder.is_dir():
            folder.rmdir()
        beside.rename(folder)
    except CannotWrite:
        raise
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CannotWrite(f"The folder {str(folder)!r} cannot be written: {why}.") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def refuse_taken(folder: Path) -> None:
    """See that a folder can be made, before somebody takes a minute for what goes into it.

    Raises:
        CannotWrite: It holds something already, or there is no place for it.
    """
    if not folder.name:
        raise CannotWrite(f"{str(folder)!r} is not the name of a new folder.")
    if folder.is_dir() and not folder.is_symlink():
        if next(folder.iterdir(), None) is not None:
            raise CannotWrite(f"The folder {str(folder)!r} is not empty; choose another name.")
    elif folder.exists() or folder.is_symlink():
        raise CannotWrite(f"{str(folder)!r} is there already and is not a folder.")
    elif not folder.parent.is_dir():
        raise CannotWrite(f"{str(folder)!r} cannot be made: {str(folder.parent)!r} is no folder.")
