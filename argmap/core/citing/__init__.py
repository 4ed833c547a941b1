"""Cite a source, a quotation or a page of a corpus, in the styles people are asked for.

The words of a style ("n.d.", "accessed") are part of the style and stand with it: a Chicago note
is the same whatever language the pages are read in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from argmap.core import wording
from argmap.core.citing import apa, chicago, gost, mla
from argmap.core.citing.text import Run, Text, joined, roman
from argmap.core.citing.work import Form, Name, Work, work
from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Claim, Evidence, EvidenceKind, Issue, Source
from argmap.errors import UnknownName

__all__ = [
    "DEFAULT_STYLE", "STYLES", "Citation", "Form", "Name", "Record", "Run", "SideBySide",
    "Style", "Text", "Work", "cite", "cite_page", "find_style", "page_title",
    "title_of", "work",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A way of citing: `name` in addresses, `title` for people, and the functions that write it.

    `note` and `passage` (somebody's words as a work reports them) write what stands at the place
    of use: a note, or brackets in the text. `entry` writes what stands in the list at the end.
    `doubt` marks what is not verified, after either; `language` is that of its words, where the
    style prescribes one that is not English.
    """

    name: str
    title: str
    doubt: str
    note: Callable[[Work, str], Text]
    passage: Callable[[Work, str, str, PartialDate | None], Text]
    entry: Callable[[Work], Text]
    language: str = ""


STYLES = (
    Style(
        name="chicago",
        title="Chicago (notes and bibliography)",
        doubt="[not verified]",
        note=chicago.note,
        passage=chicago.passage,
        entry=chicago.entry,
    ),
    Style(
        name="apa",
        title="APA 7",
        doubt="[not verified]",
        note=apa.note,
        passage=apa.passage,
        entry=apa.entry,
    ),
    Style(
        name="mla",
        title="MLA 9",
        doubt="[not verified]",
        note=mla.note,
        passage=mla.passage,
        entry=mla.entry,
    ),
    Style(
        name="gost",
        title="ГОСТ Р 7.0.5-2008",
        doubt="[не проверено]",
        note=gost.note,
        passage=gost.passage,
        entry=gost.entry,
        language="ru",
    ),
)
DEFAULT_STYLE = "chicago"
_OPENING_WORDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """A comparison as something to cite: ids of its accounts in their order, and of its issue."""

    narratives: tuple[str, ...]
    issue: str = ""


Record = Source | Evidence | Claim | Issue | SideBySide


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How to cite one record in one style.

    `note` stands at the place of use, `entries` in the list at the end: one for each work, in
    the order of the citations. All are plain text in runs, with nothing escaped: `str()` of one
    gives it without italics.
    """

    style: str
    note: Text
    entries: tuple[Text, ...]

    @property
    def entry(self) -> Text:
        """The entry of the first work."""
        return self.entries[0]


def find_style(name: str) -> Style:
    """Return the style of that name.

    Raises:
        UnknownName: There is none; the message lists those there are.
    """
    for style in STYLES:
        if style.name == name:
            return style
    raise UnknownName("style of citation", name, (style.name for style in STYLES))


def cite(
    graph: ArgumentGraph, record: Record, style: str = DEFAULT_STYLE, *, address: str = ""
) -> Citation:
    """Cite a record of a corpus.

    A source is cited as a work, evidence by its place in each work it stands in, and a claim, an
    issue or a comparison as a page of the corpus (see `cite_page`).

    Args:
        graph: The corpus; its revision is the day for which addresses are vouched.
        record: What to cite.
        style: The name of one of `STYLES`.
        address: The stable address of the page; used for claims, issues and comparisons only.

    Raises:
        UnknownName: There is no such style.
    """
    written = find_style(style)
    if isinstance(record, Source):
        cited = work(graph, record)
        note = _stopped(written.note(cited, "")) + _doubt(written, cited.verified)
        return Citation(style=style, note=note, entries=(_entry(written, cited),))
    if isinstance(record, Evidence):
        return _passage(graph, record, written)
    return cite_page(graph, page_title(graph, record), style, address=address)


def cite_page(
    graph: ArgumentGraph, title: str, style: str = DEFAULT_STYLE, *, address: str = ""
) -> Citation:
    """Cite a page of a corpus by its title, as the corpus stands in its present revision.

    Raises:
        UnknownName: There is no such style.
    """
    written = find_style(style)
    revised = graph.corpus.revised
    page = Work(
        form=Form.PAGE,
        title=title.removesuffix("."),
        container=graph.corpus.title,
        date=revised,
        address=address,
        accessed=revised,
    )
    note = _stopped(written.note(page, ""))
    return Citation(style=style, note=note, entries=(written.entry(page),))


def page_title(graph: ArgumentGraph, record: Record) -> str:
    """Name a record's page in a citation: of evidence, by its opening words."""
    if not isinstance(record, Evidence):
        return title_of(graph, record)
    words = record.text.split()
    return " ".join(words[:_OPENING_WORDS]) + (" …" if len(words) > _OPENING_WORDS else "")


def title_of(graph: ArgumentGraph, record: Record) -> str:
    """Name what the page of a record shows, as a link preview does."""
    match record:
        case Source():
            return record.title
        case Evidence():
            return wording.quoted(record)
        case Claim():
            return record.text
        case Issue():
            return record.question or record.title
        case SideBySide():
            return wording.side_by_side(graph, record.narratives, record.issue)


def _passage(graph: ArgumentGraph, item: Evidence, style: Style) -> Citation:
    works = [work(graph, graph.source(each.source)) for each in item.citations]
    notes = []
    for index, (each, cited) in enumerate(zip(item.citations, works, strict=True)):
        is_said = item.kind is EvidenceKind.QUOTATION and index == 0
        own = [name.text for name in cited.names] == [item.speaker]
        speaker = item.speaker if is_said and not own else ""
        notes.append(style.passage(cited, each.locator, speaker, item.date))
    is_sure = item.verified and all(cited.verified for cited in works)
    return Citation(
        style=style.name,
        note=_stopped(_together(notes)) + _doubt(style, is_sure),
        entries=tuple(_entry(style, cited) for cited in dict.fromkeys(works)),
    )


def _together(notes: list[Text]) -> Text:
    """Join the notes on several works into one; those in brackets share a pair."""
    if all(note.is_bracketed for note in notes):
        return roman("(") + joined((note.unbracketed() for note in notes), ";") + ")"
    return joined(notes, ";")


def _entry(style: Style, cited: Work) -> Text:
    return style.entry(cited) + _doubt(style, cited.verified)


def _doubt(style: Style, is_sure: bool) -> Text:
    return Text() if is_sure else roman(f" {style.doubt}", style.language)


def _stopped(note: Text) -> Text:
    """End a note with a stop; one in brackets has none, since the sentence goes on."""
    return note if note.is_bracketed else note.ended(".")
