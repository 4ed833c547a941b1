"""Write a lesson as slides that a teacher can edit: native shapes, notes, alternative texts.

`rendering.stage` says what stands where; this writes it down for office programs. The preview is
drawn from the same slides.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, cast

from argmap.core import lesson as lessons
from argmap.core.lesson import DEFAULT_POINTS, MAX_POINTS, Length, Lesson
from argmap.core.scenes import Scene, scenes
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.options import LANGUAGE, Choice, Number, Pick
from argmap.writers.pictures import DRAWN, PALETTE
from argmap.writers.quoting import CITED_AS
from argmap.writers.typesetting import Document

if TYPE_CHECKING:
    from argmap.rendering.stage import Slide
    from argmap.rendering.style import Palette, PaletteName

LENGTH = Pick(
    name="length",
    title="Length",
    help="A quarter of an hour, or more reasons with replies to the replies.",
    default=Length.SHORT.value,
    choices=(
        Choice(Length.SHORT.value, "Fifteen minutes"),
        Choice(Length.FULL.value, "A whole lesson"),
    ),
)
POINTS = Number(
    name="claims",
    title="Claims",
    help="How many claims are told at most, taken in turn from the accounts.",
    default=DEFAULT_POINTS,
    least=1,
    most=MAX_POINTS,
    scopes=frozenset({Scope.ISSUE.value}),
)

_PREVIEW = """\
#let it = json("data.json")
#set document(title: it.title, date: none)
#set text(font: it.font, lang: it.language, fallback: true)
#set page(width: it.width * 1pt, height: it.height * 1pt, margin: 0pt)
#for slide in it.slides { page(image(slide.file, width: 100%, alt: slide.title)) }
"""


def lesson_of(order: Order) -> Lesson:
    """Choose the steps that an order asks for.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    length = Length(LENGTH.of(order))
    if order.claim:
        return lessons.of_claim(
            order.graph, order.claim, narratives=order.narratives, length=length
        )
    return lessons.of_issue(
        order.graph, order.issue, narratives=order.narratives, length=length,
        points=POINTS.of(order),
    )  # fmt: skip


def scenes_of(order: Order) -> tuple[Scene, ...]:
    """Put the steps that an order asks for into words; see `lesson_of`."""
    return scenes(order.graph, lesson_of(order), CITED_AS.of(order))


class Deck:
    """The slides of an order, laid out once for the file and for the preview."""

    def __init__(self, order: Order) -> None:
        self.order = order

    @cached_property
    def slides(self) -> tuple[Slide, ...]:
        """Every slide with its shapes."""
        from argmap.rendering.stage_shapes import LARGE, USUAL
        from argmap.rendering.staging import lay_out

        told = scenes_of(self.order)
        sizes = LARGE if PALETTE.of(self.order) == "large" else USUAL
        return lay_out(self.order.graph, told, sizes=sizes)

    @property
    def palette(self) -> Palette:
        """The colours."""
        from argmap.rendering.style import PALETTES

        return PALETTES[cast("PaletteName", PALETTE.of(self.order))]

    @property
    def title(self) -> str:
        """What the deck is about."""
        graph, order = self.order.graph, self.order
        if order.claim:
            return graph.claim(order.claim).text
        return graph.issue(order.issue).question

    @property
    def footer(self) -> str:
        """What stands at the foot of every slide."""
        from argmap.rendering.stage_picture import foot

        corpus = self.order.graph.corpus
        return foot(" · ".join(each for each in (corpus.title, corpus.licence) if each))


def sheets(order: Order) -> Document:
    """Draw every slide as it will look; see `write_slides`."""
    from argmap.rendering.stage import HEIGHT_PT, WIDTH_PT
    from argmap.rendering.stage_picture import draw

    deck = Deck(order)
    files = {
        f"slide-{page}.svg": draw(slide, deck.palette, deck.footer, page)
        for page, slide in enumerate(deck.slides, 1)
    }
    data = {
        "title": deck.title,
        "language": order.graph.corpus.language,
        "width": WIDTH_PT,
        "height": HEIGHT_PT,
        "slides": [
            {"file": name, "title": " ".join(each.text for each in slide.title.paragraphs)}
            for name, slide in zip(files, deck.slides, strict=True)
        ],
    }
    return Document(program=_PREVIEW, data=data, files=files)


def write_slides(order: Order) -> bytes:
    """Write the slides of a claim or an issue as PPTX, the same bytes for the same order.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    from argmap.writers.presentation import write

    deck = Deck(order)
    corpus = order.graph.corpus
    return write(
        deck.slides, deck.palette, title=deck.title, subject=corpus.title, footer=deck.footer,
        language=corpus.language,
    )  # fmt: skip


FORMAT = Format(
    name="slides",
    title="Slides (PPTX)",
    suffix="pptx",
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    scopes=DRAWN,
    write=write_slides,
    purpose="One step at a time, to show and to change: a claim, a reason, what was answered.",
    family=Family.SCREEN,
    options=(LANGUAGE, LENGTH, POINTS, CITED_AS, PALETTE),
    contents="slides",
    sheets=sheets,
)

TOLD = replace(FORMAT, name="present", options=(LENGTH, POINTS, CITED_AS))
"""What a page can heed that shows the same steps in its own language and colours."""
