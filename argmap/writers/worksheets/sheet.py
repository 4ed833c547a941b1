"""Set a worksheet: the frame that all have in common, and the pieces that they are made of.

A sheet is a body in typst and what it says as data. The body finds `it` (the data), `words`,
and the functions of `_PIECES`; it never holds a text of a corpus.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from argmap.core import wording
from argmap.core.model import Role
from argmap.writers.format import Order
from argmap.writers.paper import FRAME, frame, sheet, terms
from argmap.writers.pictures import PALETTE, page_of
from argmap.writers.typesetting import Document
from argmap.writers.worksheets.choices import KEY, SEED

SIDE_PT, TOP_PT, BOTTOM_PT = 45.0, 58.0, 48.0
"""The margins: wide enough at the sides to punch holes."""
LINE_PT = 22.7
"""What a line to write on by hand needs, 8 mm."""

_PIECES = """\
#let words = it.words
#set document(title: it.title + " · " + it.kind, date: none)
#set text(font: it.font, lang: it.language, size: it.size * 1pt, fallback: false, hyphenate: false)
#set par(leading: 0.6em, spacing: 0.8em)
#let grey = luma(it.grey)
#let faint = luma(it.faint)
// Small is for what surrounds a sheet; what a class reads is not smaller than a note.
#let small(body) = text(size: it.small * 1pt, body)
#let note(body) = text(size: it.note * 1pt, fill: luma(it.muted), body)
#let label(body) = ours(text(style: "italic", body))
#set page(
  width: it.width * 1pt, height: it.height * 1pt,
  margin: (x: it.side * 1pt, top: it.top * 1pt, bottom: it.bottom * 1pt),
  header: small(block(width: 100%, inset: (bottom: 4pt), stroke: (bottom: 0.5pt + grey),
    grid(columns: (auto, 1fr), column-gutter: 16pt, it.running, align(right, it.corpus)))),
  footer-descent: it.parted * 1pt,
  footer: context small({
    grid(columns: (1fr, auto, auto), column-gutter: 16pt, it.terms, it.number, numbered())
    if it.address != "" { block(above: 0.5em, it.address) }
  }),
)
#show heading: set block(above: 1.4em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: if it.title.len() > 90 { 1.35em } else { 1.7em })
#show heading.where(level: 2): set text(size: 1.12em)
#show heading.where(level: 3): set text(size: 1em)

// A line to write on by hand, many of them, and as many as fit what is left of the page.
#let one = it.line * 1pt
#let written = line(length: 100%, stroke: 0.6pt + grey)
#let lines(count) = stack(..range(count).map(_ => box(width: 100%, height: one,
  align(bottom, written))))
#let rest(label) = block(height: 1000fr, width: 100%, above: 0pt, below: 0pt, layout(size => {
  let count = calc.floor((size.height - 2.4em.to-absolute()) / one)
  if label != none and count >= 2 { v(1.2em); ours(strong(label)); lines(count) }
}))
#let lines-beside(high, least) = lines(calc.max(least, calc.ceil(high / one)))

// Keep together what fits a page; what is higher than one has to go on.
#let together(body, below: 0pt) = layout(size => {
  let high = measure(width: size.width, body).height
  block(breakable: high > size.height - 2em.to-absolute(), width: 100%,
    inset: (bottom: below), body)
})
// The same, one after the other: where the next does not fit any more, what is left of the page
// goes between those that do.
#let kept(body) = { v(1fr); together(body, below: 1.3em) }
#let answer(body) = block(width: 100%, fill: luma(235), radius: 2pt, inset: 6pt, body)

// An account's colour and hatch, as in the pictures; its name always stands beside it.
#let hatches = (
  rising: tiling(size: (4pt, 4pt), line(start: (0pt, 4pt), end: (4pt, 0pt), stroke: 0.5pt)),
  falling: tiling(size: (4pt, 4pt), line(start: (0pt, 0pt), end: (4pt, 4pt), stroke: 0.5pt)),
  dots: tiling(size: (3pt, 3pt), place(dx: 1pt, dy: 1pt, circle(radius: 0.6pt, fill: black))),
  upright: tiling(size: (3pt, 3pt), line(start: (1.5pt, 0pt), end: (1.5pt, 3pt), stroke: 0.5pt)),
  grid: tiling(size: (3.5pt, 3.5pt), {
    place(line(start: (1.7pt, 0pt), end: (1.7pt, 3.5pt), stroke: 0.4pt))
    place(line(start: (0pt, 1.7pt), end: (3.5pt, 1.7pt), stroke: 0.4pt)) }),
  level: tiling(size: (3pt, 3pt), line(start: (0pt, 1.5pt), end: (3pt, 1.5pt), stroke: 0.5pt)),
)
#let swatch(who) = box(width: 1.25em, height: 0.85em, baseline: 0.1em, stroke: 0.6pt,
  fill: rgb(who.fill), box(width: 100%, height: 100%, fill: hatches.at(who.hatch)))
#let name(who) = [#swatch(who)#h(0.4em)#strong(who.name)]
#let said(each) = [#if each.stance != "" [#ours(emph(each.stance))#if each.text.len() > 0 [: ]]#{
  runs(each.text)}]

// The head of a sheet that somebody is handed; sheets with a page for each begin anew on it.
#let opening = {
  if it.fields.len() > 0 {
    ours(grid(columns: (2fr, 1fr, 1fr), column-gutter: 14pt,
      ..it.fields.map(label => grid(columns: (auto, 1fr), column-gutter: 5pt, label,
        align(bottom, written)))))
  }
  heading(level: 1, it.title)
  if it.kicker != "" { it.kicker }
  block(width: 100%, inset: (bottom: 1.2em), below: 0pt,
    block(width: 100%, fill: luma(242), radius: 3pt, inset: 9pt,
      ours(for step in it.task { par(step) })))
}
"""


def lay_out(
    order: Order, name: str, body: str, said: Mapping[str, Any], *, wide: bool = False
) -> Document:
    """Set a sheet, or its key, in the common frame.

    Args:
        order: What was ordered; `PAPER`, `PALETTE`, `SEED` and `KEY` are read from it.
        name: The sheet's name, by which `wording.WORKSHEET` knows its title.
        body: The program that sets the sheet.
        said: What it says. `task` is a list of paragraphs; the rest is the body's own.
        wide: Whether the paper lies on its side.
    """
    graph = order.graph
    is_key, is_large = KEY.of(order), PALETTE.of(order) == "large"
    is_strong = is_large or PALETTE.of(order) == "contrast"
    paper = replace(
        sheet(order), side_pt=SIDE_PT, top_pt=TOP_PT, bottom_pt=BOTTOM_PT * (2 if is_large else 1)
    )
    if wide and paper.width_pt < paper.height_pt:
        paper = paper.turned
    claim = graph.claim(order.claim) if order.claim else None
    issue = graph.issue(claim.issue if claim else order.issue)
    words = wording.WORKSHEET
    kind = wording.WORKSHEET_TITLE[name]
    data = {
        "title": claim.text if claim else issue.question,
        "kicker": issue.question if claim else "",
        "kind": words["key-title"].format(sheet=kind) if is_key else kind,
        "running": words["key-title"].format(sheet=kind) if is_key else kind,
        "terms": terms(order),
        "address": page_of(order),
        "number": words["number"].format(seed=SEED.of(order)),
        "language": graph.corpus.language,
        "size": 15.0 if is_large else 10.5,
        "note": 14.0 if is_large else 10.0,
        "small": 14.0 if is_large else 8.5,
        "line": LINE_PT * 1.4 if is_large else LINE_PT,
        # Faint is for rules, grey for lines to write on, muted for small type.
        "grey": 0 if is_strong else 110,
        "faint": 0 if is_strong else 185,
        "muted": 0 if is_strong else 75,
        **frame(order, paper),
        "parted": 12.0 if is_large else 8.0,
        "fields": [] if is_key else [words["name"], words["class"], words["date"]],
        "words": dict(words),
        **said,
    }
    return Document(program=FRAME + _PIECES + body, data=data)


def account(order: Order, id: str) -> dict[str, Any]:
    """Say how a narrative is named and marked."""
    from argmap.rendering import style

    graph = order.graph
    narrative = graph.narrative(id)
    palette = style.PALETTES[cast("style.PaletteName", PALETTE.of(order))]
    observes = narrative.role is Role.OBSERVER
    role, hatch = style.look(graph.colour_index(id), observes=observes)
    return {"name": narrative.name, "fill": style.roles(palette)[role], "hatch": hatch}


def accounts(order: Order) -> list[dict[str, Any]]:
    """Say how each account that was ordered is named and marked, in that order."""
    return [account(order, id) for id in order.graph.choose_accounts(order.narratives)]
