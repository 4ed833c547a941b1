"""Put claims, evidence and argument steps into boxes: what each says, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from argmap.core import wording
from argmap.core.comparison import ClaimComparison, Group, compare_claim
from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import DocumentCount
from argmap.core.language import t
from argmap.core.model import Argument, Claim, Evidence, Relation, Role, Source, StanceKind
from argmap.rendering import aloud, marks, shapes, style
from argmap.rendering.aloud import Aloud, Note
from argmap.rendering.languages import Speech
from argmap.rendering.shapes import FOLD_PT
from argmap.rendering.sheet import BAND_PT, PAD_PT, SMALL_PT, Box, Paint, Run, Sheet, Tag

Links = Callable[[str, str], str | None]
"""Gives the address of a record by kind ("claim", "evidence", "argument", "more") and id.

None leaves the box without a link. For "more" the id is that of the claim, evidence or argument
whose further steps were left out.
"""


class Drafter:
    """Make the boxes of one drawing.

    Args:
        graph: The corpus.
        paint: Colours and ids of the drawing.
        narratives: The accounts shown, in order; their stances stand on claims.
        links: The address of each record.
        sources: Whether boxes name works and count documents.
    """

    def __init__(
        self,
        graph: ArgumentGraph,
        paint: Paint,
        narratives: tuple[str, ...],
        links: Links,
        *,
        sources: bool = True,
    ) -> None:
        self.graph = graph
        self.paint = paint
        self.narratives = narratives
        self.links = links
        self.sources = sources
        self.speech = Speech(graph)
        self.aloud = Aloud(graph, narratives, sources=sources)
        self.voices_used: dict[str, None] = {}
        self._looks: dict[str, tuple[str, style.Hatch]] = {}
        # What boxes have in common, made once: a map has few voices, stances and works.
        self._heads: dict[tuple[tuple[str, ...], Relation, bool], Tag] = {}
        self._standings: dict[tuple[StanceKind | None, ...], tuple[Tag, ...]] = {}
        self._bands: dict[tuple[str, ...], tuple[tuple[str, style.Hatch], ...]] = {}
        self._classes: dict[tuple[str, str, Relation | None, tuple[str, ...]], str] = {}
        self._works: dict[str, tuple[Run, Run]] = {}
        self._around: dict[tuple[object, ...], str] = {}

    def root(self, name: str, claim: Claim, width_pt: float) -> Box:
        """Draw the claim a tree stands on: its text, its verdict, each account's stance."""
        setting = Sheet(self.paint, width_pt, top_pt=PAD_PT)
        setting.paragraph([Run(claim.text, "bold")], 10)
        setting.space(1)
        setting.rule()
        self._standing(setting, claim, each_on_its_own=True)
        say = partial(self.aloud.root, claim)
        return self._finished(name, setting, "claim", claim.id, say, classes="root", weight=2.2)

    def claim(self, name: str, claim: Claim, width_pt: float, note: Note | None = None) -> Box:
        """Draw a claim that is one of several premises."""
        setting = Sheet(self.paint, width_pt)
        self._claim_body(setting, claim, note)
        say = partial(self.aloud.premise, claim.id, note)
        return self._finished(name, setting, "claim", claim.id, say)

    def evidence(self, name: str, item: Evidence, width_pt: float, note: Note | None = None) -> Box:
        """Draw a document that is one of several premises."""
        setting = Sheet(self.paint, width_pt)
        self._evidence_body(setting, item, note)
        say = partial(self.aloud.premise, item.id, note)
        return self._finished(name, setting, "evidence", item.id, say)

    def single(
        self, name: str, argument: Argument, width_pt: float, note: Note | None = None
    ) -> Box:
        """Draw an argument with one premise: whose it is, what it rests on, and why."""
        (premise,) = argument.premises
        setting = Sheet(self.paint, width_pt, left_pt=BAND_PT + PAD_PT - 1)
        self._head(setting, argument)
        if (claim := self.graph.claims.get(premise)) is not None:
            kind = "claim"
            self._claim_body(setting, claim, note)
        else:
            kind = "evidence"
            self._evidence_body(setting, self.graph.item(premise), note)
        self._warrant(setting, argument)
        say = partial(self.aloud.single, argument, note)
        return self._finished(name, setting, kind, premise, say, argument=argument)

    def step(self, name: str, argument: Argument, width_pt: float) -> Box:
        """Draw the step of an argument whose several premises stand in boxes of their own."""
        setting = Sheet(self.paint, width_pt, left_pt=BAND_PT + PAD_PT - 1)
        self._head(setting, argument)
        setting.paragraph([self.speech.own(wording.taken_together(len(argument.premises)))])
        self._warrant(setting, argument)
        say = partial(self.aloud.step, argument)
        return self._finished(name, setting, "argument", argument.id, say, argument=argument)

    def compared(
        self,
        name: str,
        row: ClaimComparison,
        documents: Mapping[str, DocumentCount],
        width_pt: float,
    ) -> Box:
        """Draw a claim of a comparison: its verdict, each account's stance and documents.

        Args:
            name: The node's name.
            row: The claim and the stances of the drafter's narratives.
            documents: What each voice uses on the claim, by narrative id.
            width_pt: The outer width.
        """
        claim = row.claim
        accepting = self.accepting(row)
        setting = Sheet(self.paint, width_pt, left_pt=BAND_PT + PAD_PT - 1)
        if len(self.narratives) > 1:
            setting.tag(Tag(marks.verdict(self.paint, row.group), (self._verdict(row),)))
            setting.space(1.5)
        setting.paragraph([Run(claim.text)])
        setting.rule()
        stances = dict(zip(self.narratives, row.stances, strict=True))
        documents = documents if self.sources else {}
        for voice in (*self.narratives, *(v for v in documents if v not in stances)):
            word = wording.STANCE[stances[voice]] if voice in stances else ""
            counted = aloud.counted(documents.get(voice))
            short = Run(self.graph.narrative(voice).short, "bold")
            runs = (short, self.speech.own(word), self.speech.own(counted, "regular", "muted"))
            setting.tag(Tag(self.swatch(voice), runs))
            setting.space(0.8)
        weight = 2.2 if row.group is Group.AGREED else 1.3
        return self._finished(
            name, setting, "claim", claim.id, partial(self.aloud.compared, row, documents),
            by=accepting, weight=weight,
            classes=f"verdict-{row.verdict.value.replace('_', '-')}",
        )  # fmt: skip

    def accepting(self, row: ClaimComparison) -> tuple[str, ...]:
        """List the accounts that assert, concede or qualify a claim, in the order shown."""
        return tuple(
            narrative
            for narrative, stance in zip(self.narratives, row.stances, strict=True)
            if stance not in (None, StanceKind.DENIES)
        )

    def more(self, name: str, id: str, count: int, width_pt: float) -> Box:
        """Draw the stub that counts what was left out."""
        setting = Sheet(self.paint, width_pt, top_pt=3.5)
        setting.paragraph(
            [self.speech.own(t("+ {count} more", count=count), "bold", "muted")], SMALL_PT
        )
        setting.y -= 3
        return self._finished(name, setting, "more", id, partial(wording.not_shown, count))

    def voices(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Note that these narratives are seen in the drawing, for the legend."""
        chosen = tuple(ids)
        self.voices_used.update(dict.fromkeys(chosen))
        return chosen

    def look(self, narrative: str) -> tuple[str, style.Hatch]:
        """Return the colour role and the hatch of a narrative."""
        if narrative not in self._looks:
            self._looks[narrative] = self._look(narrative)
        return self._looks[narrative]

    def _look(self, narrative: str) -> tuple[str, style.Hatch]:
        observes = self.graph.narrative(narrative).role is Role.OBSERVER
        return style.look(self.graph.colour_index(narrative), observes=observes)

    def swatch(self, narrative: str) -> str:
        """Draw the small field that stands for a narrative."""
        ground, hatch = self.look(*self.voices([narrative]))
        return marks.swatch(self.paint, ground, hatch)

    def _head(self, setting: Sheet, argument: Argument) -> None:
        alike = (argument.by, argument.relation, argument.target in self.graph.claims)
        if (tag := self._heads.get(alike)) is None:
            tag = self._heads[alike] = self._heading(argument)
        setting.tag(tag, more_right=FOLD_PT - 3)
        setting.space(2)

    def _heading(self, argument: Argument) -> Tag:
        sentence = wording.argument_sentence(self.graph, argument)
        before, verb, after = aloud.parted(sentence, argument.relation)
        self.voices(argument.by)
        mark = marks.relation(self.paint, argument.relation)
        role = argument.relation.value
        runs = (
            *self.speech.told(before, "bold"),
            self.speech.own(verb, "bold", role),
            self.speech.own(after, "regular", "muted"),
        )
        return Tag(mark, runs)

    def _claim_body(self, setting: Sheet, claim: Claim, note: Note | None) -> None:
        setting.paragraph([Run(claim.text)])
        setting.space(2)
        self._standing(setting, claim, each_on_its_own=False)
        if note:
            setting.paragraph([self.speech.own(note(), "italic", "muted")], SMALL_PT)

    def _evidence_body(self, setting: Sheet, item: Evidence, note: Note | None) -> None:
        quoted = Run(wording.quoted(item), language=self.speech.of(item.language))
        setting.paragraph([quoted], more_right=2)
        setting.space(1)
        runs = self._spoken(item.speaker, item.date.in_words if item.date else "")
        for citation in item.citations if self.sources else ():
            runs += self._work(self.graph.source(citation.source))
        if runs:
            setting.paragraph(runs, SMALL_PT)
        if not self.aloud.is_sure(item):
            setting.paragraph([self.speech.own(wording.unverified().upper(), "bold")], SMALL_PT)
        elif note:
            setting.paragraph([self.speech.own(note(), "italic", "muted")], SMALL_PT)

    def _spoken(self, speaker: str, when: str) -> list[Run]:
        """Set who spoke and when; what the date is said in may be another language."""
        dated = [self.speech.own(wording.ended(when), "bold", "muted")] if when else []
        if self.speech.ours or not (speaker and when):
            name = f"{speaker}," if when else wording.ended(speaker)
            return ([Run(name, "bold", "muted")] if speaker else []) + dated
        return [Run(wording.ended(f"{speaker}, {when}"), "bold", "muted")]

    def _work(self, work: Source) -> tuple[Run, Run]:
        if (named := self._works.get(work.id)) is None:
            title = Run(work.title, "italic", "muted", self.speech.of(work.title_language))
            kind = self.speech.own(f"({wording.source_kind(work.kind)})", "regular", "muted")
            named = self._works[work.id] = (title, kind)
        return named

    def _warrant(self, setting: Sheet, argument: Argument) -> None:
        if argument.because:
            setting.rule()
            because = self.speech.own(t("Because"), "bold", "muted")
            setting.paragraph([because, Run(argument.because, "italic")], SMALL_PT)

    def _standing(self, setting: Sheet, claim: Claim, *, each_on_its_own: bool) -> None:
        """Set the verdict's mark and word and each account's stance."""
        row = compare_claim(self.graph, claim.id, self.narratives)
        if (tags := self._standings.get(row.stances)) is None:
            tags = self._standings[row.stances] = self._stood(row)
        for row_of_tags in [[tag] for tag in tags] if each_on_its_own else [tags]:
            setting.tags(row_of_tags)

    def _stood(self, row: ClaimComparison) -> tuple[Tag, ...]:
        """Mark where the accounts stand; it follows from their stances."""
        mark = marks.verdict(self.paint, row.group)
        tags = [Tag(mark, (self._verdict(row),))] if len(self.narratives) > 1 else []
        for narrative, stance in zip(self.narratives, row.stances, strict=True):
            who = Run(self.graph.narrative(narrative).short, "bold")
            tags.append(Tag(self.swatch(narrative), (who, self.speech.own(wording.STANCE[stance]))))
        return tuple(tags)

    def _verdict(self, row: ClaimComparison) -> Run:
        return self.speech.own(wording.VERDICT[row.verdict].capitalize(), "bold")

    def _finished(
        self,
        name: str,
        setting: Sheet,
        kind: str,
        id: str,
        say: Callable[[], str],
        *,
        argument: Argument | None = None,
        by: tuple[str, ...] = (),
        classes: str = "",
        weight: float = 0,
    ) -> Box:
        width, height = setting.width_pt, setting.height_pt
        relation = argument.relation if argument else None
        by = argument.by if argument else by

        alike = (kind, width, height, relation, weight, by)
        if (around := self._around.get(alike)) is None:
            ground, outline = shapes.frame(self.paint, kind, width, height, relation, weight)
            band = shapes.band(self.paint, self._looks_of(by), kind, height)
            around = self._around[alike] = ground + band + outline
        data: tuple[tuple[str, str], ...] = (("kind", kind), ("id", id))
        if argument is not None:
            data = (*data, ("argument", argument.id))
        return Box(
            name=name,
            kind=kind,
            width_pt=width,
            height_pt=height,
            write=partial(_written, around, setting),
            lines=setting.lines,
            say=say,
            href=self.links(kind, id),
            classes=self._hooks(kind, classes, relation, by),
            data=data,
            looks=self._looks_of(by),
        )

    def _looks_of(self, voices: tuple[str, ...]) -> tuple[tuple[str, style.Hatch], ...]:
        if (known := self._bands.get(voices)) is None:
            known = self._bands[voices] = tuple(self.look(voice) for voice in voices)
        return known

    def _hooks(
        self, kind: str, classes: str, relation: Relation | None, by: tuple[str, ...]
    ) -> str:
        alike = (kind, classes, relation, by)
        if (known := self._classes.get(alike)) is None:
            does = f"relation-{relation.value}" if relation else ""
            whose = [self.look(voice)[0].replace("account", "narrative") for voice in by]
            known = " ".join([hook for hook in (kind, classes, does, *whose) if hook])
            self._classes[alike] = known
        return known


def _written(around: str, setting: Sheet) -> str:
    return around + "".join(setting.parts)
