"""Turn what marshmallow reports, and what the core finds, into problems placed in plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.errors import Problem

Path = tuple[str | int, ...]
Record = tuple[str, int] | None


class Key(str):
    """The last step of a path whose fault is the key itself and not the value under it."""

    __slots__ = ()


def from_messages(messages: Any, record: Record, path: Path = ()) -> Iterator[Problem]:
    """Walk marshmallow's nested messages.

    Args:
        messages: Lists of `CODE text`, nested in mappings from names and positions.
        record: The record they are about.
        path: The way from the record to where the messages start.

    Returns:
        One problem a message, in the order of the messages.
    """
    if isinstance(messages, Mapping):
        for step, inner in messages.items():
            yield from from_messages(inner, record, path if step == "_schema" else (*path, step))
        return
    for message in messages:
        code, _, text = message.partition(" ")
        yield fault(code, text, record, path)


def fault(code: str, message: str, record: Record = None, path: Path = ()) -> Problem:
    """Make a problem; an unknown field is at its key, all else at the value."""
    if code == "E201" and path:
        path = (*path[:-1], Key(path[-1]))
    return Problem(code=code, message=message, record=record, path=path)


def overlaps(problem: Problem, known: Mapping[Record, list[Path]]) -> bool:
    """Tell whether a fault is known where a problem lies or above it, which explains it."""
    paths = known.get(problem.record, ())
    return any(problem.path[: len(path)] == path for path in paths)
