"""Show one narrative as a whole: what it rests on, grants and denies, answers and cites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import render_template

from argmap.core import case, wording
from argmap.core.case import RestedClaim
from argmap.core.comparison import Comparison, compare, opposite_ends
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Event, Issue, Narrative, Role, Stance, StanceKind
from argmap.web import query
from argmap.web.addresses import url_for
from argmap.web.badges import Badge, Mark, badge, badges, mark
from argmap.web.frame import Crumb, Frame
from argmap.web.passages import Answered, Step, UsedEvidence, answered, steps
from argmap.web.serving import open_graph

MOST_HELD = 8
MOST_STEPS = 50
MOST_DOCUMENTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Rested:
    """A claim that the account rests its case on."""

    mark: Mark
    """The claim and its class among all accounts of the corpus."""

    how: str
    """The claim in the account's own terms; may be empty."""

    documents: str
    """How many documents it brings for it, as a sentence."""

    objection: Answered | None
    """The objection of another account, with the account's replies; None where there is none."""

    on_itself: bool
    """Whether that objection is to the claim itself, and not to a step or document under it."""

    meaning: str
    """What the way it met the objection means; empty without an objection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldClaim:
    """A claim that the account takes a stance on."""

    mark: Mark
    """The claim and its class."""

    how: str
    """The stance in the account's own terms; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The claims on which the account takes one kind of stance, in the corpus's order."""

    shown: tuple[HeldClaim, ...]
    """The first of them."""

    more: tuple[HeldClaim, ...]
    """The others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldInIssue:
    """The claims of one issue on which the account takes one kind of stance."""

    issue: Issue
    """The issue."""

    claims: tuple[HeldClaim, ...]
    """The claims, in the corpus's order; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the account answers to one issue."""

    issue: Issue
    """The issue."""

    text: str
    """The answer; empty where none is written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEvent:
    """An event that the account has a name of its own for."""

    event: Event
    """The event."""

    name: str
    """What the account calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What an observer puts forward on one issue."""

    issue: Issue
    """The issue."""

    count: int
    """How many arguments."""

    steps: tuple[Step, ...]
    """The arguments, in the corpus's order, as many as are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document the narrative uses often."""

    evidence: UsedEvidence
    """The document."""

    used: str
    """What the narrative uses it for, as a sentence."""

    others: tuple[Badge, ...]
    """Who else uses it, in the corpus's order."""

    is_contested: bool
    """Whether accounts use it for opposite ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrativePage:
    """The page of a narrative."""

    frame: Frame
    """Title and corpus."""

    badge: Badge
    """The narrative."""

    is_observer: bool
    """Whether it is a voice beside the accounts; then it has no stances, answers or names."""

    everyone: tuple[Badge, ...]
    """All narratives of the corpus in its order, this one included."""

    compared: str
    """The page that puts it side by side with the other accounts; empty without others."""

    sentence: str
    """What it holds or puts forward, summed up."""

    strongest: tuple[Rested, ...]
    """The claims it rests its case on, in the editors' order; may be empty."""

    concedes: Held
    """What it concedes."""

    qualifies: Held
    """What it accepts in part."""

    denies: tuple[HeldInIssue, ...]
    """What it denies, by issue."""

    answers: tuple[Answer, ...]
    """Its answers to all issues in their order; empty if it has none at all."""

    events: tuple[NamedEvent, ...]
    """Events it has names of its own for, earliest first."""

    contributions: tuple[Contribution, ...]
    """An observer's arguments, by issue; empty for an account."""

    documents: tuple[Document, ...]
    """The documents it uses most."""


def show(corpus: str, narrative: str) -> str:
    """Show one narrative: an account, or an observer's voice."""
    graph = open_graph(corpus)
    subject = graph.narrative(narrative)
    page = _observer(graph, subject) if subject.role is Role.OBSERVER else _account(graph, subject)
    return render_template("narrative.html", page=page)


def _account(graph: ArgumentGraph, account: Narrative) -> NarrativePage:
    comparison = compare(graph)
    marks = {row.claim.id: mark(row) for row in comparison.rows}
    stances = case.stances_of(graph, account.id)
    return NarrativePage(
        frame=_frame(graph, account),
        badge=badge(graph, account.id),
        is_observer=False,
        everyone=badges(graph, tuple(graph.narratives)),
        compared=_compared(graph, account, comparison),
        sentence=wording.stances_sentence(account, stances, len(graph.claims)),
        strongest=tuple(
            _rested(graph, account, each, marks[each.claim.id])
            for each in case.strongest(graph, account.id)
        ),
        concedes=_held(stances[StanceKind.CONCEDES], marks),
        qualifies=_held(stances[StanceKind.QUALIFIES], marks),
        denies=_by_issue(graph, stances[StanceKind.DENIES], marks),
        answers=_answers(graph, account),
        events=_events(graph, account),
        contributions=(),
        documents=_documents(graph, account),
    )


def _observer(graph: ArgumentGraph, observer: Narrative) -> NarrativePage:
    arguments = case.arguments_by_issue(graph, observer.id)
    total = len({argument.id for each in arguments.values() for argument in each})
    nothing = Held(shown=(), more=())
    return NarrativePage(
        frame=_frame(graph, observer),
        badge=badge(graph, observer.id),
        is_observer=True,
        everyone=badges(graph, tuple(graph.narratives)),
        compared="",
        sentence=wording.contribution_sentence(observer, total, len(arguments)),
        strongest=(),
        concedes=nothing,
        qualifies=nothing,
        denies=(),
        answers=(),
        events=(),
        contributions=tuple(
            Contribution(
                issue=graph.issue(issue),
                count=len(each),
                steps=steps(graph, each[:MOST_STEPS]),
            )
            for issue, each in arguments.items()
        ),
        documents=_documents(graph, observer),
    )


def _frame(graph: ArgumentGraph, narrative: Narrative) -> Frame:
    address = url_for("corpus", corpus=graph.corpus.id, _anchor="accounts")
    return Frame(
        title=badge(graph, narrative.id).name,
        corpus=graph.corpus,
        trail=(Crumb(title=t("The accounts"), address=address),),
    )


def _compared(graph: ArgumentGraph, account: Narrative, comparison: Comparison) -> str:
    others = [id for id in comparison.narratives if id != account.id]
    if not others:
        return ""
    chosen = query.joined((account.id, *others))
    return url_for("compare", corpus=graph.corpus.id, narratives=chosen)


def _rested(graph: ArgumentGraph, account: Narrative, rested: RestedClaim, mark: Mark) -> Rested:
    stance = graph.stance(account.id, rested.claim.id)
    objection = rested.objection
    return Rested(
        mark=mark,
        how=stance.how if stance else "",
        documents=wording.brought(rested.documents),
        objection=answered(graph, objection) if objection else None,
        on_itself=objection is not None and objection.argument.target == rested.claim.id,
        meaning=wording.sentence(wording.REPLY_MEANS[objection.level]) if objection else "",
    )


def _held_claims(stances: Iterable[Stance], marks: dict[str, Mark]) -> tuple[HeldClaim, ...]:
    return tuple(HeldClaim(mark=marks[each.claim], how=each.how) for each in stances)


def _held(stances: Iterable[Stance], marks: dict[str, Mark]) -> Held:
    every = _held_claims(stances, marks)
    return Held(shown=every[:MOST_HELD], more=every[MOST_HELD:])


def _by_issue(
    graph: ArgumentGraph, stances: Iterable[Stance], marks: dict[str, Mark]
) -> tuple[HeldInIssue, ...]:
    found: dict[str, list[Stance]] = {id: [] for id in graph.issues}
    for stance in stances:
        found[graph.claim(stance.claim).issue].append(stance)
    return tuple(
        HeldInIssue(issue=graph.issue(id), claims=_held_claims(held, marks))
        for id, held in found.items()
        if held
    )


def _answers(graph: ArgumentGraph, account: Narrative) -> tuple[Answer, ...]:
    answers = tuple(
        Answer(
            issue=issue,
            text=next((a.text for a in issue.accounts if a.narrative == account.id), ""),
        )
        for issue in graph.corpus.issues
    )
    return answers if any(answer.text for answer in answers) else ()


def _events(graph: ArgumentGraph, account: Narrative) -> tuple[NamedEvent, ...]:
    return tuple(
        NamedEvent(event=event, name=name.text)
        for event in sorted(graph.corpus.events, key=lambda event: event.date)
        for name in event.names
        if name.narrative == account.id
    )


def _documents(graph: ArgumentGraph, narrative: Narrative) -> tuple[Document, ...]:
    used = case.most_used(graph, narrative.id, MOST_DOCUMENTS)
    contested = {
        each.evidence for each in opposite_ends(graph, evidence=[u.evidence for u in used])
    }
    return tuple(
        Document(
            evidence=UsedEvidence.of(graph, each.evidence),
            used=wording.used(each.uses),
            others=_others(graph, each.evidence, narrative),
            is_contested=each.evidence in contested,
        )
        for each in used
    )


def _others(graph: ArgumentGraph, evidence: str, narrative: Narrative) -> tuple[Badge, ...]:
    using = {id for argument in graph.arguments_from(evidence) for id in argument.by}
    return badges(graph, tuple(id for id in graph.narratives if id in using - {narrative.id}))
