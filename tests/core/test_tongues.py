from dataclasses import replace

import pytest

from argmap.core.citing.text import Run
from argmap.core.graph import ArgumentGraph
from argmap.core.language import speaking
from argmap.core.model import Citation
from argmap.core.tongues import bare, of_original, ours
from argmap.resources import catalogue
from tests import builders as b


def graph(language: str = "en", *names: str) -> ArgumentGraph:
    narratives = [
        replace(b.narrative(f"n{at}"), name=name)
        for at, name in enumerate(names or ("Port account",))
    ]
    return ArgumentGraph(replace(b.corpus(narratives=narratives), language=language))


def test_sentence_in_the_language_of_the_corpus_is_one_run() -> None:
    assert ours(graph(), "The Port account denies.").runs == (Run("The Port account denies."),)


def test_names_in_a_sentence_of_another_language_are_the_corpus_s() -> None:
    with speaking(catalogue("ru")):
        runs = ours(graph(), "Согласие: port account, а не Portugal.").runs

    assert runs == (
        Run("Согласие: ", language="ru"), Run("port account,"),
        Run(" а не Portugal.", language="ru"),
    )  # fmt: skip


def test_longer_of_two_names_is_found_and_half_a_word_is_none() -> None:
    with speaking(catalogue("ru")):
        runs = ours(graph("en", "Port", "Port account"), "Port account, Ports и Airport").runs

    assert runs == (Run("Port account,"), Run(" Ports и Airport", language="ru"))


def test_what_else_is_the_corpus_s_is_left_to_it() -> None:
    with speaking(catalogue("ru")):
        runs = ours(graph(), "James (J.) Baker, 9 февраля", "James (J.) Baker").runs

    assert runs == (Run("James (J.) Baker,"), Run(" 9 февраля", language="ru"))


@pytest.mark.parametrize(("tag", "alone"), [("pt-BR", "pt"), ("RU", "ru"), ("", "")])
def test_country_is_no_part_of_a_language(tag: str, alone: str) -> None:
    assert bare(tag) == alone


@pytest.mark.parametrize(
    ("works", "known"), [(["en", "ru"], "ru"), (["en"], ""), ([""], ""), (["de", "ru"], "de")]
)
def test_original_is_in_the_language_of_a_work_that_is_not_the_quotation_s(
    works: list[str], known: str
) -> None:
    places = tuple(Citation(source=f"w{at}") for at in range(len(works)))
    item = b.quotation("memo", language="en", citations=places)
    sources = [b.source(f"w{at}", language=each) for at, each in enumerate(works)]
    corpus = b.corpus(evidence=[item], sources=sources)

    assert of_original(ArgumentGraph(corpus), item) == known
