import dataclasses
import itertools
import re

import pytest

from argmap import rendering
from argmap.core import comparison
from argmap.core.graph import ArgumentGraph
from argmap.core.model import StanceKind
from argmap.errors import DrawingTooLarge
from argmap.rendering import Options, drawing
from argmap.rendering.lanes import lane_of, lane_order
from tests import builders as b
from tests.rendering import samples

THREE = ArgumentGraph(samples.three_accounts())


def drawn(
    graph: ArgumentGraph, narratives: tuple[str, ...] = (), **more: object
) -> rendering.Picture:
    return rendering.picture(
        graph,
        "lanes",
        "question",
        Options(narratives=narratives),
        **more,  # type: ignore[arg-type]
    )


def lanes(picture: rendering.Picture) -> list[tuple[float, float]]:
    return [(g.x, g.x + g.width_pt) for g in picture.drawing.grounds]


def lane_of_box(picture: rendering.Picture, name: str) -> int:
    place = picture.drawing.places[name]
    (found,) = [i for i, (left, right) in enumerate(lanes(picture)) if left < place.x < right]
    return found


@pytest.mark.parametrize("graph", [samples.debate(), THREE], ids=["two", "three"])
def test_lanes_never_share_an_x(graph: ArgumentGraph) -> None:
    found = lanes(drawn(graph))

    assert all(one[1] < other[0] for one, other in itertools.pairwise(found))


@pytest.mark.parametrize("graph", [samples.debate(), THREE], ids=["two", "three"])
def test_every_box_lies_within_its_lane(graph: ArgumentGraph) -> None:
    picture = drawn(graph)

    for name, place in picture.drawing.places.items():
        left, right = lanes(picture)[lane_of_box(picture, name)]
        half = picture.drawing.boxes[name].width_pt / 2
        assert left <= place.x - half < place.x + half <= right


def test_every_agreed_claim_lies_in_the_shared_lane() -> None:
    picture = drawn(samples.debate())
    compared = comparison.compare(samples.debate(), issue="question")

    agreed = [r.claim.id for r in compared.rows if r.group is comparison.Group.AGREED]
    assert {lane_of_box(picture, id) for id in agreed} == {1}


def test_claim_held_by_one_account_lies_in_its_lane() -> None:
    picture = drawn(THREE)

    order = lane_order(("left", "right", "third"))
    found = {id: order[lane_of_box(picture, id)] for id in ("mine", "yours", "theirs", "two")}
    assert found == {"mine": "left", "yours": "right", "theirs": "third", "two": ""}


def test_lane_without_a_claim_says_so_and_the_others_do_not() -> None:
    graph = ArgumentGraph(
        b.corpus(
            claims=[b.claim("c")],
            stances=[b.stance("left", "c"), b.stance("right", "c", "denies")],
        )
    )
    grounds = drawn(graph).drawing.grounds

    assert ["None of these claims." in ground.inside for ground in grounds] == [False, True, True]


@pytest.mark.parametrize(
    ("narratives", "order"),
    [
        (("a",), ("a", "")),
        (("a", "b"), ("a", "", "b")),
        (("a", "b", "c"), ("a", "", "b", "c")),
        (("a", "b", "c", "d"), ("a", "b", "", "c", "d")),
    ],
)
def test_shared_lane_is_in_the_middle(narratives: tuple[str, ...], order: tuple[str, ...]) -> None:
    assert lane_order(narratives) == order


def test_claim_of_nobody_is_in_the_shared_lane() -> None:
    assert lane_of(()) == lane_of(("a", "b")) == ""


def test_swapped_accounts_mirror_every_box_and_line() -> None:
    one, other = drawn(samples.debate()), drawn(samples.debate(), ("right", "left"))
    (left, _), (_, right) = lanes(one)[0], lanes(one)[-1]

    def mirrored(x: float) -> float:
        return round(left + right - x, 3)

    places = {n: (mirrored(p.x), round(p.y, 3)) for n, p in other.drawing.places.items()}
    ways = {
        (e.tail, e.head): [(mirrored(x), round(y, 3)) for x, y in way]
        for e, way in other.drawing.ways.items()
    }
    assert places == {n: (round(p.x, 3), round(p.y, 3)) for n, p in one.drawing.places.items()}
    assert ways == {
        (e.tail, e.head): [(round(x, 3), round(y, 3)) for x, y in way]
        for e, way in one.drawing.ways.items()
    }


def test_third_account_not_chosen_leaves_no_trace() -> None:
    picture = drawn(THREE, ("left", "right"))

    assert b"Third" not in picture.svg
    assert len(picture.drawing.grounds) == 3


@pytest.mark.parametrize("graph", [samples.debate(), THREE], ids=["two", "three"])
def test_no_box_lies_over_another(graph: ArgumentGraph) -> None:
    placed = samples.rects(drawn(graph))

    assert [
        p for p in itertools.combinations(placed, 2) if placed[p[0]].overlaps(placed[p[1]])
    ] == []


def test_line_over_the_first_box_keeps_clear_of_the_headings() -> None:
    graph = ArgumentGraph(
        b.corpus(
            claims=[b.claim("mine"), b.claim("both"), b.claim("yours")],
            stances=[
                b.stance("left", "mine"),
                b.stance("left", "both"),
                b.stance("right", "both"),
                b.stance("right", "yours"),
            ],
            arguments=[
                b.rebut("r", "yours", "mine", by="right"),
                b.undercut("u", "yours", "s", by="right"),
                b.support("s", "both", "mine"),
            ],
        )
    )
    made = drawn(graph).drawing
    highest = min(y for way in made.ways.values() for _, y in way)
    room = {highest - ground.y for ground in made.grounds}

    assert highest < 0
    assert min(room) > 25


def test_no_line_runs_under_a_box() -> None:
    picture = drawn(THREE)
    boxes = {
        name: samples.Rect(
            place.x - box.width_pt / 2,
            place.y - box.height_pt / 2,
            place.x + box.width_pt / 2,
            place.y + box.height_pt / 2,
        )
        for name, place in picture.drawing.places.items()
        for box in (picture.drawing.boxes[name],)
    }

    under = [
        (edge.tail, edge.head, name)
        for edge, way in picture.drawing.ways.items()
        for x, y in way
        for name, r in boxes.items()
        if r.left + 0.1 < x < r.right - 0.1 and r.top + 0.1 < y < r.bottom - 0.1
    ]
    assert under == []


def test_graphviz_keeps_every_box_where_it_was_put() -> None:
    picture = drawn(samples.debate())
    placed = samples.rects(picture)

    apart = {
        (
            round((r.left + r.right) / 2 - picture.drawing.places[n].x),
            round((r.top + r.bottom) / 2 - picture.drawing.places[n].y),
        )
        for n, r in placed.items()
    }
    assert len(apart) == 1


def test_box_counts_documents_and_says_each_stance() -> None:
    said = samples.words(samples.boxes(drawn(samples.debate()))["main"])

    assert re.findall(r"Left asserts\s+2\xa0documents\xa0for", said)
    assert "Right denies" in said
    assert "Scholars 1\xa0document\xa0for" in said


def test_agreed_and_agreed_in_part_differ_without_colour() -> None:
    graph = ArgumentGraph(
        b.corpus(
            claims=[b.claim("x", text="Same")],
            stances=[b.stance("left", "x"), b.stance("right", "x")],
        )
    )
    partly = dataclasses.replace(graph.corpus.stances[1], stance=StanceKind.QUALIFIES)
    other = ArgumentGraph(
        dataclasses.replace(graph.corpus, stances=(graph.corpus.stances[0], partly))
    )

    shapes = [
        re.sub(r' (?:class|fill|stroke)="[^"]*"', "", picture.drawing.boxes["x"].write()).split(
            "<text"
        )[0]
        for picture in (drawn(graph), drawn(other))
    ]
    assert shapes[0] != shapes[1]


def test_issue_without_claims_is_a_picture_of_empty_lanes() -> None:
    graph = ArgumentGraph(b.corpus())

    picture = drawn(graph)
    assert (len(picture.drawing.grounds), picture.drawing.boxes) == (3, {})


def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MAX_LINES", 2)

    with pytest.raises(DrawingTooLarge, match="more than 2 lines"):
        drawn(THREE)


def test_one_account_alone_is_drawn_without_a_word_of_agreement() -> None:
    said = drawn(THREE, ("left",)).svg.decode().lower()

    assert [
        word for word in ("agreed", "disputed", "shared", "not told by all") if word in said
    ] == []
