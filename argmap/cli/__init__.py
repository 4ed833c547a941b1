"""Offer argmap on the command line: a command for each thing one does with corpora.

Data goes to standard output and talk to standard error. The exit code is 0 when all went well, 1
when it did not, 2 when something was asked for that argmap does not have.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from types import MappingProxyType

import click

from argmap import __version__
from argmap.errors import ArgmapError, CannotWrite, InvalidCorpus, InvalidInput, UnknownName

COMMANDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "serve": ("argmap.cli.serve", "Serve the corpora, or one folder, as pages."),
        "load": ("argmap.cli.folders", "Take folders of claim files into the store."),
        "check": ("argmap.cli.folders", "Report every problem in folders of claim files."),
        "new": ("argmap.cli.folders", "Write a small commented corpus to begin with."),
        "list": ("argmap.cli.reading", "List the corpora in the store."),
        "show": ("argmap.cli.reading", "Show a corpus, or one claim and its arguments, in words."),
        "compare": ("argmap.cli.reading", "Line up what the accounts hold, claim by claim."),
        "stats": ("argmap.cli.reading", "Count what each account brings to each issue."),
        "export": ("argmap.cli.export", "Write a picture, an outline or data to a file."),
    }
)
"""Each command's module and its line in the list; a module is imported when it is asked for."""


class _Commands(click.Group):
    """List all commands without importing what they need: that takes longer than the list."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(COMMANDS[cmd_name][0]), f"{cmd_name}_command")
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


_EXAMPLES = """\b
Examples:
  argmap serve                      explore the shipped corpora in a browser
  argmap list                       see which corpora there are
  argmap new my-corpus              begin a corpus of your own
  argmap serve my-corpus --watch    and watch it grow

\b
`argmap COMMAND --help` says more about each command.
"""


@click.command(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXAMPLES
)
@click.version_option(__version__, prog_name="argmap", message="%(prog)s %(version)s")
def argmap() -> None:
    """Map competing narratives: what rival accounts claim, on what evidence, where they part."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        code = argmap.main(standalone_mode=False, prog_name="argmap")
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # who read from us has seen enough
        _drop_output()
        code = 1
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except CannotWrite as error:
        _drop_output()
        code = _tell(error)
    except ArgmapError as error:
        code = _tell(error)
    sys.exit(code if isinstance(code, int) else 0)


def _drop_output() -> None:
    """Keep Python from complaining once more when it flushes what it could not write."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: ArgmapError) -> int:
    """Say what went wrong in its own words and return the exit code."""
    if isinstance(error, InvalidCorpus):
        # Most commands end well, and need not wait for what writes problems.
        from argmap.writers import problems

        click.echo(problems.write(error.problems, "text"), err=True, nl=False)
    click.echo(f"argmap: {error}", err=True)
    asked_wrongly = isinstance(error, UnknownName | InvalidInput)
    return 2 if asked_wrongly and not isinstance(error, InvalidCorpus) else 1
