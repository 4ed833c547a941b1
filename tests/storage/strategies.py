"""Draw any corpus that holds together, its texts as hostile as texts may be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from argmap.core.dates import PartialDate, Period
from argmap.core.model import (
    AccountText,
    Argument,
    Citation,
    Claim,
    Confidence,
    Corpus,
    Event,
    Evidence,
    EvidenceKind,
    Issue,
    Level,
    Narrative,
    Relation,
    Role,
    Source,
    SourceKind,
    Stance,
    StanceKind,
)

HOSTILE = (
    "'; DROP TABLE claim; --",
    'He said "no" \\ and \\" ended with a backslash \\',
    "\u202eright to left\u202c \u200fmarks\u200e",
    "😀 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧",
    "Не ближе чем на дюйм — ёлка, обеща́ние",
    "line\r\nline\ttab\x0bvertical\x85 \u2028 \ufeff",
    "%s %(corpus)s :corpus ? $1 {x}",
    "<b>&amp;</b> | \\N \\u0000 NULL",
    "word " * 400,
    " ",
)

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30),
)
dates = st.one_of(
    st.builds(PartialDate, st.integers(1, 9999)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)),
)
_years = st.tuples(st.integers(1, 4999), st.integers(5000, 9999))
periods = st.one_of(
    st.builds(Period.parse, dates.map(str)),
    _years.map(lambda years: Period(PartialDate(years[0]), PartialDate(years[1], 3))),
    _years.map(lambda years: Period(PartialDate(years[0]), PartialDate(years[1]))),
)
_BY_TYPE: dict[str, st.SearchStrategy[Any]] = {
    "str": texts,
    "bool": st.booleans(),
    "PartialDate | None": st.none() | dates,
    "Period | None": st.none() | periods,
}


@st.composite
def corpora(draw: st.DrawFn, id: str = "drawn") -> Corpus:
    accounts = _ids(draw, "account", 1)
    observers = _ids(draw, "observer")
    issues, events, sources = _ids(draw, "issue", 1), _ids(draw, "event"), _ids(draw, "source")
    evidence, claims = _ids(draw, "evidence"), _ids(draw, "claim")
    arguments = _ids(draw, "argument")
    in_words = st.lists(
        st.builds(AccountText, narrative=st.sampled_from(accounts), text=texts),
        max_size=3,
        unique_by=lambda said: said.narrative,
    ).map(tuple)
    stances = tuple(
        Stance(
            narrative=account,
            claim=claim,
            stance=draw(st.sampled_from(StanceKind)),
            how=draw(texts),
        )
        for claim in claims
        for account in accounts
        if draw(st.booleans())
    )

    def strongest(narrative: str) -> st.SearchStrategy[tuple[str, ...]]:
        return _some_of(
            [
                each.claim
                for each in stances
                if each.narrative == narrative and each.stance is StanceKind.ASSERTS
            ]
        )

    return Corpus(
        id=id,
        title=draw(texts),
        summary=draw(texts),
        language=draw(texts),
        licence=draw(texts),
        revised=draw(st.none() | dates),
        narratives=tuple(
            _record(draw, Narrative, id, role=st.just(role), strongest=strongest(id))
            for ids, role in ((accounts, Role.ACCOUNT), (observers, Role.OBSERVER))
            for id in ids
        ),
        issues=tuple(_record(draw, Issue, id, accounts=in_words) for id in issues),
        events=tuple(
            _record(
                draw,
                Event,
                id,
                date=dates,
                issue=st.sampled_from(["", *issues]),
                names=in_words,
                sources=_some_of(sources),
            )
            for id in events
        ),
        sources=tuple(_record(draw, Source, id) for id in sources),
        evidence=tuple(
            _record(draw, Evidence, id, citations=_citations(sources)) for id in evidence
        ),
        claims=tuple(
            _record(draw, Claim, id, issue=st.sampled_from(issues), findings=_some_of(evidence))
            for id in claims
        ),
        stances=stances,
        arguments=_arguments(draw, arguments, [*accounts, *observers], evidence, claims),
    )


def _arguments(
    draw: st.DrawFn,
    ids: Sequence[str],
    narratives: Sequence[str],
    evidence: Sequence[str],
    claims: Sequence[str],
) -> tuple[Argument, ...]:
    made = []
    for id in ids:
        targets = {
            Relation.SUPPORT: [*claims, *evidence],
            Relation.REBUT: [*claims, *evidence],
            Relation.QUALIFY: [*claims],
            Relation.UNDERCUT: [other for other in ids if other != id],
        }
        possible = [each for each in Relation if targets[each]]
        if not possible:
            return ()
        relation = draw(st.sampled_from(possible))
        target = draw(st.sampled_from(targets[relation]))
        premises = _some_of([each for each in (*claims, *evidence) if each != target])
        made.append(
            _record(
                draw,
                Argument,
                id,
                by=_some_of(narratives),
                premises=premises,
                relation=st.just(relation),
                target=st.just(target),
            )
        )
    return tuple(made)


def _record(draw: st.DrawFn, type_: type[Any], id: str, **fields: st.SearchStrategy[Any]) -> Any:
    given = {
        Source: {"kind": st.sampled_from(SourceKind), "authors": _some(texts)},
        Evidence: {
            "kind": st.sampled_from(EvidenceKind),
            "confidence": st.none() | st.sampled_from(Confidence),
        },
        Claim: {"level": st.sampled_from(Level)},
    }.get(type_, {})
    strategies = {
        name: _BY_TYPE[field.type]
        for name, field in type_.__dataclass_fields__.items()
        if field.type in _BY_TYPE and name != "id"
    }
    chosen = strategies | given | fields
    drawn = {name: draw(strategy) for name, strategy in chosen.items()}
    return type_(id=id, **drawn)


def _ids(draw: st.DrawFn, kind: str, least: int = 0) -> list[str]:
    return [
        f"{kind}-{number}" for number in draw(st.permutations(range(draw(st.integers(least, 3)))))
    ]


def _some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


def _some_of(ids: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return _some(st.sampled_from(ids)) if ids else st.just(())


def _citations(sources: Sequence[str]) -> st.SearchStrategy[tuple[Citation, ...]]:
    if not sources:
        return st.just(())
    return _some(st.builds(Citation, source=st.sampled_from(sources), locator=texts))
