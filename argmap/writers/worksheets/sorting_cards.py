"""Write cards to cut out and to sort by whose claim it is.

A card has the words of one account and not its name; about a claim, its reasons as well. Hard
sets mix in claims as such, which more than one account, or none, may accept. With one account,
its claims are sorted by what it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.core import wording
from argmap.core.model import Claim, StanceKind
from argmap.core.worksheets import Card, choose_cards
from argmap.errors import InvalidInput
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.options import LANGUAGE, Number
from argmap.writers.paper import PAPER
from argmap.writers.part import part
from argmap.writers.pictures import DRAWN, PALETTE
from argmap.writers.typesetting import Document
from argmap.writers.worksheets import sheet
from argmap.writers.worksheets.choices import DIFFICULTY, KEY, SEED
from argmap.writers.worksheets.points import about, claims_of

CARDS = Number(
    name="cards", title="Cards", help="How many cards there are, as many of each account.",
    default=12, least=2, most=60,
)  # fmt: skip

_BODY = """\
#opening
#if it.is-key {
  for pile in it.piles {
    block(above: 1.4em, below: 0.7em, sticky: true,
      if pile.who >= 0 { name(it.accounts.at(pile.who)) } else { ours(strong(pile.text)) })
    if pile.cards.len() == 0 { ours(words.empty) }
    for card in pile.cards {
      together(below: 0.5em, grid(columns: (2em, 1fr), strong(card.number),
        [#card.text #if card.about != "" [\\ #note[#ours(words.about) #card.about]]]))
    }
  }
  rest(none)
} else {
  // A place for each pile, as large as the page lets them be.
  let odd = calc.odd(it.piles.len())
  block(height: 1fr, grid(columns: (1fr, 1fr), rows: it.piles.chunks(2).map(_ => 1fr), gutter: 10pt,
    ..it.piles.enumerate().map(((index, pile)) => grid.cell(
      colspan: if odd and index == it.piles.len() - 1 { 2 } else { 1 },
      block(width: 100%, height: 100%, stroke: 0.8pt + faint, radius: 4pt, inset: 10pt)[
        #text(size: 1.15em, if pile.who >= 0 { name(it.accounts.at(pile.who)) }
          else { ours(strong(pile.text)) })
        #v(0.2em) #ours(words.numbers)
        #lines(1)
        #rest(words.why)
      ]))))
  pagebreak()
  let pad = 11pt
  let face(card) = {
    place(top + right, note(card.number))
    block(inset: (right: 1.8em), text(size: 1.1em, card.text))
    if card.about != "" { block(above: 0.8em)[#ours(emph(words.about)) #card.about] }
  }
  layout(size => {
    let width = (size.width - 1pt) / 2 - 2 * pad
    let high = calc.max(..it.cards.map(card => measure(width: width, face(card)).height)) + 2 * pad
    // As many rows to a page as the fullest card allows, all pages alike.
    let needed = calc.ceil(it.cards.len() / 2)
    let most = calc.max(1, calc.floor(size.height / calc.max(high, it.least-high * 1pt)))
    let each = calc.ceil(needed / calc.ceil(needed / most))
    let row = if high > size.height { auto } else {
      calc.max(high, calc.min(size.height / each, 2 * it.least-high * 1pt))
    }
    grid(columns: (1fr, 1fr), rows: row, align: left + horizon, inset: pad,
      stroke: (paint: grey, thickness: 0.7pt, dash: "dashed"),
      ..it.cards.map(card => grid.cell(breakable: high > size.height, face(card))))
  })
}
"""


def write_sorting_cards(order: Order) -> bytes:
    """Write the cards or their key as PDF/UA-1; see `sheets`."""
    return sheets(order).pdf()


def sheets(order: Order) -> Document:
    """Lay out a page for the piles, then the cards or, if it is asked for, the key.

    An easy card says which claim it speaks to.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
        InvalidInput: No account says anything here.
    """
    accounts = order.graph.choose_accounts(order.narratives)
    words, is_key = wording.SORTING_CARDS, KEY.of(order)
    chosen = choose_cards(list(_cards(order, accounts)), CARDS.of(order), SEED.of(order))
    if not chosen:
        raise InvalidInput(wording.WORKSHEET["nothing"])
    cards = [_face(order, number, card) for number, card in enumerate(chosen, 1)]
    task = "one" if len(accounts) == 1 else "task"
    said = {
        **about(order),
        "kicker": order.graph.narrative(accounts[0]).name if len(accounts) == 1 else "",
        "task": [words["key"]] if is_key else [words[task], words["cut"]],
        "words": {**wording.WORKSHEET, **words},
        "accounts": sheet.accounts(order),
        "piles": [
            {
                **pile,
                "cards": [
                    face
                    for face, card in zip(cards, chosen, strict=True)
                    if is_key and card.pile == pile["name"]
                ],
            }
            for pile in _piles(order, accounts)
        ],
        "cards": [] if is_key else cards,
        "least-high": 84.0,
        "is-key": is_key,
    }
    return sheet.lay_out(order, "sorting-cards", _BODY, said)


def _cards(order: Order, accounts: tuple[str, ...]) -> Iterator[Card]:
    """List every card there could be."""
    graph, is_hard = order.graph, DIFFICULTY.of(order) == "hard"
    if len(accounts) > 1 and order.scope is Scope.CLAIM:
        yield from _reasons(order, accounts)
    for claim in claims_of(order):
        for account in accounts:
            stance = graph.stance(account, claim.id)
            if stance is None:
                continue
            if len(accounts) == 1:
                yield Card(claim=claim.id, text=claim.text, pile=stance.stance.value)
            elif stance.how:
                yield Card(claim=claim.id, text=stance.how, pile=account)
        if is_hard and len(accounts) > 1 and (pile := _pile_of(order, accounts, claim)):
            yield Card(claim=claim.id, text=claim.text, pile=pile)


def _reasons(order: Order, accounts: tuple[str, ...]) -> Iterator[Card]:
    """Make a card of each reason that one account alone gives for or against the claim."""
    for argument in part(order).arguments:
        claim = order.graph.target_claim(argument)
        if claim and argument.because and len(argument.by) == 1 and argument.by[0] in accounts:
            yield Card(claim=claim.id, text=argument.because, pile=argument.by[0])


def _pile_of(order: Order, accounts: Iterable[str], claim: Claim) -> str:
    """Tell which pile a claim itself belongs on; empty where an account accepts it in part."""
    held = {account: order.graph.stance(account, claim.id) for account in accounts}
    kinds = {account: stance.stance for account, stance in held.items() if stance}
    if not kinds or StanceKind.QUALIFIES in kinds.values():
        return ""
    saying = [account for account, kind in kinds.items() if kind is not StanceKind.DENIES]
    if len(saying) == 1:
        return saying[0]
    return "several" if saying else "none"


def _piles(order: Order, accounts: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    if len(accounts) == 1:
        for kind, text in wording.STANDING_OF_ONE.items():
            yield {"name": kind.value, "who": -1, "text": text}
        return
    for who, account in enumerate(accounts):
        yield {"name": account, "who": who, "text": ""}
    if DIFFICULTY.of(order) == "hard":
        for name in ("several", "none"):
            yield {"name": name, "who": -1, "text": wording.SORTING_CARDS[name]}


def _face(order: Order, number: int, card: Card) -> dict[str, Any]:
    """Say what stands on a card; the claim it speaks to where that helps and is not the card."""
    claim = order.graph.claim(card.claim)
    is_told = KEY.of(order) or DIFFICULTY.of(order) == "easy"
    return {
        "number": str(number),
        "text": card.text,
        "about": claim.text if is_told and claim.text != card.text else "",
    }


SORTING_CARDS = Format(
    name="sorting-cards",
    title="Sorting cards (PDF)",
    suffix="pdf",
    media_type="application/pdf",
    scopes=DRAWN,
    write=write_sorting_cards,
    purpose="Cards to cut out and sort by whose claim it is, and a key.",
    family=Family.PAPER,
    options=(LANGUAGE, PAPER, DIFFICULTY, CARDS, SEED, KEY, PALETTE),
    contents="sorting-cards",
    sheets=sheets,
)
