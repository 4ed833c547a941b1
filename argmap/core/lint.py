"""Find what a corpus that holds together should still not have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from argmap.core.model import Corpus, EvidenceKind
from argmap.errors import Problem


def warnings(corpus: Corpus) -> tuple[Problem, ...]:
    """List the warnings about a corpus, by code and then in the corpus's order.

    Codes: W201 a source nothing uses, W202 evidence nothing uses, W203 a quotation without
    a speaker, W204 a claim no account speaks to, W205 an argument without a warrant.
    """
    return tuple(
        chain(
            _unused_sources(corpus),
            _unused_evidence(corpus),
            _nobodys_quotations(corpus),
            _unspoken_claims(corpus),
            _bare_arguments(corpus),
        )
    )


def _unused_sources(corpus: Corpus) -> Iterator[Problem]:
    used = {citation.source for item in corpus.evidence for citation in item.citations}
    used |= {source for event in corpus.events for source in event.sources}
    for position, source in enumerate(corpus.sources):
        if source.id not in used:
            message = f"No evidence and no event uses the source {source.id!r}."
            yield _warning("W201", message, "sources", position)


def _unused_evidence(corpus: Corpus) -> Iterator[Problem]:
    used = {name for claim in corpus.claims for name in claim.findings}
    for argument in corpus.arguments:
        used |= {*argument.premises, argument.target}
    for position, item in enumerate(corpus.evidence):
        if item.id not in used:
            message = f"No argument and no finding uses the evidence {item.id!r}."
            yield _warning("W202", message, "evidence", position)


def _nobodys_quotations(corpus: Corpus) -> Iterator[Problem]:
    for position, item in enumerate(corpus.evidence):
        if item.kind is EvidenceKind.QUOTATION and not item.speaker.strip():
            message = f"The quotation {item.id!r} does not say whose words it is: add 'speaker'."
            yield _warning("W203", message, "evidence", position)


def _unspoken_claims(corpus: Corpus) -> Iterator[Problem]:
    spoken = {stance.claim for stance in corpus.stances}
    for position, claim in enumerate(corpus.claims):
        if claim.id not in spoken:
            message = f"No account takes a stance on the claim {claim.id!r}."
            yield _warning("W204", message, "claims", position)


def _bare_arguments(corpus: Corpus) -> Iterator[Problem]:
    for position, argument in enumerate(corpus.arguments):
        if not argument.because.strip():
            message = f"The argument {argument.id!r} does not say why: add 'because'."
            yield _warning("W205", message, "arguments", position)


def _warning(code: str, message: str, kind: str, position: int) -> Problem:
    return Problem(code=code, message=message, record=(kind, position), path=("id",))
