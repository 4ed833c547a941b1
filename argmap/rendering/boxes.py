"""Put claims, evidence and argument steps into boxes: what each says, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from argmap.core import wording
from argmap.core.comparison import ClaimComparison, Group, compare_claim
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Argument, Claim, Evidence, Relation, Role, Source, StanceKind
from argmap.core.selection import DocumentCount
from argmap.rendering import marks, shapes, style
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
            name, setting, "claim", claim.id, lambda: f"{claim.text} {said}",
            classes="root", weight=2.2,
        )  # fmt: skip

    def claim(self, name: str, claim: Claim, width_pt: float, note: str = "") -> Box:
        """Draw a claim that is one of several premises."""
        setting = Sheet(self.paint, width_pt)
        said = self._claim_body(setting, claim, note)
        return self._finished(name, setting, "claim", claim.id, said)

    def evidence(self, name: str, item: Evidence, width_pt: float, note: str = "") -> Box:
        """Draw a document that is one of several premises."""
        setting = Sheet(self.paint, width_pt)
        said = self._evidence_body(setting, item, note)
        return self._finished(name, setting, "evidence", item.id, said)

    def single(self, name: str, argument: Argument, width_pt: float, note: str = "") -> Box:
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
            name, setting, kind, premise, lambda: f"{head}: {body()}{because()}", argument=argument
        )

    def step(self, name: str, argument: Argument, width_pt: float) -> Box:
        """Draw the step of an argument whose several premises stand in boxes of their own."""
        setting = Sheet(self.paint, width_pt, left_pt=BAND_PT + PAD_PT - 1)
        head = self._head(setting, argument)
        text = wording.taken_together(len(argument.premises))
        setting.paragraph([Run(text)])
        because = self._warrant(setting, argument)
        return self._finished(
            name, setting, "argument", argument.id, lambda: f"{head}: {text}.{because()}",
            argument=argument,
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
        verdict = wording.VERDICT[row.verdict]
        said: list[str] = []
        if len(self.narratives) > 1:
            said.append(verdict)
            mark = marks.verdict(self.paint, row.group)
            setting.tag(Tag(mark, (Run(verdict.capitalize(), "bold"),)))
            setting.space(1.5)
        setting.paragraph([Run(claim.text)])
        setting.rule()
        stances = dict(zip(self.narratives, row.stances, strict=True))
        documents = documents if self.sources else {}
        for voice in (*self.narratives, *(v for v in documents if v not in stances)):
            who = self.graph.narrative(voice)
            word = wording.STANCE[stances[voice]] if voice in stances else ""
            counted = _counted(documents.get(voice))
            runs = (Run(who.short, "bold"), Run(word), Run(counted, "regular", "muted"))
            setting.tag(Tag(self.swatch(voice), runs))
            setting.space(0.8)
            said.append(" ".join(p for p in (wording.voice(who), word, counted) if p))
        label = f"{claim.text} {wording.sentence('; '.join(said))}"
        weight = 2.2 if row.group is Group.AGREED else 1.3
        return self._finished(
            name, setting, "claim", claim.id, lambda: label, by=accepting, weight=weight,
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
        setting.paragraph([Run(t("+ {count} more", count=count), "bold", "muted")], SMALL_PT)
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

    def _head(self, setting: Sheet, argument: Argument) -> str:
        alike = (argument.by, argument.relation.value, argument.target in self.graph.claims)
        if alike not in self._heads:
            self._heads[alike] = self._heading(argument)
        sentence, tag = self._heads[alike]
        setting.tag(tag, more_right=FOLD_PT - 3)
        setting.space(2)
        return sentence

    def _heading(self, argument: Argument) -> tuple[str, Tag]:
        sentence = wording.argument_sentence(self.graph, argument)
        before, verb, after = sentence, "", ""
        for table in (wording.RELATION, wording.RELATION_OF_SEVERAL):
            word = table[argument.relation]
            if f" {word} " in sentence:
                before, verb, after = sentence.rpartition(f" {word} ")
                break
        self.voices(argument.by)
        mark = marks.relation(self.paint, argument.relation)
        role = argument.relation.value
        runs = (
            Run(before, "bold"),
            Run(verb.strip(), "bold", role),
            Run(after, "regular", "muted"),
        )
        return sentence, Tag(mark, runs)

    def _claim_body(self, setting: Sheet, claim: Claim, note: str) -> Said:
        setting.paragraph([Run(claim.text)])
        setting.space(2)
        said = self._standing(setting, claim, each_on_its_own=False)
        if note:
            setting.paragraph([Run(note, "italic", "muted")], SMALL_PT)
        return lambda: " ".join([part for part in (claim.text, said, note) if part])

    def _evidence_body(self, setting: Sheet, item: Evidence, note: str) -> Said:
        language = "" if item.language == self.graph.corpus.language else item.language
        quoted = wording.quoted(item)
        setting.paragraph([Run(quoted, language=language)], more_right=2)
        setting.space(1)
        when = item.date.in_words if item.date else ""
        spoken = ", ".join([part for part in (item.speaker, when) if part])
        cited = item.citations if self.sources else ()
        works = [self.graph.source(citation.source) for citation in cited]
        runs = [Run(wording.ended(spoken), "bold", "muted")] if spoken else []
        for work in works:
            runs += self._work(work)
        if runs:
            setting.paragraph(runs, SMALL_PT)
        if not item.verified or not all([work.verified for work in works]):
            setting.paragraph([Run(wording.unverified().upper(), "bold")], SMALL_PT)
            note = f"{wording.sentence(wording.unverified())} {note}".strip()
        if note.strip() and not note.startswith(wording.sentence(wording.unverified())):
            setting.paragraph([Run(note, "italic", "muted")], SMALL_PT)

        def said() -> str:
            attribution = wording.attribution(self.graph, item) if self.sources else spoken
            attribution = wording.sentence(attribution) if attribution else ""
            return " ".join([part for part in (quoted, attribution, note) if part])

        return said

    def _work(self, work: Source) -> tuple[Run, Run]:
        if (named := self._works.get(work.id)) is None:
            kind = f"({wording.source_kind(work.kind)})"
            named = (Run(work.title, "italic", "muted"), Run(kind, "regular", "muted"))
            self._works[work.id] = named
        return named

    def _warrant(self, setting: Sheet, argument: Argument) -> Said:
        if not argument.because:
            return lambda: ""
        setting.rule()
        runs = [Run(t("Because"), "bold", "muted"), Run(argument.because, "italic")]
        setting.paragraph(runs, SMALL_PT)
        return lambda: f" {t('Because: {reason}', reason=argument.because)}"

    def _standing(self, setting: Sheet, claim: Claim, *, each_on_its_own: bool) -> str:
        """Set the verdict's mark and word and each account's stance; return them as words."""
        row = compare_claim(self.graph, claim.id, self.narratives)
        if row.stances not in self._standings:
            self._standings[row.stances] = self._stood(row)
        words, tags = self._standings[row.stances]
        for row_of_tags in [[tag] for tag in tags] if each_on_its_own else [tags]:
            setting.tags(row_of_tags)
        return words

    def _stood(self, row: ClaimComparison) -> tuple[str, tuple[Tag, ...]]:
        """Say where the accounts stand, in words and in marks; it follows from their stances."""
        verdict = wording.VERDICT[row.verdict]
        mark = marks.verdict(self.paint, row.group)
        tags = [Tag(mark, (Run(verdict.capitalize(), "bold"),))] if len(self.narratives) > 1 else []
        for narrative, stance in zip(self.narratives, row.stances, strict=True):
            who = self.graph.narrative(narrative)
            word = wording.STANCE[stance]
            tags.append(Tag(self.swatch(narrative), (Run(who.short, "bold"), Run(word))))
        return wording.standing(self.graph, self.narratives, row), tuple(tags)

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


def _counted(count: DocumentCount | None) -> str:
    """Say how many documents a voice uses, in words that a line may end between and not within."""
    if count is None:
        return ""
    return wording.documents(count).replace(" ", "\xa0").replace(",\xa0", ", ")
