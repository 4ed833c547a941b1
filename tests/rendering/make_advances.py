"""Make the table of advance widths from the bundled font.

Run `python tests/rendering/make_advances.py` when the font package changes; a test compares the
table with the font.
"""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from pathlib import Path

from fontTools.ttLib import TTFont

import argmap

TABLE = Path(argmap.__file__).parent / "rendering" / "pt_sans.json"
FILES = {
    "regular": "PT_Sans-Web-Regular.ttf",
    "bold": "PT_Sans-Web-Bold.ttf",
    "italic": "PT_Sans-Web-Italic.ttf",
    "bold_italic": "PT_Sans-Web-BoldItalic.ttf",
}


def advances() -> dict[str, dict[str, int]]:
    """Read the advance of every character the font draws, in thousandths of the font size."""
    return {style: _advances_of(name) for style, name in FILES.items()}


def _advances_of(name: str) -> dict[str, int]:
    with as_file(files("fontpkg_pt_sans") / "files" / name) as path:
        font = TTFont(path)
    unit = 1000 / font["head"].unitsPerEm
    widths = font["hmtx"].metrics
    return {chr(code): round(widths[glyph][0] * unit) for code, glyph in font.getBestCmap().items()}


if __name__ == "__main__":
    TABLE.write_text(
        json.dumps(advances(), ensure_ascii=True, separators=(",", ":"), sort_keys=True) + "\n"
    )
