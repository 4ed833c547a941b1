"""Write files: `argmap export`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from argmap import library
from argmap.cli import options
from argmap.errors import CannotWrite, InvalidInput
from argmap.library import Exported
from argmap.writers.format import Order

_FORMATS = tuple(each.name for each in library.formats())


@click.command(
    "export",
    epilog=options.examples(
        *options.BEFORE,
        "argmap export my-corpus --format svg --issue old-crane -o old-crane.svg",
        "argmap export my-corpus --format pdf --claim crane-is-sound --depth all -o tree.pdf",
        "argmap export my-corpus --format json > my-corpus.json",
        "argmap export my-corpus --format claim-folder -o my-copy/",
    ),
)
@click.argument("corpus")
@click.option("--format", "-f", "form", type=click.Choice(_FORMATS), required=True)
@click.option("--claim", "-c", default="", help="The claim whose arguments are wanted.")
@click.option("--issue", "-i", default="", help="The issue that is wanted.")
@click.option("--diagram", "-d", default="", help="Another diagram than the usual one.")
@options.narratives
@options.depth
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, allow_dash=True),
    default=Path("-"),
    help="A file, or a folder to put it in; standard output else.",
)
@options.database
def export_command(
    corpus: str,
    form: str,
    claim: str,
    issue: str,
    diagram: str,
    narratives: tuple[str, ...],
    depth: int | None,
    output: Path,
    database: str | None,
) -> None:
    """Write a picture, an outline or data to a file."""
    order = Order(
        graph=options.open_corpus(database, corpus),
        claim=claim,
        issue=issue,
        diagram=diagram,
        narratives=narratives,
        depth=depth,
        engine=os.environ.get("ARGMAP_ENGINE", "auto"),
    )
    if form == "claim-folder" and str(output) != "-" and output.suffix != ".zip":
        library.export_folder(order, output)
        return
    exported = library.export(form, order)
    if str(output) == "-":
        _to_standard_output(exported)
    else:
        _to_file(exported, output / exported.file_name if output.is_dir() else output)


def _to_standard_output(exported: Exported) -> None:
    is_binary = exported.media_type in ("image/png", "application/pdf", "application/zip")
    if is_binary and sys.stdout is not None and sys.stdout.isatty():
        raise InvalidInput(f"A terminal cannot show this file. Name one: -o {exported.file_name}")
    options.write_bytes_out(exported.content)


def _to_file(exported: Exported, path: Path) -> None:
    """Write beside the place first, so that a file is there whole or as it was before."""
    written: Path | None = None
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe is written to; to rename over it would take it away.
            path.write_bytes(exported.content)
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".argmap-", delete=False) as file:
            written = Path(file.name)
            file.write(exported.content)
        written.chmod(0o666 & ~_umask())
        written.replace(path)
    except OSError as error:
        if written is not None:
            written.unlink(missing_ok=True)
        raise CannotWrite(f"{path} cannot be written: {error.strerror}.") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
