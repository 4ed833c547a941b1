"""Read from an address what a claim's tree shows, and give the addresses of its other states.

Everything that can be chosen about the tree is in the address: how deep, whose arguments, which
branches are opened or closed beyond that, which box is selected, and which source's reach is
marked. A box is named as `selection.Place` names it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.selection import ClaimTree, Place, claim_tree, resting_on, way_to
from argmap.errors import InvalidInput
from argmap.rendering import Dress, Dresser, tree_prefix
from argmap.rendering.sheet import Box
from argmap.web import query
from argmap.web.addresses import address_of, url_for

SECTION = "tree"
_MORE = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeView:
    """What the address of a claim's page says of its tree."""

    page: str
    """The address of the claim's page, without options."""

    claim: str
    """The claim's id."""

    depth: str = ""
    """How many steps from the claim, as the address has it; empty for the usual number."""

    accounts: tuple[str, ...] = ()
    """The accounts whose arguments are asked for; empty for all."""

    opened: tuple[str, ...] = ()
    """Boxes whose further arguments are shown though the depth cuts them."""

    closed: tuple[str, ...] = ()
    """Boxes whose arguments are left out though the depth has them."""

    box: str = ""
    """The selected box; empty for none."""

    source: str = ""
    """The source whose reach is marked; empty for none."""

    def tree(self, graph: ArgumentGraph) -> ClaimTree:
        """Select what is shown."""
        return claim_tree(
            graph, self.claim, depth=query.depth(), narratives=self.accounts,
            opened=self.opened, closed=self.closed,
        )  # fmt: skip

    @property
    def options(self) -> str:
        """What the address has after its question mark, the selected box left out."""
        given = {
            "depth": self.depth,
            "show": query.joined(self.accounts),
            "open": query.joined(self.opened),
            "close": query.joined(self.closed),
            "source": self.source,
        }
        return urlencode({name: value for name, value in given.items() if value}, safe=",/")

    @property
    def address(self) -> str:
        """The page in this state; a link to it leads to the selected box, or to the tree."""
        options = self.options
        if not self.box:
            return f"{self.page}{'?' if options else ''}{options}#{SECTION}"
        return self.selecting()(self.box)

    def selecting(self) -> Callable[[str], str]:
        """Return what gives the address of the page with a box selected, all else as it is."""
        options = self.options
        before = f"{self.page}?{options}{'&' if options else ''}box="
        after = f"#{tree_prefix(self.claim)}"

        def address(box: str) -> str:
            name = quote(box, safe="/")
            return f"{before}{name}{after}{name}"

        return address

    def opening(self, place: Place, depth: int) -> TreeView:
        """Return the view with the arguments on a place shown, where `depth` steps are."""
        others = tuple(each for each in self.opened if each != place.name)
        return replace(
            self,
            opened=self.opened if place.level < depth else (*others, place.name),
            closed=tuple(each for each in self.closed if each != place.name),
        )

    def closing(self, place: Place, depth: int) -> TreeView:
        """Return the view with the arguments on a place left out, where `depth` steps are shown."""
        others = tuple(each for each in self.closed if each != place.name)
        return replace(
            self,
            opened=tuple(each for each in self.opened if each != place.name),
            closed=self.closed if place.level >= depth else (*others, place.name),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A tree as it is shown, in the state that the address asks for."""

    view: TreeView
    """The state, with the branches opened that lead to the selected box."""

    tree: ClaimTree
    """What is shown."""

    resting: frozenset[str]
    """The boxes that rest on the marked source; empty where none is marked."""

    @property
    def places(self) -> Mapping[str, Place]:
        """The boxes of the tree by name."""
        return self.tree.places


def read(graph: ArgumentGraph, claim: str) -> TreeView:
    """Read the state that the address asks for.

    Raises:
        InvalidInput: It names a box, an account or a source that the corpus does not have.
    """
    depth = query.text("depth")
    query.depth()
    named = query.values("show")
    accounts = query.narratives(graph, "show")
    source = query.text("source")
    return TreeView(
        page=url_for("claim", corpus=graph.corpus.id, claim=claim),
        claim=claim,
        depth=depth,
        accounts=accounts if named else (),
        opened=_boxes(graph, "open"),
        closed=_boxes(graph, "close"),
        box=_known(graph, "box", query.text("box")),
        source=query.known("source", lambda: graph.source(source).id) if source else "",
    )


def show(graph: ArgumentGraph, view: TreeView) -> Shown:
    """Select what a view shows; branches that hide the selected box are opened."""
    tree = view.tree(graph)
    if view.box:
        view, tree = _with_its_box(graph, view, tree)
    resting = resting_on(graph, tree, view.source) if view.source else ()
    return Shown(view=view, tree=tree, resting=frozenset(resting))


def dresser(graph: ArgumentGraph, shown: Shown) -> Dresser:
    """Return what gives each box of a tree its address and marks the chosen ones.

    A box leads to itself selected, a stub to the tree with its branch opened, or, where that
    would make the address longer than any may be, to the page of what it stands for.
    """
    view, tree, resting = shown.view, shown.tree, shown.resting
    selecting = view.selecting()
    # Opening shows nothing more where the number of steps is what cuts.
    can_open = not tree.is_full

    def dress(box: Box) -> Dress:
        if box.kind != _MORE:
            classes = "is-lit" if box.name in resting else ""
            return Dress(selecting(box.name), classes, box.name == view.box)
        _, record, target = box.name.split("/", 2)
        address = view.opening(shown.places[target], tree.depth).address
        if can_open and len(address) < query.MAX_QUERY_CHARS:
            return Dress(address)
        return Dress(_own_page(graph, record))

    return dress


def own_page(graph: ArgumentGraph, id: str) -> str:
    """Give the address of a record's own page; an argument has that of the claim it bears on."""
    return _own_page(graph, id) or ""


def _own_page(graph: ArgumentGraph, id: str) -> str | None:
    if id in graph.claims:
        return address_of("claim", graph.corpus.id, id)
    if id in graph.evidence:
        return address_of("evidence", graph.corpus.id, id)
    bears_on = graph.target_claim(graph.argument(id))
    return address_of("claim", graph.corpus.id, bears_on.id) if bears_on else None


def _with_its_box(
    graph: ArgumentGraph, view: TreeView, tree: ClaimTree
) -> tuple[TreeView, ClaimTree]:
    whole, way = way_to(graph, tree, view.box)
    if view.box not in whole:
        name = _first_with(tree.places, view.box) or _first_with(whole, view.box)
        if not name:
            return view, tree
        view = replace(view, box=name)
        whole, way = way_to(graph, tree, name)
    for each in way:
        view = view.opening(whole[each], tree.depth)
    return view, view.tree(graph) if way else tree


def _first_with(places: Mapping[str, Place], record: str) -> str:
    return next((name for name, place in places.items() if place.record == record), "")


def _boxes(graph: ArgumentGraph, name: str) -> tuple[str, ...]:
    return tuple(_known(graph, name, each) for each in query.values(name))


def _known(graph: ArgumentGraph, option: str, box: str) -> str:
    """Return the name of a box, once it is clear that the corpus could have one."""
    first, slash, premise = box.partition("/")
    argument = graph.arguments.get(first)
    is_there = (
        not box
        or (not slash and (argument or first in graph.claims or first in graph.evidence))
        or (argument is not None and premise in argument.premises)
    )
    if not is_there:
        shown = box if len(box) <= 60 else f"{box[:60]}…"
        raise InvalidInput(
            t(
                "{name} is {value}; write the id of a claim, of a piece of evidence or of an "
                "argument of this corpus.",
                name=option,
                value=repr(shown),
            )
        )
    return box
