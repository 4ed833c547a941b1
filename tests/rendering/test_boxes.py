import pytest

from argmap.core.graph import ArgumentGraph
from argmap.rendering.boxes import Drafter
from argmap.rendering.sheet import Paint
from argmap.rendering.style import COLOUR
from tests import builders as b
from tests.rendering import samples


def drafter(graph: ArgumentGraph, narratives: tuple[str, ...] = ("left", "right")) -> Drafter:
    return Drafter(graph, Paint(COLOUR, "p-"), narratives, lambda kind, id: f"/{kind}/{id}")


def test_look_follows_the_place_in_the_corpus_and_not_the_order_shown() -> None:
    graph = samples.debate()

    looks = [drafter(graph, order).look("right") for order in (("left", "right"), ("right",))]
    assert looks == [("account-1", "falling")] * 2


def test_observer_has_no_account_colour() -> None:
    assert drafter(samples.debate()).look("scholars") == ("observer", "level")


def test_twelve_accounts_never_share_both_colour_and_hatch() -> None:
    graph = ArgumentGraph(b.corpus(narratives=[b.narrative(f"n{n}") for n in range(12)]))

    assert len({drafter(graph, ()).look(id) for id in graph.narratives}) == 12


@pytest.mark.parametrize(
    ("id", "href"), [("a-record", "/evidence/spoken"), ("against", "/claim/reply")]
)
def test_argument_with_one_premise_leads_to_the_premise(id: str, href: str) -> None:
    graph = samples.debate()

    assert drafter(graph).single("x", graph.argument(id), 200).href == href


def test_box_carries_hooks_for_scripts_and_style_sheets() -> None:
    graph = samples.debate()
    box = drafter(graph).single("x", graph.argument("no-step"), 200)

    assert box.classes == "evidence relation-undercut narrative-1"
    assert dict(box.data) == {"kind": "evidence", "id": "filed", "argument": "no-step"}


def test_quotation_in_another_language_says_so() -> None:
    graph = samples.debate()

    box = drafter(graph).evidence("x", graph.item("spoken"), 200)
    assert 'xml:lang="ru"' in box.write()


def test_premise_without_warrant_has_no_because() -> None:
    argument = b.support("a", "e", "c", because="")
    graph = ArgumentGraph(
        b.corpus(claims=[b.claim("c")], evidence=[b.fact("e")], arguments=[argument])
    )

    assert not any("Because" in line for line in drafter(graph).single("x", argument, 200).lines)


def test_longer_text_makes_a_higher_box() -> None:
    graph = ArgumentGraph(b.corpus(claims=[b.claim("s"), b.claim("l", text="word " * 100)]))

    low, high = (drafter(graph).claim("x", graph.claim(id), 200) for id in ("s", "l"))
    assert low.height_pt < high.height_pt
