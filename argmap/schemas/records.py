"""Hold the schema of each kind of record that a claim file may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from marshmallow import ValidationError, pre_dump, validates_schema

from argmap.core.dates import PartialDate
from argmap.core.model import (
    AcceptedWeakness,
    Argument,
    Citation,
    Claim,
    Confidence,
    Event,
    Evidence,
    EvidenceKind,
    Issue,
    Level,
    Narrative,
    Relation,
    Role,
    Source,
    SourceKind,
    Stance,
    StanceKind,
    Weakness,
)
from argmap.schemas.fields import (
    MAX_CLAIM_CHARS,
    Choice,
    Date,
    Id,
    Json,
    Language,
    Line,
    PeriodField,
    Prose,
    Reference,
    Text,
    Url,
    YesNo,
)
from argmap.schemas.nesting import AccountTexts, ByNarrative, Listing, Nested
from argmap.schemas.record import RecordSchema


class HeaderSchema(RecordSchema):
    """The mapping `corpus`: what is said about the corpus as a whole."""

    makes = dict
    stand_ins: ClassVar[Mapping[str, Any]] = {"title": ""}

    title = Line(required=True)
    summary = Prose()
    language = Language(load_default="en")
    licence = Line()
    revised = Date()


class NarrativeSchema(RecordSchema):
    """An account, or an observer's voice beside the accounts."""

    makes = Narrative
    stand_ins: ClassVar[Mapping[str, Any]] = {"id": "", "name": "", "short": ""}

    id = Id()
    name = Line(required=True)
    short = Line(required=True)
    role = Choice(Role, load_default=Role.ACCOUNT)
    summary = Prose()
    strongest = Listing(Reference(), distinct=True)


class IssueSchema(RecordSchema):
    """A question that claims are lined up under."""

    makes = Issue
    stand_ins: ClassVar[Mapping[str, Any]] = {"id": "", "title": "", "question": ""}

    id = Id()
    title = Line(required=True)
    question = Line(required=True)
    period = PeriodField()
    introduction = Prose()
    accounts = AccountTexts()


class EventSchema(RecordSchema):
    """Something dated that the accounts tell of."""

    makes = Event
    stand_ins: ClassVar[Mapping[str, Any]] = {"id": "", "date": PartialDate(1), "title": ""}

    id = Id()
    date = Date(required=True)
    title = Line(required=True)
    issue = Reference(load_default="")
    names = AccountTexts()
    sources = Listing(Reference(), distinct=True)
    verified = YesNo(load_default=True)
    note = Prose()


class SourceSchema(RecordSchema):
    """A work that evidence comes from."""

    makes = Source
    stand_ins: ClassVar[Mapping[str, Any]] = {"id": "", "kind": SourceKind.OTHER, "title": ""}

    id = Id()
    kind = Choice(SourceKind, required=True)
    title = Line(required=True)
    title_translation = Line()
    authors = Listing(Line(required=True))
    date = Date()
    publisher = Line()
    reference = Line()
    url = Url()
    language = Language()
    verified = YesNo(load_default=True)
    note = Prose()


class CitationSchema(RecordSchema):
    """A place in a source."""

    makes = Citation

    source = Reference(required=True)
    locator = Line()


class CitationField(Nested):
    """A place in a source, or just the source."""

    stand_in = Citation(source="")

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Citation:
        if isinstance(value, str) and value:
            return Citation(source=value)
        return super()._deserialize(value)  # type: ignore[no-any-return]

    def _serialize(self, value: Any, *_: Any, **__: Any) -> Any:
        return super()._serialize(value) if value.locator else value.source

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        return {"anyOf": [{"$ref": "#/$defs/id"}, super().json_schema()]}


class EvidenceSchema(RecordSchema):
    """A located passage or fact."""

    makes = Evidence
    stand_ins: ClassVar[Mapping[str, Any]] = {
        "id": "",
        "kind": EvidenceKind.FACT,
        "text": "",
        "citations": (),
    }
    json_extra: ClassVar[Json] = {
        "if": {"properties": {"kind": {"const": "quotation"}}, "required": ["kind"]},
        "then": {"properties": {"confidence": False}},
    }

    id = Id()
    kind = Choice(EvidenceKind, required=True)
    text = Prose(required=True)
    speaker = Line()
    date = Date()
    citations = Listing(
        CitationField(CitationSchema(), "citation"), required=True, data_key="sources"
    )
    language = Language()
    wording = Line()
    original = Prose()
    translation = Prose()
    context = Prose()
    confidence = Choice(Confidence, load_default=None, allow_none=False)
    verified = YesNo(load_default=True)
    note = Prose()

    @validates_schema(skip_on_field_errors=False)
    def _confidence_is_for_facts(self, values: dict[str, Any], **_: Any) -> None:
        if values.get("kind") is EvidenceKind.QUOTATION and values.get("confidence"):
            message = "E215 A quotation has no confidence: it is verbatim, whatever it says."
            raise ValidationError({"confidence": [message]})


@dataclass(frozen=True, slots=True)
class Held:
    """What an account holds, where the account and the claim are known from the place."""

    stance: StanceKind
    how: str = ""


class HeldSchema(RecordSchema):
    """A stance written under its claim."""

    makes = Held

    stance = Choice(StanceKind, required=True)
    how = Prose()


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim as a file has it, its stances with it."""

    claim: Claim
    stances: Mapping[str, Held]


class ClaimSchema(RecordSchema):
    """A proposition, and what each account holds about it."""

    stand_ins: ClassVar[Mapping[str, Any]] = {"id": "", "issue": "", "text": ""}

    id = Id()
    issue = Reference(required=True)
    text = Text(MAX_CLAIM_CHARS, required=True)
    in_full = Text(MAX_CLAIM_CHARS)
    level = Choice(Level, load_default=Level.HEADLINE)
    period = PeriodField()
    findings = Listing(Reference(), distinct=True)
    note = Prose()
    stances = ByNarrative(Nested(HeldSchema(), "held"))

    def make(self, values: dict[str, Any]) -> ClaimRecord:
        """Build the claim, and keep its stances beside it."""
        stances = values.pop("stances")
        return ClaimRecord(Claim(**values), stances)

    @pre_dump
    def _flat(self, record: ClaimRecord, **_: Any) -> dict[str, Any]:
        return _shallow(record.claim) | {"stances": record.stances}


class StanceSchema(RecordSchema):
    """A stance written apart from its claim."""

    makes = Stance
    stand_ins: ClassVar[Mapping[str, Any]] = {
        "narrative": "",
        "claim": "",
        "stance": StanceKind.ASSERTS,
    }

    narrative = Reference(required=True)
    claim = Reference(required=True)
    stance = Choice(StanceKind, required=True)
    how = Prose()


TARGET_KEYS: Mapping[str, Relation] = {
    "supports": Relation.SUPPORT,
    "rebuts": Relation.REBUT,
    "undercuts": Relation.UNDERCUT,
    "qualifies": Relation.QUALIFY,
}
"""The field that names an argument's target, and what it makes of the argument."""


class ArgumentSchema(RecordSchema):
    """A step from premises to a target, named by one of four fields."""

    stand_ins: ClassVar[Mapping[str, Any]] = {"id": "", "by": (), "premises": ()}
    json_extra: ClassVar[Json] = {"oneOf": [{"required": [key]} for key in TARGET_KEYS]}

    id = Id()
    by = Listing(Reference(), single=True, distinct=True, required=True)
    premises = Listing(Reference(), single=True, distinct=True, required=True, data_key="from")
    supports = Reference()
    rebuts = Reference()
    undercuts = Reference()
    qualifies = Reference()
    because = Prose()

    def make(self, values: dict[str, Any]) -> Argument:
        """Build the argument; where several targets are named the first one counts."""
        targets = {key: values.pop(key) for key in TARGET_KEYS if isinstance(values.get(key), str)}
        values = {key: value for key, value in values.items() if key not in TARGET_KEYS}
        key, target = next(iter(targets.items()), ("supports", ""))
        return Argument(relation=TARGET_KEYS[key], target=target, **values)

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def _one_target(self, _values: dict[str, Any], original: Any, **_: Any) -> None:
        given = [key for key in original if key in TARGET_KEYS] if original else []
        choices = ", ".join(TARGET_KEYS)
        if not given:
            message = f"E211 The argument has no target: give one of {choices}."
            raise ValidationError({"supports": [message]})
        if len(given) > 1:
            message = f"E211 An argument has one target; {given[0]!r} names one already."
            raise ValidationError({given[1]: [message]})

    @pre_dump
    def _flat(self, argument: Argument, **_: Any) -> dict[str, Any]:
        key = next(key for key, value in TARGET_KEYS.items() if value is argument.relation)
        return _shallow(argument) | {key: argument.target}


class AcceptedSchema(RecordSchema):
    """A weakness that cannot be mended, and why."""

    makes = AcceptedWeakness
    stand_ins: ClassVar[Mapping[str, Any]] = {
        "warning": Weakness.UNUSED_SOURCE,
        "about": "",
        "because": "",
    }

    warning = Choice(Weakness, required=True)
    about = Reference(required=True)
    because = Prose(required=True)


SCHEMAS: Mapping[str, RecordSchema] = {
    "narratives": NarrativeSchema(),
    "issues": IssueSchema(),
    "events": EventSchema(),
    "sources": SourceSchema(),
    "evidence": EvidenceSchema(),
    "claims": ClaimSchema(),
    "stances": StanceSchema(),
    "arguments": ArgumentSchema(),
    "accepted": AcceptedSchema(),
}
"""The lists of a claim file, in canonical order, and the schema of their records."""

HEADER = HeaderSchema()


def _shallow(value: Any) -> dict[str, Any]:
    return {each.name: getattr(value, each.name) for each in fields(value)}
