"""Load two corpora in turn, for ever, in processes that a test may kill at any moment.

Started with a URL; each line of the input begins such a process. The process prints its number:
at once, or, where the line is "laid out", when it begins to load.
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
    for line in sys.stdin:
        if os.fork() == 0:
            load_for_ever(url, laid_out_first=line.strip() == "laid out")


def warm_up() -> None:
    """Load everything that is imported on the way, so that no kill falls into it."""
    repository = Repository(connect("sqlite://"))
    repository.migrate()
    repository.replace(versions()[1])
    repository.close()
    connect("postgresql://nowhere/")


def load_for_ever(url: str, *, laid_out_first: bool) -> None:
    repository = Repository(connect(url))
    if not laid_out_first:
        print(os.getpid(), flush=True)
    repository.migrate()
    if laid_out_first:
        print(os.getpid(), flush=True)
    while True:
        for corpus in versions():
            repository.replace(corpus)


if __name__ == "__main__":
    main(sys.argv[1])
