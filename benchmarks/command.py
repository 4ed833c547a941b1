"""Measure `argmap export` as a whole process against Argdown's command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks import maps
from benchmarks.measuring import medians, missing
from benchmarks.stores import store

BOXES = 30
ROUNDS = 7
_PEER = "@argdown/cli"


def run(folder: Path) -> None:
    """Print the times of both and their ratio."""
    print(f"`argmap export` of {BOXES} boxes to SVG, whole process, against {_PEER}")
    export = [
        *(sys.executable, "-m", "argmap.cli", "export", maps.CORPUS, "--format", "svg"),
        *("--claim", maps.ROOT, "--depth", "all", "--database", store(folder, BOXES)),
        *("--output", str(folder / "map.svg")),
    ]
    tasks = {"argmap": lambda: subprocess.run(export, check=True)}
    argdown = _argdown(folder)
    if argdown:
        tasks["argdown"] = lambda: _convert(argdown, folder)
    times = medians(tasks, ROUNDS)
    print(f"  argmap export {times['argmap']:.0f} ms")
    if argdown:
        boxes = (folder / "argdown" / "map.svg").read_text("utf-8").count('class="node"')
        assert boxes == BOXES, f"Argdown drew {boxes} boxes"
        ratio = times["argmap"] / times["argdown"]
        print(f"  argdown map   {times['argdown']:.0f} ms   argmap/argdown = {ratio:.2f}")


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


def _convert(argdown: Path, folder: Path) -> None:
    source = folder / "map.argdown"
    source.write_text(maps.argdown(BOXES), "utf-8")
    subprocess.run(
        [str(argdown), "map", "--silent", "--format", "svg", str(source), str(folder / "argdown")],
        stdout=subprocess.DEVNULL,
        check=True,
    )
