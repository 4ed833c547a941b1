"""Measure pages from the cache against a bare Flask view that returns the same bytes."""

from __future__ import annotations

import http.client
import socket
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from benchmarks import maps
from benchmarks.stores import store

BOXES = 30
ROUNDS = 5
SECONDS = 2.0
CONNECTIONS = 4
_ADDRESS = f"/{maps.CORPUS}/claims/{maps.ROOT}?depth=all"


def run(folder: Path) -> None:
    """Print requests a second of both and their ratio."""
    print("A page from the cache, against a bare Flask view that returns the same bytes")
    url = store(folder, BOXES)
    body = folder / "page.html"
    with _Server("argmap", url) as ours:
        _fetch(ours.port)  # fills the cache
        body.write_bytes(_fetch(ours.port))
        with _Server("bare", str(body)) as theirs:
            assert _fetch(theirs.port) == body.read_bytes()
            rates: dict[str, list[float]] = {"argmap": [], "bare": []}
            for _ in range(ROUNDS):
                rates["argmap"].append(_rate(ours.port))
                rates["bare"].append(_rate(theirs.port))
    argmap, bare = (statistics.median(rates[name]) for name in ("argmap", "bare"))
    print(
        f"  {body.stat().st_size} bytes, waitress, {CONNECTIONS} connections kept alive: "
        f"argmap {argmap:.0f}/s, bare Flask {bare:.0f}/s   argmap/bare = {argmap / bare:.2f}"
    )


class _Server:
    """Run one server in a process of its own."""

    def __init__(self, kind: str, what: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._command = [sys.executable, "-m", "benchmarks.cached", kind, what, str(self.port)]

    def __enter__(self) -> _Server:
        self._process = subprocess.Popen(self._command)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the server did not start")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()


def _fetch(port: int) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", _ADDRESS)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    assert answer.status == 200, answer.status
    return content


def _rate(port: int) -> float:
    """Ask over and over on a few connections and return the answers a second."""
    counts = [0] * CONNECTIONS
    end = time.perf_counter() + SECONDS
    askers = [
        threading.Thread(target=_ask, args=(port, end, counts, index))
        for index in range(CONNECTIONS)
    ]
    start = time.perf_counter()
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    return sum(counts) / (time.perf_counter() - start)


def _ask(port: int, end: float, counts: list[int], index: int) -> None:
    request = f"GET {_ADDRESS} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", port)) as connection:
        while time.perf_counter() < end:
            connection.sendall(request)
            content = b""
            while b"\r\n\r\n" not in content:
                content += _received(connection)
            head, _, rest = content.partition(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200"), head
            (length,) = (
                int(line.split(b":")[1])
                for line in head.lower().split(b"\r\n")
                if line.startswith(b"content-length:")
            )
            missing = length - len(rest)
            while missing > 0:
                missing -= len(_received(connection))
            counts[index] += 1


def _received(connection: socket.socket) -> bytes:
    content = connection.recv(1 << 18)
    if not content:
        raise ConnectionError("the server hung up")
    return content


def _serve(kind: str, what: str, port: int) -> None:
    import waitress

    if kind == "argmap":
        from argmap.library import Library
        from argmap.web import Settings, create_app

        app = create_app(Settings(), library=Library(what))
    else:
        from flask import Flask, Response

        content = Path(what).read_bytes()
        app = Flask("bare")
        app.add_url_rule(
            "/<path:path>", "page", lambda path: Response(content, mimetype="text/html")
        )
    waitress.serve(app, host="127.0.0.1", port=port, threads=8, _quiet=True)


if __name__ == "__main__":
    _serve(sys.argv[1], sys.argv[2], int(sys.argv[3]))
