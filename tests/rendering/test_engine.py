import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from argmap.errors import DrawingFailed, DrawingTooLarge, EngineMissing
from argmap.rendering import bounds, engine
from tests.rendering import samples

needs_dot = pytest.mark.usefixtures("dot")


def test_layout_begun_beside_other_work_is_the_same() -> None:
    begun = [engine.start(f"digraph {{ a -> b{n} }}", "dot", "wasm") for n in range(4)]

    assert [each.result() for each in begun] == [
        engine.render(f"digraph {{ a -> b{n} }}", "dot", "wasm") for n in range(4)
    ]


def test_error_of_a_layout_begun_is_met_by_whoever_asks_for_it() -> None:
    begun = engine.start("digraph {", "dot", "wasm")

    with pytest.raises(DrawingFailed):
        begun.result()


def test_unknown_engine_lists_the_known_ones() -> None:
    with pytest.raises(EngineMissing, match="auto, wasm, pygraphviz, dot"):
        engine.choose("viz")  # type: ignore[arg-type]


def test_missing_engines_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_engines", {"wasm": None, "pygraphviz": None, "dot": None})

    with pytest.raises(EngineMissing, match="pip install wasmtime"):
        engine.render("digraph { a }", "dot")


@needs_dot
def test_program_stands_in_where_wasmtime_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_engines", {"wasm": None, "pygraphviz": None})

    assert isinstance(engine.choose("auto"), engine.Program)
    assert b"<svg" in engine.render("digraph { a }", "dot")


@needs_dot
def test_program_refuses_broken_dot() -> None:
    with pytest.raises(DrawingFailed, match="syntax error"):
        engine.render("digraph {", "dot", "dot")


@needs_dot
def test_program_is_stopped_at_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_SECONDS", 0.05)

    with pytest.raises(DrawingTooLarge):
        engine.render(samples.tangle(1500, 4000), "dot", "dot")


def test_pygraphviz_draws_one_picture_at_a_time() -> None:
    inside = []

    class Graph:
        def __init__(self, string: str) -> None:
            self.string = string

        def draw(self, format: str, prog: str) -> bytes:
            inside.append(self.string)
            assert len(inside) == 1
            time.sleep(0.01)
            inside.remove(self.string)
            return f"{self.string} {format} {prog}".encode()

    module = SimpleNamespace(AGraph=Graph, __version__="2")
    native = engine.PyGraphviz(module)  # type: ignore[arg-type]

    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda n: native.begin(str(n), "nop2")(), range(8)))

    assert drawn == [f"{n} svg nop2".encode() for n in range(8)]


def test_same_graph_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out = []

    class Counting:
        version = "counting"

        def begin(self, dot: str, layout: engine.Layout) -> Callable[[], bytes]:
            laid_out.append(dot)
            return lambda: b"<svg/>"

    monkeypatch.setattr(engine, "_engines", {"wasm": Counting()})
    for dot in ("digraph { once }", "digraph { once }", "digraph { other }"):
        engine.render(dot, "dot")

    assert laid_out == ["digraph { once }", "digraph { other }"]


def test_pictures_kept_never_exceed_their_bound() -> None:
    pictures = engine._Pictures(max_bytes=100)
    for n in range(50):
        pictures.put(bytes([n]), b"x" * 20)

    kept = [n for n in range(50) if pictures.get(bytes([n]))]

    assert kept == [45, 46, 47, 48, 49]


def test_process_that_draws_nothing_does_not_load_wasmtime() -> None:
    code = "import sys, argmap.rendering; print('wasmtime' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=Path.cwd(), timeout=60
    )

    assert done.stdout == "False\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_child_of_a_fork_draws_too() -> None:
    engine.render("digraph { parent }", "dot")

    with multiprocessing.get_context("fork").Pool(1) as pool:
        svg = pool.apply(engine.render, ("digraph { child }", "dot"))

    assert b"child" in svg
