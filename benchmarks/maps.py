"""Make a map with a given number of boxes, as a corpus and as Argdown."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.core.model import (
    Argument,
    Citation,
    Claim,
    Corpus,
    Evidence,
    EvidenceKind,
    Issue,
    Narrative,
    Relation,
    Source,
    SourceKind,
    Stance,
    StanceKind,
)

CORPUS = "bench"
ROOT = "claim-0"
_BRANCHES = 4
_WORDS = (
    "the record of that day says what was offered and to whom, and the letters that followed "
    "speak of it again in other words and on other terms than those of the first meeting"
).split()


def corpus(boxes: int) -> Corpus:
    """Build one tree: a claim, and below it claims and evidence that support or rebut.

    Args:
        boxes: How many claims and pieces of evidence there are, the root among them.
    """
    inner = [index for index in range(boxes) if _is_claim(index, boxes)]
    leaves = [index for index in range(boxes) if not _is_claim(index, boxes)]
    return Corpus(
        id=CORPUS,
        title="A map to measure",
        narratives=tuple(
            Narrative(id=id, name=f"{id.title()} account", short=id.title())
            for id in ("first", "second")
        ),
        issues=(Issue(id="question", title="Question", question="What was said?"),),
        sources=(Source(id="record", kind=SourceKind.OTHER, title="The record"),),
        claims=tuple(Claim(id=_id(n, boxes), issue="question", text=text(n)) for n in inner),
        evidence=tuple(
            Evidence(
                id=_id(n, boxes),
                kind=EvidenceKind.QUOTATION,
                text=text(n),
                speaker="A speaker",
                citations=(Citation(source="record", locator=f"p. {n}"),),
            )
            for n in leaves
        ),
        stances=tuple(
            Stance(narrative=narrative, claim=_id(n, boxes), stance=stance)
            for n in inner
            for narrative, stance in zip(
                ("first", "second"), (StanceKind.ASSERTS, StanceKind.DENIES), strict=True
            )
        ),
        arguments=tuple(
            Argument(
                id=f"step-{n}",
                by=(("first", "second")[n % 2],),
                premises=(_id(n, boxes),),
                relation=(Relation.SUPPORT, Relation.REBUT)[n % 2],
                target=_id(_parent(n), boxes),
                because="So it follows, since " + text(n + 3, words=9),
            )
            for n in range(1, boxes)
        ),
    )


def argdown(boxes: int) -> str:
    """Write the same map as Argdown: the same boxes, texts and relations."""
    return "\n".join(_argdown_lines(0, 0, boxes)) + "\n"


def _argdown_lines(index: int, level: int, boxes: int) -> Iterator[str]:
    sign = f"{'  ' * level}{'+-'[index % 2]} " if index else ""
    yield f"{sign}[{_id(index, boxes)}]: {text(index)}"
    for child in _children(index, boxes):
        yield from _argdown_lines(child, level + 1, boxes)


def text(index: int, words: int = 20) -> str:
    """Give a sentence of its own to each box, about as long as a claim is."""
    said = [_WORDS[(index * 7 + offset) % len(_WORDS)] for offset in range(words)]
    return f"{index} {' '.join(said)}"


def _is_claim(index: int, boxes: int) -> bool:
    return bool(_children(index, boxes))


def _children(index: int, boxes: int) -> range:
    first = index * _BRANCHES + 1
    return range(min(first, boxes), min(first + _BRANCHES, boxes))


def _parent(index: int) -> int:
    return (index - 1) // _BRANCHES


def _id(index: int, boxes: int) -> str:
    return f"{'claim' if _is_claim(index, boxes) else 'evidence'}-{index}"
