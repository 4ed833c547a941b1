"""Search with real keys and clicks: suggestions, narrowing, the field from everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.browser.looking import OVERLAPS, SIDEWAYS, axe

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

HOME = "/russia-nato"
FIELD = "[data-search]"
OPTIONS = "[role=option]"
WIDTHS = pytest.mark.parametrize("width", [360, 1400])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def type_words(page: Any, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector(OPTIONS)


def chosen(page: Any) -> str | None:
    return page.get_attribute(FIELD, "aria-activedescendant")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/method",
        "/about",
        "/search",
        f"{HOME}/",
        f"{HOME}/compare",
        f"{HOME}/issues/not-one-inch",
        f"{HOME}/claims/scope-beyond-gdr",
        f"{HOME}/evidence/baker-one-inch",
        f"{HOME}/sources/",
        f"{HOME}/search?q=Baker",
    ],
)
def test_slash_goes_to_the_field_from_every_page(open_page: Open, path: str) -> None:
    page = open_page(path)
    page.keyboard.press("/")
    page.keyboard.type("a/b")

    assert page.evaluate("document.activeElement.matches('[data-search]')")
    assert page.input_value(FIELD) == "a/b"


@WIDTHS
def test_arrows_and_enter_open_a_suggestion(open_page: Open, width: int) -> None:
    page = open_page(f"{HOME}/", width=width)
    type_words(page, "inch")
    expanded = page.get_attribute(FIELD, "aria-expanded")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = chosen(page)
    page.keyboard.press("ArrowUp")
    first = chosen(page)
    wanted = page.get_attribute(f"#{first}", "data-address")

    assert expanded == "true"
    assert (first, second) == ("suggestion-1", "suggestion-2")
    assert page.get_attribute("#suggestion-1", "aria-selected") == "true"
    assert page.get_attribute("#suggestion-2", "aria-selected") == "false"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")


def test_arrows_go_round_over_the_words_themselves(open_page: Open) -> None:
    page = open_page(f"{HOME}/")
    type_words(page, "inch")
    count = page.locator(OPTIONS).count()
    page.keyboard.press("ArrowUp")
    last = chosen(page)
    page.keyboard.press("ArrowDown")

    assert last == f"suggestion-{count}"
    assert chosen(page) is None
    assert page.input_value(FIELD) == "inch"


def test_enter_without_a_choice_searches_in_full(open_page: Open) -> None:
    page = open_page(f"{HOME}/")
    type_words(page, "inch")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=inch")

    assert page.locator(".hits mark").first.inner_text().lower() == "inch"


def test_escape_closes_the_suggestions_and_keeps_the_words(open_page: Open) -> None:
    page = open_page(f"{HOME}/")
    type_words(page, "inch")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")

    assert page.locator(OPTIONS).count() == 0
    assert page.get_attribute(FIELD, "aria-expanded") == "false"
    assert chosen(page) is None
    assert page.input_value(FIELD) == "inch"


def test_click_opens_a_suggestion(open_page: Open) -> None:
    page = open_page(f"{HOME}/")
    type_words(page, "inch")
    wanted = page.get_attribute("#suggestion-3", "data-address")
    page.click("#suggestion-3")
    page.wait_for_url(f"**{wanted}")


def test_leaving_the_field_closes_the_suggestions(open_page: Open) -> None:
    page = open_page(f"{HOME}/")
    type_words(page, "inch")
    page.keyboard.press("Tab")

    assert page.locator(OPTIONS).count() == 0


def test_words_typed_quickly_ask_once(open_page: Open) -> None:
    page = open_page(f"{HOME}/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("/")
    # In one go: on a busy machine keys may come slower than anybody types.
    page.evaluate(
        """() => {
          const field = document.activeElement;
          for (const letter of "founding") {
            field.value += letter;
            field.dispatchEvent(new Event("input"));
          }
        }"""
    )
    page.wait_for_selector(OPTIONS)

    assert [url.split("?")[1] for url in asked if "suggestions" in url] == ["q=founding"]


@SCHEMES
@WIDTHS
def test_suggestions_are_accessible_and_within_the_window(
    open_page: Open, width: int, scheme: str
) -> None:
    page = open_page(f"{HOME}/", width=width, color_scheme=scheme)
    type_words(page, "nato")
    page.keyboard.press("ArrowDown")
    box = page.locator(".suggestions").bounding_box()

    assert axe(page) == []
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert "8 suggestions of" in page.locator(".combo [role=status]").inner_text()


@WIDTHS
def test_narrowing_combines_and_is_kept_by_the_address(open_page: Open, width: int) -> None:
    page = open_page(f"{HOME}/search?q=nato", width=width)
    page.click("nav[aria-labelledby=by-kind] a:has-text('claims')")
    page.click("nav[aria-labelledby=by-issue] a:has-text('Not one inch')")
    narrowed = page.locator(".hits > li").count()
    page.fill(FIELD, "inch")
    page.click(".wide-find button")

    assert narrowed > 0
    assert "kind=claim" in page.url
    assert "issue=not-one-inch" in page.url
    page.click("nav[aria-labelledby=by-kind] [aria-current=true]")
    assert "kind=" not in page.url
    page.go_back()
    assert "kind=claim" in page.url


@SCHEMES
@WIDTHS
@pytest.mark.parametrize(
    "path",
    [
        "/search?q=point",
        f"{HOME}/search?q=nato&kind=claim",
        f"{HOME}/search?q=gorbachov+inhc",
        "/hostile/search?q=script",
        "/three/search?q=zzzz",
        "/three/search",
    ],
)
def test_search_is_accessible_in_every_state(
    open_page: Open, path: str, width: int, scheme: str
) -> None:
    page = open_page(path, width=width, color_scheme=scheme)

    assert axe(page) == []
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(OVERLAPS) == []


def test_search_is_whole_without_scripts(open_page: Open) -> None:
    page = open_page(f"{HOME}/", java_script_enabled=False)
    page.fill(FIELD, "inch")
    page.click(".find button")
    page.click("nav[aria-labelledby=by-kind] a:has-text('quotations')")

    assert page.url.endswith("/search?q=inch&kind=quotation")
    assert page.locator(".hits mark").count() > 0


@pytest.mark.parametrize("width", [360, 820, 1280])
@pytest.mark.parametrize("path", ["/", "/russia-nato/"])
def test_suggestions_stay_on_the_page_wherever_the_field_stands(
    open_page: Open, path: str, width: int
) -> None:
    page = open_page(path, width=width)
    page.keyboard.press("/")
    page.keyboard.type("one inch")
    listed = page.locator(".suggestions [role=option]").first
    listed.wait_for()
    box = page.locator(".suggestions").bounding_box()

    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
