"""Name accounts and observers inside a sentence, and join words as a sentence does."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.core.graph import ArgumentGraph
from argmap.core.language import Words, n, t
from argmap.core.model import Narrative, Role

_JOINED = Words(
    {
        "and": "{first} and {last}",
        "or": "{first} or {last}",
        "while": "{first} while {last}",
    }
)
_ALL_OF = Words(
    {
        1: "The one account",
        2: "Both accounts",
        3: "All three accounts",
        4: "All four accounts",
    }
)


def voice(narrative: Narrative) -> str:
    """Name a narrative as it stands inside a sentence: "the Port account"."""
    if narrative.role is Role.OBSERVER or narrative.name.lower().startswith("the "):
        return narrative.name
    return t("the {narrative}", narrative=narrative.name)


def voices(graph: ArgumentGraph, ids: Iterable[str]) -> str:
    """Name several narratives inside a sentence, in the order given."""
    return listed(voice(graph.narrative(id)) for id in ids)


def side_by_side(graph: ArgumentGraph, narratives: Iterable[str], issue: str = "") -> str:
    """Name a comparison: "The Port account and the Society account side by side: ..."."""
    who = voices(graph, narratives)
    if not issue:
        return capital(t("{accounts} side by side", accounts=who))
    title = graph.issue(issue).title
    return capital(t("{accounts} side by side: {issue}", accounts=who, issue=title))


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c".

    Args:
        words: What to join.
        joint: How the last is joined, "and", "or" or "while".
    """
    *first, last = list(words) or [""]
    if not first:
        return last
    return _JOINED[joint].format(first=", ".join(first), last=last)


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Begin with a capital letter and end with a stop, if it ends with a word."""
    text = capital(text)
    return text if text.endswith((".", "?", "!", "…", "”")) else f"{text}."


def ended(text: str) -> str:
    """End with a stop, if there is none."""
    return text if text.endswith(".") else f"{text}."


def all_of(count: int) -> str:
    """Name all accounts compared: "Both accounts", "All three accounts"."""
    if count in _ALL_OF:
        return _ALL_OF[count]
    return n("All {count} account", "All {count} accounts", count)


def used_by_all(accounts: int) -> str:
    """Name the use of a work by every account: "both accounts"."""
    whose = all_of(accounts)
    return whose[:1].lower() + whose[1:]
