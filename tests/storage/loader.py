"""Load two corpora in turn, for ever, in processes that a test may kill at any moment.

Started with a URL; each line of the input begins such a process, whose number is printed.
"""

from __future__ import annotations

import os
import sys

from argmap.core.model import Corpus
from argmap.storage.database import connect
from argmap.storage.repository import Repository
from tests import builders


def versions(id: str = "loaded") -> tuple[Corpus, Corpus]:
    """Give a small and a larger corpus of one id that have nothing in common."""
    small = builders.corpus(id, title="Small", claims=[builders.claim("a", text="Minnow")])
    claims = [builders.claim(f"c{n}", text=f"Whale {n} in the sea") for n in range(60)]
    evidence = [builders.fact(f"e{n}", text=f"Seen {n} times") for n in range(60)]
    arguments = [builders.support(f"s{n}", f"e{n}", f"c{n}") for n in range(60)]
    large = builders.corpus(
        id, title="Large", claims=claims, evidence=evidence, arguments=arguments
    )
    return small, large


def main(url: str) -> None:
    warm_up()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            load_for_ever(url)
        print(child, flush=True)


def warm_up() -> None:
    """Load everything that is imported on the way, so that no kill falls into it."""
    repository = Repository(connect("sqlite://"))
    repository.migrate()
    repository.replace(versions()[1])
    repository.close()
    connect("postgresql://nowhere/")


def load_for_ever(url: str) -> None:
    repository = Repository(connect(url))
    repository.migrate()
    while True:
        for corpus in versions():
            repository.replace(corpus)


if __name__ == "__main__":
    main(sys.argv[1])
