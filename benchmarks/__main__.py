"""Run every benchmark, or those named: `python -m benchmarks page cached command`."""

from __future__ import annotations

import platform
import sys
import tempfile
from pathlib import Path

from benchmarks import cached, command, page

BENCHMARKS = {"page": page.run, "cached": cached.run, "command": command.run}


def main(names: list[str]) -> None:
    """Measure in a folder that is thrown away, so that nothing is left behind."""
    print(f"Medians on {platform.platform()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as folder:
        for name in names or BENCHMARKS:
            print()
            BENCHMARKS[name](Path(folder))


main(sys.argv[1:])
