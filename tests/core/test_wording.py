"""Sentences a teacher reads aloud: about the accounts, never about who is right."""

from __future__ import annotations

import re
from itertools import product

import pytest

from argmap.core import wording
from argmap.core.comparison import Verdict, compare
from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import DocumentCount
from argmap.core.model import Narrative, Relation, Role, SourceKind, StanceKind
from argmap.core.replies import ReplyLevel, ledger
from argmap.core.wording.files import file_size
from tests import builders as build

JUDGING = re.compile(r"\b(true|false|right|wrong|better|proves?|refute[sd]?|lie[sd]?)\b", re.I)


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("asserts", "asserts", "Both accounts say this."),
        ("concedes", "concedes", "Both accounts concede this."),
        ("denies", "denies", "Both accounts reject this."),
        (
            "asserts",
            "concedes",
            "Agreed: the Eastern account asserts this while the Northern account concedes this.",
        ),
        (
            "asserts",
            "denies",
            "Disputed: the Eastern account asserts this while the Northern account denies this.",
        ),
        (
            "asserts",
            "qualifies",
            "Agreed in part: the Eastern account asserts this while the Northern account accepts "
            "this in part.",
        ),
        (
            "asserts",
            None,
            "Only the Eastern account asserts this; no answer was found in the sources loaded.",
        ),
        (None, None, "None of the accounts says anything on this in the sources loaded."),
    ],
)
def test_a_verdict_is_said_in_one_sentence(left: str, right: str, said: str) -> None:
    graph = graph_of([left, right])
    comparison = compare(graph)

    assert wording.verdict_sentence(graph, comparison, comparison.rows[0]) == said


@pytest.mark.parametrize("stances", list(product([*StanceKind, None], repeat=3)))
def test_no_verdict_sentence_judges_and_each_is_a_sentence(
    stances: tuple[StanceKind | None, ...],
) -> None:
    graph = graph_of(stances)
    comparison = compare(graph)

    said = wording.verdict_sentence(graph, comparison, comparison.rows[0])

    assert not JUDGING.search(said)
    assert said[0].isupper()
    assert said.endswith(".")
    assert "None" not in said.removeprefix("None of the accounts")


def test_the_summary_counts_points_in_words_that_can_be_read_aloud() -> None:
    graph = graph_of(["asserts", "concedes"])

    said = wording.summary_sentence(compare(graph).summary, 2)

    assert said == (
        "Both accounts address 1 of 1 point. "
        "They agree on 1, agree in part on none and dispute none."
    )


def test_nothing_to_compare_is_said() -> None:
    summary = compare(ArgumentGraph(build.corpus())).summary

    assert wording.summary_sentence(summary, 2) == "There is nothing to compare."


def test_an_account_without_objections_has_nothing_to_answer() -> None:
    graph = graph_of(["asserts", "asserts"])

    said = wording.ledger_sentence(graph, ledger(graph, "left"))

    assert said.endswith("faces no objection in the sources loaded: nothing to answer.")


def test_every_class_has_words() -> None:
    assert set(wording.VERDICT) == set(Verdict)
    assert set(wording.STANCE) == {*StanceKind, None}
    assert set(wording.RELATION) == set(Relation)
    assert set(wording.REPLY) == set(wording.REPLY_COUNT) == set(ReplyLevel)
    assert all(wording.source_kind(kind) for kind in SourceKind)


def test_an_observer_is_named_without_an_article() -> None:
    assert wording.voice(build.observer("school")) == "School account"
    assert wording.voice(build.narrative("left")) == "the Left account"


def test_a_quotation_stands_in_quotation_marks_and_a_fact_does_not() -> None:
    assert wording.quoted(build.quotation("q", text="not one inch")) == "“not one inch”"
    assert wording.quoted(build.fact("f", text="It was so recorded.")) == "It was so recorded."


def test_an_attribution_names_speaker_date_work_and_place() -> None:
    item = build.quotation("q")
    graph = ArgumentGraph(build.corpus(evidence=[item]))

    assert wording.attribution(graph, item) == "A speaker, 9 February 1990. Source record"


def test_a_speaker_who_is_the_author_is_named_once() -> None:
    memoir = build.source("memoir", authors=("A speaker",), date=build.PartialDate(1995))
    later = build.quotation("q", source="memoir")
    undated = build.quotation("u", source="memoir", date=None)
    graph = ArgumentGraph(build.corpus(sources=[memoir], evidence=[later, undated]))

    assert wording.attribution(graph, later) == "A speaker, 9 February 1990. Source memoir (1995)"
    assert wording.attribution(graph, undated) == "A speaker, Source memoir (1995)"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), ""),
        (("Ada Alder",), "Ada Alder"),
        (("Ada Alder", "Ben Birch"), "Ada Alder and Ben Birch"),
        (("Ada Alder", "Ben Birch", "Cy Cedar"), "Ada Alder and others"),
    ],
)
def test_authors_are_named_briefly(names: tuple[str, ...], said: str) -> None:
    assert wording.authors(build.source(authors=names)) == said


def test_speakers_who_are_the_authors_together_are_named_once() -> None:
    work = build.source("paper", authors=("Ada Alder", "Ben Birch", "Cy Cedar"))
    item = build.quotation("q", speaker="Ada Alder and others", date=None, source="paper")
    graph = ArgumentGraph(build.corpus(sources=[work], evidence=[item]))

    assert wording.attribution(graph, item) == "Ada Alder and others, Source paper"


def test_an_unverified_work_says_so() -> None:
    assert wording.work(build.source("memo", verified=False)) == "Source memo [not verified]"


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_joined_as_in_a_sentence(words: list[str], said: str) -> None:
    assert wording.listed(words) == said


def graph_of(stances: object) -> ArgumentGraph:
    """Build one claim c with a stance of each account, given in order."""
    names = {"left": "Eastern account", "right": "Northern account", "third": "Southern account"}
    chosen = [*names][: len(list(stances))]
    return ArgumentGraph(
        build.corpus(
            narratives=[build.Narrative(id=id, name=names[id], short=id.title()) for id in chosen],
            claims=[build.claim("c")],
            stances=[
                build.stance(id, "c", kind)
                for id, kind in zip(chosen, stances, strict=True)
                if kind
            ],
        )
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (DocumentCount(supporting=1), "1 document for"),
        (DocumentCount(supporting=8, opposing=3), "8 documents for, 3 against"),
        (DocumentCount(qualifying=2, opposing=1), "2 documents to limit, 1 against"),
    ],
)
def test_documents_are_counted_by_what_they_are_used_for(count: DocumentCount, said: str) -> None:
    assert wording.documents(count) == said


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ((), "The Eastern account takes a stance on no point in the sources loaded."),
        (("denies",), "The Eastern account speaks to 1 of 4 points: it denies 1."),
        (
            ("asserts", "qualifies", "asserts"),
            "The Eastern account speaks to 3 of 4 points: it asserts 2 and accepts 1 in part.",
        ),
    ],
)
def test_stances_of_an_account_are_summed_up_by_kind(held: tuple[str, ...], said: str) -> None:
    account = Narrative(id="a", name="Eastern account", short="Eastern")
    stances = {
        kind: [build.stance("a", f"c{n}", kind) for n, each in enumerate(held) if each == kind]
        for kind in StanceKind
    }

    assert wording.stances_sentence(account, stances, 4) == said


@pytest.mark.parametrize(
    ("arguments", "issues", "said"),
    [
        (0, 0, "Scholars puts no argument forward in the sources loaded."),
        (1, 1, "Scholars puts 1 argument forward on 1 issue."),
        (9, 2, "Scholars puts 9 arguments forward on 2 issues."),
    ],
)
def test_what_an_observer_puts_forward_is_counted(arguments: int, issues: int, said: str) -> None:
    observer = Narrative(id="s", name="Scholars", short="Sch.", role=Role.OBSERVER)

    assert wording.contribution_sentence(observer, arguments, issues) == said


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        ({Relation.SUPPORT: 1, Relation.REBUT: 0}, "In 1 of its arguments, in support."),
        (
            {Relation.SUPPORT: 2, Relation.QUALIFY: 1},
            "In 3 of its arguments: 2 in support and 1 to limit a claim.",
        ),
    ],
)
def test_uses_of_a_document_are_said_by_relation(uses: dict[Relation, int], said: str) -> None:
    assert wording.used(uses) == said


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        (0, "No document that it brings for this itself is in the sources loaded."),
        (1, "It brings 1 document for this."),
        (8, "It brings 8 documents for this."),
    ],
)
def test_documents_brought_are_counted(documents: int, said: str) -> None:
    assert wording.brought(documents) == said


@pytest.mark.parametrize(
    ("stance", "said"),
    [
        ("asserts", "The Eastern account asserts this."),
        ("denies", "The Eastern account denies this."),
        (None, "The Eastern account says nothing on this in the sources loaded."),
    ],
)
def test_of_one_account_alone_only_its_own_stance_is_said(stance: str | None, said: str) -> None:
    graph = graph_of([stance])
    comparison = compare(graph)

    assert wording.verdict_sentence(graph, comparison, comparison.rows[0]) == said


def test_the_summary_of_one_account_alone_speaks_of_no_agreement() -> None:
    said = wording.summary_sentence(compare(graph_of(["asserts"])).summary, 1)

    assert said == "One account alone is shown. It speaks to 1 of 1 point; nothing is compared."


@pytest.mark.parametrize(
    ("size_bytes", "said"),
    [
        (0, "1 kB"),
        (57_400, "57 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_249_999, "1.2 MB"),
        (12_960_000, "13.0 MB"),
    ],
)
def test_size_of_a_file_is_said_in_three_figures_or_less(size_bytes, said):
    assert file_size(size_bytes) == said
