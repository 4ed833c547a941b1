"""Read what prints: poppler for words and their places, pypdf for what else a file holds."""

from __future__ import annotations

import itertools
import re

from tests.writers import printed
from tests.writers.foreign.asked import Asked, missing
from tests.writers.printed import bare

MM = 72 / 25.4
PAPERS = ("a4", "letter", "a3", "slide")
PALETTES = ("colour", "grey", "contrast", "large")
LOOKS = tuple(itertools.product(PALETTES, PAPERS))


def check_sheets(content: bytes, *, least_pt: float, side_pt: float, ends_pt: float) -> None:
    """See that pages are tagged, not empty, and readable to the margins, in the bundled font."""
    # Pictures are placed to a tenth of a point.
    assert printed.smallest_pt(content) >= least_pt * 0.998
    assert printed.problems_of_ua(content) == []
    assert printed.outside(content, side_pt, ends_pt) == []
    assert all(page.words for page in printed.words(content)), "an empty page"
    assert printed.fonts(content) <= {"PTSans-Regular", "PTSans-Bold", "PTSans-Italic"}


def alternatives(content: bytes) -> list[str]:
    return [str(each["/Alt"]) for each in printed.elements(content) if each["/S"] == "/Figure"]


def check_references(content: bytes) -> int:
    """See that every reference leads to a page that has the box, and that one leads back."""
    pages = printed.texts(content)
    there: dict[int, set[int]] = {}
    for number, text in enumerate(pages, 1):
        for page, first, last in re.findall(r"Page (\d+): box(?:es)? (\d+)(?:–(\d+))?\.", text):
            if number > 1 and int(page) == number:
                there[number] = set(range(int(first), int(last or first) + 1))
    said = alternatives(content)
    for page, boxes in there.items():
        in_words = [each for each in said if f"Box {min(boxes)}:" in each]
        assert len(in_words) == 1
        assert all(f"Box {box}:" in in_words[0] for box in boxes), page
    everything = sorted(itertools.chain(*there.values()))
    assert everything == list(range(1, len(everything) + 1))
    links = {(n, page, box) for n, text in enumerate(pages, 1)
             for page, box in printed.references(text)}  # fmt: skip
    for here, page, box in links:
        assert box in there[page]
        assert any(back == page and to == here for back, to, _ in links), (here, page, box)
    return len(links)


def map_on_paper(asked: Asked) -> None:
    """Every box is on some page whatever the paper and the palette, and what is cut goes on."""
    palette, paper = LOOKS[asked.turn % len(LOOKS)]
    content = asked.made(palette=palette, paper=paper)
    text = printed.text_of(content)
    least_pt = 14 if palette == "large" else 8

    check_sheets(content, least_pt=least_pt, side_pt=10 * MM, ends_pt=10 * MM)
    assert missing(map(bare, asked.nodes.values()), text) == []
    assert missing(map(bare, asked.reasons), text) == []
    check_references(content)


def handout(asked: Asked) -> None:
    """It says what is asked, every claim, every event, and every box of the diagram."""
    graph, order = asked.graph, asked.order
    content = asked.made(paper=PAPERS[asked.turn % len(PAPERS)])
    text = printed.text_of(content)
    issue = graph.issue(order.issue or graph.claim(order.claim).issue)
    events = graph.events_of(order.issue) if order.issue else ()
    parts = set(range(1, 1 + len(re.findall(r"– Part \d+: box", "".join(printed.texts(content))))))
    linked = {part for page in printed.texts(content) for part, _ in printed.references(page)}

    check_sheets(content, least_pt=8, side_pt=25, ends_pt=15)
    assert bare(issue.question) in text
    assert missing((bare(each.title) for each in events), text) == []
    assert missing(map(bare, asked.nodes.values()), text) == []
    assert linked <= parts


def titled(asked: Asked) -> str:
    """Give what stands above a map: a claim, or the question of an issue."""
    graph, order = asked.graph, asked.order
    return graph.claim(order.claim).text if order.claim else graph.issue(order.issue).question


def blanked_map(asked: Asked) -> None:
    """What is emptied is in the key, and nowhere in the file of the students."""
    nodes = {id: text for id, text in asked.nodes.items() if id != asked.order.claim}
    given = {"bank": "no", "seed": str(1 + asked.turn)}
    content, key = asked.made(**given), printed.text_of(asked.made(key="yes", **given))
    text, inside = printed.text_of(content), printed.everything_in(content)
    emptied = {each for each in nodes.values() if bare(each) in key}
    # A short text may be a part of a longer one that is shown.
    shown = [each for each in nodes.values() if each not in emptied]
    hidden = [each for each in emptied if not any(each in other for other in shown)]

    assert bare(titled(asked)) in text
    assert hidden
    assert missing(map(bare, shown), text) == []
    assert [each for each in hidden if bare(each) in text + inside] == []
    check_sheets(content, least_pt=8, side_pt=25, ends_pt=15)
