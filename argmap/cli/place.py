"""Say where this installation keeps what lasts from one run to the next."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import click

from argmap import resources
from argmap.errors import CannotWrite


def instance_folder() -> Path:
    """Return the folder of the store, made if it is missing.

    That is what `ARGMAP_INSTANCE` names; else `instance/` in a checkout, so that it is found
    and thrown away with it; else the place the system has for a program's own files.

    Raises:
        CannotWrite: The folder cannot be made.
    """
    named = os.environ.get("ARGMAP_INSTANCE")
    checkout = resources.checkout()
    usual = checkout / "instance" if checkout else Path(click.get_app_dir("argmap"))
    folder = Path(named) if named else usual
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"The folder {folder} for argmap's store cannot be made: {error.strerror}. Name "
            "another one in ARGMAP_INSTANCE."
        ) from error
    return folder.resolve()


def store_url() -> str:
    """Return the address of the usual store: `ARGMAP_DATABASE_URL`, or a file of SQLite."""
    given = os.environ.get("ARGMAP_DATABASE_URL")
    # A folder's name may hold what has a meaning in an address.
    return given or f"sqlite:///{quote(str(instance_folder() / 'argmap.db'), safe='/:')}"
