"""Citing a page in a browser: the lines, the button beside each, the data block, the phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.browser.looking import axe

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

PLACES = ["clipboard-read", "clipboard-write"]
PAGES = [
    "/russia-nato/claims/scope-beyond-gdr",
    "/russia-nato/issues/not-one-inch",
    "/russia-nato/evidence/baker-one-inch",
    "/russia-nato/sources/baker-gorb-us-memcon",
    "/three/compare?narratives=left,third&issue=other",
]


@pytest.mark.parametrize("path", PAGES)
def test_data_block_and_buttons_bring_no_report(open_page: Open, path: str) -> None:
    page = open_page(path)
    page.evaluate("document.fonts.ready.then(() => true)")

    assert page.locator("script[type='application/ld+json']").count() == 1
    assert page.locator(".copy").count() == page.locator("[data-copy]").count() > 4


@pytest.mark.parametrize("width", [1400, 360])
def test_button_copies_the_line_beside_it(open_page: Open, width: int) -> None:
    page = open_page(PAGES[0], width=width, permissions=PLACES)
    line = page.locator("[data-copy='Note']").first
    page.locator(".copy[aria-label='Copy: Note']").first.click()
    page.get_by_role("status").get_by_text("Copied").wait_for(state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied == line.inner_text()
    assert page.url.partition("/russia")[0] in copied


def test_copied_line_keeps_its_italics(open_page: Open) -> None:
    page = open_page(PAGES[0], permissions=PLACES)
    page.locator(".copy[aria-label='Copy: Bibliography']").first.click()
    page.get_by_role("status").get_by_text("Copied").wait_for(state="attached")
    rich = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html'))"
        ".then((blob) => blob.text())"
    )

    assert "<i>" in rich


def test_line_is_selected_where_nothing_can_be_copied(open_page: Open) -> None:
    page = open_page(PAGES[0])
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); }")
    page.locator(".copy[aria-label='Copy: Note']").first.click()
    page.get_by_role("status").get_by_text("Selected").wait_for(state="attached")

    selected = page.evaluate("getSelection().toString()")
    assert selected.strip() == page.locator("[data-copy='Note']").first.inner_text().strip()


def test_copying_by_keys_alone(open_page: Open) -> None:
    page = open_page(PAGES[1], permissions=PLACES)
    page.locator(".copy").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Copied").wait_for(state="attached")

    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_lines_are_there_to_select_without_scripts(open_page: Open) -> None:
    page = open_page(PAGES[0], java_script_enabled=False)

    assert page.locator(".copy").count() == 0
    assert page.locator("[data-copy='Note']").first.is_visible()
    page.locator(".styles summary").click()
    assert page.get_by_text("ГОСТ").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 360])
def test_axe_finds_nothing_with_all_styles_open(open_page: Open, width: int, scheme: str) -> None:
    page = open_page(PAGES[2], width=width, color_scheme=scheme)
    page.locator(".styles summary").click()

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
