"""Look up what can be chosen by name: formats, diagrams."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar, overload

from argmap.errors import UnknownName


class Named(Protocol):
    """Anything chosen by its name on a page, in an address or on the command line."""

    @property
    def name(self) -> str:
        """The name as people type it."""
        ...


_Named = TypeVar("_Named", bound=Named)


class Registry(Sequence[_Named], Generic[_Named]):
    """Members in a fixed order, each made when it is first asked for.

    Whoever wants one by its name does not wait until the modules of all the others are loaded.

    Args:
        makers: What makes each member, by the member's name, in order.
    """

    def __init__(self, makers: Mapping[str, Callable[[], _Named]]) -> None:
        self._makers = dict(makers)
        self._made: dict[str, _Named] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all, in order; none is made for that."""
        return tuple(self._makers)

    def named(self, name: str) -> _Named:
        """Return the member of that name.

        Raises:
            KeyError: There is none.
        """
        if name not in self._made:
            # Of two threads that make it at once both go on with the same one.
            return self._made.setdefault(name, self._makers[name]())
        return self._made[name]

    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, place: int) -> _Named: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[_Named, ...]: ...
    def __getitem__(self, place: int | slice) -> _Named | tuple[_Named, ...]:
        if isinstance(place, slice):
            return tuple(self.named(name) for name in self.names[place])
        return self.named(self.names[place])


def find(kind: str, members: Iterable[_Named], name: str) -> _Named:
    """Return the member of that name.

    Raises:
        UnknownName: There is none; the error lists the known names.
    """
    if isinstance(members, Registry):
        if name not in members.names:
            raise UnknownName(kind, name, members.names)
        chosen: _Named = members.named(name)
        return chosen
    known = {member.name: member for member in members}
    if name not in known:
        raise UnknownName(kind, name, known)
    return known[name]
