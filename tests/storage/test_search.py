from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event, text

from argmap.core.model import Claim
from argmap.errors import UnknownName
from argmap.storage import database
from argmap.storage.repository import Repository
from argmap.storage.search import MAX_SNIPPET_CHARS, Hit
from tests import builders
from tests.storage.strategies import HOSTILE

CLAIMS = (
    builders.claim("promise", text="Baker promised that NATO would not expand one inch eastward."),
    builders.claim("treaty", text="No treaty mentions a promise about enlargement."),
    builders.claim("warsaw", text="Warsaw asked to join the alliance."),
    builders.claim("war", text="The war changed what people wanted."),
    builders.claim("russian", text="Обещание не расширять НАТО было дано устно; ещё в 1990 году."),
    builders.claim("short", text="It was settled.", in_full="It was settled at Camp David."),
    builders.claim("note", text="A bare claim.", note="Wörner spoke of the promise in Brussels."),
)


@pytest.fixture
def stored(repository: Repository) -> Repository:
    repository.replace(
        builders.corpus(
            sources=[builders.source("memoir", title="Memoirs", authors=("James Baker",))],
            evidence=[
                builders.quotation("said", "memoir", text="Not one inch.", speaker="James Baker")
            ],
            claims=list(CLAIMS),
        )
    )
    return repository


def _found(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.id for hit in hits]


def _marked(hit: Hit) -> list[str]:
    return [text for text, is_match in hit.snippet if is_match]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("promise", ["treaty", "promise", "note"]),
        ("PROMISES", ["treaty", "promise", "note"]),
        ("what did Baker promise", ["promise"]),
        ("baker", ["memoir", "promise", "said"]),
        ("one inch", ["said", "promise"]),
        ("inch one", ["said", "promise"]),
        ("war", ["war", "warsaw"]),
        ("enlarg", ["treaty"]),
        ("enlargeme", ["treaty"]),
        ("обещаний", ["russian"]),
        ("еще", ["russian"]),
        ("ЕЩЁ в 1990", ["russian"]),
        ("worner", ["note"]),
        ("camp david settled", ["short"]),
        ("Wörner's promise", ["note"]),
        ("promise unicorn", []),
        ("the", ["war", "warsaw", "note"]),
        ("", []),
    ],
)
def test_words_in_any_form_are_found_the_best_first(
    stored: Repository, query: str, expected: list[str]
) -> None:
    assert _found(stored.search("small", query)) == expected


@pytest.mark.parametrize(
    "query",
    [
        *HOSTILE,
        "' OR 1=1 --",
        '"foo* AND (',
        "foo* bar:baz NEAR(a b) ^c {d} -e",
        "a" * 10_000,
        "word " * 2_000,
        "!?—«»()*:&|<>'\"\\",
        "\0",
        "a\0b",
        "\ud800 nato",
        "$1 %s :match",
        "½ ㏂ \u0345 ͺ",
        "𞤀𞤁",
    ],
)
def test_hostile_queries_give_results_or_nothing(stored: Repository, query: str) -> None:
    for corpus_id in (None, "small", "a\0b", "\ud800", query):
        assert all(hit.corpus == "small" for hit in stored.search(corpus_id, query))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.text(max_size=40))
def test_no_query_is_an_error(stored: Repository, query: str) -> None:
    assert isinstance(stored.search(None, query), tuple)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_every_text_is_found_by_itself_if_it_has_words(repository: Repository, text: str) -> None:
    repository.replace(builders.corpus(claims=[builders.claim("c", text=text)]))

    hits = repository.search("small", text, kinds=["claim"])

    for hit in hits:
        assert "".join(part for part, _ in hit.snippet) == text
    assert bool(hits) == any(_marked(hit) for hit in hits)


def test_any_script_is_found_by_its_letters(repository: Repository) -> None:
    texts = ["Ελληνικά", "𞤀𞤣𞤤𞤢𞤥", "北大西洋公約", "أمن", "ביטחון", "हिन्दी"]
    claims = [builders.claim(f"c{n}", text=text) for n, text in enumerate(texts)]
    repository.replace(builders.corpus(claims=claims))

    for number, word in enumerate(texts):
        assert _found(repository.search("small", word)) == [f"c{number}"]


def test_snippet_marks_each_form_of_the_words(stored: Repository) -> None:
    hit = stored.search("small", "promising inches")[0]

    assert "".join(text for text, _ in hit.snippet) == CLAIMS[0].text
    assert _marked(hit) == ["promised", "inch"]


def test_snippet_of_a_match_elsewhere_shows_that_place(stored: Repository) -> None:
    hit = stored.search("small", "Brussels")[0]

    assert hit.text == "A bare claim."
    assert hit.snippet == (
        ("Wörner spoke of the promise in ", False),
        ("Brussels", True),
        (".", False),
    )


def test_snippet_of_a_long_text_is_the_stretch_around_the_words(repository: Repository) -> None:
    text = "padding " * 200 + "the needle stands here " + "stuffing " * 200
    repository.replace(builders.corpus(claims=[builders.claim("c", text=text)]))

    hit = repository.search("small", "needle")[0]

    shown = "".join(part for part, _ in hit.snippet)
    assert _marked(hit) == ["needle"]
    assert shown.startswith("… padding")
    assert shown.endswith("stuffing …")
    assert len(shown) <= MAX_SNIPPET_CHARS + 4
    assert hit.text == text


def test_snippet_is_taken_where_most_words_are(repository: Repository) -> None:
    text = (
        "needle " + "padding " * 100 + "needle in the haystack, needle again " + "stuffing " * 100
    )
    repository.replace(builders.corpus(claims=[builders.claim("c", text=text)]))

    hit = repository.search("small", "needle")[0]

    assert _marked(hit) == ["needle", "needle"]


def test_a_store_whose_words_were_cut_otherwise_is_still_searched(
    stored: Repository, engine: Engine
) -> None:
    cut_by_another_unicode = text("UPDATE search_entry SET stems = stems || ' more words'")
    with database.writing(engine) as connection:
        connection.execute(cut_by_another_unicode)

    assert _found(stored.search("small", "Brussels")) == ["note"]


def test_markup_in_a_text_stays_text(repository: Repository) -> None:
    claim = builders.claim("c", text="<script>alert('needle')</script>")
    repository.replace(builders.corpus(claims=[claim]))

    assert repository.search("small", "needle")[0].snippet == (
        ("<script>alert('", False),
        ("needle", True),
        ("')</script>", False),
    )


def test_kinds_narrow_the_search(stored: Repository) -> None:
    assert _found(stored.search("small", "baker", kinds=["source", "evidence"])) == [
        "memoir",
        "said",
    ]
    assert stored.search("small", "baker", kinds=[]) == ()


def test_an_unknown_kind_is_refused_with_the_known_ones(stored: Repository) -> None:
    with pytest.raises(UnknownName, match="Known: claim, event, evidence"):
        stored.search("small", "baker", kinds=["clam"])


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (-1, 0), (1, 1), (2, 2), (50, 3)])
def test_no_more_hits_than_asked_for(stored: Repository, limit: int, count: int) -> None:
    assert len(stored.search("small", "promise", limit=limit)) == count


def test_search_stays_in_the_corpus_asked_for(stored: Repository) -> None:
    stored.replace(builders.corpus("another", claims=[CLAIMS[0]]))

    assert [hit.corpus for hit in stored.search("another", "Baker promised")] == ["another"]
    assert [hit.corpus for hit in stored.search(None, "Baker promised")] == ["another", "small"]
    assert stored.search("nowhere", "Baker") == ()


def test_equally_good_hits_come_in_a_fixed_order(repository: Repository) -> None:
    def claims(*ids: str) -> list[Claim]:
        return [dataclasses.replace(builders.claim(id), text="Needle") for id in ids]

    repository.replace(builders.corpus("b", claims=claims("z", "a")))
    repository.replace(builders.corpus("a-b", claims=claims("m")))
    repository.replace(builders.corpus("a", claims=claims("m")))

    hits = repository.search(None, "needle")

    assert [(hit.corpus, hit.id) for hit in hits] == [
        ("a", "m"),
        ("a-b", "m"),
        ("b", "a"),
        ("b", "z"),
    ]


def test_a_search_is_one_query(stored: Repository, engine: Engine) -> None:
    statements: list[str] = []
    event.listen(
        engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_: statements.append(statement),
    )

    stored.search(None, "promise")
    stored.search(None, "!")

    assert len(statements) == 1


def test_a_word_that_is_everywhere_is_found_within_bounds(repository: Repository) -> None:
    claims = [builders.claim(f"c{n}", text=f"NATO {'and so on ' * (n % 7)}") for n in range(2_000)]
    repository.replace(builders.corpus(claims=claims))

    hits = repository.search("small", "nato", limit=5)

    assert [hit.text for hit in hits] == ["NATO "] * 5
