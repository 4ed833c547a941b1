"""Read a folder of claim files as one corpus, with every problem at its line and column."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from argmap.core.model import Corpus
from argmap.errors import Problem
from argmap.readers import claim_files, marked_yaml
from argmap.readers.claim_files import Found, Refused
from argmap.readers.marked_yaml import Node, Parsed
from argmap.schemas import corpus as corpus_schema
from argmap.schemas.faults import Key

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""

MAX_FOLDER_VALUES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a folder of claim files gave.

    `corpus` is None if there is an error; beside a corpus, `problems` are warnings. `accepted`
    are those warnings that the corpus itself accepts, with its reasons. Both are in the order
    of files, lines and columns.
    """

    corpus: Corpus | None
    problems: tuple[Problem, ...]
    accepted: tuple[Problem, ...] = ()


def read(folder: Path, *, progress: Progress | None = None) -> Reading:
    """Read all claim files of a folder as one corpus, named for the folder.

    Lists of several files are joined in the order of the files' paths. All problems of all files
    are found in one run; `schemas.codes` says what each code means.

    Args:
        folder: The folder; problems name files as they are reached from it.
        progress: Told after each file.

    Raises:
        InvalidInput: There is no such folder, or it cannot be read.

    Cost: O(bytes), at most 50 MB in 2,000 files.
    """
    gathered = _Gathered(folder)
    try:
        found = claim_files.find(folder)
    except Refused as refused:
        gathered.refuse(folder, refused)
        return gathered.reading(None)
    for done, each in enumerate(found, start=1):
        gathered.take(each)
        if progress is not None:
            progress("Reading claim files", done, len(found))
    if not found:
        message = f"The folder has no file whose name ends in {' or '.join(claim_files.SUFFIXES)}."
        gathered.refuse(folder, Refused("E012", message))
        return gathered.reading(None)
    corpus, problems = corpus_schema.load(gathered.parts, id=Path(os.path.abspath(folder)).name)
    gathered.place(problems)
    return gathered.reading(corpus)


@dataclass(slots=True)
class _File:
    """A claim file: its path as shown, and its text with the beginnings of its lines."""

    path: str
    text: str
    _lines: list[int] = field(default_factory=list)

    def problem(self, code: str, message: str, start: int) -> Problem:
        if not self._lines:
            ends = (at for at, character in enumerate(self.text) if character == "\n")
            self._lines = [0, *(end + 1 for end in ends)]
        line = bisect_right(self._lines, start)
        column = start - self._lines[line - 1] + 1
        return Problem(code=code, message=message, file=self.path, line=line, column=column)


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a record or list comes from."""

    file: _File
    node: Node


class _Gathered:
    """The joined parts of all files, where each came from, and the problems so far."""

    def __init__(self, folder: Path) -> None:
        self.parts: dict[str, Any] = {}
        self._folder = _File(str(folder), "")
        self._origins: dict[str, list[_Origin]] = {}
        self._first: _File | None = None
        self._problems: list[Problem] = []
        self._doubtful: frozenset[str] = frozenset()
        self._bytes_left = claim_files.MAX_FOLDER_BYTES
        self._values_left = MAX_FOLDER_VALUES

    def refuse(self, path: Path, refused: Refused) -> None:
        """Note a file or folder that is not read."""
        self._doubtful = corpus_schema.NEEDS_EVERYTHING
        file = _File(str(path), "")
        self._problems.append(file.problem(refused.code, str(refused), 0))

    def take(self, found: Found) -> None:
        """Read one file and join its parts to those before."""
        try:
            if found.refused:
                raise found.refused
            content = claim_files.read(found.path, left=self._bytes_left)
        except Refused as refused:
            self.refuse(found.path, refused)
            return
        self._bytes_left -= len(content)
        try:
            text = _lines(content.decode("utf-8"))
        except UnicodeDecodeError as error:
            self._doubtful = corpus_schema.NEEDS_EVERYTHING
            before = _lines(content[: error.start].decode("utf-8"))
            message = f"The file is not UTF-8: byte 0x{content[error.start]:02X} stands here."
            file = _File(str(found.path), before)
            self._problems.append(file.problem("E007", message, len(before)))
            return
        file = _File(str(found.path), text)
        self._first = self._first or file
        most = min(marked_yaml.MAX_VALUES, self._values_left)
        parsed = marked_yaml.parse(text, max_values=most)
        self._values_left -= parsed.values
        self._join(file, parsed)

    def _join(self, file: _File, parsed: Parsed) -> None:
        if not parsed.is_whole:
            self._doubtful = corpus_schema.NEEDS_EVERYTHING
        self._problems += (file.problem(*fault) for fault in parsed.faults)
        root = parsed.root
        if root is None or root.value in (None, {}):
            if parsed.is_whole:
                self._problems.append(file.problem("W206", "The file holds nothing.", 0))
            return
        plain = root.plain()
        broken = set()
        for problem in corpus_schema.shape_problems(plain):
            self._doubtful |= corpus_schema.doubtful_after(problem)
            broken.add(problem.path[:1])
            self._problems.append(_placed(problem, _Origin(file, root)))
        if isinstance(root.value, dict):
            for key, entry in root.value.items():
                if (key,) not in broken:
                    self._add(key, plain[key], entry, file)

    def _add(self, kind: str, value: Any, entry: marked_yaml.Entry, file: _File) -> None:
        origins = self._origins.setdefault(kind, [])
        if kind == "corpus" and origins:
            message = f"'corpus' is there already, in {origins[0].file.path}; one is enough."
            self._problems.append(file.problem("E213", message, entry.key_start))
        elif kind == "corpus":
            self.parts[kind] = value
            origins.append(_Origin(file, entry.node))
        elif isinstance(entry.node.value, list):
            self.parts.setdefault(kind, []).extend(value)
            origins.extend(_Origin(file, node) for node in entry.node.value)

    def place(self, problems: tuple[Problem, ...]) -> None:
        """Give the problems of the joined corpus their lines."""
        for problem in problems:
            if problem.code not in self._doubtful:
                self._problems.append(_placed(problem, self._origin(problem)))

    def _origin(self, problem: Problem) -> _Origin:
        if problem.record is not None:
            kind, position = problem.record
            return self._origins[kind][position]
        if problem.code == "E011" or self._first is None:
            return _Origin(self._folder, Node(0, None))
        part = "narratives" if problem.code == "E107" else "".join(map(str, problem.path[:1]))
        listed = self._origins.get(part)
        return listed[0] if listed else _Origin(self._first, Node(0, None))

    def reading(self, corpus: Corpus | None) -> Reading:
        """Give the corpus, unless there is an error, and the problems in their order."""
        is_sound = all(problem.is_warning for problem in self._problems)
        spoilt = {_where(each) for each in self._problems if each.code.startswith("E0")}
        kept = (
            each
            for each in dict.fromkeys(self._problems)
            if each.code.startswith("E0") or _where(each) not in spoilt
            if is_sound or not each.is_warning or each.code == "W206"
        )
        problems = tuple(sorted(kept, key=lambda each: (*_where(each), each.code)))
        return Reading(
            corpus=corpus if is_sound else None,
            problems=tuple(each for each in problems if not each.accepted),
            accepted=tuple(each for each in problems if each.accepted),
        )


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _where(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column


def _placed(problem: Problem, origin: _Origin) -> Problem:
    start = _start(origin.node, problem.path)
    where = origin.file.problem(problem.code, problem.message, start)
    return replace(where, record=problem.record, path=problem.path, accepted=problem.accepted)


def _start(node: Node, path: tuple[str | int, ...]) -> int:
    """Follow a path as far as it leads; a missing field is a fault of its record."""
    for step in path:
        if isinstance(node.value, dict) and step in node.value:
            entry = node.value[str(step)]
            if isinstance(step, Key):
                return entry.key_start
            node = entry.node
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            break
    return node.start
