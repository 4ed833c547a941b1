from __future__ import annotations

import pytest

from argmap.core.dates import PartialDate
from argmap.core.lint import warnings
from argmap.core.model import AcceptedWeakness, Citation, Corpus, Weakness
from tests import builders as build

_BOTH = (Citation(source="record"), Citation(source="second"))
_SOURCES = [build.source(), build.source("second")]


def _corpus(**changes: object) -> Corpus:
    lists: dict[str, object] = {
        "sources": _SOURCES,
        "claims": [build.claim("c")],
        "evidence": [build.quotation("e", citations=_BOTH)],
        "stances": [build.stance("left", "c")],
        "arguments": [build.support("a", "e", "c")],
    }
    return build.corpus(**(lists | changes))


def _codes(corpus: Corpus) -> list[str]:
    return [warning.code for warning in warnings(corpus)]


def test_a_whole_corpus_has_no_warning() -> None:
    assert warnings(_corpus()) == ()


@pytest.mark.parametrize(
    ("changes", "code", "record"),
    [
        ({"sources": [*_SOURCES, build.source("s")]}, "W201", ("sources", 2)),
        (
            {"evidence": [build.fact("e", citations=_BOTH), build.fact("f")]},
            "W202",
            ("evidence", 1),
        ),
        (
            {"evidence": [build.quotation("e", speaker="", citations=_BOTH)]},
            "W203",
            ("evidence", 0),
        ),
        ({"stances": []}, "W204", ("claims", 0)),
        ({"arguments": [build.support("a", "e", "c", because=" ")]}, "W205", ("arguments", 0)),
        (
            {"evidence": [build.quotation("e", date=None, citations=_BOTH)]},
            "W213",
            ("evidence", 0),
        ),
    ],
)
def test_warning_points_at_its_record(
    changes: dict[str, object], code: str, record: tuple[str, int]
) -> None:
    [warning] = warnings(_corpus(**changes))

    assert (warning.code, warning.record, warning.path) == (code, record, ("id",))
    assert warning.is_warning


def test_source_of_an_event_is_used() -> None:
    sources = [*_SOURCES, build.source("s")]

    assert warnings(_corpus(sources=sources, events=[build.event("x", sources=("s",))])) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"claims": [build.claim("c", findings=("f",))]},
        {"arguments": [build.support("a", "e", "c"), build.rebut("b", "c", "f")]},
    ],
)
def test_finding_and_rebutted_evidence_are_used(changes: dict[str, object]) -> None:
    evidence = [build.fact("e", citations=_BOTH), build.fact("f")]

    assert warnings(_corpus(evidence=evidence, **changes)) == ()


def test_fact_needs_no_speaker_and_no_date() -> None:
    evidence = [build.fact("e", speaker="", citations=_BOTH)]

    assert warnings(_corpus(evidence=evidence)) == ()


def test_claim_without_evidence_is_found() -> None:
    corpus = _corpus(
        claims=[build.claim("c"), build.claim("bare")],
        stances=[build.stance("left", "c"), build.stance("left", "bare")],
    )

    [warning] = warnings(corpus)

    assert (warning.code, warning.record) == ("W207", ("claims", 1))


def test_evidence_reaches_a_claim_through_the_claims_it_is_argued_from() -> None:
    corpus = _corpus(
        claims=[build.claim("c"), build.claim("d")],
        stances=[build.stance("left", "c"), build.stance("left", "d")],
        arguments=[build.support("a", "e", "c"), build.support("b", "c", "d")],
    )

    assert warnings(corpus) == ()


def test_side_of_a_dispute_that_puts_nothing_forward_is_named() -> None:
    corpus = _corpus(stances=[build.stance("left", "c"), build.stance("right", "c", "denies")])

    told = {warning.code: warning.message for warning in warnings(corpus)}

    assert "'right' puts nothing forward" in told["W208"]


def test_attack_on_the_evidence_for_a_disputed_claim_is_a_reply() -> None:
    corpus = _corpus(
        evidence=[build.fact("e", citations=_BOTH), build.fact("f")],
        stances=[build.stance("left", "c"), build.stance("right", "c", "denies")],
        arguments=[build.support("a", "e", "c"), build.rebut("b", "f", "e", by="right")],
    )

    assert "W208" not in _codes(corpus)


def test_agreed_claim_needs_no_word_from_both() -> None:
    corpus = _corpus(stances=[build.stance("left", "c"), build.stance("right", "c", "concedes")])

    assert "W208" not in _codes(corpus)


@pytest.mark.parametrize(("right", "thin"), [(1, True), (2, False)])
def test_account_with_less_than_half_of_anothers_evidence_is_thin(right: int, thin: bool) -> None:
    evidence = [build.fact(f"e{n}", citations=_BOTH) for n in range(4 + right)]
    arguments = [build.support(f"a{n}", f"e{n}", "c") for n in range(4)]
    arguments += [build.rebut(f"b{n}", f"e{4 + n}", "c", by="right") for n in range(right)]
    stances = [build.stance("left", "c"), build.stance("right", "c", "denies")]
    corpus = _corpus(evidence=evidence, arguments=arguments, stances=stances)

    assert ("W209" in _codes(corpus)) == thin


def test_silent_account_is_not_thin() -> None:
    evidence = [build.fact(f"e{n}", citations=_BOTH) for n in range(3)]
    arguments = [build.support(f"a{n}", f"e{n}", "c") for n in range(3)]

    assert warnings(_corpus(evidence=evidence, arguments=arguments)) == ()


def test_circle_of_support_is_found_once_at_its_first_claim() -> None:
    ids = ("before", "c", "d", "f")
    corpus = _corpus(
        claims=[build.claim(id) for id in ids],
        stances=[build.stance("left", id) for id in ids],
        arguments=[
            build.support("a", "e", "before"),
            build.support("a0", "before", "c"),
            build.support("a1", "c", "d"),
            build.support("a2", "d", "f"),
            build.support("a3", "f", "c"),
        ],
    )

    [warning] = warnings(corpus)

    assert (warning.code, warning.record) == ("W210", ("claims", 1))
    assert warning.message == "These claims support each other in a circle: 'c', 'd', 'f'."


def test_rebuttals_in_a_circle_are_a_dispute_and_no_circle_of_support() -> None:
    corpus = _corpus(
        claims=[build.claim("c"), build.claim("d")],
        stances=[build.stance("left", "c"), build.stance("left", "d")],
        arguments=[
            build.support("a", "e", "c"),
            build.rebut("b", "c", "d"),
            build.rebut("b2", "d", "c"),
        ],
    )

    assert "W210" not in _codes(corpus)


def test_a_long_chain_of_support_needs_no_deep_recursion() -> None:
    ids = [f"c{n}" for n in range(3000)]
    corpus = _corpus(
        claims=[build.claim(id) for id in ids],
        stances=[build.stance("left", id) for id in ids],
        arguments=[
            build.support("a", "e", "c0"),
            *(build.support(f"s{n}", f"c{n}", f"c{n + 1}") for n in range(2999)),
            build.support("back", "c2999", "c0"),
        ],
    )

    assert _codes(corpus) == ["W210"]


@pytest.mark.parametrize(
    ("said", "published", "late"),
    [
        ("1990-02-10", "1990-02-09", True),
        ("1991", "1990-12", True),
        ("1990-02-09", "1990-02-09", False),
        ("1990-12", "1990", False),
        ("1989", "1990-02", False),
    ],
)
def test_words_said_after_their_publication_are_found(
    said: str, published: str, late: bool
) -> None:
    sources = [build.source(id, date=PartialDate.parse(published)) for id in ("record", "second")]
    quotation = build.quotation("e", date=PartialDate.parse(said), citations=_BOTH)

    assert ("W211" in _codes(_corpus(sources=sources, evidence=[quotation]))) == late


def test_one_later_or_undated_work_is_enough_for_a_late_date() -> None:
    sources = [build.source("record", date=PartialDate(1980)), build.source("second")]

    assert warnings(_corpus(sources=sources)) == ()


def test_event_after_all_its_sources_is_found() -> None:
    sources = [build.source("record"), build.source("second", date=PartialDate(1980))]
    events = [build.event("x", "1990-02", sources=("second",))]

    [warning] = warnings(_corpus(sources=sources, events=events))

    assert (warning.code, warning.record) == ("W211", ("events", 0))


def test_claim_on_which_one_work_alone_bears_is_found() -> None:
    [warning] = warnings(_corpus(sources=[build.source()], evidence=[build.quotation("e")]))

    assert (warning.code, warning.record) == ("W212", ("claims", 0))
    assert "'record'" in warning.message


def test_work_behind_a_finding_or_an_attack_is_a_second_source() -> None:
    evidence = [build.quotation("e"), build.fact("f", "second")]
    finding = _corpus(evidence=evidence, claims=[build.claim("c", findings=("f",))])
    arguments = [build.support("a", "e", "c"), build.rebut("b", "f", "e")]
    attack = _corpus(evidence=evidence, arguments=arguments)

    assert (_codes(finding), _codes(attack)) == ([], [])


def test_accepted_weakness_carries_its_reason() -> None:
    reason = AcceptedWeakness(
        warning=Weakness.SINGLE_SOURCE, about="c", because="There is no other record."
    )
    corpus = _corpus(sources=[build.source()], evidence=[build.quotation("e")], accepted=(reason,))

    [warning] = warnings(corpus)

    assert (warning.code, warning.accepted) == ("W212", "There is no other record.")


@pytest.mark.parametrize(
    "accepted",
    [
        AcceptedWeakness(warning=Weakness.SINGLE_SOURCE, about="e", because="Another record."),
        AcceptedWeakness(warning=Weakness.BARE_ARGUMENT, about="c", because="Another code."),
    ],
)
def test_acceptance_silences_only_that_warning_of_that_record(accepted: AcceptedWeakness) -> None:
    corpus = _corpus(
        sources=[build.source()], evidence=[build.quotation("e")], accepted=(accepted,)
    )

    warned = [(warning.code, warning.accepted) for warning in warnings(corpus)]

    assert warned == [("W212", ""), ("W214", "")]


def test_acceptance_of_what_is_mended_asks_to_be_taken_out() -> None:
    stale = AcceptedWeakness(warning=Weakness.SINGLE_SOURCE, about="c", because="Once so.")

    [warning] = warnings(_corpus(accepted=(stale, stale)))[:1]

    assert (warning.code, warning.record, warning.path) == ("W214", ("accepted", 0), ("about",))
