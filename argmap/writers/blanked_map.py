"""Write a map with boxes emptied and numbered, for students to fill in, and its key.

What is left out is taken out of the drawing itself: neither text nor name nor description of an
emptied box reaches the file of the students.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.worksheets import Blanks, choose_blanks
from argmap.errors import InvalidInput
from argmap.writers.format import Family, Format, Order
from argmap.writers.options import LANGUAGE, Choice, Number, Pick
from argmap.writers.paper import FRAME, PAPER, USUAL, frame, sheet, type_of
from argmap.writers.parts_of_map import MapPart, diagrams, files_of, parts
from argmap.writers.pictures import DRAWN, PALETTE, bare_picture
from argmap.writers.typesetting import Document
from argmap.writers.worksheets.choices import BANK, DIFFICULTY, KEY, SEED

if TYPE_CHECKING:
    from argmap.rendering import Picture

BLANKS = Number(
    name="blanks", title="Blanks",
    help="How many boxes are emptied; 0 leaves it to the difficulty.",
    default=0, least=0, most=40,
)  # fmt: skip
EMPTIED = Pick(
    name="emptied",
    title="What is emptied",
    help="Which kind of box is emptied; the comparison of an issue has claims alone.",
    default="any",
    choices=(Choice("any", "Any"), Choice("claims", "Claims"), Choice("evidence", "Evidence")),
)
_SHARES = {"easy": 0.25, "medium": 0.5, "hard": 0.75}
"""How many of the boxes that can be emptied are, for each difficulty."""
# With a single blank there is nothing to choose.
_LEAST_BLANKS = 2
# How high the place for a name, the title and the task are.
_TASK_PT = 84.0
_SVG = "http://www.w3.org/2000/svg"
_PROGRAM = """\
#set document(title: it.title, date: none)
#set text(font: it.font, lang: it.language, size: it.text-size * 1pt, fallback: false,
  hyphenate: false)
#let small(body) = text(size: it.small-size * 1pt, body)
#show: running.with(small: small)
#show heading.where(level: 1): set text(size: it.text-size * 1.5pt)
#show heading.where(level: 2): set text(size: it.text-size * 1.2pt)
#show heading: set block(below: 0.8em, sticky: true)
#let written = align(bottom, line(length: 100%, stroke: 0.6pt + luma(110)))
#if it.fields.len() > 0 {
  ours(grid(columns: (2fr, 1fr, 1fr), column-gutter: 14pt,
    ..it.fields.map(label => grid(columns: (auto, 1fr), column-gutter: 5pt, label, written))))
}
#heading(level: 1, it.title)
#ours(it.task)
#let bank = if it.lines.len() > 0 {
  heading(level: 2, ours(it.heading))
  for line in it.lines { block(breakable: false, above: 0.8em, line) }
}
#for (index, drawn) in it.diagrams.enumerate() {
  // Of a map with blanks only how many there are is read out.
  let picture = ours(image(drawn.file, width: drawn.drawn-width * 1pt, alt: drawn.alternative))
  let said = {
    if drawn.said != "" { heading(level: 2, ours(drawn.said)) }
    align(center, picture)
    if drawn.note != "" { small(ours(drawn.note)) }
    if drawn.legend != "" {
      ours(image(drawn.legend-file, width: drawn.legend-width * 1pt, alt: drawn.legend))
    }
  }
  if drawn.own-page {
    page(width: drawn.width * 1pt, height: drawn.height * 1pt, said)
  } else { block(breakable: false, width: 100%, said) }
  // Of a map that is cut the overview comes first; what there is to choose from is found there.
  if index == 0 { bank }
}
#if it.diagrams.len() == 0 { bank }
"""


def write_map(order: Order) -> bytes:
    """Write the map with its blanks, or the key, as PDF/UA-1; see `sheets`."""
    return sheets(order).pdf()


def sheets(order: Order) -> Document:
    """Lay out the map with its blanks or, if it is asked for, the key alone.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
        InvalidInput: The drawing has no box of the kind that is to be emptied.
        TooLarge: There is more to draw than one picture holds.
        DrawingFailed: Graphviz is missing or refused the graph.
    """
    graph = order.graph
    paper = sheet(order)
    drawn = bare_picture(order, paper.room_pt[0])
    blanks = _blanks(order, drawn)
    is_key = KEY.of(order)
    whole = parts(order, drawn, paper, taken_pt=_TASK_PT * type_of(order).text_pt / USUAL.text_pt)
    if len({piece.page for piece in whole}) == 1:
        # All lie the same way, and so does then what stands above and below them.
        paper = whole[0].page or paper
        whole = tuple(replace(piece, page=None) for piece in whole)
    numbers = _numbers(blanks, whole)
    pieces: tuple[MapPart, ...] = ()
    if not is_key:
        pieces = tuple(replace(piece, svg=_emptied(piece, numbers)) for piece in whole)
    said = [_text(graph, id) for id in blanks.bank] if BANK.of(order) else []
    answers = [f"{', '.join(map(str, borne))}. {_text(graph, id)}" for id, borne in numbers.items()]
    words = wording.BLANKED_MAP
    alternative = words["alternative"].format(count=len(blanks.numbered))
    data = {
        "title": drawn.title,
        "task": words["key" if is_key else "task"].format(seed=SEED.of(order)),
        "running": words["key-title" if is_key else "title"],
        "language": graph.corpus.language,
        **frame(order, paper),
        "fields": [] if is_key else [wording.WORKSHEET[each] for each in ("name", "class", "date")],
        "heading": words["answers" if is_key else "bank"],
        "lines": answers if is_key else said,
        "diagrams": [
            {**each, "said": piece.said, "alternative": alternative}
            for each, piece in zip(diagrams(order, pieces, paper), pieces, strict=True)
        ],
    }
    return Document(program=FRAME + _PROGRAM, data=data, files=files_of(pieces))


def _blanks(order: Order, drawn: Picture) -> Blanks:
    wanted = {"any": ("claim", "evidence"), "claims": ("claim",), "evidence": ("evidence",)}
    kinds = wanted[EMPTIED.of(order)]
    boxes = drawn.drawing.boxes.values()
    # The claim a tree stands on is its title as well.
    ids = [dict(box.data)["id"] for box in boxes if box.kind in kinds]
    ids = [id for id in ids if id != order.claim]
    if not ids:
        raise InvalidInput(
            t("This map has no such box to empty; choose another kind, or another claim or issue.")
        )
    share = math.ceil(_SHARES[DIFFICULTY.of(order)] * len(set(ids)))
    count = BLANKS.of(order) or max(share, _LEAST_BLANKS)
    return choose_blanks(ids, count, SEED.of(order))


def _numbers(blanks: Blanks, pieces: tuple[MapPart, ...]) -> Mapping[str, tuple[int, ...]]:
    """Number what is left out: as its boxes are where the map is cut, else from 1.

    What stands in several boxes of a map that is cut has the number of each.
    """
    borne: dict[str, list[int]] = {}
    for piece in pieces:
        for element, number in piece.numbers.items():
            borne.setdefault(dict(piece.boxes[element].data).get("id", ""), []).append(number)
    if not borne:
        return {id: (number,) for number, id in enumerate(blanks.numbered, 1)}
    found = {id: tuple(sorted(borne[id])) for id in blanks.numbered}
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def _text(graph: ArgumentGraph, id: str) -> str:
    return graph.claim(id).text if id in graph.claims else wording.quoted(graph.item(id))


def _emptied(piece: MapPart, numbers: Mapping[str, tuple[int, ...]]) -> bytes:
    """Take everything out of the chosen boxes but their outline, and write a number in."""
    # A stub bears the id of the box it stands beside, and says only how much is not shown.
    boxes = {
        id: box
        for id, box in piece.boxes.items()
        if box.kind != "more" and dict(box.data).get("id") in numbers
    }
    ET.register_namespace("", _SVG)
    root = ET.fromstring(piece.svg)
    space = root.tag.removesuffix("svg")
    for element in root.iter(f"{space}g"):
        box = boxes.get(element.get("id", ""))
        if box is None:
            continue
        first = numbers[dict(box.data)["id"]][0]
        number = str(piece.numbers.get(element.attrib["id"], first))
        moved = element.attrib["transform"]
        element.attrib.clear()
        element.attrib.update({"class": "box", "transform": moved})
        # In a part of a map that is cut, strips above and below say where its lines go on.
        inside = element.find(f"{space}g[@class='whole']")
        inside = element if inside is None else inside
        _clear(inside, space)
        middle: Mapping[str, str] = {
            "x": f"{box.width_pt / 2:.1f}", "y": f"{box.inner_pt / 2 + 5:.1f}",
            "font-size": "15", "font-weight": "bold", "text-anchor": "middle",
        }  # fmt: skip
        ET.SubElement(inside, f"{space}text", dict(middle)).text = number
    written: bytes = ET.tostring(root, encoding="utf-8")
    return written


def _clear(element: ET.Element, space: str) -> None:
    """Keep the first shapes, which are the box; all that is written begins with a group or text."""
    is_written = False
    for child in list(element):
        is_written = is_written or child.tag == f"{space}text" or "transform" in child.attrib
        if is_written:
            element.remove(child)


BLANKED_MAP = Format(
    name="blanked-map",
    title="Map to fill in (PDF)",
    suffix="pdf",
    media_type="application/pdf",
    scopes=DRAWN,
    write=write_map,
    is_picture=True,
    purpose="The map with boxes emptied and numbered, a word bank, and a key to ask for.",
    family=Family.PAPER,
    options=(LANGUAGE, PAPER, DIFFICULTY, BLANKS, EMPTIED, BANK, SEED, KEY, PALETTE),
    contents="blanked-map",
    sheets=sheets,
)
