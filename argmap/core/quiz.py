"""Make questions about where accounts stand and what documents say; none asks who is right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from argmap.core import wording
from argmap.core.citing import Text
from argmap.core.citing.text import joined, roman
from argmap.core.comparison import Comparison, Group, compare
from argmap.core.graph import ArgumentGraph
from argmap.core.language import Words, t
from argmap.core.model import Evidence, EvidenceKind
from argmap.core.tongues import attribution, foreign, ours

_T = TypeVar("_T")

MAX_PAIRS = 6
MAX_MATCHINGS = 8
MAX_GAPS = 12
GAP_OPTIONS = 4
# A word that can be missed: letters of any script, with hyphens and apostrophes inside.
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LEAST_CHARS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question with one right answer among several.

    `id` is stable: it comes from the record that the question is about. `subject` is what is
    asked about, in the corpus's words, and `prompt` what is asked, in argmap's as the `options`
    are; `right` indexes those. `because` tells afterwards why, with the source.
    """

    id: str
    prompt: str
    subject: str
    options: tuple[str, ...]
    right: int
    because: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """Texts to be put together with answers; an answer may be right for several texts.

    Both are the corpus's.
    """

    id: str
    prompt: str
    pairs: tuple[tuple[Text, str], ...]
    because: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A quotation with one word left out, between `before` and `after`.

    `language` is the quotation's; empty where it is the corpus's. `options` hold the word,
    `options[right]`, among words left out elsewhere.
    """

    id: str
    prompt: str
    before: str
    after: str
    options: tuple[str, ...]
    right: int
    because: Text
    language: str = ""

    @property
    def word(self) -> str:
        """The word that is missing."""
        return self.options[self.right]


Question = Choice | Matching | Gap


def questions(
    graph: ArgumentGraph, claims: Iterable[str], evidence: Iterable[str], accounts: Iterable[str]
) -> tuple[Question, ...]:
    """Ask about some claims and documents.

    Args:
        graph: The corpus.
        claims: Ids of claims, in the order of the questions.
        evidence: Ids of evidence; quotations with a speaker are asked about.
        accounts: The accounts that verdicts and stances are about.

    Returns:
        First where the accounts stand on each claim, then whose words a stance is in, who said
        what, and missing words. The same input gives the same questions.

    Raises:
        UnknownName: An account is not in the corpus.
    """
    wanted = tuple(claims)
    quoted = [item for id in evidence if (item := graph.item(id)).kind is EvidenceKind.QUOTATION]
    whole = compare(graph, tuple(accounts))
    rows = Comparison(
        narratives=whole.narratives,
        rows=tuple(row for row in whole.rows if row.claim.id in set(wanted)),
    )
    return (
        *_standings(graph, rows),
        *_stances(graph, wanted, rows.narratives),
        *_speakers(graph, quoted),
        *_gaps(graph, quoted),
    )


def _standings(graph: ArgumentGraph, compared: Comparison) -> Iterator[Choice]:
    offered = tuple(STANDING)
    for row in compared.rows:
        if row.group in offered and len(compared.narratives) > 1:
            yield Choice(
                id=f"standing-{row.claim.id}",
                prompt=t("Where do the accounts stand on this claim?"),
                subject=row.claim.text,
                options=tuple(STANDING.values()),
                right=offered.index(row.group),
                because=ours(graph, wording.verdict_sentence(graph, compared, row)),
            )


def _stances(
    graph: ArgumentGraph, claims: Iterable[str], accounts: tuple[str, ...]
) -> Iterator[Matching]:
    """Ask whose words stances are in, a few at a time, so that no set is of one account alone."""
    said = [
        (stance.how, graph.narrative(account).name, claim)
        for claim in claims
        for account in accounts
        if (stance := graph.stance(account, claim)) is not None and stance.how
    ]
    for number, chunk in enumerate(_chunks(said, MAX_PAIRS)):
        if number < MAX_MATCHINGS and len({name for _, name, _ in chunk}) > 1:
            yield Matching(
                id=f"stances-{chunk[0][2]}",
                prompt=t("Which account says this, in its own terms?"),
                pairs=tuple((roman(how), name) for how, name, _ in chunk),
            )


def _speakers(graph: ArgumentGraph, quoted: Iterable[Evidence]) -> Iterator[Matching]:
    first: dict[str, Evidence] = {}
    for item in quoted:
        if item.speaker:
            first.setdefault(item.speaker, item)
    for number, chunk in enumerate(_chunks(tuple(first.values()), MAX_PAIRS)):
        if number < MAX_MATCHINGS and len(chunk) > 1:
            yield Matching(
                id=f"speakers-{chunk[0].id}",
                prompt=t("Who said this?"),
                pairs=tuple((_quoted(graph, item), item.speaker) for item in chunk),
                because=joined((attribution(graph, item) for item in chunk), ".").ended("."),
            )


def _gaps(graph: ArgumentGraph, quoted: Iterable[Evidence]) -> Iterator[Gap]:
    missing = [(item, found) for item in quoted if (found := _word_to_miss(item.text)) is not None]
    choice: list[tuple[Evidence, re.Match[str], list[str]]] = []
    for item, found in missing:
        # A word of another language would give the answer away.
        alike = dict.fromkeys(other[0] for each, other in missing if each.language == item.language)
        others = [word for word in alike if word.casefold() != found[0].casefold()]
        if len(others) >= GAP_OPTIONS - 1:
            choice.append((item, found, others))
    for number, (item, found, others) in enumerate(choice[:MAX_GAPS]):
        start = number % len(others)
        chosen = (others[start:] + others[:start])[: GAP_OPTIONS - 1]
        options = tuple(sorted((*chosen, found[0]), key=str.casefold))
        yield Gap(
            id=f"gap-{item.id}",
            prompt=t("Which word is missing?"),
            before=item.text[: found.start()],
            after=item.text[found.end() :],
            options=options,
            right=options.index(found[0]),
            because=_quoted(graph, item) + " " + attribution(graph, item).ended("."),
            language=foreign(graph, item.language),
        )


def _quoted(graph: ArgumentGraph, item: Evidence) -> Text:
    return roman(wording.quoted(item), foreign(graph, item.language))


def _word_to_miss(text: str) -> re.Match[str] | None:
    """Choose the longest word that stands in a text once; of equal ones the first."""
    found = [word for word in _WORD.finditer(text) if len(word[0]) >= _LEAST_CHARS]
    folded = [word[0].casefold() for word in found]
    once = [word for word in found if folded.count(word[0].casefold()) == 1]
    return max(once, key=lambda word: len(word[0]), default=None)


def _chunks(items: Iterable[_T], size: int) -> Iterator[tuple[_T, ...]]:
    listed = tuple(items)
    return (listed[start : start + size] for start in range(0, len(listed), size))


STANDING: Mapping[Group, str] = Words(
    {
        Group.AGREED: "They agree on it.",
        Group.PARTLY: "They agree on it in part.",
        Group.DISPUTED: "They dispute it.",
        Group.ONE_SIDED: "Not all of them speak to it.",
    }
)
"""What can be answered where accounts stand, by the mark of the claim."""
