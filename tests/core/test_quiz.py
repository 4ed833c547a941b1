from __future__ import annotations

from dataclasses import replace

from argmap.core.citing import Text
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Corpus
from argmap.core.quiz import MAX_GAPS, MAX_PAIRS, STANDING, Choice, Gap, Matching, questions
from tests import builders as build


def _corpus(**changes: object) -> Corpus:
    lists: dict[str, object] = {
        "claims": [build.claim("c"), build.claim("d"), build.claim("silent")],
        "evidence": [
            build.quotation("q0", text="Nothing was promised anywhere.", speaker="One"),
            build.quotation("q1", text="Everything was conditional then.", speaker="Two"),
            build.quotation("q2", text="Обещание звучало определённо.", speaker="Three"),
            build.quotation("q3", text="A gentlemen's agreement.", speaker="One"),
            build.quotation("q4", text="Sovereignty decides.", speaker="Four"),
            build.fact("f"),
        ],
        "stances": [
            build.stance("left", "c", how="We say so."),
            build.stance("right", "c", "denies", how="We do not."),
            build.stance("left", "d", how="Of course."),
            build.stance("right", "d", "concedes", how="Granted."),
        ],
        "arguments": [],
    }
    return build.corpus(**(lists | changes))


def _asked(corpus: Corpus, accounts: tuple[str, ...] = ()) -> tuple[object, ...]:
    graph = ArgumentGraph(corpus)
    return questions(graph, graph.claims, graph.evidence, accounts)


def test_standing_of_each_claim_somebody_speaks_to_is_asked_once() -> None:
    choices = [each for each in _asked(_corpus()) if isinstance(each, Choice)]

    assert [(c.id, c.options[c.right]) for c in choices] == [
        ("standing-c", "They dispute it."),
        ("standing-d", "They agree on it."),
    ]
    assert all(c.options == tuple(STANDING.values()) for c in choices)


def test_one_account_alone_has_no_standing_to_ask_about() -> None:
    assert not any(isinstance(each, Choice) for each in _asked(_corpus(), ("left",)))


def test_stances_are_matched_with_those_who_hold_them() -> None:
    [matching] = [
        e for e in _asked(_corpus()) if isinstance(e, Matching) and "own terms" in e.prompt
    ]

    assert tuple((str(said), name) for said, name in matching.pairs) == (
        ("We say so.", "Left account"),
        ("We do not.", "Right account"),
        ("Of course.", "Left account"),
        ("Granted.", "Right account"),
    )
    assert len(matching.pairs) <= MAX_PAIRS


def test_each_speaker_is_asked_for_once() -> None:
    [matching] = [
        e for e in _asked(_corpus()) if isinstance(e, Matching) and "Who said" in e.prompt
    ]

    assert [speaker for _, speaker in matching.pairs] == ["One", "Two", "Three", "Four"]


def test_quotation_in_another_language_says_so_wherever_it_is_quoted() -> None:
    evidence = [
        replace(each, language="ru" if each.id == "q2" else "en") for each in _corpus().evidence
    ]
    # A word is left out where there are others of its language to choose from.
    evidence += [
        build.quotation(id, text=f"Было {word} тогда.", language="ru", speaker="Five")
        for id, word in (("r0", "обязательство"), ("r1", "расширение"), ("r2", "соглашение"))
    ]
    asked = _asked(_corpus(evidence=evidence))
    matched = [text for e in asked if isinstance(e, Matching) for text, _ in e.pairs]
    behind = [e.because for e in asked if isinstance(e, Gap)]

    def languages(texts: list[Text], word: str) -> set[str]:
        return {run.language for text in texts for run in text.runs if word in run.text}

    assert languages(matched, "Обещание") == languages(behind, "Обещание") == {"ru"}
    assert languages(matched, "Nothing") == {""}


def test_missing_word_gives_the_quotation_back_and_stands_once_in_the_options() -> None:
    gaps = [each for each in _asked(_corpus()) if isinstance(each, Gap)]
    texts = {item.id: item.text for item in _corpus().evidence}

    assert len(gaps) == 5
    for gap in gaps:
        assert gap.before + gap.word + gap.after == texts[gap.id.removeprefix("gap-")]
        assert gap.options.count(gap.word) == 1
        assert gap.word not in gap.before + gap.after


def test_missing_words_of_any_script_are_found() -> None:
    gaps = {each.id: each.word for each in _asked(_corpus()) if isinstance(each, Gap)}

    assert gaps["gap-q2"] == "определённо"
    assert gaps["gap-q3"] == "gentlemen's"


def test_too_few_quotations_make_no_gap_that_gives_itself_away() -> None:
    evidence = [build.quotation("q0", text="Nothing was promised anywhere.")]

    assert not any(isinstance(each, Gap) for each in _asked(_corpus(evidence=evidence)))


def test_a_thousand_quotations_make_a_bounded_quiz() -> None:
    evidence = [
        build.quotation(f"q{n}", text=f"Sentence with wordnumber{chr(97 + n % 26)}x here.")
        for n in range(1000)
    ]

    asked = _asked(_corpus(evidence=evidence))
    assert sum(isinstance(each, Gap) for each in asked) == MAX_GAPS


def test_words_to_choose_from_are_of_the_language_of_the_quotation() -> None:
    said = {"en": "Perhaps {}ly so", "de": "Womöglich {}haft so"}
    evidence = [
        build.quotation(f"{tag}{n}", text=text.format("wonderful" * 2 + "x" * n), language=tag)
        for tag, text in said.items()
        for n in range(4)
    ]
    evidence.append(build.quotation("fr", text="Peut-être merveilleusement", language="fr"))
    gaps = [each for each in _asked(_corpus(evidence=evidence)) if isinstance(each, Gap)]

    assert {gap.language for gap in gaps} == {"", "de"}
    for gap in gaps:
        ending = "haft" if gap.language == "de" else "ly"
        assert all(option.endswith(ending) for option in gap.options)


def test_swapped_accounts_are_asked_about_in_the_same_way() -> None:
    one, other = (_asked(_corpus(), pair) for pair in (("left", "right"), ("right", "left")))

    rights = [[(c.id, c.right) for c in asked if isinstance(c, Choice)] for asked in (one, other)]
    assert rights[0] == rights[1]
