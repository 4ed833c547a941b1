"""Read a quiz back from the file that a learning platform takes: Moodle XML and QTI 1.2."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from argmap.core.citing import Text
from argmap.core.citing.text import roman
from argmap.writers.seen import Answer, Question, Quiz, in_a_line, paragraphs, parted

_Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
_P = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
_PLACE = "[[1]]"


def moodle(content: bytes) -> Quiz:
    """Read the questions of a Moodle XML file as Moodle shows them."""
    found = ET.fromstring(content).findall("question")
    return Quiz(tuple(_of_moodle(each) for each in found if each.get("type") != "category"))


def _of_moodle(question: ET.Element) -> Question:
    prompt, about = _asked(question.findtext("questiontext/text", ""))
    answers = [
        Answer(_plain(each.findtext("text", "")), float(each.get("fraction", 0)) > 0)
        for each in question.findall("answer")
    ]
    words = [each.findtext("text", "") for each in question.findall("selectoption")]
    # The word that belongs in the place of number one is the first one; it is read there.
    spoken = next((run.language for run in about.runs if _PLACE in run.text), "")
    answers += [Answer(roman(word, spoken), number == 0) for number, word in enumerate(words)]
    return Question(
        prompt=prompt,
        about=parted(about, _PLACE) if words else (about,) if about else (),
        answers=tuple(answers),
        pairs=tuple(
            (_plain(each.findtext("text", "")), roman(each.findtext("answer/text", "")))
            for each in question.findall("subquestion")
        ),
        because=_plain(question.findtext("generalfeedback/text", "")),
    )


def qti(content: bytes) -> Quiz:
    """Read the questions of a QTI package, found by its manifest."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        manifest = ET.fromstring(package.read("imsmanifest.xml"))
        named = [each.get("href", "") for each in manifest.iter(f"{_P}file")]
        roots = [ET.fromstring(package.read(name)) for name in named]
    return Quiz(tuple(_of_qti(item) for root in roots for item in root.iter(f"{_Q}item")))


def _of_qti(item: ET.Element) -> Question:
    prompt, about = _asked(_material(item.find(f"{_Q}presentation")))
    right = dict(_right(item))
    answers: list[Answer] = []
    pairs: list[tuple[Text, Text]] = []
    for response in item.iter(f"{_Q}response_lid"):
        id = response.get("ident", "")
        said = _plain(_material(response))
        labels = {
            each.get("ident", ""): _plain(_material(each))
            for each in response.iter(f"{_Q}response_label")
        }
        if said:
            pairs.append((said, labels.get(right.get(id, ""), Text())))
        else:
            answers += [Answer(text, label == right.get(id)) for label, text in labels.items()]
    return Question(
        prompt=prompt,
        about=(about,) if about else (),
        answers=tuple(answers),
        pairs=tuple(pairs),
        because=_plain(_material(item.find(f"{_Q}itemfeedback/{_Q}flow_mat"))),
    )


def _right(item: ET.Element) -> Iterator[tuple[str, str]]:
    """Give the answer that earns points, for each response of an item."""
    for condition in item.iter(f"{_Q}respcondition"):
        earned = condition.findtext(f"{_Q}setvar")
        equal = condition.find(f"{_Q}conditionvar/{_Q}varequal")
        if equal is not None and float(earned or 0) > 0:
            yield equal.get("respident", ""), equal.text or ""


def _material(parent: ET.Element | None) -> str:
    return "" if parent is None else parent.findtext(f"{_Q}material/{_Q}mattext", "")


def _asked(markup: str) -> tuple[Text, Text]:
    """Part what is asked from what it is asked about."""
    prompt, *about = paragraphs(markup) or (Text(),)
    return prompt, in_a_line(about)


def _plain(markup: str) -> Text:
    return in_a_line(paragraphs(markup))
