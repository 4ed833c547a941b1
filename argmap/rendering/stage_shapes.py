"""Make the shapes that stand on slides, and set the type in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.core import wording
from argmap.core.citing import Text
from argmap.core.comparison import Group
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Relation, Role
from argmap.core.scenes import Card, CardKind, Paragraph, Tone
from argmap.core.tongues import ours
from argmap.rendering import stage, style
from argmap.rendering.lettering import Lettered, Span, height_pt, lines, merged
from argmap.rendering.measure import SPACES, Style, printable
from argmap.rendering.stage import MARKS, ROOM_PT, SIDE_PT, Shape

BAND_PT = 10.0
INSET_PT = 28.0
EDGE_PT = 16.0
PAD_PT = 12.0
MARK_PT = 18.0
ARROW_PT = 96.0
# The largest that a word on an arrow has room for.
_WORD_PT = (14.0, 13.0, 12.0, 11.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Sizes of type, the largest first: what is told now, what was told before, notes."""

    body: tuple[float, ...]
    told: float
    note: float


USUAL = Sizes(body=(24.0, 22.0, 20.0, 18.0), told=16.0, note=14.0)
LARGE = Sizes(body=(28.0, 26.0, 24.0), told=20.0, note=18.0)


class Maker:
    """Know the corpus and the sizes of type while shapes are made."""

    def __init__(self, graph: ArgumentGraph, sizes: Sizes) -> None:
        self.graph = graph
        self.sizes = sizes
        self.least_pt = sizes.body[-1]

    def box(
        self, card: Card, name: str, text: tuple[Lettered, ...], left_pt: float, top_pt: float,
        width_pt: float, form: stage.Form,
    ) -> Shape:  # fmt: skip
        """Make the box of a card around its text; what is new is set off."""
        inner = width_pt - INSET_PT - (INSET_PT if name == "claim" else EDGE_PT)
        is_new = card.is_new and card.kind is not CardKind.ACCOUNT
        return Shape(
            name=name,
            form=form,
            left_pt=left_pt,
            top_pt=top_pt,
            width_pt=width_pt,
            height_pt=height_pt(text, inner) + 2 * PAD_PT,
            says=self.said(card),
            fill=self.wash(card) if is_new else "box",
            line="ink" if is_new else "outline",
            weight_pt=3.0 if is_new else 1.0,
            is_dotted=card.relation is Relation.UNDERCUT,
            paragraphs=text,
            left_inset_pt=INSET_PT,
            right_inset_pt=INSET_PT if name == "claim" else EDGE_PT,
            pad_pt=PAD_PT,
            is_centred=card.kind is not CardKind.ACCOUNT,
        )

    def bare(
        self, name: str, text: tuple[Lettered, ...], top_pt: float, height: float, *,
        left_pt: float = SIDE_PT, width_pt: float = ROOM_PT, is_centred: bool = False,
    ) -> Shape:  # fmt: skip
        """Make a field of text alone."""
        words = " ".join(each.text for each in text)
        return Shape(
            name=name, form="bare", left_pt=left_pt, top_pt=top_pt, width_pt=width_pt,
            height_pt=height, says=words, paragraphs=text, is_centred=is_centred,
        )  # fmt: skip

    def bands(self, card: Card, box: Shape, height: float) -> list[Shape]:
        """Draw a strip for each voice inside the left edge of its box."""
        each = (height - 2 * PAD_PT) / max(len(card.voices), 1)
        return [
            self.band(
                replace(card, id=f"{box.name}-{voice}", voices=(voice,)), box.left_pt + 8,
                box.top_pt + PAD_PT + index * each, each, index,
            )
            for index, voice in enumerate(card.voices)
        ]  # fmt: skip

    def band(self, card: Card, left_pt: float, top_pt: float, height: float, index: int) -> Shape:
        """Make the hatched strip of a card's first voice."""
        ground, hatch = self.look(card.voices[0])
        return Shape(
            name=f"{card.id}-band", form="band", left_pt=left_pt, top_pt=top_pt,
            width_pt=BAND_PT, height_pt=height, fill=ground, hatch=hatch, line="outline",
            weight_pt=0.5, says=self.graph.narrative(card.voices[0]).name,
        )  # fmt: skip

    def mark(self, name: str, group: Group, left_pt: float, top_pt: float) -> Shape:
        """Make the mark of where the accounts stand on a claim."""
        return Shape(
            name=name, form=MARKS[group], left_pt=left_pt, top_pt=top_pt,
            width_pt=MARK_PT, height_pt=MARK_PT, line="ink", weight_pt=2.5,
            says=wording.GROUP[group],
        )  # fmt: skip

    def word(
        self, relation: Relation, name: str, at: tuple[float, float], *, is_new: bool
    ) -> Shape:
        """Make the word that stands on an arrow; the heights given are its middle."""
        said = wording.RELATION[relation]
        for size in _WORD_PT:
            text = letters_of(self.own(said, relation.value), size)
            # A line for each word at most, or one of them is broken.
            if len(lines(text[0], ARROW_PT)) <= len(said.split()):
                break
        height = height_pt(text, ARROW_PT)
        made = self.bare(
            name, text, at[1] - height / 2, height, left_pt=at[0], width_pt=ARROW_PT,
            is_centred=True,
        )  # fmt: skip
        return replace(made, is_midway=is_new)

    def own(self, text: str, role: str = "ink") -> list[Piece]:
        """Take words of argmap in bold."""
        return pieces_of(ours(self.graph, text), "bold", role)

    def look(self, narrative: str) -> tuple[str, style.Hatch]:
        """Return the colour role and the hatch of a narrative."""
        observes = self.graph.narrative(narrative).role is Role.OBSERVER
        return style.look(self.graph.colour_index(narrative), observes=observes)

    def wash(self, card: Card) -> str:
        """Return the colour role of the ground of what is new."""
        if not card.voices:
            return "box"
        ground, _ = self.look(card.voices[0])
        return "wash-observer" if ground == "observer" else ground.replace("account", "wash")

    def said(self, card: Card) -> str:
        """Say what a card is, for who does not see its shape."""
        if card.relation:
            return wording.argument_sentence(self.graph, self.graph.argument(card.id))
        if card.kind is CardKind.ACCOUNT:
            return self.graph.narrative(card.voices[0]).name
        return wording.claim()

    # Type

    def fitted(
        self, paragraphs: Sequence[Paragraph], inner_pt: float, room_pt: float,
        sizes: Sequence[float] = (),
    ) -> tuple[Lettered, ...]:  # fmt: skip
        """Set paragraphs in the largest size in which they fit; else in the smallest."""
        for size in sizes or self.sizes.body:
            text = self.letters(paragraphs, size)
            if height_pt(text, inner_pt) <= room_pt:
                break
        return text

    def letters(self, paragraphs: Sequence[Paragraph], size_pt: float) -> tuple[Lettered, ...]:
        """Set the paragraphs of a card in one size; notes keep theirs."""
        return tuple(self.lettered(each, size_pt) for each in paragraphs)

    def lettered(self, paragraph: Paragraph, size_pt: float) -> Lettered:
        """Set one paragraph."""
        is_note = paragraph.tone is Tone.NOTE
        role = "muted" if is_note else "ink"
        is_bold = paragraph.tone is Tone.LEAD
        spans = merged(
            Span(
                _clean(run.text),
                _style(is_bold, run.is_italic),
                role,
                run.language or paragraph.language,
            )
            for run in paragraph.text.runs
        )
        return Lettered(
            spans=spans, size_pt=self.sizes.note if is_note else size_pt,
            after_pt=3.0 if is_bold else 9.0,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the slide's own, in one style; `language` given where it is not the corpus's."""

    text: str
    style: Style = "regular"
    role: str = "ink"
    language: str = ""


def pieces_of(text: Text, style: Style = "regular", role: str = "ink") -> list[Piece]:
    """Take a text for the slide's own words, each run in its language."""
    return [Piece(run.text, style, role, run.language) for run in text.runs]


def letters_of(pieces: Sequence[Piece], size_pt: float) -> tuple[Lettered, ...]:
    """Set words of the slide's own as one paragraph."""
    spans = tuple(Span(_clean(each.text), each.style, each.role, each.language) for each in pieces)
    return (Lettered(spans=spans, size_pt=size_pt),)


def largest(
    pieces: Sequence[Piece], sizes: Sequence[float], width_pt: float, room_pt: float
) -> tuple[Lettered, ...]:
    """Set words in the largest size in which they fit; else in the last one."""
    for size in sizes:
        text = letters_of(pieces, size)
        if height_pt(text, width_pt) <= room_pt:
            break
    return text


def greyed(paragraphs: Sequence[Lettered]) -> tuple[Lettered, ...]:
    """Set back what was told before."""
    return tuple(
        replace(each, spans=tuple(replace(span, role="muted") for span in each.spans))
        for each in paragraphs
    )


def _style(is_bold: bool, is_italic: bool) -> Style:
    if is_bold:
        return "bold_italic" if is_italic else "bold"
    return "italic" if is_italic else "regular"


def _clean(text: str) -> str:
    """Leave out what no slide can hold: control characters, and line breaks of the file."""
    return SPACES.sub(" ", printable(text))
