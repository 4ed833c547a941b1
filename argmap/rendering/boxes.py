"""Put claims, evidence and argument steps into boxes: what each says, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from argmap.core import wording
from argmap.core.comparison import ClaimComparison, Group, compare_claim
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Argument, Claim, Evidence, Relation, Role, Source, StanceKind
from argmap.core.selection import DocumentCount
from argmap.rendering import aloud, marks, shapes, style
from argmap.rendering.languages import Speech
from argmap.rendering.shapes import FOLD_PT
from argmap.rendering.sheet import BAND_PT, PAD_PT, SMALL_PT, Box, Paint, Run, Sheet, Tag

Links = Callable[[str, str], str | None]
"""Gives the address of a record by kind ("claim", "evidence", "argument", "more") and id.

None leaves the box without a link. For "more" the id is that of the claim, evidence or argument
whose further steps were left out.
"""

Said = Callable[[], str]
"""Gives words for a screen reader; a layout does not wait until they are put together."""


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
        self.voices_used: dict[str, None] = {}
        self._looks: dict[str, tuple[str, style.Hatch]] = {}
        # What boxes have in common, made once: a map has few voices, stances and works.
        self._heads: dict[tuple[tuple[str, ...], str, bool], tuple[str, Tag]] = {}
        self._standings: dict[tuple[StanceKind | None, ...], tuple[str, tuple[Tag, ...]]] = {}
        self._bands: dict[tuple[str, ...], tuple[tuple[str, style.Hatch], ...]] = {}
        self._classes: dict[tuple[str, str, Relation | None, tuple[str, ...]], str] = {}
        self._works: dict[str, tuple[Run, Run]] = {}

    def root(self, name: str, claim: Claim, width_pt: float) -> Box:
        """Draw the claim a tree stands on: its text, its verdict, each account's stance."""
        setting = Sheet(self.paint, width_pt, top_pt=PAD_PT)
        setting.paragraph([Run(claim.text, "bold")], 10)
        setting.space(1)
        setting.rule()
        said = self._standing(setting, claim, each_on_its_own=True)
        return self._finished(
            name, setting, "claim", claim.id, lambda: f"{claim.text} {said()}",
            classes="root", weight=2.2,
        )  # fmt: skip

    def claim(self, name: str, claim: Claim, width_pt: float, note: Said | None = None) -> Box:
        """Draw a claim that is one of several premises."""
        setting = Sheet(self.paint, width_pt)
        said = self._claim_body(setting, claim, note)
        return self._finished(name, setting, "claim", claim.id, said)

    def evidence(self, name: str, item: Evidence, width_pt: float, note: Said | None = None) -> Box:
        """Draw a document that is one of several premises."""
        setting = Sheet(self.paint, width_pt)
        said = self._evidence_body(setting, item, note)
        return self._finished(name, setting, "evidence", item.id, said)

    def single(
        self, name: str, argument: Argument, width_pt: float, note: Said | None = None
    ) -> Box:
        """Draw an argument with one premise: whose it is, what it rests on, and why."""
        (premise,) = argument.premises
        setting = Sheet(self.paint, width_pt, left_pt=BAND_PT + PAD_PT - 1)
        head = self._head(setting, argument)
        if premise in self.graph.claims:
            kind, body = "claim", self._claim_body(setting, self.graph.claim(premise), note)
        else:
            kind, body = "evidence", self._evidence_body(setting, self.graph.item(premise), note)
        because = self._warrant(setting, argument)
        return self._finished(
            name, setting, kind, premise, lambda: f"{head()}: {body()}{because()}",
            argument=argument,
        )  # fmt: skip

    def step(self, name: str, argument: Argument, width_pt: float) -> Box:
        """Draw the step of an argument whose several premises stand in boxes of their own."""
        setting = Sheet(self.paint, width_pt, left_pt=BAND_PT + PAD_PT - 1)
        head = self._head(setting, argument)
        count = len(argument.premises)
        setting.paragraph([self.speech.own(wording.taken_together(count))])
        because = self._warrant(setting, argument)
        return self._finished(
            name, setting, "argument", argument.id,
            lambda: f"{head()}: {wording.taken_together(count)}.{because()}", argument=argument,
        )  # fmt: skip

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
            name, setting, "claim", claim.id,
            lambda: aloud.compared(self.graph, row, self.narratives, documents),
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
        return self._finished(name, setting, "more", id, lambda: wording.not_shown(count))

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

    def _head(self, setting: Sheet, argument: Argument) -> Said:
        alike = (argument.by, argument.relation.value, argument.target in self.graph.claims)
        if alike not in self._heads:
            self._heads[alike] = self._heading(argument)
        sentence, tag = self._heads[alike]
        setting.tag(tag, more_right=FOLD_PT - 3)
        setting.space(2)
        return self._again(sentence, lambda: wording.argument_sentence(self.graph, argument))

    def _again(self, said: str, say: Said) -> Said:
        """Say once more in the corpus's language what is shown in another."""
        return say if self.speech.ours else lambda: said

    def _heading(self, argument: Argument) -> tuple[str, Tag]:
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
        return sentence, Tag(mark, runs)

    def _claim_body(self, setting: Sheet, claim: Claim, note: Said | None) -> Said:
        setting.paragraph([Run(claim.text)])
        setting.space(2)
        said = self._standing(setting, claim, each_on_its_own=False)
        if note:
            setting.paragraph([self.speech.own(note(), "italic", "muted")], SMALL_PT)
        return lambda: aloud.joined(claim.text, said(), note() if note else "")

    def _evidence_body(self, setting: Sheet, item: Evidence, note: Said | None) -> Said:
        quoted = Run(wording.quoted(item), language=self.speech.of(item.language))
        setting.paragraph([quoted], more_right=2)
        setting.space(1)
        when = item.date.in_words if item.date else ""
        cited = item.citations if self.sources else ()
        works = [self.graph.source(citation.source) for citation in cited]
        runs = self._spoken(item.speaker, when)
        for work in works:
            runs += self._work(work)
        if runs:
            setting.paragraph(runs, SMALL_PT)
        is_sure = item.verified and all([work.verified for work in works])
        if not is_sure:
            setting.paragraph([self.speech.own(wording.unverified().upper(), "bold")], SMALL_PT)
        elif note:
            setting.paragraph([self.speech.own(note(), "italic", "muted")], SMALL_PT)
        return lambda: aloud.evidence(
            self.graph, item, note() if note else "", sources=self.sources, is_sure=is_sure
        )

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

    def _warrant(self, setting: Sheet, argument: Argument) -> Said:
        if not argument.because:
            return lambda: ""
        setting.rule()
        runs = [self.speech.own(t("Because"), "bold", "muted"), Run(argument.because, "italic")]
        setting.paragraph(runs, SMALL_PT)
        return lambda: f" {t('Because: {reason}', reason=argument.because)}"

    def _standing(self, setting: Sheet, claim: Claim, *, each_on_its_own: bool) -> Said:
        """Set the verdict's mark and word and each account's stance; return them as words."""
        row = compare_claim(self.graph, claim.id, self.narratives)
        if row.stances not in self._standings:
            self._standings[row.stances] = self._stood(row)
        words, tags = self._standings[row.stances]
        for row_of_tags in [[tag] for tag in tags] if each_on_its_own else [tags]:
            setting.tags(row_of_tags)
        return self._again(words, lambda: wording.standing(self.graph, self.narratives, row))

    def _stood(self, row: ClaimComparison) -> tuple[str, tuple[Tag, ...]]:
        """Say where the accounts stand, in words and in marks; it follows from their stances."""
        mark = marks.verdict(self.paint, row.group)
        tags = [Tag(mark, (self._verdict(row),))] if len(self.narratives) > 1 else []
        for narrative, stance in zip(self.narratives, row.stances, strict=True):
            who = Run(self.graph.narrative(narrative).short, "bold")
            tags.append(Tag(self.swatch(narrative), (who, self.speech.own(wording.STANCE[stance]))))
        return wording.standing(self.graph, self.narratives, row), tuple(tags)

    def _verdict(self, row: ClaimComparison) -> Run:
        return self.speech.own(wording.VERDICT[row.verdict].capitalize(), "bold")

    def _finished(
        self,
        name: str,
        setting: Sheet,
        kind: str,
        id: str,
        say: Said,
        *,
        argument: Argument | None = None,
        by: tuple[str, ...] = (),
        classes: str = "",
        weight: float = 0,
    ) -> Box:
        width, height = setting.width_pt, setting.height_pt
        relation = argument.relation if argument else None
        by = argument.by if argument else by

        def surround(paint: Paint) -> str:
            ground, outline = shapes.frame(paint, kind, width, height, relation, weight)
            band = shapes.band(paint, self._looks_of(by), kind, height)
            return ground + band + outline

        around = self.paint.again((kind, width, height, relation, weight, by), surround)
        data = [("kind", kind), ("id", id)]
        if argument is not None:
            data.append(("argument", argument.id))
        return Box(
            name=name,
            kind=kind,
            width_pt=width,
            height_pt=height,
            write=lambda: around + "".join(setting.parts),
            lines=tuple(setting.lines),
            say=say,
            href=self.links(kind, id),
            classes=self._hooks(kind, classes, relation, by),
            data=tuple(data),
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
