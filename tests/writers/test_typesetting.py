"""Set pages, and hold no more memory than that takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.writers import typesetting

LARGEST = """
from pathlib import Path
from argmap.core.graph import ArgumentGraph
from argmap import library
from argmap.readers import claim_folder
from argmap.writers.format import Order

graph = ArgumentGraph(claim_folder.read(Path("claims/russia-nato")).corpus)
order = Order(graph=graph, claim="enlargement-root-cause", depth=None)
pages = Path("/proc/self/statm")
for paper in ("a4", "letter", "a3", "a4", "letter", "a3"):
    palette = "grey" if paper == "a4" else "colour"
    chosen = library.choose("pdf", {"paper": paper, "palette": palette})
    library.export("pdf", Order(graph=graph, claim=order.claim, depth=None, chosen=chosen))
print(int(pages.read_text().split()[1]) * 4 // 1024)
"""


def test_typst_forgets_once_for_every_two_megabytes_that_it_reads(monkeypatch) -> None:
    runs: list[str] = []
    monkeypatch.setattr("typst.compile", lambda *_, **__: runs.append("run"))
    monkeypatch.setattr(typesetting.ctypes, "CDLL", lambda _: None)
    reading = typesetting._Reading()

    counts = []
    for count in (1_999_999, 1, 1_999_999, 1):
        reading.done(count)
        counts.append(len(runs))

    assert counts == [0, 10, 10, 20]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")
def test_many_large_maps_are_set_in_the_memory_of_a_few() -> None:
    root = Path(__file__).resolve().parents[2]

    done = subprocess.run(
        [sys.executable, "-c", LARGEST], cwd=root, capture_output=True, text=True, check=True
    )

    assert int(done.stdout) < 330, "megabytes"
