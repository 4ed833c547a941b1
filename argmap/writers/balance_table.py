"""Write how much each account brings to each issue, as a table or as data.

The JSON document is one object; lists are in the corpus's order:

```
format    "argmap-balance"
version   1; a change that could break a reader makes it 2
corpus    id, title, summary, language, licence, revised
counts    issues, claims, evidence, sources, arguments, events
issues    [{issue, claims, accounts}]
whole     accounts
accounts  {narrative: {claims, evidence, primary_sources, arguments, objections,
          replies {level: count}, depth}}
```

`core.balance` says what is counted.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from argmap.core.balance import Balance, Share, balance
from argmap.core.graph import ArgumentGraph
from argmap.writers.selection_json import corpus_header

VERSION = 1
WHOLE = "(whole corpus)"

_COLUMNS = (
    "claims",
    "evidence",
    "primary_sources",
    "arguments",
    "objections",
    "answered",
    "unanswered",
    "depth",
)
_HEADINGS = (
    "Claims",
    "Evidence",
    "Primary sources",
    "Arguments",
    "Objections",
    "Answered",
    "Unanswered",
    "Depth",
)


def counts(graph: ArgumentGraph) -> dict[str, int]:
    """Count the records of a corpus by kind."""
    corpus = graph.corpus
    return {
        "issues": len(corpus.issues),
        "claims": len(corpus.claims),
        "evidence": len(corpus.evidence),
        "sources": len(corpus.sources),
        "arguments": len(corpus.arguments),
        "events": len(corpus.events),
    }


def as_text(graph: ArgumentGraph) -> str:
    """Give the balance as a table to read, a line for each account in each issue."""
    rows: list[tuple[str, ...]] = [("Issue", "Account", *_HEADINGS)]
    rows += [(issue, account, *map(str, cells)) for issue, account, cells in _rows(balance(graph))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    told = counts(graph)
    lines = [
        graph.corpus.title,
        f"{told['issues']} issues, {told['claims']} claims, {told['evidence']} pieces of evidence, "
        f"{told['sources']} sources, {told['arguments']} arguments, {told['events']} events",
        "",
        *_lines(rows, widths),
        "",
        "Claims on which the account takes a stance. Evidence and arguments that it puts forward.",
        "Primary sources come from those who took part, or from the time. Objections that it",
        "faces; answered counts those met in any way. Depth: how far down it replies.",
    ]
    return "\n".join(lines) + "\n"


def _lines(rows: Iterable[tuple[str, ...]], widths: list[int]) -> Iterator[str]:
    last = ""
    for issue, account, *numbers in rows:
        shown = "" if issue == last else issue
        last = issue
        cells = [shown.ljust(widths[0]), account.ljust(widths[1])]
        cells += [cell.rjust(width) for cell, width in zip(numbers, widths[2:], strict=True)]
        yield "  ".join(cells).rstrip()


def as_csv(graph: ArgumentGraph) -> str:
    """Give the balance as comma-separated values, with a line of headings.

    The rows of the whole corpus have an empty issue.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(["issue", "account", *_COLUMNS])
    for issue, account, cells in _rows(balance(graph)):
        writer.writerow(["" if issue == WHOLE else issue, account, *cells])
    return table.getvalue()


def as_document(graph: ArgumentGraph) -> dict[str, Any]:
    """Give the balance as plain data; see the module for its shape."""
    found = balance(graph)
    return {
        "format": "argmap-balance",
        "version": VERSION,
        "corpus": corpus_header(graph.corpus),
        "counts": counts(graph),
        "issues": [
            {"issue": each.issue, "claims": each.claims, "accounts": _accounts(each.shares)}
            for each in found.issues
        ],
        "whole": _accounts(found.whole),
    }


def _accounts(shares: Iterable[Share]) -> dict[str, Any]:
    return {
        share.narrative: {
            "claims": share.claims,
            "evidence": share.evidence,
            "primary_sources": share.primary_sources,
            "arguments": share.arguments,
            "objections": share.objections,
            "replies": {level.value: count for level, count in share.replies.items()},
            "depth": share.depth,
        }
        for share in shares
    }


def _rows(found: Balance) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    for each in found.issues:
        yield from ((each.issue, share.narrative, _cells(share)) for share in each.shares)
    yield from ((WHOLE, share.narrative, _cells(share)) for share in found.whole)


def _cells(share: Share) -> tuple[int, ...]:
    return (
        share.claims,
        share.evidence,
        share.primary_sources,
        share.arguments,
        share.objections,
        share.objections - share.unanswered,
        share.unanswered,
        share.depth,
    )
