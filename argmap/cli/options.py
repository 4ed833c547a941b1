"""Share what several commands take: the store, a corpus, accounts, an issue, a depth."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from argmap import library
from argmap.cli import place, shipped
from argmap.core.graph import ArgumentGraph
from argmap.core.selection import DEFAULT_DEPTH, MAX_DEPTH
from argmap.errors import CannotWrite, UnknownName
from argmap.library import Library

_Command = TypeVar("_Command", bound=Callable[..., Any])


BEFORE = ("argmap new my-corpus", "argmap load my-corpus")
"""What an example does first, so that its corpus, issue and claim are there on every machine."""


def examples(*lines: str) -> str:
    """Lay out what a command's help ends with: commands that can be typed as they stand."""
    # Click keeps the lines of a paragraph apart that begins with a backspace.
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


class Depth(click.ParamType[int | None]):
    """A number of steps, or "all" (None)."""

    name = "N|all"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | None:
        """Read a depth, or stop with what may be written."""
        if value == "all" or value is None:
            return None
        text = str(value)
        # Python refuses to read a number of thousands of digits.
        if text.isascii() and text.isdigit() and int(text[:9]) <= MAX_DEPTH and len(text) <= 9:
            return int(text)
        self.fail(f"write a number of steps from 0 to {MAX_DEPTH}, or all", param, ctx)


class Names(click.ParamType[tuple[str, ...]]):
    """Ids with commas between them."""

    name = "A,B"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split at commas; empty names are left out."""
        if isinstance(value, tuple):
            return value
        return tuple(name for part in str(value).split(",") if (name := part.strip()))


def database(command: _Command) -> _Command:
    """Add the option that names another store."""
    return click.option(
        "--database",
        metavar="URL",
        help="Another store than the usual one, such as postgresql://user@host/name.",
    )(command)


def narratives(command: _Command) -> _Command:
    """Add the option that chooses accounts."""
    return click.option(
        "--narratives", "-n", type=Names(), default=(), help="Accounts to show; all of them else."
    )(command)


def depth(command: _Command) -> _Command:
    """Add the option that says how far a tree goes."""
    return click.option(
        "--depth",
        type=Depth(),
        default=str(DEFAULT_DEPTH),
        show_default=True,
        help="Steps from the claim.",
    )(command)


def open_library(database: str | None) -> Library:
    """Open the store named, or the usual one.

    The usual store is filled with the shipped corpora when nothing is in it, so that every
    command has something to show on a machine where argmap never ran.
    """
    if database:
        return Library(database)
    usual = Library(place.store_url())
    if not usual.shelf():
        shipped.take_up(usual)
    return usual


def open_corpus(database: str | None, corpus: str) -> ArgumentGraph:
    """Open one corpus of the store named, or of the usual one."""
    try:
        return library.open_graph(database or place.store_url(), corpus)
    except UnknownName:
        return open_library(database).graph(corpus)


def write_out(text: str) -> None:
    """Write data to standard output as UTF-8, whatever the machine's own encoding is."""
    write_bytes_out(text.encode())


def write_bytes_out(content: bytes) -> None:
    """Write data to standard output.

    Raises:
        CannotWrite: It is closed, or where it leads is full.
    """
    if sys.stdout is None:
        raise CannotWrite("Standard output is closed; nothing was written.")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CannotWrite(f"Standard output cannot be written: {why}.") from error


def folder_argument(command: _Command) -> _Command:
    """Add one or more folders of claim files."""
    kind = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.argument("folders", metavar="FOLDER...", type=kind, nargs=-1, required=True)(
        command
    )
