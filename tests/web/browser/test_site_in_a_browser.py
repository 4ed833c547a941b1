"""Serve an exported site by nothing but files, and use it; it works from the disk, too."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.writers import site
from argmap.writers.folder import write_folder
from argmap.writers.format import Order
from tests.web.browser.looking import axe
from tests.web.corpora import THREE
from tests.web.editions import published_once

# What all that a step shows looks like; its height is what the bar of links leaves.
LOOK = """() => [...document.querySelectorAll(".scene:not([hidden]), .scene:not([hidden]) *")]
  .map((each) => {
    const { color, font, display, padding, border, background } = getComputedStyle(each);
    const width = Math.round(each.getBoundingClientRect().width);
    return { tag: each.tagName, width, color, font, display, padding, border, background };
  })"""
pytestmark = pytest.mark.browser
Open = Callable[..., Any]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site") / "pages"
    order = Order(graph=ArgumentGraph(THREE), publish=published_once)
    write_folder(path, site.files(order))
    return path


@pytest.fixture(scope="session")
def host(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(params=["a host", "the disk"])
def base(request: pytest.FixtureRequest, host: str, folder: Path) -> str:
    return host if request.param == "a host" else folder.as_uri()


def test_box_is_told_of_beside_the_map(open_page: Open, base: str) -> None:
    page = open_page("/claims/split.html", base=base)
    page.locator("svg.argmap-picture a[data-box=for]").focus()
    page.keyboard.press("Enter")

    assert "Words of words" in page.locator(".panel").inner_text()

    page.reload()

    assert "Words of words" in page.locator(".panel").inner_text()

    page.locator(".panel a[data-key=own]").click()
    page.wait_for_url("**/evidence/words.html")


def test_words_are_found_from_any_page(open_page: Open, base: str) -> None:
    page = open_page("/claims/split.html", base=base)
    page.locator("[data-find] input").fill("claims")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=claims")
    page.locator(".hits a").first.click()
    page.wait_for_url("**/claims/*.html")


def test_claim_is_presented_and_left(open_page: Open, base: str) -> None:
    page = open_page("/claims/split.html", base=base)
    page.get_by_role("link", name="Present", exact=True).click()
    page.wait_for_url("**/present/claims/split.html")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.go_back()
    page.reload()

    assert page.url.endswith("/present/claims/split.html#step-2")
    assert page.locator(".scene:visible").get_attribute("id") == "step-2"

    page.keyboard.press("Escape")
    page.wait_for_url("**/claims/split.html")


@pytest.mark.parametrize("width", [360, 1400])
@pytest.mark.parametrize("subject", ["issue=question", "claim=split"])
def test_presentation_looks_as_served(open_page: Open, host: str, subject: str, width: int) -> None:
    kind, _, id = subject.partition("=")
    seen = []
    for page in (
        open_page(f"/three/present?{subject}", width=width),
        open_page(f"/present/{kind}s/{id}.html", base=host, width=width),
    ):
        page.wait_for_selector(".presentation.is-live")
        page.evaluate("document.fonts.ready")
        steps = []
        for _ in page.query_selector_all(".scene"):
            steps.append(page.evaluate(LOOK))
            page.keyboard.press("ArrowRight")
        seen.append(steps)

    assert seen[0] == seen[1]


def test_accounts_are_chosen_in_place(open_page: Open, base: str) -> None:
    page = open_page("/compare.html", base=base)
    page.get_by_label("Third account").uncheck()

    assert page.locator("#claim-split .verdict").inner_text() == "disputed"


@pytest.mark.parametrize(
    "path",
    [
        "index",
        "claims/split",
        "compare",
        "timeline",
        "sources/index",
        "search",
        "present/claims/split",
        "present/issues/question",
    ],
)
def test_axe_finds_nothing(open_page: Open, host: str, path: str) -> None:
    assert axe(open_page(f"/{path}.html", base=host)) == []


def test_pages_are_whole_without_scripts(open_page: Open, host: str) -> None:
    page = open_page("/claims/split.html", base=host, java_script_enabled=False)

    assert page.locator("svg.argmap-picture").is_visible()
    assert page.locator(".panel").is_hidden()


@pytest.mark.parametrize("width", [360, 1400])
def test_all_steps_are_there_without_scripts(open_page: Open, host: str, width: int) -> None:
    page = open_page(
        "/present/issues/question.html", base=host, width=width, java_script_enabled=False
    )
    scenes = page.query_selector_all(".scene")

    assert len(scenes) > 3
    assert [each.get_attribute("id") for each in scenes if not each.is_visible()] == []
    assert page.get_by_role("link", name="Next").is_hidden()
    assert page.get_by_role("link", name="Leave").is_visible()
