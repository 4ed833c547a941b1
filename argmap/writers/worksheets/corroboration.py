"""Write the corroboration chart: who agrees on a point, and which document would settle it.

The key ticks where the accounts stand and names documents that they put forward themselves. It
does not say that one of them settles the point.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.core import wording
from argmap.core.citing import cite
from argmap.core.comparison import ClaimComparison
from argmap.core.matrix import matrix
from argmap.core.tongues import ours
from argmap.core.worksheets import UsedWork, mix, works_on
from argmap.writers.format import Family, Format, Order
from argmap.writers.options import LANGUAGE
from argmap.writers.paper import PAPER
from argmap.writers.pictures import DRAWN, PALETTE
from argmap.writers.quoting import CITED_AS, runs
from argmap.writers.typesetting import Document
from argmap.writers.worksheets import sheet
from argmap.writers.worksheets.choices import BANK, DIFFICULTY, KEY, POINTS, SEED
from argmap.writers.worksheets.points import Points, about, cell, points

MOST_WORKS = 3
"""How many works a point brings along at most."""

_BODY = """\
#opening
#let tick(is-on) = box(width: 0.85em, height: 0.85em, baseline: 0.1em, stroke: 0.8pt, inset: 1.5pt,
  if is-on { box(width: 100%, height: 100%, fill: black) })
#let cited(each) = grid(columns: (1.6em, 1fr), strong(each.letter), [#runs(each.note)
  #if each.uses.len() > 0 [(#runs(each.uses))]])
#if it.answers.len() > 0 {
  heading(level: 2, ours(words.answers))
  for each in it.answers {
    block(inset: (left: 8pt), stroke: (left: 1.5pt + grey))[#name(it.accounts.at(each.who)) \\
      #each.text]
  }
  v(1em)
}
#for point in it.points {
  kept[
    #heading(level: 2, [#point.number. #point.text])
    #if point.cells.len() > 0 {
      block(below: 0pt, grid(columns: (1fr,) * point.cells.len(), stroke: 0.5pt + faint, inset: 8pt,
        ..point.cells.map(each => {
          block(below: 0.6em, name(it.accounts.at(each.who)))
          said(each)
        })))
    }
    #grid(columns: (if it.is-key { 1fr } else { 2fr }, 3fr), stroke: 0.5pt + faint, inset: 8pt,
      {
        block(below: 0.7em, label(words.stand))
        for each in point.ticks { block(above: 0.55em, below: 0pt)[#tick(each.on)#h(0.5em)#{
          ours(if each.on { strong(each.text) } else { each.text })}] }
      },
      {
        block(below: 0.7em, label(words.settle))
        if it.is-key {
          answer[#runs(point.sentence) #for each in point.documents { cited(each) }
            #if point.documents.len() == 0 { ours(words.none) }]
        } else { v(-0.4em); lines(it.least) }
      })
  ]
}
#if it.bank.len() > 0 {
  heading(level: 2, ours(words.bank))
  for each in it.bank {
    block(breakable: false, above: 0.55em, text(size: it.note * 1pt, cited(each)))
  }
}
#rest(if it.is-key { none } else { words.notes })
"""


def write_corroboration(order: Order) -> bytes:
    """Write the chart or its key as PDF/UA-1; see `sheets`."""
    return sheets(order).pdf()


def sheets(order: Order) -> Document:
    """Lay out the chart of an issue or a claim or, if it is asked for, its key.

    An easy chart has the accounts' stances and words at each point, a medium one the words
    alone, and a hard one only what each account answers to the issue as a whole.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
        InvalidInput: No account says anything on any point.
    """
    chosen = points(order)
    words, is_key = wording.CORROBORATION, KEY.of(order)
    count = len(chosen.accounts)
    used = {row.claim.id: _works(order, row) for row in chosen.compared.rows}
    letters = _letters(order, used)
    has_bank = BANK.of(order) and bool(letters)
    task = [words[{1: "one", 2: "two"}.get(count, "several")]]
    answers = _answers(order, chosen)
    task += [words["hard"]] if answers else []
    task += [words["with-bank"]] if has_bank else []
    said = {
        **about(order),
        "task": [words["key"]] if is_key else task,
        "accounts": sheet.accounts(order),
        "words": {
            **wording.WORKSHEET, **words, "stand": words["stand-one" if count == 1 else "stand"],
        },
        "answers": answers,
        "points": list(_points(order, chosen, used, letters)),
        "bank": _bank(order, letters) if has_bank and not is_key else [],
        "least": 3,
        "is-key": is_key,
    }  # fmt: skip
    return sheet.lay_out(order, "corroboration", _BODY, said, wide=count > 3)


def _points(
    order: Order,
    chosen: Points,
    used: dict[str, tuple[UsedWork, ...]],
    letters: dict[str, str],
) -> Iterator[dict[str, Any]]:
    is_key = KEY.of(order)
    for number, row in enumerate(chosen.compared.rows, 1):
        sentence = wording.verdict_sentence(order.graph, chosen.compared, row)
        works = used[row.claim.id]
        yield {
            "number": number,
            "text": row.claim.text,
            "cells": _cells(order, chosen, row),
            "ticks": list(_ticks(chosen, row, is_key=is_key)),
            "sentence": runs(ours(order.graph, sentence)) if is_key else [],
            "documents": [_cited(order, each, letters) for each in works] if is_key else [],
        }


def _answers(order: Order, chosen: Points) -> list[dict[str, Any]]:
    """Give what the accounts answer to the issue, in place of their words on each point.

    Empty where the sheet is not a hard one, or where one of them has no such answer: its words
    are then left where they are.
    """
    if DIFFICULTY.of(order) != "hard":
        return []
    graph = order.graph
    issue = graph.issue(graph.claim(order.claim).issue if order.claim else order.issue)
    texts = {each.narrative: each.text for each in issue.accounts}
    answers = [
        {"who": who, "text": texts[account]}
        for who, account in enumerate(chosen.accounts)
        if account in texts
    ]
    return answers if len(answers) == len(chosen.accounts) else []


def _cells(order: Order, chosen: Points, row: ClaimComparison) -> list[dict[str, Any]]:
    is_key = KEY.of(order)
    if not is_key and _answers(order, chosen):
        return []
    bare = {} if is_key or DIFFICULTY.of(order) == "easy" else {"stance": ""}
    return [
        {"who": who, **cell(order, account, row.claim.id), **bare}
        for who, account in enumerate(chosen.accounts)
    ]


def _ticks(chosen: Points, row: ClaimComparison, *, is_key: bool) -> Iterator[dict[str, Any]]:
    """List what can be ticked; on the sheet itself nothing is."""
    if len(chosen.accounts) == 1:
        for stance, text in wording.STANDING_OF_ONE.items():
            yield {"text": text, "on": is_key and row.stances == (stance,)}
        return
    for group, text in wording.places(len(chosen.accounts)).items():
        yield {"text": text, "on": is_key and row.group is group}


def _works(order: Order, row: ClaimComparison) -> tuple[UsedWork, ...]:
    return works_on(matrix(order.graph, order.narratives, claim=row.claim.id), MOST_WORKS)


def _letters(order: Order, used: dict[str, tuple[UsedWork, ...]]) -> dict[str, str]:
    """Give each work a letter, in an order that says nothing of the point it belongs to."""
    ids = (each.source for works in used.values() for each in works)
    return {id: _letter(place) for place, id in enumerate(mix(ids, SEED.of(order)))}


def _letter(place: int) -> str:
    """Count A to Z, then AA and so on."""
    more, last = divmod(place, 26)
    return (_letter(more - 1) if more else "") + chr(ord("A") + last)


def _bank(order: Order, letters: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {"letter": letter, "note": _note(order, id), "uses": []} for id, letter in letters.items()
    ]


def _cited(order: Order, work: UsedWork, letters: dict[str, str]) -> dict[str, Any]:
    """Cite a work, and say which account uses it for what on the point."""
    uses = "; ".join(
        wording.used_for(order.graph.narrative(id), kinds) for id, kinds in work.uses.items()
    )
    return {
        "letter": letters[work.source],
        "note": _note(order, work.source),
        "uses": runs(ours(order.graph, uses)),
    }


def _note(order: Order, id: str) -> list[dict[str, Any]]:
    return runs(cite(order.graph, order.graph.source(id), CITED_AS.of(order)).note)


CORROBORATION = Format(
    name="corroboration",
    title="Corroboration chart (PDF)",
    suffix="pdf",
    media_type="application/pdf",
    scopes=DRAWN,
    write=write_corroboration,
    purpose="Where the accounts stand on each point, and which document would settle it.",
    family=Family.PAPER,
    options=(LANGUAGE, PAPER, DIFFICULTY, POINTS, BANK, CITED_AS, SEED, KEY, PALETTE),
    contents="corroboration",
    sheets=sheets,
)
