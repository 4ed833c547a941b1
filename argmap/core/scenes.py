"""Put the steps of a lesson into words: what is shown at each, and what is said beside it.

Slides and the presentation in the browser show the same scenes, each in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from argmap.core import wording
from argmap.core.citing import Run, Text, cite
from argmap.core.citing.text import roman
from argmap.core.comparison import ClaimComparison, Comparison, Group, compare, compare_claim
from argmap.core.graph import ArgumentGraph
from argmap.core.lesson import Lesson, Step, StepKind
from argmap.core.model import Argument, Evidence, Relation
from argmap.core.tongues import UNKNOWN, attribution, foreign, of_original, ours


class CardKind(StrEnum):
    """What a card shows; each has a shape of its own."""

    CLAIM = "claim"
    DOCUMENT = "document"
    ACCOUNT = "account"
    POINT = "point"
    ENTRY = "entry"


class Tone(StrEnum):
    """How a paragraph is set."""

    LEAD = "lead"
    BODY = "body"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a card.

    `language` is given where it differs from the corpus's; a run may have another of its own.
    """

    text: Text
    tone: Tone = Tone.BODY
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Something shown at a step: a claim, an argument, what an account holds, a work.

    `id` is the record's id. `voices` are the narratives whose it is. `bears_on` is the place in
    the scene of the card that it is an argument about, and `relation` how; None for no argument.
    `is_new` tells what this step adds from what stood there before. `group` is the mark of where
    the accounts stand on it.
    """

    kind: CardKind
    id: str
    paragraphs: tuple[Paragraph, ...]
    voices: tuple[str, ...] = ()
    relation: Relation | None = None
    bears_on: int | None = None
    is_new: bool = True
    group: Group | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One step in words.

    `kicker` stands above the title and may be empty. `notes` are for who speaks: what is quoted
    in full, and where it stands.
    """

    step: Step
    title: Text
    kicker: Text
    cards: tuple[Card, ...]
    notes: tuple[Text, ...]


def scenes(graph: ArgumentGraph, lesson: Lesson, style: str) -> tuple[Scene, ...]:
    """Put all steps of a lesson into words, in their order.

    Args:
        graph: The corpus that the lesson is taken from.
        lesson: The steps.
        style: The name of the style in which works are cited.

    Raises:
        UnknownName: There is no such style.
    """
    told = _Telling(graph, lesson, style)
    return tuple(told.scene(step) for step in lesson.steps)


class _Telling:
    """Know the corpus, the lesson and the style while its steps are put into words."""

    def __init__(self, graph: ArgumentGraph, lesson: Lesson, style: str) -> None:
        self.graph = graph
        self.lesson = lesson
        self.style = style
        self.compared: Comparison = compare(graph, lesson.narratives, issue=lesson.issue)

    def ours(self, text: str, *theirs: str | Run) -> Text:
        return ours(self.graph, text, *theirs)

    def scene(self, step: Step) -> Scene:
        match step.kind:
            case StepKind.QUESTION:
                return self.question(step)
            case StepKind.ACCOUNTS:
                return self.accounts(step)
            case StepKind.CLAIM:
                return self.claim(step)
            case StepKind.OVERVIEW:
                return self.overview(step)
            case StepKind.SOURCES:
                return self.sources(step)
            case _:
                return self.argument(step)

    def question(self, step: Step) -> Scene:
        graph, lesson = self.graph, self.lesson
        issue, corpus = graph.issue(lesson.issue), graph.corpus
        claim = graph.claim(lesson.claim) if lesson.claim else None
        cards = [
            Card(
                kind=CardKind.ACCOUNT, id=id, voices=(id,),
                paragraphs=(_plain(_named(graph, id), Tone.LEAD),),
            )
            for id in lesson.narratives
        ]  # fmt: skip
        introduction = wording.LESSON["introduction"].format(text=issue.introduction)
        notes = [self.ours(introduction, issue.introduction)] if issue.introduction else []
        return Scene(
            step=step,
            title=roman(claim.text if claim else issue.question),
            kicker=roman(issue.question if claim else corpus.title),
            cards=tuple(cards),
            notes=(*notes, self.ours(wording.HANDOUT["neutral"])),
        )

    def accounts(self, step: Step) -> Scene:
        answers = {
            each.narrative: each.text for each in self.graph.issue(self.lesson.issue).accounts
        }
        cards = tuple(self.voice(id, answers[id]) for id in self.lesson.narratives if id in answers)
        notes = tuple(roman(f"{_named(self.graph, card.id)}. {answers[card.id]}") for card in cards)
        title = self.ours(wording.LESSON["accounts"])
        return Scene(step=step, title=title, kicker=Text(), cards=cards, notes=notes)

    def voice(self, id: str, text: str, lead: str = "") -> Card:
        spoken = (_plain(text),) if text else ()
        name = self.ours(lead) if lead else _named(self.graph, id)
        return Card(
            kind=CardKind.ACCOUNT, id=id, voices=(id,),
            paragraphs=(_plain(name, Tone.LEAD), *spoken),
        )  # fmt: skip

    def claim(self, step: Step) -> Scene:
        graph, lesson = self.graph, self.lesson
        claim = graph.claim(step.claim)
        row = compare_claim(graph, step.claim, lesson.narratives)
        number = lesson.claims.index(step.claim) + 1
        title = wording.LESSON["claim"].format(number=number, count=len(lesson.claims))
        cards = [self.claim_card(step.claim, is_new=True)]
        for id, stance in zip(lesson.narratives, row.stances, strict=True):
            held = graph.stance(id, step.claim)
            lead = wording.LESSON["held"].format(
                who=_named(graph, id), stance=wording.STANCE[stance]
            )
            cards.append(self.voice(id, held.how if held else "", lead))
        sentence = wording.verdict_sentence(graph, self.compared, row)
        notes = [roman(claim.text)]
        if claim.in_full:
            notes.append(self.ours(f"{wording.in_full()}: {claim.in_full}", claim.in_full))
        notes += [self.ours(sentence), *([roman(claim.note)] if claim.note else [])]
        return Scene(
            step=step,
            title=self.ours(title if len(lesson.claims) > 1 else wording.LESSON["one-claim"]),
            kicker=Text(),
            cards=tuple(cards),
            notes=tuple(notes),
        )

    def claim_card(self, id: str, *, is_new: bool) -> Card:
        claim = self.graph.claim(id)
        row = compare_claim(self.graph, id, self.lesson.narratives)
        return Card(
            kind=CardKind.CLAIM, id=id, is_new=is_new, group=row.group,
            paragraphs=(_plain(claim.text),),
        )  # fmt: skip

    def argument(self, step: Step) -> Scene:
        graph = self.graph
        cards = [self.claim_card(step.claim, is_new=False)]
        for place, id in enumerate(step.chain):
            is_new = id == step.chain[-1]
            documents = step.documents if is_new else ()
            cards.append(self.argument_card(id, place, documents, is_new=is_new))
        new = graph.argument(step.chain[-1])
        title = wording.argument_sentence(graph, new)
        return Scene(
            step=step, title=self.ours(title), kicker=Text(), cards=tuple(cards),
            notes=(self.ours(wording.sentence(title)), *self.argument_notes(step)),
        )  # fmt: skip

    def argument_card(
        self, id: str, bears_on: int, documents: tuple[str, ...], *, is_new: bool
    ) -> Card:
        graph = self.graph
        argument = graph.argument(id)
        said = self.ours(wording.argument_sentence(graph, argument))
        lead = [] if is_new else [_plain(said, Tone.LEAD)]
        premises = [each for id in argument.premises for each in self.premise(id)]
        behind = [each for each in documents if each not in argument.premises]
        premises += [each for id in behind for each in self.document(graph.item(id), behind=True)]
        warrant = [_plain(self.because(argument))] if argument.because else []
        has_document = any(premise in graph.evidence for premise in argument.premises)
        return Card(
            kind=CardKind.DOCUMENT if has_document else CardKind.CLAIM,
            id=id,
            voices=argument.by,
            relation=argument.relation,
            bears_on=bears_on,
            is_new=is_new,
            paragraphs=(*lead, *premises, *warrant),
        )

    def because(self, argument: Argument) -> Text:
        because = wording.LESSON["because"].format(reason=argument.because)
        return self.ours(because, argument.because)

    def premise(self, id: str) -> Iterator[Paragraph]:
        if id in self.graph.evidence:
            yield from self.document(self.graph.item(id))
        else:
            yield _plain(self.graph.claim(id).text)

    def document(self, item: Evidence, *, behind: bool = False) -> Iterator[Paragraph]:
        language = foreign(self.graph, item.language)
        quoted = wording.quoted(item)
        text = roman(quoted)
        if behind:
            said = wording.LESSON["behind"].format(text=quoted)
            text = self.ours(said, Run(quoted, language=language))
        yield _plain(text, language="" if behind else language)
        if item.translation and language:
            yield _plain(self.told("translation", item.translation))
        yield _plain(self.attribution(item), Tone.NOTE)

    def told(self, words: str, text: str, language: str = "") -> Text:
        said = wording.LESSON[words].format(text=text)
        return self.ours(said, Run(text, language=language))

    def attribution(self, item: Evidence) -> Text:
        said = attribution(self.graph, item)
        mark = f"[{wording.unverified()}]"
        if item.verified or mark in str(said):
            return said
        return said + self.ours(f" {mark}") if said else self.ours(mark)

    def argument_notes(self, step: Step) -> Iterator[Text]:
        argument = self.graph.argument(step.chain[-1])
        for premise in argument.premises:
            if premise in self.graph.claims:
                yield roman(self.graph.claim(premise).text)
        if argument.because:
            yield self.because(argument)
        for id in step.documents:
            yield from self.document_notes(self.graph.item(id))

    def document_notes(self, item: Evidence) -> Iterator[Text]:
        yield self.told("document", wording.quoted(item), foreign(self.graph, item.language))
        if item.original:
            language = foreign(self.graph, of_original(self.graph, item) or UNKNOWN)
            yield self.told("original", item.original, language)
        if item.translation:
            yield self.told("translation", item.translation)
        about = [wording.sentence(each) for each in (item.wording, item.context) if each]
        if about:
            yield roman(" ".join(about))
        note = cite(self.graph, item, self.style).note
        before, _, after = wording.LESSON["cited"].partition("{citation}")
        yield self.ours(before) + note + self.ours(after)

    def overview(self, step: Step) -> Scene:
        graph, lesson = self.graph, self.lesson
        rows = [self.compared.row(id) for id in lesson.compared]
        cards = tuple(
            Card(
                kind=CardKind.POINT, id=row.claim.id, group=row.group,
                paragraphs=(_plain(self.compared_line(row)),),
            )
            for row in rows
        )  # fmt: skip
        said = [wording.verdict_sentence(graph, self.compared, row) for row in rows]
        notes = [
            roman(f"{row.claim.text} ") + self.ours(text)
            for row, text in zip(rows, said, strict=True)
        ]
        summed = wording.summary_sentence(self.compared.summary, len(lesson.narratives))
        summary, neutral = self.ours(summed), self.ours(wording.HANDOUT["neutral"])
        return Scene(
            step=step,
            title=self.ours(wording.LESSON["overview"]),
            kicker=self.ours(said[0]) if lesson.claim else summary,
            cards=cards,
            notes=(*([] if lesson.claim else [summary]), *notes, neutral),
        )

    def compared_line(self, row: ClaimComparison) -> Text:
        said = wording.LESSON["compared"].format(
            claim=row.claim.text, verdict=wording.VERDICT[row.verdict]
        )
        return self.ours(said, row.claim.text)

    def sources(self, step: Step) -> Scene:
        cited = {
            id: cite(self.graph, self.graph.source(id), self.style) for id in self.lesson.sources
        }
        order = sorted(cited, key=lambda id: (str(cited[id].entry).casefold(), id))
        cards = tuple(
            Card(
                kind=CardKind.ENTRY, id=id,
                paragraphs=(Paragraph(text=cited[id].entry, tone=Tone.NOTE),),
            )
            for id in order
        )  # fmt: skip
        notes = tuple(cited[id].entry for id in order)
        title = self.ours(wording.LESSON["sources"])
        return Scene(step=step, title=title, kicker=Text(), cards=cards, notes=notes)


def _plain(text: Text | str, tone: Tone = Tone.BODY, language: str = "") -> Paragraph:
    said = roman(text) if isinstance(text, str) else text
    return Paragraph(text=said, tone=tone, language=language)


def _named(graph: ArgumentGraph, id: str) -> str:
    name = graph.narrative(id).name
    return name[:1].upper() + name[1:]
