"""List the works that evidence comes from, and show one of them with all that is taken from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import render_template

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Source, SourceKind
from argmap.web import query
from argmap.web.addresses import url_for
from argmap.web.badges import Badge, badges
from argmap.web.cards import card
from argmap.web.documents import DocumentPart, contested, document
from argmap.web.frame import Crumb, Frame
from argmap.web.query import Stretch
from argmap.web.serving import open_graph
from argmap.web.works import ALL, NOBODY, NONE, ORDERS, Work, count, fitting, users, works_of

SOURCES_A_PAGE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A work in the list."""

    source: Source
    """The work."""

    language: str
    """Its language by its own name; empty where it is that of the corpus or not known."""

    passages: int
    """How many pieces of evidence come from it."""

    uses: int
    """How many arguments go out from them."""

    used_by: tuple[Badge, ...]
    """Who uses evidence from it, in the corpus's order."""

    is_contested: bool
    """Whether accounts use evidence from it for opposite ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that the list can be narrowed to."""

    id: str
    """The value, as an address has it."""

    name: str
    """The value in words."""

    count: int
    """How many works there would be."""

    is_on: bool
    """Whether the list is narrowed to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A property that the list can be narrowed by."""

    id: str
    """Its name in an address."""

    name: str
    """Its name on the page."""

    choices: tuple[Choice, ...]
    """Its values that are there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address with a name: an order of the list, or a choice to take back."""

    name: str
    """What it is called."""

    address: str
    """Where it leads."""

    is_on: bool = False
    """Whether it is the page shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """The page that lists works."""

    frame: Frame
    """Title and corpus."""

    sum: str
    """How many works there are, are shown, and are used for opposite ends, in a sentence."""

    filters: tuple[Filter, ...]
    """What the list can be narrowed by."""

    chosen: tuple[Link, ...]
    """What it is narrowed to, each with the address that takes it back."""

    order: str
    """The order it has, as an address has it."""

    orders: tuple[Link, ...]
    """The orders it can have."""

    lines: Stretch[SourceLine]
    """The works."""

    others: tuple[str, ...]
    """The addresses of all stretches of the list, this one included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """The page of one work."""

    frame: Frame
    """Title and corpus."""

    source: Source
    """The work."""

    kind: str
    """What sort of work it is."""

    language: str
    """Its language by its own name; may be empty."""

    used_by: tuple[Badge, ...]
    """Who uses evidence from it."""

    parts: tuple[DocumentPart, ...]
    """Everything taken from it with every use, what is used for opposite ends first."""


def show_all(corpus: str) -> str:
    """List the works of one corpus."""
    graph = open_graph(corpus)
    works = works_of(graph)
    names = _names(graph, works)
    chosen = {name: _chosen(name, values) for name, values in names.items()}
    order = query.text("sort") or "ends"
    wanted = sorted(fitting(works, chosen), key=ORDERS[query.one_of("sort", ORDERS, order)])
    stretch = query.stretch(wanted, SOURCES_A_PAGE)
    page = SourcesPage(
        frame=Frame(title=t("Sources"), corpus=graph.corpus),
        sum=wording.sources_sentence(len(works), len(wanted), sum(w.is_contested for w in wanted)),
        filters=_filters(works, names, chosen),
        chosen=_taken_back(corpus, order, names, chosen),
        order=order,
        orders=_orders(corpus, order, chosen),
        lines=stretch.holding(tuple(_line(graph, each) for each in stretch.items)),
        others=tuple(
            _address(corpus, order, chosen, page=number) for number in range(1, stretch.count + 1)
        ),
    )
    return render_template("sources.html", page=page)


def show(corpus: str, source: str) -> str:
    """Show one work."""
    graph = open_graph(corpus)
    work = graph.source(source)
    taken = graph.evidence_of(work.id)
    opposed = contested(graph, [item.id for item in taken])
    page = SourcePage(
        frame=Frame(
            title=work.title,
            corpus=graph.corpus,
            trail=(Crumb(title=t("Sources"), address=url_for("sources", corpus=corpus)),),
            card=card(graph, work),
        ),
        source=work,
        kind=wording.source_kind(work.kind),
        language=wording.language(work.language),
        used_by=badges(graph, users(graph, (item.id for item in taken))),
        parts=tuple(
            document(graph, each, opposed.get(each.id, frozenset()), source=work.id)
            for each in sorted(taken, key=lambda item: item.id not in opposed)
        ),
    )
    return render_template("source.html", page=page)


def _names(graph: ArgumentGraph, works: tuple[Work, ...]) -> Mapping[str, Mapping[str, str]]:
    """Name the values that each filter can have, in the order in which they are offered."""
    there = {name: count(works, name) for name in ("decade", "language")}
    by = {ALL: wording.used_by_all(len(graph.accounts))}
    by |= {id: badge.name for id, badge in zip(graph.narratives, _voices(graph), strict=True)}
    return {
        "ends": wording.SOURCES_ENDS,
        "by": by | {NOBODY: wording.used_by_nobody()},
        "kind": {kind.value: wording.source_kind(kind) for kind in SourceKind},
        "decade": {id: wording.decade_of_source(id) for id in sorted(there["decade"])},
        "language": {
            id: wording.language(id) if id != NONE else wording.language_unknown()
            for id, _ in there["language"].most_common()
        },
        "verified": wording.SOURCES_VERIFIED,
    }


def _voices(graph: ArgumentGraph) -> tuple[Badge, ...]:
    return badges(graph, tuple(graph.narratives))


def _chosen(name: str, values: Mapping[str, str]) -> str:
    value = query.text(name)
    return query.one_of(name, values, value) if value else ""


def _filters(
    works: tuple[Work, ...],
    names: Mapping[str, Mapping[str, str]],
    chosen: Mapping[str, str],
) -> tuple[Filter, ...]:
    filters = []
    for name, values in names.items():
        others = {other: value for other, value in chosen.items() if other != name}
        there, counts = count(works, name), count(fitting(works, others), name)
        choices = tuple(
            Choice(id=id, name=text, count=counts[id], is_on=id == chosen[name])
            for id, text in values.items()
            if there[id] or id == chosen[name]
        )
        # Where all works are alike there is nothing to choose.
        if any(choice.is_on or there[choice.id] < len(works) for choice in choices):
            filters.append(Filter(id=name, name=wording.SOURCES_BY[name], choices=choices))
    return tuple(filters)


def _taken_back(
    corpus: str, order: str, names: Mapping[str, Mapping[str, str]], chosen: Mapping[str, str]
) -> tuple[Link, ...]:
    return tuple(
        Link(
            name=f"{wording.SOURCES_BY[name]}: {names[name][value]}",
            address=_address(corpus, order, {**chosen, name: ""}),
        )
        for name, value in chosen.items()
        if value
    )


def _orders(corpus: str, order: str, chosen: Mapping[str, str]) -> tuple[Link, ...]:
    return tuple(
        Link(name=name, address=_address(corpus, id, chosen), is_on=id == order)
        for id, name in wording.SOURCES_ORDER.items()
    )


def _address(corpus: str, order: str, chosen: Mapping[str, str], page: int = 1) -> str:
    values: dict[str, Any] = {name: value for name, value in chosen.items() if value}
    if order != "ends":
        values["sort"] = order
    if page > 1:
        values["page"] = page
    return url_for("sources", corpus=corpus, **values)


def _line(graph: ArgumentGraph, work: Work) -> SourceLine:
    code = work.source.language
    return SourceLine(
        source=work.source,
        language=wording.language(code) if code != graph.corpus.language else "",
        passages=work.passages,
        uses=work.uses,
        used_by=badges(graph, work.users),
        is_contested=work.is_contested,
    )
