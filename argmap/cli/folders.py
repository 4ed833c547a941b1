"""Work with folders of claim files: `argmap load`, `argmap check`, `argmap new`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from argmap import library
from argmap.cli import options, place
from argmap.cli.progress import reporter
from argmap.library import Library
from argmap.writers import new_corpus, problems
from argmap.writers.folder import write_folder


@click.command(
    "load",
    epilog=options.examples(
        "argmap new my-corpus",
        "argmap load my-corpus",
        "argmap load my-corpus --database sqlite:///course.db",
    ),
)
@options.folder_argument
@options.database
def load_command(folders: tuple[Path, ...], database: str | None) -> None:
    """Take folders of claim files into the store.

    Each folder is one corpus and takes the place of what the store holds under its name. It is
    taken whole or, if it has errors, not at all. Loading it twice changes nothing.
    """
    store = Library(database or place.store_url())
    for folder in folders:
        with reporter(f"Loading {folder}") as progress:
            report = store.load_folder(folder, progress=progress)
        for warning in report.warnings:
            click.echo(str(warning), err=True)
        done = "is loaded" if report.changed else "was loaded already; nothing has changed"
        click.echo(f"{report.corpus.title} {done}.", err=True)


@click.command(
    "check",
    epilog=options.examples(
        "argmap new my-corpus",
        "argmap check my-corpus",
        "argmap check my-corpus --format github",
        "argmap check my-corpus --accepted",
    ),
)
@options.folder_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(problems.FORMATS)),
    default="text",
    show_default=True,
    help="Lines to read, data for programs, or annotations for GitHub.",
)
@click.option(
    "--accepted",
    "with_accepted",
    is_flag=True,
    help="List the weaknesses that a corpus accepts too, with its reasons.",
)
def check_command(folders: tuple[Path, ...], form: str, with_accepted: bool) -> None:
    """Report every problem in folders of claim files; nothing is stored.

    Each line is `file:line:column: CODE message`. Codes that begin with W are warnings. The
    exit code is 1 where there is an error, and 0 where there are none or only warnings. A
    weakness that the corpus accepts with a reason, in its list `accepted`, is no warning and is
    counted apart.
    """
    readings = [library.check_folder(folder) for folder in folders]
    found = tuple(problem for reading in readings for problem in reading.problems)
    accepted = tuple(problem for reading in readings for problem in reading.accepted)
    options.write_out(problems.write((*found, *accepted) if with_accepted else found, form))
    summary = problems.summary((*found, *accepted))
    click.echo(f"{summary[:1].upper()}{summary[1:]} in {_counted(folders)}.", err=True)
    click.get_current_context().exit(problems.exit_code(found))


def _counted(folders: tuple[Path, ...]) -> str:
    return str(folders[0]) if len(folders) == 1 else f"{len(folders)} folders"


@click.command(
    "new",
    epilog=options.examples(
        "argmap new my-corpus",
        "argmap serve my-corpus --watch",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
def new_command(folder: Path) -> None:
    """Write a small commented corpus to begin with.

    FOLDER is made; its name becomes the id of the corpus (a-z, 0-9 and hyphens).
    """
    write_folder(folder, new_corpus.template(folder.resolve().name))
    click.echo(
        f"{folder} is there. See it with: argmap serve {shlex.quote(str(folder))} --watch",
        err=True,
    )
