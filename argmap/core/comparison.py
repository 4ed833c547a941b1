"""Line up what the accounts hold, claim by claim, and say where they agree and part.

Source: the stance table is argmap's own rule; the counts follow it. Nothing here weighs who is
right: a claim's verdict is a statement about the accounts and never about the claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from argmap.core.dates import Period
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Claim, Relation, StanceKind


class Verdict(StrEnum):
    """The one class a claim falls in for the accounts compared."""

    AGREED = "agreed"
    CONCEDED = "conceded"
    AGREED_WITH_QUALIFICATION = "agreed_with_qualification"
    DISPUTED = "disputed"
    DISPUTED_IN_PART = "disputed_in_part"
    ONE_SIDED = "one_sided"
    ONE_SIDED_DENIAL = "one_sided_denial"
    SHARED_BY_SOME = "shared_by_some"
    REJECTED_BY_ALL = "rejected_by_all"
    REJECTED_BY_SOME = "rejected_by_some"
    UNADDRESSED = "unaddressed"


class Group(StrEnum):
    """The five marks a reader sees; each verdict has one."""

    AGREED = "agreed"
    PARTLY = "partly"
    DISPUTED = "disputed"
    ONE_SIDED = "one_sided"
    SILENT = "silent"


GROUP_OF: Mapping[Verdict, Group] = MappingProxyType(
    {
        Verdict.AGREED: Group.AGREED,
        Verdict.CONCEDED: Group.AGREED,
        Verdict.REJECTED_BY_ALL: Group.AGREED,
        Verdict.AGREED_WITH_QUALIFICATION: Group.PARTLY,
        Verdict.DISPUTED: Group.DISPUTED,
        Verdict.DISPUTED_IN_PART: Group.DISPUTED,
        Verdict.ONE_SIDED: Group.ONE_SIDED,
        Verdict.ONE_SIDED_DENIAL: Group.ONE_SIDED,
        Verdict.SHARED_BY_SOME: Group.ONE_SIDED,
        Verdict.REJECTED_BY_SOME: Group.ONE_SIDED,
        Verdict.UNADDRESSED: Group.SILENT,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimComparison:
    """One claim, what each account holds (None is silence), and the class that follows.

    `stances` runs parallel to the comparison's `narratives`.
    """

    claim: Claim
    stances: tuple[StanceKind | None, ...]
    verdict: Verdict

    @property
    def group(self) -> Group:
        """The mark the claim gets."""
        return GROUP_OF[self.verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many claims fall where. `told` have at least one stance, `addressed` at least two.

    `verdicts` and `groups` hold every class, zeros included, in the order of the enum.
    """

    claims: int
    told: int
    addressed: int
    verdicts: Mapping[Verdict, int]
    groups: Mapping[Group, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Claims in the corpus's order, compared for `narratives` in the order asked for."""

    narratives: tuple[str, ...]
    rows: tuple[ClaimComparison, ...]

    @property
    def summary(self) -> Summary:
        """The counts over all rows."""
        return summarise(self.rows)

    def row(self, claim_id: str) -> ClaimComparison:
        """Return the row of a claim that was compared, or raise KeyError."""
        return next(row for row in self.rows if row.claim.id == claim_id)


def classify(stances: Iterable[StanceKind | None]) -> Verdict:
    """Give the class of a claim from the stances of all accounts compared; None is silence.

    The first rule that fits decides, so every combination has exactly one class, and the order
    of the accounts cannot matter. One account alone agrees with nobody: what it holds is told by
    one only.
    """
    held = tuple(stances)
    denied, silent = held.count(StanceKind.DENIES), held.count(None)
    conceded = held.count(StanceKind.CONCEDES)
    firm = held.count(StanceKind.ASSERTS) + conceded
    qualified = held.count(StanceKind.QUALIFIES)
    accepted = firm + qualified
    if silent == len(held):
        return Verdict.UNADDRESSED
    if len(held) == 1:
        return Verdict.ONE_SIDED_DENIAL if denied else Verdict.ONE_SIDED
    if denied:
        return _class_of_denied(denied, firm, qualified, silent)
    if silent:
        return Verdict.ONE_SIDED if accepted == 1 else Verdict.SHARED_BY_SOME
    if qualified:
        return Verdict.AGREED_WITH_QUALIFICATION
    return Verdict.CONCEDED if conceded else Verdict.AGREED


def _class_of_denied(denied: int, firm: int, qualified: int, silent: int) -> Verdict:
    if firm:
        return Verdict.DISPUTED
    if qualified:
        return Verdict.DISPUTED_IN_PART
    if not silent:
        return Verdict.REJECTED_BY_ALL
    return Verdict.ONE_SIDED_DENIAL if denied == 1 else Verdict.REJECTED_BY_SOME


def compare(
    graph: ArgumentGraph,
    narratives: Iterable[str] | None = None,
    *,
    issue: str | None = None,
    period: Period | None = None,
) -> Comparison:
    """Compare the stances of two or more accounts on every claim chosen.

    Args:
        graph: The corpus.
        narratives: Ids of accounts, in the order of the columns; None for all.
        issue: Only the claims under this issue.
        period: Only the claims whose period touches this one; claims without one are left out.

    Raises:
        UnknownName: An account or the issue is not in the corpus.
    """
    chosen = graph.choose_accounts(narratives)
    claims = graph.claims_of(graph.issue(issue).id) if issue else graph.corpus.claims
    return Comparison(
        narratives=chosen,
        rows=tuple(
            _row(graph, claim, chosen)
            for claim in claims
            if period is None or (claim.period is not None and claim.period.overlaps(period))
        ),
    )


def compare_claim(
    graph: ArgumentGraph, claim_id: str, narratives: Iterable[str] | None = None
) -> ClaimComparison:
    """Compare the stances on one claim alone.

    Raises:
        UnknownName: The claim or an account is not in the corpus.
    """
    return _row(graph, graph.claim(claim_id), graph.choose_accounts(narratives))


def _row(graph: ArgumentGraph, claim: Claim, narratives: tuple[str, ...]) -> ClaimComparison:
    held = (graph.stance(narrative, claim.id) for narrative in narratives)
    stances = tuple(stance.stance if stance else None for stance in held)
    return ClaimComparison(claim=claim, stances=stances, verdict=classify(stances))


def summarise(rows: Iterable[ClaimComparison]) -> Summary:
    """Count rows by class; counts only, since percentages of a few claims mislead."""
    rows = tuple(rows)
    speaking = [sum(stance is not None for stance in row.stances) for row in rows]
    verdicts = Counter(row.verdict for row in rows)
    groups = Counter(row.group for row in rows)
    return Summary(
        claims=len(rows),
        told=sum(count >= 1 for count in speaking),
        addressed=sum(count >= 2 for count in speaking),
        verdicts=MappingProxyType({verdict: verdicts[verdict] for verdict in Verdict}),
        groups=MappingProxyType({group: groups[group] for group in Group}),
    )


def by_issue(comparison: Comparison) -> Mapping[str, Summary]:
    """Roll the rows up by issue, in the order in which the issues first appear."""
    return _rolled_up(comparison.rows, lambda row: row.claim.issue)


def by_period(comparison: Comparison) -> Mapping[Period | None, Summary]:
    """Roll the rows up by the period given with the claim, earliest first, undated last."""
    dated = sorted(
        comparison.rows,
        key=lambda row: (row.claim.period is None, row.claim.period or _NO_PERIOD),
    )
    return _rolled_up(dated, lambda row: row.claim.period)


_NO_PERIOD = Period.parse("0001")
_Key = TypeVar("_Key")


def _rolled_up(
    rows: Iterable[ClaimComparison], key: Callable[[ClaimComparison], _Key]
) -> Mapping[_Key, Summary]:
    groups: dict[_Key, list[ClaimComparison]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return MappingProxyType({name: summarise(group) for name, group in groups.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use of a piece of evidence: which account, in which argument, towards which claim.

    `favours` says whether the use speaks for the claim (a support) or against it.
    """

    narrative: str
    argument: str
    claim: str
    favours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedEvidence:
    """A piece of evidence that accounts use for opposite ends, with the uses that clash."""

    evidence: str
    uses: tuple[Use, ...]


def opposite_ends(
    graph: ArgumentGraph,
    narratives: Iterable[str] | None = None,
    *,
    issue: str | None = None,
    claim: str | None = None,
    evidence: Iterable[str] | None = None,
) -> tuple[SharedEvidence, ...]:
    """Find the evidence that two accounts both cite, each for what the other opposes.

    Two uses clash if they bear on the same claim in opposite directions, or if each favours
    (or disfavours) a claim on which the other account holds the contrary stance.

    Args:
        graph: The corpus.
        narratives: Ids of accounts; None for all.
        issue: Only uses that bear on a claim under this issue.
        claim: Only uses that bear on this claim.
        evidence: Only these pieces of evidence, in this order; None for all.

    Raises:
        UnknownName: An account or a piece of evidence is not in the corpus.

    Returns:
        In the order of the evidence; uses in the order of the arguments.
    """
    chosen = graph.choose_accounts(narratives)
    claims = {each.id for each in graph.claims_of(issue)} if issue else set(graph.claims)
    claims = claims if claim is None else claims & {claim}
    found = []
    items = graph.corpus.evidence if evidence is None else map(graph.item, evidence)
    for item in items:
        uses = tuple(use for use in _uses(graph, item.id, chosen) if use.claim in claims)
        clashing = _clashing(graph, uses)
        if clashing:
            found.append(SharedEvidence(evidence=item.id, uses=clashing))
    return tuple(found)


def _uses(graph: ArgumentGraph, evidence: str, narratives: tuple[str, ...]) -> Iterable[Use]:
    for argument in graph.arguments_from(evidence):
        claim = graph.target_claim(argument)
        if claim is None or argument.relation is Relation.QUALIFY:
            continue
        favours = _favours(graph, argument.id)
        for narrative in argument.by:
            if narrative in narratives:
                yield Use(
                    narrative=narrative, argument=argument.id, claim=claim.id, favours=favours
                )


def _favours(graph: ArgumentGraph, argument_id: str) -> bool:
    """Follow undercuts down: an undercut of a rebuttal favours the claim rebutted.

    Only asked of arguments that end at a claim, so the way down is not a circle.
    """
    argument = graph.argument(argument_id)
    favours = True
    while argument.relation is Relation.UNDERCUT:
        favours = not favours
        argument = graph.argument(argument.target)
    return favours == (argument.relation is Relation.SUPPORT)


def _clashing(graph: ArgumentGraph, uses: tuple[Use, ...]) -> tuple[Use, ...]:
    """Keep the uses that clash with one of another account; linear, a document may have many."""
    directions: dict[tuple[str, bool], set[str]] = {}
    contrary: dict[tuple[str, str], set[str]] = {}
    speakers = dict.fromkeys(use.narrative for use in uses)
    opposed = {
        use: [name for name in speakers if name != use.narrative and _opposes(graph, name, use)]
        for use in uses
    }
    for use in uses:
        directions.setdefault((use.claim, use.favours), set()).add(use.narrative)
        for name in opposed[use]:
            contrary.setdefault((use.narrative, name), set()).add(use.claim)
    return tuple(
        use
        for use in uses
        if directions.get((use.claim, not use.favours), set()) - {use.narrative}
        or any(contrary.get((name, use.narrative), set()) - {use.claim} for name in opposed[use])
    )


def _opposes(graph: ArgumentGraph, narrative: str, use: Use) -> bool:
    """Tell whether an account's stance on the claim is contrary to what the use is for."""
    stance = graph.stance(narrative, use.claim)
    if stance is None:
        return False
    denies = stance.stance is StanceKind.DENIES
    accepts = stance.stance in (StanceKind.ASSERTS, StanceKind.CONCEDES)
    return denies if use.favours else accepts
