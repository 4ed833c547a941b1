"""Sources and documents with real clicks: narrow, order, open, and go back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.web.browser.looking import OVERLAPS, SIDEWAYS, axe

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

HOME = "/russia-nato"
WIDTHS = pytest.mark.parametrize("width", [360, 1400])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@SCHEMES
@WIDTHS
@pytest.mark.parametrize(
    "path",
    [
        f"{HOME}/sources/",
        f"{HOME}/sources/?by=all&verified=yes&sort=title",
        f"{HOME}/sources/?verified=no",
        f"{HOME}/evidence/genscher-tutzing",
        f"{HOME}/sources/baker-gorb-us-memcon",
        "/three/sources/record",
        "/three/evidence/words",
        "/hostile/sources/",
    ],
)
def test_documents_are_accessible_in_every_state(
    open_page: Open, path: str, width: int, scheme: str
) -> None:
    page = open_page(path, width=width, color_scheme=scheme)

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(OVERLAPS) == []


@WIDTHS
@pytest.mark.parametrize("scripts", [True, False])
def test_list_is_narrowed_ordered_and_opened(open_page: Open, width: int, scripts: bool) -> None:
    page = open_page(f"{HOME}/sources/", width=width, java_script_enabled=scripts)
    page.select_option("select[name=by]", "all")
    page.select_option("select[name=kind]", "treaty")
    page.click(".sift button")
    # The links of the list that was there before lead to where it was not narrowed.
    page.locator(".chosen a", has_text="treaty").wait_for()
    page.click("nav[aria-label=Order] a:has-text('oldest')")
    page.wait_for_url(re.compile("sort=date"))
    for part in ("by=all", "kind=treaty"):
        assert part in page.url
    page.click(".chosen a:has-text('treaty')")
    page.wait_for_url(lambda url: "kind=" not in url)
    page.go_back()
    page.wait_for_url(re.compile("kind=treaty"))
    page.locator(".chosen a", has_text="treaty").wait_for()
    page.click(".shelf a.said >> nth=0")

    assert page.locator(".used").first.is_visible()


def test_keyboard_narrows_the_list(open_page: Open) -> None:
    page = open_page(f"{HOME}/sources/")
    page.focus("select[name=ends]")
    page.keyboard.press("ArrowDown")
    page.focus(".sift button")
    page.keyboard.press("Enter")
    page.wait_for_url("**ends=opposite**")
    shown = page.locator(".shelf > li").count()

    assert shown > 0
    assert page.locator(".shelf > li .opposed").count() == shown


@pytest.mark.parametrize("width", [1400, 360])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_translation_stands_under_the_words_it_translates(
    open_page: Open, language: str, width: int
) -> None:
    page = open_page(f"/{language}{HOME}/evidence/genscher-tutzing", width=width)
    first, second = page.locator(".tongues figure").all()

    assert first.locator("[lang=de]").count() == 1
    assert second.locator("[lang=en]").count() == 1
    assert first.bounding_box()["y"] < second.bounding_box()["y"]
    assert first.bounding_box()["x"] == second.bounding_box()["x"]


LINES_OF_HEADS = """() => [...document.querySelectorAll(".counts thead th")].map(head => {
  const range = document.createRange();
  range.selectNodeContents(head);
  return [head.textContent.trim().split(/\\s+/).length, range.getClientRects().length];
})"""


@pytest.mark.parametrize("language", ["", "/ru"])
@pytest.mark.parametrize("width", [320, 360])
def test_heads_of_a_table_are_not_broken_within_words(
    open_page: Open, width: int, language: str
) -> None:
    page = open_page(f"{language}{HOME}/matrix", width=width)

    heads = page.evaluate(LINES_OF_HEADS)
    assert heads
    assert [(words, lines) for words, lines in heads if lines > words] == []
    assert page.evaluate(SIDEWAYS) == []
