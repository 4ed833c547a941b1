"""Explain how accounts are compared, and what the words on the pages mean."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template

from argmap.core import wording
from argmap.core.comparison import GROUP_OF, Group, Verdict
from argmap.core.language import Words, t
from argmap.core.model import Relation
from argmap.core.replies import ReplyLevel
from argmap.web.frame import Frame

_RULES = Words(
    {
        Verdict.AGREED: "Every account compared asserts it.",
        Verdict.CONCEDED: "Every account accepts it in full, and at least one only concedes it.",
        Verdict.AGREED_WITH_QUALIFICATION: "Every account accepts it, at least one of them in "
        "part.",
        Verdict.DISPUTED: "At least one account asserts or concedes it, and at least one denies "
        "it.",
        Verdict.DISPUTED_IN_PART: "At least one account accepts it in part and at least one denies "
        "it; none accepts it in full.",
        Verdict.ONE_SIDED: "One account accepts it; every other one is silent.",
        Verdict.ONE_SIDED_DENIAL: "One account denies it; every other one is silent.",
        Verdict.SHARED_BY_SOME: "Two or more accounts accept it, none denies it, and at least one "
        "is silent. Needs three accounts or more.",
        Verdict.REJECTED_BY_ALL: "Every account denies it.",
        Verdict.REJECTED_BY_SOME: "Two or more accounts deny it, none accepts it, and at least one "
        "is silent. Needs three accounts or more.",
        Verdict.UNADDRESSED: "No account compared says anything on it.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRule:
    """One class a claim can fall in."""

    group: Group
    """The mark it is shown with."""

    word: str
    """What it is called."""

    rule: str
    """When a claim falls in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A word on the pages and what it means."""

    id: str
    """The style-sheet class of its sample."""

    word: str
    """The word."""

    means: str
    """What it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPage:
    """The page on the method."""

    frame: Frame
    """Title; no corpus."""

    rules: tuple[VerdictRule, ...]
    """Every class, in the order in which they are listed everywhere."""

    relations: tuple[Meaning, ...]
    """Every relation an argument can have to its target."""

    replies: tuple[Meaning, ...]
    """Every way an account can meet an objection."""

    unverified: Meaning
    """What the mark on unchecked records means."""


def show() -> str:
    """Show the method."""
    page = MethodPage(
        frame=Frame(title=t("Method")),
        rules=tuple(
            VerdictRule(group=GROUP_OF[each], word=wording.VERDICT[each], rule=_RULES[each])
            for each in Verdict
        ),
        relations=tuple(
            Meaning(id=each, word=wording.RELATION[each], means=wording.RELATION_MEANS[each])
            for each in Relation
        ),
        replies=tuple(
            Meaning(id=each, word=wording.REPLY[each], means=wording.REPLY_MEANS[each])
            for each in ReplyLevel
        ),
        unverified=Meaning(
            id="unverified", word=wording.unverified(), means=wording.unverified_means()
        ),
    )
    return render_template("method.html", page=page)
