"""Name the kinds of things: one word or one meaning for each."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.core.comparison import Group, Verdict
from argmap.core.language import Words, later, t
from argmap.core.matrix import Sharing
from argmap.core.model import (
    Confidence,
    EvidenceKind,
    Relation,
    SourceKind,
    StanceKind,
)
from argmap.core.replies import ReplyLevel

VERDICT = Words(
    {
        Verdict.AGREED: "agreed",
        Verdict.CONCEDED: "agreed, conceded",
        Verdict.AGREED_WITH_QUALIFICATION: "agreed in part",
        Verdict.DISPUTED: "disputed",
        Verdict.DISPUTED_IN_PART: "disputed in part",
        Verdict.ONE_SIDED: "told by one only",
        Verdict.ONE_SIDED_DENIAL: "denied by one only",
        Verdict.SHARED_BY_SOME: "shared by some",
        Verdict.REJECTED_BY_ALL: "agreed: rejected",
        Verdict.REJECTED_BY_SOME: "rejected by some",
        Verdict.UNADDRESSED: "not addressed",
    }
)
GROUP = Words(
    {
        Group.AGREED: "agreed",
        Group.PARTLY: "agreed in part",
        Group.DISPUTED: "disputed",
        Group.ONE_SIDED: "not told by all",
        Group.SILENT: "not addressed",
    }
)
MARK = {
    Group.AGREED: "●",
    Group.PARTLY: "◐",
    Group.DISPUTED: "✕",
    Group.ONE_SIDED: "◯",
    Group.SILENT: "–",
}
STANCE = Words(
    {
        StanceKind.ASSERTS: "asserts",
        StanceKind.CONCEDES: "concedes",
        StanceKind.QUALIFIES: "accepts in part",
        StanceKind.DENIES: "denies",
        None: "says nothing on this",
    }
)
RELATION = Words(
    {
        Relation.SUPPORT: "supports",
        Relation.REBUT: "rebuts",
        Relation.UNDERCUT: "undercuts",
        Relation.QUALIFY: "qualifies",
    }
)
RELATION_OF_SEVERAL = Words(
    {
        Relation.SUPPORT: "support",
        Relation.REBUT: "rebut",
        Relation.UNDERCUT: "undercut",
        Relation.QUALIFY: "qualify",
    },
    context="what several accounts do",
)
LINE = Words(
    {
        Relation.SUPPORT: "solid line with an arrow",
        Relation.REBUT: "dashed line with a bar",
        Relation.UNDERCUT: "dotted line with a dot",
        Relation.QUALIFY: "thin line with an open diamond",
    }
)
"""How the line of each relation looks, for those who see no colour."""
RELATION_MEANS = Words(
    {
        Relation.SUPPORT: "a reason for it",
        Relation.REBUT: "a reason against it",
        Relation.UNDERCUT: "that does not follow: it denies the step, not the point",
        Relation.QUALIFY: "grants it in part and limits it",
    }
)
BEARING = Words(
    {
        Relation.SUPPORT: "for",
        Relation.REBUT: "against",
        Relation.UNDERCUT: "undercuts a step",
        Relation.QUALIFY: "limits",
    },
    context="how a document bears on a question",
)
REPLY = Words(
    {
        ReplyLevel.ANSWERED: "answered",
        ReplyLevel.COUNTERED: "countered",
        ReplyLevel.DISMISSED: "dismissed",
        ReplyLevel.UNANSWERED: "no reply found",
    }
)
REPLY_MEANS = Words(
    {
        ReplyLevel.ANSWERED: "the account attacks this very step or what it rests on",
        ReplyLevel.COUNTERED: "the account gives reasons of its own against the same point",
        ReplyLevel.DISMISSED: "the account denies what it rests on without giving a reason",
        ReplyLevel.UNANSWERED: "no reply was found in the sources loaded",
    }
)
REPLY_COUNT = Words(
    {
        ReplyLevel.ANSWERED: "answered directly",
        ReplyLevel.COUNTERED: "countered",
        ReplyLevel.DISMISSED: "dismissed without a reason",
        ReplyLevel.UNANSWERED: "without a reply in the sources loaded",
    },
    context="counted objections",
)
CONFIDENCE = Words(
    {
        Confidence.DOCUMENTED: "documented",
        Confidence.WIDELY_REPORTED: "widely reported",
        Confidence.DISPUTED: "disputed",
    },
    context="how sure a fact is",
)
EVIDENCE = Words({EvidenceKind.QUOTATION: "Quotation", EvidenceKind.FACT: "Fact"})
EVIDENCE_KIND = Words({EvidenceKind.QUOTATION: "quotation", EvidenceKind.FACT: "reported fact"})
RECORD = Words(
    {
        "issue": "issue",
        "claim": "claim",
        "quotation": "quotation",
        "fact": "fact",
        "source": "source",
        "event": "event",
        "sentence": "account’s words",
    }
)
RECORDS = Words(
    {
        "issue": "issues",
        "claim": "claims",
        "quotation": "quotations",
        "fact": "facts",
        "source": "sources",
        "event": "events",
        "sentence": "accounts’ sentences",
    }
)
NAMED_KIND = Words(
    {
        "argument": "argument",
        "claim": "claim",
        "corpus": "corpus",
        "diagram": "diagram",
        "evidence": "evidence",
        "format": "format",
        "issue": "issue",
        "narrative": "narrative",
        "picture format": "picture format",
        "piece of evidence": "piece of evidence",
        "source": "source",
        "style of citation": "style of citation",
    },
    context="there is none of that name",
)
ONE = Words({"claim": "one claim", "corpus": "one corpus", "issue": "one issue"})
"""How much is shown or held, as the object of a verb."""
SOURCES_BY = Words(
    {
        "ends": "Use",
        "by": "Used by",
        "kind": "Kind",
        "decade": "From",
        "language": "Language",
        "verified": "Verified",
    },
    context="what a list of works is narrowed by",
)
SOURCES_ENDS = Words({"opposite": "for opposite ends"})
SOURCES_VERIFIED = Words({"yes": "verified", "no": "not verified"})
SOURCES_ORDER = Words(
    {
        "ends": "opposite ends first",
        "used": "most used",
        "title": "title",
        "date": "oldest",
        "newest": "newest",
        "kind": "kind",
    },
    context="order of a list of works",
)
_SOURCE_KIND = Words(
    {
        SourceKind.DECLASSIFIED_RECORD: "declassified record",
        SourceKind.TREATY: "treaty",
        SourceKind.LEGAL_DOCUMENT: "legal document",
        SourceKind.OFFICIAL_STATEMENT: "official statement",
        SourceKind.SPEECH: "speech",
        SourceKind.LETTER: "letter",
        SourceKind.DIARY: "diary",
        SourceKind.INTERVIEW: "interview",
        SourceKind.MEMOIR: "memoir",
        SourceKind.JOURNALISM: "journalism",
        SourceKind.SCHOLARSHIP: "scholarship",
        SourceKind.STATISTICS: "statistics",
        SourceKind.TEXTBOOK: "textbook",
        SourceKind.OTHER: "other",
    },
    context="kind of source",
)

claim = later("Claim")
step = later("Step")
verified = later("checked against the work")
unverified = later("not verified")
unverified_means = later(
    "This record rests on memory and has not been checked against the work itself."
)
as_quoted = later("as quoted")
in_the_original = later("in the original")
in_translation = later("translated")
opposite_ends = later("used for opposite ends")
used_by_nobody = later("nobody")
language_unknown = later("not said")
in_full = later("The same claim in full")
strongest = later("Its strongest claims, as the editors of this corpus chose them")
strongest_means = later(
    "The editors of this corpus chose the claims on which this account would rest its case first. "
    "Below each stands the objection of another account with the most documents behind it: that "
    "says how much was found, and not how good it is."
)
no_objection = later("No other account objects to this in the sources loaded.")
observer_means = later(
    "A voice beside the accounts: it puts arguments forward, takes no stance on any claim and is "
    "not compared."
)
unanswered_means = later(
    "Of the objections of the other accounts shown here that met no reply, the one that rests on "
    "the most independent works. That says how much was found behind it, and not how good it is."
)
not_on_map = later("The map shows the arguments of some accounts only, and this is not among them.")
not_under_claim = later("This is not among the arguments under this claim.")
matrix = later("Evidence by account")
everything = later("all")
not_used = later("not used here")
not_used_means = later(
    "A document that an account does not use here says nothing of what the account thinks of it: "
    "no use was found in the sources loaded."
)


def source_kind(kind: SourceKind) -> str:
    """Name a kind of source: "declassified record"."""
    return _SOURCE_KIND[kind]


def sharing(accounts: int) -> Mapping[Sharing, str]:
    """Name the ways in which documents are shared between accounts, as filters."""
    return {
        Sharing.OPPOSITE: t("for opposite ends"),
        Sharing.SHARED: t("used by both") if accounts == 2 else t("used by more than one"),
        Sharing.ONE: t("used by one only"),
        Sharing.NONE: t("used by observers only"),
    }
