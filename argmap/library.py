"""Offer what one does with a collection of corpora: load, open, search, check, export."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import registry, writers
from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.language import speaking, t
from argmap.core.model import Corpus
from argmap.errors import InvalidCorpus, InvalidInput, Problem, UnknownName
from argmap.resources import catalogue
from argmap.writers import options
from argmap.writers.format import Format, Order, Progress, Sheets
from argmap.writers.options import Value

if TYPE_CHECKING:
    from argmap.readers.claim_folder import Reading
    from argmap.registry import Registry
    from argmap.storage.repository import ShelfEntry
    from argmap.storage.search import Results

# The store and the reader are imported by those who use them: to check a folder needs no
# database, to export needs no reader, and each takes longer to load than the work itself.

_KEPT_GRAPHS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What loading a folder did: `changed` is false where the store held just this already."""

    corpus: Corpus
    changed: bool
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file made by an export: its format, its bytes, the name it should have, its media type."""

    format_name: str
    content: bytes
    file_name: str
    media_type: str


class Library:
    """The corpora of one store, and the one door to them.

    Graphs are immutable and shared by all threads; each is kept until its corpus has another
    revision.

    Args:
        url: The address of the database; an empty one is created and migrated.

    Raises:
        StoreUnavailable: The database cannot be used; the message says why.
    """

    def __init__(self, url: str) -> None:
        from argmap.storage.database import connect
        from argmap.storage.repository import Repository

        self._repository = Repository(connect(url))
        self._repository.migrate()
        self._graphs: dict[tuple[str, str], ArgumentGraph] = {}
        self._lock = threading.Lock()

    def shelf(self) -> tuple[ShelfEntry, ...]:
        """List the corpora held, by title."""
        return self._repository.shelf()

    def revision(self, corpus_id: str) -> str:
        """Return the mark of a corpus's present content; equal marks mean equal content.

        Raises:
            UnknownName: The store has no such corpus.
        """
        revision = self._repository.revision(corpus_id)
        if revision is None:
            raise UnknownName("corpus", corpus_id, (entry.id for entry in self.shelf()))
        return revision

    def revisions(self) -> tuple[tuple[str, str], ...]:
        """List the id and the mark of every corpus held, by id."""
        return self._repository.revisions()

    def graph(self, corpus_id: str) -> ArgumentGraph:
        """Return a corpus as a graph, read anew only if it has changed.

        Raises:
            UnknownName: The store has no such corpus.
        """
        key = (corpus_id, self.revision(corpus_id))
        with self._lock:
            graph = self._graphs.get(key)
        if graph is None:
            graph = ArgumentGraph(self._repository.read(corpus_id))
            if self.revision(corpus_id) != key[1]:
                return graph  # Loaded anew meanwhile: it is not known which revision was read.
            with self._lock:
                for old in [each for each in self._graphs if each[0] == corpus_id]:
                    del self._graphs[old]
                while len(self._graphs) >= _KEPT_GRAPHS:
                    del self._graphs[next(iter(self._graphs))]
                self._graphs[key] = graph
        return graph

    def load_folder(self, folder: Path, *, progress: Progress | None = None) -> LoadReport:
        """Take a folder of claim files into the store, in place of what it held of that corpus.

        Either the whole corpus is taken up or nothing is changed.

        Raises:
            InvalidCorpus: The folder has errors; it carries all problems.
        """
        from argmap.readers import claim_folder

        return self._take(claim_folder.read(folder, progress=progress), progress)

    def _take(self, reading: Reading, progress: Progress | None) -> LoadReport:
        if reading.corpus is None:
            raise InvalidCorpus(reading.problems)
        changed = self._repository.replace(reading.corpus, progress=progress)
        return LoadReport(corpus=reading.corpus, changed=changed, warnings=reading.problems)

    def remove(self, corpus_id: str) -> None:
        """Take a corpus out of the store.

        Raises:
            UnknownName: The store has no such corpus.
        """
        self.revision(corpus_id)
        self._repository.remove(corpus_id)

    def search(
        self,
        corpus_id: str | None,
        query: str,
        *,
        kinds: Iterable[str] | None = None,
        issue: str | None = None,
        **how: int,
    ) -> Results:
        """Find records by word forms in English and Russian, best first; None: in all corpora.

        `how` many, after how many, with how long snippets: see `storage.search.search`.
        """
        return self._repository.search(corpus_id, query, kinds=kinds, issue=issue, **how)


def holding(corpus: Corpus) -> Library:
    """Put one corpus into a store of its own, in memory."""
    library = Library("sqlite://")
    library._repository.replace(corpus)
    return library


def open_graph(url: str, corpus_id: str) -> ArgumentGraph:
    """Open one corpus of a store, for a program that reads it and is done.

    A store in a file of SQLite is read by Python's own driver, which takes a fraction of the
    time that `Library` takes to load.

    Raises:
        UnknownName: The store has no such corpus.
        StoreUnavailable: The database cannot be used; the message says why.
    """
    from argmap.storage import glance

    corpus = glance.read(url, corpus_id)
    return Library(url).graph(corpus_id) if corpus is None else ArgumentGraph(corpus)


class Desk:
    """An author's desk: one folder, served straight and taken up again after each change.

    While the folder has errors the last good corpus stays open, and `problems` says what is
    wrong, so that a slip in a file never takes the pages away.

    Args:
        folder: A folder of claim files.
        library: Where the corpus is put; a store of its own, in memory.
    """

    def __init__(self, folder: Path, library: Library) -> None:
        self.folder = folder
        self.library = library
        self.problems: tuple[Problem, ...] = ()
        self._seen: object = None
        self._lock = threading.Lock()

    def refresh(self) -> bool:
        """Read the folder if a file was saved since the last time; tell whether it was read."""
        with self._lock:
            now = _fingerprint(self.folder)
            if now == self._seen:
                return False
            self._seen = now
            try:
                reading = check_folder(self.folder)
            except InvalidInput as error:  # the folder itself is gone
                lost = Problem(code="E010", message=str(error), file=str(self.folder))
                self.problems = (lost,)
                return True
            self.problems = reading.problems
            if reading.corpus is not None:
                self.library._take(reading, None)
            return True


def _fingerprint(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Note the name, time and size of each file that is read as a claim file."""
    from argmap.readers import claim_files

    noted = []
    try:
        for found in claim_files.find(folder):
            status = found.path.lstat() if found.refused else found.path.stat()
            noted.append((str(found.path), status.st_mtime_ns, status.st_size))
    except (OSError, InvalidInput, claim_files.Refused):
        return ()
    return tuple(noted)


def check_folder(folder: Path) -> Reading:
    """Read a folder of claim files and report every problem in it; nothing is stored."""
    from argmap.readers import claim_folder

    return claim_folder.read(folder)


def formats() -> Registry[Format]:
    """List every format out, in the order in which they are offered."""
    return writers.FORMATS


def export(format_name: str, order: Order) -> Exported:
    """Write the part of a graph that an order asks for in one format.

    Raises:
        UnknownName: There is no such format, claim, issue, narrative or diagram.
        InvalidInput: The format cannot hold what was ordered.
        DrawingFailed: A picture could not be made.
    """
    chosen = _format_for(format_name, order)
    with speaking(_language_of(chosen, order)):
        content = chosen.write(order)
    return Exported(
        format_name=format_name,
        content=content,
        file_name=file_name(format_name, order),
        media_type=chosen.media_type,
    )


def file_name(format_name: str, order: Order) -> str:
    """Name the file of an export for what is inside: corpus, part, contents, options.

    Raises:
        UnknownName: There is no such format.
    """
    chosen = registry.find("format", writers.FORMATS, format_name)
    part = order.claim or order.issue
    pieces = (
        order.graph.corpus.id, part, chosen.contents,
        options.in_a_name(chosen.options, order.chosen),
    )  # fmt: skip
    stem = "-".join(piece for piece in pieces if piece)
    return f"{stem}.{chosen.suffix}"


def choose(format_name: str, given: Mapping[str, str]) -> Mapping[str, Value]:
    """Read what was chosen for a format, as it is typed in an address or on the command line.

    Returns:
        What an order takes as `chosen`.

    Raises:
        UnknownName: There is no such format.
        InvalidInput: The format has no such option, or the option no such value.
    """
    form = registry.find("format", writers.FORMATS, format_name)
    return options.choose(form.name, form.options, given)


def sheets(format_name: str, order: Order) -> Sheets | None:
    """Lay out the pages that a format prints; None where it prints none.

    Raises:
        The errors of `export`.
    """
    chosen = _format_for(format_name, order)
    with speaking(_language_of(chosen, order)):
        return chosen.sheets(order) if chosen.sheets else None


def _language_of(chosen: Format, order: Order) -> NullTranslations:
    """Return the catalogue to speak; what has no such option is in English on every page."""
    has_it = options.LANGUAGE in chosen.options
    return catalogue(options.LANGUAGE.of(order) if has_it else options.LANGUAGE.default)


def export_folder(order: Order, folder: Path) -> None:
    """Write a corpus as a folder of claim files that can be loaded again and changes nothing.

    Raises:
        InvalidInput: Less than the whole corpus was ordered.
        CannotWrite: The folder holds something already, or cannot be made.
    """
    from argmap.writers import claim_folder
    from argmap.writers.folder import write_folder

    _format_for("claim-folder", order)
    write_folder(folder, claim_folder.files(order.graph.corpus))


def export_site(order: Order, folder: Path) -> None:
    """Write a corpus as a folder of pages for any web host.

    Raises:
        InvalidInput: Less than the whole corpus was ordered.
        CannotWrite: The folder holds something already, or cannot be made.
    """
    from argmap.writers import site
    from argmap.writers.folder import refuse_taken, write_folder

    _format_for("site", order)
    refuse_taken(folder)
    write_folder(folder, site.files(order))


def _format_for(name: str, order: Order) -> Format:
    """Return the format of that name, once it is clear that it can hold what was ordered."""
    chosen = registry.find("format", writers.FORMATS, name)
    if order.claim and order.issue:
        raise InvalidInput(t("Choose a claim or an issue, not both."))
    if order.claim:
        order.graph.claim(order.claim)
    if order.issue:
        order.graph.issue(order.issue)
    order.graph.choose_accounts(order.narratives)
    options.check(chosen.name, chosen.options, order.chosen)
    if order.diagram and not chosen.is_picture:
        raise InvalidInput(
            t(
                "The format {format} has no diagram; leave the diagram out.",
                format=repr(chosen.name),
            )
        )
    if order.narratives and chosen.has_all_accounts:
        raise InvalidInput(
            t(
                "The format {format} holds all accounts; leave the choice of accounts out.",
                format=repr(chosen.name),
            )
        )
    if order.scope not in chosen.scopes:
        fitting = wording.listed(sorted(wording.ONE[scope] for scope in chosen.scopes), joint="or")
        raise InvalidInput(
            t(
                "The format {format} holds {fitting}, not {scope}.",
                format=repr(chosen.name),
                fitting=fitting,
                scope=wording.ONE[order.scope],
            )
        )
    return chosen
