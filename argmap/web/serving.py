"""Hold what all views of one application share, and open the corpora for them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from flask import current_app

from argmap.core.graph import ArgumentGraph
from argmap.core.model import SLUG
from argmap.errors import ArgmapError, Problem, UnknownName
from argmap.library import Desk, Library
from argmap.web.jobs import Jobs
from argmap.web.languages import of_corpus
from argmap.web.made import Made
from argmap.web.settings import Settings
from argmap.writers.edition import Edition
from argmap.writers.format import Order

EXTENSION = "argmap"
_OF_A_MOMENT = "/teach/jobs"
_LASTING = ("/method", "/about")


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What one application serves: the corpora, how, and from whose desk (None: nobody's).

    `publish` makes pages of them that need no server, `jobs` what takes longer than a page waits;
    `made` keeps the files that were made last.
    """

    settings: Settings
    library: Library
    desk: Desk | None = None
    publish: Callable[[Order], Edition] | None = None
    jobs: Jobs = field(default_factory=Jobs)
    made: Made = field(default_factory=Made)

    def mark(self, path: str) -> str | None:
        """Tell what the page of a path is made from; None where it is not to be kept.

        At an author's desk nothing is kept, since each page shows the problems of the moment.
        One small query; none for pages that stand on no corpus.
        """
        if self.desk is not None or _OF_A_MOMENT in path:
            return None
        first, slash, _ = path.lstrip("/").partition("/")
        try:
            if path in _LASTING:
                return "program"
            if path == "/":
                return ",".join(map(":".join, self.library.revisions()))
            if slash and SLUG.fullmatch(first):
                return self.library.revision(first)
        except ArgmapError:
            return None  # the view meets the same error and says so on a page
        return None


def serving() -> Serving:
    """Return what the application that answers this request serves."""
    return cast(Serving, current_app.extensions[EXTENSION])


def library() -> Library:
    """Return the corpora that are served."""
    return serving().library


def open_graph(corpus: str) -> ArgumentGraph:
    """Open the corpus named in an address.

    Raises:
        UnknownName: There is none. A name that cannot be one never reaches the store.
    """
    if not SLUG.fullmatch(corpus):
        raise UnknownName("corpus", corpus, (entry.id for entry in library().shelf()))
    graph = library().graph(corpus)
    of_corpus(graph.corpus.language)
    return graph


def problems() -> tuple[Problem, ...]:
    """List what is wrong with the folder on the author's desk; nothing without a desk."""
    desk = serving().desk
    return desk.problems if desk else ()


def desk_mark() -> str:
    """Give a mark that is another one after each change on the author's desk."""
    seen = [" ".join(pair) for pair in library().revisions()]
    seen += [str(problem) for problem in problems()]
    return hashlib.sha256("\n".join(seen).encode()).hexdigest()[:16]
