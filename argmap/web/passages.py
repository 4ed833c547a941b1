"""Lay out arguments and evidence as pages show them: who says what, with which documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.core import wording
from argmap.core.citing import Run, Text
from argmap.core.citing.text import roman
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Argument, Evidence, Relation
from argmap.core.replies import Objection
from argmap.core.tongues import attribution, foreign, ours
from argmap.web.badges import Badge, badges
from argmap.web.tongues import Tongue, tongues

# Each objection to a claim may be countered by every argument on it: without bounds a page grows
# with the square of its claim's arguments.
MOST_OBJECTIONS = 50
MOST_REPLIES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A claim, a piece of evidence or an argument as it is named inside another's entry."""

    kind: str
    """"claim", "evidence" or "argument"; says where a link leads."""

    id: str
    """The record a link leads to; for an argument, the claim it finally bears on (or empty)."""

    text: Text
    """What it says, whole; a quotation in quotation marks."""

    note: Text = field(default_factory=Text)
    """Who said it, when, and where it stands; empty for claims."""

    language: str = ""
    """The language of the text, where it is known not to be the corpus's."""

    verified: bool = True
    """False where the record has not been checked against the work."""

    @property
    def page(self) -> str:
        """The kind of the page that a link leads to."""
        return "evidence" if self.kind == "evidence" else "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One argument as a page shows it."""

    by: tuple[Badge, ...]
    """Who puts it forward."""

    relation: Relation
    """How it bears on its target."""

    verb: str
    """The relation in words: "supports"."""

    premises: tuple[Passage, ...]
    """What it goes out from; several count together."""

    target: Passage
    """What it bears on."""

    because: str
    """Its warrant; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What a piece of evidence is put forward for."""

    by: tuple[Badge, ...]
    """Who puts it forward."""

    relation: Relation
    """How it bears on its target."""

    verb: str
    """The relation in words: "supports"."""

    target: Passage
    """What it bears on."""

    because: str
    """Its warrant; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An objection an account faces, and what it replied."""

    objection: Step
    """The argument against the account."""

    level: str
    """How the account met it, in words."""

    level_id: str
    """The same as a style-sheet class."""

    replies: tuple[Step, ...]
    """The account's own replies, the first `MOST_REPLIES` of them."""

    more: int
    """How many replies are not among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedEvidence:
    """A piece of evidence with what it is used for."""

    item: Evidence
    """The evidence."""

    attribution: Text
    """Who said it, when, and where it stands."""

    tongues: tuple[Tongue, ...] = ()
    """The passage in every language it is known in; empty where it is one text."""

    uses: tuple[Use, ...] = ()
    """The arguments that go out from it, of those a page is about."""

    @classmethod
    def of(cls, graph: ArgumentGraph, id: str, uses: Iterable[Argument] = ()) -> UsedEvidence:
        """Lay out a piece of evidence with some of its uses."""
        item = graph.item(id)
        shown = tuple(use(graph, argument) for argument in uses)
        return cls(
            item=item,
            attribution=attribution(graph, item),
            tongues=tongues(graph, item),
            uses=shown,
        )


def passage(graph: ArgumentGraph, id: str) -> Passage:
    """Name a claim, a piece of evidence or an argument."""
    if id in graph.claims:
        return Passage(kind="claim", id=id, text=roman(graph.claim(id).text))
    if id in graph.evidence:
        item = graph.item(id)
        return Passage(
            kind="evidence", id=id, text=roman(wording.quoted(item)), language=item.language,
            note=attribution(graph, item), verified=item.verified,
        )  # fmt: skip
    argument = graph.argument(id)
    bears_on = graph.target_claim(argument)
    premises = [passage(graph, premise) for premise in argument.premises]
    texts = wording.listed(str(each.text) for each in premises)
    whose = wording.voices(graph, argument.by)
    text = t("the step that {whose} takes from: {premises}", whose=whose, premises=texts)
    theirs = (Run(str(each.text), language=foreign(graph, each.language)) for each in premises)
    told = ours(graph, text, *theirs)
    return Passage(kind="argument", id=bears_on.id if bears_on else "", text=told)


def step(graph: ArgumentGraph, argument: Argument) -> Step:
    """Lay out an argument."""
    return Step(
        by=badges(graph, argument.by),
        relation=argument.relation,
        verb=wording.RELATION[argument.relation],
        premises=tuple(passage(graph, premise) for premise in argument.premises),
        target=passage(graph, argument.target),
        because=argument.because,
    )


def use(graph: ArgumentGraph, argument: Argument) -> Use:
    """Lay out what an argument uses its premises for."""
    return Use(
        by=badges(graph, argument.by),
        relation=argument.relation,
        verb=wording.RELATION[argument.relation],
        target=passage(graph, argument.target),
        because=argument.because,
    )


def steps(graph: ArgumentGraph, arguments: Iterable[Argument]) -> tuple[Step, ...]:
    """Lay out several arguments, in the order given."""
    return tuple(step(graph, argument) for argument in arguments)


def answered(graph: ArgumentGraph, objection: Objection) -> Answered:
    """Lay out an objection with its replies."""
    return Answered(
        objection=step(graph, objection.argument),
        level=wording.REPLY[objection.level],
        level_id=objection.level.value,
        replies=steps(graph, objection.replies[:MOST_REPLIES]),
        more=len(objection.replies[MOST_REPLIES:]),
    )


def used_evidence(graph: ArgumentGraph, arguments: Iterable[Argument]) -> tuple[UsedEvidence, ...]:
    """Lay out the evidence that arguments go out from, in the order of its first use."""
    return laid_out(graph, uses_of_evidence(graph, arguments).items())


def uses_of_evidence(
    graph: ArgumentGraph, arguments: Iterable[Argument]
) -> Mapping[str, Sequence[Argument]]:
    """List by evidence the arguments that go out from it, in the order of its first use."""
    uses: dict[str, list[Argument]] = {}
    for argument in arguments:
        for id in argument.premises:
            if id in graph.evidence:
                uses.setdefault(id, []).append(argument)
    return uses


def laid_out(
    graph: ArgumentGraph, uses: Iterable[tuple[str, Sequence[Argument]]]
) -> tuple[UsedEvidence, ...]:
    """Lay out evidence by id, each with its uses."""
    return tuple(UsedEvidence.of(graph, id, of_it) for id, of_it in uses)


def label(graph: ArgumentGraph, item: Evidence) -> str:
    """Name a piece of evidence briefly, as a link in a table: "James Baker, 9 February 1990".

    A fact without speaker is named by the first work it stands in.
    """
    when = item.date.in_words if item.date else ""
    who = item.speaker or graph.source(item.citations[0].source).title
    return ", ".join(part for part in (who, when) if part)
