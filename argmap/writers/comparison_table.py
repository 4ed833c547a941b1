"""Write the comparison of accounts, a line a claim, as a table or as data.

The JSON document is one object; every key is always there and lists are in the corpus's order:

```
format         "argmap-comparison"
version        1; a change that could break a reader makes it 2
corpus         id, title, summary, language, licence, revised
issue          id of the issue compared, or null for the whole corpus
narratives     [{id, name, short}], in the order asked for
claims         [{id, issue, text, in_full, period, stances, verdict, group, sentence}]; `stances`
               has a stance or null (silence) for each account, in the same order
summary        claims, told, addressed, verdicts {verdict: count}, groups {group: count}
by_issue       {issue id: summary}
by_period      [{period (null: undated), summary}], earliest first
replies        {narrative: {counts {level: count}, objections [{argument, level, replies}]}}
opposite_ends  [{evidence, uses [{narrative, argument, claim, favours}]}]
```

Each claim is in exactly one class. Swapping the accounts swaps the stances and nothing else.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from argmap.core import wording
from argmap.core.citing.text import roman
from argmap.core.comparison import (
    Comparison,
    Summary,
    by_issue,
    by_period,
    compare,
    opposite_ends,
    summarise,
)
from argmap.core.graph import ArgumentGraph
from argmap.core.replies import Ledger, ledger
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.part import part
from argmap.writers.seen import Table
from argmap.writers.selection_json import corpus_header, plain

VERSION = 1
# The columns that a corpus has written; all else is in the language of the table.
_THEIRS, _OURS = ("text", "in_full"), "en"
# A spreadsheet takes a cell that begins with one of these for a formula and runs it.
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(order: Order) -> bytes:
    """Write the claims of an order and where the accounts stand, for a spreadsheet.

    UTF-8 with a byte order mark, since without one Excel reads Cyrillic as noise; lines end
    as RFC 4180 has it. A text that a spreadsheet would run as a formula gets an apostrophe.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    return b"\xef\xbb\xbf" + as_csv(order.graph, ordered(order)).encode()


def seen(content: bytes) -> Table:
    """Read the table back, as a spreadsheet does."""
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return Table(
        head=tuple(roman(name, _OURS) for name in head),
        rows=tuple(
            tuple(
                roman(cell, "" if name in _THEIRS else _OURS)
                for name, cell in zip(head, row, strict=True)
            )
            for row in rows
        ),
    )


def ordered(order: Order) -> Comparison:
    """Compare the accounts on the claims that an order asks for."""
    chosen = part(order)
    ids = {claim.id for claim in chosen.claims}
    if order.scope is Scope.ISSUE:
        ids = {claim.id for claim in order.graph.claims_of(order.issue)}
    whole = compare(order.graph, chosen.accounts)
    rows = tuple(row for row in whole.rows if row.claim.id in ids)
    return Comparison(narratives=whole.narratives, rows=rows)


def as_csv(graph: ArgumentGraph, comparison: Comparison) -> str:
    """Give the comparison as comma-separated values, with a line of headings.

    Columns: claim, issue, period, text, one for each account named by its id, verdict, group,
    sentence, in_full. Silence is an empty cell, and so is a claim in full that has no other text.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(
        [
            *("claim", "issue", "period", "text"),
            *comparison.narratives,
            *("verdict", "group", "sentence", "in_full"),
        ]
    )
    for row in comparison.rows:
        claim = row.claim
        stances = [stance.value if stance else "" for stance in row.stances]
        sentence = wording.verdict_sentence(graph, comparison, row)
        cells = [claim.id, claim.issue, str(claim.period or ""), claim.text, *stances]
        cells += [row.verdict.value, row.group.value, sentence, claim.in_full]
        writer.writerow(map(_harmless, cells))
    return table.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def as_document(graph: ArgumentGraph, comparison: Comparison, issue: str = "") -> dict[str, Any]:
    """Give the comparison as plain data; see the module for its shape.

    Args:
        graph: The corpus compared.
        comparison: The rows.
        issue: The issue that was compared; empty for the whole corpus.
    """
    accounts = [graph.narrative(id) for id in comparison.narratives]
    claims = None if not issue else [row.claim.id for row in comparison.rows]
    ledgers = [ledger(graph, account.id, claims=claims) for account in accounts]
    shared = opposite_ends(graph, comparison.narratives, issue=issue or None)
    return {
        "format": "argmap-comparison",
        "version": VERSION,
        "corpus": corpus_header(graph.corpus),
        "issue": issue or None,
        "narratives": [{"id": a.id, "name": a.name, "short": a.short} for a in accounts],
        "claims": _claims(graph, comparison),
        "summary": _summary(summarise(comparison.rows)),
        "by_issue": {id: _summary(each) for id, each in by_issue(comparison).items()},
        "by_period": [
            {"period": plain(period), "summary": _summary(each)}
            for period, each in by_period(comparison).items()
        ],
        "replies": {each.narrative: _replies(each) for each in ledgers},
        "opposite_ends": [plain(each) for each in shared],
    }


def _claims(graph: ArgumentGraph, comparison: Comparison) -> list[dict[str, Any]]:
    return [
        {
            "id": row.claim.id,
            "issue": row.claim.issue,
            "text": row.claim.text,
            "in_full": row.claim.in_full,
            "period": plain(row.claim.period),
            "stances": dict(zip(comparison.narratives, row.stances, strict=True)),
            "verdict": row.verdict.value,
            "group": row.group.value,
            "sentence": wording.verdict_sentence(graph, comparison, row),
        }
        for row in comparison.rows
    ]


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "claims": summary.claims,
        "told": summary.told,
        "addressed": summary.addressed,
        "verdicts": {verdict.value: count for verdict, count in summary.verdicts.items()},
        "groups": {group.value: count for group, count in summary.groups.items()},
    }


def _replies(replies: Ledger) -> dict[str, Any]:
    return {
        "counts": {level.value: count for level, count in replies.counts.items()},
        "objections": [
            {
                "argument": objection.argument.id,
                "level": objection.level.value,
                "replies": [reply.id for reply in objection.replies],
            }
            for objection in replies.objections
        ],
    }


def as_text(graph: ArgumentGraph, comparison: Comparison, issue: str = "") -> str:
    """Give the comparison as words to read: the sum first, then each claim under its issue."""
    lines = [wording.summary_sentence(comparison.summary, len(comparison.narratives))]
    last = ""
    for row in comparison.rows:
        if row.claim.issue != last:
            last = row.claim.issue
            lines += ["", graph.issue(last).question]
        mark = wording.MARK[row.group]
        sentence = wording.verdict_sentence(graph, comparison, row)
        lines += [f"  {mark} {row.claim.text} [{row.claim.id}]", f"      {sentence}"]
        if row.claim.in_full:
            lines.append(f"      {wording.in_full()}: {' '.join(row.claim.in_full.split())}")
    claims = None if not issue else [row.claim.id for row in comparison.rows]
    ledgers = [ledger(graph, id, claims=claims) for id in comparison.narratives]
    lines += ["", *(wording.ledger_sentence(graph, each) for each in ledgers)]
    return "\n".join(lines) + "\n"


FORMAT = Format(
    name="csv",
    title="Comparison for a spreadsheet (CSV)",
    suffix="csv",
    media_type="text/csv; charset=utf-8",
    scopes=frozenset(Scope),
    write=write_csv,
    purpose="What each account holds on each claim, a row a claim, to sort and count.",
    family=Family.DATA,
    seen=seen,
)
