import importlib
import multiprocessing
import random
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
from argmap.rendering.wasm import Wasm

needs_dot = pytest.mark.usefixtures("dot")


def tangle(nodes: int, edges: int) -> str:
    choose = random.Random(7)
    pairs = ((choose.randrange(nodes), choose.randrange(nodes)) for _ in range(edges))
    return "digraph {" + ";".join(f"n{a}->n{b}" for a, b in pairs) + "}"


def test_wasm_draws_without_any_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert b"<svg" in engine.choose("wasm").begin("digraph { a -> b }", "dot")()


def test_eight_threads_draw_what_one_would() -> None:
    wasm = engine.choose("wasm")
    dots = [f"digraph {{ a -> b{n} -> c; a -> c{n} }}" for n in range(20)]
    alone = [wasm.begin(dot, "dot")() for dot in dots]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda dot: wasm.begin(dot, "dot")(), dots * 8))

    assert together == alone * 8


def test_layout_begun_beside_other_work_is_the_same() -> None:
    begun = [engine.start(f"digraph {{ a -> b{n} }}", "dot", "wasm") for n in range(4)]

    assert [each.result() for each in begun] == [
        engine.render(f"digraph {{ a -> b{n} }}", "dot", "wasm") for n in range(4)
    ]


def test_error_of_a_layout_begun_is_met_by_whoever_asks_for_it() -> None:
    begun = engine.start("digraph {", "dot", "wasm")

    with pytest.raises(DrawingFailed):
        begun.result()


def test_graph_without_end_is_stopped_and_the_next_one_drawn() -> None:
    begun = time.monotonic()
    with pytest.MonkeyPatch.context() as bound:
        bound.setattr(bounds, "MAX_SECONDS", 1.0)
        with pytest.raises(DrawingTooLarge, match="smaller depth"):
            engine.render(tangle(3000, 9000), "dot", "wasm")

    # A few seconds; far more where the machine is busy, and for ever without a bound.
    assert time.monotonic() - begun < 60
    assert b"<svg" in engine.render("digraph { after }", "dot", "wasm")


def test_broken_dot_is_refused_and_the_next_one_drawn() -> None:
    with pytest.raises(DrawingFailed, match="could not draw"):
        engine.render("digraph {", "dot", "wasm")

    assert b"<svg" in engine.render("digraph { next }", "dot", "wasm")


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
        engine.render(tangle(1500, 4000), "dot", "dot")


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


def test_compiles_where_no_cache_can_be_written(tmp_path: Path) -> None:
    code = (
        "from argmap.rendering import engine;"
        "print(len(engine.render('digraph { a }', 'dot', 'wasm')) > 100)"
    )
    home = tmp_path / "home"
    home.write_text("a file where a folder should be")

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={"HOME": str(home), "XDG_CACHE_HOME": str(home), "PYTHONPATH": str(Path.cwd())},
        timeout=60,
    )

    assert (done.stdout, done.stderr) == ("True\n", "")


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


@pytest.mark.skipif(sys.platform != "linux", reason="a bound on address space")
def test_process_with_little_address_space_is_told_and_not_broken() -> None:
    script = (
        "import resource\nfrom argmap.errors import DrawingFailed\n"
        "from argmap.rendering import engine\n"
        "engine.choose('wasm')\n"
        "resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))\n"
        "try: engine.render('digraph { a }', 'dot', 'wasm')\n"
        "except DrawingFailed as error: print(error)\n"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert done.stdout.startswith("Graphviz could not be started: ")


@pytest.mark.parametrize(("nodes", "is_timed"), [(10, False), (6_000, True)])
def test_clock_watches_over_what_may_take_long(nodes: int, is_timed: bool) -> None:
    wasm = Wasm(importlib.import_module("wasmtime"))

    wasm.begin("digraph {" + ";".join(f"node{n}" for n in range(nodes)) + "}", "nop2")()

    timed = [machine.is_timed for machine in wasm._machines.values()]
    wasm.close()
    assert timed == ([False, True] if is_timed else [False])


def test_layout_that_was_set_up_and_fails_leaves_no_store_open() -> None:
    with pytest.raises(DrawingFailed):
        engine.choose("wasm").begin("digraph {", "dot")()

    wasm = engine.choose("wasm")
    assert isinstance(wasm, Wasm)
    assert [machine._drawing for machine in wasm._machines.values()] == [0] * len(wasm._machines)
