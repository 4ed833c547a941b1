"""Write files: `argmap export`."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

import click

from argmap import library, registry
from argmap.cli import options
from argmap.cli.progress import reporter
from argmap.errors import CannotWrite, InvalidInput
from argmap.library import Exported
from argmap.writers.edition import Edition
from argmap.writers.format import Order
from argmap.writers.options import AnyOption

_ALL = library.formats().names
_NAMES = ("--format", "-f")
_HEEDED = f"{__name__}.formats"


class _Export(click.Command):
    """Reads the options of the one format that is named, so that no other has to be loaded.

    Where help is wanted, or that does not go well, it knows the options of all.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = next((args[at + 1] for at, each in enumerate(args[:-1]) if each in _NAMES), "")
        if named in _ALL and not set(ctx.help_option_names) & set(args):
            ctx.meta[_HEEDED] = (named,)
            with suppress(click.UsageError):
                return super().parse_args(ctx, [*args])
            ctx.meta.pop(_HEEDED)
        return super().parse_args(ctx, args)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        usual = super().get_params(ctx)
        at = next(place for place, param in enumerate(usual) if param.name == "address")
        return [*usual[:at], *_options_of(ctx.meta.get(_HEEDED, _ALL)), *usual[at:]]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        with formatter.section("What can be made"):
            formatter.write_dl([(each.name, each.purpose) for each in library.formats()])


@cache
def _options_of(formats: tuple[str, ...]) -> list[click.Option]:
    """Make every option of these formats, each with the formats that heed it."""
    heeding: dict[str, list[str]] = {}
    known: dict[str, AnyOption] = {}
    for form in map(library.formats().named, formats):
        for option in form.options:
            known.setdefault(option.name, option)
            heeding.setdefault(option.name, []).append(form.name)
    return [
        click.Option(
            [f"--{name}"],
            metavar=option.may_be,
            default="",
            help=f"{option.help} [{', '.join(heeding[name])}; else {option.usual}]",
        )
        for name, option in known.items()
    ]


@click.command(
    "export",
    cls=_Export,
    epilog=options.examples(
        *options.BEFORE,
        "argmap export my-corpus --format svg --issue old-crane -o old-crane.svg",
        "argmap export my-corpus --format pdf --claim crane-is-sound --depth all -o tree.pdf",
        "argmap export my-corpus --format json > my-corpus.json",
        "argmap export my-corpus --format claim-folder -o my-copy/",
        "argmap export my-corpus -f pdf -i old-crane --palette grey -o old-crane-grey.pdf",
        "argmap export my-corpus -f handout -i old-crane --paper letter --citing apa -o class.pdf",
        "argmap export my-corpus -f blanked-map -i old-crane --seed 7 -o map.pdf",
        "argmap export my-corpus -f blanked-map -i old-crane --seed 7 --key yes -o key.pdf",
        "argmap export my-corpus -f offline -o my-corpus.html",
        "argmap export my-corpus -f site -o my-site/",
        "argmap export my-corpus -f three-columns -i old-crane --difficulty hard -o columns.pdf",
        "argmap export my-corpus -f png -c crane-is-sound --width 1920 -o slide.png",
    ),
)
@click.argument("corpus")
@click.option(*_NAMES, "form", type=click.Choice(_ALL), required=True)
@click.option("--claim", "-c", default="", help="The claim whose arguments are wanted.")
@click.option("--issue", "-i", default="", help="The issue that is wanted.")
@click.option("--diagram", "-d", default="", help="Another diagram than the usual one.")
@options.narratives
@options.depth
@click.option("--address", metavar="URL", default="", help="The site that pictures refer to.")
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
    address: str,
    output: Path,
    database: str | None,
    **given: str,
) -> None:
    """Write a picture, something for the class, an outline or data to a file."""
    chosen = library.choose(form, given)
    order = Order(
        graph=options.open_corpus(database, corpus),
        claim=claim,
        issue=issue,
        diagram=diagram,
        narratives=narratives,
        depth=depth,
        address=address,
        chosen=chosen,
        engine=os.environ.get("ARGMAP_ENGINE", "auto"),
        publish=_publish,
    )
    if form == "claim-folder" and str(output) != "-" and output.suffix != ".zip":
        library.export_folder(order, output)
        return
    as_folder = form == "site" and str(output) != "-" and output.suffix != ".zip"
    chosen_format = registry.find("format", library.formats(), form)
    if str(output) != "-" and not output.parent.is_dir():
        # Some of what follows takes a minute.
        raise CannotWrite(f"{output} cannot be written: {output.parent} is no folder.")
    if order.scope in chosen_format.lengthy:
        with reporter(chosen_format.title) as progress:
            order = replace(order, progress=progress)
            if as_folder:
                library.export_site(order, output)
                return
            exported = library.export(form, order)
    else:
        exported = library.export(form, order)
    if str(output) == "-":
        _to_standard_output(exported)
    else:
        _to_file(exported, output / exported.file_name if output.is_dir() else output)


def _publish(order: Order) -> Edition:
    # Only what is made of pages waits for the web framework.
    from argmap.web import publish

    return publish(order)


def _to_standard_output(exported: Exported) -> None:
    if not _is_text(exported.content) and sys.stdout is not None and sys.stdout.isatty():
        raise InvalidInput(f"A terminal cannot show this file. Name one: -o {exported.file_name}")
    options.write_bytes_out(exported.content)


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


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
        raise CannotWrite(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        # It is gone from there where all went well, and what was interrupted leaves nothing.
        if written is not None:
            written.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
