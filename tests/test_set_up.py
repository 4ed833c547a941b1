"""Set a checkout up on machines that lack something, with stand-ins on the path."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SET_UP = ROOT / ".ci" / "set-up"
Machine = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="make and a POSIX shell")

TOO_OLD = """#!/bin/sh
case "$*" in
    --version) echo "Python 3.9.18" ;;
    *) exit 1 ;;
esac
"""
# What a version manager leaves on the path for a version that is not chosen.
EMPTY_SHELL = "#!/bin/sh\necho 'command not found' >&2\nexit 127\n"
FITTING = f'#!/bin/sh\nexec {sys.executable} "$@"\n'
NO_VENV = f"""#!/bin/sh
case "$*" in
    *ensurepip*) echo "No module named ensurepip" >&2; exit 1 ;;
    *) exec {sys.executable} "$@" ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Run the set-up where only the given programs and the shell's own are on the path."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "env", "dirname", "cat"):
        if found := shutil.which(name):
            (programs / name).symlink_to(found)

    def run(locks: tuple[str, ...] = ("nothing.lock",), **scripts: str):
        environment = {"PATH": str(programs), "HOME": str(tmp_path)}
        if python := scripts.pop("PYTHON", None):
            environment["PYTHON"] = python
        for name, script in scripts.items():
            path = programs / name.replace("_", ".")
            path.write_text(script)
            path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return subprocess.run(
            ["sh", str(SET_UP), *locks], cwd=tmp_path, env=environment,
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    return run


def test_old_python_gets_one_sentence(machine):
    result = machine(python3=TOO_OLD)

    assert result.returncode != 0
    assert "needs Python 3.11 or newer and found Python 3.9.18" in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_python_at_all_gets_one_sentence(machine):
    result = machine()

    assert result.returncode != 0
    assert "needs Python 3.11 or newer and found none" in result.stderr
    assert result.stderr.count("\n") == 1


def test_missing_venv_module_gets_one_sentence_that_says_what_to_install(machine):
    result = machine(python3=NO_VENV)

    assert result.returncode != 0
    assert "apt install python3-venv" in result.stderr
    assert result.stderr.count("\n") == 1


def test_python_named_that_does_not_fit_is_not_replaced_by_another(machine):
    result = machine(PYTHON="python3.9", python3_9=TOO_OLD, python3=FITTING)

    assert result.returncode != 0
    assert "PYTHON=python3.9 is not a Python 3.11 or newer" in result.stderr


def test_newer_python_beside_an_old_one_is_found(machine, tmp_path):
    result = machine(python3=TOO_OLD, python3_14=EMPTY_SHELL, python3_12=FITTING)

    # It goes on to the lock file, which is not there.
    assert "Setting up .venv" in result.stderr
    assert "nothing.lock" in result.stderr
    assert (tmp_path / ".venv" / "bin" / "python").exists()


def test_uv_is_used_where_it_is_installed(machine, tmp_path):
    log = tmp_path / "uv.log"
    result = machine(python3=NO_VENV, uv=f'#!/bin/sh\necho "$@" >>{log}\n', locks=("a.lock",))

    assert result.returncode == 0
    first, second, third = log.read_text().splitlines()
    assert first.startswith("venv ")
    assert "--require-hashes -r a.lock" in second
    assert "--no-deps --no-build-isolation --editable ." in third


def test_every_package_in_the_locks_has_its_hashes_and_no_place_of_its_own():
    for name in ("requirements.lock", ".ci/tests.lock"):
        text = (ROOT / name).read_text("utf-8")
        packages = [line for line in text.splitlines() if "==" in line and line[0].isalnum()]

        assert packages
        assert text.count("\n    --hash=sha256:") >= len(packages)
        assert not any(word in text for word in ("http:", "https:", "file:", "--index", "--find"))


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    runtime = (ROOT / "requirements.lock").read_text("utf-8")
    everything = runtime + (ROOT / ".ci/tests.lock").read_text("utf-8")
    groups = project["dependency-groups"]

    def missing(requirements, lock):
        names = [line.split("==")[0] for line in lock.splitlines() if "==" in line]
        wanted = [each.split("[")[0].split(">")[0].strip().lower() for each in requirements]
        return [name for name in wanted if name not in names]

    assert missing([*project["project"]["dependencies"], *groups["build"]], runtime) == []
    assert missing([*groups["dev"], *groups["browser"]], everything) == []


def test_every_target_of_the_makefile_is_in_its_help():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = makefile.rsplit(".PHONY:", 1)[1].split()
    shown = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True).stdout

    assert [line.split()[1] for line in shown.splitlines()] == phony
