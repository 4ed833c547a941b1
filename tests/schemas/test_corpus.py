from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.core.model import Corpus
from argmap.errors import Problem
from argmap.schemas import corpus as schema
from argmap.schemas.faults import Key
from tests import builders as build
from tests import strategies


def _data() -> dict[str, Any]:
    return schema.dump(
        build.corpus(
            claims=[build.claim("c1"), build.claim("c2", findings=("e1",))],
            evidence=[build.quotation("e1")],
            stances=[build.stance("left", "c1"), build.stance("right", "c1", "denies")],
            arguments=[build.support("a1", "e1", "c1"), build.undercut("a2", "c2", "a1")],
        )
    )


def _problems(data: object) -> tuple[Problem, ...]:
    return schema.load(data, id="small")[1]


@given(strategies.corpora())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_loading_a_dump_gives_the_same_corpus(corpus: Corpus) -> None:
    loaded, problems = schema.load(schema.dump(corpus), id=corpus.id)

    assert loaded == corpus
    assert all(problem.is_warning for problem in problems)


def test_dump_leaves_defaults_out_and_keeps_the_order_of_fields() -> None:
    corpus = build.corpus(
        claims=[build.claim("c")],
        stances=[build.stance("right", "c", "denies"), build.stance("left", "c", how="So.")],
    )

    assert schema.dump(corpus) == {
        "corpus": {"title": "Corpus small"},
        "narratives": [
            {"id": "left", "name": "Left account", "short": "Left"},
            {"id": "right", "name": "Right account", "short": "Right"},
        ],
        "issues": [{"id": "question", "title": "Issue question", "question": "What of question?"}],
        "sources": [{"id": "record", "kind": "other", "title": "Source record"}],
        "claims": [
            {
                "id": "c",
                "issue": "question",
                "text": "Claim c",
                "stances": {
                    "left": {"stance": "asserts", "how": "So."},
                    "right": {"stance": "denies"},
                },
            }
        ],
    }
    assert list(schema.dump(corpus)["claims"][0]["stances"]) == ["left", "right"]


def test_new_fields_stand_beside_what_they_belong_to() -> None:
    corpus = build.corpus(
        narratives=[build.narrative("left", summary="So.", strongest=("c",))],
        claims=[build.claim("c", in_full="Claim c, all of it.", note="n")],
        stances=[build.stance("left", "c")],
    )
    plain = schema.dump(corpus)

    assert list(plain["narratives"][0]) == ["id", "name", "short", "summary", "strongest"]
    assert list(plain["claims"][0]) == ["id", "issue", "text", "in_full", "note", "stances"]
    assert schema.load(plain, id="small")[0] == corpus


def test_case_is_not_doubted_where_a_stance_could_not_be_read() -> None:
    data = _data()
    data["narratives"][0]["strongest"] = ["c1"]
    data["claims"][0]["stances"]["left"] = {"stance": "assert"}

    assert [problem.code for problem in _problems(data)] == ["E205"]


def test_case_is_not_doubted_where_no_stance_could_be_read() -> None:
    data = _data()
    data["narratives"][0]["strongest"] = ["c2"]
    data["stances"] = "none"

    assert [problem.code for problem in _problems(data)] == ["E203"]


def test_argument_is_dumped_with_its_target_under_its_relation() -> None:
    corpus = build.corpus(
        claims=[build.claim("c")],
        evidence=[build.fact("e"), build.fact("f")],
        arguments=[build.qualify("a", ("e", "f"), "c", by=("left", "right"), because="")],
    )

    expected = {"id": "a", "by": ["left", "right"], "from": ["e", "f"], "qualifies": "c"}
    assert schema.dump(corpus)["arguments"] == [expected]


def test_stance_on_a_claim_that_is_not_there_is_dumped_apart() -> None:
    corpus = build.corpus(stances=[build.stance("left", "lost")])

    expected = [{"narrative": "left", "claim": "lost", "stance": "asserts"}]
    assert schema.dump(corpus)["stances"] == expected


def test_stances_apart_and_under_claims_are_one_list_in_order() -> None:
    data = _data()
    data["stances"] = [{"narrative": "left", "claim": "c2", "stance": "concedes"}]
    data["claims"][0]["stances"] = dict(reversed(data["claims"][0]["stances"].items()))
    loaded, _ = schema.load(data, id="small")

    assert loaded is not None
    order = [(stance.claim, stance.narrative) for stance in loaded.stances]
    assert order == [("c1", "left"), ("c1", "right"), ("c2", "left")]


def test_booleans_and_years_may_be_json_values() -> None:
    data = _data()
    data["sources"][0] |= {"verified": False, "date": 1990}
    loaded, _ = schema.load(data, id="small")

    assert loaded is not None
    assert loaded.sources[0].verified is False
    assert str(loaded.sources[0].date) == "1990"


Change = Callable[[dict[str, Any]], object]

PLACES: dict[str, tuple[Change, str, object, object]] = {
    "unknown field": (
        lambda d: d["claims"][1].update(txt="x"),
        "E201",
        ("claims", 1),
        ("txt",),
    ),
    "missing field": (
        lambda d: d["claims"][1].pop("text"),
        "E202",
        ("claims", 1),
        ("text",),
    ),
    "field of a stance": (
        lambda d: d["claims"][0]["stances"]["right"].update(stance="agrees"),
        "E205",
        ("claims", 0),
        ("stances", "right", "stance"),
    ),
    "narrative of a stance": (
        lambda d: d["claims"][1].update(stances={"lft": {"stance": "asserts"}}),
        "E102",
        ("claims", 1),
        ("stances", "lft"),
    ),
    "target under its own name": (
        lambda d: d["arguments"][1].update(undercuts="c1"),
        "E103",
        ("arguments", 1),
        ("undercuts",),
    ),
    "single premise": (
        lambda d: d["arguments"][0].update({"from": "lost"}),
        "E102",
        ("arguments", 0),
        ("from",),
    ),
    "premise in a list": (
        lambda d: d["arguments"][0].update({"from": ["e1", "lost"]}),
        "E102",
        ("arguments", 0),
        ("from", 1),
    ),
    "source with a locator": (
        lambda d: d["evidence"][0].update(sources=[{"source": "lost", "locator": "p. 1"}]),
        "E102",
        ("evidence", 0),
        ("sources", 0, "source"),
    ),
    "header": (lambda d: d["corpus"].pop("title"), "E202", ("corpus", 0), ("title",)),
    "unknown list": (lambda d: d.update(clams=[]), "E201", None, ("clams",)),
}


@pytest.mark.parametrize("case", PLACES)
def test_problem_leads_through_the_plain_data(case: str) -> None:
    change, code, record, path = PLACES[case]
    data = _data()
    change(data)

    [problem] = _problems(data)
    assert (problem.code, problem.record, problem.path) == (code, record, path)


def test_path_to_an_unknown_name_in_a_mapping_means_the_key() -> None:
    data = _data()
    data["claims"][1]["stances"] = {"lft": {"stance": "asserts"}}

    [problem] = _problems(data)
    assert isinstance(problem.path[-1], Key)


def test_record_broken_in_one_place_is_checked_in_all_others() -> None:
    data = _data()
    data["claims"][0] |= {"period": "1990-13", "issue": "lost"}
    data["arguments"][0]["by"] = ["left", "lft"]

    found = {(problem.code, problem.path) for problem in _problems(data)}
    assert found == {("E206", ("period",)), ("E102", ("issue",)), ("E102", ("by", 1))}


def test_broken_record_is_still_there_for_those_that_name_it() -> None:
    data = _data()
    data["claims"][0]["text"] = ""

    assert [problem.code for problem in _problems(data)] == ["E204"]


def test_list_that_cannot_be_read_hides_no_names() -> None:
    data = _data()
    data["claims"] = "c1"

    assert [problem.code for problem in _problems(data)] == ["E203"]


@pytest.mark.parametrize("data", [None, [], "corpus", 5, {"corpus": []}, {"claims": {}}, {1: []}])
def test_any_plain_data_gives_problems_and_no_exception(data: object) -> None:
    corpus, problems = schema.load(data, id="small")

    assert corpus is None
    assert problems


def test_id_that_is_no_slug_is_refused() -> None:
    corpus, problems = schema.load(_data(), id="../etc")

    assert corpus is None
    assert [problem.code for problem in problems] == ["E011"]


def test_more_records_than_a_corpus_may_have_are_refused() -> None:
    data = _data()
    data["narratives"] = data["narratives"] * 26

    assert [problem.code for problem in _problems(data)] == ["E208"]


def test_a_long_name_is_cut_short_in_its_message() -> None:
    data = _data()
    data["claims"][0]["issue"] = "x" * 20_000

    [problem] = _problems(data)
    assert len(problem.message) < 200


def test_warnings_come_only_without_errors() -> None:
    data = _data()
    data["arguments"][0]["because"] = ""
    corpus, problems = schema.load(data, id="small")

    assert corpus is not None
    assert {problem.code for problem in problems} >= {"W204", "W205"}


@pytest.mark.parametrize("id", ["ru", "en"])
def test_id_that_addresses_take_for_a_language_is_refused(id: str) -> None:
    corpus, problems = schema.load(_data(), id=id)

    assert corpus is None
    assert [problem.code for problem in problems] == ["E011"]
    assert "language" in problems[0].message
