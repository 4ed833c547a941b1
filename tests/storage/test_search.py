from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event, text

from argmap.core.model import AccountText, Claim, Level
from argmap.errors import UnknownName
from argmap.storage import database
from argmap.storage.repository import Repository
from argmap.storage.search import MAX_SNIPPET_CHARS, Hit, Results, marked
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


def _found(results: Results) -> list[str]:
    return [hit.id for hit in results.hits]


def _marked(hit: Hit) -> list[str]:
    return [text for text, is_match in hit.snippet if is_match]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("promise", ["treaty", "promise", "note"]),
        ("PROMISES", ["treaty", "promise", "note"]),
        ("what did Baker promise", ["promise"]),
        ("baker", ["promise", "said", "memoir"]),
        ("one inch", ["promise", "said"]),
        ("inch one", ["promise", "said"]),
        ("war", ["war", "warsaw"]),
        ("enlarg", ["treaty"]),
        ("enlargeme", ["treaty"]),
        ("обещаний", ["russian"]),
        ("еще", ["russian"]),
        ("ЕЩЁ в 1990", ["russian"]),
        ("worner", ["note"]),
        ("camp david settled", ["short"]),
        ("Wörner's promise", ["note"]),
        ("unicorn", []),
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
        assert all(hit.corpus == "small" for hit in stored.search(corpus_id, query).hits)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(query=st.text(max_size=40))
def test_no_query_is_an_error(stored: Repository, query: str) -> None:
    assert isinstance(stored.search(None, query), Results)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_every_text_is_found_by_itself_if_it_has_words(repository: Repository, text: str) -> None:
    repository.replace(builders.corpus(claims=[builders.claim("c", text=text)]))

    hits = repository.search("small", text, kinds=["claim"]).hits

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
    hit = stored.search("small", "promising inches").hits[0]

    assert "".join(text for text, _ in hit.snippet) == CLAIMS[0].text
    assert _marked(hit) == ["promised", "inch"]


def test_snippet_of_a_match_elsewhere_shows_that_place(stored: Repository) -> None:
    hit = stored.search("small", "Brussels").hits[0]

    assert hit.text == "A bare claim."
    assert hit.snippet == (("A bare claim.", False),)
    assert hit.passage == (
        ("Wörner spoke of the promise in ", False),
        ("Brussels", True),
        (".", False),
    )


def test_snippet_of_a_long_text_is_the_stretch_around_the_words(repository: Repository) -> None:
    text = "padding " * 200 + "the needle stands here " + "stuffing " * 200
    repository.replace(builders.corpus(claims=[builders.claim("c", text=text)]))

    hit = repository.search("small", "needle").hits[0]

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

    hit = repository.search("small", "needle").hits[0]

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

    assert repository.search("small", "needle").hits[0].snippet == (
        ("<script>alert('", False),
        ("needle", True),
        ("')</script>", False),
    )


def test_kinds_narrow_the_search(stored: Repository) -> None:
    assert _found(stored.search("small", "baker", kinds=["source", "quotation"])) == [
        "said",
        "memoir",
    ]
    assert stored.search("small", "baker", kinds=[]).hits == ()


def test_an_unknown_kind_is_refused_with_the_known_ones(stored: Repository) -> None:
    with pytest.raises(UnknownName, match="Known: claim, event, fact"):
        stored.search("small", "baker", kinds=["clam"])


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (-1, 0), (1, 1), (2, 2), (50, 3)])
def test_no_more_hits_than_asked_for(stored: Repository, limit: int, count: int) -> None:
    assert len(stored.search("small", "promise", limit=limit).hits) == count


def test_search_stays_in_the_corpus_asked_for(stored: Repository) -> None:
    stored.replace(builders.corpus("another", claims=[CLAIMS[0]]))

    assert [hit.corpus for hit in stored.search("another", "Baker promised").hits] == ["another"]
    assert [hit.corpus for hit in stored.search(None, "Baker promised").hits] == [
        "another",
        "small",
    ]
    assert stored.search("nowhere", "Baker").hits == ()


def test_equally_good_hits_come_in_a_fixed_order(repository: Repository) -> None:
    def claims(*ids: str) -> list[Claim]:
        return [dataclasses.replace(builders.claim(id), text="Needle") for id in ids]

    repository.replace(builders.corpus("b", claims=claims("z", "a")))
    repository.replace(builders.corpus("a-b", claims=claims("m")))
    repository.replace(builders.corpus("a", claims=claims("m")))

    hits = repository.search(None, "needle").hits

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

    hits = repository.search("small", "nato", limit=5).hits

    assert [hit.text for hit in hits] == ["NATO "] * 5


@pytest.fixture
def library(repository: Repository) -> Repository:
    """Give a store with records of every kind under two issues."""
    repository.replace(
        builders.corpus(
            issues=[
                dataclasses.replace(builders.issue("assurances"), title="Not one inch"),
                dataclasses.replace(
                    builders.issue("act"),
                    title="The Founding Act",
                    accounts=(AccountText(narrative="left", text="A solemn vow was broken."),),
                ),
            ],
            events=[
                builders.event(
                    "talk",
                    issue="assurances",
                    names=(AccountText(narrative="right", text="The Kremlin meeting"),),
                )
            ],
            sources=[
                builders.source("notes", title="Notebooks of an envoy", title_translation="Tetradi")
            ],
            evidence=[
                builders.quotation("inch", "notes", text="Not one inch eastward", speaker="Baker"),
                builders.quotation("stray", "notes", text="An inch of rain fell, and " * 9),
                builders.fact("signed", "notes", text="It was signed in Paris."),
            ],
            claims=[
                builders.claim("head", issue="assurances", text="They spoke of an inch."),
                builders.claim(
                    "reply", issue="assurances", text="They spoke of an inch.", level=Level.REPLY
                ),
                builders.claim("veto", issue="act", in_full="Nobody was given a right of veto."),
            ],
            stances=[builders.stance("left", "veto", "asserts", "We never asked for a veto.")],
            arguments=[
                builders.support("a", "inch", "head"),
                builders.support("b", "signed", "veto"),
            ],
        )
    )
    return repository


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("notebooks signed", ("fact", "signed")),
        ("tetradi paris", ("fact", "signed")),
        ("baker", ("quotation", "inch")),
        ("founding veto", ("claim", "veto")),
        ("right of veto", ("claim", "veto")),
        ("kremlin", ("event", "talk")),
        ("tetradi", ("source", "notes")),
        ("vow", ("sentence", "left/issue/act")),
        ("never asked", ("sentence", "left/claim/veto")),
        ("left account", ("sentence", "left")),
    ],
)
def test_records_are_found_by_what_they_belong_to(
    library: Repository, query: str, first: tuple[str, str]
) -> None:
    hit = library.search("small", query).hits[0]

    assert (hit.kind, hit.id) == first


def test_phrases_and_main_points_come_before_stray_mentions(library: Repository) -> None:
    assert _found(library.search("small", "inch"))[:2] == ["head", "assurances"]
    found = _found(library.search("small", "not one inch"))

    assert found[:2] == ["assurances", "inch"]
    assert found.index("inch") < found.index("head") < found.index("reply")


def test_counts_say_what_another_choice_would_find(library: Repository) -> None:
    every = library.search("small", "inch")
    claims = library.search("small", "inch", kinds=["claim"])
    under = library.search("small", "inch", issue="assurances")
    both = library.search("small", "inch", kinds=["claim"], issue="act")

    assert every.total == sum(every.kinds.values()) == len(every.hits)
    assert every.kinds == claims.kinds
    assert claims.total == every.kinds["claim"] == 2
    assert every.issues == under.issues == {("small", "assurances"): under.total}
    assert (both.total, both.kinds) == (0, {})
    assert both.issues == {("small", "assurances"): 2}


def test_hits_go_on_where_the_first_ones_ended(library: Repository) -> None:
    every = _found(library.search("small", "inch"))

    assert _found(library.search("small", "inch", limit=2, offset=1)) == every[1:3]
    assert library.search("small", "inch", limit=2, offset=99).total == len(every)


def test_words_that_stand_nowhere_together_are_found_apart(library: Repository) -> None:
    results = library.search("small", "veto unicorn")

    assert results.is_loose
    assert {hit.id for hit in results.hits} == {"veto", "left/claim/veto"}
    assert not library.search("small", "veto").is_loose


def test_what_has_most_of_the_words_stands_for_all_of_them(library: Repository) -> None:
    results = library.search("small", "unicorn signed Paris Notebooks veto zebra")

    assert _found(results) == ["signed"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("inhc", "inch"),
        ("fonuding act", "founding act"),
        ("kremlni meeting", "kremlin meeting"),
        ("Veot", "veto"),
        ("inch", ""),
        ("inches", ""),
        ("zzzzzz", ""),
        ("a b c d e f g h", ""),
    ],
)
def test_mistyped_words_are_guessed_at(library: Repository, typed: str, meant: str) -> None:
    assert library.search("small", typed).instead == meant


def test_words_of_a_corpus_that_is_gone_are_not_guessed(library: Repository) -> None:
    library.remove("small")

    assert library.search(None, "inhc").instead == ""


def test_any_text_is_marked_as_what_is_found(library: Repository) -> None:
    assert marked("inches baker", "Baker, of an inch") == (
        ("Baker", True),
        (", of an ", False),
        ("inch", True),
    )
    assert marked("!", "Baker") == (("Baker", False),)
    assert marked("x", "") == ()


def test_a_passage_is_given_only_for_words_the_text_lacks(repository: Repository) -> None:
    claims = [
        builders.claim("same", text="A needle lay there.", note="The needle again."),
        builders.claim("other", text="A needle lay there.", note="The haystack too."),
    ]
    repository.replace(builders.corpus(claims=claims))
    found = {hit.id: hit for hit in repository.search("small", "needle").hits}
    both = repository.search("small", "needle haystack").hits[0]

    assert found["same"].passage == found["other"].passage == ()
    assert both.passage == (("The ", False), ("haystack", True), (" too.", False))


def test_snippets_are_as_long_as_asked_for(repository: Repository) -> None:
    text = "padding " * 30 + "needle " + "stuffing " * 30
    repository.replace(builders.corpus(claims=[builders.claim("c", text=text)]))
    hit = repository.search("small", "needle", snippet_chars=60).hits[0]

    assert _marked(hit) == ["needle"]
    assert len("".join(part for part, _ in hit.snippet)) <= 64
