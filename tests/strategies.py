"""Draw corpora that hold together but whose texts are as hostile as texts can be."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from argmap.core.dates import PartialDate, Period
from argmap.core.model import (
    AcceptedWeakness,
    AccountText,
    Argument,
    Citation,
    Claim,
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
    Weakness,
)

# What YAML, HTML, DOT, JSON or a shell may take for something else.
_TRICKS = (
    " ", "  ", "\n", "\n\n", "\t", ": ", " #", "#", "- ", "-", "? ", "'", '"', "\\", "\\N{x}", "|",
    ">", "&a", "*a", "!t", "%", "@", "`", "{", "}", "[", "]", ",", "<b>", "&amp;", "---", "...",
    "no", "null", "~", "true", "0x1", "1e3", "1990", "1990-02-09", "=", "<<", "\u200f", "\u202e",
    "שלום", "привет", "\U0001f600", "\u2028", "\u2029", "\xa0", "\u3000", "\ufeff", "\u00ad",
    "e\u0301",
)  # fmt: skip
_LONG = "a text that is longer than one line of a file, " * 3
_CHARACTERS = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n\t"
)
_IDS = st.from_regex(
    r"(?:[a-z][a-z0-9]{0,4}|no|null|y|true|1e3|0x1f)(?:-[a-z0-9]{1,3})?", fullmatch=True
)


def texts(*, least: int = 0, one_line: bool = False) -> st.SearchStrategy[str]:
    piece = st.sampled_from((*_TRICKS, _LONG, "word", " ")) | st.text(_CHARACTERS, max_size=6)
    joined = st.lists(piece, min_size=least, max_size=5).map("".join)
    if one_line:
        joined = joined.map(lambda text: text.replace("\n", " ").replace("\t", " "))
    return joined.map(lambda text: text[:500]).filter(lambda text: not least or bool(text.strip()))


def dates() -> st.SearchStrategy[PartialDate]:
    day = st.dates().map(lambda date: PartialDate(date.year, date.month, date.day))
    month = day.map(lambda date: PartialDate(date.year, date.month))
    return day | month | day.map(lambda date: PartialDate(date.year))


def periods() -> st.SearchStrategy[Period]:
    return st.tuples(dates(), dates()).map(sorted).map(lambda two: Period(*two)).filter(_in_order)


def _in_order(period: Period) -> bool:
    try:
        return Period.parse(str(period)) == period
    except ValueError:
        return False


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Draw a corpus: two accounts and an observer, and up to three records of each kind."""
    line, prose = (st.just("") | texts(one_line=True)), (st.just("") | texts())
    title = texts(least=1, one_line=True)
    told = texts(least=1)
    some = {kind: draw(_ids(kind)) for kind in ("issues", "events", "sources")}
    nodes = draw(st.lists(_IDS, min_size=2, max_size=9, unique=True))
    third = max(1, len(nodes) // 3)
    claims, evidence, steps = nodes[:third], nodes[third : 2 * third], nodes[2 * third :]
    voices = draw(st.lists(_IDS, min_size=3, max_size=3, unique=True))
    accounts = voices[:2]
    account_texts = st.lists(st.sampled_from(accounts), unique=True).flatmap(
        lambda names: st.tuples(
            *(st.builds(AccountText, narrative=st.just(n), text=told) for n in names)
        )
    )
    period = st.none() | periods()
    date = st.none() | dates()
    language = st.sampled_from(["", "en", "ru", "no"])

    def several(names: list[str], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
        chosen = st.lists(st.sampled_from(names), unique=True, min_size=least, max_size=3)
        return chosen.map(tuple) if names else st.just(())

    def each(make: Any, ids: list[str], /, **values: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.builds(make, id=st.just(id), **values)) for id in ids)

    citation = st.builds(Citation, source=st.sampled_from(some["sources"]), locator=line)
    kind = st.sampled_from(EvidenceKind)
    stances = tuple(
        draw(st.builds(Stance, narrative=st.just(name), claim=st.just(claim),
                       stance=st.sampled_from(StanceKind), how=prose))
        for claim in claims for name in accounts if draw(st.booleans())
    )  # fmt: skip

    def strongest(voice: str) -> tuple[str, ...]:
        asserted = [
            each.claim
            for each in stances
            if each.narrative == voice and each.stance is StanceKind.ASSERTS
        ]
        return draw(several(asserted))

    narratives = tuple(
        Narrative(
            id=voice,
            name=draw(title),
            short=draw(title),
            role=Role.ACCOUNT if voice in accounts else Role.OBSERVER,
            summary=draw(prose),
            strongest=strongest(voice),
        )
        for voice in voices
    )
    facts = each(
        Evidence, evidence, kind=kind, text=told, speaker=line, date=date, language=language,
        citations=st.lists(citation, min_size=1, max_size=3).map(tuple), wording=line,
        original=prose, translation=prose, context=prose, confidence=st.none(),
        verified=st.booleans(), note=prose,
    )  # fmt: skip
    return Corpus(
        id="small",
        title=draw(title),
        summary=draw(prose),
        language=draw(st.sampled_from(["en", "ru"])),
        licence=draw(line),
        revised=draw(date),
        narratives=narratives,
        issues=each(Issue, some["issues"], title=title, question=title, period=period,
                    introduction=prose, accounts=account_texts),
        events=each(Event, some["events"], date=dates(), title=title,
                    issue=st.sampled_from(["", *some["issues"]]), names=account_texts,
                    sources=several(some["sources"]), verified=st.booleans(), note=prose),
        sources=each(Source, some["sources"], kind=st.sampled_from(SourceKind), title=title,
                     title_translation=line, authors=st.lists(title, max_size=3).map(tuple),
                     date=date, publisher=line, reference=line,
                     url=st.sampled_from(["", "https://example.org/a?b=c#d'"]), language=language,
                     verified=st.booleans(), note=prose),
        evidence=facts,
        claims=each(Claim, claims, issue=st.sampled_from(some["issues"]), text=told,
                    in_full=prose, level=st.sampled_from(Level), period=period,
                    findings=several(evidence), note=prose),
        stances=stances,
        arguments=tuple(draw(_argument(id, claims, evidence, voices, prose)) for id in steps),
        accepted=tuple(draw(st.lists(
            st.builds(AcceptedWeakness, warning=st.sampled_from(Weakness),
                      about=st.sampled_from(claims), because=told), max_size=2))),
    )  # fmt: skip


def _ids(kind: str) -> st.SearchStrategy[list[str]]:
    return st.lists(_IDS, min_size=0 if kind == "events" else 1, max_size=3, unique=True)


def _argument(
    id: str, claims: list[str], evidence: list[str], voices: list[str], prose: Any
) -> st.SearchStrategy[Argument]:
    target = st.sampled_from(claims)
    return target.flatmap(
        lambda name: st.builds(
            Argument,
            id=st.just(id),
            by=st.lists(st.sampled_from(voices), min_size=1, unique=True).map(tuple),
            premises=st.lists(st.sampled_from(evidence), min_size=1, unique=True).map(tuple),
            relation=st.sampled_from([Relation.SUPPORT, Relation.REBUT, Relation.QUALIFY]),
            target=st.just(name),
            because=prose,
        )
    )
