"""Gather what the scripts of an edition know: what can be found, and how accounts compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from argmap.core import wording
from argmap.core.comparison import Comparison, Verdict, compare
from argmap.core.graph import ArgumentGraph
from argmap.storage.indexing import Entry, entries
from argmap.storage.words import stem, words
from argmap.web.badges import badge, mark

MOST_COMPARED = 6
"""So many accounts are compared in every choice of them; of more, each two and all."""

MOST_TEXT_CHARS = 400

# What words end in beyond their stems, for words that the corpus itself does not have. A script
# takes these off one after the other, the shortest first, until a stem of the corpus is left.
ENDINGS = tuple(
    """
    s es ed d ing ings er ers or ors ly y e al ally ion ions ation ations ational ment ments ity
    ities ive ively ance ances ence ences ies ied able ness ful ism ist ists ize ized ise ised
    а я о е и ы у ю ь й ом ем ой ей ою ею ам ям ами ями ах ях ов ев ый ий ая яя ое ее ые ие ого его
    ому ему ым им ую юю ых их ыми ими ия ии ию ией ием иям иями иях ть л ла ло ли ет ут ют ит ат ят
    ешь ишь ся сь ться лся лась лось лись ется ются ится ания ание анию анием ений ение ения ению
    ением ость ости остью остей ский ская ское ские ского ской скому скую ским скими ских
    """.split()
)
_PAGE_OF = {"claim": "claims", "quotation": "evidence", "fact": "evidence", "source": "sources",
            "issue": "issues", "narrative": "accounts"}  # fmt: skip
# How much finding a word weighs by where it is found: its text, its names, the rest, around it.
_WEIGHTS = (3, 2, 1, 0)


def facts(graph: ArgumentGraph, paths: set[str], issue: str = "") -> Mapping[str, Any]:
    """Give the facts for an edition.

    Args:
        graph: The corpus.
        paths: The paths of the edition's pages; only what has one is found.
        issue: The issue that the edition is about; empty for the whole corpus.

    Returns:
        Plain data: what is found, how accounts compare, and the words that scripts write.
    """
    return {
        "search": _search(graph, paths),
        "compare": _comparisons(graph, issue),
        "words": dict(wording.STILL),
    }


def _search(graph: ArgumentGraph, paths: set[str]) -> Mapping[str, Any]:
    docs: list[list[str]] = []
    found: dict[str, dict[int, int]] = defaultdict(dict)
    forms: set[str] = set()
    for entry in entries(graph):
        path, anchor = _place(graph, entry)
        if path not in paths:
            continue
        parts = (entry.text, entry.names, entry.more, entry.around)
        for weight, part in zip(_WEIGHTS, parts, strict=True):
            for _, _, word in words(part):
                forms.add(word)
                seen = found[stem(word)]
                seen[len(docs)] = max(seen.get(len(docs), 0), weight)
        docs.append([entry.kind, path, anchor, _short(entry.text), _note(graph, entry)])
    stems = {
        each: [number * len(_WEIGHTS) + weight for number, weight in sorted(seen.items())]
        for each, seen in sorted(found.items())
    }
    odd = {form: stem(form) for form in sorted(forms) if known_stem(form, stems) != stem(form)}
    kinds = {entry[0]: wording.RECORD[entry[0]] for entry in docs}
    return {"docs": docs, "stems": stems, "forms": odd, "endings": ENDINGS, "kinds": kinds}


def known_stem(word: str, stems: Iterable[str]) -> str:
    """Find the stem of a word among those of the corpus, as the script of an edition does.

    Endings are taken off, the shortest first; English stems may have lost an "e" or end in "i"
    for "y".

    Returns:
        The stem, or an empty text where none fits.
    """
    known = stems if isinstance(stems, Mapping) else set(stems)
    if word in known:
        return word
    for size in range(7):
        base, ending = word[: len(word) - size], word[len(word) - size :]
        if len(base) < 3:
            break
        if size and ending not in _ENDINGS:
            continue
        for each in (base, f"{base}e", f"{base}i"):
            if each in known:
                return each
    return ""


_ENDINGS = frozenset(ENDINGS)


def _place(graph: ArgumentGraph, entry: Entry) -> tuple[str, str]:
    """Say on which page of an edition a record stands, and at which anchor there."""
    if entry.kind == "event":
        event = graph.events[entry.id]
        return (f"issues/{event.issue}", f"#event-{event.id}") if event.issue else ("timeline", "")
    if entry.kind == "sentence":
        narrative, kind, about = (*entry.id.split("/"), "", "")[:3]
        return f"{_PAGE_OF[kind or 'narrative']}/{about or narrative}", ""
    return f"{_PAGE_OF[entry.kind]}/{entry.id}", ""


def _note(graph: ArgumentGraph, entry: Entry) -> str:
    if entry.kind in ("quotation", "fact"):
        return wording.attribution(graph, graph.item(entry.id))
    if entry.kind == "claim":
        return graph.issue(graph.claim(entry.id).issue).title
    if entry.kind == "sentence":
        return badge(graph, entry.id.partition("/")[0]).name
    return ""


def _short(text: str) -> str:
    return text if len(text) <= MOST_TEXT_CHARS else f"{text[:MOST_TEXT_CHARS].rstrip()}…"


def _comparisons(graph: ArgumentGraph, issue: str) -> Mapping[str, Any]:
    """Compare every choice of two or more accounts, so that scripts only have to look it up."""
    accounts = graph.choose_accounts()
    few = len(accounts) <= MOST_COMPARED
    sizes = range(2, len(accounts) + 1) if few else (2, len(accounts))
    return {
        "accounts": [[id, badge(graph, id).name] for id in accounts],
        "groups": [[str(group), word] for group, word in wording.GROUP.items()],
        "verdicts": {str(each): wording.VERDICT[each] for each in Verdict},
        "issues": [[id, graph.issue(id).title] for id in ([issue] if issue else graph.issues)],
        "choices": {
            ",".join(chosen): _compared(graph, compare(graph, chosen, issue=issue or None))
            for size in sizes
            for chosen in combinations(accounts, size)
        },
    }


def _compared(graph: ArgumentGraph, comparison: Comparison) -> Mapping[str, Any]:
    return {
        "sentence": wording.summary_sentence(comparison.summary, len(comparison.narratives)),
        "claims": {
            row.claim.id: [
                str(mark(row).group),
                str(row.verdict),
                wording.verdict_sentence(graph, comparison, row),
            ]
            for row in comparison.rows
        },
    }
