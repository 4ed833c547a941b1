"""Open an offline edition from the disk, with the network off, and use it as people do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Corpus
from argmap.writers import offline
from argmap.writers.format import Order
from tests.web.browser.looking import axe
from tests.web.corpora import THREE
from tests.web.editions import published_once

pytestmark = pytest.mark.browser
CLAIM = "#/claims/words-were-spoken"
PRESENTED = "#/present/claims/words-were-spoken"
MOST_BYTES = 5_000_000
SCENE = ".scene:visible"
Open = Callable[..., Any]


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory, shipped_corpora: tuple[Corpus, ...]) -> Path:
    """Write the largest shipped corpus as one file."""
    largest = max(shipped_corpora, key=lambda each: len(each.claims))
    path = tmp_path_factory.mktemp("offline") / "whole.html"
    graph = ArgumentGraph(largest)
    path.write_bytes(offline.write(Order(graph=graph, publish=published_once)))
    return path


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("offline") / "small.html"
    graph = ArgumentGraph(THREE)
    path.write_bytes(offline.write(Order(graph=graph, publish=published_once)))
    return path


@pytest.fixture
def open_file(browser: Any) -> Iterator[Open]:
    """Open a file in a window without network; a request or a word on the console fails."""
    contexts, said = [], []

    def open_(path: Path, place: str = "", *, width: int = 1400, **more: Any) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, offline=True, **more
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda asked: said.append(asked.url))
        page.goto(f"{path.as_uri()}{place}")
        if more.get("java_script_enabled", True):
            page.wait_for_selector("body[data-at]", state="attached")
        return page

    yield open_
    for context in contexts:
        context.close()
    # Fonts are in the file; the file itself is the one thing that is asked for.
    assert [each for each in said if not re.match(r"file:.*\.html|data:font/", each)] == []


def test_whole_corpus_is_five_megabytes_at_most(whole: Path) -> None:
    assert whole.stat().st_size <= MOST_BYTES


def test_a_claim_is_explored_by_click_and_key(open_file: Open, whole: Path) -> None:
    page = open_file(whole, CLAIM)
    page.locator("svg.argmap-picture a.root").click()

    assert page.locator(".panel h3").inner_text() == page.locator("h1").inner_text()

    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    name = page.evaluate("document.activeElement.dataset.id")

    assert page.locator(".panel .facts").count() == 1
    assert page.evaluate("location.hash").startswith(f"{CLAIM}~tree-")

    page.keyboard.press("Enter")
    page.wait_for_function(f"location.hash === '#/evidence/{name}'")

    assert page.locator("blockquote, .fact").count()

    page.go_back()
    page.wait_for_selector("svg.argmap-picture")

    assert page.locator(".panel .facts").count() == 1

    page.locator(".panel h3").focus()
    page.keyboard.press("Escape")

    assert page.locator(".panel").is_hidden()


def test_each_page_has_its_title_before_that_of_the_corpus(open_file: Open, small: Path) -> None:
    page = open_file(small)
    titles = [page.title()]
    for place in ("#/claims/split", "#/reading", "#/compare"):
        page.goto(f"{small.as_uri()}{place}")
        page.wait_for_selector(f"body[data-at='{place}']")
        titles.append(page.title())

    assert titles == [
        "Overview · Corpus three", "Claim split · Corpus three",
        "Overview · Corpus three", "Side by side · Corpus three",
    ]  # fmt: skip


def test_accounts_are_compared_and_filtered(open_file: Open, small: Path) -> None:
    page = open_file(small, "#/compare")
    page.get_by_label("Left account").uncheck()

    assert page.locator("#claim-split .verdict").inner_text() == "disputed in part"
    assert not page.locator("#claim-split td").first.is_visible()

    page.locator("[data-mark=one_sided]").click()

    assert page.locator("#claim-split").is_hidden()
    assert page.locator("#claim-both").is_visible()

    page.get_by_label("Right account").uncheck()

    assert page.locator(".compare > .sum").inner_text() == "Choose two accounts or more."


@pytest.mark.parametrize("words", ["assurances", "assurance", "расширению НАТО", "расширения нато"])
def test_words_are_found_in_any_form(open_file: Open, whole: Path, words: str) -> None:
    page = open_file(whole)
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    first = page.locator(".hits a").first
    first.wait_for()
    first.click()
    page.wait_for_function("!location.hash.startsWith('#/search')")

    assert page.locator("main h1").inner_text() != "Search"


def test_a_claim_is_presented_by_keys(open_file: Open, whole: Path) -> None:
    page = open_file(whole, CLAIM)
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name="Present", exact=True).click()

    assert page.locator(SCENE).inner_text().startswith("Was Moscow assured")
    assert title in page.locator(SCENE).inner_text()

    seen = [page.locator(SCENE).inner_text()]
    for key in ("ArrowRight", "Space", "PageDown"):
        page.keyboard.press(key)
        seen.append(page.locator(SCENE).inner_text())

    assert len(set(seen)) == 4
    assert page.locator("[data-count]").inner_text() == "4 of 8"
    assert page.evaluate("location.hash") == f"{PRESENTED}~step-4"

    page.keyboard.press("n")

    assert "Source: " in page.locator(f"{SCENE} .notes").inner_text()

    page.keyboard.press("Escape")
    page.wait_for_selector("svg.argmap-picture")

    assert page.evaluate("location.hash") == CLAIM


def test_steps_stay_in_the_history(open_file: Open, whole: Path) -> None:
    page = open_file(whole, PRESENTED)
    page.get_by_role("link", name="Next").click()
    page.keyboard.press("End")
    last = page.locator(SCENE).get_attribute("id")
    page.get_by_role("link", name="Leave").click()
    page.wait_for_selector("svg.argmap-picture")
    seen = []
    for _ in range(3):
        page.go_back()
        seen.append(page.locator(SCENE).get_attribute("id"))
    page.go_forward()
    page.reload()
    page.wait_for_selector(SCENE)

    assert seen == [last, "step-2", "step-1"]
    assert page.locator(SCENE).get_attribute("id") == "step-2"


def test_full_screen_holds_the_steps(open_file: Open, whole: Path) -> None:
    page = open_file(whole, "#/present/issues/not-one-inch~step-4")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement?.matches('[data-presentation]')")
    page.keyboard.press("ArrowRight")

    assert page.locator(SCENE).get_attribute("id") == "step-5"
    assert axe(page) == []


def test_keys_present_nothing_on_other_pages(open_file: Open, small: Path) -> None:
    page = open_file(small, "#/present/claims/split")
    page.get_by_role("link", name="The whole as one document").click()
    page.wait_for_selector("main.reading")
    for key in ("ArrowRight", "n", "Escape"):
        page.keyboard.press(key)

    assert page.evaluate("location.hash") == "#/reading"


@pytest.mark.parametrize("place", ["#/claims/split~%E0%A4%A", "#/%", "#/claims/split~nowhere"])
def test_address_with_a_slip_leaves_the_file_usable(
    open_file: Open, small: Path, place: str
) -> None:
    page = open_file(small, place)
    page.locator("a[href='#/reading']").first.wait_for()
    page.evaluate("location.hash = '#/claims/split'")

    page.locator("svg.argmap-picture").first.wait_for()
    page.evaluate(f"location.hash = '{place}'")
    assert page.locator("#content").count() == 1


def test_it_prints_the_claim_with_its_picture(open_file: Open, whole: Path, tmp_path: Path) -> None:
    page = open_file(whole, CLAIM)
    pdf = tmp_path / "claim.pdf"
    page.pdf(path=pdf)

    from pypdf import PdfReader

    text = " ".join("\n".join(each.extract_text() for each in PdfReader(pdf).pages).split())
    assert "would not move one inch to the east" in text
    assert "Objections and replies" in text


def test_without_scripts_it_is_a_document(open_file: Open, whole: Path) -> None:
    page = open_file(whole, java_script_enabled=False)

    assert page.locator("main.reading article h3").count() > 100
    assert page.locator(".top .ways a:visible").count() == 1


@pytest.mark.parametrize(
    ("place", "scheme"),
    [
        ("", "light"),
        (CLAIM, "light"),
        (CLAIM, "dark"),
        ("#/issues/not-one-inch", "dark"),
        ("#/search?q=treaty", "light"),
        (PRESENTED, "dark"),
        (f"{PRESENTED}~step-3", "light"),
        ("#/present/issues/not-one-inch~step-5", "dark"),
    ],
)
def test_axe_finds_nothing_and_a_phone_holds_it(
    open_file: Open, whole: Path, place: str, scheme: str
) -> None:
    page = open_file(whole, place, width=360, color_scheme=scheme)

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "place", ["#/reading", "#/compare", "#/timeline", "#/present/claims/split~step-2"]
)
def test_axe_finds_nothing_in_a_small_edition(
    open_file: Open, small: Path, place: str, scheme: str
) -> None:
    assert axe(open_file(small, place, color_scheme=scheme)) == []
