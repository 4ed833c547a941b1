"""Graphviz as WebAssembly: no program, any number at a time, and bounds that hold."""

import importlib
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from argmap.errors import DrawingFailed, DrawingTooLarge
from argmap.rendering import bounds, engine
from argmap.rendering.wasm import Wasm
from tests.rendering import samples


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


def test_graph_without_end_is_stopped_and_the_next_one_drawn() -> None:
    begun = time.monotonic()
    with pytest.MonkeyPatch.context() as bound:
        bound.setattr(bounds, "MAX_SECONDS", 1.0)
        with pytest.raises(DrawingTooLarge, match="smaller depth"):
            engine.render(samples.tangle(3000, 9000), "dot", "wasm")

    # A few seconds; far more where the machine is busy, and for ever without a bound.
    assert time.monotonic() - begun < 60
    assert b"<svg" in engine.render("digraph { after }", "dot", "wasm")


def test_broken_dot_is_refused_and_the_next_one_drawn() -> None:
    with pytest.raises(DrawingFailed, match="could not draw"):
        engine.render("digraph {", "dot", "wasm")

    assert b"<svg" in engine.render("digraph { next }", "dot", "wasm")


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


def test_layout_that_fails_is_not_counted_as_going_on() -> None:
    with pytest.raises(DrawingFailed):
        engine.choose("wasm").begin("digraph {", "dot")()

    wasm = engine.choose("wasm")
    assert isinstance(wasm, Wasm)
    assert [machine._drawing for machine in wasm._machines.values()] == [0] * len(wasm._machines)
