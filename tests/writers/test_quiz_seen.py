from __future__ import annotations

import pytest

from argmap.core.citing import Text
from argmap.core.graph import ArgumentGraph
from argmap.core.quiz import Choice, Gap, Matching
from argmap.writers import quiz, quiz_seen
from argmap.writers.format import Order
from argmap.writers.seen import in_a_line, paragraphs, parted
from tests import builders as build

HOSTILE = 'He said <b>"[[1]]"</b> & {=trick} ]]> verschwiegen'
READERS = [(quiz.write_moodle, quiz_seen.moodle), (quiz.write_qti, quiz_seen.qti)]


@pytest.fixture
def order() -> Order:
    texts = [HOSTILE, "Обещание звучало определённо.", "Conditional then.", "Sovereignty decides."]
    evidence = [
        build.quotation(f"q{n}", text=text, speaker=f"Speaker {n}") for n, text in enumerate(texts)
    ]
    corpus = build.corpus(
        claims=[build.claim("c", text=HOSTILE), build.claim("d")],
        evidence=evidence,
        stances=[
            build.stance("left", "c", how="We say <i>so</i>."),
            build.stance("right", "c", "denies", how="We do not."),
        ],
        arguments=[build.support(f"a{n}", f"q{n}", "c") for n in range(4)],
    )
    return Order(graph=ArgumentGraph(corpus), issue="question")


@pytest.mark.parametrize(("write", "read"), READERS, ids=["moodle", "qti"])
def test_every_question_is_read_back_with_its_answers(write, read, order: Order) -> None:
    asked = quiz.ask(order)
    seen = read(write(order)).questions

    assert {type(each) for each in asked} == {Choice, Matching, Gap}
    assert [str(each.prompt) for each in seen] == [each.prompt for each in asked]
    assert [str(each.because) for each in seen] == [str(each.because) for each in asked]
    for made, found in zip(asked, seen, strict=True):
        if isinstance(made, Matching):
            told = [(str(said), str(right)) for said, right in found.pairs]
            assert told == [(str(said), right) for said, right in made.pairs]
            assert found.answers == ()
        else:
            right = [str(each.text) for each in found.answers if each.is_right]
            assert right == [made.options[made.right]]
            assert sorted(str(each.text) for each in found.answers) == sorted(made.options)


@pytest.mark.parametrize(("write", "read"), READERS, ids=["moodle", "qti"])
def test_hostile_texts_are_read_back_as_they_are(write, read, order: Order) -> None:
    first = read(write(order)).questions[0]

    assert [str(each) for each in first.about] == [HOSTILE]


def test_missing_word_is_a_gap_between_what_stands_before_and_after(order: Order) -> None:
    gaps = {gap.word: gap for gap in quiz.ask(order) if isinstance(gap, Gap)}
    seen = quiz_seen.moodle(quiz.write_moodle(order)).questions
    about = {str(each.answers[0].text): each.about for each in seen if len(each.about) == 2}

    gap = gaps["определённо"]
    assert [str(each) for each in about[gap.word]] == [f"“{gap.before}", f"{gap.after}”"]
    assert about.keys() == gaps.keys()


@pytest.mark.parametrize(("write", "read"), READERS, ids=["moodle", "qti"])
def test_missing_words_are_in_the_language_of_their_quotation(write, read) -> None:
    words = {
        "ru": ("обещание", "расширение", "соглашение", "обязательство"),
        "en": ("promised", "conditional", "sovereignty", "gentlemen"),
    }
    evidence = [
        build.quotation(f"{tag}{n}", text=f"So {word} no.", language=tag)
        for tag, each in words.items()
        for n, word in enumerate(each)
    ]
    corpus = build.corpus(
        claims=[build.claim("c")],
        evidence=evidence,
        arguments=[build.support(f"a-{each.id}", each.id, "c") for each in evidence],
    )
    seen = read(write(Order(graph=ArgumentGraph(corpus), issue="question"))).questions
    told = {
        (str(answer.text), run.language)
        for each in seen
        for answer in each.answers
        for run in answer.text.runs
    }

    assert {(word, tag) for tag, each in words.items() for word in each} <= told
    assert not {(word, "en") for word in words["ru"]} & told


def test_brackets_of_a_quotation_make_no_gap(order: Order) -> None:
    seen = quiz_seen.moodle(quiz.write_moodle(order)).questions
    parts = [len(each.about) for each in seen]

    assert set(parts) == {0, 1, 2}
    assert parts.count(2) == sum(isinstance(each, Gap) for each in quiz.ask(order))


def plain(markup: str) -> list[str]:
    return [str(each) for each in paragraphs(markup)]


def test_paragraphs_are_read_without_their_markup() -> None:
    assert plain("<p>One &amp; &lt;b&gt;</p><p> </p><p>two</p>") == ["One & <b>", "two"]
    assert plain("bare &quot;text&quot;") == ['bare "text"']
    assert plain("one<br>two</p> <i>three") == ["one", "two three"]
    assert plain("") == []


def test_paragraphs_keep_the_language_of_each_run() -> None:
    [first, second] = paragraphs(
        '<p lang="en"> <b>So</b> <span lang="ru">да<br></span> нет </p><p> bare</p>'
    )[::2]
    [after] = paragraphs('<p lang="en"> <b>So</b> <span lang="ru">да<br></span> no </p>')[1:]

    assert [(run.text, run.language) for run in first.runs] == [
        ("So", "en"),
        (" ", "en"),
        ("да", "ru"),
    ]
    assert [(run.text, run.language) for run in after.runs] == [("no", "en")]
    assert [(run.text, run.language) for run in second.runs] == [("bare", "")]


def test_text_is_parted_at_a_mark_and_joined_in_a_line() -> None:
    [text] = paragraphs('<p lang="en">One <span lang="ru">[[1]]два</span></p>')
    before, after = parted(text, "[[1]]")

    assert [(run.text, run.language) for run in before.runs] == [("One ", "en")]
    assert [(run.text, run.language) for run in after.runs] == [("два", "ru")]
    assert str(in_a_line([before, after])) == "One  два"
    assert in_a_line([]) == Text()
