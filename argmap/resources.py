"""Find the files that travel with argmap: pages, shipped corpora, catalogues of messages."""

from __future__ import annotations

from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return the folder `templates` or `claims`.

    In a wheel it lies in `argmap/_data/`, in a checkout beside the package. Nothing else is
    searched, so a folder of the same name elsewhere on the path can never stand in.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    for base in (_PACKAGE / "_data", _PACKAGE.parent):
        if (folder := base / name).is_dir():
            return folder
    raise FileNotFoundError(f"argmap's folder {name!r} is missing; install argmap again.")


def checkout() -> Path | None:
    """Return the folder of the source checkout that argmap runs from; None if installed."""
    root = _PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() and (root / "claims").is_dir() else None


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the messages of a language, "en" (written in the program) or one with a catalogue.

    Raises:
        FileNotFoundError: There is no such catalogue.
    """
    if language == "en":
        return NullTranslations()
    return translation("argmap", _PACKAGE / "locale", [language])
