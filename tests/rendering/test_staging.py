"""Where things stand on slides: inside, apart, large enough, and dark enough to be read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from argmap.core import wording
from argmap.core.graph import ArgumentGraph
from argmap.core.language import OWN_NAMES, speaking
from argmap.core.lesson import Length, of_claim, of_issue
from argmap.core.model import Relation, Role
from argmap.core.scenes import scenes
from argmap.rendering import style
from argmap.rendering.lettering import height_pt, lines
from argmap.rendering.stage import HEIGHT_PT, WIDTH_PT, Shape, Slide
from argmap.rendering.stage_shapes import ARROW_PT, LARGE, USUAL, Maker, Sizes
from argmap.rendering.staging import MOST_SLIDES, lay_out
from argmap.resources import catalogue
from tests import builders as build
from tests.rendering.samples import Rect
from tests.web.corpora import HOSTILE
from tests.writers.shipped import ISSUES, shipped


def laid(graph: ArgumentGraph, sizes: Sizes = USUAL, *, claim: str = "", issue: str = ""):
    length = Length.FULL
    lesson = (
        of_claim(graph, claim, length=length) if claim else of_issue(graph, issue, length=length)
    )
    return lay_out(graph, scenes(graph, lesson, "chicago"), sizes=sizes)


def rect(shape: Shape) -> Rect:
    return Rect(shape.left_pt, shape.top_pt, shape.right_pt, shape.bottom_pt)


def text_height(shape: Shape) -> float:
    room = shape.width_pt - shape.left_inset_pt - shape.right_inset_pt
    return height_pt(shape.paragraphs, room) + 2 * shape.pad_pt


def holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.left <= inner.left + 0.1
        and outer.top <= inner.top + 0.1
        and inner.right <= outer.right + 0.1
        and inner.bottom <= outer.bottom + 0.1
    )


def check(slide: Slide, sizes: Sizes) -> None:
    page = Rect(0, 0, WIDTH_PT, HEIGHT_PT)
    shapes = [slide.title, *slide.shapes]
    for shape in shapes:
        assert holds(page, rect(shape)), shape.name
        assert text_height(shape) <= shape.height_pt + 0.1, shape.name
        assert shape is slide.title or shape.says, shape.name
        for paragraph in shape.paragraphs:
            assert paragraph.size_pt >= 14
            is_said_now = not shape.name.startswith(("told", "word", "sources"))
            if is_said_now and paragraph.spans[0].role == "ink":
                assert paragraph.size_pt >= sizes.body[-1], shape.name
    boxes = [shape for shape in shapes if shape.form != "band"]
    for index, shape in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert not rect(shape).overlaps(rect(other)), (shape.name, other.name)
    names = [shape.name for shape in slide.shapes]
    assert len(set(names)) == len(names)
    assert {name for link in slide.links for name in (link.start, link.end)} <= set(names)


@pytest.mark.parametrize(("corpus", "issue"), ISSUES)
def test_everything_stands_inside_and_apart(corpus, issue):
    for slide in laid(shipped(corpus), issue=issue):
        check(slide, USUAL)


@pytest.mark.parametrize("sizes", [USUAL, LARGE])
def test_texts_as_long_as_they_may_be_go_on_on_further_slides(sizes):
    graph = ArgumentGraph(HOSTILE)
    for claim in graph.claims:
        slides = laid(graph, sizes, claim=claim)
        for slide in slides:
            check(slide, sizes)
        said = "".join(
            "".join(each.text.split())
            for slide in slides
            for shape in slide.shapes
            if shape.name in ("claim", "left", "right", "new") or shape.name.startswith("point")
            for each in shape.paragraphs
        )
        assert "".join(graph.claim(claim).text.split()) in said


def test_step_in_several_slides_says_that_it_goes_on():
    slides = laid(ArgumentGraph(HOSTILE), claim="bad")
    again = [after for before, after in pairwise(slides) if before.step == after.step]

    assert again
    assert all(slide.title.paragraphs[0].text.endswith("(continued)") for slide in again)


@pytest.mark.parametrize("accounts", [1, 3, 7])
def test_any_number_of_accounts_has_room(accounts):
    names = [f"account-{number}" for number in range(accounts)]
    graph = ArgumentGraph(
        build.corpus(
            narratives=[build.narrative(id) for id in names],
            claims=[build.claim("main")],
            stances=[build.stance(id, "main", how="In its own words. " * 9) for id in names],
        )
    )
    slides = laid(graph, claim="main")
    for slide in slides:
        check(slide, USUAL)
    shown = {shape.name for slide in slides for shape in slide.shapes if shape.form == "plain"}

    assert shown == set(names)


def test_arrow_goes_from_what_is_told_now_to_what_it_answers():
    slides = laid(shipped("russia-nato"), claim="assurances-binding")
    links = [link for slide in slides for link in slide.links if link.is_new]

    assert links
    assert {link.start for link in links} == {"new"}
    assert all(link.end.startswith("told-") for link in links)


@pytest.mark.parametrize("palette", style.PALETTES)
def test_text_has_contrast_enough_on_every_ground(palette):
    roles = style.roles(style.PALETTES[palette])
    grounds = ["paper", "box", *(role for role in roles if role.startswith("wash"))]

    for ground in grounds:
        for ink in ("ink", "muted"):
            assert style.contrast(roles[ink], roles[ground]) >= 4.5, (ink, ground)
    for word in ("support", "rebut", "undercut", "qualify"):
        assert style.contrast(roles[word], roles["paper"]) >= 4.5


def test_number_of_slides_is_bounded():
    graph = ArgumentGraph(build.corpus(claims=[build.claim("main")]))
    (scene, *_) = scenes(graph, of_claim(graph, "main"), "chicago")

    assert len(lay_out(graph, [scene] * 2 * MOST_SLIDES)) == MOST_SLIDES


def told_of(shape: Shape) -> str:
    return " ".join(span.text for each in shape.paragraphs for span in each.spans)


def test_sources_are_shared_out_and_no_slide_has_a_last_one_alone():
    slides = laid(shipped("russia-nato"), issue="not-one-inch")
    lists = [shape for slide in slides for shape in slide.shapes if shape.name == "sources"]

    assert len(lists) == 2
    assert min(len(each.paragraphs) for each in lists) >= 3


def test_what_was_told_before_leaves_no_beginning_of_a_reason():
    slides = laid(shipped("russia-nato"), issue="not-one-inch")
    told = [shape for slide in slides for shape in slide.shapes if shape.name.startswith("told-")]

    assert told
    assert not [each for each in told if "Because: " in told_of(each) and "…" in told_of(each)]


def test_what_goes_on_is_shared_out_and_no_slide_has_the_reason_alone():
    slides = laid(shipped("end-of-the-dinosaurs"), issue="the-impact")
    parted = [
        (one, other)
        for one, other in pairwise(slides)
        if one.step == other.step and any(shape.name == "new" for shape in one.shapes)
    ]
    alone = [
        told_of(shape)
        for _, other in parted
        for shape in other.shapes
        if shape.name == "new" and len(shape.paragraphs) == 1
    ]

    assert parted
    assert alone == []


@pytest.mark.parametrize("language", list(OWN_NAMES))
@pytest.mark.parametrize("relation", list(Relation))
def test_word_on_an_arrow_is_not_broken(language, relation):
    with speaking(catalogue(language)):
        word = Maker(ArgumentGraph(build.corpus()), USUAL).word(
            relation, "word", (0.0, 0.0), is_new=True
        )
        said = wording.RELATION[relation]

    rows = [
        "".join(span.text for span in row).split() for row in lines(word.paragraphs[0], ARROW_PT)
    ]
    assert [part for row in rows for part in row] == said.split()


def test_large_print_has_names_and_answers_whole():
    graph = shipped("end-of-the-dinosaurs")
    first, *slides = laid(graph, LARGE, issue="the-last-dinosaurs")
    shown = {told_of(shape) for shape in first.shapes if shape.name.endswith("-name")}
    goes_on = [
        told_of(shape)
        for one, other in pairwise(slides)
        if one.step == other.step
        for shape in other.shapes
        if shape.form == "plain"
    ]

    assert {each.name for each in graph.corpus.narratives if each.role is Role.ACCOUNT} <= shown
    assert goes_on == []
