"""Small graphs to draw, and ways to read what was drawn."""

from __future__ import annotations

import random
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from argmap import rendering
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Corpus
from tests import builders as b

SVG = "{http://www.w3.org/2000/svg}"


def debate() -> ArgumentGraph:
    """Hold every kind of box and line: joint premises, an undercut, a circle, three languages."""
    corpus = b.corpus(
        licence="CC BY 4.0",
        narratives=[b.narrative("left"), b.narrative("right"), b.observer("scholars")],
        sources=[b.source(), b.source("memoir", verified=False)],
        evidence=[
            b.quotation("spoken", text="Нет никаких письменных обязательств.", language="ru"),
            b.fact("counted", source="memoir"),
            b.fact("filed"),
        ],
        claims=[b.claim(id) for id in ("main", "shared", "partly", "reply", "silent", "refused")],
        stances=[
            b.stance("left", "main"),
            b.stance("right", "main", "denies"),
            b.stance("left", "shared"),
            b.stance("right", "shared", "concedes"),
            b.stance("left", "partly", "qualifies"),
            b.stance("right", "partly"),
            b.stance("right", "reply"),
            b.stance("left", "refused", "denies"),
            b.stance("right", "refused", "denies"),
        ],
        arguments=[
            b.support("a-record", "spoken", "main"),
            b.support("together", ("counted", "shared"), "main", by=("left", "scholars")),
            b.rebut("against", "reply", "main", by="right"),
            b.qualify("limits", "partly", "main", by="scholars"),
            b.undercut("no-step", "filed", "a-record", by="right"),
            b.undercut("not-so", "partly", "together", by="right"),
            b.rebut("circle", "main", "reply"),
        ],
    )
    return ArgumentGraph(corpus)


def with_claim_text(text: str) -> ArgumentGraph:
    """Hold one claim of that text, stated in both diagrams."""
    return ArgumentGraph(
        b.corpus(claims=[b.claim("main", text=text)], stances=[b.stance("left", "main")])
    )


def wide(count: int) -> ArgumentGraph:
    """Hold one claim with so many arguments on it."""
    evidence = [b.fact(f"e{n}") for n in range(count)]
    arguments = [b.support(f"a{n}", f"e{n}", "main") for n in range(count)]
    return ArgumentGraph(b.corpus(claims=[b.claim("main")], evidence=evidence, arguments=arguments))


def branching(*counts: int) -> ArgumentGraph:
    """Hold one claim with an argument for each count, and on that so many others."""
    ids = ["main"]
    for branch, count in enumerate(counts):
        ids += [f"main-{branch}", *(f"main-{branch}-{n}" for n in range(count))]
    arguments = [b.support(f"s-{id}", id, id.rpartition("-")[0]) for id in ids[1:]]
    return ArgumentGraph(b.corpus(claims=[b.claim(id) for id in ids], arguments=arguments))


def three_accounts() -> Corpus:
    """Hold three accounts that share, dispute and ignore claims of one issue."""
    accounts = ("left", "right", "third")
    held = {
        "all": "asserts asserts asserts",
        "two": "asserts - concedes",
        "mine": "asserts denies denies",
        "yours": "denies asserts -",
        "theirs": "- - asserts",
        "none": "- - -",
    }
    return b.corpus(
        narratives=[b.narrative(id) for id in accounts],
        claims=[b.claim(id) for id in held],
        stances=[
            b.stance(account, id, kind)
            for id, kinds in held.items()
            for account, kind in zip(accounts, kinds.split(), strict=True)
            if kind != "-"
        ],
        arguments=[
            b.rebut("r1", "mine", "yours"),
            b.rebut("r2", "theirs", "mine", by="third"),
            b.support("s1", "all", "two", by="right"),
            b.support("s2", "two", "theirs", by="third"),
        ],
    )


@dataclass(frozen=True)
class Rect:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rect, slack: float = 0.2) -> bool:
        apart = (
            self.right <= other.left + slack
            or other.right <= self.left + slack
            or self.bottom <= other.top + slack
            or other.bottom <= self.top + slack
        )
        return not apart


def tree_of(picture: rendering.Picture) -> ET.Element:
    return ET.fromstring(picture.svg)


def boxes(picture: rendering.Picture) -> dict[str, ET.Element]:
    """Find the boxes of a picture by element id without its prefix."""
    found = {}
    for element in tree_of(picture).iter():
        if "box" in (element.get("class") or "").split():
            found[(element.get("id") or "").removeprefix(picture.drawing.paint.prefix)] = element
    return found


def rects(picture: rendering.Picture) -> dict[str, Rect]:
    """Give the place of each box on the picture's own coordinates."""
    placed = {}
    for name, element in boxes(picture).items():
        x, y = (float(n) for n in re.findall(r"-?[\d.]+", element.get("transform") or ""))
        box = picture.drawing.boxes[name]
        placed[name] = Rect(x, y, x + box.width_pt, y + box.height_pt)
    return placed


def words(element: ET.Element) -> str:
    """Read the text of an element as a person would copy it."""
    return "".join("".join(text.itertext()) + "\n" for text in element.iter(f"{SVG}text"))


def tangle(nodes: int, edges: int) -> str:
    """Write DOT that takes a layout long: lines between any two nodes."""
    choose = random.Random(7)
    pairs = ((choose.randrange(nodes), choose.randrange(nodes)) for _ in range(edges))
    return "digraph {" + ";".join(f"n{a}->n{b}" for a, b in pairs) + "}"
