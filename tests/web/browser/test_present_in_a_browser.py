"""The presentation with real keys, clicks and swipes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.browser.looking import OVERLAPS, SIDEWAYS, axe

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

DECK = "/russia-nato/present?issue=not-one-inch"
CLAIM = "/russia-nato/present?claim=assurances-binding&length=full"
WIDTHS = pytest.mark.parametrize("width", [360, 1400])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def number(page: Any) -> int:
    (scene,) = [each for each in page.query_selector_all(".scene") if each.is_visible()]
    return int(scene.get_attribute("id").removeprefix("step-"))


@SCHEMES
@WIDTHS
@pytest.mark.parametrize(
    "path",
    [
        *(f"{DECK}&step={step}" for step in (1, 2, 3, 4, 8, 14, 15)),
        f"{CLAIM}&step=5",
        "/end-of-the-dinosaurs/present?issue=the-impact&step=3",
        "/hostile/present?claim=bad&step=4",
    ],
)
def test_every_kind_of_step_is_accessible(
    open_page: Open, path: str, width: int, scheme: str
) -> None:
    page = open_page(path, width=width, color_scheme=scheme, reduced_motion="reduce")

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(OVERLAPS) == []


@WIDTHS
def test_keys_go_on_back_and_to_the_ends(open_page: Open, width: int) -> None:
    page = open_page(DECK, width=width)
    last = len(page.query_selector_all(".scene"))
    seen = []
    for key in ("ArrowRight", "Space", "PageDown", "ArrowLeft", "Shift+Space", "End", "ArrowRight"):
        page.keyboard.press(key)
        seen.append(number(page))
    page.keyboard.press("Home")

    assert seen == [2, 3, 4, 3, 2, last, last]
    assert number(page) == 1


def test_each_step_has_its_address_and_back_goes_back(open_page: Open) -> None:
    page = open_page(DECK)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("step=3")
    page.go_back()
    assert (number(page), page.url.endswith("step=2")) == (2, True)
    page.reload()
    assert number(page) == 2
    page.go_forward()
    assert number(page) == 3


def test_step_is_said_and_counted(open_page: Open) -> None:
    page = open_page(DECK)
    page.keyboard.press("ArrowRight")
    title = page.inner_text("#title-2")

    assert page.inner_text("[data-count]") == "2 of 15"
    assert page.text_content("[data-aloud]") == f"2 of 15. {title}"


def test_nothing_is_fetched_from_step_to_step(open_page: Open) -> None:
    page, asked = open_page(DECK), []
    page.on("request", lambda request: asked.append(request.resource_type))
    for _ in range(5):
        page.keyboard.press("ArrowRight")

    assert set(asked).isdisjoint({"document", "fetch", "xhr"})
    assert number(page) == 6


@pytest.mark.parametrize("scripts", [True, False])
@WIDTHS
def test_buttons_lead_on_with_and_without_scripts(
    open_page: Open, width: int, scripts: bool
) -> None:
    page = open_page(DECK, width=width, java_script_enabled=scripts)
    page.click("a[rel=next]")
    page.click("a[rel=next]")
    page.click("a[rel=prev]")

    assert page.url.endswith("step=2")
    assert page.locator("#step-2").is_visible()
    assert page.locator("#step-1").is_hidden()


def test_notes_are_shown_by_a_key_and_on_every_step(open_page: Open) -> None:
    page = open_page(f"{DECK}&step=4")
    source = page.locator("#step-4 .notes p").last
    assert source.is_hidden()
    page.keyboard.press("n")
    assert source.is_visible()
    page.keyboard.press("ArrowRight")
    assert page.locator("#step-5 .notes p").last.is_visible()
    page.keyboard.press("n")
    assert page.locator("#step-5 .notes p").last.is_hidden()


def test_full_screen_comes_by_a_key_and_holds_the_step(open_page: Open) -> None:
    page = open_page(f"{DECK}&step=8")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement?.matches('[data-presentation]')")
    assert axe(page) == []
    page.keyboard.press("ArrowRight")
    assert number(page) == 9
    page.keyboard.press("f")
    page.wait_for_function("!document.fullscreenElement")


def test_escape_leaves(open_page: Open) -> None:
    page = open_page(DECK)
    page.keyboard.press("Escape")
    page.wait_for_url("**/issues/not-one-inch")


def test_keys_typed_in_the_search_field_are_text(open_page: Open) -> None:
    page = open_page(DECK)
    page.click("input[type=search]")
    page.keyboard.type("fn n")
    page.keyboard.press("ArrowLeft")

    assert page.input_value("input[type=search]") == "fn n"
    assert number(page) == 1


def test_swipe_goes_on(open_page: Open) -> None:
    page = open_page(DECK, width=360, has_touch=True)
    swipe = """([from, to]) => {
      const stage = document.querySelector("[data-presentation]");
      const touch = (x) => [new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 })];
      const send = (name, more) => stage.dispatchEvent(new TouchEvent(name, more));
      send("touchstart", { touches: touch(from), bubbles: true });
      send("touchend", { changedTouches: touch(to), bubbles: true });
    }"""
    page.evaluate(swipe, [300, 100])
    assert number(page) == 2
    page.evaluate(swipe, [100, 300])
    assert number(page) == 1
    page.evaluate(swipe, [100, 130])
    assert number(page) == 1


def test_focus_is_not_lost_with_the_step_it_was_in(open_page: Open) -> None:
    page = open_page(f"{DECK}&step=4")
    page.focus("#step-4 summary")
    page.keyboard.press("ArrowRight")

    assert page.evaluate("document.activeElement.id") == "title-5"


def test_print_has_every_step_with_its_notes(open_page: Open) -> None:
    page = open_page(DECK)
    page.emulate_media(media="print")
    hidden = [e for e in page.query_selector_all(".scene, .notes p") if not e.is_visible()]

    assert hidden == []
    assert page.locator(".pace").is_hidden()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_every_step_of_a_lesson_fits_a_projector(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(DECK, width=size[0], height=size[1])
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement")
    too_high = []
    for step in range(1, len(page.query_selector_all(".scene")) + 1):
        is_cut = "(e) => e.scrollHeight > e.clientHeight + 1"
        if page.locator(".scenes").evaluate(is_cut):
            too_high.append(step)
        page.keyboard.press("ArrowRight")

    assert too_high == []
