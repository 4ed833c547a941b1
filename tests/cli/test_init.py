"""Hold all commands to the same manners."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from argmap import __version__
from argmap.cli import COMMANDS
from tests.cli.conftest import ROOT, process


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command, run):
    outcome = run(command, "--help")

    assert outcome.code == 0
    assert f"\n    argmap {command}" in outcome.out.partition("Examples:")[2]


@pytest.mark.skipif(os.name != "posix", reason="examples are typed into a POSIX shell")
@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "serve"])
def test_examples_in_the_help_can_be_typed_as_they_stand(command, run, tmp_path):
    shown = run(command, "--help").out.partition("Examples:")[2]
    lines = [line.strip() for line in shown.splitlines() if line.startswith("    argmap ")]
    argmap = f'argmap() {{ "{sys.executable}" -m argmap.cli "$@"; }}'
    typed = "\n".join(["set -e", argmap, *(line for line in lines if " serve " not in line)])

    result = subprocess.run(
        ["sh", "-c", typed], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip

    assert lines
    assert (result.returncode, "Error" in result.stderr) == (0, False), result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_line_in_the_list_is_the_first_line_of_the_help(command, run):
    words = " ".join(run(command, "--help").out.split())

    assert COMMANDS[command][1].rstrip(".").split(",")[0] in words


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command):
    assert f"`argmap {command}" in (ROOT / "README.md").read_text("utf-8")


def test_list_of_commands_names_them_all_in_order(run):
    shown = run("--help").out.partition("Commands:")[2]

    assert [line.split()[0] for line in shown.split("\n") if line.startswith("  ")][
        : len(COMMANDS)
    ] == list(COMMANDS)


def test_version(run):
    assert run("--version").out == f"argmap {__version__}\n"


def test_help_waits_for_nothing_heavy():
    heavy = "{'sqlalchemy', 'flask', 'marshmallow', 'wasmtime', 'graphviz', 'typst', 'yaml'}"
    script = (
        "import sys, atexit; sys.argv = ['argmap', '--help']\n"
        f"atexit.register(lambda: print(sorted({heavy} & sys.modules.keys()), file=sys.stderr))\n"
        "from argmap.cli import main; main()"
    )

    result = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT)

    assert result.stderr == b"[]\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("show", "smal"), "There is no corpus 'smal'. Known: small."),
        (("show", "small", "promis"), "There is no claim 'promis'. Known: promise, reply."),
        (("compare", "small", "-n", "left,middle"), "There is no account 'middle'."),
        (("compare", "small", "-i", "nowhere"), "There is no issue 'nowhere'."),
        (("export", "small", "-f", "svg"), "'svg' holds one claim or one issue"),
        (("export", "small", "-f", "svg", "-c", "promise", "-d", "pie"), "no diagram 'pie'"),
        (("export", "small", "-f", "json", "-c", "a", "-i", "b"), "a claim or an issue, not both"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(arguments, sentence, run, instance):
    outcome = run(*arguments)

    assert outcome.code == 2
    assert outcome.out == ""
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1


def test_store_that_cannot_be_opened_is_said_in_one_line(run, instance):
    (instance / "argmap.db").write_text("this is not a database, and long enough to be read" * 9)

    outcome = run("list")

    assert outcome.code == 1
    assert outcome.err.startswith("argmap: ")
    assert "Traceback" not in outcome.err


def test_database_address_that_means_nothing_is_explained(run, instance):
    outcome = run("list", "--database", "mysql://localhost/x")

    assert outcome.code == 1
    assert "sqlite:///argmap.db" in outcome.err


def test_unknown_command_is_wrong_usage(run):
    outcome = run("draw")

    assert outcome.code == 2
    assert "No such command 'draw'" in outcome.err


def test_reader_that_closes_early_ends_it_quietly(instance):
    shell = (
        f'{{ "{sys.executable}" -m argmap.cli compare small --format json; echo $? >&2; }} | true'
    )

    result = subprocess.run(["sh", "-c", shell], cwd=ROOT, capture_output=True, text=True)

    assert result.stderr.split() in (["0"], ["1"])


def test_output_that_nobody_reads_leaves_no_complaint(instance):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        result = subprocess.run(
            [sys.executable, "-m", "argmap.cli", "show", "small"],
            cwd=ROOT,
            stdout=closed,
            stderr=subprocess.PIPE,
            text=True,
        )

    assert (result.returncode, result.stderr) == (1, "")


@pytest.fixture
def heeded_interrupt():
    """Let a process that a test starts hear of an interrupt, as one in a terminal does.

    Tests that run in the background of a shell are told to ignore it, and hand that on.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_interrupt_ends_it_quietly(instance, heeded_interrupt):
    with process("serve", "--port", "8700") as served:
        assert any("argmap is at http://127.0.0.1:" in line for line in served.stderr)
        time.sleep(0.2)
        served.send_signal(signal.SIGINT)
        _, err = served.communicate(timeout=60)

    assert "Traceback" not in err
    assert served.returncode in (0, 130)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("command", ["list", "export small --format json"])
@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
def test_output_that_cannot_be_written_is_said_in_one_line(command, where, instance):
    shell = f'"{sys.executable}" -m argmap.cli {command} {where}'

    result = subprocess.run(["sh", "-c", shell], cwd=ROOT, capture_output=True, text=True)

    assert result.returncode == 1
    assert [line[:24] for line in result.stderr.splitlines()] == ["argmap: Standard output "]


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX")
def test_problems_of_a_load_never_speak_to_the_terminal(run, instance, tmp_path):
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "\x07bell.yaml").write_text("claim: []\n")

    outcome = run("load", folder)

    assert outcome.code == 1
    assert "\x07" not in outcome.err
