"""Build small corpora that hold together, in as few words as a test needs.

Two accounts, `left` and `right`, one issue `question` and one source `record` are there unless
a test brings its own.
"""

from __future__ import annotations

from typing import Any

from argmap.core.dates import PartialDate, Period
from argmap.core.model import (
    Argument,
    Citation,
    Claim,
    Confidence,
    Corpus,
    Event,
    Evidence,
    EvidenceKind,
    Issue,
    Narrative,
    Relation,
    Role,
    Source,
    SourceKind,
    Stance,
    StanceKind,
)


def narrative(id: str, **more: Any) -> Narrative:
    return Narrative(id=id, name=f"{id.title()} account", short=id.title(), **more)


def observer(id: str, **more: Any) -> Narrative:
    return narrative(id, role=Role.OBSERVER, **more)


def issue(id: str = "question", *, period: str = "", **more: Any) -> Issue:
    return Issue(
        id=id,
        title=f"Issue {id}",
        question=f"What of {id}?",
        period=Period.parse(period) if period else None,
        **more,
    )


def event(id: str, date: str = "1990-02-09", **more: Any) -> Event:
    return Event(id=id, date=PartialDate.parse(date), title=f"Event {id}", **more)


def source(id: str = "record", **more: Any) -> Source:
    values: dict[str, Any] = {"kind": SourceKind.OTHER, "title": f"Source {id}"}
    return Source(id=id, **(values | more))


def quotation(id: str, source: str = "record", **more: Any) -> Evidence:
    values: dict[str, Any] = {
        "text": f"Words of {id}",
        "speaker": "A speaker",
        "date": PartialDate(1990, 2, 9),
        "citations": (Citation(source=source),),
    }
    return Evidence(id=id, kind=EvidenceKind.QUOTATION, **(values | more))


def fact(id: str, source: str = "record", **more: Any) -> Evidence:
    values: dict[str, Any] = {
        "text": f"Fact {id}",
        "confidence": Confidence.DOCUMENTED,
        "citations": (Citation(source=source),),
    }
    return Evidence(id=id, kind=EvidenceKind.FACT, **(values | more))


def claim(id: str, *, issue: str = "question", period: str = "", **more: Any) -> Claim:
    values: dict[str, Any] = {"text": f"Claim {id}"}
    if period:
        values["period"] = Period.parse(period)
    return Claim(id=id, issue=issue, **(values | more))


def stance(narrative: str, claim: str, kind: str = "asserts", how: str = "") -> Stance:
    return Stance(narrative=narrative, claim=claim, stance=StanceKind(kind), how=how)


def argument(
    id: str,
    premises: str | tuple[str, ...],
    relation: Relation,
    target: str,
    *,
    by: str | tuple[str, ...] = "left",
    because: str = "So it follows.",
) -> Argument:
    return Argument(
        id=id,
        by=(by,) if isinstance(by, str) else by,
        premises=(premises,) if isinstance(premises, str) else premises,
        relation=relation,
        target=target,
        because=because,
    )


def support(id: str, premises: str | tuple[str, ...], target: str, **more: Any) -> Argument:
    return argument(id, premises, Relation.SUPPORT, target, **more)


def rebut(id: str, premises: str | tuple[str, ...], target: str, **more: Any) -> Argument:
    return argument(id, premises, Relation.REBUT, target, **more)


def undercut(id: str, premises: str | tuple[str, ...], target: str, **more: Any) -> Argument:
    return argument(id, premises, Relation.UNDERCUT, target, **more)


def qualify(id: str, premises: str | tuple[str, ...], target: str, **more: Any) -> Argument:
    return argument(id, premises, Relation.QUALIFY, target, **more)


def corpus(id: str = "small", **lists: Any) -> Corpus:
    """Build a corpus; any list may be given, and `stances` end in the order files give them."""
    values: dict[str, Any] = {
        "title": f"Corpus {id}",
        "narratives": (narrative("left"), narrative("right")),
        "issues": (issue(),),
        "sources": (source(),),
    }
    values |= {name: tuple(v) if isinstance(v, list) else v for name, v in lists.items()}
    claims = [each.id for each in values.get("claims", ())]
    accounts = [each.id for each in values["narratives"]]
    if all(s.claim in claims and s.narrative in accounts for s in values.get("stances", ())):
        values["stances"] = tuple(
            sorted(
                values.get("stances", ()),
                key=lambda s: (claims.index(s.claim), accounts.index(s.narrative)),
            )
        )
    return Corpus(id=id, **values)
