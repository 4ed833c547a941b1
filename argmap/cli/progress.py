"""Show on a terminal how far a long task is; elsewhere say only what is being done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from argmap.writers.format import Progress

_CLEAR_LINE = "\r\x1b[K"


@contextmanager
def reporter(task: str) -> Iterator[Progress]:
    """Give the function to call with what is being done, how much is done, and of how much."""
    if sys.stderr is None or not sys.stderr.isatty():
        click.echo(f"{task} ...", err=True)
        yield lambda what, done, total: None
        return

    def show(what: str, done: int, total: int) -> None:
        share = f" {100 * done // total} %" if total else ""
        click.echo(f"{_CLEAR_LINE}{task}: {what}{share}", nl=False, err=True)

    try:
        yield show
    finally:
        click.echo(_CLEAR_LINE, nl=False, err=True)
