"""Write source sheets, a page a document: who, when, for whom, what it says and does not say.

Documents that several accounts use come first. The key tells what the records say of the
document, what each account uses it for, and what others say it does not show.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.core import wording
from argmap.core.citing import cite
from argmap.core.graph import ArgumentGraph
from argmap.core.matrix import Matrix, matrix
from argmap.core.model import Argument, Evidence, EvidenceKind, Relation
from argmap.core.tongues import ours
from argmap.core.worksheets import choose_documents, mix, rank_documents
from argmap.errors import InvalidInput
from argmap.writers.format import Family, Format, Order
from argmap.writers.options import LANGUAGE, Number
from argmap.writers.paper import PAPER
from argmap.writers.pictures import DRAWN, PALETTE
from argmap.writers.quoting import CITED_AS, language_of, others, runs
from argmap.writers.typesetting import Document
from argmap.writers.worksheets import sheet
from argmap.writers.worksheets.choices import BANK, DIFFICULTY, KEY, SEED

SHEETS = Number(
    name="sheets", title="Sheets", help="How many documents there are, a page each.",
    default=1, least=1, most=12,
)  # fmt: skip
DOCUMENT = Number(
    name="document", title="Which document",
    help="1 is the one that most accounts use, 2 the next; 0 leaves it to the seed.",
    default=0, least=0, most=500,
)  # fmt: skip
_OTHERS_IN_BANK = 3
_MOST_USES = 6

_BODY = """\
#let asked(label, body) = block(above: 1.2em, below: 0pt, together[#ours(strong(label))
  #body])
#let begun(start, count) = {
  if start == "" { lines(count) } else {
    box(width: 100%, height: one, align(bottom, grid(columns: (auto, 1fr), column-gutter: 4pt,
      ours(start), written)))
    v(0pt, weak: true)
    lines(count - 1)
  }
}
#for (index, each) in it.documents.enumerate() {
  if index > 0 { pagebreak() }
  opening
  block(width: 100%, stroke: 0.8pt + faint, radius: 3pt, inset: 11pt)[
    #text(size: 1.12em, lang: each.language, each.text)
    #for other in each.others {
      par[#label(other.lead)#ours[:] #text(lang: other.language, other.text)]
    }
    #if each.about != "" { par(each.about) }
    #if each.note.len() > 0 { par(runs(each.note)) }
  ]
  if it.is-key {
    grid(columns: (1fr, 1fr), column-gutter: 16pt, row-gutter: 0.4em, inset: (top: 0.9em),
      ..each.answers.slice(0, 4).map(part => asked(part.label,
        part.lines.map(line => answer(runs(line))).join())))
    for part in each.answers.slice(4) {
      block(above: 1.2em, below: 0.6em, sticky: true, ours(strong(part.label)))
      for line in part.lines { together(answer(runs(line))) }
    }
  } else {
    if each.bank.len() > 0 {
      block(above: 1.2em)[#ours(strong(words.bank)): #each.bank.map(runs).join("; ")]
    }
    grid(columns: (1fr, 1fr), column-gutter: 16pt, row-gutter: 1.1em, inset: (top: 1.1em),
      ..("who", "when", "whom", "kind").map(key => asked(words.at(key), lines(1))))
    asked(words.says, begun(each.starts.at(0), 3))
    asked(words.silent-on, begun(each.starts.at(1), 3))
    rest(words.uses)
  }
}
#if it.is-key { rest(none) }
"""


def write_source_sheet(order: Order) -> bytes:
    """Write the sheets or their key as PDF/UA-1; see `sheets`."""
    return sheets(order).pdf()


def sheets(order: Order) -> Document:
    """Lay out a page for each document of an issue or a claim or, if it is asked for, the key.

    An easy sheet begins the answers, a hard one does not tell where the document comes from.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
        InvalidInput: No account uses a document here, or there are fewer than was asked for.
    """
    words, is_key = wording.SOURCE_SHEET, KEY.of(order)
    used = matrix(
        order.graph, order.narratives, issue=order.issue or None, claim=order.claim or None
    )
    said = {
        "task": [words["key" if is_key else "task"]],
        "words": {**wording.WORKSHEET, **words},
        "documents": [_document(order, used, id) for id in _chosen(order, used)],
        "is-key": is_key,
    }
    return sheet.lay_out(order, "source-sheet", _BODY, said)


def _ranked(graph: ArgumentGraph, used: Matrix) -> tuple[str, ...]:
    """List what can be read as a document: somebody's words or, where there are none, facts."""
    ranked = rank_documents(used)
    quoted = tuple(id for id in ranked if graph.item(id).kind is EvidenceKind.QUOTATION)
    return quoted or ranked


def _chosen(order: Order, used: Matrix) -> tuple[str, ...]:
    ranked, place = _ranked(order.graph, used), DOCUMENT.of(order)
    if not ranked:
        raise InvalidInput(wording.SOURCE_SHEET["nothing"])
    if place > len(ranked):
        raise InvalidInput(wording.SOURCE_SHEET["fewer"].format(count=len(ranked)))
    if place:
        return ranked[place - 1 : place - 1 + SHEETS.of(order)]
    return choose_documents(ranked, SHEETS.of(order), SEED.of(order))


def _document(order: Order, used: Matrix, id: str) -> dict[str, Any]:
    graph, words, is_key = order.graph, wording.SOURCE_SHEET, KEY.of(order)
    item, own = graph.item(id), graph.corpus.language
    is_hard = DIFFICULTY.of(order) == "hard"
    is_told = is_key or not is_hard
    about = (wording.sentence(each) for each in (item.wording, item.context) if each)
    starts = ["starts-says", "starts-silent"] if DIFFICULTY.of(order) == "easy" else []
    return {
        "text": wording.quoted(item),
        "language": language_of(item.language, own),
        "others": others(graph, item),
        "about": " ".join(about) if is_told else "",
        "note": runs(cite(graph, item, CITED_AS.of(order)).note) if is_told else [],
        "bank": _bank(order, used, item) if is_hard and BANK.of(order) and not is_key else [],
        "starts": [words[each] for each in starts] or ["", ""],
        "answers": list(_answers(order, item)) if is_key else [],
    }


def _bank(order: Order, used: Matrix, item: Evidence) -> list[list[dict[str, Any]]]:
    """List who spoke when, of the document and of others like it, in mixed order."""
    graph = order.graph
    others = [id for id in _ranked(graph, used) if id != item.id]
    chosen = choose_documents(tuple(others), _OTHERS_IN_BANK, SEED.of(order))
    told = [item, *map(graph.item, chosen)]
    mixed = mix(map(_spoken, told), SEED.of(order))
    speakers = [each.speaker for each in told]
    return [runs(ours(graph, each, *speakers)) for each in mixed if each]


def _spoken(item: Evidence) -> str:
    return ", ".join(
        each for each in (item.speaker, item.date.in_words if item.date else "") if each
    )


def _answers(order: Order, item: Evidence) -> Iterator[dict[str, Any]]:
    graph, words = order.graph, wording.SOURCE_SHEET
    works = [graph.source(citation.source) for citation in item.citations]
    uses = [each for each in graph.arguments_from(item.id) if _is_heard(order, each)]
    replies = [
        reply
        for target in (item.id, *(each.id for each in uses))
        for reply in graph.arguments_on(target)
        if reply.relation is not Relation.SUPPORT and _is_heard(order, reply)
    ]
    kinds = dict.fromkeys(wording.source_kind(work.kind) for work in works)
    found = (
        ("who", [item.speaker or wording.listed(wording.authors(each) for each in works)]),
        ("when", [item.date.in_words if item.date else words["undated"]]),
        ("whom", [words["occasion" if item.context else "not-told"]]),
        ("kind", [wording.sentence(wording.listed(kinds))]),
        ("says", [words["own-words"]]),
        ("silent-on", [_told(graph, each) for each in replies[:_MOST_USES]] or [words["no-limit"]]),
        ("uses", [_told(graph, each) for each in uses[:_MOST_USES]] or [words["no-use"]]),
    )
    names = [item.speaker, *map(wording.authors, works)]
    told = [*uses, *replies]
    said = [part for each in told for part in _corpus_words(graph, each)]
    for name, lines in found:
        yield {
            "label": words[name],
            "lines": [
                runs(ours(graph, line or words["not-told"], *names, *said)) for line in lines
            ],
        }


def _is_heard(order: Order, argument: Argument) -> bool:
    accounts = {each.id for each in order.graph.accounts}
    silenced = accounts - set(order.graph.choose_accounts(order.narratives))
    return bool(set(argument.by) - silenced)


def _about(graph: ArgumentGraph, argument: Argument) -> str:
    """Give what an argument speaks of: a claim, or the reason that it undercuts."""
    if argument.relation is Relation.UNDERCUT:
        return graph.argument(argument.target).because
    claim = graph.target_claim(argument)
    return claim.text if claim and argument.target == claim.id else ""


def _corpus_words(graph: ArgumentGraph, argument: Argument) -> Iterator[str]:
    """List what of `_told` is the corpus's."""
    for each in (_about(graph, argument), argument.because):
        if each:
            yield wording.sentence(each)


def _told(graph: ArgumentGraph, argument: Argument) -> str:
    """Say who uses it for what: "The Port account supports this claim: ... Because: ..."."""
    told = wording.argument_sentence(graph, argument)
    about = _about(graph, argument)
    said = wording.SOURCE_SHEET["use"].format(use=told, about=about) if about else told
    return " ".join(wording.sentence(each) for each in (said, argument.because) if each)


SOURCE_SHEET = Format(
    name="source-sheet",
    title="Source sheet (PDF)",
    suffix="pdf",
    media_type="application/pdf",
    scopes=DRAWN,
    write=write_source_sheet,
    purpose="One document: who, when, for whom, what it says and what it does not say.",
    family=Family.PAPER,
    options=(LANGUAGE, PAPER, DIFFICULTY, SHEETS, DOCUMENT, BANK, CITED_AS, SEED, KEY, PALETTE),
    contents="source-sheet",
    sheets=sheets,
)
"""The sheet and its key as a format."""
