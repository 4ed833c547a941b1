"""Choose what to make for a class in a browser, on a wide screen and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.browser.looking import axe, faults

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

ISSUE = "/russia-nato/teach?issue=not-one-inch"
SEEN = {
    "pages": f"{ISSUE}&make=three-columns",
    "quiz": f"/ru{ISSUE}&make=moodle",
    "cards": f"{ISSUE}&make=anki",
    "lesson": f"/ru{ISSUE}&make=lesson",
    "text": f"{ISSUE}&make=bibtex",
    "claim": "/russia-nato/teach?claim=assurances-binding&make=svg",
    "corpus": "/russia-nato/teach?whole=yes&make=claim-folder",
}
PHONE = {"width": 360, "height": 800}
TOP = "(part) => Math.round(document.querySelector(part).getBoundingClientRect().top + scrollY)"


@pytest.mark.parametrize("kind", SEEN)
def test_page_has_no_faults_whatever_is_seen_on_it(open_page: Open, kind: str) -> None:
    page = open_page(SEEN[kind])

    assert faults(page) == []


@pytest.mark.parametrize("width", [1400, 360])
def test_wide_table_is_moved_within_its_frame(open_page: Open, width: int) -> None:
    page = open_page(f"{ISSUE}&make=csv", width=width)
    frame = page.get_by_role("region", name="The table")

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert frame.evaluate("(each) => each.scrollWidth > each.clientWidth && each.tabIndex === 0")


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])
def test_preview_begins_on_the_first_screen_of_a_phone(open_page: Open, has_scripts: bool) -> None:
    page = open_page(ISSUE, **PHONE, java_script_enabled=has_scripts)

    assert page.get_by_role("link", name="Slides (PPTX)").count() == 0
    assert page.get_by_label("Paper").is_hidden()
    assert page.evaluate(TOP, ".sheets") < PHONE["height"] * 1.1


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])
def test_another_thing_is_chosen_on_a_phone_by_keys(open_page: Open, has_scripts: bool) -> None:
    page = open_page(ISSUE, **PHONE, java_script_enabled=has_scripts)
    fold = page.locator("summary", has_text="What to make:")
    fold.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Cards for Anki").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Cards for Anki").wait_for()

    assert "What to make: Cards for Anki" in fold.inner_text()
    assert page.get_by_role("link", name="Slides (PPTX)").count() == 0
    if has_scripts:
        assert page.evaluate("document.activeElement.localName") == "summary"
        assert fold.bounding_box()["y"] >= 0


def test_options_stay_open_on_a_phone_while_they_are_changed(open_page: Open) -> None:
    page = open_page(ISSUE, **PHONE)
    page.locator("summary", has_text="Options").click()
    page.get_by_label("Paper").select_option("letter")
    page.wait_for_url("**paper=letter**")

    assert page.get_by_label("Paper").is_visible()
    assert page.get_by_label("Paper").input_value() == "letter"


def test_wide_screen_shows_everything_at_once(open_page: Open) -> None:
    page = open_page(ISSUE)

    assert page.get_by_role("link", name="Slides (PPTX)").is_visible()
    assert page.get_by_label("Paper").is_visible()
    assert page.locator("summary").count() == page.locator(".fold summary").count()
    assert page.locator(".fold").first.is_hidden()


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])
def test_download_is_a_few_keys_from_what_is_chosen(open_page: Open, has_scripts: bool) -> None:
    page = open_page(ISSUE, java_script_enabled=has_scripts)
    page.get_by_role("link", name="Slides (PPTX)").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Slides (PPTX)").wait_for()
    if not has_scripts:  # a page of its own, where the place that had the focus is gone
        page.get_by_role("link", name="Slides (PPTX)").focus()

    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to what is chosen"
    assert skip.bounding_box()["width"] > 100
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.locator(":focus").inner_text() == "Download"
