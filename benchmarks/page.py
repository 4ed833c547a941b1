"""Measure a claim's page from nothing cached against one `dot` process for the same DOT."""

from __future__ import annotations

import shutil
import subprocess
from functools import partial
from pathlib import Path

from argmap import rendering
from argmap.cli.serve import settle
from argmap.core.graph import ArgumentGraph
from argmap.library import Library
from argmap.rendering import engine
from argmap.web import Settings, create_app
from benchmarks import maps
from benchmarks.measuring import medians, missing
from benchmarks.stores import store

SIZES = (30, 100, 300)
ROUNDS = 31


def run(folder: Path) -> None:
    """Print the times and ratios at each size."""
    print("A claim's page from nothing cached, against one `dot -Tsvg` process for the same DOT")
    for boxes in SIZES:
        url = store(folder, boxes)
        page = _page(url)
        tasks = {"page": page}
        dot = shutil.which("dot")
        if dot:
            for name, labelled in (("dot", False), ("dot, texts in the DOT too", True)):
                path = folder / f"{boxes}-{labelled}.dot"
                path.write_text(_dot(boxes, labelled=labelled), "utf-8")
                tasks[name] = partial(
                    subprocess.run,
                    [dot, "-Tsvg", "-q", str(path)],
                    stdout=subprocess.DEVNULL,
                    check=True,
                )
        else:
            missing("dot", "no `dot` on the path")
        times = medians(tasks, ROUNDS)
        ours = times.pop("page")
        print(f"  {boxes:4} boxes: page {ours:6.1f} ms")
        for name, theirs in times.items():
            print(f"              {name:26} {theirs:6.1f} ms   page/dot = {ours / theirs:.2f}")


def _page(url: str):
    """Return a function that makes the page with every cache of data emptied before."""
    library = Library(url)
    client = create_app(Settings(cache_mb=0), library=library).test_client()
    address = f"/{maps.CORPUS}/claims/{maps.ROOT}?depth=all"
    settle()  # as `argmap serve` does before it serves

    def page() -> None:
        library._graphs.clear()
        engine._pictures._kept.clear()
        engine._pictures._bytes = 0
        answer = client.get(address)
        assert answer.status_code == 200, answer.status
        assert answer.data.count(b"<svg") >= 1

    return page


def _dot(boxes: int, *, labelled: bool) -> str:
    graph = ArgumentGraph(maps.corpus(boxes))
    picture = rendering.picture(graph, "tree", maps.ROOT, rendering.Options(depth=None))
    assert len(picture.drawing.boxes) == boxes
    return picture.drawing.dot(labelled=labelled)
