"""Write the records of an order as JSON, for programs.

The document is one object. Every key below is always there, a missing value is null, an empty
text is "", and lists are in the corpus's order:

```
format        "argmap-selection"
version       1; a change that could break a reader makes it 2
corpus        id, title, summary, language, licence, revised
scope         kind ("corpus", "issue", "claim"), id (null for a corpus), depth (null: all)
compared      ids of the accounts that verdicts are about, in the order asked for
narratives    id, name, short, role, summary, strongest [id of a claim in the document]
issues        id, title, question, period, introduction, accounts {narrative: text}
events        id, date, title, issue, names {narrative: text}, sources [id], verified, note
claims        id, issue, text, in_full, level, period, findings [evidence id], note, verdict, group,
              stances {narrative: null for silence, or {stance, how}}
arguments     id, by [narrative], premises [id], relation, target (id), because
evidence      id, kind, text, speaker, date, language, wording, original, translation, context,
              confidence, verified, note, citations [{source, locator}]
sources       id, kind, title, title_translation, authors, date, publisher, reference, url,
              language, verified, note
```

Whatever an argument, a claim or a piece of evidence names is in the document. Dates are as
precise as the source gives them (`1990`, `1990-02`, `1990-02-09`), periods have the form of
claim files (`1990-1991`, `1990-02/1991-07`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from argmap.core.comparison import compare_claim
from argmap.core.dates import PartialDate, Period
from argmap.core.graph import ArgumentGraph
from argmap.core.model import AccountText, Claim, Corpus, Event, Issue, Narrative
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.part import part

VERSION = 1


def write(order: Order) -> bytes:
    """Write the records of an order as UTF-8 JSON, indented by two spaces.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    return as_bytes(document(order))


def as_bytes(content: object) -> bytes:
    """Serialise plain data the one way argmap does: UTF-8, indented, one line end at the end."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def document(order: Order) -> dict[str, Any]:
    """Give the document as plain data; see the module for its shape."""
    graph, chosen = order.graph, part(order)
    return {
        "format": "argmap-selection",
        "version": VERSION,
        "corpus": corpus_header(graph.corpus),
        "scope": {
            "kind": order.scope.value,
            "id": order.claim or order.issue or None,
            "depth": order.depth if order.scope is Scope.CLAIM else None,
        },
        "compared": list(chosen.accounts),
        "narratives": [_narrative(each, chosen.claims) for each in chosen.narratives],
        "issues": [_issue(each) for each in chosen.issues],
        "events": [_event(each) for each in chosen.events],
        "claims": [_claim(graph, each, chosen.accounts) for each in chosen.claims],
        "arguments": [plain(each) for each in chosen.arguments],
        "evidence": [plain(each) for each in chosen.evidence],
        "sources": [plain(each) for each in chosen.sources],
    }


def corpus_header(corpus: Corpus) -> dict[str, Any]:
    """Give the fields of a corpus that are not lists of records."""
    names = ("id", "title", "summary", "language", "licence", "revised")
    return {name: plain(getattr(corpus, name)) for name in names}


def _narrative(narrative: Narrative, claims: tuple[Claim, ...]) -> dict[str, Any]:
    there = {claim.id for claim in claims}
    return _fields(narrative) | {"strongest": [id for id in narrative.strongest if id in there]}


def _issue(issue: Issue) -> dict[str, Any]:
    return _fields(issue) | {"accounts": _by_account(issue.accounts)}


def _event(event: Event) -> dict[str, Any]:
    return _fields(event) | {"issue": event.issue or None, "names": _by_account(event.names)}


def _claim(graph: ArgumentGraph, claim: Claim, accounts: tuple[str, ...]) -> dict[str, Any]:
    row = compare_claim(graph, claim.id, accounts)
    held = {account: graph.stance(account, claim.id) for account in accounts}
    stances = {
        account: {"stance": stance.stance.value, "how": stance.how} if stance else None
        for account, stance in held.items()
    }
    verdict = {"verdict": row.verdict.value, "group": row.group.value}
    return _fields(claim) | verdict | {"stances": stances}


def _by_account(texts: Iterable[AccountText]) -> dict[str, str]:
    return {each.narrative: each.text for each in texts}


def plain(value: Any) -> Any:
    """Turn a core value into what JSON can hold, field by field; enums and dates are texts."""
    if isinstance(value, PartialDate | Period):
        return str(value)
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value


def _fields(record: Any) -> dict[str, Any]:
    return {field.name: plain(getattr(record, field.name)) for field in fields(record)}


FORMAT = Format(
    name="json",
    title="Data (JSON)",
    suffix="json",
    media_type="application/json",
    scopes=frozenset(Scope),
    write=write,
    purpose="Claims, stances, arguments, evidence and sources for programs.",
    family=Family.DATA,
)
