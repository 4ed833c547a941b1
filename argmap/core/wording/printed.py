"""Hold the standing words of what is handed out on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.core.language import Counts, Words, t
from argmap.core.model import Relation
from argmap.core.wording.voices import listed

HANDOUT = Words(
    {
        "answers": "The accounts in their own words",
        "diagram": "The comparison as a diagram",
        "tree": "The arguments as a diagram",
        "continued": "continued",
        "claims": "The claims, and where the accounts stand",
        "evidence": "From the documents",
        "shown": "{shown} of {all} documents are shown, as the accounts use them most.",
        "events": "Events",
        "bibliography": "Bibliography",
        "original": "In the original",
        "translation": "In translation",
        "neutral": "This describes what the accounts hold and does not say who is right.",
        "page": "Page {} of {}",
    },
    context="handout",
)
"""Headings and standing words of a handout."""
BLANKED_MAP = Words(
    {
        "title": "Map to fill in",
        "key-title": "Map to fill in: key",
        "task": "Which claim or document belongs in which empty box? (Version {seed})",
        "key": "What was left out. (Version {seed})",
        "answers": "What belongs in the boxes",
        "bank": "To choose from",
        "alternative": "A map of the arguments; {count} of its boxes are empty and numbered.",
    },
    context="map to fill in",
)
"""Standing words of a map with blanks and of its key."""
CONTINUES = {
    "page": Words(
        {
            "on": "continues on {places}",
            "back": "continues from {places}",
            "box": "page {page}, box {boxes}",
            "boxes": "page {page}, boxes {boxes}",
            "area": "page {page}",
            "overview": "The whole map in small. What is framed stands at reading size on the "
            "page that the dark label names; the boxes bear their numbers.",
            "reading": "Page {page}: boxes {boxes}.",
            "reading-one": "Page {page}: box {boxes}.",
        },
        context="map on paper",
    ),
    "part": Words(
        {
            "on": "continues in {places}",
            "back": "continues from {places}",
            "box": "part {page}, box {boxes}",
            "boxes": "part {page}, boxes {boxes}",
            "area": "part {page}",
            "overview": "The whole map in small. What is framed stands at reading size in the "
            "part that the dark label names; the boxes bear their numbers.",
            "reading": "Part {page}: boxes {boxes}.",
            "reading-one": "Part {page}: box {boxes}.",
        },
        context="map on paper",
    ),
}
"""What a map that is cut for paper says where a line is cut, and what its overview says."""
LINE_IN_WORDS = Words(
    {
        "support": "It supports box {number}.",
        "rebut": "It rebuts box {number}.",
        "undercut": "It undercuts the step to box {number}.",
        "qualify": "It qualifies box {number}.",
        "joined": "It belongs to box {number}.",
    },
    context="map on paper",
)
"""What a line of a map does, for those who do not see it."""
_USED_ON = Counts(
    {
        Relation.SUPPORT: ("for claim {numbers}", "for claims {numbers}"),
        Relation.REBUT: ("against claim {numbers}", "against claims {numbers}"),
        Relation.UNDERCUT: (
            "against a step on claim {numbers}", "against steps on claims {numbers}",
        ),
        Relation.QUALIFY: ("to limit claim {numbers}", "to limit claims {numbers}"),
    }
)  # fmt: skip


def used_here(uses: Mapping[str, Mapping[Relation, tuple[int, ...]]]) -> str:
    """Say who uses a document for what: "Used here by: Port account (for claims 1 and 4)."."""
    said = (t("{who} ({uses})", who=who, uses=", ".join(_ways(each))) for who, each in uses.items())
    return t("Used here by: {uses}.", uses="; ".join(said)) if uses else ""


def _ways(uses: Mapping[Relation, tuple[int, ...]]) -> Iterator[str]:
    for relation, numbers in uses.items():
        yield _USED_ON[relation](len(numbers), numbers=listed(map(str, numbers)))
