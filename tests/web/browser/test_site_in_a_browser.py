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


def test_accounts_are_chosen_in_place(open_page: Open, base: str) -> None:
    page = open_page("/compare.html", base=base)
    page.get_by_label("Third account").uncheck()

    assert page.locator("#claim-split .verdict").inner_text() == "disputed"


@pytest.mark.parametrize(
    "path", ["index", "claims/split", "compare", "timeline", "sources/index", "search"]
)
def test_axe_finds_nothing(open_page: Open, host: str, path: str) -> None:
    assert axe(open_page(f"/{path}.html", base=host)) == []


def test_pages_are_whole_without_scripts(open_page: Open, host: str) -> None:
    page = open_page("/claims/split.html", base=host, java_script_enabled=False)

    assert page.locator("svg.argmap-picture").is_visible()
    assert page.locator(".panel").is_hidden()
