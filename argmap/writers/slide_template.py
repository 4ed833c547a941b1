"""Turn the template of python-pptx into argmap's own: 16 by 9, one layout, our type and colours.

The file names no date and no person, so the same slides are the same bytes.
"""

from __future__ import annotations

import io
import re
from typing import Any

from argmap.rendering import style
from argmap.rendering.lettering import FONT
from argmap.rendering.measure import printable
from argmap.rendering.stage import FOOT_PT, HEIGHT_PT, ROOM_PT, SIDE_PT, WIDTH_PT
from argmap.rendering.stage_picture import FOOT_SIZE_PT
from argmap.writers.archive import repacked

_EMU = 12_700
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Office programs know languages with a country only.
_COUNTRIES = {
    "en": "GB", "ru": "RU", "uk": "UA", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pl": "PL",
    "be": "BY", "bg": "BG", "cs": "CZ", "lt": "LT", "lv": "LV", "et": "EE", "fi": "FI", "sv": "SE",
    "ka": "GE", "nl": "NL", "pt": "PT", "ro": "RO", "hu": "HU", "sr": "RS", "tr": "TR", "zh": "CN",
}  # fmt: skip


class Template:
    """A presentation without slides; python-pptx gives no types, so shapes are Any."""

    def __init__(self, palette: style.Palette, language: str) -> None:
        from pptx import Presentation
        from pptx.util import Emu

        self.roles = style.roles(palette)
        self.language = known_language(language, "en-GB")
        self.file: Any = Presentation()
        self.file.slide_width = Emu(round(WIDTH_PT * _EMU))
        self.file.slide_height = Emu(round(HEIGHT_PT * _EMU))

    def dress(self, footer: str) -> None:
        """Turn the library's own template into ours: one layout, our type and colours."""
        self.file.element.sldSz.attrib.pop("type", None)
        layouts = self.file.slide_layouts
        kept = next(each for each in layouts if each.name == "Title Only")
        for layout in [each for each in layouts if each is not kept]:
            layouts.remove(layout)
        kept.name = "Step"
        self.layout = kept
        master = self.file.slide_master
        for place in (master, kept):
            place.background.fill.solid()
            place.background.fill.fore_color.rgb = self.colour("paper")
            for shape in list(place.placeholders):
                if shape.placeholder_format.type.name not in ("TITLE", "BODY"):
                    shape._element.getparent().remove(shape._element)
            title = next(p for p in place.placeholders if p.placeholder_format.type.name == "TITLE")
            self.placed(title, SIDE_PT, 26.0, ROOM_PT, 70.0)
        tree = kept.shapes._spTree
        tree.append(self.standing(90, "Footer", footer, SIDE_PT, ROOM_PT - 80, "l"))
        tree.append(self.standing(91, "Number", None, WIDTH_PT - SIDE_PT - 70, 70.0, "r"))
        self.theme(master)

    def standing(
        self,
        id: int,
        name: str,
        words: str | None,
        left: float,
        width: float,
        side: str,
    ) -> Any:
        """Make a line of the layout: words, or the number of the slide for None."""
        from pptx.oxml import parse_xml
        from pptx.oxml.ns import nsdecls

        size = f'sz="{round(FOOT_SIZE_PT * 100)}" lang="{self.language}"'
        look = (
            f'<a:rPr {size}><a:solidFill><a:srgbClr val="{self.roles["muted"][1:]}"/></a:solidFill>'
            f'<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:rPr>'
        )
        kind = "" if words is not None else ' type="slidenum"'
        tag = "r" if words is not None else "fld"
        mark = "" if words is not None else ' id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}"'
        place = f'<a:off x="{emu(left)}" y="{emu(FOOT_PT)}"/><a:ext cx="{emu(width)}"'
        shape = parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/>'
            f'<p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>{place}'
            f' cy="{emu(FOOT_SIZE_PT * 1.3)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></p:spPr><p:txBody>"
            '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/>'
            f'<a:lstStyle/><a:p><a:pPr algn="{side}"/><a:{tag}{mark}{kind}>{look}<a:t>‹#›</a:t>'
            f"</a:{tag}></a:p></p:txBody></p:sp>"
        )
        if words is not None:
            (text,) = shape.xpath(".//a:t")
            text.text = words
        return shape

    def theme(self, master: Any) -> None:
        """Name our type and colours, so that what a teacher adds looks like the rest."""
        from pptx.opc.constants import RELATIONSHIP_TYPE

        part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        names = {
            "dk1": "ink", "lt1": "paper", "dk2": "muted", "lt2": "box", "accent1": "account-0",
            "accent2": "account-1", "accent3": "account-2", "accent4": "support",
            "accent5": "rebut", "accent6": "undercut", "hlink": "ink", "folHlink": "muted",
        }  # fmt: skip
        colours = "".join(
            f'<a:{name}><a:srgbClr val="{self.roles[role][1:]}"/></a:{name}>'
            for name, role in names.items()
        )
        scheme = f'<a:clrScheme name="argmap">{colours}</a:clrScheme>'
        text = re.sub(r"<a:clrScheme.*?</a:clrScheme>", scheme, part.blob.decode(), flags=re.S)
        text = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{FONT}"', text)
        part._blob = text.replace('name="Office Theme"', 'name="argmap"').encode()

    def describe(self, title: str, subject: str) -> None:
        """Say what the file is, and nothing of when or by whom it was made."""
        about = self.file.core_properties
        for element in list(about._element):
            about._element.remove(element)
        about.title, about.subject = printable(title)[:255], printable(subject)[:255]
        about.language = self.language
        package = self.file.part.package
        for rels, kinds in (
            (package._rels, ("thumbnail", "extended-properties")),
            (self.file.part.rels, ("printerSettings",)),
        ):
            for id in [id for id, rel in rels.items() if rel.reltype.endswith(kinds)]:
                rels.pop(id)

    def saved(self) -> bytes:
        """Return the file, without the time of day."""
        content = io.BytesIO()
        self.file.save(content)
        return repacked(content.getvalue())

    def colour(self, role: str) -> Any:
        """Return the colour of a role."""
        from pptx.dml.color import RGBColor

        made: Any = RGBColor
        return made(*bytes.fromhex(self.roles[role][1:]))

    def placed(self, shape: Any, left: float, top: float, width: float, height: float) -> None:
        """Put a shape in its place."""
        shape.left, shape.top = emu(left), emu(top)
        shape.width, shape.height = emu(width), emu(height)


def emu(points: float) -> Any:
    """Turn points into the units of the file."""
    from pptx.util import Emu

    return Emu(round(points * _EMU))


def known_language(tag: str, usual: str) -> str:
    """Write a language as office programs know it; the usual one where none is told."""
    if not _TAG.fullmatch(tag):
        return usual
    country = _COUNTRIES.get(tag.lower(), "")
    return f"{tag.lower()}-{country}" if country else tag
