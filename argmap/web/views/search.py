"""Find claims, evidence, sources, issues, events and accounts' sentences by their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import render_template

from argmap.core import wording
from argmap.core.comparison import compare_claim
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.storage.search import KINDS, Hit, Results, marked
from argmap.storage.snippets import Parts
from argmap.web import query
from argmap.web.addresses import address_of, url_for
from argmap.web.badges import Badge, Mark, badge, mark
from argmap.web.frame import Frame
from argmap.web.query import Stretch
from argmap.web.serving import library, open_graph

HITS_A_PAGE = 30
MOST_SUGGESTIONS = 8
_SUGGESTED_CHARS = 110
# So many suggestions of one kind before others have had their turn.
_MOST_ALIKE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """A kind of record or an issue that a search can be narrowed to."""

    name: str
    """What it is called on the page."""

    count: int
    """How many hits there would be; 0 only where it is chosen."""

    address: str
    """The search narrowed to it; where it is chosen, the search without it."""

    is_on: bool
    """Whether the search is narrowed to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One hit."""

    kind: str
    """What sort of record it is, in a word."""

    address: str
    """Its page."""

    snippet: Parts
    """Its text, or the stretch of it around what was found, as (text, whether it was found)."""

    passage: Parts
    """What was found in its other texts; empty unless the text lacks it."""

    note: Parts
    """Whose words they are or what they belong to; empty where that is plain."""

    is_quoted: bool
    """Whether the text is somebody's words, and stands in quotation marks."""

    language: str
    """The language of the text, where it is known not to be the corpus's."""

    said_by: Badge | None
    """The narrative whose sentence it is, or None."""

    verdict: Mark | None
    """Where the accounts stand on a claim; None for other records."""

    verified: bool
    """False where the record has not been checked against the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The page of a search."""

    frame: Frame
    """Title and corpus; a search of all corpora stands outside of each."""

    asked: str
    """What was typed; empty before the first search."""

    action: str
    """Where the form leads."""

    kept: tuple[tuple[str, str], ...]
    """What the search is narrowed to, as (name, value) of an address."""

    sum: str
    """What was found, as a sentence; empty before the first search."""

    instead: tuple[str, str] | None
    """What may have been meant and the search for that, or None."""

    kinds: tuple[Narrowing, ...]
    """The kinds found, in a fixed order."""

    issues: tuple[Narrowing, ...]
    """The issues that hits bear on, the one chosen first, then those with most hits."""

    found: Stretch[Found]
    """The hits, best first."""

    others: tuple[str, ...]
    """The addresses of all stretches of the list, this one included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionsPart:
    """What is suggested while one types: a part of a page."""

    found: tuple[Found, ...]
    """The best hits, at most `MOST_SUGGESTIONS`."""

    total: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class _Search:
    """A search as an address asks for it: `corpus` is None for all, "" stands for no choice."""

    corpus: str | None
    asked: str
    kind: str
    issue: str

    def run(self, number: int) -> Results:
        if not self.asked:
            return Results()
        return library().search(
            self.corpus,
            self.asked,
            kinds=(self.kind,) if self.kind else None,
            issue=self.issue or None,
            limit=HITS_A_PAGE,
            offset=(number - 1) * HITS_A_PAGE,
        )

    def address(self, *, kind: str | None = None, issue: str | None = None, page: int = 1) -> str:
        """Give the address of this search with another choice; None keeps the one there is."""
        values: dict[str, Any] = {
            "q": self.asked,
            "kind": self.kind if kind is None else kind,
            "issue": self.issue if issue is None else issue,
            "page": page if page > 1 else None,
        }
        chosen = {name: value for name, value in values.items() if value}
        if self.corpus is None:
            return url_for("search_all", **chosen)
        return url_for("search", corpus=self.corpus, **chosen)


def show(corpus: str) -> str:
    """Show what a search finds in one corpus."""
    graph = open_graph(corpus)
    return _page(graph, _Search(corpus, query.text("q"), _kind(), query.issue(graph)))


def show_all() -> str:
    """Show what a search finds in all corpora."""
    return _page(None, _Search(None, query.text("q"), _kind(), ""))


def suggest(corpus: str) -> str:
    """Show what may be meant by what is typed so far, as a list without a page around it."""
    return _suggestions(open_graph(corpus))


def suggest_all() -> str:
    """Show the same of all corpora."""
    return _suggestions(None)


def _suggestions(graph: ArgumentGraph | None) -> str:
    corpus = graph.corpus.id if graph else None
    asked = query.text("q")
    results = _best_for(corpus, asked) if asked else Results()
    hits = _varied(results.hits)
    part = SuggestionsPart(
        found=tuple(_found(_graph_of(graph, hit), asked, hit) for hit in hits),
        total=results.total,
    )
    return render_template("parts/suggestions.html", part=part)


def _best_for(corpus: str | None, asked: str) -> Results:
    return library().search(
        corpus, asked, limit=5 * MOST_SUGGESTIONS, snippet_chars=_SUGGESTED_CHARS
    )


def _kind() -> str:
    kind = query.text("kind")
    return query.one_of("kind", KINDS, kind) if kind else ""


def _page(graph: ArgumentGraph | None, search: _Search) -> str:
    number = query.page_number()
    results = search.run(number)
    found = tuple(_found(_graph_of(graph, hit), search.asked, hit) for hit in results.hits)
    stretch = query.part(found, results.total, number, HITS_A_PAGE)
    page = SearchPage(
        frame=Frame(
            title=t("Search: {asked}", asked=search.asked) if search.asked else t("Search"),
            corpus=graph.corpus if graph else None,
        ),
        asked=search.asked,
        action=url_for("search", corpus=search.corpus) if graph else url_for("search_all"),
        kept=tuple(pair for pair in (("kind", search.kind), ("issue", search.issue)) if pair[1]),
        sum=wording.search_sentence(results.total, results.is_counted, results.is_loose)
        if search.asked
        else "",
        instead=_instead(search, results),
        kinds=_kinds(search, results),
        issues=_issues(graph, search, results) if graph else (),
        found=stretch,
        others=tuple(search.address(page=each) for each in range(1, stretch.count + 1)),
    )
    return render_template("search.html", page=page)


def _graph_of(graph: ArgumentGraph | None, hit: Hit) -> ArgumentGraph:
    return graph or open_graph(hit.corpus)


def _instead(search: _Search, results: Results) -> tuple[str, str] | None:
    if not results.instead:
        return None
    meant = _Search(search.corpus, results.instead, "", "")
    return results.instead, meant.address()


def _kinds(search: _Search, results: Results) -> tuple[Narrowing, ...]:
    return tuple(
        Narrowing(
            name=wording.RECORDS[kind],
            count=results.kinds.get(kind, 0),
            address=search.address(kind="" if kind == search.kind else kind),
            is_on=kind == search.kind,
        )
        for kind in KINDS
        if kind in results.kinds or kind == search.kind
    )


def _issues(graph: ArgumentGraph, search: _Search, results: Results) -> tuple[Narrowing, ...]:
    counts = {id: count for (_, id), count in results.issues.items()}
    ids = [id for id in counts if id != search.issue]
    return tuple(
        Narrowing(
            name=graph.issue(id).title,
            count=counts.get(id, 0),
            address=search.address(issue="" if id == search.issue else id),
            is_on=id == search.issue,
        )
        for id in ([search.issue, *ids] if search.issue else ids)
    )


def _varied(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Choose the best hits, not all of one kind where there are others; in the order of rank."""
    of_kind: dict[str, int] = {}
    first: list[Hit] = []
    later: list[Hit] = []
    for hit in hits:
        of_kind[hit.kind] = of_kind.get(hit.kind, 0) + 1
        (first if of_kind[hit.kind] <= _MOST_ALIKE else later).append(hit)
    chosen = [*first, *later][:MOST_SUGGESTIONS]
    return tuple(hit for hit in hits if hit in chosen)


def _found(graph: ArgumentGraph, asked: str, hit: Hit) -> Found:
    item = graph.evidence.get(hit.id) if hit.kind in ("quotation", "fact") else None
    claim = graph.claims[hit.id] if hit.kind == "claim" else None
    source = graph.sources[hit.id] if hit.kind == "source" else None
    by = hit.id.partition("/")[0] if hit.kind == "sentence" else ""
    return Found(
        kind=wording.RECORD[hit.kind],
        address=_address(graph, hit),
        snippet=hit.snippet,
        passage=hit.passage,
        note=marked(asked, _note(graph, hit)),
        is_quoted=hit.kind == "quotation",
        language=item.language if item else source.language if source else "",
        said_by=badge(graph, by) if by else None,
        verdict=mark(compare_claim(graph, claim.id)) if claim else None,
        verified=all(record.verified for record in (item, source) if record),
    )


def _note(graph: ArgumentGraph, hit: Hit) -> str:
    match hit.kind:
        case "quotation" | "fact":
            return wording.attribution(graph, graph.item(hit.id))
        case "claim":
            return graph.issue(graph.claim(hit.id).issue).title
        case "source":
            return wording.source_line(graph.source(hit.id))
        case "event":
            return wording.event_line(graph, graph.events[hit.id])
        case "sentence":
            return _spoken_of(graph, hit.id)
    return ""


def _spoken_of(graph: ArgumentGraph, id: str) -> str:
    """Name what an account's sentence is about; empty where that is the account itself."""
    _, kind, about = (*id.split("/"), "", "")[:3]
    if kind == "claim":
        return graph.claim(about).text
    return graph.issue(about).question if kind else ""


def _address(graph: ArgumentGraph, hit: Hit) -> str:
    corpus = graph.corpus.id
    if hit.kind in ("quotation", "fact"):
        return address_of("evidence", corpus, hit.id)
    if hit.kind in ("claim", "source", "issue"):
        return address_of(hit.kind, corpus, hit.id)
    if hit.kind == "event" and graph.events[hit.id].issue:
        issue = graph.events[hit.id].issue
        return url_for("issue", corpus=corpus, issue=issue, _anchor=f"event-{hit.id}")
    if hit.kind == "sentence":
        narrative, kind, about = (*hit.id.split("/"), "", "")[:3]
        return address_of(kind or "narrative", corpus, about or narrative)
    return url_for("corpus", corpus=corpus)
