"""Look up what can be chosen by name: formats, diagrams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from argmap.errors import UnknownName


class Named(Protocol):
    """Anything chosen by its name on a page, in an address or on the command line."""

    @property
    def name(self) -> str:
        """The name as people type it."""
        ...


_Named = TypeVar("_Named", bound=Named)


def find(kind: str, members: Iterable[_Named], name: str) -> _Named:
    """Return the member of that name.

    Raises:
        UnknownName: There is none; the error lists the known names.
    """
    known = {member.name: member for member in members}
    if name not in known:
        raise UnknownName(kind, name, known)
    return known[name]
