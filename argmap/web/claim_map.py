"""Put the argument tree of a claim on its page, with everything there that changes with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from flask import get_template_attribute

from argmap.core import outline, wording
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Source
from argmap.core.outline import Line
from argmap.rendering import tree_prefix
from argmap.web import query, treeview
from argmap.web.addresses import address_of
from argmap.web.badges import Badge, key
from argmap.web.downloads import Download, downloads
from argmap.web.entries import Link, Panel
from argmap.web.panel import panel
from argmap.web.passages import UsedEvidence, label, laid_out, uses_of_evidence
from argmap.web.pictures import PICTURE, Drawing, apart, begin_tree
from argmap.web.treeview import Shown, TreeView

DEPTHS = ("1", "2", "3", "all")
STAGE = "<!--stage-->"
"""Where a template leaves room for the tree and what stands around it; see `pictures.PICTURE`."""

# The words above have all of them; a page is to be loaded by a phone.
MOST_DOCUMENTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """One setting of the page as a link."""

    label: str
    """What it is called."""

    address: str
    """The page with that setting."""

    is_on: bool
    """Whether it is the present one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What rests on one source, as the map marks it."""

    sentence: str
    """How much there is, up to the source's name."""

    source: Source
    """The source."""

    address: str
    """The source's own page."""

    boxes: tuple[Link, ...]
    """The evidence taken from it, each with the address that selects its box."""

    off: str
    """The address of the map without the marking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMap:
    """The tree of a claim with everything on the page that changes as it does."""

    corpus: str
    """The corpus's id, for links."""

    claim: str
    """The claim's id."""

    address: str
    """The page in the state shown, as the browser is to have it."""

    prefix: str
    """What the ids of the picture's elements begin with."""

    drawing: Callable[[], Drawing]
    """Waits for the argument tree, which is laid out meanwhile, and gives it."""

    key: tuple[Badge, ...]
    """The voices that the picture may have, for its key."""

    outline: Line | None
    """The same in words; None where it is not drawn anew."""

    depths: tuple[Switch, ...]
    """The page at each depth."""

    voices: tuple[Switch, ...]
    """The page with all accounts' arguments, and with each account's alone."""

    reach: Reach | None
    """What rests on the source whose reach is marked; None where none is."""

    panel: Panel | None
    """All about the selected box; None where none is selected."""

    evidence: tuple[UsedEvidence, ...]
    """The documents in the tree, in its reading order, as many as are shown; empty where it is not
    drawn anew."""

    more_evidence: int
    """How many of them are not shown."""

    downloads: tuple[Download, ...]
    """Files that hold this claim and what is under it."""


def claim_map(graph: ArgumentGraph, shown: Shown, *, is_drawn: bool) -> ClaimMap:
    """Gather what a map shows and what goes with it.

    Args:
        graph: The corpus.
        shown: The tree in the state that the address asks for.
        is_drawn: Whether the drawing is wanted; only the selected box may have changed.
    """
    view, tree = shown.view, shown.tree
    dresser = treeview.dresser(graph, shown)
    uses = uses_of_evidence(graph, tree.arguments) if is_drawn else {}
    return ClaimMap(
        corpus=graph.corpus.id,
        claim=view.claim,
        address=view.address,
        prefix=tree_prefix(view.claim),
        drawing=begin_tree(graph, tree, dresser) if is_drawn else _undrawn,
        key=key(graph, tree.narratives),
        # The claim in full stands at the head of the page.
        outline=outline.of_tree(graph, tree)._replace(in_full="") if is_drawn else None,
        depths=_depths(view),
        voices=_voices(graph, shown),
        reach=_reach(graph, shown) if view.source else None,
        panel=panel(graph, shown),
        evidence=laid_out(graph, islice(uses.items(), MOST_DOCUMENTS)),
        more_evidence=max(len(uses) - MOST_DOCUMENTS, 0),
        downloads=_downloads(graph, view),
    )


def placed(page: str, map: ClaimMap) -> str:
    """Put the tree, with what stands around it, into a page that has room left for it.

    All else is made before anybody waits for the layout, and a picture of some hundred thousand
    characters is copied once and not by every template around it.

    Args:
        page: A page made of `map`; that of a map that is not drawn has no such room.
        map: What the page is made of.
    """
    before, room, after = page.partition(STAGE)
    if not room:
        return page
    drawing = map.drawing()
    stage = str(get_template_attribute("parts/map.html", "stage")(map, apart(drawing)))
    above, _, below = stage.partition(PICTURE)
    return "".join((before, above, drawing.svg, below, after))


def _undrawn() -> Drawing:
    raise RuntimeError("this part of the page has no drawing")


def _depths(view: TreeView) -> tuple[Switch, ...]:
    present = query.depth()
    return tuple(
        Switch(
            label=t("all") if depth == "all" else depth,
            # What was opened and closed by hand was so for another depth.
            address=replace(view, depth=depth, opened=(), closed=()).address,
            is_on=depth == ("all" if present is None else str(present)),
        )
        for depth in DEPTHS
    )


def _voices(graph: ArgumentGraph, shown: Shown) -> tuple[Switch, ...]:
    view, everyone = shown.view, graph.choose_accounts()
    accounts = shown.tree.narratives
    all_label = t("both") if len(everyone) == 2 else t("all")
    each = tuple(
        Switch(
            label=graph.narrative(id).short,
            address=replace(view, accounts=(id,)).address,
            is_on=accounts == (id,) and len(everyone) > 1,
        )
        for id in everyone
    )
    return (
        Switch(
            label=all_label,
            address=replace(view, accounts=()).address,
            is_on=len(accounts) == len(everyone),
        ),
        *each,
    )


def _reach(graph: ArgumentGraph, shown: Shown) -> Reach:
    source = graph.source(shown.view.source)
    taken = {item.id for item in graph.evidence_of(source.id)}
    selecting = shown.view.selecting()
    boxes = [place for place in shown.places.values() if place.record in taken]
    return Reach(
        sentence=wording.resting_sentence(len(shown.resting)),
        source=source,
        address=address_of("source", graph.corpus.id, source.id),
        boxes=tuple(
            Link(text=label(graph, graph.item(each.record)), address=selecting(each.name))
            for each in boxes
        ),
        off=replace(shown.view, source="").address,
    )


def _downloads(graph: ArgumentGraph, view: TreeView) -> tuple[Download, ...]:
    return downloads(
        graph, claim=view.claim, narratives=query.joined(view.accounts), depth=view.depth
    )
