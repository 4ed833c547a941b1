import itertools

import pytest

from argmap import rendering
from argmap.core.graph import ArgumentGraph
from argmap.rendering import Options, tree
from tests import builders as b
from tests.rendering import samples

ALL = Options(depth=None)


def drawn(graph: ArgumentGraph, options: Options = ALL, **more: object) -> rendering.Picture:
    return rendering.picture(graph, "tree", "main", options, **more)  # type: ignore[arg-type]


def test_root_stands_left_of_everything_else() -> None:
    placed = samples.rects(drawn(samples.debate()))

    root = placed.pop("main")
    assert all(root.right < other.left for other in placed.values())


def test_reasons_for_stand_above_reasons_against() -> None:
    placed = samples.rects(drawn(samples.debate(), Options(depth=1)))

    order = ["a-record", "together", "limits", "against"]
    assert sorted(order, key=lambda name: placed[name].top) == order


def test_boxes_of_one_column_are_equally_wide_and_aligned() -> None:
    placed = samples.rects(drawn(samples.wide(9), Options(depth=1)))

    columns = {(round(r.left), round(r.right)) for name, r in placed.items() if name != "main"}
    assert len(columns) == 1


def test_no_box_lies_over_another() -> None:
    placed = samples.rects(drawn(samples.debate()))

    assert [
        p for p in itertools.combinations(placed, 2) if placed[p[0]].overlaps(placed[p[1]])
    ] == []


def test_argument_with_one_premise_is_one_box_with_all_of_it() -> None:
    box = samples.boxes(drawn(samples.debate()))["a-record"]

    said = " ".join(samples.words(box).split())
    assert "The Left account supports this claim" in said
    assert "“Нет никаких письменных обязательств.”" in said
    assert "A speaker, 9 February 1990." in said
    assert "Source record (other)" in said
    assert "Because So it follows." in said


def test_joint_premises_have_boxes_of_their_own() -> None:
    boxes = samples.boxes(drawn(samples.debate()))

    assert "2 premises taken together" in samples.words(boxes["together"])
    assert {"together/counted", "together/shared"} <= boxes.keys()


def test_unverified_record_is_marked() -> None:
    boxes = samples.boxes(drawn(samples.debate()))

    assert "NOT VERIFIED" in samples.words(boxes["together/counted"])
    assert "NOT VERIFIED" not in samples.words(boxes["no-step"])


def test_undercut_reaches_the_step_it_denies() -> None:
    drawing = drawn(samples.debate()).drawing

    ways = {(edge.tail, edge.head) for edge in drawing.edges}
    assert {("no-step", "undercut/a-record"), ("undercut/a-record", "a-record")} <= ways


def test_what_depth_leaves_out_is_counted() -> None:
    boxes = samples.boxes(drawn(samples.debate(), Options(depth=1)))

    assert samples.words(boxes["more/a-record/a-record"]).strip() == "+ 1 more"
    assert boxes["more/a-record/a-record"].get("aria-label") == "1 more step not shown here"


def test_claim_that_comes_up_again_says_where_its_arguments_are() -> None:
    box = samples.boxes(drawn(samples.debate()))["circle"]

    assert tree.repeated() in " ".join(samples.words(box).split())


def test_root_says_where_each_account_stands() -> None:
    said = samples.words(samples.boxes(drawn(samples.debate()))["main"])

    assert ["Disputed", "Left asserts", "Right denies"] == said.splitlines()[-3:]


def test_claim_nobody_argues_about_is_a_picture_all_the_same() -> None:
    graph = ArgumentGraph(b.corpus(claims=[b.claim("main")]))

    assert list(samples.boxes(drawn(graph))) == ["main"]


def test_page_in_portrait_holds_a_tree_one_step_deep_at_full_size() -> None:
    # The type area of A4 with margins of 10 mm, in points.
    assert drawn(samples.wide(15), Options(depth=1)).width_pt <= 540


def test_only_chosen_accounts_and_observers_argue() -> None:
    boxes = samples.boxes(drawn(samples.debate(), Options(narratives=("right",), depth=1)))

    assert {"against", "limits", "together"} <= boxes.keys()
    assert "a-record" not in boxes


@pytest.mark.parametrize("corpus", ["debate", "wide"])
def test_what_graphviz_lays_out_is_a_tree(corpus: str) -> None:
    """No clock watches over the layout of a small one; see `bounds.MOST_UNTIMED_BYTES`."""
    graph = samples.debate() if corpus == "debate" else samples.wide(40)
    drawing = drawn(graph).drawing
    onward = {edge.tail: edge.head for edge in drawing.edges}
    names = [*drawing.boxes, *drawing.knots]

    assert len(onward) == len(drawing.edges) == len(names) - 1
    for name in names:
        steps = 0
        while name in onward:
            name, steps = onward[name], steps + 1
            assert steps < len(names)
        assert name == "main"
