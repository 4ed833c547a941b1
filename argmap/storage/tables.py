"""Lay out the tables: one for each core type, one for each tuple inside it.

Every key begins with the corpus, so a corpus is written and read by itself. `position` keeps
the author's order. Columns have the names of the core fields; dates and periods are kept as
ISO 8601 text, at their precision, and words of a fixed list as plain text.
"""

# This file goes without `from __future__ import annotations`: SQLModel reads the annotations.

from sqlalchemy import ForeignKeyConstraint, MetaData, text
from sqlmodel import Field, SQLModel

from argmap.storage.layout import NAMING_CONVENTION

_NOTHING = text("''")
metadata = MetaData(naming_convention=NAMING_CONVENTION)


def _refers(columns: str, table: str) -> ForeignKeyConstraint:
    names = columns.split()
    return ForeignKeyConstraint(names, [f"{table}.corpus_id", f"{table}.id"][-len(names) :])


class Row(SQLModel):
    """Base of every row, with argmap's own metadata and not the one of the whole process."""

    metadata = metadata


class CorpusRow(Row, table=True):
    """A corpus; `revision` names its content, see `revision.revision_of`."""

    __tablename__ = "corpus"

    id: str = Field(primary_key=True)
    title: str
    summary: str
    language: str
    licence: str
    revised: str | None
    revision: str


class NarrativeRow(Row, table=True):
    """An account, or an observer's voice."""

    __tablename__ = "narrative"
    __table_args__ = (_refers("corpus_id", "corpus"),)

    corpus_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    name: str
    short: str
    role: str
    summary: str


class IssueRow(Row, table=True):
    """A question that claims are lined up under."""

    __tablename__ = "issue"
    __table_args__ = (_refers("corpus_id", "corpus"),)

    corpus_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    title: str
    question: str
    period: str | None
    introduction: str


class IssueAccountRow(Row, table=True):
    """An account's answer to an issue."""

    __tablename__ = "issue_account"
    __table_args__ = (
        _refers("corpus_id issue", "issue"),
        _refers("corpus_id narrative", "narrative"),
    )

    corpus_id: str = Field(primary_key=True)
    issue: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    narrative: str
    text: str


class SourceRow(Row, table=True):
    """A work that evidence comes from."""

    __tablename__ = "source"
    __table_args__ = (_refers("corpus_id", "corpus"),)

    corpus_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    kind: str
    title: str
    title_translation: str
    date: str | None
    publisher: str
    reference: str
    url: str
    language: str
    verified: bool
    note: str


class AuthorRow(Row, table=True):
    """One of the authors of a source."""

    __tablename__ = "author"
    __table_args__ = (_refers("corpus_id source", "source"),)

    corpus_id: str = Field(primary_key=True)
    source: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    name: str


class EventRow(Row, table=True):
    """Something dated; `issue` is NULL where it belongs to none."""

    __tablename__ = "event"
    __table_args__ = (_refers("corpus_id", "corpus"), _refers("corpus_id issue", "issue"))

    corpus_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    date: str
    title: str
    issue: str | None
    verified: bool
    note: str


class EventNameRow(Row, table=True):
    """An account's own name for an event."""

    __tablename__ = "event_name"
    __table_args__ = (
        _refers("corpus_id event", "event"),
        _refers("corpus_id narrative", "narrative"),
    )

    corpus_id: str = Field(primary_key=True)
    event: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    narrative: str
    text: str


class EventSourceRow(Row, table=True):
    """A source that an event is known from."""

    __tablename__ = "event_source"
    __table_args__ = (_refers("corpus_id event", "event"), _refers("corpus_id source", "source"))

    corpus_id: str = Field(primary_key=True)
    event: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    source: str


class ReferentRow(Row, table=True):
    """Whatever an argument may name: a claim, a piece of evidence, another argument.

    The three share one set of ids; this table holds them to it, and lets a premise or a target
    be a foreign key like any other.
    """

    __tablename__ = "referent"
    __table_args__ = (_refers("corpus_id", "corpus"),)

    corpus_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    kind: str


class EvidenceRow(Row, table=True):
    """A located passage or fact."""

    __tablename__ = "evidence"
    __table_args__ = (_refers("corpus_id id", "referent"),)

    corpus_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    kind: str
    text: str
    speaker: str
    date: str | None
    language: str
    wording: str
    original: str
    translation: str
    context: str
    confidence: str | None
    verified: bool
    note: str


class CitationRow(Row, table=True):
    """The place in a source where evidence stands."""

    __tablename__ = "citation"
    __table_args__ = (
        _refers("corpus_id evidence", "evidence"),
        _refers("corpus_id source", "source"),
    )

    corpus_id: str = Field(primary_key=True)
    evidence: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    source: str
    locator: str


class ClaimRow(Row, table=True):
    """A proposition that accounts take a stance on."""

    __tablename__ = "claim"
    __table_args__ = (_refers("corpus_id id", "referent"), _refers("corpus_id issue", "issue"))

    corpus_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    issue: str
    text: str
    # Came later: a column is added to a table that has rows only with a value for them.
    in_full: str = Field(sa_column_kwargs={"server_default": _NOTHING})
    level: str
    period: str | None
    note: str


class StrongestRow(Row, table=True):
    """A claim that an account rests its case on."""

    __tablename__ = "strongest"
    __table_args__ = (
        _refers("corpus_id narrative", "narrative"),
        _refers("corpus_id claim", "claim"),
    )

    corpus_id: str = Field(primary_key=True)
    narrative: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    claim: str


class FindingRow(Row, table=True):
    """Evidence in which a claim was ruled on."""

    __tablename__ = "finding"
    __table_args__ = (
        _refers("corpus_id claim", "claim"),
        _refers("corpus_id evidence", "evidence"),
    )

    corpus_id: str = Field(primary_key=True)
    claim: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    evidence: str


class StanceRow(Row, table=True):
    """What one account holds about one claim."""

    __tablename__ = "stance"
    __table_args__ = (
        _refers("corpus_id narrative", "narrative"),
        _refers("corpus_id claim", "claim"),
    )

    corpus_id: str = Field(primary_key=True)
    narrative: str = Field(primary_key=True)
    claim: str = Field(primary_key=True)
    position: int
    stance: str
    how: str


class ArgumentRow(Row, table=True):
    """A step from premises to a target."""

    __tablename__ = "argument"
    __table_args__ = (_refers("corpus_id id", "referent"), _refers("corpus_id target", "referent"))

    corpus_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    relation: str
    target: str
    because: str


class VoiceRow(Row, table=True):
    """A narrative that puts an argument forward."""

    __tablename__ = "voice"
    __table_args__ = (
        _refers("corpus_id argument", "argument"),
        _refers("corpus_id narrative", "narrative"),
    )

    corpus_id: str = Field(primary_key=True)
    argument: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    narrative: str


class PremiseRow(Row, table=True):
    """A claim or piece of evidence that an argument starts from."""

    __tablename__ = "premise"
    __table_args__ = (
        _refers("corpus_id argument", "argument"),
        _refers("corpus_id premise", "referent"),
    )

    corpus_id: str = Field(primary_key=True)
    argument: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    premise: str


class AcceptedRow(Row, table=True):
    """A weakness that the corpus accepts; `about` is the id of a record of any kind."""

    __tablename__ = "accepted"
    __table_args__ = (_refers("corpus_id", "corpus"),)

    corpus_id: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    warning: str
    about: str
    because: str


# Each after those it refers to: the order in which rows are written, and unwritten backwards.
IN_ORDER: tuple[type[Row], ...] = (
    CorpusRow,
    NarrativeRow,
    IssueRow,
    IssueAccountRow,
    SourceRow,
    AuthorRow,
    EventRow,
    EventNameRow,
    EventSourceRow,
    ReferentRow,
    EvidenceRow,
    CitationRow,
    ClaimRow,
    StrongestRow,
    FindingRow,
    StanceRow,
    ArgumentRow,
    VoiceRow,
    PremiseRow,
    AcceptedRow,
)
