"""Take the corpora that come with argmap into the store, and never over an owner's own."""

from __future__ import annotations

import json
from pathlib import Path

import click

from argmap import resources
from argmap.cli import place
from argmap.cli.progress import reporter
from argmap.errors import CannotWrite
from argmap.library import Library

_NOTES = "shipped.json"


def take_up(library: Library) -> None:
    """Load each shipped corpus that the store lacks, or holds just as argmap last put it there.

    So a newer argmap brings its newer corpus along, and a corpus of the same id that somebody
    else loaded stays as it is. What argmap put there is noted in the instance folder.

    Raises:
        CannotWrite: The instance folder cannot be written.
    """
    notes = _read_notes()
    held = {entry.id: entry.revision for entry in library.shelf()}
    for folder in sorted(path for path in resources.shipped("claims").iterdir() if path.is_dir()):
        if folder.name not in held:
            with reporter(f"Loading {folder.name}") as progress:
                library.load_folder(folder, progress=progress)
        elif held[folder.name] == notes.get(folder.name):
            if library.load_folder(folder).changed:
                click.echo(f"A newer {folder.name} came with argmap and was loaded.", err=True)
        else:
            continue
        notes[folder.name] = library.revision(folder.name)
    _write_notes(notes)


def _read_notes() -> dict[str, str]:
    try:
        notes = json.loads(_notes_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return notes if isinstance(notes, dict) else {}


def _write_notes(notes: dict[str, str]) -> None:
    file = _notes_file()
    try:
        file.write_text(json.dumps(notes, indent=2) + "\n", "utf-8")
    except OSError as error:
        raise CannotWrite(f"{file} cannot be written: {error.strerror}.") from error


def _notes_file() -> Path:
    return place.instance_folder() / _NOTES
