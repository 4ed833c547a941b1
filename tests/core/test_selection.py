"""What is shown of a graph, and that what is not shown is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Corpus
from argmap.core.selection import (
    Branch,
    ClaimTree,
    Point,
    claim_tree,
    resting_on,
    way_to,
)
from argmap.errors import UnknownName
from tests import builders as build


def test_depth_one_shows_the_arguments_on_the_claim_alone() -> None:
    tree = claim_tree(chain(3), "c0", depth=1)

    assert shown(tree) == ["a1"]


def test_what_depth_cuts_is_counted_where_it_was_cut() -> None:
    tree = claim_tree(chain(3), "c0", depth=1)

    (premise,) = tree.root.branches[0].premises
    assert (premise.hidden, tree.is_whole) == (1, False)


def test_no_depth_shows_everything() -> None:
    tree = claim_tree(chain(3), "c0", depth=None)

    assert (shown(tree), tree.is_whole) == (["a1", "a2", "a3"], True)


def test_depth_nought_shows_the_claim_alone() -> None:
    tree = claim_tree(chain(3), "c0", depth=0)

    assert (shown(tree), tree.root.hidden) == ([], 1)


def test_reasons_for_come_before_qualifications_and_reasons_against() -> None:
    graph = on_one_claim(
        build.rebut("against", "e", "c"),
        build.qualify("limit", "e", "c"),
        build.support("for", "e", "c"),
    )

    assert shown(claim_tree(graph, "c")) == ["for", "limit", "against"]


def test_reasons_are_grouped_by_who_uses_them() -> None:
    graph = on_one_claim(
        build.support("right-1", "e", "c", by="right"),
        build.support("left-1", "e", "c", by="left"),
        build.support("right-2", "e", "c", by="right"),
    )

    assert shown(claim_tree(graph, "c")) == ["left-1", "right-1", "right-2"]


def test_an_undercut_stands_below_the_argument_it_undercuts() -> None:
    graph = on_one_claim(build.support("for", "e", "c"), build.undercut("cut", "e", "for"))

    (branch,) = claim_tree(graph, "c").root.branches

    assert [undercut.argument.id for undercut in branch.undercuts] == ["cut"]


def test_a_hidden_undercut_is_counted_at_its_argument() -> None:
    graph = on_one_claim(build.support("for", "e", "c"), build.undercut("cut", "e", "for"))

    (branch,) = claim_tree(graph, "c", depth=1).root.branches

    assert branch.hidden == 1


def test_only_arguments_of_chosen_accounts_and_observers_are_shown() -> None:
    graph = on_one_claim(
        build.support("by-left", "e", "c", by="left"),
        build.support("by-right", "e", "c", by="right"),
        build.support("by-school", "e", "c", by="school"),
    )

    assert shown(claim_tree(graph, "c", narratives=["right"])) == ["by-right", "by-school"]


def test_a_claim_that_comes_up_twice_is_opened_once() -> None:
    graph = ArgumentGraph(
        build.corpus(
            claims=[build.claim("c"), build.claim("shared")],
            evidence=[build.fact("e")],
            arguments=[
                build.support("one", "shared", "c"),
                build.rebut("two", "shared", "c"),
                build.support("under", "e", "shared"),
            ],
        )
    )

    first, second = claim_tree(graph, "c").root.branches

    assert [branch.argument.id for branch in first.premises[0].branches] == ["under"]
    assert (second.premises[0].branches, second.premises[0].repeated) == ((), True)


def test_a_circle_is_cut_where_it_closes() -> None:
    graph = ArgumentGraph(
        build.corpus(
            claims=[build.claim("c"), build.claim("d")],
            arguments=[build.support("one", "d", "c"), build.support("two", "c", "d")],
        )
    )

    assert shown(claim_tree(graph, "c", depth=None)) == ["one", "two"]


def test_a_bound_on_steps_keeps_the_nearest_and_counts_the_rest() -> None:
    graph = on_one_claim(*(build.support(f"s{n}", "e", "c") for n in range(10)))

    tree = claim_tree(graph, "c", max_steps=4)

    assert (tree.steps, tree.root.hidden) == (4, 6)


def test_a_chain_far_longer_than_any_page_is_cut_and_not_a_crash() -> None:
    tree = claim_tree(chain(3_000), "c0", depth=None)

    assert (tree.steps, tree.is_whole) == (40, False)


def test_an_unknown_claim_is_refused() -> None:
    with pytest.raises(UnknownName, match="claim 'nowhere'"):
        claim_tree(chain(1), "nowhere")


@given(st.data())
def test_each_argument_is_shown_or_counted_once_and_shown_once(data: st.DataObject) -> None:
    graph = ArgumentGraph(data.draw(random_corpora()))
    depth = data.draw(st.integers(0, 4))

    tree = claim_tree(graph, "c0", depth=depth)

    names = shown(tree)
    assert len(names) == len(set(names)) == tree.steps
    assert set(names) <= set(shown(claim_tree(graph, "c0", depth=depth + 1)))


def test_place_that_is_opened_shows_one_step_more_than_the_depth() -> None:
    tree = claim_tree(chain(4), "c0", depth=1, opened=["a1"])

    assert shown(tree) == ["a1", "a2"]
    assert tree.places["a2"].hidden == 1


def test_place_that_is_closed_counts_what_it_holds() -> None:
    tree = claim_tree(chain(4), "c0", depth=None, closed=["a2"])

    assert shown(tree) == ["a1", "a2"]
    assert tree.places["a2"].hidden == 1


def test_root_can_be_closed_too() -> None:
    tree = claim_tree(chain(2), "c0", closed=["c0"])

    assert (shown(tree), tree.root.hidden) == ([], 1)


def test_place_that_is_both_opened_and_closed_is_closed() -> None:
    assert shown(claim_tree(chain(2), "c0", depth=1, opened=["a1"], closed=["a1"])) == ["a1"]


def test_premises_beside_a_step_are_opened_one_by_one() -> None:
    graph = joined()
    before = claim_tree(graph, "c", depth=1)

    assert list(before.places) == ["c", "both", "both/p", "both/q"]
    assert [place.hidden for place in before.places.values()] == [0, 1, 1, 1]
    assert shown(claim_tree(graph, "c", depth=1, opened=["both"])) == ["both", "cut"]
    assert shown(claim_tree(graph, "c", depth=1, opened=["both/p"])) == ["both", "on-p"]


def test_place_says_what_stands_there_and_who_brought_it() -> None:
    places = claim_tree(joined(), "c", depth=None).places

    assert (places["c"].record, places["c"].argument, places["c"].level) == ("c", "", 0)
    assert (places["both"].record, places["both/p"].record) == ("both", "p")
    assert (places["both/p"].parent, places["on-p"].parent) == ("both", "both/p")
    assert (places["on-p"].record, places["on-p"].level) == ("e", 2)


def test_way_leads_to_a_place_that_depth_hides() -> None:
    graph = joined()
    tree = claim_tree(graph, "c", depth=1)
    for name in ("cut", "on-p", "on-q"):
        whole, way = way_to(graph, tree, name)
        opened = claim_tree(graph, "c", depth=1, opened=way)

        assert name in whole
        assert name in opened.places
    assert way_to(graph, tree, "both/p")[1] == ()
    assert way_to(graph, tree, "elsewhere")[1] == ()


@given(st.data())
def test_way_to_any_place_under_a_claim_shows_it(data: st.DataObject) -> None:
    graph = ArgumentGraph(data.draw(random_corpora()))
    tree = claim_tree(graph, "c0", depth=data.draw(st.integers(0, 2)))
    name = data.draw(st.sampled_from(sorted(claim_tree(graph, "c0", depth=None).places)))
    _, way = way_to(graph, tree, name)

    assert name in claim_tree(graph, "c0", depth=tree.depth, opened=way).places


@given(st.data())
def test_place_holds_what_its_boxes_arguments_are(data: st.DataObject) -> None:
    graph = ArgumentGraph(data.draw(random_corpora()))
    tree = claim_tree(graph, "c0", depth=data.draw(st.integers(0, 4)))
    places = tree.places

    assert sum(place.shown for place in places.values()) == tree.steps
    assert all(place.parent in places for place in places.values() if place.level)


def test_what_rests_on_a_source_goes_up_to_the_claim_by_supports() -> None:
    graph = ArgumentGraph(
        build.corpus(
            sources=[build.source("a"), build.source("b")],
            claims=[build.claim("c"), build.claim("d")],
            evidence=[build.fact("from-a", "a"), build.fact("from-b", "b")],
            arguments=[
                build.support("up", "d", "c"),
                build.support("under", "from-a", "d"),
                build.rebut("against", "from-b", "c"),
                build.undercut("cut", "from-a", "against"),
            ],
        )
    )
    tree = claim_tree(graph, "c", depth=None)

    assert resting_on(graph, tree, "a") == ("c", "up", "under", "cut")
    assert resting_on(graph, tree, "b") == ("against",)


def test_step_rests_on_the_source_of_any_of_its_premises() -> None:
    tree = claim_tree(joined(), "c", depth=None)

    wanted = ("c", "both", "both/p", "on-p", "both/q", "on-q", "cut")
    assert resting_on(joined(), tree, "record") == wanted


def chain(length: int) -> ArgumentGraph:
    """Build c0 <- a1 - c1 <- a2 - c2 ... of that many steps."""
    return ArgumentGraph(
        build.corpus(
            claims=[build.claim(f"c{n}") for n in range(length + 1)],
            arguments=[build.support(f"a{n}", f"c{n}", f"c{n - 1}") for n in range(1, length + 1)],
        )
    )


def joined() -> ArgumentGraph:
    """Build c <- both - p and q together, with an undercut of it and evidence on p and on q."""
    return ArgumentGraph(
        build.corpus(
            claims=[build.claim("c"), build.claim("p"), build.claim("q")],
            evidence=[build.fact("e"), build.fact("f"), build.fact("g")],
            arguments=[
                build.support("both", ("p", "q"), "c"),
                build.undercut("cut", "g", "both", by="right"),
                build.support("on-p", "e", "p"),
                build.support("on-q", "f", "q"),
            ],
        )
    )


def on_one_claim(*arguments: object) -> ArgumentGraph:
    return ArgumentGraph(
        build.corpus(
            narratives=[
                build.narrative("left"), build.narrative("right"), build.observer("school"),
            ],
            claims=[build.claim("c")],
            evidence=[build.fact("e")],
            arguments=list(arguments),
        )
    )  # fmt: skip


@st.composite
def random_corpora(draw: st.DrawFn) -> Corpus:
    """Draw claims c0..c4 with any arguments between them, circles and undercuts included."""
    claims = [f"c{n}" for n in range(5)]
    arguments: list[object] = []
    for number in range(draw(st.integers(0, 9))):
        premise, target = draw(st.permutations(claims))[:2]
        by = draw(st.sampled_from(["left", "right"]))
        if arguments and draw(st.booleans()):
            cut = draw(st.sampled_from([argument.id for argument in arguments]))
            arguments.append(build.undercut(f"a{number}", premise, cut, by=by))
        else:
            kind = draw(st.sampled_from([build.support, build.rebut, build.qualify]))
            arguments.append(kind(f"a{number}", premise, target, by=by))
    return build.corpus(claims=[build.claim(id) for id in claims], arguments=arguments)


def shown(tree: ClaimTree) -> list[str]:
    """List the arguments of a tree in reading order."""

    def below(place: Point | Branch) -> list[str]:
        if isinstance(place, Branch):
            inner = [name for part in (*place.premises, *place.undercuts) for name in below(part)]
            return [place.argument.id, *inner]
        return [name for branch in place.branches for name in below(branch)]

    return below(tree.root)
