"""Lay out each kind of scene: what stands where on its slides, and on how many.

A text that does not fit goes on on a further slide; nothing is set smaller than `Sizes` says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.lesson import StepKind
from argmap.core.scenes import Card, CardKind, Paragraph, Scene, Tone
from argmap.core.tongues import ours
from argmap.rendering import stage
from argmap.rendering.lettering import Lettered, cut, height_pt, shared_out, shortened
from argmap.rendering.stage import BOTTOM_PT, ROOM_PT, SIDE_PT, TOP_PT, WIDTH_PT, Link, Shape, Slide
from argmap.rendering.stage_shapes import (
    ARROW_PT,
    EDGE_PT,
    INSET_PT,
    MARK_PT,
    PAD_PT,
    USUAL,
    Maker,
    Sizes,
    greyed,
    largest,
    letters_of,
    pieces_of,
)

MOST_SLIDES = 400
_GAP_PT = 20.0
_TOLD_PT = 306.0
_STACK_PT = 40.0
_POINT_PT = 14.0
_MOST_COLUMNS = 3


def lay_out(
    graph: ArgumentGraph, scenes: Sequence[Scene], *, sizes: Sizes = USUAL
) -> tuple[Slide, ...]:
    """Lay scenes out on slides, one or more for each, at most `MOST_SLIDES`.

    Args:
        graph: The corpus, for the looks of its narratives.
        scenes: The scenes in their order.
        sizes: How large the type is.
    """
    setter = _Setter(graph, sizes)
    slides: list[Slide] = []
    for place, scene in enumerate(scenes):
        if len(slides) < MOST_SLIDES:
            slides += setter.slides(place, scene)
    return tuple(slides[:MOST_SLIDES])


class _Setter(Maker):
    """Lay out one scene after the other."""

    def slides(self, place: int, scene: Scene) -> tuple[Slide, ...]:
        laid: dict[StepKind, Callable[[Scene], list[_Face]]] = {
            StepKind.QUESTION: self.opening,
            StepKind.ACCOUNTS: lambda scene: self.columns(scene.cards, TOP_PT),
            StepKind.CLAIM: self.claim,
            StepKind.OVERVIEW: self.overview,
            StepKind.SOURCES: self.sources,
        }
        faces = laid.get(scene.step.kind, self.exchange)(scene)
        return tuple(
            Slide(
                step=place,
                title=self.title(scene, is_first=index == 0),
                shapes=tuple(face.shapes),
                links=tuple(face.links),
                notes=scene.notes,
            )
            for index, face in enumerate(faces)
        )

    # Titles

    def title(self, scene: Scene, *, is_first: bool) -> Shape:
        words = scene.title
        if not is_first:
            before, _, after = wording.LESSON["continued"].partition("{title}")
            words = ours(self.graph, before) + words + ours(self.graph, after)
        is_opening = scene.step.kind is StepKind.QUESTION
        sizes = (44.0, 38.0, 32.0, 28.0) if is_opening else (30.0, 27.0, 24.0)
        top, room = (164.0, 184.0) if is_opening else (26.0, 70.0)
        paragraphs = largest(pieces_of(words, "bold"), sizes, ROOM_PT, room)
        return Shape(
            name="title", form="bare", left_pt=SIDE_PT, top_pt=top, width_pt=ROOM_PT,
            height_pt=room, says="", paragraphs=shortened(paragraphs, ROOM_PT, room),
        )  # fmt: skip

    # The kinds of scenes

    def opening(self, scene: Scene) -> list[_Face]:
        kicker = letters_of(pieces_of(scene.kicker, "regular", "muted"), 20.0)
        shapes = [
            self.bare("kicker", shortened(kicker, ROOM_PT, 48.0), 110.0, 48.0),
            *self.ribbon(scene.cards),
        ]
        top = 372.0
        width = (ROOM_PT - _GAP_PT * (_MOST_COLUMNS - 1)) / _MOST_COLUMNS
        for index, card in enumerate(scene.cards[: 2 * _MOST_COLUMNS]):
            row, column = divmod(index, _MOST_COLUMNS)
            left, at = SIDE_PT + column * (width + _GAP_PT), top + row * 58
            room = width - INSET_PT
            text = self.fitted(card.paragraphs, room, 48.0, (self.least_pt, self.sizes.told))
            shapes.append(self.band(card, left, at, 48.0, index))
            shapes.append(
                self.bare(
                    f"{card.id}-name", shortened(text, room, 48.0), at, 48.0,
                    left_pt=left + INSET_PT, width_pt=room, is_centred=True,
                )
            )  # fmt: skip
        return [_Face(shapes)]

    def ribbon(self, cards: Sequence[Card]) -> list[Shape]:
        """Draw a strip across the top, shared out between the accounts."""
        each = WIDTH_PT / max(len(cards), 1)
        return [
            replace(
                self.band(card, index * each, 0.0, 16.0, index), name=f"{card.id}-ribbon",
                width_pt=each,
            )
            for index, card in enumerate(cards)
        ]  # fmt: skip

    def claim(self, scene: Scene) -> list[_Face]:
        first, *accounts = scene.cards
        faces: list[_Face] = []
        sizes = (32.0, 28.0, *self.sizes.body)
        paragraphs = self.fitted(first.paragraphs, ROOM_PT - 2 * INSET_PT, 130.0, sizes)
        while True:
            fitting, paragraphs = cut(paragraphs, ROOM_PT - 2 * INSET_PT, 190.0)
            box = self.box(first, "claim", fitting, SIDE_PT, TOP_PT, ROOM_PT, "round")
            shapes = [box, *self.standing(first, box.bottom_pt + 12)]
            if not paragraphs:
                break
            faces.append(_Face(shapes))
        rows = self.columns(accounts, shapes[-1].bottom_pt + 16)
        return [*faces, *(_Face([*shapes, *row.shapes]) for row in rows)] or [_Face(shapes)]

    def standing(self, card: Card, top_pt: float) -> list[Shape]:
        """Say by mark and word where the accounts stand."""
        if card.group is None:
            return []
        word = wording.sentence(wording.GROUP[card.group]).rstrip(".")
        text = letters_of(self.own(word), self.least_pt)
        height = height_pt(text, ROOM_PT)
        mark = self.mark(f"{card.id}-mark", card.group, SIDE_PT, top_pt + (height - MARK_PT) / 2)
        return [
            mark,
            self.bare(
                f"{card.id}-standing", text, top_pt, height, left_pt=mark.right_pt + 10,
                width_pt=ROOM_PT - MARK_PT - 10,
            ),
        ]  # fmt: skip

    def columns(self, cards: Sequence[Card], top_pt: float) -> list[_Face]:
        """Set cards side by side, a few on each slide, and go on where they are too long."""
        faces: list[_Face] = []
        for start in range(0, len(cards), _MOST_COLUMNS):
            chosen = list(cards[start : start + _MOST_COLUMNS])
            count = max(len(chosen), 2) if len(cards) <= _MOST_COLUMNS else _MOST_COLUMNS
            width = (ROOM_PT - _GAP_PT * (count - 1)) / count
            inner, room = width - INSET_PT - EDGE_PT, BOTTOM_PT - top_pt - 2 * PAD_PT
            size = self.common_size(chosen, inner, room)
            texts = (self.letters(card.paragraphs, size) for card in chosen)
            for parts in zip_longest(*(shared_out(text, inner, room) for text in texts)):
                high = max(height_pt(part or (), inner) for part in parts) + 2 * PAD_PT
                shapes: list[Shape] = []
                for index, (card, part) in enumerate(zip(chosen, parts, strict=True)):
                    if part:
                        left = SIDE_PT + index * (width + _GAP_PT)
                        box = self.box(card, card.id, part, left, top_pt, width, "plain")
                        shapes += [replace(box, height_pt=high), *self.bands(card, box, high)]
                faces.append(_Face(shapes))
        return faces

    def common_size(self, cards: Sequence[Card], inner_pt: float, room_pt: float) -> float:
        # Rather than going on for a few words they are set as small as what was told before.
        for size in (*self.sizes.body, self.sizes.told):
            tallest = max(height_pt(self.letters(c.paragraphs, size), inner_pt) for c in cards)
            if tallest <= room_pt:
                return size
        return self.sizes.body[-1]

    def exchange(self, scene: Scene) -> list[_Face]:
        """Set what was told at the left, what is told now at the right, an arrow between."""
        *told, new = scene.cards
        left = SIDE_PT + _TOLD_PT + ARROW_PT
        width = WIDTH_PT - SIDE_PT - left
        inner, room = width - INSET_PT - EDGE_PT, BOTTOM_PT - TOP_PT - 2 * PAD_PT
        paragraphs = self.fitted(new.paragraphs, inner, room)
        form: stage.Form = "folded" if new.kind is CardKind.DOCUMENT else "round"
        faces = []
        for fitting in shared_out(paragraphs, inner, room) or [()]:
            box = self.box(new, "new", fitting, left, TOP_PT, width, form)
            stack = self.stack(told)
            box, stack = _levelled(box, stack)
            faces.append(self.joined(scene, stack, box))
        return faces

    def stack(self, cards: Sequence[Card]) -> list[Shape]:
        """Set what was told one below the other, each cut to its share of the height."""
        share = (BOTTOM_PT - TOP_PT - _STACK_PT * (len(cards) - 1)) / len(cards)
        inner = _TOLD_PT - INSET_PT - EDGE_PT
        shapes: list[Shape] = []
        top = TOP_PT
        for index, card in enumerate(cards):
            brief = [each for each in card.paragraphs if each.tone is not Tone.NOTE]
            letters = greyed(self.told(brief, inner, share - 2 * PAD_PT))
            form: stage.Form = "folded" if card.kind is CardKind.DOCUMENT else "round"
            shapes.append(self.box(card, f"told-{index}", letters, SIDE_PT, top, _TOLD_PT, form))
            top = shapes[-1].bottom_pt + _STACK_PT
        return shapes

    def told(
        self, paragraphs: Sequence[Paragraph], inner_pt: float, room_pt: float
    ) -> tuple[Lettered, ...]:
        """Set what was told before: smaller, and shortened where it is too long, as it was read.

        Rather than the beginning of its last paragraph nothing of that is there.
        """
        sizes = (*(each for each in self.sizes.body[1:]), self.sizes.told)
        for size in sizes:
            text = self.letters(paragraphs, size)
            if height_pt(text, inner_pt) <= room_pt:
                return text
        without = text[:-1]
        if without and height_pt(without, inner_pt) <= room_pt:
            return without
        return shortened(text, inner_pt, room_pt)

    def joined(self, scene: Scene, stack: Sequence[Shape], box: Shape) -> _Face:
        """Add bands, arrows and the words on them, in the order in which one reads them."""
        *told, new = scene.cards
        shapes: list[Shape] = []
        links: list[Link] = []
        for index, (card, shape) in enumerate(zip(told, stack, strict=True)):
            if index and card.relation:
                links.append(
                    Link(
                        start=shape.name, start_side="top", end=stack[index - 1].name,
                        end_side="bottom", relation=card.relation, is_new=False,
                        says=self.said(card),
                    )
                )  # fmt: skip
                at = (shape.left_pt + _TOLD_PT / 2 + 12, shape.top_pt - _STACK_PT / 2)
                shapes.append(self.word(card.relation, f"word-{index}", at, is_new=False))
            shapes += [shape, *self.bands(card, shape, shape.height_pt)]
        if new.relation:
            target = stack[-1]
            links.append(
                Link(
                    start=box.name, start_side="left", end=target.name, end_side="right",
                    relation=new.relation, is_new=True, says=self.said(new),
                )
            )  # fmt: skip
            highest = min(box.middle_pt, target.middle_pt)
            at = (target.right_pt, highest - 16)
            shapes.append(self.word(new.relation, "word-new", at, is_new=True))
        return _Face([*shapes, box, *self.bands(new, box, box.height_pt)], links)

    def overview(self, scene: Scene) -> list[_Face]:
        top = TOP_PT
        lead: list[Shape] = []
        if scene.kicker:
            text = letters_of(pieces_of(scene.kicker), self.least_pt)
            text = shortened(text, ROOM_PT, 90.0)
            lead = [self.bare("summary", text, top, height_pt(text, ROOM_PT))]
            top = lead[0].bottom_pt + 18
        left = SIDE_PT + MARK_PT + 14
        width = WIDTH_PT - SIDE_PT - left
        faces, at = [_Face(lead)], top
        whole = [paragraph for card in scene.cards for paragraph in card.paragraphs]
        room = BOTTOM_PT - top - _POINT_PT * len(scene.cards)
        size = self.fitted(whole, width, room)[0].size_pt if whole else self.least_pt
        for index, card in enumerate(scene.cards):
            rest = self.letters(card.paragraphs, size)
            while rest:
                line = rest[0].size_pt * 1.2
                high = height_pt(rest, width)
                if at + min(high, BOTTOM_PT - TOP_PT) > BOTTOM_PT + 0.1:
                    faces.append(_Face([]))
                    at = TOP_PT
                fitting, rest = cut(rest, width, BOTTOM_PT - at)
                high = height_pt(fitting, width)
                row = self.bare(f"point-{index}", fitting, at, high, left_pt=left, width_pt=width)
                if card.group is not None:
                    middle = at + (line - MARK_PT) / 2
                    mark = self.mark(f"point-{index}-mark", card.group, SIDE_PT, middle)
                    faces[-1].shapes.append(mark)
                faces[-1].shapes.append(row)
                at += high + _POINT_PT
        return faces

    def sources(self, scene: Scene) -> list[_Face]:
        text = tuple(
            replace(letters, after_pt=8.0)
            for card in scene.cards
            for letters in self.letters(card.paragraphs, self.least_pt)
        )
        return [
            _Face([self.bare("sources", part, TOP_PT, height_pt(part, ROOM_PT))])
            for part in shared_out(text, ROOM_PT, BOTTOM_PT - TOP_PT)
        ]


@dataclass(slots=True)
class _Face:
    """What stands on one slide below its title."""

    shapes: list[Shape]
    links: list[Link]

    def __init__(self, shapes: Sequence[Shape], links: Sequence[Link] = ()) -> None:
        self.shapes = list(shapes)
        self.links = list(links)


def _levelled(box: Shape, stack: Sequence[Shape]) -> tuple[Shape, list[Shape]]:
    """Bring a box level with the last of a stack, as far as both stay on the slide."""
    high = stack[-1].bottom_pt - stack[0].top_pt
    spare = BOTTOM_PT - TOP_PT - high
    middle = TOP_PT + (BOTTOM_PT - TOP_PT) / 2
    down = min(max(middle - stack[-1].middle_pt, 0.0), spare)
    lowered = [stage.moved(each, each.left_pt, each.top_pt + down) for each in stack]
    top = lowered[-1].middle_pt - box.height_pt / 2
    top = min(max(top, TOP_PT), BOTTOM_PT - box.height_pt)
    return stage.moved(box, box.left_pt, top), lowered
