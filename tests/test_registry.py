"""Look members up by name."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pytest

from argmap.errors import UnknownName
from argmap.registry import Registry, find


@dataclass
class Tool:
    name: str


@pytest.fixture
def made() -> list[str]:
    """Note what was made, in order."""
    return []


@pytest.fixture
def tools(made: list[str]) -> Registry[Tool]:
    def make(name: str) -> Tool:
        made.append(name)
        return Tool(name)

    return Registry({name: lambda name=name: make(name) for name in ("saw", "plane", "file")})


def test_only_the_one_that_is_wanted_is_made_and_only_once(tools, made):
    assert find("tool", tools, "plane") is find("tool", tools, "plane")
    assert made == ["plane"]


def test_names_are_known_before_anything_is_made(tools, made):
    assert tools.names == ("saw", "plane", "file")
    assert len(tools) == 3
    assert made == []


def test_all_come_in_order(tools):
    assert [each.name for each in tools] == ["saw", "plane", "file"]
    assert [each.name for each in tools[1:]] == ["plane", "file"]
    assert tools[-1].name == "file"


@pytest.mark.parametrize("kind", [list, lambda tools: tools], ids=["list", "registry"])
def test_unknown_name_lists_the_known_ones(tools, kind):
    with pytest.raises(UnknownName, match=r"'axe'.*file"):
        find("tool", kind(tools), "axe")


def test_two_who_ask_at_once_are_given_the_same():
    both = threading.Barrier(2)

    def make() -> Tool:
        both.wait(5)
        return Tool("saw")

    tools = Registry({"saw": make})
    given: list[Tool] = []
    askers = [threading.Thread(target=lambda: given.append(tools.named("saw"))) for _ in range(2)]
    for each in askers:
        each.start()
    for each in askers:
        each.join()

    assert given[0] is given[1] is tools.named("saw")
