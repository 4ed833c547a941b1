"""Write debate cards: each account's best case, and the objections that it must answer.

Every account has pages of its own, to be handed to those who speak for it. The key has the
answers that were found in the sources loaded, and says where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.core import wording
from argmap.core.citing import Text, cite
from argmap.core.citing.text import roman
from argmap.core.debate import Brief, Reason, briefs, case_on_claim, case_on_issue
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Stance
from argmap.core.replies import Objection
from argmap.core.tongues import ours
from argmap.core.worksheets import mix
from argmap.writers.format import Family, Format, Order
from argmap.writers.options import LANGUAGE
from argmap.writers.paper import PAPER
from argmap.writers.pictures import DRAWN, PALETTE
from argmap.writers.quoting import CITED_AS, language_of, runs
from argmap.writers.typesetting import Document
from argmap.writers.worksheets import sheet
from argmap.writers.worksheets.choices import BANK, DIFFICULTY, KEY, SEED

_OBJECTIONS: Mapping[str, int] = {"easy": 2, "medium": 3, "hard": 5}
_MOST_REASONS = 3
_MOST_DOCUMENTS = 2

_BODY = """\
#let document(each) = block(above: 0.6em, below: 0pt, inset: (left: 8pt),
  stroke: (left: 1.2pt + faint))[#text(lang: each.language, each.text)
  #if each.translation != "" [\\ #label(words.translation)#ours[:] #each.translation]
  \\ #note(runs(each.note))]
#let card(number, body) = {
  let framed = block(width: 100%, stroke: 0.7pt + grey, radius: 4pt, inset: 9pt, body)
  // The first stays close to its heading.
  if number == 1 { together(below: 1.3em, framed) } else { kept(framed) }
}
#for (index, brief) in it.briefs.enumerate() {
  if index > 0 { pagebreak() }
  opening
  block(sticky: true, below: 0.8em, text(size: 1.3em, name(it.accounts.at(brief.who))))
  if brief.answer.len() > 0 { par(runs(brief.answer)) }
  heading(level: 2, ours(words.case))
  if brief.reasons.len() == 0 { ours(words.no-case) }
  for (number, reason) in brief.reasons.enumerate(start: 1) {
    card(number)[#strong[#number. #reason.text] #if reason.how.len() > 0 [\\ #runs(reason.how)]
      #if reason.asks {
        block(above: 0.9em)[#label(words.which) #lines(1)]
      } else { for each in reason.documents { document(each) } }]
  }
  v(1fr)
  heading(level: 2, ours(words.objections))
  if brief.objections.len() == 0 { ours(words.no-objection) }
  if brief.bank.len() > 0 { par(ours(words.with-bank)) }
  for (number, objection) in brief.objections.enumerate(start: 1) {
    card(number)[#strong[#number. #runs(objection.who)] \\ #objection.text
      #for each in objection.documents { document(each) }
      #block(above: 0.9em)[#label(words.reply)
        #if it.is-key { for each in objection.replies { answer(runs(each)) } } else { lines(3) }]]
  }
  if brief.bank.len() > 0 {
    together[#heading(level: 2, ours(words.bank)) #list(..brief.bank)]
  }
  rest(if it.is-key { none } else { words.notes })
}
"""


def write_debate_cards(order: Order) -> bytes:
    """Write the cards or their key as PDF/UA-1; see `sheets`."""
    return sheets(order).pdf()


def sheets(order: Order) -> Document:
    """Lay out the pages of each account or, if it is asked for, the same with answers.

    Harder sheets have more objections; the hard one leaves it to the class to find documents.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    words, is_key = wording.DEBATE_CARDS, KEY.of(order)
    found = _briefs(order)
    has_bank = BANK.of(order) and not is_key
    said = {
        "task": [words["key" if is_key else "task"]],
        "words": {
            **wording.WORKSHEET,
            **words,
            "translation": wording.HANDOUT["translation"],
        },
        "accounts": sheet.accounts(order),
        "briefs": [
            {
                "who": who,
                "answer": runs(_answer(order, brief.account)),
                "reasons": [_reason(order, brief, each) for each in brief.reasons],
                "objections": [_objection(order, each) for each in brief.objections],
                "bank": mix(_replies(brief), SEED.of(order)) if has_bank else (),
            }
            for who, brief in enumerate(found)
        ],
        "is-key": is_key,
    }
    return sheet.lay_out(order, "debate-cards", _BODY, said)


def _briefs(order: Order) -> tuple[Brief, ...]:
    graph = order.graph
    accounts = graph.choose_accounts(order.narratives)
    if order.claim:
        claims = [order.claim]
        cases = {id: case_on_claim(graph, id, order.claim, _MOST_REASONS) for id in accounts}
    else:
        claims = [claim.id for claim in graph.claims_of(order.issue)]
        cases = {id: case_on_issue(graph, id, order.issue, _MOST_REASONS) for id in accounts}
    return briefs(graph, cases, claims, _OBJECTIONS[DIFFICULTY.of(order)], SEED.of(order))


def _answer(order: Order, account: str) -> Text:
    """Give the account's answer to the issue, or what it holds on the claim."""
    graph = order.graph
    if not order.claim:
        texts = {each.narrative: each.text for each in graph.issue(order.issue).accounts}
        return roman(texts.get(account, ""))
    stance = graph.stance(account, order.claim)
    if stance is None:
        return ours(graph, wording.WORKSHEET["silent"])
    return _held(graph, stance)


def _held(graph: ArgumentGraph, stance: Stance) -> Text:
    own_words = wording.sentence(stance.how) if stance.how else ""
    return ours(graph, wording.holds(stance), own_words)


def _reason(order: Order, brief: Brief, reason: Reason) -> dict[str, Any]:
    graph = order.graph
    is_hidden = DIFFICULTY.of(order) == "hard" and not KEY.of(order)
    stance = graph.stance(brief.account, reason.claim.id)
    if reason.argument:
        text, how = reason.argument.because, Text()
    else:
        text, how = reason.claim.text, _held(graph, stance) if stance else Text()
    documents = [] if is_hidden else reason.documents[:_MOST_DOCUMENTS]
    return {
        "text": text,
        "how": runs(how),
        "asks": is_hidden and bool(reason.documents),
        "documents": [_quoted(order, id) for id in documents],
    }


def _objection(order: Order, objection: Objection) -> dict[str, Any]:
    graph, argument = order.graph, objection.argument
    documents = [id for id in argument.premises if id in graph.evidence][:_MOST_DOCUMENTS]
    replies = [roman(each.because) for each in objection.replies if each.because]
    unanswered = ours(graph, wording.DEBATE_CARDS["no-reply"])
    return {
        "who": runs(_raised(graph, argument)),
        "text": argument.because,
        "documents": [_quoted(order, id) for id in documents],
        "replies": [runs(each) for each in replies or [unanswered]] if KEY.of(order) else [],
    }


def _raised(graph: ArgumentGraph, argument: Argument) -> Text:
    """Say who objects to what: "The Port account rebuts this claim: ..."."""
    said = wording.argument_sentence(graph, argument)
    if argument.target in graph.claims:
        about = graph.claim(argument.target).text
    elif argument.target in graph.arguments:
        about = graph.argument(argument.target).because
    else:
        about = wording.quoted(graph.item(argument.target))
    if about:
        said = wording.DEBATE_CARDS["raised"].format(use=said, about=about)
    said = wording.sentence(said)
    # The stop may belong to the words quoted or to the sentence.
    return ours(graph, said, about, about.removesuffix("."))


def _replies(brief: Brief) -> Iterator[str]:
    for objection in brief.objections:
        for reply in objection.replies:
            if reply.because:
                yield reply.because


def _quoted(order: Order, id: str) -> dict[str, Any]:
    graph = order.graph
    item = graph.item(id)
    return {
        "text": wording.quoted(item),
        "language": language_of(item.language, graph.corpus.language),
        "translation": item.translation,
        "note": runs(cite(graph, item, CITED_AS.of(order)).note),
    }


DEBATE_CARDS = Format(
    name="debate-cards",
    title="Debate cards (PDF)",
    suffix="pdf",
    media_type="application/pdf",
    scopes=DRAWN,
    write=write_debate_cards,
    purpose="The best case of each account, and the objections that it must answer.",
    family=Family.PAPER,
    options=(LANGUAGE, PAPER, DIFFICULTY, BANK, CITED_AS, SEED, KEY, PALETTE),
    contents="debate-cards",
    sheets=sheets,
)
