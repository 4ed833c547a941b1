from __future__ import annotations

import pytest

from argmap.core.lint import warnings
from argmap.core.model import Corpus
from tests import builders as build


def _corpus(**changes: object) -> Corpus:
    lists: dict[str, object] = {
        "claims": [build.claim("c")],
        "evidence": [build.quotation("e")],
        "stances": [build.stance("left", "c")],
        "arguments": [build.support("a", "e", "c")],
    }
    return build.corpus(**(lists | changes))


def test_a_whole_corpus_has_no_warning() -> None:
    assert warnings(_corpus()) == ()


@pytest.mark.parametrize(
    ("changes", "code", "record"),
    [
        ({"sources": [build.source(), build.source("s")]}, "W201", ("sources", 1)),
        ({"evidence": [build.fact("e"), build.fact("f")]}, "W202", ("evidence", 1)),
        ({"evidence": [build.quotation("e", speaker="")]}, "W203", ("evidence", 0)),
        ({"stances": []}, "W204", ("claims", 0)),
        ({"arguments": [build.support("a", "e", "c", because=" ")]}, "W205", ("arguments", 0)),
    ],
)
def test_warning_points_at_its_record(
    changes: dict[str, object], code: str, record: tuple[str, int]
) -> None:
    [warning] = warnings(_corpus(**changes))

    assert (warning.code, warning.record, warning.path) == (code, record, ("id",))
    assert warning.is_warning


def test_source_of_an_event_is_used() -> None:
    sources = [build.source(), build.source("s")]

    assert warnings(_corpus(sources=sources, events=[build.event("x", sources=("s",))])) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"claims": [build.claim("c", findings=("f",))]},
        {"arguments": [build.support("a", "e", "c"), build.rebut("b", "c", "f")]},
    ],
)
def test_finding_and_rebutted_evidence_are_used(changes: dict[str, object]) -> None:
    assert warnings(_corpus(evidence=[build.fact("e"), build.fact("f")], **changes)) == ()


def test_undated_quotation_and_fact_without_speaker_are_no_fault() -> None:
    evidence = [build.quotation("e", date=None), build.fact("f", speaker="")]
    arguments = [build.support("a", ("e", "f"), "c")]

    assert warnings(_corpus(evidence=evidence, arguments=arguments)) == ()
