"""Gather what one narrative says as a whole: what it rests on, holds, argues and cites.

Nothing here weighs a claim or an objection. The claims that an account rests its case on are the
editors' choice; of the objections to one, that with the most documents behind it stands first,
which says how much was found and not how good it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.core.balance import claims_under
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Argument, Claim, Relation, Stance, StanceKind
from argmap.core.replies import Ledger, Objection, ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class RestedClaim:
    """A claim that an account rests its case on, and the most that others set against it.

    `documents` counts the evidence that it puts forward for the claim itself. `objection` is
    None where no other account raises one.
    """

    claim: Claim
    documents: int
    objection: Objection | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedDocument:
    """A piece of evidence, and in how many arguments of a narrative it stands, by relation."""

    evidence: str
    uses: Mapping[Relation, int]

    @property
    def count(self) -> int:
        """In how many arguments it stands."""
        return sum(self.uses.values())


def strongest(graph: ArgumentGraph, account: str) -> tuple[RestedClaim, ...]:
    """List the claims that an account rests its case on, in the editors' order.

    The objection named is one raised by another account, as the ledger of replies counts them:
    the one with the most documents behind it, of equal ones that on the claim itself, of these
    the first. Its replies are in the same order.

    Raises:
        UnknownName: The narrative is not an account of the corpus.

    Cost: O(arguments), once.
    """
    chosen = graph.narrative(account).strongest
    accounts = {each.id for each in graph.accounts}
    raised: dict[str, list[Objection]] = {claim: [] for claim in chosen}
    for objection in ledger(graph, account, claims=chosen).objections:
        if not accounts.isdisjoint(objection.argument.by):
            for claim in claims_under(graph, objection.argument):
                if claim in raised:
                    raised[claim].append(objection)
    return tuple(
        RestedClaim(
            claim=graph.claim(claim),
            documents=_brought(graph, account, claim),
            objection=_weightiest(graph, claim, raised[claim]),
        )
        for claim in chosen
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """An objection to which no reply was found, and how many works it rests on."""

    objection: Objection
    works: int


def strongest_unanswered(
    graph: ArgumentGraph, kept: Ledger, raised_by: Iterable[str]
) -> Unanswered | None:
    """Find the unanswered objection that rests on the most independent works.

    Passages of one work count once, since they stand or fall together. Of equal ones that with
    more documents comes first, then the first in the corpus. It says how much was found behind
    an objection, never how good it is, and a missing reply only says that none was found.

    Args:
        graph: The corpus.
        kept: The ledger of the account that gave no reply.
        raised_by: Ids of the narratives whose objections count.

    Returns:
        None where each of their objections has a reply.
    """
    voices = set(raised_by) - {kept.narrative}
    found = [each for each in kept.unanswered if not voices.isdisjoint(each.argument.by)]
    ranked = [(works_behind(graph, each.argument), each) for each in found]
    best = max(
        ranked,
        key=lambda pair: (len(pair[0]), len(documents_behind(graph, pair[1].argument))),
        default=None,
    )
    return Unanswered(objection=best[1], works=len(best[0])) if best else None


def works_behind(graph: ArgumentGraph, argument: Argument) -> frozenset[str]:
    """Collect the works that the evidence behind an argument comes from."""
    items = (graph.item(id) for id in documents_behind(graph, argument))
    return frozenset(citation.source for item in items for citation in item.citations)


def stances_of(graph: ArgumentGraph, account: str) -> Mapping[StanceKind, tuple[Stance, ...]]:
    """Sort the stances of an account by kind; every kind is there, each in the corpus's order.

    Raises:
        UnknownName: The narrative is not an account of the corpus.
    """
    (id,) = graph.choose_accounts([account])
    own = [stance for stance in graph.corpus.stances if stance.narrative == id]
    return MappingProxyType(
        {kind: tuple(each for each in own if each.stance is kind) for kind in StanceKind}
    )


def arguments_by_issue(graph: ArgumentGraph, narrative: str) -> Mapping[str, tuple[Argument, ...]]:
    """Sort what a narrative puts forward by the issues that it finally bears on.

    Issues are in the corpus's order, those with nothing left out; arguments in the corpus's
    order. One on a piece of evidence stands under every issue in which that is used.

    Raises:
        UnknownName: The corpus has no such narrative.
    """
    id = graph.narrative(narrative).id
    found: dict[str, list[Argument]] = {issue: [] for issue in graph.issues}
    for argument in graph.corpus.arguments:
        if id in argument.by:
            issues = (graph.claims[claim].issue for claim in claims_under(graph, argument))
            for issue in dict.fromkeys(issues):
                found[issue].append(argument)
    return MappingProxyType({issue: tuple(each) for issue, each in found.items() if each})


def most_used(graph: ArgumentGraph, narrative: str, most: int) -> tuple[UsedDocument, ...]:
    """List the evidence that a narrative uses in most arguments, at most `most` pieces.

    The most used stand first, of equal ones the first in the corpus.

    Raises:
        UnknownName: The corpus has no such narrative.
    """
    id = graph.narrative(narrative).id
    uses: dict[str, Counter[Relation]] = {}
    for argument in graph.corpus.arguments:
        if id in argument.by:
            for premise in argument.premises:
                if premise in graph.evidence:
                    uses.setdefault(premise, Counter())[argument.relation] += 1
    ranked = sorted(
        (each for each in graph.evidence if each in uses), key=lambda each: -uses[each].total()
    )
    return tuple(
        UsedDocument(
            evidence=each,
            uses=MappingProxyType({kind: uses[each][kind] for kind in Relation}),
        )
        for each in ranked[:most]
    )


def documents_behind(graph: ArgumentGraph, argument: Argument) -> frozenset[str]:
    """Collect the evidence behind an argument: its premises, and what supports those.

    Of the claims among its premises the evidence counts that those who make the argument put
    forward for them, one step down.
    """
    voices = set(argument.by)
    supports = (
        step
        for premise in argument.premises
        if premise in graph.claims
        for step in graph.arguments_on(premise)
        if step.relation is Relation.SUPPORT and not voices.isdisjoint(step.by)
    )
    premises = (premise for each in (argument, *supports) for premise in each.premises)
    return frozenset(premise for premise in premises if premise in graph.evidence)


def _brought(graph: ArgumentGraph, account: str, claim: str) -> int:
    return len(
        {
            premise
            for argument in graph.arguments_on(claim)
            if account in argument.by and argument.relation is Relation.SUPPORT
            for premise in argument.premises
            if premise in graph.evidence
        }
    )


def _weightiest(
    graph: ArgumentGraph, claim: str, objections: Iterable[Objection]
) -> Objection | None:
    """Choose the objection with most behind it, its replies sorted the same way."""

    def rank(argument: Argument) -> tuple[int, bool]:
        return -len(documents_behind(graph, argument)), argument.target != claim

    chosen = min(objections, key=lambda each: rank(each.argument), default=None)
    if chosen is None:
        return None
    replies = tuple(sorted(chosen.replies, key=rank))
    return Objection(argument=chosen.argument, level=chosen.level, replies=replies)
