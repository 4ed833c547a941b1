"""Say what a corpus is made of: narratives, claims, evidence, arguments, stances.

Every type is a frozen value. Ids are slugs (`a-z0-9-`, a letter among them). Claims, evidence
and arguments share one set of ids, since an argument may name any of them; each other kind has
its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from argmap.core.dates import PartialDate, Period

# With a letter: YAML and spreadsheets take `1990` and `1990-02-09` for other things than names.
SLUG = re.compile(r"(?=[0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID_CHARS = 80


class Role(StrEnum):
    """Whether a narrative is one of the accounts compared, or a voice beside them."""

    ACCOUNT = "account"
    OBSERVER = "observer"


class StanceKind(StrEnum):
    """What an account holds about a claim; silence is the absence of a stance."""

    ASSERTS = "asserts"
    CONCEDES = "concedes"
    QUALIFIES = "qualifies"
    DENIES = "denies"


class Relation(StrEnum):
    """How an argument bears on its target."""

    SUPPORT = "support"
    REBUT = "rebut"
    UNDERCUT = "undercut"
    QUALIFY = "qualify"


class Level(StrEnum):
    """Whether a claim is one of an issue's main points or answers one of them."""

    HEADLINE = "headline"
    REPLY = "reply"


class EvidenceKind(StrEnum):
    """Whether evidence is somebody's words or something that is reported to be so."""

    QUOTATION = "quotation"
    FACT = "fact"


class Confidence(StrEnum):
    """How firmly a fact is reported; quotations have none, they are verbatim."""

    DOCUMENTED = "documented"
    WIDELY_REPORTED = "widely-reported"
    DISPUTED = "disputed"


class SourceKind(StrEnum):
    """What sort of work a source is."""

    DECLASSIFIED_RECORD = "declassified-record"
    TREATY = "treaty"
    LEGAL_DOCUMENT = "legal-document"
    OFFICIAL_STATEMENT = "official-statement"
    SPEECH = "speech"
    LETTER = "letter"
    DIARY = "diary"
    INTERVIEW = "interview"
    MEMOIR = "memoir"
    JOURNALISM = "journalism"
    SCHOLARSHIP = "scholarship"
    STATISTICS = "statistics"
    TEXTBOOK = "textbook"
    OTHER = "other"


class Weakness(StrEnum):
    """What makes a corpus weak though it holds together; the value is the code of its warning."""

    UNUSED_SOURCE = "W201"
    UNUSED_EVIDENCE = "W202"
    NOBODYS_QUOTATION = "W203"
    UNSPOKEN_CLAIM = "W204"
    BARE_ARGUMENT = "W205"
    CLAIM_WITHOUT_EVIDENCE = "W207"
    MISSING_REPLY = "W208"
    THIN_ACCOUNT = "W209"
    CIRCLE_OF_SUPPORT = "W210"
    AFTER_PUBLICATION = "W211"
    SINGLE_SOURCE = "W212"
    UNDATED_QUOTATION = "W213"


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """One account of the events, or an observer's voice beside the accounts.

    An observer (a court, say) puts arguments forward but takes no stance and has no lane.
    `name` stands in sentences ("the Port account"), `short` on labels ("Port").
    `strongest` names claims that an account asserts and would rest its case on first; the
    editors chose them, and they weigh no more in a comparison than any other.
    """

    id: str
    name: str
    short: str
    role: Role = Role.ACCOUNT
    summary: str = ""
    strongest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountText:
    """A text in the words of one account: its answer to an issue, its name for an event."""

    narrative: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A question that claims are lined up under.

    `title` is short enough for a list; `accounts` has each account's answer in a paragraph.
    """

    id: str
    title: str
    question: str
    period: Period | None = None
    introduction: str = ""
    accounts: tuple[AccountText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something dated that the accounts tell of; `names` where they call it differently."""

    id: str
    date: PartialDate
    title: str
    issue: str = ""
    names: tuple[AccountText, ...] = ()
    sources: tuple[str, ...] = ()
    verified: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A work that evidence comes from; never a place on the web where a copy was seen.

    `verified` is false where the record rests on memory, and every page and export says so.
    """

    id: str
    kind: SourceKind
    title: str
    title_translation: str = ""
    authors: tuple[str, ...] = ()
    date: PartialDate | None = None
    publisher: str = ""
    reference: str = ""
    url: str = ""
    language: str = ""
    verified: bool = True
    note: str = ""

    @property
    def title_language(self) -> str:
        """The language of the title: the work's, where a translation is given beside it.

        Empty where the title is told in the language of the corpus alone.
        """
        return self.language if self.title_translation else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The place in a source where evidence stands: `locator` is a page, paragraph, article."""

    source: str
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A located passage or fact.

    A quotation's `text` is verbatim as read; `language` is the language of that text,
    `wording` says how it relates to what was said ("English translation of the Soviet
    record"), `original` and `translation` hold the other half where it is known. Evidence
    shows that something was said or recorded, not that it is so.
    """

    id: str
    kind: EvidenceKind
    text: str
    citations: tuple[Citation, ...]
    speaker: str = ""
    date: PartialDate | None = None
    language: str = ""
    wording: str = ""
    original: str = ""
    translation: str = ""
    context: str = ""
    confidence: Confidence | None = None
    verified: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A proposition that an account may assert, concede, qualify or deny.

    Stored once, however many accounts speak to it; its text takes nobody's part. `in_full` has
    the whole statement where `text` is shortened to fit a box, and says nothing else. `findings`
    names evidence in which a court, a UN body or an inquiry has ruled on it.
    """

    id: str
    issue: str
    text: str
    in_full: str = ""
    level: Level = Level.HEADLINE
    period: Period | None = None
    findings: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What one account holds about one claim; `how` says it in that account's own terms."""

    narrative: str
    claim: str
    stance: StanceKind
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A step from premises to a target, put forward by one or more narratives.

    Premises are claims or evidence and count together. The target is a claim or evidence,
    for an undercut another argument (it denies the step, and leaves what the step leads to
    untouched), for a qualification a claim. `because` is the warrant: why the premises bear
    on the target.
    """

    id: str
    by: tuple[str, ...]
    premises: tuple[str, ...]
    relation: Relation
    target: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedWeakness:
    """A weakness that the editors know of and cannot mend, with their reason.

    `about` is the id of the record that the warning is about. It silences that one warning and
    no other, and readers are shown the reason.
    """

    warning: Weakness
    about: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All narratives on one subject, as they were written down.

    The order of each tuple is the author's and is kept: it is the order of the story, and a
    narrative's place in `narratives` gives it its colour and hatch.
    """

    id: str
    title: str
    summary: str = ""
    language: str = "en"
    licence: str = ""
    revised: PartialDate | None = None
    narratives: tuple[Narrative, ...] = ()
    issues: tuple[Issue, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    claims: tuple[Claim, ...] = ()
    stances: tuple[Stance, ...] = ()
    arguments: tuple[Argument, ...] = ()
    accepted: tuple[AcceptedWeakness, ...] = ()
