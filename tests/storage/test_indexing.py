from __future__ import annotations

from argmap.core.graph import ArgumentGraph
from argmap.core.model import AccountText
from argmap.storage.indexing import Entry, entries, indexed
from argmap.storage.search import KINDS
from tests import builders


def test_every_kind_of_record_that_is_searched_has_its_words() -> None:
    corpus = builders.corpus(
        narratives=[builders.narrative("left", summary="Its summary")],
        issues=[builders.issue(accounts=(AccountText(narrative="left", text="Its answer"),))],
        events=[
            builders.event(
                "v", issue="question", names=(AccountText(narrative="left", text="Its name"),)
            )
        ],
        sources=[builders.source(authors=("First", "Second"), publisher="House")],
        evidence=[builders.quotation("q", translation="In other words"), builders.fact("f")],
        claims=[
            builders.claim("c", in_full="The whole", note="A note", findings=("f",)),
        ],
        stances=[builders.stance("left", "c", "asserts", "In its terms")],
        arguments=[builders.support("a", "q", "c")],
    )
    found = entries(ArgumentGraph(corpus))
    on = {"issues": ("question",)}

    assert found == (
        Entry(
            kind="issue", id="question", text="Issue question", more="What of question?",
            standing=120, **on,
        ),
        Entry(
            kind="claim", id="c", text="Claim c", more="The whole · A note",
            around="Issue question", standing=130, **on,
        ),
        Entry(
            kind="quotation", id="q", text="Words of q", names="A speaker",
            more="In other words", around="Source record", standing=105, **on,
        ),
        Entry(kind="fact", id="f", text="Fact f", around="Source record", **on),
        Entry(
            kind="source", id="record", text="Source record", names="First · Second", more="House",
            standing=85, **on,
        ),
        Entry(kind="event", id="v", text="Event v", names="Its name", **on),
        Entry(
            kind="sentence", id="left", text="Its summary", names="Left account · Left",
            standing=75,
        ),
        Entry(kind="sentence", id="left/issue/question", text="Its answer", standing=75, **on),
        Entry(kind="sentence", id="left/claim/c", text="In its terms", standing=75, **on),
    )  # fmt: skip
    assert tuple(dict.fromkeys(entry.kind for entry in found)) == KINDS


def test_evidence_bears_on_the_issues_its_arguments_lead_to() -> None:
    corpus = builders.corpus(
        issues=[builders.issue("one"), builders.issue("two"), builders.issue("three")],
        evidence=[builders.fact("f"), builders.fact("loose")],
        claims=[builders.claim("a", issue="two"), builders.claim("b", issue="one")],
        arguments=[builders.support("s", "f", "a"), builders.undercut("u", "f", "t"),
                   builders.rebut("t", "a", "b")],
    )  # fmt: skip
    found = {entry.id: entry for entry in entries(ArgumentGraph(corpus))}

    assert found["f"].issues == ("one", "two")
    assert found["loose"].issues == ()
    assert found["record"].issues == ("one", "two")


def test_vocabulary_has_the_words_of_own_texts_and_no_numbers() -> None:
    entry = Entry(kind="fact", id="f", text="It is 1990, not 1991", names="Baker", around="Memoirs")

    assert indexed(entry).vocabulary == {"not", "baker"}
