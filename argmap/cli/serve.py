"""Serve pages: `argmap serve`."""

from __future__ import annotations

import ctypes
import errno
import gc
import os
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from wsgiref.types import WSGIApplication

import click
import waitress

from argmap.cli import options, place, shipped
from argmap.cli.progress import reporter
from argmap.errors import ArgmapError
from argmap.library import Desk, Library, formats
from argmap.web import Settings, create_app

FIRST_PORT = 8000
_PORTS_TRIED = 50
_THREADS = 8
_BACKLOG = 128
# More than the largest page makes, so that a page is seldom interrupted; some tens of megabytes.
_NEW_BEFORE_COLLECTING = 100_000
# As <malloc.h> of glibc has them.
_M_TRIM_THRESHOLD = -1
_M_MMAP_THRESHOLD = -3
_KEPT_BYTES = 32 << 20


@click.command(
    "serve",
    epilog=options.examples(
        "argmap serve",
        "argmap serve --port 9000",
        "argmap serve my-corpus --watch",
    ),
)
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--watch", is_flag=True, help="Take up each saved change, and show all problems.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at.")
@click.option(
    "--port",
    default=FIRST_PORT,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="The port to serve at; if it is taken, the next free one.",
)
@options.database
def serve_command(
    folder: Path | None, watch: bool, host: str, port: int, database: str | None
) -> None:
    """Serve the corpora as pages, or one FOLDER of claim files straight from its files.

    Without FOLDER the pages show the store. It is made on the first start and filled with the
    shipped corpora; a corpus you loaded yourself stays as you loaded it. With FOLDER nothing is
    stored; with --watch, too, each saved change is on the next page you open.
    """
    if watch and folder is None:
        raise click.UsageError("--watch needs a folder to watch: argmap serve FOLDER --watch")
    with listen(host, port) as listener:
        app = _folder_app(folder, watch) if folder else _store_app(database)
        list(formats())  # loaded now, and not while the first reader waits
        settle()
        server = waitress.create_server(app, sockets=[listener], threads=_THREADS, ident="")
        click.echo(f"argmap is at {_shown(listener)} (stop it with Ctrl-C)", err=True)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        server.run()


def settle() -> None:
    """Let Python look for garbage among what requests make, not among all that was loaded.

    A look through a whole server that has started takes as long as a page or two, and came with
    every few pages; a look for each 700 new objects came twenty times in one large page.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_BEFORE_COLLECTING)
    _keep_memory()


def _keep_memory() -> None:
    """Keep the memory of one page for the next, as far as the C library can be told to.

    A large page is put together of strings of some hundred thousand characters. glibc gives the
    memory of each back and asks for it anew, which took up to a tenth of the time of a page.
    """
    with suppress(AttributeError, OSError, TypeError):  # another library, or another system
        mallopt = ctypes.CDLL(None).mallopt
        for what in (_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD):
            mallopt(what, _KEPT_BYTES)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at the port, or at the next one that is free.

    It listens already when it is returned, so that two programs that start together can never
    choose the same one.

    Raises:
        ArgmapError: The address is not of this machine, or no port is free.
    """
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            return _listening(host, candidate)
        except (OSError, UnicodeError) as error:
            if getattr(error, "errno", None) != errno.EADDRINUSE:
                why = (getattr(error, "strerror", None) or "this is no name of a machine").lower()
                raise ArgmapError(f"Cannot serve at {host}, port {candidate}: {why}.") from error
    raise ArgmapError(f"The ports from {port} to {candidate} are all taken; choose another one.")


def _listening(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            # Without it a port stays taken for a minute after the last server there; on Windows
            # it would mean that two servers share the port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def _shown(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _store_app(database: str | None) -> WSGIApplication:
    url = database or place.store_url()
    library = Library(url)
    if not database:
        shipped.take_up(library)
    return create_app(_settings(url), library=library)


def _folder_app(folder: Path, watch: bool) -> WSGIApplication:
    """Make the application of one folder, in a store that lasts as long as the process."""
    library = Library("sqlite://")
    if watch:
        desk = Desk(folder, library)
        desk.refresh()
        return create_app(_settings("sqlite://"), library=library, desk=desk)
    with reporter(f"Loading {folder}") as progress:
        library.load_folder(folder, progress=progress)
    return create_app(_settings("sqlite://"), library=library)


def _settings(url: str) -> Settings:
    return replace(Settings.from_environment(os.environ), database_url=url)
