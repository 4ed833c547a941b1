"""Serve pages: `argmap serve`."""

from __future__ import annotations

import errno
import os
import signal
import socket
import sys
from pathlib import Path

import click
import waitress

from argmap import web
from argmap.cli import options, place, shipped
from argmap.cli.progress import reporter
from argmap.errors import ArgmapError
from argmap.library import Desk, Library
from argmap.web.settings import Settings

_PORTS_TRIED = 20
_THREADS = 8
_BACKLOG = 128


class AddressTaken(ArgmapError):
    """No port of those tried could be had."""


@click.command("serve")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--watch", is_flag=True, help="Take up each saved change of FOLDER, and show its problems.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535),
              help="The first port to try; the next free one is taken.")
@options.database
def serve_command(
    folder: Path | None, watch: bool, host: str, port: int, database: str | None
) -> None:
    """Serve the corpora as pages, or one FOLDER of claim files straight from its files.

    Without FOLDER, the store is made on the first start and filled with the shipped corpora;
    what you load yourself stays as you loaded it. With FOLDER nothing is stored.

    \b
    Examples:
      argmap serve
      argmap serve --port 9000
      argmap serve my-corpus --watch
    """
    if watch and folder is None:
        raise click.UsageError("--watch needs the folder to watch: argmap serve FOLDER --watch")
    listener = listen(host, port)
    app = _folder_app(folder, watch) if folder else _store_app(database)
    address, bound_port = listener.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address
    click.echo(f"argmap is at http://{shown}:{bound_port}/ (stop it with Ctrl-C)", err=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    waitress.create_server(app, sockets=[listener], threads=_THREADS, ident=None).run()
