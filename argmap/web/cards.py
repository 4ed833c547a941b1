"""Say what a page is to those outside: link previews, search engines, and who cites it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.core import wording
from argmap.core.citing import (
    DEFAULT_STYLE,
    STYLES,
    Record,
    SideBySide,
    Style,
    Text,
    cite,
    cite_page,
    page_title,
    title_of,
)
from argmap.core.comparison import Comparison, Group, compare, compare_claim
from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.model import Claim, Evidence, EvidenceKind, Issue, Source
from argmap.web.addresses import address_of, url_for
from argmap.web.serving import serving

_MOST_DESCRIBED_CHARS = 300
_SCHEMA = "https://schema.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One line to copy: a note or an entry."""

    label: str
    """Where it stands: in the text, in a note, in the bibliography."""

    text: Text
    """The line itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """How to cite a page, and the work it shows, in one style."""

    style: str
    """The name of the style, for people."""

    is_default: bool
    """Whether it is the one that is shown without asking."""

    lines: tuple[Cited, ...]
    """What can be copied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a page says of itself to those who link to it."""

    title: str
    """What it shows: a claim, a question, a quotation, a work."""

    description: str
    """A sentence or two about it; says where accounts stand and never who is right."""

    kind: str
    """The kind of page in Open Graph's words."""

    address: str
    """Its stable address; begins with a slash where the site's own is not known."""

    is_whole: bool
    """Whether `address` names the site too."""

    image: str
    """The address of its picture for link previews."""

    image_says: str
    """The picture in words."""

    about: Mapping[str, Any]
    """The record in the terms of schema.org."""

    citations: tuple[Citations, ...]
    """How to cite it, one for each style."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What the picture for link previews shows of a page."""

    title: str
    """The claim, the question, the quotation, the work."""

    kicker: str
    """What it belongs to: an issue's title, or the corpus's."""

    standing: tuple[tuple[Group, str], ...]
    """Marks with words: where the accounts stand."""

    narratives: tuple[str, ...]
    """The accounts named; empty for all."""


def card(graph: ArgumentGraph, record: Record, address: str = "") -> Card:
    """Make the card of a record's page.

    Args:
        graph: The corpus.
        record: What the page shows.
        address: The page's path with what is chosen there; empty for the record's own.
    """
    address = address or _page_of(graph, record)
    shown = whole(address)
    face = face_of(graph, record)
    description = _cut(_description(graph, record))
    return Card(
        title=face.title,
        description=description,
        kind="website" if isinstance(record, SideBySide) else "article",
        address=shown,
        is_whole=shown != address,
        image=whole(_image_of(graph, record)),
        image_says="; ".join((face.title, *(word for _, word in face.standing))),
        about=_about(graph, record, shown, description),
        citations=tuple(_citations(graph, record, style, shown) for style in STYLES),
    )


def whole(path: str) -> str:
    """Put the site's own address before a path, where it is set (`ARGMAP_ADDRESS`).

    It is never taken from the request, whose `Host` anyone can choose.
    """
    return f"{serving().settings.address.rstrip('/')}{path}"


def face_of(graph: ArgumentGraph, record: Record | None) -> Face:
    """Say what the picture for link previews shows; None is the corpus as a whole."""
    narratives: tuple[str, ...] = ()
    kicker, standing = graph.corpus.title, _standing(compare(graph))
    match record:
        case None:
            return Face(title=kicker, kicker="", standing=standing, narratives=())
        case Claim():
            issue = graph.issue(record.issue)
            kicker = f"{issue.title} · {issue.question}"
            row = compare_claim(graph, record.id)
            standing = ((row.group, wording.VERDICT[row.verdict]),)
        case Issue():
            kicker = f"{kicker} · {record.title}"
            standing = _standing(compare(graph, issue=record.id))
        case SideBySide():
            narratives = record.narratives
            kicker = f"{kicker} · {graph.issue(record.issue).title}" if record.issue else kicker
            standing = _standing(compare(graph, narratives, issue=record.issue or None))
        case Evidence():
            kicker, standing = wording.attribution(graph, record), ()
        case Source():
            kicker, standing = wording.source_kind(record.kind), ()
    title = title_of(graph, record)
    return Face(title=title, kicker=kicker, standing=standing, narratives=narratives)


def _standing(comparison: Comparison) -> tuple[tuple[Group, str], ...]:
    groups = comparison.summary.groups
    return tuple((g, wording.so_many(n, g)) for g, n in groups.items() if n)


def _page_of(graph: ArgumentGraph, record: Record) -> str:
    corpus = graph.corpus.id
    if isinstance(record, SideBySide):
        chosen = ",".join(record.narratives)
        return url_for("compare", corpus=corpus, narratives=chosen, issue=record.issue or None)
    return address_of(_kind(record), corpus, record.id)


def _image_of(graph: ArgumentGraph, record: Record) -> str:
    if isinstance(record, SideBySide):
        asked = {"narratives": ",".join(record.narratives), "issue": record.issue or None}
    else:
        asked = {_kind(record): record.id}
    return url_for("preview", corpus=graph.corpus.id, **asked)


def _kind(record: Claim | Evidence | Issue | Source) -> str:
    return type(record).__name__.lower()


def _description(graph: ArgumentGraph, record: Record) -> str:
    match record:
        case Claim():
            row = compare_claim(graph, record.id)
            comparison = Comparison(narratives=graph.choose_accounts(), rows=(row,))
            said = wording.verdict_sentence(graph, comparison, row)
            return f"{graph.issue(record.issue).question} {said}"
        case Evidence():
            return wording.attribution(graph, record)
        case Source():
            return str(cite(graph, record).entry)
    chosen = record.narratives if isinstance(record, SideBySide) else graph.choose_accounts()
    about = record.issue if isinstance(record, SideBySide) else record.id
    comparison = compare(graph, chosen, issue=about or None)
    summed = wording.summary_sentence(comparison.summary, len(comparison.narratives))
    question = graph.issue(about).question if isinstance(record, SideBySide) and about else ""
    return f"{question} {summed}".strip()


def _cut(text: str) -> str:
    if len(text) <= _MOST_DESCRIBED_CHARS:
        return text
    return f"{text[:_MOST_DESCRIBED_CHARS].rsplit(' ', 1)[0]} …"


def _citations(graph: ArgumentGraph, record: Record, style: Style, address: str) -> Citations:
    cited = cite(graph, record, style.name, address=address)
    note = t("In the text") if cited.note.is_bracketed else t("Note")
    lines = [Cited(label=note, text=cited.note)]
    lines += [Cited(label=t("Bibliography"), text=entry) for entry in cited.entries]
    if isinstance(record, (Evidence, Source)):
        page = cite_page(graph, page_title(graph, record), style.name, address=address)
        lines.append(Cited(label=t("This page"), text=page.entry))
    return Citations(
        style=t(style.title), is_default=style.name == DEFAULT_STYLE, lines=tuple(lines)
    )


def _about(
    graph: ArgumentGraph, record: Record, address: str, description: str
) -> Mapping[str, Any]:
    """Describe the record in the terms of schema.org; what is not known is left out."""
    corpus = graph.corpus
    said: dict[str, Any] = {
        "@context": _SCHEMA,
        "@type": _type_of(record),
        "url": address,
        "inLanguage": corpus.language,
        "isPartOf": {"@type": "Dataset", "name": corpus.title, "description": corpus.summary},
        "license": corpus.licence,
        "dateModified": str(corpus.revised or ""),
    }
    match record:
        case Claim():
            said |= {"name": record.text, "text": record.in_full, "description": description}
        case Evidence():
            works = [_work(graph.source(each.source)) for each in record.citations]
            said |= {"text": record.text, "inLanguage": record.language or corpus.language}
            said |= {"isBasedOn": works, "dateCreated": str(record.date or "")}
            if record.kind is EvidenceKind.QUOTATION and record.speaker:
                said["spokenByCharacter"] = {"@type": "Thing", "name": record.speaker}
        case Source():
            said |= {**_work(record), "isPartOf": said["isPartOf"], "subjectOf": address}
        case _:
            said |= {"name": title_of(graph, record), "description": description}
    return {name: value for name, value in said.items() if value}


def _type_of(record: Record) -> str:
    match record:
        case Claim():
            return "Claim"
        case Evidence():
            return "Quotation" if record.kind is EvidenceKind.QUOTATION else "CreativeWork"
        case SideBySide():
            return "Dataset"
    return "CreativeWork"


def _work(source: Source) -> dict[str, Any]:
    is_linked = source.url.startswith(("https://", "http://"))
    known = {
        "@type": "CreativeWork",
        "name": source.title,
        "alternateName": source.title_translation,
        "author": [{"@type": "Thing", "name": author} for author in source.authors],
        "datePublished": str(source.date or ""),
        "publisher": {"@type": "Thing", "name": source.publisher} if source.publisher else "",
        "inLanguage": source.language,
        "identifier": source.reference,
        "url": source.url if is_linked else "",
    }
    return {name: value for name, value in known.items() if value}
