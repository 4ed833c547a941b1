from __future__ import annotations

from argmap.core.model import AccountText
from argmap.storage.indexing import Entry, entries
from argmap.storage.search import KINDS
from tests import builders


def test_every_kind_of_record_that_is_searched_has_its_words() -> None:
    corpus = builders.corpus(
        narratives=[builders.narrative("left", summary="Its summary")],
        issues=[builders.issue(accounts=(AccountText(narrative="left", text="Its answer"),))],
        events=[builders.event("v", names=(AccountText(narrative="left", text="Its name"),))],
        sources=[builders.source(authors=("First", "Second"), publisher="House")],
        evidence=[builders.quotation("q", translation="In other words")],
        claims=[builders.claim("c", note="A note")],
    )

    assert entries(corpus) == (
        Entry("claim", "c", "Claim c", "A note"),
        Entry("evidence", "q", "Words of q", "A speaker · In other words"),
        Entry("source", "record", "Source record", "First · Second · House"),
        Entry("issue", "question", "Issue question", "What of question? · Its answer"),
        Entry("event", "v", "Event v", "Its name"),
        Entry("narrative", "left", "Left account", "Left · Its summary"),
    )
    assert tuple(entry.kind for entry in entries(corpus)) == KINDS
