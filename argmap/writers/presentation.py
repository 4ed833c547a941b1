"""Write slides that are laid out as an Office Open XML presentation, with shapes people can edit.

`slide_template` makes the file they go into.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.core.citing import Text
from argmap.core.model import Relation
from argmap.core.tongues import UNKNOWN
from argmap.rendering import style
from argmap.rendering.lettering import FONT, Lettered, Span
from argmap.rendering.measure import SPACES, printable
from argmap.rendering.stage import Link, Shape, Slide
from argmap.rendering.stage_picture import CORNER_PT, FOLD_PT, LINES, width_of
from argmap.writers.slide_template import Template, emu, known_language

_SITES = {"top": 0, "left": 1, "bottom": 2, "right": 3}
_DASHES = {Relation.REBUT: "dash", Relation.UNDERCUT: "sysDot"}
_PATTERNS: Mapping[style.Hatch, str] = {
    "rising": "WIDE_UPWARD_DIAGONAL",
    "falling": "WIDE_DOWNWARD_DIAGONAL",
    "dots": "PERCENT_30",
    "upright": "NARROW_VERTICAL",
    "grid": "SMALL_GRID",
    "level": "NARROW_HORIZONTAL",
}
_FORMS = {
    "round": "ROUNDED_RECTANGLE", "folded": "FOLDED_CORNER", "plain": "RECTANGLE",
    "band": "RECTANGLE", "disc": "OVAL", "ring": "OVAL", "half": "OVAL",
    "cross": "MATH_MULTIPLY", "dash": "MATH_MINUS",
}  # fmt: skip


def write(
    slides: tuple[Slide, ...],
    palette: style.Palette,
    *,
    title: str,
    subject: str,
    footer: str,
    language: str,
) -> bytes:
    """Write slides as PPTX.

    Args:
        slides: What stands where.
        palette: The colours.
        title: The title of the file.
        subject: What it belongs to.
        footer: The words at the foot of every slide.
        language: The language of what names none of its own.
    """
    deck = _Deck(palette, language)
    deck.dress(footer)
    for slide in slides:
        deck.add(slide)
    deck.describe(title, subject)
    return deck.saved()


class _Deck(Template):
    """A presentation while slides are added to it."""

    def add(self, slide: Slide) -> None:
        """Write one slide: its title, its shapes in reading order, its lines, its notes."""
        made = self.file.slides.add_slide(self.layout)
        title = made.shapes.title
        self.placed(
            title, slide.title.left_pt, slide.title.top_pt, slide.title.width_pt,
            slide.title.height_pt,
        )  # fmt: skip
        self.written(title.text_frame, slide.title)
        shapes = {shape.name: self.drawn(made.shapes, shape) for shape in slide.shapes}
        for link in slide.links:
            self.joined(made.shapes, link, shapes)
        self.noted(made.notes_slide.notes_text_frame, slide.notes)

    def noted(self, frame: Any, notes: tuple[Text, ...]) -> None:
        """Write the notes, a paragraph each, every run in its language."""
        for index, note in enumerate(notes):
            made = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
            for run in note.runs:
                written = made.add_run()
                written.text = SPACES.sub(" ", printable(run.text))
                self.spoken(written, run.language)

    def drawn(self, shapes: Any, shape: Shape) -> Any:
        """Draw one shape, with its text and its alternative text."""
        from pptx.enum.shapes import MSO_SHAPE

        place = [emu(each) for each in self.place(shape)]
        if shape.form == "bare":
            made = shapes.add_textbox(*place)
        else:
            made = shapes.add_shape(getattr(MSO_SHAPE, _FORMS[shape.form]), *place)
            self.outlined(made, shape)
        made.name = shape.name
        _say(made, shape.says)
        if shape.form in ("round", "folded"):
            edge = CORNER_PT if shape.form == "round" else FOLD_PT
            part = edge / min(shape.width_pt, shape.height_pt)
            _shaped(made, {"adj": round(min(part, 0.5) * 100_000)})
        if shape.form == "half":
            self.half(shapes, shape)
        if shape.paragraphs:
            self.written(made.text_frame, shape)
        return made

    def place(self, shape: Shape) -> tuple[float, float, float, float]:
        """Give the place of a shape, crosses and dashes larger than the sign in them."""
        more = {"cross": 5.0, "dash": 4.0}.get(shape.form, 0.0)
        return (
            shape.left_pt - more, shape.top_pt - more, shape.width_pt + 2 * more,
            shape.height_pt + 2 * more,
        )  # fmt: skip

    def outlined(self, made: Any, shape: Shape) -> None:
        """Give a shape its ground, its hatch and its outline, and no shadow."""
        from pptx.enum.dml import MSO_LINE, MSO_PATTERN
        from pptx.util import Pt

        _undress(made)
        is_solid = shape.form in ("disc", "cross", "dash")
        if shape.hatch:
            made.fill.patterned()
            made.fill.pattern = getattr(MSO_PATTERN, _PATTERNS[shape.hatch])
            made.fill.fore_color.rgb = self.colour("hatch")
            made.fill.back_color.rgb = self.colour(shape.fill)
        elif shape.fill or is_solid:
            made.fill.solid()
            made.fill.fore_color.rgb = self.colour(shape.fill or shape.line)
        else:
            made.fill.background()
        if shape.line and not is_solid:
            made.line.color.rgb = self.colour(shape.line)
            made.line.width = Pt(shape.weight_pt)
            if shape.is_dotted:
                made.line.dash_style = MSO_LINE.ROUND_DOT
        else:
            made.line.fill.background()

    def half(self, shapes: Any, shape: Shape) -> None:
        """Fill the left half of a ring."""
        from pptx.enum.shapes import MSO_SHAPE

        made = shapes.add_shape(MSO_SHAPE.CHORD, *(emu(each) for each in self.place(shape)))
        made.name = f"{shape.name}-half"
        _say(made, shape.says)
        _shaped(made, {"adj1": 90 * 60_000, "adj2": 270 * 60_000})
        _undress(made)
        made.fill.solid()
        made.fill.fore_color.rgb = self.colour(shape.line)
        made.line.fill.background()

    def joined(self, shapes: Any, link: Link, known: Mapping[str, Any]) -> None:
        """Draw a line that is glued to the two shapes it joins."""
        from pptx.enum.shapes import MSO_CONNECTOR
        from pptx.oxml import parse_xml
        from pptx.oxml.ns import nsdecls
        from pptx.util import Pt

        made = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
        made.begin_connect(known[link.start], _SITES[link.start_side])
        made.end_connect(known[link.end], _SITES[link.end_side])
        made.name = f"{link.start}-to-{link.end}"
        _say(made, link.says)
        _undress(made)
        look = LINES[link.relation]
        made.line.color.rgb = self.colour(link.relation.value)
        made.line.width = Pt(width_of(link))
        line = made.line._get_or_add_ln()
        if link.relation in _DASHES:
            dash = f'<a:prstDash {nsdecls("a")} val="{_DASHES[link.relation]}"/>'
            line.append(parse_xml(dash))
        head = f'<a:tailEnd {nsdecls("a")} type="{look.head}" w="med" len="med"/>'
        line.append(parse_xml(head))

    # Text

    def written(self, frame: Any, shape: Shape) -> None:
        """Write the paragraphs of a shape, its margins and where they stand in it."""
        from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN

        frame.margin_left, frame.margin_right = (
            emu(shape.left_inset_pt),
            emu(shape.right_inset_pt),
        )
        frame.margin_top = frame.margin_bottom = emu(shape.pad_pt)
        frame.word_wrap = True
        frame.auto_size = MSO_AUTO_SIZE.NONE
        # The text of a folded sheet ends where the fold begins: its middle is not the shape's.
        is_centred = shape.is_centred and shape.form != "folded"
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if is_centred else MSO_ANCHOR.TOP
        for index, paragraph in enumerate(shape.paragraphs):
            made = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
            self.set(made, paragraph, is_last=index == len(shape.paragraphs) - 1)
            if shape.is_midway:
                made.alignment = PP_ALIGN.CENTER

    def set(self, made: Any, paragraph: Lettered, *, is_last: bool) -> None:
        """Set one paragraph, run by run."""
        from pptx.enum.text import PP_ALIGN
        from pptx.util import Pt

        made.alignment = PP_ALIGN.LEFT
        made.space_before = Pt(0)
        made.space_after = Pt(0 if is_last else paragraph.after_pt)
        for span in paragraph.spans:
            self.run(made.add_run(), span, paragraph.size_pt)

    def run(self, made: Any, span: Span, size_pt: float) -> None:
        """Set one stretch of text in its style, its colour and its language."""
        from pptx.util import Pt

        made.text = span.text
        font = made.font
        font.name, font.size = FONT, Pt(size_pt)
        font.bold, font.italic = span.style.startswith("bold"), span.style.endswith("italic")
        font.color.rgb = self.colour(span.role)
        self.spoken(made, span.language)

    def spoken(self, made: Any, language: str) -> None:
        """Say in which language a run is; of one that is not known, nothing."""
        if language != UNKNOWN:
            made._r.get_or_add_rPr().set("lang", known_language(language, self.language))


def _say(made: Any, words: str) -> None:
    """Give a shape its alternative text."""
    (properties,) = made._element.xpath("./*/p:cNvPr")
    properties.set("descr", printable(words))


def _shaped(made: Any, guides: Mapping[str, int]) -> None:
    """Bend a shape by its guides."""
    made._element.spPr.prstGeom.rewrite_guides(list(guides.items()))


def _undress(made: Any) -> None:
    """Take off the theme's look, which has a shadow and colours of its own."""
    for element in made._element.xpath("./p:style"):
        made._element.remove(element)
