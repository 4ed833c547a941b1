from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.core.quiz import Choice, Gap, Matching
from argmap.errors import InvalidInput
from argmap.writers import anki, quiz
from argmap.writers.format import Order
from tests import builders as build

HOSTILE = 'He\x0b said <b>"[[1]]"</b> & {=trick} ]]> verschwiegen'
_QTI = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}


@pytest.fixture
def order() -> Order:
    texts = [HOSTILE, "Обещание звучало определённо.", "Conditional then.", "Sovereignty decides."]
    return Order(
        graph=ArgumentGraph(
            build.corpus(
                claims=[build.claim("c", text=HOSTILE), build.claim("d")],
                evidence=[
                    build.quotation(f"q{n}", text=text, speaker=f"Speaker {n}")
                    for n, text in enumerate(texts)
                ],
                stances=[
                    build.stance("left", "c", how="We say so."),
                    build.stance("right", "c", "denies", how="We do not."),
                ],
                arguments=[build.support(f"a{n}", f"q{n}", "c") for n in range(4)],
            )
        ),
        issue="question",
    )


def _texts(root: ET.Element) -> str:
    return " ".join(text for text in root.itertext() if text.strip())


def test_moodle_reads_every_question_with_its_kind(order: Order) -> None:
    root = ET.fromstring(quiz.write_moodle(order))
    kinds = {Choice: "multichoice", Matching: "matching", Gap: "gapselect"}

    assert [each.get("type") for each in root] == [
        "category",
        *(kinds[type(question)] for question in quiz.ask(order)),
    ]


def test_moodle_gives_full_marks_for_one_answer_only(order: Order) -> None:
    root = ET.fromstring(quiz.write_moodle(order))

    for question in root.findall("question[@type='multichoice']"):
        marks = [answer.get("fraction") for answer in question.findall("answer")]
        assert sorted(marks, key=int) == ["0", "0", "0", "100"]


def test_moodle_gap_has_one_place_and_its_first_option_fills_it(order: Order) -> None:
    root = ET.fromstring(quiz.write_moodle(order))
    gaps = {gap.id: gap for gap in quiz.ask(order) if isinstance(gap, Gap)}

    found = root.findall("question[@type='gapselect']")
    assert len(found) == len(gaps) == 4
    for question in found:
        text = question.findtext("questiontext/text")
        assert len(re.findall(r"\[\[\d+\]\]", text)) == 1
        gap = gaps[question.findtext("name/text")]
        assert question.findtext("selectoption/text") == gap.word


def test_moodle_shows_hostile_texts_as_texts(order: Order) -> None:
    root = ET.fromstring(quiz.write_moodle(order))

    assert "<b>" not in _texts(root)
    assert "&lt;b&gt;" in _texts(root)


def test_qti_package_lists_the_file_it_holds(order: Order) -> None:
    with zipfile.ZipFile(io.BytesIO(quiz.write_qti(order))) as package:
        manifest = ET.fromstring(package.read("imsmanifest.xml"))
        namespace = {"p": "http://www.imsglobal.org/xsd/imscp_v1p1"}
        files = [each.get("href") for each in manifest.findall(".//p:file", namespace)]

        assert package.testzip() is None
        assert set(files) | {"imsmanifest.xml"} == set(package.namelist())


def test_qti_scores_every_question_to_a_hundred(order: Order) -> None:
    with zipfile.ZipFile(io.BytesIO(quiz.write_qti(order))) as package:
        [name] = [name for name in package.namelist() if name != "imsmanifest.xml"]
        root = ET.fromstring(package.read(name))

    items = root.findall(".//q:item", _QTI)
    assert len(items) == len(quiz.ask(order))
    for item in items:
        scores = [float(each.text) for each in item.findall(".//q:setvar", _QTI)]
        assert sum(scores) == pytest.approx(100, abs=0.1)
        answers = {each.get("ident") for each in item.findall(".//q:response_label", _QTI)}
        assert {each.text for each in item.findall(".//q:varequal", _QTI)} <= answers


@pytest.mark.parametrize("write", [quiz.write_moodle, quiz.write_qti])
def test_quiz_of_one_claim_is_about_that_claim(write, order: Order) -> None:
    asked = quiz.ask(Order(graph=order.graph, claim="c"))

    assert [each.id for each in asked if isinstance(each, Choice)] == ["standing-c"]
    assert write(Order(graph=order.graph, claim="c"))


EMPTY = Order(graph=ArgumentGraph(build.corpus()), issue="question")
UNASKED = Order(
    graph=ArgumentGraph(
        build.corpus(
            narratives=[build.narrative("left")],
            claims=[build.claim("c")],
            stances=[build.stance("left", "c")],
        )
    ),
    claim="c",
)


@pytest.mark.parametrize(
    ("write", "order"),
    [
        (quiz.write_moodle, EMPTY),
        (quiz.write_moodle, UNASKED),
        (quiz.write_qti, EMPTY),
        (quiz.write_qti, UNASKED),
        (anki.write, EMPTY),
    ],
)
def test_where_there_is_nothing_to_ask_no_empty_file_is_made(write, order: Order) -> None:
    with pytest.raises(InvalidInput, match="nothing to ask about here; choose another"):
        write(order)
