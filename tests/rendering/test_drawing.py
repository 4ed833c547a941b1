import subprocess

import pytest

from argmap import rendering
from argmap.rendering import Options
from tests.rendering import samples


@pytest.mark.usefixtures("dot")
@pytest.mark.parametrize(("name", "subject"), [("tree", "main"), ("lanes", "question")])
def test_exported_dot_is_drawn_by_any_graphviz(name: str, subject: str) -> None:
    dot = rendering.picture(samples.debate(), name, subject, Options(depth=None)).dot

    done = subprocess.run(["dot", "-Tplain"], input=dot.encode(), capture_output=True, timeout=60)

    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert any("Нет никаких" in line for line in lines) == (name == "tree")
    assert any(line.startswith(("node main ", "node main")) for line in lines)


def test_dot_has_the_whole_text_of_a_box_and_no_html() -> None:
    dot = rendering.picture(samples.debate(), "tree", "main", Options(depth=None)).dot

    assert r"2 premises taken together\l" in dot
    assert "label=<" not in dot
