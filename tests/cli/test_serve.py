"""Serving from the command line, in a process of its own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from argmap.cli.serve import listen


def test_serve_prints_its_address_and_serves_the_shipped_corpus(tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        page = read(f"{address}russia-nato/claims/scope-beyond-gdr")

    assert "argmap-picture" in page


def test_a_desk_takes_up_each_saved_change_and_shows_problems(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "argmap.cli", "new", tmp_path / "mine"], check=True)
    file = sorted((tmp_path / "mine").glob("*.yaml"))[0]
    text = file.read_text("utf-8")

    with serving(tmp_path, str(tmp_path / "mine"), "--watch") as address:
        assert "E010" not in read(f"{address}mine/")
        file.write_text(f"{text}\nnonsense: []\n", "utf-8")
        broken = read(f"{address}mine/")
        file.write_text(text, "utf-8")
        mended = read(f"{address}mine/")

    assert "nonsense" in broken
    assert "nonsense" not in mended


def test_a_busy_port_moves_to_the_next_free_one() -> None:
    with listen("127.0.0.1", 18_500) as first, listen("127.0.0.1", 18_500) as second:
        assert port(second) > port(first)


def port(listener: socket.socket) -> int:
    return int(listener.getsockname()[1])


@contextmanager
def serving(instance: Path, *words: str) -> Iterator[str]:
    """Start `argmap serve` and give the address it prints."""
    command = [sys.executable, "-m", "argmap.cli", "serve", "--port", "18600", *words]
    settings = {**os.environ, "ARGMAP_INSTANCE": str(instance / "instance")}
    settings.pop("ARGMAP_DATABASE_URL", None)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=settings) as server:
        try:
            assert server.stderr is not None
            for line in server.stderr:
                if found := re.search(r"http://\S+", line):
                    yield found[0]
                    break
        finally:
            server.terminate()
            server.wait(timeout=20)


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.read().decode()
