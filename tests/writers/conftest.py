"""Give the writers a corpus with a bit of everything, hostile texts and Cyrillic included."""

from __future__ import annotations

import pytest

from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.core.model import AccountText
from argmap.web import publish
from argmap.writers.format import Order, Scope
from tests import builders

# What these assert is told in full where it fails, as if it stood in the test.
pytest.register_assert_rewrite("tests.writers.foreign", "tests.writers.worksheets.answers")

HOSTILE = 'A "quoted" <b>&amp;{}|</b> claim # with `code` *and* \\N ending in \\'
CYRILLIC = "Обещание не расширять НАТО было дано и записано"


@pytest.fixture(scope="session")
def graph() -> ArgumentGraph:
    """Give two accounts and an observer, two issues, every relation, a premise from next door."""
    return ArgumentGraph(
        builders.corpus(
            title="Mapped [here]",
            licence="CC BY 4.0",
            revised=PartialDate(2026, 11, 23),
            narratives=[*map(builders.narrative, ("left", "right")), builders.observer("study")],
            issues=[
                builders.issue(
                    accounts=(AccountText(narrative="left", text="Left's answer."),),
                    introduction="An introduction.",
                ),
                builders.issue("other", period="1991"),
            ],
            events=[builders.event("meeting", issue="question", sources=("record",))],
            sources=[builders.source(url="https://example.org/a?b=1&c"), builders.source("unused")],
            evidence=[
                builders.quotation("memo", text="Мы обещали это", speaker="Министр", language="ru"),
                builders.fact("count", verified=False),
                builders.fact("ruling"),
            ],
            claims=[
                builders.claim("promise", text=CYRILLIC, period="1990-1991"),
                builders.claim("hostile", text=HOSTILE, findings=("ruling",)),
                builders.claim("formula", issue="other", text="=SUM(A1:A9)"),
                builders.claim("lonely", issue="other"),
            ],
            stances=[
                builders.stance("left", "promise", how="In so many words."),
                builders.stance("right", "promise", "denies"),
                builders.stance("left", "formula"),
                builders.stance("right", "formula"),
            ],
            arguments=[
                builders.support("recorded", "memo", "promise"),
                builders.rebut("elsewhere", ("formula", "count"), "promise", by="right"),
                builders.undercut("beside-it", "hostile", "recorded", by=("right", "study")),
                builders.rebut("forged", "count", "memo", by="right"),
                builders.qualify("partly", "promise", "lonely", by="study"),
            ],
        )
    )


@pytest.fixture(scope="session")
def orders(graph: ArgumentGraph) -> dict[Scope, Order]:
    """Give an order of each scope."""
    return {
        Scope.CORPUS: Order(graph=graph, publish=publish),
        Scope.ISSUE: Order(graph=graph, issue="question", publish=publish),
        Scope.CLAIM: Order(graph=graph, claim="promise", depth=None, publish=publish),
    }
