"""Write a handout for class: question, accounts, diagram, claims, documents, bibliography.

A page of print that needs nothing beside it. Texts of the corpus reach typst as data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from argmap.core import wording
from argmap.core.citing import Text, cite
from argmap.core.comparison import compare
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Claim, Event, Evidence
from argmap.core.tongues import ours
from argmap.core.uses import Uses, uses_by_document
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.options import LANGUAGE, Number
from argmap.writers.paper import FRAME, PAPER, frame, sheet
from argmap.writers.part import Part, part
from argmap.writers.parts_of_map import diagrams, files_of, parts
from argmap.writers.pictures import DIRECTION, DRAWN, PALETTE, SOURCES, bare_picture
from argmap.writers.quoting import CITED_AS, language_of, others, runs
from argmap.writers.typesetting import Document

DOCUMENTS = Number(
    name="documents",
    title="Documents",
    help="How many documents are quoted at most, taken from the accounts in turn.",
    default=12,
    least=0,
    most=200,
)
# From how many characters on a claim or a document may be parted between two pages.
_LONG_CHARS = 1_200
# How far texts are set in: a column that is easy to read, where a diagram takes the whole width.
_INDENT_PT = 24.0
_PROGRAM = """\
#let words = it.words
#set document(title: it.title, date: none)
#set text(font: it.font, lang: it.language, size: it.text-size * 1pt, fallback: false,
  hyphenate: false)
#set par(leading: 0.58em, spacing: 0.8em)
#let small(body) = text(size: it.small-size * 1pt, body)
#let unverified(is-sure) = if not is-sure [ #ours(strong("[" + words.unverified + "]"))]
#show: running.with(small: small)
#show heading: set block(above: 1.3em, below: 0.6em, sticky: true)
#show heading.where(level: 1): set text(size: it.text-size * 1.7pt)
#show heading.where(level: 2): set text(size: it.text-size * 1.2pt)
#let column(body) = block(above: 1.4em, pad(x: it.indent * 1pt, body))

#column[
  #heading(level: 1, it.title)
  #if it.kicker != "" [#it.kicker]
  #for paragraph in it.introduction [#par(paragraph)]
  #if it.answers.len() > 0 [
    #heading(level: 2, ours(words.answers))
    #for answer in it.answers {
      block(breakable: true, inset: (left: 8pt), stroke: (left: 1.5pt + luma(120)))[
        #strong(answer.who) \\
        #answer.text
      ]
    }
  ]
  #small(ours(words.neutral))#metadata(none)<told>
]

#let after(drawn) = {
  if drawn.note != "" { small(ours(drawn.note)) }
  if drawn.legend != "" {
    ours(image(drawn.legend-file, width: drawn.legend-width * 1pt, alt: drawn.legend))
  }
}
#let diagram(drawn) = {
  let picture = image(drawn.file, width: drawn.drawn-width * 1pt, alt: drawn.alternative)
  let title = heading(level: 2, ours(drawn.title))
  if drawn.own-page {
    page(width: drawn.width * 1pt, height: drawn.height * 1pt)[
      #title #align(center, picture) #after(drawn)
    ]
  } else {
    block(breakable: false, width: 100%, above: 1.8em)[
      #column(title) #align(center, picture) #pad(x: it.indent * 1pt, after(drawn))
    ]
  }
}
#let claims = column[
  #heading(level: 2, ours(words.claims))
  #if it.summary.len() > 0 [#block(sticky: true, runs(it.summary))]
  #for (index, claim) in it.claims.enumerate() {
    block(breakable: claim.is-long, above: 1em)[
      #block(sticky: true, below: 0.5em)[#strong(str(index + 1) + ". " + claim.text)]
      #if claim.in-full != "" [#small[#ours[#words.in-full:] #claim.in-full] \\ ]
      #runs(claim.standing)
      #if claim.stances.len() > 0 {
        list(..claim.stances.map(s => [#strong(s.who): #s.how]))
      }
    ]
  }
]
// Below a diagram that heads a page typst sets what must not break over the edge of that page,
// where it should go on to the next one: so there it may break.
#let headed = state("headed", false)
#let unbroken(body, ..how) = context block(breakable: headed.get(), ..how, body)
// A whole diagram that finds no room below the accounts leaves it to the claims.
#context {
  let left(mark) = it.height * 1pt - it.bottom * 1pt - locate(mark).position().y
  let is-whole = it.diagrams.len() == 1 and not it.diagrams.first().own-page
  let high = if is-whole {
    measure(width: (it.width - 2 * it.side) * 1pt, diagram(it.diagrams.first())).height
  } else { 0pt }
  if high <= left(<told>) {
    for drawn in it.diagrams { diagram(drawn) }
    claims
  } else {
    claims
    [#metadata(none)<claimed>]
    // Where it finds none there either, it heads the next page, and the documents go on here.
    context {
      let drawn = diagram(it.diagrams.first())
      if high + 1.8em.to-absolute() <= left(<claimed>) { drawn } else {
        place(top, float: true, clearance: 1.4em, drawn)
        headed.update(true)
      }
    }
  }
}

#column[
  #if it.evidence.len() > 0 [
    #heading(level: 2, ours(words.evidence))
    #if it.shown != "" [#small(ours(it.shown))]
    #for item in it.evidence {
      let mark = (left: 0.6pt + luma(120))
      let parted = (item.about, item.note, item.uses).filter(each => each.len() > 0)
      let set-as = if item.is-long { block } else { unbroken }
      set-as(above: 1.1em, inset: (left: 8pt), stroke: mark)[
        #context block(sticky: true, spacing: par.spacing)[
          #text(lang: item.language, item.text)#unverified(item.verified)
        ]
        #for other in item.others [
          #par[#small[#ours[#other.lead:] #text(lang: other.language, other.text)]]
        ]
        #par(small(parted.map(runs).join(linebreak())))
      ]
    }
  ]
  #if it.events.len() > 0 [
    #heading(level: 2, ours(words.events))
    #for event in it.events {
      unbroken[
        #ours(strong(event.date)): #event.title#unverified(event.verified)
        #if event.names != "" [\\ #small(event.names)]
      ]
    }
  ]
  #if it.bibliography.len() > 0 [
    #heading(level: 2, ours(words.bibliography))
    #set text(size: calc.max(it.small-size, it.text-size * 0.9) * 1pt)
    #for entry in it.bibliography {
      par(hanging-indent: 14pt, runs(entry))
    }
  ]
]
"""


def write_handout(order: Order) -> bytes:
    """Write the handout as PDF/UA-1, tagged, its text real; see `sheets`."""
    return sheets(order).pdf()


def sheets(order: Order) -> Document:
    """Lay out the handout of an issue or a claim.

    The diagram stands at its natural size, in which no type is under 8 pt; where it is larger
    than a sheet it becomes an overview and parts that refer to each other.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
        TooLarge: There is more to draw than one picture holds.
        DrawingFailed: Graphviz is missing or refused the graph.
    """
    graph, chosen = order.graph, part(order)
    paper = sheet(order)
    drawn = bare_picture(order, paper.room_pt[0])
    pieces = parts(order, drawn, paper, indent_pt=_INDENT_PT)
    claim = graph.claim(order.claim) if order.claim else None
    issue = graph.issue(claim.issue if claim else order.issue)
    documents = _documents(order, chosen)
    used = uses_by_document(graph, chosen.arguments, (each.id for each in _compared(order, chosen)))
    data = {
        "title": claim.text if claim else issue.question,
        "kicker": issue.question if claim else "",
        "running": issue.title,
        "language": graph.corpus.language,
        **frame(order, paper),
        "indent": _INDENT_PT,
        "words": {
            **wording.HANDOUT, "unverified": wording.unverified(), "in-full": wording.in_full(),
        },
        "introduction": [
            each for each in ((claim.in_full if claim else "") or "", issue.introduction) if each
        ],
        "answers": [
            {"who": graph.narrative(each.narrative).name, "text": each.text}
            for account in chosen.accounts
            for each in issue.accounts
            if each.narrative == account
        ],
        "diagrams": list(diagrams(order, pieces, paper)),
        "claims": list(_claims(order, chosen)),
        "summary": _summary(order, chosen),
        "evidence": [
            {
                **_quoted(graph, item, CITED_AS.of(order)),
                "uses": _used(graph, used.get(item.id, {})),
            }
            for item in documents
        ],
        "shown": wording.HANDOUT["shown"].format(shown=len(documents), all=len(chosen.evidence))
        if len(documents) < len(chosen.evidence)
        else "",
        "events": [_event(graph, event) for event in chosen.events],
        "bibliography": [runs(entry) for entry in _bibliography(order, chosen, documents)],
    }  # fmt: skip
    return Document(program=FRAME + _PROGRAM, data=data, files=files_of(pieces))


def _compared(order: Order, chosen: Part) -> tuple[Claim, ...]:
    if order.scope is Scope.ISSUE:
        return order.graph.claims_of(order.issue)
    return chosen.claims


def _claims(order: Order, chosen: Part) -> Iterator[dict[str, Any]]:
    graph = order.graph
    compared = compare(graph, order.narratives)
    for claim in _compared(order, chosen):
        said = [
            {"who": graph.narrative(account).name, "how": stance.how}
            for account in compared.narratives
            if (stance := graph.stance(account, claim.id)) is not None and stance.how
        ]
        yield {
            "text": claim.text,
            "in-full": claim.in_full,
            "standing": _ours(
                graph, wording.verdict_sentence(graph, compared, compared.row(claim.id))
            ),
            "stances": said,
            "is-long": _is_long(claim.text, claim.in_full, *(each["how"] for each in said)),
        }


def _summary(order: Order, chosen: Part) -> list[dict[str, Any]]:
    if order.scope is not Scope.ISSUE:
        return []
    compared = compare(order.graph, order.narratives, issue=order.issue)
    return _ours(order.graph, wording.summary_sentence(compared.summary, len(chosen.accounts)))


def _ours(graph: ArgumentGraph, sentence: str, *theirs: str) -> list[dict[str, Any]]:
    return runs(ours(graph, sentence, *theirs))


def _documents(order: Order, chosen: Part) -> tuple[Evidence, ...]:
    """Choose documents from the accounts in turn, each giving those that it uses most.

    So no account fills the page, however many documents it has; they stand in the corpus's order.
    """
    uses: dict[str, Counter[str]] = {each.id: Counter() for each in chosen.narratives}
    known = {item.id for item in chosen.evidence}
    for argument in chosen.arguments:
        for voice in argument.by:
            if voice in uses:
                uses[voice].update(premise for premise in argument.premises if premise in known)
    queues = [[id for id, _ in counted.most_common()] for counted in uses.values()]
    queues.append([item.id for item in chosen.evidence])
    taken: dict[str, None] = {}
    turns = max(map(len, queues))
    in_turn = [queue[turn] for turn in range(turns) for queue in queues[:-1] if turn < len(queue)]
    for id in (*in_turn, *queues[-1]):
        if len(taken) < DOCUMENTS.of(order):
            taken.setdefault(id)
    return tuple(item for item in chosen.evidence if item.id in taken)


def _quoted(graph: ArgumentGraph, item: Evidence, style: str) -> dict[str, Any]:
    own = graph.corpus.language
    spoken = ", ".join(p for p in (item.speaker, item.date.in_words if item.date else "") if p)
    said = (wording.sentence(each) for each in (item.speaker, item.wording, item.context) if each)
    return {
        "text": wording.quoted(item),
        "language": language_of(item.language, own),
        "verified": item.verified,
        "is-long": _is_long(item.text, item.original, item.translation, item.context),
        "others": others(graph, item),
        "about": _ours(
            graph,
            " ".join(
                wording.sentence(each) for each in (spoken, item.wording, item.context) if each
            ),
            item.speaker,
            *said,
        ),
        "note": runs(cite(graph, item, style).note),
    }


def _used(graph: ArgumentGraph, uses: Uses) -> list[dict[str, Any]]:
    named = {graph.narrative(id).name: each for id, each in uses.items()}
    return _ours(graph, wording.used_here(named))


def _is_long(*texts: str) -> bool:
    return sum(map(len, texts)) > _LONG_CHARS


def _event(graph: ArgumentGraph, event: Event) -> dict[str, Any]:
    called = [f"{graph.narrative(name.narrative).name}: {name.text}" for name in event.names]
    return {
        "date": event.date.in_words,
        "title": event.title,
        "names": "; ".join(called),
        "verified": event.verified,
    }


def _bibliography(order: Order, chosen: Part, documents: Iterable[Evidence]) -> tuple[Text, ...]:
    """List the works of what the handout shows, each once, by the letters they begin with."""
    graph, style = order.graph, CITED_AS.of(order)
    cited = {citation.source for item in documents for citation in item.citations}
    cited |= {source for event in chosen.events for source in event.sources}
    entries = {cite(graph, graph.source(id), style).entry for id in cited}
    return tuple(sorted(entries, key=lambda entry: (str(entry).casefold(), str(entry))))


HANDOUT = Format(
    name="handout",
    title="Handout (PDF)",
    suffix="pdf",
    media_type="application/pdf",
    scopes=DRAWN,
    write=write_handout,
    is_picture=True,
    purpose="Pages to copy for the class: question, accounts, diagram, documents, bibliography.",
    family=Family.PAPER,
    options=(LANGUAGE, PAPER, CITED_AS, DOCUMENTS, PALETTE, SOURCES, DIRECTION),
    contents="handout",
    sheets=sheets,
)
