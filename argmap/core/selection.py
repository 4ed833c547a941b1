"""Choose the part of a graph to show under a claim: its argument tree.

What is left out is counted, so that a drawing can say "+3 more" and never just stop.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Relation, Role

DEFAULT_DEPTH = 2
MAX_DEPTH = 40
MAX_STEPS = 600


# Hundreds of these three are made for one page: tuples are quickest.
class Branch(NamedTuple):
    """One argument as shown: its premises, and what is said against its step.

    `hidden` counts the undercuts of this argument that are not shown.
    """

    argument: Argument
    premises: tuple[Point, ...]
    undercuts: tuple[Branch, ...] = ()
    hidden: int = 0


class Point(NamedTuple):
    """A claim or a piece of evidence at one place of the tree, with the arguments on it.

    `repeated` marks a point whose arguments stand at an earlier place of the same tree.
    `hidden` counts the arguments on it that depth or size left out.
    """

    id: str
    branches: tuple[Branch, ...] = ()
    repeated: bool = False
    hidden: int = 0


class Place(NamedTuple):
    """Where a record stands in a tree; a drawing has one box for each place.

    `name` is what `claim_tree` takes to open and to close: the id of the claim at the root, an
    argument's id for its step and its one premise, and "argument/premise" where it has several.
    `record` is the claim or evidence there, or the argument where the step stands for itself.
    `argument` is the argument that brought it there, and `parent` the name of the place that
    holds it; both are empty at the root, whose `level` is 0. `shown` counts the arguments drawn on
    it, `hidden` those that are not: depth leaves out those on places whose level is not below it.
    """

    name: str
    record: str
    argument: str
    parent: str
    level: int
    shown: int
    hidden: int


@dataclass(frozen=True, kw_only=True)
class ClaimTree:
    """The arguments under one claim, `steps` of them, to `depth` steps from the root.

    `narratives` are the accounts whose arguments are shown; observers' always are. `is_full`
    where it has as many steps as it may, so that opening a place shows nothing more.
    """

    root: Point
    narratives: tuple[str, ...]
    depth: int
    steps: int
    is_full: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing that the chosen accounts say under the claim was left out."""
        return not any(place.hidden for place in _places(self.root))

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The arguments shown, each once, in reading order."""
        branches = (place for place in _places(self.root) if isinstance(place, Branch))
        return tuple(branch.argument for branch in branches)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Every place of the tree by its name, in reading order; the root is the first."""
        return MappingProxyType({place.name: place for place in _named(self.root)})


def claim_tree(
    graph: ArgumentGraph,
    claim_id: str,
    *,
    depth: int | None = DEFAULT_DEPTH,
    narratives: Iterable[str] | None = None,
    opened: Iterable[str] = (),
    closed: Iterable[str] = (),
    max_steps: int = MAX_STEPS,
) -> ClaimTree:
    """Select the arguments on a claim, on its premises, on those steps, and so on down.

    Args:
        graph: The corpus.
        claim_id: The claim at the root.
        depth: Steps from the root; None for as far as it goes (at most `MAX_DEPTH`).
        narratives: The accounts whose arguments are shown; None for all.
        opened: Names of places (see `Place`) whose arguments are shown though depth cuts them.
        closed: Names of places whose arguments are left out; a place that is both is closed.
        max_steps: How many arguments are shown at most, those nearest to the root first.

    Returns:
        The tree; each argument stands in it once. Branches are in reading order: supports,
        qualifications, rebuttals, each by the order of the narratives, then of the corpus.

    Raises:
        UnknownName: The claim or an account is not in the corpus.

    Cost: O(arguments shown); circles are cut where a claim comes up again.
    """
    root = graph.claim(claim_id).id
    chosen = graph.choose_accounts(narratives)
    limit = MAX_DEPTH if depth is None else max(0, min(depth, MAX_DEPTH))
    plan = _Plan(
        graph, root, voices=heard(graph, chosen), depth=limit, max_steps=max_steps,
        opened=frozenset(opened), closed=frozenset(closed),
    )  # fmt: skip
    return ClaimTree(
        root=plan.point(root, shown_by=""), narratives=chosen, depth=limit, steps=plan.steps,
        is_full=plan.steps >= max_steps,
    )  # fmt: skip


class _Plan:
    """Walk breadth first, so that a bound on steps keeps what is nearest to the root."""

    def __init__(
        self,
        graph: ArgumentGraph,
        root: str,
        *,
        voices: frozenset[str],
        depth: int,
        max_steps: int,
        opened: frozenset[str],
        closed: frozenset[str],
    ) -> None:
        self.graph = graph
        self.voices = voices
        self.places = {narrative: place for place, narrative in enumerate(graph.narratives)}
        self.found: dict[str, tuple[Argument, ...]] = {}
        self.steps = 0
        self.shown: dict[str, tuple[Argument, ...]] = {}
        self.first_shown_by: dict[str, str] = {root: ""}
        queue = deque([(root, 0)])
        while queue:
            target, level = queue.popleft()
            if level >= depth or closed:
                name = self.place_of(target)
                if name in closed or (level >= depth and name not in opened):
                    continue
            fitting = self.arguments_on(target)[: max(0, max_steps - self.steps)]
            self.steps += len(fitting)
            self.shown[target] = fitting
            for argument in fitting:
                self.first_shown_by[argument.id] = argument.id
                queue.append((argument.id, level + 1))
                for premise in argument.premises:
                    if premise not in self.first_shown_by:
                        self.first_shown_by[premise] = argument.id
                        queue.append((premise, level + 1))

    def place_of(self, target: str) -> str:
        brought_by = self.first_shown_by[target]
        return _place_name(self.graph.arguments[brought_by], target) if brought_by else target

    def arguments_on(self, target: str) -> tuple[Argument, ...]:
        if target not in self.found:
            # Nothing bears on most of what a tree shows.
            fitting = [
                argument
                for argument in self.graph.arguments_on(target)
                if not self.voices.isdisjoint(argument.by)
            ]
            self.found[target] = tuple(sorted(fitting, key=self.reading_order)) if fitting else ()
        return self.found[target]

    def reading_order(self, argument: Argument) -> tuple[int, int]:
        first = min(self.places[narrative] for narrative in argument.by)
        return _RELATION_ORDER[argument.relation], first

    def point(self, id: str, *, shown_by: str) -> Point:
        everything = self.arguments_on(id)
        if self.first_shown_by[id] != shown_by:
            return Point(id=id, repeated=bool(everything))
        shown = self.shown.get(id, ())
        return Point(
            id=id,
            branches=tuple([self.branch(argument) for argument in shown]),
            hidden=len(everything) - len(shown),
        )

    def branch(self, argument: Argument) -> Branch:
        undercuts = self.shown.get(argument.id, ())
        return Branch(
            argument=argument,
            premises=tuple([self.point(id, shown_by=argument.id) for id in argument.premises]),
            undercuts=tuple([self.branch(undercut) for undercut in undercuts]),
            hidden=len(self.arguments_on(argument.id)) - len(undercuts),
        )


def way_to(
    graph: ArgumentGraph, tree: ClaimTree, name: str
) -> tuple[Mapping[str, Place], tuple[str, ...]]:
    """Find a place that may lie below what a tree shows.

    Args:
        graph: The corpus of the tree.
        tree: What is shown.
        name: The name of a place.

    Returns:
        All places under the tree's claim, as far as its accounts' arguments go and however deep,
        and the names of those to open so that the named one is shown: none where it is shown
        already, or is not under the claim at all.
    """
    shown = tree.places
    whole = claim_tree(graph, tree.root.id, depth=None, narratives=tree.narratives).places
    way: list[str] = []
    while name in whole and name not in shown:
        parent = whole[name].parent
        if not _is_beside(name):
            way.append(parent)
        name = parent
    return whole, tuple(reversed(way))


def resting_on(graph: ArgumentGraph, tree: ClaimTree, source: str) -> tuple[str, ...]:
    """Find what of a tree rests on one source.

    The evidence taken from it does, each step with such evidence among its premises, and each
    claim that a step so resting supports, up to the claim at the root.

    Returns:
        The names of the places, in reading order.
    """
    taken = {item.id for item in graph.evidence_of(source)}
    places = tree.places
    resting: set[str] = set()
    for place in places.values():
        name = place.name if place.record in taken else ""
        while name and name not in resting:
            resting.add(name)
            name = _borne_up(graph, places[name])
    return tuple(name for name in places if name in resting)


_RELATION_ORDER = {
    Relation.SUPPORT: 0,
    Relation.QUALIFY: 1,
    Relation.REBUT: 2,
    Relation.UNDERCUT: 3,
}


def heard(graph: ArgumentGraph, accounts: tuple[str, ...]) -> frozenset[str]:
    """Give the ids of those who are heard where these accounts are shown: observers always are."""
    observers = (n.id for n in graph.corpus.narratives if n.role is Role.OBSERVER)
    return frozenset((*accounts, *observers))


def _place_name(argument: Argument, record: str) -> str:
    """Name the place of an argument's step or of one of its premises."""
    beside = len(argument.premises) > 1 and record in argument.premises
    return f"{argument.id}/{record}" if beside else argument.id


def _is_beside(name: str) -> bool:
    """Tell whether a place is that of a premise beside its step, and shown whenever that is."""
    return "/" in name


def _borne_up(graph: ArgumentGraph, place: Place) -> str:
    """Name the place that rests on this one; empty where none does."""
    if _is_beside(place.name):
        return place.parent
    step = graph.arguments.get(place.argument)
    return place.parent if step and step.relation is Relation.SUPPORT else ""


def _named(root: Point) -> Iterator[Place]:
    """Walk the places of a tree, in reading order."""
    waiting: list[tuple[Point | Branch, Argument | None, str, int]] = [(root, None, "", 0)]
    while waiting:
        node, argument, parent, level = waiting.pop()
        below: list[tuple[Point | Branch, Argument | None, str, int]] = []
        if isinstance(node, Point):
            name = _place_name(argument, node.id) if argument else node.id
            branches, hidden, record = node.branches, node.hidden, node.id
        else:
            argument, name = node.argument, node.argument.id
            branches, hidden, record = node.undercuts, node.hidden, name
            if len(node.premises) == 1:
                (only,) = node.premises
                branches, hidden = (*branches, *only.branches), hidden + only.hidden
                record = only.id
            else:
                below += [(premise, argument, name, level) for premise in node.premises]
        yield Place(
            name=name, record=record, argument=argument.id if argument else "", parent=parent,
            level=level, shown=len(branches), hidden=hidden,
        )  # fmt: skip
        below += [(branch, None, name, level + 1) for branch in branches]
        waiting.extend(reversed(below))


def _places(point: Point) -> Iterable[Point | Branch]:
    """Walk every point and branch of a tree, in reading order."""
    waiting: list[Point | Branch] = [point]
    while waiting:
        place = waiting.pop()
        yield place
        if isinstance(place, Point):
            waiting.extend(reversed(place.branches))
        else:
            waiting.extend(reversed(place.undercuts))
            waiting.extend(reversed(place.premises))
