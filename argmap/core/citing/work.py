"""Take a source apart into what every style of citation needs: names, form, container, date.

A corpus writes an author as one line and a publisher as another. Whether a name is a person's,
and whether a title is a book's or an article's, is read from those lines by the rules below; what
they cannot tell stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from weakref import WeakKeyDictionary

from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Source, SourceKind


class Form(StrEnum):
    """How a work is published, as far as it changes the way it is cited."""

    BOOK = "book"
    CHAPTER = "chapter"
    ARTICLE = "article"
    RECORD = "record"
    TREATY = "treaty"
    SPEECH = "speech"
    INTERVIEW = "interview"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """An author: `text` as it was written; of a person also `family`, `given` and `suffix`."""

    text: str
    family: str = ""
    given: str = ""
    suffix: str = ""

    @property
    def is_person(self) -> bool:
        """Whether the name can be put the other way round."""
        return bool(self.family and self.given)

    @property
    def short(self) -> str:
        """What stands for the author in a short form: the family name."""
        return self.family or self.text

    @property
    def inverted(self) -> str:
        """The name as a bibliography sorts it: "Sarotte, Mary Elise"."""
        if not self.is_person:
            return self.text
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)

    @property
    def initials(self) -> str:
        """The given names as initials with stops: "M. E."; a hyphen is kept."""
        words = re.sub(r"(?<=\.)(?=\S)", " ", self.given).split()
        return " ".join(
            "-".join(f"{part[0]}." for part in word.split("-") if part) for word in words
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is known of something that can be cited.

    `container` is the periodical, volume or corpus it stands in, `details` what the publisher's
    line says beyond that, `accessed` the day for which an address is vouched. `language` is the
    title's, where it may not be the corpus's. Empty is unknown.
    """

    form: Form
    title: str
    names: tuple[Name, ...] = ()
    language: str = ""
    translation: str = ""
    container: str = ""
    details: str = ""
    publisher: str = ""
    date: PartialDate | None = None
    reference: str = ""
    address: str = ""
    accessed: PartialDate | None = None
    verified: bool = True

    @property
    def shown_date(self) -> PartialDate | None:
        """The date, unless the container's own line gives its year."""
        if self.date and re.search(rf"\b{self.date.year}\b", self.details):
            return None
        return self.date

    @property
    def is_its_own_author(self) -> bool:
        """Whether a newspaper, say, is all there is of an author: it is not named twice."""
        return [name.text.casefold() for name in self.names] == [self.container.casefold()]

    @property
    def imprint(self) -> str:
        """The publisher as it begins a sentence; a short name keeps its small letter."""
        is_a_phrase = len(self.publisher.split()) > 2
        return self.publisher[:1].upper() + self.publisher[1:] if is_a_phrase else self.publisher

    @property
    def descriptor(self) -> str:
        """Name a spoken form ("speech"), unless the title does so itself."""
        is_spoken = self.form in (Form.SPEECH, Form.INTERVIEW)
        return self.form.value if is_spoken and self.form not in self.title.lower() else ""


def work(graph: ArgumentGraph, source: Source) -> Work:
    """Take a source apart; the corpus's revision is the day its address is vouched for."""
    names = tuple(_name(text, _publishers(graph)) for text in source.authors)
    form = _form(source)
    container, details, publisher = _places(form, source.publisher)
    if len(names) == 1:
        publisher = _beyond(names[0].text, publisher)
    return Work(
        form=form,
        title=source.title,
        names=names,
        language=source.title_language,
        translation=source.title_translation,
        container=container,
        details=details,
        publisher=publisher,
        date=source.date,
        reference=source.reference,
        address=source.url,
        accessed=graph.corpus.revised if source.url else None,
        verified=source.verified,
    )


_FORMS: Mapping[SourceKind, Form] = MappingProxyType(
    {
        SourceKind.TREATY: Form.TREATY,
        SourceKind.SPEECH: Form.SPEECH,
        SourceKind.INTERVIEW: Form.INTERVIEW,
        SourceKind.JOURNALISM: Form.ARTICLE,
        SourceKind.SCHOLARSHIP: Form.ARTICLE,
        SourceKind.MEMOIR: Form.ARTICLE,
        SourceKind.TEXTBOOK: Form.ARTICLE,
    }
)
_MAY_BE_BOOKS = (
    SourceKind.SCHOLARSHIP,
    SourceKind.MEMOIR,
    SourceKind.TEXTBOOK,
    SourceKind.DIARY,
    SourceKind.OTHER,
)
_PRESS = re.compile(r"press\b|publish|books?\b|verlag|éditions|wydawnictw|издат", re.IGNORECASE)
_IN_VOLUME = re.compile(r"In (?P<volume>.+), (?P<publisher>[^,]+)")


def _form(source: Source) -> Form:
    """Tell a book from an article: a bare year and a press, or a year alone and no address."""
    if _IN_VOLUME.fullmatch(source.publisher):
        return Form.CHAPTER
    is_dated_to_the_day = source.date is not None and source.date.month
    if source.kind in _MAY_BE_BOOKS and not is_dated_to_the_day:
        # A volume, a number or a year belongs to a periodical, though a press prints it.
        is_numbered = any(character.isdigit() for character in source.publisher)
        is_from_a_press = bool(_PRESS.search(_head(source.publisher))) and not is_numbered
        if is_from_a_press or (source.date and not source.url and not source.publisher):
            return Form.BOOK
    return _FORMS.get(source.kind, Form.RECORD)


def _places(form: Form, publisher: str) -> tuple[str, str, str]:
    """Split a publisher's line into container, details after it, and publisher."""
    volume = _IN_VOLUME.fullmatch(publisher)
    if volume:
        return volume["volume"], "", volume["publisher"]
    if form is Form.ARTICLE:
        head = _head(publisher)
        return head, publisher[len(head) :], ""
    return "", "", publisher


def _beyond(author: str, publisher: str) -> str:
    """Leave out of a publisher's line what only says again who the author is."""
    first, _, rest = publisher.partition("; ")
    return rest if first.casefold() == author.casefold() else publisher


def _head(publisher: str) -> str:
    return re.split(r"[;,(:]", publisher, maxsplit=1)[0].rstrip()


# What makes a name that of a body in the languages sources come in; a person is never called so.
_BODIES = re.compile(
    r"\b(academy|affairs|agenc\w+|alliance|archives?|assembly|association|bureau|cabinet|center"
    r"|centre|college|command|commission|committee|community|conference|congress|council|court"
    r"|commons|daily|defen[cs]e|delegation|department|embassy|federation|forces|forum|foundation"
    r"|government|group|house|institut\w*|international|journal|kingdom|league|mail|ministry"
    r"|mission|nations?|network|news\w*|nato|office|organi[sz]ation|parliament\w*|post|press"
    r"|programme|radio|republic|review|secretariat|security|senate|service|society|soviet|staff"
    r"|states|studies|television|times|treaty|tribune|un|union|university|us|uk|voice|watch"
    r"|white|world|amt|kanzleramt|bundes\w*|ministerium|rechtbank|zeitung|spiegel|presse|ag[êe]nce"
    r"|комитет|министерство|совет|институт|университет|фонд|федерация|агентство|правительство"
    r"|президент|администрация|служба|редакция|газета|союз|академия)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset("von van der den de di da del la le du zu zur af al el bin ter".split())
_SUFFIX = re.compile(r",? (Jr\.?|Sr\.?|II|III|IV)$")
_WORD = re.compile(r"[^\W\d_][\w.’'\-]*")


def _name(text: str, publishers: frozenset[str]) -> Name:
    """Take a person's name apart; leave alone what a body, or more than one name, may be."""
    suffix = _SUFFIX.search(text)
    rest = text[: suffix.start()] if suffix else text
    words = rest.split()
    is_person = (
        2 <= len(words) <= 5
        and all(_WORD.fullmatch(word) for word in words)
        and all(word[0].isupper() or word in _PARTICLES for word in words)
        and words[0] not in ("The", "Lord")
        and not any(word.isupper() and len(word) > 1 and "." not in word for word in words)
        and not _BODIES.search(rest)
        and text.casefold() not in publishers
    )
    if not is_person:
        return Name(text=text)
    particles = (at for at, word in enumerate(words) if at and word in _PARTICLES)
    start = next(particles, len(words) - 1)
    return Name(
        text=text,
        family=" ".join(words[start:]),
        given=" ".join(words[:start]),
        suffix=suffix[1] if suffix else "",
    )


def _publishers(graph: ArgumentGraph) -> frozenset[str]:
    """Collect what the corpus calls a publisher: none of those is a person."""
    if graph not in _known:
        _known[graph] = frozenset(_head(each.publisher).casefold() for each in graph.corpus.sources)
    return _known[graph]


_known: WeakKeyDictionary[ArgumentGraph, frozenset[str]] = WeakKeyDictionary()
