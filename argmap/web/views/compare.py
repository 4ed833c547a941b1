"""Put accounts side by side: filtered, counted, and the other way round at a click."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from flask import render_template, request

from argmap.core import case, wording
from argmap.core.citing import SideBySide
from argmap.core.comparison import (
    ClaimComparison,
    Comparison,
    Group,
    by_issue,
    compare,
    opposite_ends,
)
from argmap.core.facets import Narrowed, narrow
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Issue
from argmap.core.outline import Line
from argmap.core.replies import Ledger, ledger
from argmap.errors import InvalidInput
from argmap.rendering import Options
from argmap.web import filters, query
from argmap.web.addresses import url_for
from argmap.web.badges import Badge, Count, badge, badges, counts, key
from argmap.web.cards import card
from argmap.web.filters import Chip, Filters
from argmap.web.frame import Frame
from argmap.web.passages import MOST_OBJECTIONS, Step, UsedEvidence, step
from argmap.web.pictures import Drawing, draw, in_words
from argmap.web.query import Stretch
from argmap.web.serving import open_graph
from argmap.web.sidebyside import Row, side_by_side

VIEWS = ("table", "diagram")
# Of a whole corpus: each account may have hundreds without a reply, and each issue has its page.
MOST_OF_A_CORPUS = 5
# Few enough to be read without opening one issue after the other.
FEW_ROWS = 12
# Of a whole corpus: the page of evidence by account has all of them.
MOST_DOCUMENTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The claims of one issue, to be opened and folded."""

    issue: Issue
    """The issue."""

    counts: tuple[Count, ...]
    """How many of the claims shown have which mark."""

    rows: tuple[Row, ...]
    """The claims, in the corpus's order."""

    alone: str
    """The page narrowed to this issue."""

    is_open: bool
    """Whether it begins opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesOf:
    """What one account left without a reply."""

    badge: Badge
    """The account."""

    sentence: str
    """The counts, as a sentence."""

    strongest: Step | None
    """The objection of another account shown that rests on most works; None without one."""

    strongest_says: str
    """What was not found for it, and on how much it rests."""

    unanswered: tuple[Step, ...]
    """The objections without a reply, as many as are shown."""

    more: int
    """How many of them are not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An account to compare, and whether it is."""

    badge: Badge
    """The account."""

    is_on: bool
    """Whether it is compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A way to look at the comparison."""

    id: str
    """Its value in the address."""

    address: str
    """The page with it."""

    is_on: bool
    """Whether it is the present one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """The page that puts accounts side by side."""

    frame: Frame
    """Title and corpus."""

    accounts: tuple[Badge, ...]
    """The accounts compared, in the order of the columns."""

    choices: tuple[Choice, ...]
    """All accounts of the corpus, for the form: those compared first, in their order."""

    kept: tuple[tuple[str, str], ...]
    """What the form keeps of the address: names and values."""

    issue: Issue | None
    """The issue compared alone; None for several or all."""

    sentence: str
    """Where the accounts stand on what is chosen, to be read aloud."""

    filters: Filters
    """What the page can be narrowed by; the legend is among it."""

    swap: str
    """The page with the accounts in the opposite order."""

    tabs: tuple[Tab, ...]
    """Table and diagram."""

    view: str
    """The tab that is shown."""

    rows: Stretch[Block]
    """The claims by issue, in the corpus's order."""

    is_brief: bool
    """Whether there are too many claims to say all about each."""

    others: tuple[str, ...]
    """The addresses of all stretches of the list, this one included."""

    drawing: Drawing | None
    """The comparison diagram of what is chosen of one issue; None for the table, where nothing
    fits, or where an issue is to choose."""

    key: tuple[Badge, ...]
    """The voices that the picture may have, for its key."""

    outline: tuple[Line, ...]
    """The picture in words; empty without one."""

    to_draw: tuple[Chip, ...]
    """The issues as choices for the diagram."""

    opposite: tuple[UsedEvidence, ...]
    """Evidence used for opposite ends, with the uses that clash, as much of it as is shown."""

    more_opposite: int
    """How much of it is not shown."""

    replies: tuple[RepliesOf, ...]
    """How each account meets the objections that bear on these claims."""


def show(corpus: str) -> str:
    """Show accounts side by side, as the address asks."""
    graph = open_graph(corpus)
    accounts, chosen, view = _accounts(graph), filters.read(graph), _view()
    everything = compare(graph, accounts)
    left = narrow(graph, everything, chosen)
    issue = graph.issue(chosen.issues[0]) if len(chosen.issues) == 1 else None
    shown = query.stretch(left.rows)
    opposite = _opposite(graph, left)
    most = len(opposite) if issue else MOST_DOCUMENTS
    page = ComparePage(
        frame=_frame(graph, accounts, issue),
        accounts=badges(graph, accounts),
        choices=_choices(graph, accounts),
        kept=_kept(),
        issue=issue,
        sentence=_sentence(everything, left, chosen.groups),
        filters=filters.offer(graph, chosen, left, _here),
        swap=_here(narratives=query.joined(reversed(accounts))),
        tabs=tuple(Tab(id=each, address=_to(each), is_on=each == view) for each in VIEWS),
        view=view,
        rows=shown.holding(_blocks(graph, everything, shown.items) if view == "table" else ()),
        is_brief=len(shown.items) > FEW_ROWS,
        others=tuple(_here(page=str(number)) for number in range(1, shown.count + 1)),
        drawing=_drawing(graph, left, issue) if view == "diagram" else None,
        key=key(graph, accounts),
        outline=_outline(graph, left, issue) if view == "diagram" else (),
        to_draw=_to_draw(graph, left),
        opposite=opposite[:most],
        more_opposite=len(opposite[most:]),
        replies=_all_replies(graph, left, issue),
    )
    return render_template("compare.html", page=page)


def _frame(graph: ArgumentGraph, accounts: tuple[str, ...], issue: Issue | None) -> Frame:
    shown = SideBySide(narratives=accounts, issue=issue.id if issue else "")
    here = _here(narratives=query.joined(accounts))
    return Frame(title=t("Side by side"), corpus=graph.corpus, card=card(graph, shown, here))


def _accounts(graph: ArgumentGraph) -> tuple[str, ...]:
    chosen = query.narratives(graph)
    if len(chosen) < 2 <= len(graph.accounts):
        known = ", ".join(account.id for account in graph.accounts)
        raise InvalidInput(
            t("narratives has one account; choose two or more of: {known}.", known=known)
        )
    return chosen


def _view() -> str:
    return query.one_of("view", VIEWS, query.text("view") or VIEWS[0])


_SETTINGS = ("narratives", "issue", "verdict", "from", "to", "evidence", "kind", "view", "open")


def _here(**changed: str) -> str:
    """Give the address of this page with some settings changed; an empty one is left out."""
    options = {name: query.joined(query.values(name)) for name in _SETTINGS} | changed
    kept: dict[str, Any] = {name: value for name, value in options.items() if value}
    return url_for("compare", **(request.view_args or {}), **kept)


def _to(view: str) -> str:
    return _here(view="" if view == VIEWS[0] else view)


def _kept() -> tuple[tuple[str, str], ...]:
    own = ("narratives", "from", "to")
    options = ((name, query.joined(query.values(name))) for name in _SETTINGS if name not in own)
    return tuple((name, value) for name, value in options if value)


def _choices(graph: ArgumentGraph, accounts: tuple[str, ...]) -> tuple[Choice, ...]:
    rest = tuple(id for id in graph.choose_accounts() if id not in accounts)
    return tuple(
        Choice(badge=each, is_on=each.id in accounts) for each in badges(graph, (*accounts, *rest))
    )


def _sentence(everything: Comparison, left: Narrowed, groups: tuple[Group, ...]) -> str:
    return wording.narrowed_sentence(
        left.fitting.summary,
        len(everything.narratives),
        len(everything.rows),
        groups,
        len(left.rows),
    )


def _blocks(
    graph: ArgumentGraph, everything: Comparison, shown: Iterable[ClaimComparison]
) -> tuple[Block, ...]:
    rows = tuple(shown)
    laid_out = {row.mark.claim.id: row for row in side_by_side(graph, everything, rows)}
    issues = by_issue(Comparison(narratives=everything.narratives, rows=rows))
    opened = query.values("open")
    return tuple(
        Block(
            issue=graph.issue(issue),
            counts=counts(summary),
            rows=tuple(laid_out[row.claim.id] for row in rows if row.claim.issue == issue),
            alone=_here(issue=issue, open=""),
            is_open=len(rows) <= FEW_ROWS or issue in opened,
        )
        for issue, summary in issues.items()
    )


def _drawing(graph: ArgumentGraph, left: Narrowed, issue: Issue | None) -> Drawing | None:
    if issue is None or not left.rows:
        return None
    among = tuple(row.claim.id for row in left.rows)
    options = Options(narratives=left.fitting.narratives, among=among)
    return draw(graph, "lanes", issue.id, options)


def _outline(graph: ArgumentGraph, left: Narrowed, issue: Issue | None) -> tuple[Line, ...]:
    if issue is None or not left.rows:
        return ()
    return in_words(graph, replace(left.fitting, rows=left.rows), issue.id)


def _to_draw(graph: ArgumentGraph, left: Narrowed) -> tuple[Chip, ...]:
    return tuple(
        Chip(word=graph.issue(id).title, count=count, address=_here(issue=id), is_on=False)
        for id, count in left.issues.items()
        if count
    )


def _opposite(graph: ArgumentGraph, left: Narrowed) -> tuple[UsedEvidence, ...]:
    claims = {row.claim.id for row in left.rows}
    return tuple(
        UsedEvidence.of(
            graph,
            each.evidence,
            [graph.argument(id) for id in dict.fromkeys(use.argument for use in each.uses)],
        )
        for each in opposite_ends(graph, left.fitting.narratives)
        if any(use.claim in claims for use in each.uses)
    )


def _all_replies(
    graph: ArgumentGraph, left: Narrowed, issue: Issue | None
) -> tuple[RepliesOf, ...]:
    claims = [row.claim.id for row in left.rows]
    most = MOST_OBJECTIONS if issue else MOST_OF_A_CORPUS
    accounts = left.fitting.narratives
    ledgers = [ledger(graph, account, claims=claims) for account in accounts]
    return tuple(_replies(graph, kept, accounts, most) for kept in ledgers)


def _replies(graph: ArgumentGraph, kept: Ledger, accounts: tuple[str, ...], most: int) -> RepliesOf:
    best = case.strongest_unanswered(graph, kept, accounts)
    narrative = graph.narrative(kept.narrative)
    return RepliesOf(
        badge=badge(graph, kept.narrative),
        sentence=wording.ledger_sentence(graph, kept),
        strongest=step(graph, best.objection.argument) if best else None,
        strongest_says=wording.unanswered_sentence(narrative, best.works) if best else "",
        unanswered=tuple(step(graph, each.argument) for each in kept.unanswered[:most]),
        more=len(kept.unanswered[most:]),
    )
