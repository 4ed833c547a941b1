"""List the works that evidence comes from, and show one of them with all that is taken from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import render_template, url_for

from argmap.core import wording
from argmap.core.comparison import opposite_ends
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Source, SourceKind
from argmap.web import query
from argmap.web.badges import Badge, badges
from argmap.web.cards import card
from argmap.web.frame import Crumb, Frame
from argmap.web.passages import UsedEvidence
from argmap.web.query import Stretch
from argmap.web.serving import open_graph


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A work in the list."""

    source: Source
    """The work."""

    passages: int
    """How many pieces of evidence come from it."""

    used_by: tuple[Badge, ...]
    """Who uses evidence from it, in the corpus's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfSource:
    """The works of one sort."""

    id: str
    """The sort, as an address has it."""

    name: str
    """The sort in words."""

    count: int
    """How many works of it there are."""

    is_on: bool
    """Whether the list is narrowed to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """The page that lists works."""

    frame: Frame
    """Title and corpus."""

    kinds: tuple[KindOfSource, ...]
    """The sorts of works there are, most works first."""

    kind: str
    """The sort the list is narrowed to; empty for all."""

    lines: Stretch[SourceLine]
    """The works, by date; undated ones last."""

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

    used_by: tuple[Badge, ...]
    """Who uses evidence from it."""

    evidence: tuple[UsedEvidence, ...]
    """Everything taken from it, with every use."""

    contested: frozenset[str]
    """Ids of the evidence that accounts use for opposite ends."""


def show_all(corpus: str) -> str:
    """List the works of one corpus."""
    graph = open_graph(corpus)
    kind = query.text("kind")
    if kind:
        query.one_of("kind", SourceKind, kind)
    wanted = [each for each in graph.corpus.sources if not kind or each.kind == kind]
    works = query.stretch(sorted(wanted, key=_by_date))
    page = SourcesPage(
        frame=Frame(title="Sources", corpus=graph.corpus),
        kinds=_kinds(graph, kind),
        kind=wording.source_kind(SourceKind(kind)) if kind else "",
        lines=works.holding(tuple(_line(graph, each) for each in works.items)),
        others=tuple(
            url_for("sources", corpus=corpus, kind=kind or None, page=number)
            for number in range(1, works.count + 1)
        ),
    )
    return render_template("sources.html", page=page)


def show(corpus: str, source: str) -> str:
    """Show one work."""
    graph = open_graph(corpus)
    work = graph.source(source)
    taken = [item.id for item in graph.evidence_of(work.id)]
    page = SourcePage(
        frame=Frame(
            title=work.title,
            corpus=graph.corpus,
            trail=(Crumb(title="Sources", address=url_for("sources", corpus=corpus)),),
            card=card(graph, work),
        ),
        source=work,
        kind=wording.source_kind(work.kind),
        used_by=_users(graph, taken),
        evidence=tuple(UsedEvidence.of(graph, id, graph.arguments_from(id)) for id in taken),
        contested=frozenset(each.evidence for each in opposite_ends(graph, evidence=taken)),
    )
    return render_template("source.html", page=page)


def _by_date(source: Source) -> tuple[bool, str, str]:
    return (source.date is None, str(source.date or ""), source.title)


def _kinds(graph: ArgumentGraph, chosen: str) -> tuple[KindOfSource, ...]:
    kinds = [source.kind for source in graph.corpus.sources]
    there = sorted((kind for kind in SourceKind if kind in kinds), key=lambda k: -kinds.count(k))
    return tuple(
        KindOfSource(
            id=kind,
            name=wording.source_kind(kind),
            count=kinds.count(kind),
            is_on=kind == chosen,
        )
        for kind in there
    )


def _line(graph: ArgumentGraph, source: Source) -> SourceLine:
    taken = [item.id for item in graph.evidence_of(source.id)]
    return SourceLine(source=source, passages=len(taken), used_by=_users(graph, taken))


def _users(graph: ArgumentGraph, evidence: Iterable[str]) -> tuple[Badge, ...]:
    using = {by for id in evidence for argument in graph.arguments_from(id) for by in argument.by}
    return badges(graph, tuple(id for id in graph.narratives if id in using))
