"""Find what a corpus that holds together should still not have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from argmap.core.balance import claims_under, evidence_of
from argmap.core.comparison import Group, compare
from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.core.model import (
    AcceptedWeakness,
    Argument,
    Corpus,
    EvidenceKind,
    Relation,
    Weakness,
)
from argmap.errors import Problem

STALE_ACCEPTANCE = "W214"


def warnings(corpus: Corpus) -> tuple[Problem, ...]:
    """List the warnings about a corpus, by code and then in the corpus's order.

    Each is about one record. Where the corpus itself accepts that weakness of that record, the
    warning carries the reason in `accepted`. `Weakness` names the codes; besides them there is
    W214, a weakness accepted that is not there, which is never accepted.

    Args:
        corpus: A corpus that holds together.

    Raises:
        InvalidCorpus: It does not hold together.
    """
    graph = ArgumentGraph(corpus)
    found = tuple(chain.from_iterable(check(graph) for check in _CHECKS))
    reasons = {(each.warning.value, each.about): each for each in reversed(corpus.accepted)}
    used: set[int] = set()
    marked = tuple(_marked(corpus, problem, reasons, used) for problem in found)
    return (*marked, *_stale(corpus, used))


def _marked(
    corpus: Corpus,
    problem: Problem,
    reasons: dict[tuple[str, str], AcceptedWeakness],
    used: set[int],
) -> Problem:
    kind, position = problem.record or ("", 0)
    reason = reasons.get((problem.code, getattr(corpus, kind)[position].id))
    if reason is None:
        return problem
    used.add(id(reason))
    return replace(problem, accepted=reason.because)


def _stale(corpus: Corpus, used: set[int]) -> Iterator[Problem]:
    for position, each in enumerate(corpus.accepted):
        if id(each) not in used:
            message = f"{each.about!r} has no weakness {each.warning.value}: take this out."
            yield Problem(
                code=STALE_ACCEPTANCE,
                message=message,
                record=("accepted", position),
                path=("about",),
            )


def _unused_sources(graph: ArgumentGraph) -> Iterator[Problem]:
    used = {citation.source for item in graph.corpus.evidence for citation in item.citations}
    used |= {source for event in graph.corpus.events for source in event.sources}
    for position, source in enumerate(graph.corpus.sources):
        if source.id not in used:
            message = f"No evidence and no event uses the source {source.id!r}."
            yield _warning(Weakness.UNUSED_SOURCE, message, "sources", position)


def _unused_evidence(graph: ArgumentGraph) -> Iterator[Problem]:
    used = {name for claim in graph.corpus.claims for name in claim.findings}
    for argument in graph.corpus.arguments:
        used |= {*argument.premises, argument.target}
    for position, item in enumerate(graph.corpus.evidence):
        if item.id not in used:
            message = f"No argument and no finding uses the evidence {item.id!r}."
            yield _warning(Weakness.UNUSED_EVIDENCE, message, "evidence", position)


def _nobodys_quotations(graph: ArgumentGraph) -> Iterator[Problem]:
    for position, item in enumerate(graph.corpus.evidence):
        if item.kind is EvidenceKind.QUOTATION and not item.speaker.strip():
            message = f"The quotation {item.id!r} does not say whose words it is: add 'speaker'."
            yield _warning(Weakness.NOBODYS_QUOTATION, message, "evidence", position)


def _unspoken_claims(graph: ArgumentGraph) -> Iterator[Problem]:
    spoken = {stance.claim for stance in graph.corpus.stances}
    for position, claim in enumerate(graph.corpus.claims):
        if claim.id not in spoken:
            message = f"No account takes a stance on the claim {claim.id!r}."
            yield _warning(Weakness.UNSPOKEN_CLAIM, message, "claims", position)


def _bare_arguments(graph: ArgumentGraph) -> Iterator[Problem]:
    for position, argument in enumerate(graph.corpus.arguments):
        if not argument.because.strip():
            message = f"The argument {argument.id!r} does not say why: add 'because'."
            yield _warning(Weakness.BARE_ARGUMENT, message, "arguments", position)


def _claims_without_evidence(graph: ArgumentGraph) -> Iterator[Problem]:
    backed = _backed_claims(graph)
    for position, claim in enumerate(graph.corpus.claims):
        if claim.id not in backed:
            message = (
                f"No evidence bears on the claim {claim.id!r}, nor on the claims it is argued from."
            )
            yield _warning(Weakness.CLAIM_WITHOUT_EVIDENCE, message, "claims", position)


def _missing_replies(graph: ArgumentGraph) -> Iterator[Problem]:
    voices: dict[str, set[str]] = {}
    for argument in graph.corpus.arguments:
        for claim in claims_under(graph, argument):
            voices.setdefault(claim, set()).update(argument.by)
    for position, row in enumerate(compare(graph).rows):
        if row.group is not Group.DISPUTED:
            continue
        for account in graph.accounts:
            if graph.stance(account.id, row.claim.id) is None:
                continue
            if account.id not in voices.get(row.claim.id, ()):
                message = (
                    f"The claim {row.claim.id!r} is disputed, and {account.id!r} puts nothing "
                    "forward about it: add an argument."
                )
                yield _warning(Weakness.MISSING_REPLY, message, "claims", position)


def _thin_accounts(graph: ArgumentGraph) -> Iterator[Problem]:
    landed: dict[str, list[Argument]] = {}
    for argument in graph.corpus.arguments:
        for id in {graph.claims[claim].issue for claim in claims_under(graph, argument)}:
            landed.setdefault(id, []).append(argument)
    for position, issue in enumerate(graph.corpus.issues):
        counts = {
            account.id: len(evidence_of(graph, account.id, landed.get(issue.id, ())))
            for account in graph.accounts
            if any(graph.stance(account.id, claim.id) for claim in graph.claims_of(issue.id))
        }
        if len(counts) > 1 and max(counts.values()) > 2 * min(counts.values()):
            told = ", ".join(f"{account} {count}" for account, count in counts.items())
            message = (
                f"In the issue {issue.id!r} one account brings more than twice the evidence of "
                f"another ({told})."
            )
            yield _warning(Weakness.THIN_ACCOUNT, message, "issues", position)


def _circles(graph: ArgumentGraph) -> Iterator[Problem]:
    positions = {claim.id: position for position, claim in enumerate(graph.corpus.claims)}
    for circle in _support_circles(graph):
        members = sorted(circle, key=positions.__getitem__)
        shown = ", ".join(map(repr, members[:_SHOWN])) + (" ..." if len(members) > _SHOWN else "")
        message = f"These claims support each other in a circle: {shown}."
        yield _warning(Weakness.CIRCLE_OF_SUPPORT, message, "claims", positions[members[0]])


def _after_publication(graph: ArgumentGraph) -> Iterator[Problem]:
    for position, item in enumerate(graph.corpus.evidence):
        works = [citation.source for citation in item.citations]
        if item.date is not None and _is_after_all(graph, item.date, works):
            message = f"The date of {item.id!r} is later than every work that it is taken from."
            yield _warning(Weakness.AFTER_PUBLICATION, message, "evidence", position)
    for position, event in enumerate(graph.corpus.events):
        if _is_after_all(graph, event.date, event.sources):
            message = f"The date of {event.id!r} is later than every work that it is known from."
            yield _warning(Weakness.AFTER_PUBLICATION, message, "events", position)


def _is_after_all(graph: ArgumentGraph, date: PartialDate, works: Sequence[str]) -> bool:
    published = [graph.sources[work].date for work in works]
    return bool(published) and all(
        each is not None and _is_surely_after(date, each) for each in published
    )


def _is_surely_after(date: PartialDate, published: PartialDate) -> bool:
    """Tell whether a date is later than another, as far as both are known."""
    for mine, other in zip(
        (date.year, date.month, date.day),
        (published.year, published.month, published.day),
        strict=True,
    ):
        if not mine or not other:
            return False
        if mine != other:
            return mine > other
    return False


def _single_sources(graph: ArgumentGraph) -> Iterator[Problem]:
    works = {claim.id: _works(graph, claim.findings) for claim in graph.corpus.claims}
    for argument in graph.corpus.arguments:
        cited = _works(graph, (id for id in argument.premises if id in graph.evidence))
        for id in claims_under(graph, argument) if cited else ():
            works[id] |= cited
    for position, claim in enumerate(graph.corpus.claims):
        if len(works[claim.id]) == 1:
            [work] = works[claim.id]
            message = f"All evidence on the claim {claim.id!r} comes from one source, {work!r}."
            yield _warning(Weakness.SINGLE_SOURCE, message, "claims", position)


def _undated_quotations(graph: ArgumentGraph) -> Iterator[Problem]:
    for position, item in enumerate(graph.corpus.evidence):
        if item.kind is EvidenceKind.QUOTATION and item.date is None:
            message = f"The quotation {item.id!r} does not say when it was said: add 'date'."
            yield _warning(Weakness.UNDATED_QUOTATION, message, "evidence", position)


def _works(graph: ArgumentGraph, evidence: Iterable[str]) -> set[str]:
    return {citation.source for id in evidence for citation in graph.evidence[id].citations}


def _backed_claims(graph: ArgumentGraph) -> set[str]:
    """Collect the claims on which evidence bears, directly or through the claims argued from."""
    backed = {claim.id for claim in graph.corpus.claims if claim.findings}
    for argument in graph.corpus.arguments:
        if any(premise in graph.evidence for premise in argument.premises):
            backed.update(claims_under(graph, argument))
    waiting = list(backed)
    while waiting:
        for argument in graph.arguments_from(waiting.pop()):
            fresh = [claim for claim in claims_under(graph, argument) if claim not in backed]
            backed.update(fresh)
            waiting += fresh
    return backed


def _support_circles(graph: ArgumentGraph) -> Iterator[frozenset[str]]:
    """Find the claims that lie on circles of support, each circle's whole tangle together.

    Source: R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM Journal on
        Computing 1 (1972), 146-160: strongly connected components, here without recursion.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for claim in graph.claims:
        if claim in number:
            continue
        calls = [(claim, _supported(graph, claim))]
        number[claim] = low[claim] = len(number)
        path.append(claim)
        on_path.add(claim)
        while calls:
            here, ahead = calls[-1]
            step = next(ahead, None)
            if step is None:
                calls.pop()
                if calls:
                    above = calls[-1][0]
                    low[above] = min(low[above], low[here])
                if low[here] == number[here]:
                    tangle = _cut_off(path, here)
                    on_path -= tangle
                    if len(tangle) > 1:
                        yield tangle
            elif step not in number:
                number[step] = low[step] = len(number)
                path.append(step)
                on_path.add(step)
                calls.append((step, _supported(graph, step)))
            elif step in on_path:
                low[here] = min(low[here], number[step])


def _cut_off(path: list[str], first: str) -> frozenset[str]:
    """Take the end of a path away, from its last `first` on."""
    tangle = set()
    while first not in tangle:
        tangle.add(path.pop())
    return frozenset(tangle)


def _supported(graph: ArgumentGraph, claim: str) -> Iterator[str]:
    """Walk the claims that a claim is put forward for."""
    return (
        argument.target
        for argument in graph.arguments_from(claim)
        if argument.relation is Relation.SUPPORT and argument.target in graph.claims
    )


def _warning(weakness: Weakness, message: str, kind: str, position: int) -> Problem:
    return Problem(code=weakness.value, message=message, record=(kind, position), path=("id",))


_SHOWN = 5
_CHECKS: tuple[Callable[[ArgumentGraph], Iterator[Problem]], ...] = (
    _unused_sources,
    _unused_evidence,
    _nobodys_quotations,
    _unspoken_claims,
    _bare_arguments,
    _claims_without_evidence,
    _missing_replies,
    _thin_accounts,
    _circles,
    _after_publication,
    _single_sources,
    _undated_quotations,
)
