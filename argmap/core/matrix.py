"""Lay out how each account uses each document for a question: documents across, accounts down.

It is the matrix of competing hypotheses without its scores: what is said is who puts a document
forward for what, and nothing of what it is worth. A document that an account does not use says
nothing of what it thinks of it.

Source: R. J. Heuer, Psychology of Intelligence Analysis (1999), chapter 8, for the matrix; that
accounts stand in the rows and documents in the columns is argmap's own choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from argmap.core.balance import claims_under
from argmap.core.comparison import opposite_ends
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Evidence, Relation, Role, SourceKind


class Sharing(StrEnum):
    """Who among the accounts uses a document, and whether they clash over it."""

    OPPOSITE = "opposite"
    SHARED = "shared"
    ONE = "one"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one narrative uses one document for; no arguments where it does not use it.

    The arguments are those that bear on the question, in the corpus's order.
    """

    narrative: str
    arguments: tuple[Argument, ...]

    @property
    def counts(self) -> Mapping[Relation, int]:
        """In how many arguments it stands, by what they do; zeros included."""
        relations = [argument.relation for argument in self.arguments]
        return MappingProxyType({relation: relations.count(relation) for relation in Relation})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One document, and what each narrative uses it for.

    `kinds` are the kinds of the works it stands in, each once. `cells` run parallel to the
    matrix's `narratives`, `beside` to its `observers`.
    """

    evidence: Evidence
    kinds: tuple[SourceKind, ...]
    sharing: Sharing
    cells: tuple[Cell, ...]
    beside: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The documents used for a question, and how each narrative uses them.

    `narratives` are the accounts in the order asked for, `observers` all voices beside them.
    """

    narratives: tuple[str, ...]
    observers: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def sharing(self) -> Mapping[Sharing, int]:
        """How many documents are shared in which way; zeros included."""
        found = [column.sharing for column in self.columns]
        return MappingProxyType({kind: found.count(kind) for kind in Sharing})

    @property
    def uses(self) -> Mapping[str, Mapping[Relation, int]]:
        """How many documents each narrative uses in which way, accounts first.

        A document that one account uses in two ways counts in both.
        """
        counted = {id: dict.fromkeys(Relation, 0) for id in (*self.narratives, *self.observers)}
        for column in self.columns:
            for cell in (*column.cells, *column.beside):
                for relation in {argument.relation for argument in cell.arguments}:
                    counted[cell.narrative][relation] += 1
        return MappingProxyType({id: MappingProxyType(each) for id, each in counted.items()})

    def narrowed(self, kind: SourceKind | None, sharing: Sharing | None) -> Matrix:
        """Keep the documents from one kind of work and shared in one way; None keeps all.

        Documents used for opposite ends are among those that are shared.
        """
        wanted = {sharing, Sharing.OPPOSITE} if sharing is Sharing.SHARED else {sharing}
        columns = tuple(
            column
            for column in self.columns
            if (kind is None or kind in column.kinds)
            and (sharing is None or column.sharing in wanted)
        )
        return Matrix(narratives=self.narratives, observers=self.observers, columns=columns)


def matrix(
    graph: ArgumentGraph,
    narratives: Iterable[str] | None = None,
    *,
    issue: str | None = None,
    claim: str | None = None,
) -> Matrix:
    """Lay out the documents used for the claims of an issue, or for one claim.

    A document counts where it is a premise of an argument that finally bears on such a claim: on
    it, on a step towards it, or on another document used for it.

    Args:
        graph: The corpus.
        narratives: Ids of accounts, in the order of the rows; None for all.
        issue: Only arguments that bear on a claim under this issue.
        claim: Only arguments that bear on this claim.

    Returns:
        Documents for opposite ends first, then those of two accounts or more, of one, and of
        observers alone; within these by date, undated ones last, then in the corpus's order. The
        order of the accounts changes the order of the rows and nothing else.

    Raises:
        UnknownName: An account, the issue or the claim is not in the corpus.

    Cost: O(arguments of the corpus).
    """
    chosen = graph.choose_accounts(narratives)
    observers = tuple(n.id for n in graph.corpus.narratives if n.role is Role.OBSERVER)
    used = _used(graph, _question(graph, issue, claim), {*chosen, *observers})
    clashing = opposite_ends(graph, chosen, issue=issue, claim=claim, evidence=used)
    opposite = {each.evidence for each in clashing}
    columns = [
        _column(graph, graph.item(id), used[id], chosen, observers, is_opposite=id in opposite)
        for id in graph.evidence
        if id in used
    ]
    columns.sort(key=_place)
    return Matrix(narratives=chosen, observers=observers, columns=tuple(columns))


def _question(graph: ArgumentGraph, issue: str | None, claim: str | None) -> set[str]:
    claims = {each.id for each in graph.claims_of(graph.issue(issue).id)} if issue else None
    if claim is None:
        return set(graph.claims) if claims is None else claims
    return {graph.claim(claim).id} & (set(graph.claims) if claims is None else claims)


def _used(
    graph: ArgumentGraph, claims: set[str], voices: set[str]
) -> Mapping[str, tuple[Argument, ...]]:
    """Collect, for each document, the arguments that go out from it and bear on the claims."""
    found: dict[str, list[Argument]] = {}
    bears: dict[str, bool] = {}
    for argument in graph.corpus.arguments:
        documents = [id for id in argument.premises if id in graph.evidence]
        if not documents or voices.isdisjoint(argument.by):
            continue
        end = graph.end_of(argument)
        if end not in bears:
            bears[end] = not claims.isdisjoint(claims_under(graph, argument))
        if bears[end]:
            for id in dict.fromkeys(documents):
                found.setdefault(id, []).append(argument)
    return {id: tuple(arguments) for id, arguments in found.items()}


def _column(
    graph: ArgumentGraph,
    item: Evidence,
    arguments: tuple[Argument, ...],
    accounts: tuple[str, ...],
    observers: tuple[str, ...],
    *,
    is_opposite: bool,
) -> Column:
    def cell(narrative: str) -> Cell:
        own = tuple(argument for argument in arguments if narrative in argument.by)
        return Cell(narrative=narrative, arguments=own)

    cells = tuple(cell(id) for id in accounts)
    using = sum(bool(each.arguments) for each in cells)
    alone = Sharing.ONE if using else Sharing.NONE
    shared = Sharing.SHARED if using > 1 else alone
    return Column(
        evidence=item,
        kinds=tuple(dict.fromkeys(graph.source(c.source).kind for c in item.citations)),
        sharing=Sharing.OPPOSITE if is_opposite else shared,
        cells=cells,
        beside=tuple(cell(id) for id in observers),
    )


def _place(column: Column) -> tuple[int, bool, str]:
    date = column.evidence.date
    return list(Sharing).index(column.sharing), date is None, str(date or "")
