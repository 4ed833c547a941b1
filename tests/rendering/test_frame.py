import pytest

from argmap import rendering
from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.rendering import Options
from tests import builders as b
from tests.rendering import samples


def text_of(graph: ArgumentGraph, name: str = "tree", subject: str = "main") -> str:
    picture = rendering.picture(graph, name, subject, Options(depth=1))
    return " ".join("".join(samples.tree_of(picture).itertext()).split())


def test_legend_explains_only_what_is_seen() -> None:
    text = text_of(samples.wide(2))

    assert "a reason for it" in text
    assert "a reason against it" not in text


def test_legend_of_lanes_explains_the_marks() -> None:
    text = text_of(samples.debate(), "lanes", "question")

    assert "agreedagreed in partdisputed" in text


@pytest.mark.parametrize(
    ("licence", "revised", "imprint"),
    [
        ("CC0", PartialDate(2026, 11), "Corpus small. Licence CC0, revised November 2026."),
        ("", PartialDate(2026, 11), "Corpus small. Revised November 2026."),
        ("", None, "Corpus small."),
    ],
)
def test_imprint_says_what_is_known(
    licence: str, revised: PartialDate | None, imprint: str
) -> None:
    graph = ArgumentGraph(b.corpus(claims=[b.claim("main")], licence=licence, revised=revised))

    assert text_of(graph).endswith(imprint)
