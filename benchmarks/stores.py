"""Keep a store with one map in it for each size."""

from __future__ import annotations

from pathlib import Path

from argmap.storage.database import connect
from argmap.storage.repository import Repository
from benchmarks import maps


def store(folder: Path, boxes: int) -> str:
    """Return the address of a store that holds the map of that size, made if need be."""
    url = f"sqlite:///{folder / f'{boxes}.db'}"
    repository = Repository(connect(url))
    repository.migrate()
    repository.replace(maps.corpus(boxes))
    repository.close()
    return url
