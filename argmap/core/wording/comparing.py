"""Say where accounts stand on a claim, and sum a comparison up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.core.comparison import ClaimComparison, Comparison, Group, Summary, Verdict
from argmap.core.graph import ArgumentGraph
from argmap.core.language import Counts, Words, n, np, p, t
from argmap.core.model import Narrative, Stance, StanceKind
from argmap.core.wording.tables import GROUP, STANCE, VERDICT
from argmap.core.wording.voices import all_of, listed, sentence, voice, voices

_HOLDS_THIS = Counts(
    {
        StanceKind.ASSERTS: ("{who} asserts this", "{who} assert this"),
        StanceKind.CONCEDES: ("{who} concedes this", "{who} concede this"),
        StanceKind.QUALIFIES: ("{who} accepts this in part", "{who} accept this in part"),
        StanceKind.DENIES: ("{who} denies this", "{who} deny this"),
    }
)
_OPENING = Words(
    {
        Group.AGREED: "Agreed: {told}",
        Group.PARTLY: "Agreed in part: {told}",
        Group.DISPUTED: "Disputed: {told}",
    }
)
_HELD = Words(
    {
        StanceKind.ASSERTS: "asserts {count}",
        StanceKind.CONCEDES: "concedes {count}",
        StanceKind.QUALIFIES: "accepts {count} in part",
        StanceKind.DENIES: "denies {count}",
    }
)


def verdict_sentence(graph: ArgumentGraph, comparison: Comparison, row: ClaimComparison) -> str:
    """Say where the accounts stand on one claim, as a sentence that can be read aloud."""
    holding = {
        kind: [id for id, s in zip(comparison.narratives, row.stances, strict=True) if s == kind]
        for kind in (*StanceKind, None)
    }
    if len(comparison.narratives) == 1:
        return sentence(_alone(graph, comparison.narratives[0], row.stances[0]))
    everyone = all_of(len(comparison.narratives))
    told = [
        _HOLDS_THIS[kind](len(holding[kind]), who=voices(graph, holding[kind]))
        for kind in StanceKind
        if holding[kind]
    ]
    match row.verdict:
        case Verdict.AGREED:
            return t("{everyone} say this.", everyone=everyone)
        case Verdict.REJECTED_BY_ALL:
            return t("{everyone} reject this.", everyone=everyone)
        case Verdict.UNADDRESSED:
            return t("None of the accounts says anything on this in the sources loaded.")
        case Verdict.CONCEDED if not holding[StanceKind.ASSERTS]:
            return t("{everyone} concede this.", everyone=everyone)
        case Verdict.ONE_SIDED | Verdict.ONE_SIDED_DENIAL:
            text = t("Only {told}", told=told[0])
        case _ if row.group in _OPENING:
            text = _OPENING[row.group].format(told=listed(told, joint="while"))
        case _:
            text = listed(told)
    if holding[None]:
        text = t("{told}; no answer was found in the sources loaded", told=text)
    return sentence(text)


def standing(graph: ArgumentGraph, narratives: Sequence[str], row: ClaimComparison) -> str:
    """Say a claim's mark and each stance as a box does: "Disputed; the Port account denies."."""
    held = [
        f"{voice(graph.narrative(narrative))} {STANCE[stance]}"
        for narrative, stance in zip(narratives, row.stances, strict=True)
    ]
    return sentence("; ".join([VERDICT[row.verdict], *held] if len(held) > 1 else held))


def _alone(graph: ArgumentGraph, account: str, stance: StanceKind | None) -> str:
    """Say what the one account shown holds, without a word on the others."""
    who = voice(graph.narrative(account))
    if stance is None:
        return t("{who} says nothing on this in the sources loaded", who=who)
    return _HOLDS_THIS[stance](1, who=who)


def summary_sentence(summary: Summary, accounts: int) -> str:
    """Sum a comparison up: "Both accounts address 14 of 17 points. They agree on 3, ..."."""
    if not summary.claims:
        return t("There is nothing to compare.")
    if accounts == 1:
        return n(
            "One account alone is shown. It speaks to {told} of {count} point; "
            "nothing is compared.",
            "One account alone is shown. It speaks to {told} of {count} points; "
            "nothing is compared.",
            summary.claims,
            told=summary.told,
        )
    groups = summary.groups
    addressed = n(
        "{who} address {addressed} of {count} point.",
        "{who} address {addressed} of {count} points.",
        summary.claims,
        who=all_of(accounts) if accounts == 2 else t("At least two accounts"),
        addressed=summary.addressed,
    )
    none = p("instead of a number of points", "none")
    agreed = t(
        "They agree on {agreed}, agree in part on {partly} and dispute {disputed}.",
        agreed=groups[Group.AGREED] or none,
        partly=groups[Group.PARTLY] or none,
        disputed=groups[Group.DISPUTED] or none,
    )
    alone = groups[Group.ONE_SIDED]
    told = n("{count} is not told by all.", "{count} are not told by all.", alone) if alone else ""
    return f"{addressed} {agreed} {told}".rstrip()


def narrowed_sentence(
    fitting: Summary, accounts: int, total: int, groups: Sequence[Group], shown: int
) -> str:
    """Sum up what filters leave: "12 of 118 points fit what is chosen. Both accounts ...".

    Args:
        fitting: The points that fit in all but the marks.
        accounts: How many accounts are compared.
        total: How many points there are without any filter.
        groups: The marks chosen; empty for all.
        shown: How many points have one of them.
    """
    if not fitting.claims and total:
        return n(
            "None of the {count} points fits what is chosen.",
            "None of the {count} points fits what is chosen.",
            total,
        )
    text = summary_sentence(fitting, accounts)
    if fitting.claims < total:
        fit = n(
            "{count} of {total} points fits what is chosen.",
            "{count} of {total} points fit what is chosen.",
            fitting.claims,
            total=total,
        )
        text = f"{fit} {text}"
    if groups:
        chosen = n(
            "Shown: {shown} point, {kinds}.",
            "Shown: {shown} points, {kinds}.",
            shown,
            shown=shown or p("before a noun, for zero", "no"),
            kinds=listed((GROUP[group] for group in groups), joint="or"),
        )
        text = f"{text} {chosen}"
    return text


def unanswered_sentence(narrative: Narrative, works: int) -> str:
    """Say what was not found: "No reply of the Port account to this was found ..."."""
    missing = t("No reply of {who} to this was found in the sources loaded.", who=voice(narrative))
    if not works:
        return missing
    rests = n(
        "It rests on {count} independent work.", "It rests on {count} independent works.", works
    )
    return f"{missing} {rests}"


def counts_sentence(summary: Summary | None) -> str:
    """Say how many claims of an issue fall where: "6 agreed, 3 agreed in part and 6 disputed"."""
    if summary is None:
        return t("No claim stands under this issue yet.")
    return listed(so_many(count, group) for group, count in summary.groups.items() if count)


def so_many(count: int, group: Group) -> str:
    """Say how many claims fall in a class: "6 disputed"."""
    return p("how many claims", "{count} {verdict}", count=count, verdict=GROUP[group])


def stances_sentence(
    narrative: Narrative, stances: Mapping[StanceKind, Sequence[Stance]], claims: int
) -> str:
    """Sum up what one account holds: "The Port account speaks to 14 of 17 points: it ..."."""
    told = sum(map(len, stances.values()))
    who = voice(narrative)
    if not told:
        return sentence(t("{who} takes a stance on no point in the sources loaded", who=who))
    parts = [_HELD[kind].format(count=len(held)) for kind, held in stances.items() if held]
    return sentence(
        n(
            "{who} speaks to {told} of {count} point: it {held}",
            "{who} speaks to {told} of {count} points: it {held}",
            claims,
            who=who,
            told=told,
            held=listed(parts),
        )
    )


def contribution_sentence(narrative: Narrative, arguments: int, issues: int) -> str:
    """Sum up what a voice puts forward: "Local history puts 9 arguments forward on 2 issues."."""
    who = voice(narrative)
    if not arguments:
        return sentence(t("{who} puts no argument forward in the sources loaded", who=who))
    return sentence(
        t(
            "{who} puts {arguments} forward on {issues}",
            who=who,
            arguments=n("{count} argument", "{count} arguments", arguments),
            issues=np("puts arguments forward on", "{count} issue", "{count} issues", issues),
        )
    )
