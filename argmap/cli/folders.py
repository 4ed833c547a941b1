"""Work with folders of claim files: `argmap load`, `argmap check`, `argmap new`."""

from __future__ import annotations

from pathlib import Path

import click

from argmap import library
from argmap.cli import options, place
from argmap.cli.progress import reporter
from argmap.library import Library


@click.command("load")
@options.folder_argument
@options.database
def load_command(folders: tuple[Path, ...], database: str | None) -> None:
    """Take folders of claim files into the store.

    Each folder is one corpus and takes the place of what the store holds under its name. It is
    taken whole or, if it has errors, not at all. Loading it twice changes nothing.

    \b
    Examples:
      argmap load claims/russia-nato
      argmap load claims/* --database postgresql://user@localhost/argmap
    """
    store = Library(database or place.store_url())
    for folder in folders:
        with reporter(f"Loading {folder}") as progress:
            report = store.load_folder(folder, progress=progress)
        for warning in report.warnings:
            click.echo(str(warning), err=True)
        done = "is loaded" if report.changed else "was loaded already; nothing has changed"
        click.echo(f"{report.corpus.title} {done}.", err=True)


