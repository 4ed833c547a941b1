"""Set pages by typst in the bundled font: one program, as PDF/UA and as PNG of the same pages.

Nothing but the folder of fonts is read from the machine. Texts of a corpus reach typst as data,
`json("data.json")`: they are never part of its program.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal

from argmap.errors import DrawingFailed

SHEET_PIXELS_PER_INCH = 120
"""How sharp the pages are that show on a screen what will be printed."""

_KEPT_BYTES = 48_000_000
# Typst remembers what it worked out in its last ten runs, some sixty bytes for each it has read.
_RUNS_REMEMBERED = 10
_READ_BEFORE_FORGETTING_BYTES = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A typst program and what it reads; `Sheets` for who shows it page by page.

    `program` reads `data` from "data.json" and `files` by their names, SVG pictures mostly. It
    sets `document(date: none)`, or its bytes would change from day to day. To `data` is added
    the `font`; of its `language`, a BCP 47 tag, the language alone is left, as typst knows it.
    """

    program: str
    data: Mapping[str, Any]
    files: Mapping[str, bytes] = field(default_factory=dict)

    def pdf(self) -> bytes:
        """Set it as PDF/UA-1; as a plain PDF where the bundled font lacks a character.

        Raises:
            DrawingFailed: Typst refuses the program or a picture in it.
        """
        try:
            return _compiled(self._read(), "pdf", standard="ua-1")[0]
        except DrawingFailed:
            # PDF/UA demands a glyph for every character, and the bundled font lacks emoji, say.
            return _compiled(self._read(), "pdf")[0]

    def pngs(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Draw every page.

        Raises:
            DrawingFailed: Typst refuses the program or a picture in it.
        """
        return _compiled(self._read(), "png", pixels_per_inch=pixels_per_inch)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._drawn())

    def png(self, number: int) -> bytes:
        """Draw one page for a screen, counted from 1."""
        return self._drawn()[number - 1]

    def _drawn(self) -> tuple[bytes, ...]:
        """Draw the pages once, though each of them is asked for by itself."""
        files = self._read()
        digest = hashlib.sha256()
        for name, content in files.items():
            digest.update(f"{name} {len(content)} ".encode() + content)
        return _kept.get(digest.hexdigest(), lambda: self.pngs(SHEET_PIXELS_PER_INCH))

    def _read(self) -> dict[str, bytes]:
        # Only who prints pays for loading it.
        from fontpkg_pt_sans import FAMILY

        language = str(self.data["language"]).partition("-")[0]
        data = _with_glyphs({**self.data, "font": FAMILY, "language": language})
        written = json.dumps(data, ensure_ascii=False).encode()
        files = {name: _lettered(name, content) for name, content in self.files.items()}
        return {"main.typ": self.program.encode(), "data.json": written, **files}


# What the bundled font has no letter for, and the letter of the same look.
_LOOKALIKES = str.maketrans({"\N{TILDE OPERATOR}": "~"})


def _lettered(name: str, content: bytes) -> bytes:
    """Replace such characters in a picture too: its whole line would be set in another font."""
    return content.decode().translate(_LOOKALIKES).encode() if name.endswith(".svg") else content


def _with_glyphs(value: Any) -> Any:
    """Replace characters that would print as empty boxes, and for which there is another."""
    if isinstance(value, str):
        return value.translate(_LOOKALIKES)
    if isinstance(value, dict):
        return {name: _with_glyphs(each) for name, each in value.items()}
    return [_with_glyphs(each) for each in value] if isinstance(value, list) else value


class _Kept:
    """Hold drawn pages up to a number of bytes, the least recently used leaving first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, tuple[bytes, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str, draw: Any) -> tuple[bytes, ...]:
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        pages: tuple[bytes, ...] = draw()
        with self._lock:
            self._pages[key] = pages
            while sum(len(p) for each in self._pages.values() for p in each) > _KEPT_BYTES:
                self._pages.popitem(last=False)
        return pages


_kept = _Kept()


class _Reading:
    """Count what typst has read, and have it forget what would come to be half a gigabyte."""

    def __init__(self) -> None:
        self._bytes = 0
        self._lock = threading.Lock()

    def done(self, count: int) -> None:
        """Note that so many bytes were read; now and then it takes 50 ms."""
        with self._lock:
            self._bytes += count
            if self._bytes < _READ_BEFORE_FORGETTING_BYTES:
                return
            self._bytes = 0
        import typst

        for _ in range(_RUNS_REMEMBERED):
            typst.compile({"main.typ": b""}, font_paths=[], ignore_system_fonts=True)  # type: ignore[call-overload]
        with suppress(AttributeError, OSError, TypeError):  # another C library, another system
            ctypes.CDLL(None).malloc_trim(0)


_reading = _Reading()


def _compiled(
    files: dict[str, bytes],
    form: Literal["png", "pdf"],
    *,
    standard: Literal["ua-1"] | None = None,
    pixels_per_inch: float | None = None,
) -> tuple[bytes, ...]:
    # Only who prints pays for loading the typesetter.
    import typst
    from fontpkg_pt_sans import ROOT

    try:
        content: bytes | list[bytes] = typst.compile(
            files,  # type: ignore[call-overload]  # its stub forgets that several may be given
            format=form,
            ppi=pixels_per_inch,
            pdf_standards=standard,
            font_paths=[str(ROOT / "files")],
            ignore_system_fonts=True,
        )
    except typst.TypstError as error:
        raise DrawingFailed(f"The page could not be set: {error.message}") from error
    finally:
        _reading.done(sum(map(len, files.values())))
    return (content,) if isinstance(content, bytes) else tuple(content)
