"""Measure `argmap export` as a whole process against Argdown's command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import maps
from benchmarks.measuring import medians, missing
from benchmarks.stores import store

BOXES = 30
ROUNDS = 5
_PEER = "@argdown/cli"
_NEAREST = {
    "svg": ("svg",),
    "png": ("png", "svg"),
    "pdf": ("pdf",),
    "handout": ("pdf",),
}
"""What is made, and what the peer makes of the same map: the first of these that it can."""


def run(folder: Path) -> None:
    """Print the times of both and their ratio, for each thing that is made."""
    print(f"`argmap export` of {BOXES} boxes, whole process, against {_PEER}")
    database = store(folder, BOXES)
    tasks: dict[str, Callable[[], object]] = {
        f"argmap {form}": partial(_export, form, database, folder) for form in _NEAREST
    }
    argdown = _argdown(folder)
    made = _made_by(argdown, folder) if argdown else frozenset()
    for form in sorted(made):
        tasks[f"argdown {form}"] = partial(_convert, argdown, folder, form)
    times = medians(tasks, ROUNDS)
    for form, nearest in _NEAREST.items():
        ours = times[f"argmap {form}"]
        theirs = next((each for each in nearest if each in made), None)
        print(f"  argmap {form:8} {ours:5.0f} ms", end="")
        if theirs is None:
            print()
            continue
        said = "" if theirs == form else f" (it makes no {form} here, so against its {theirs})"
        other = times[f"argdown {theirs}"]
        print(f"   argdown {theirs} {other:5.0f} ms   argmap/argdown = {ours / other:.2f}{said}")


def _export(form: str, database: str, folder: Path) -> None:
    command = [
        *(sys.executable, "-m", "argmap.cli", "export", maps.CORPUS, "--format", form),
        *("--claim", maps.ROOT, "--depth", "all", "--database", database),
        *("--output", str(folder / f"map-{form}")),
    ]
    subprocess.run(command, check=True)


def _made_by(argdown: Path, folder: Path) -> frozenset[str]:
    """Try what the peer can make: PNG needs a further package of the same version."""
    wanted = sorted({each for nearest in _NEAREST.values() for each in nearest})
    found = frozenset(form for form in wanted if _converts(argdown, folder, form))
    for form in wanted:
        if form not in found:
            missing(_PEER, f"its command line made no {form}")
    if "svg" in found:
        boxes = (folder / "argdown" / "map.svg").read_text("utf-8").count('class="node"')
        assert boxes == BOXES, f"Argdown drew {boxes} boxes"
    return found


def _converts(argdown: Path, folder: Path, form: str) -> bool:
    try:
        _convert(argdown, folder, form)
    except subprocess.CalledProcessError:
        return False
    return (folder / "argdown" / f"map.{form}").is_file()


def _argdown(folder: Path) -> Path | None:
    """Install Argdown's command line for this run, or say why that is not possible.

    `ARGMAP_BENCH_ARGDOWN` names one that is there already.
    """
    if given := os.environ.get("ARGMAP_BENCH_ARGDOWN"):
        return Path(given)
    npm = shutil.which("npm")
    if npm is None:
        missing(_PEER, "no `npm` on the path")
        return None
    install = [
        npm,
        "install",
        "--silent",
        "--no-audit",
        "--no-fund",
        "--prefix",
        str(folder),
        _PEER,
    ]
    if subprocess.run(install).returncode:
        missing(_PEER, "npm could not install it")
        return None
    return folder / "node_modules" / ".bin" / "argdown"


def _convert(argdown: Path, folder: Path, form: str) -> None:
    source = folder / "map.argdown"
    source.write_text(maps.argdown(BOXES), "utf-8")
    subprocess.run(
        [str(argdown), "map", "--silent", "--format", form, str(source), str(folder / "argdown")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
