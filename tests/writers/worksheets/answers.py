"""Say for each worksheet what must be in its key and nowhere in the students' file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from argmap.core import wording
from argmap.core.citing import cite
from argmap.core.comparison import compare
from argmap.core.matrix import matrix
from argmap.core.model import Claim, EvidenceKind, StanceKind
from argmap.writers.format import Order
from argmap.writers.part import part
from tests.writers.printed import bare, everything_in
from tests.writers.worksheets.reading import text_of


@dataclass(frozen=True)
class Read:
    """What was read of a sheet in its most difficult form, and of its key."""

    order: Order
    sheet: str
    inside: str
    key: str

    @classmethod
    def of(cls, order: Order, sheet: bytes, key: bytes) -> Read:
        return cls(order, text_of(sheet), everything_in(sheet), text_of(key))

    def only_in_key(self, text: str) -> bool:
        return bare(text) in self.key and bare(text) not in self.sheet + self.inside

    @property
    def claims(self) -> tuple[Claim, ...]:
        order = self.order
        return order.graph.claims_of(order.issue) if order.issue else part(order).claims


def three_columns(read: Read) -> None:
    """Each row loses the words of one account."""
    told = [
        [
            stance.how
            for account in read.order.graph.accounts
            if (stance := read.order.graph.stance(account.id, claim.id)) and stance.how
        ]
        for claim in read.claims
    ]
    for claim, said in zip(read.claims, told, strict=True):
        missing = [each for each in said if bare(each) not in read.sheet]

        assert bare(claim.text) in read.sheet
        assert len(missing) == min(1, len(said)), claim.id
        assert all(read.only_in_key(each) for each in missing)
        assert all(bare(each) in read.key for each in said)


def corroboration(read: Read) -> None:
    """Neither where the accounts stand is told nor which works they use."""
    graph = read.order.graph
    compared = compare(graph)
    notes = [str(cite(graph, source).note) for source in graph.corpus.sources]

    assert [each for each in notes if bare(each) in read.key]
    assert not [each for each in notes if bare(each) in read.sheet + read.inside]
    for claim in read.claims:
        row = compared.row(claim.id)

        assert bare(claim.text) in read.sheet
        assert read.only_in_key(wording.verdict_sentence(graph, compared, row))


def source_sheet(read: Read) -> None:
    """Neither where the documents come from is told nor what they are used for."""
    graph = read.order.graph
    known = [graph.item(id) for id in _documents(read.order)]
    shown = [item for item in known if bare(wording.quoted(item)) in read.sheet]
    items = [item for item in shown if bare(str(cite(graph, item).note)) in read.key]

    assert len(items) == min(int(HARDEST["source-sheet"]["sheets"]), len(known))
    for item in items:
        uses = [use.because for use in graph.arguments_from(item.id)]

        assert bare(wording.quoted(item)) in read.key
        assert read.only_in_key(str(cite(graph, item).note))
        assert [each for each in uses if read.only_in_key(each)]
        assert not [each for each in uses if bare(each) in read.sheet + read.inside]


def _documents(order: Order) -> list[str]:
    """List what can be on a sheet: words that somebody puts forward or, without any, facts."""
    used = matrix(order.graph, (), issue=order.issue or None, claim=order.claim or None)
    ids = [column.evidence.id for column in used.columns if any(c.arguments for c in column.cells)]
    quoted = [id for id in ids if order.graph.item(id).kind is EvidenceKind.QUOTATION]
    return quoted or ids


def sorting_cards(read: Read) -> None:
    """No card says whose it is: the key alone puts cards under the accounts, by their claims."""
    graph = read.order.graph
    accounts = [each.name for each in graph.accounts]
    cards = read.sheet.index(bare(wording.SORTING_CARDS["none"]))
    claims = {each.id: each.text for each in read.claims}
    said = {each.how for each in graph.corpus.stances if each.how and each.claim in claims}
    reasons = {each.because for each in part(read.order).arguments if each.because}
    known = said | reasons | set(claims.values())
    texts = [each for each in known if bare(each) in read.sheet[cards:]]

    assert len(texts) >= min(int(HARDEST["sorting-cards"]["cards"]), len(said)) > 0
    assert [each for each in texts if bare(each) not in read.key] == []
    assert all(bare(each) in read.key for each in accounts)
    assert all(bare(each) in read.sheet[:cards] for each in accounts)
    assert bare(wording.SORTING_CARDS["about"]) not in read.sheet + read.inside


def debate_cards(read: Read) -> None:
    """Each account has its best case; no answer to an objection stands anywhere on the sheets."""
    graph = read.order.graph
    arguments = {each.because for each in graph.corpus.arguments if each.because}
    objections = [each for each in arguments if bare(each) in read.sheet]
    replies = [each for each in arguments if read.only_in_key(each)]
    silent = bare(wording.DEBATE_CARDS["no-reply"])
    unopposed = bare(wording.DEBATE_CARDS["no-objection"])

    for account in graph.accounts:
        case = _case(read, account.id)
        told = [each for each in case if bare(each) in read.sheet and bare(each) in read.key]
        assert len(told) >= min(3, len(case)), account.id
    assert objections or unopposed in read.sheet
    assert silent not in read.sheet
    assert not [each for each in replies if bare(each) in read.inside]
    assert replies or silent in read.key or unopposed in read.sheet


def _case(read: Read, account: str) -> set[str]:
    """Collect what an account can rest its case on: its arguments on a claim, its claims else."""
    graph, claim = read.order.graph, read.order.claim
    if claim:
        own = (each for each in graph.arguments_on(claim) if account in each.by)
        return {each.because for each in own if each.because}
    held = ((each, graph.stance(account, each.id)) for each in read.claims)
    firm = (StanceKind.ASSERTS, StanceKind.DENIES)
    return {each.text for each, stance in held if stance and stance.stance in firm}


CHECKS: Mapping[str, Callable[[Read], None]] = {
    "three-columns": three_columns,
    "corroboration": corroboration,
    "source-sheet": source_sheet,
    "sorting-cards": sorting_cards,
    "debate-cards": debate_cards,
}
HARDEST: Mapping[str, Mapping[str, str]] = {
    "three-columns": {"difficulty": "hard", "bank": "no", "points": "0"},
    "corroboration": {"difficulty": "hard", "bank": "no", "points": "0"},
    "source-sheet": {"difficulty": "hard", "bank": "no", "sheets": "2"},
    "sorting-cards": {"difficulty": "hard", "cards": "20"},
    "debate-cards": {"difficulty": "medium", "bank": "no"},
}
