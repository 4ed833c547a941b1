"""Write the three-column sheet: one account, lines to write on, the other account.

It is the page of the dual-narrative textbook, a row a point. The key has one way to fill the
lines: where the accounts stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.core import wording
from argmap.core.comparison import ClaimComparison
from argmap.core.tongues import ours
from argmap.core.worksheets import mix
from argmap.writers.format import Family, Format, Order
from argmap.writers.options import LANGUAGE
from argmap.writers.paper import PAPER
from argmap.writers.pictures import DRAWN, PALETTE
from argmap.writers.quoting import runs
from argmap.writers.typesetting import Document
from argmap.writers.worksheets import sheet
from argmap.writers.worksheets.choices import BANK, DIFFICULTY, KEY, POINTS, SEED
from argmap.writers.worksheets.points import Points, about, cell, points, words_of

_BODY = """\
#opening
#let headed(each) = {
  block(below: 0.6em, if each.who >= 0 { name(it.accounts.at(each.who)) } else { label(each.head) })
}
#let pad = 8pt
#let shares = it.columns.map(share => share * 1fr)
#for point in it.points {
  kept[
    #heading(level: 2, [#point.number. #point.text])
    #layout(size => {
      let width(index) = size.width * it.columns.at(index) / it.columns.sum() - 2 * pad
      let high = calc.max(0pt, ..point.cells.enumerate().map(((index, each)) =>
        measure(width: width(index), said(each)).height))
      grid(columns: shares, stroke: 0.5pt + faint, inset: pad, ..point.cells.map(each => {
        headed(each)
        if each.kind == "lines" { v(-0.4em); lines-beside(high, it.least) }
        else if each.kind == "answer" { answer(said(each)) }
        else { said(each) }
      }))
    })
  ]
}
#if it.bank.len() > 0 {
  kept[#heading(level: 2, ours(words.bank)) #list(..it.bank)]
}
#rest(if it.notes { words.notes })
"""


def write_three_columns(order: Order) -> bytes:
    """Write the sheet or its key as PDF/UA-1; see `sheets`."""
    return sheets(order).pdf()


def sheets(order: Order) -> Document:
    """Lay out the sheet of an issue or a claim or, if it is asked for, its key.

    With three accounts or more the lines stand in the last column.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
        InvalidInput: No account says anything on any point.
    """
    chosen = points(order)
    words, is_key = wording.THREE_COLUMNS, KEY.of(order)
    count = len(chosen.accounts)
    task = [words[{1: "one", 2: "two"}.get(count, "several")]]
    has_bank = bool(chosen.gaps) and BANK.of(order)
    if chosen.gaps:
        task.append(words["gaps-bank" if has_bank else "gaps"])
    left_out = [words_of(order, account, claim) for claim, account in chosen.gaps.items()]
    said = {
        **about(order),
        "task": [wording.WORKSHEET["shaded"]] if is_key else task,
        "accounts": sheet.accounts(order),
        "columns": _with_own(chosen, [1.0] * count, 1.25),
        "least": 3,
        "points": list(_points(order, chosen)),
        "bank": mix(left_out, SEED.of(order)) if has_bank and not is_key else (),
        "notes": not is_key,
    }
    return sheet.lay_out(order, "three-columns", _BODY, said, wide=True)


def _with_own(chosen: Points, columns: list[Any], own: Any) -> list[Any]:
    """Put the students' column in its place: between two accounts, after any others."""
    place = 1 if len(chosen.accounts) == 2 else len(chosen.accounts)
    return [*columns[:place], own, *columns[place:]]


def _points(order: Order, chosen: Points) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(chosen.compared.rows, 1):
        told = [_told(order, chosen, row, place) for place in range(len(chosen.accounts))]
        yield {
            "number": number,
            "text": row.claim.text,
            "cells": _with_own(chosen, told, _own(order, chosen, row)),
        }


def _told(order: Order, chosen: Points, row: ClaimComparison, place: int) -> dict[str, Any]:
    account = chosen.accounts[place]
    if chosen.gaps.get(row.claim.id) != account:
        return {"kind": "given", "who": place, **cell(order, account, row.claim.id)}
    if KEY.of(order):
        return {"kind": "answer", "who": place, **cell(order, account, row.claim.id)}
    return {"kind": "lines", "who": place, "stance": "", "text": []}


def _own(order: Order, chosen: Points, row: ClaimComparison) -> dict[str, Any]:
    is_key = KEY.of(order)
    answer = wording.verdict_sentence(order.graph, chosen.compared, row) if is_key else ""
    return {
        "kind": "answer" if is_key else "lines",
        "who": -1,
        "head": wording.THREE_COLUMNS["own"],
        "stance": "",
        "text": runs(ours(order.graph, answer)),
    }


THREE_COLUMNS = Format(
    name="three-columns",
    title="Three-column sheet (PDF)",
    suffix="pdf",
    media_type="application/pdf",
    scopes=DRAWN,
    write=write_three_columns,
    purpose="One account, lines to write on, the other account: a row a point, and a key.",
    family=Family.PAPER,
    options=(LANGUAGE, PAPER, DIFFICULTY, POINTS, BANK, SEED, KEY, PALETTE),
    contents="three-columns",
    sheets=sheets,
)
