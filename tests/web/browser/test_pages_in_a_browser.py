"""Pages as a browser shows them: accessible, within the window, quiet, whole without scripts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.web.browser.conftest import running
from tests.web.browser.looking import axe, faults
from tests.web.test_serving import CORPUS, desk_of, save

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

HOME = "/russia-nato"
PAGES = [
    "/",
    "/method",
    "/about",
    f"{HOME}/",
    f"{HOME}/accounts/western",
    f"{HOME}/accounts/scholarship",
    f"{HOME}/issues/not-one-inch",
    f"{HOME}/claims/scope-beyond-gdr",
    f"{HOME}/claims/words-were-spoken?depth=all",
    f"{HOME}/compare",
    f"{HOME}/evidence/baker-one-inch",
    f"{HOME}/sources/",
    f"{HOME}/sources/baker-gorb-us-memcon",
    f"{HOME}/search?q=Baker",
    "/three/issues/question",
    "/three/compare",
    "/three/accounts/left",
    "/hostile/",
    "/hostile/accounts/left",
    "/hostile/accounts/watch",
    "/hostile/issues/question",
    "/hostile/claims/bad",
    "/hostile/compare",
    "/hostile/evidence/words",
    "/hostile/sources/record",
    "/lone/compare",
    "/bare/",
]
ON_A_PHONE = (
    f"{HOME}/",
    f"{HOME}/claims/scope-beyond-gdr",
    f"{HOME}/accounts/western",
    "/three/accounts/left",
    "/hostile/claims/bad",
)
"""Pages that axe looks at in the width of a phone too; others of this kind are elsewhere."""
CLAIM = f"{HOME}/claims/scope-beyond-gdr"


@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_and_nothing_lies_sideways_or_over_another(
    open_page: Open, path: str
) -> None:
    widths = (1400, 360) if path in ON_A_PHONE else (1400,)

    assert faults(open_page(path), axe_at=widths) == []


def test_axe_finds_nothing_on_an_error(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}{HOME}/claims/scope-beyond-gd")
    found = axe(page)
    page.close()

    assert found == []


def test_breach_of_the_policy_would_be_heard(browser: Any, address: str) -> None:
    page, said = browser.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}/about")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    page.close()

    assert "Content Security Policy" in "".join(said)


def test_fonts_are_the_bundled_ones(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.evaluate("document.fonts.ready.then(() => true)")

    assert page.evaluate("document.fonts.check('16px \"Argmap Serif\"')")
    assert "Argmap Sans" in page.evaluate(
        "[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family).join()"
    )


def focused(page: Any) -> str:
    return page.evaluate("document.activeElement.dataset.id ?? document.activeElement.tagName")


def test_arrow_keys_walk_from_box_to_box(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.focus("[data-map]")
    page.keyboard.press("ArrowRight")
    assert focused(page) == "scope-beyond-gdr"
    page.keyboard.press("ArrowRight")
    first = page.evaluate("document.activeElement.getBoundingClientRect().top + scrollY")
    beside = focused(page)
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.getBoundingClientRect().top + scrollY")

    assert beside != "scope-beyond-gdr"
    assert second > first


def test_walking_back_leads_to_the_root(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.focus("[data-map]")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)

    assert focused(page) == "scope-beyond-gdr"


def test_every_box_can_be_reached_by_arrow_keys(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.focus("[data-map]")
    page.keyboard.press("ArrowRight")
    boxes = page.evaluate("document.querySelectorAll('svg.argmap-picture a[href]').length")
    reached = page.evaluate(
        """() => {
          const seen = new Set([document.activeElement]), waiting = [document.activeElement];
          while (waiting.length) {
            const from = waiting.pop();
            for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
              from.focus();
              from.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
              const to = document.activeElement;
              if (!seen.has(to)) { seen.add(to); waiting.push(to); }
            }
          }
          return seen.size;
        }"""
    )

    assert reached == boxes


def test_enter_twice_opens_the_box(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.focus("[data-map]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector(".panel:not([hidden]) h3")
    wanted = page.get_attribute(".panel [data-key=own]", "href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")


VIEW = "document.querySelector('svg.argmap-picture').getAttribute('viewBox')"


def test_keys_and_buttons_zoom_and_fit(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.click(".map-tools button:text('Full length')")
    whole = page.evaluate(VIEW)
    page.focus("[data-map]")
    page.keyboard.press("+")
    closer = page.evaluate(VIEW)
    page.keyboard.press("0")
    fitted = page.evaluate(VIEW)
    page.click(".map-tools button:nth-child(1)")
    clicked = page.evaluate(VIEW)
    page.click(".map-tools button:nth-child(2)")

    assert float(closer.split()[2]) < float(whole.split()[2])
    assert [float(n) for n in fitted.split()] == pytest.approx([float(n) for n in whole.split()])
    assert clicked == closer
    assert [float(n) for n in page.evaluate(VIEW).split()] == pytest.approx(
        [float(n) for n in whole.split()]
    )


def test_wheel_zooms_only_with_the_key_held(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.evaluate("document.querySelector('[data-map]').scrollIntoView()")
    page.mouse.move(700, 400)
    whole = page.evaluate(VIEW)
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(100)
    plain = page.evaluate(VIEW)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_timeout(100)

    assert plain == whole
    assert float(page.evaluate(VIEW).split()[2]) < float(whole.split()[2])


def test_dragging_moves_the_picture_and_opens_nothing(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.evaluate("document.querySelector('[data-map]').scrollIntoView()")
    page.focus("[data-map]")
    for _ in range(4):
        page.keyboard.press("+")
    before, where = page.evaluate(VIEW), page.url
    page.mouse.move(700, 400)
    page.mouse.down()
    page.mouse.move(600, 300, steps=5)
    page.mouse.up()

    assert page.evaluate(VIEW) != before
    assert page.url == where


def test_click_after_a_drag_selects_the_box(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.evaluate("document.querySelector('[data-map]').scrollIntoView()")
    page.mouse.move(900, 400)
    page.mouse.down()
    page.mouse.move(850, 350, steps=5)
    page.mouse.up()
    page.wait_for_timeout(50)
    page.click("svg.argmap-picture a.evidence.relation-qualify >> nth=0")
    page.wait_for_selector(".panel:not([hidden]) blockquote")


def test_slash_goes_to_the_search_field(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.keyboard.press("/")
    page.keyboard.type("a/b")

    assert page.input_value("[data-search]") == "a/b"


def test_focus_can_be_seen_on_a_box(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.focus("[data-map]")
    page.keyboard.press("ArrowRight")

    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_dark_screens_get_dark_pictures(open_page: Open) -> None:
    fill = "getComputedStyle(document.querySelector('svg.argmap-picture .f-box')).fill"

    assert open_page(CLAIM, color_scheme="light").evaluate(fill) == "rgb(255, 255, 255)"
    assert open_page(CLAIM, color_scheme="dark").evaluate(fill) == "rgb(31, 34, 39)"


def test_page_is_whole_without_scripts(open_page: Open) -> None:
    page = open_page(CLAIM, java_script_enabled=False)

    assert page.locator("svg.argmap-picture a.root").is_visible()
    assert page.locator(".outline .line").first.is_visible()
    assert page.locator(".map-tools").count() == 0
    page.locator("nav[aria-label='What the tree shows'] a", has_text="all").first.click()
    assert "depth=all" in page.url
    page.locator("svg.argmap-picture a.evidence").first.click()
    assert "depth=all&box=" in page.url
    assert page.locator(".panel blockquote").first.is_visible()
    page.locator(".panel a", has_text="own page").click()
    assert "/evidence/" in page.url


@pytest.mark.parametrize("scripts", [True, False])
def test_phone_shows_the_words_and_the_picture_at_a_tap(open_page: Open, scripts: bool) -> None:
    page = open_page(CLAIM, width=360, height=740, java_script_enabled=scripts)
    picture = page.locator("svg.argmap-picture")

    assert page.locator(".outline .line").first.is_visible()
    assert not picture.is_visible()
    page.locator(".show-picture").click()
    assert picture.is_visible()


def test_picture_on_a_phone_begins_at_the_root_in_a_size_to_read(open_page: Open) -> None:
    page = open_page(CLAIM, width=360, height=740)
    page.locator(".show-picture").click()
    page.wait_for_selector(".is-window")
    root = page.locator("svg.argmap-picture a.root")

    assert root.bounding_box()["width"] > 180
    assert root.evaluate("(box) => box.getBoundingClientRect().left") > 0


def test_lanes_on_a_phone_begin_with_the_first_one(open_page: Open) -> None:
    page = open_page(f"{HOME}/issues/founding-act", width=360, height=740)
    page.locator(".show-picture").click()
    page.wait_for_selector(".is-window")
    view, whole = page.evaluate(
        "(({ view, whole }) => [view, whole])(document.querySelector('[data-map]').picture)"
    )

    assert (view["x"], view["y"]) == (whole["x"], whole["y"])
    assert view["width"] < whole["width"]


def test_tall_tree_begins_at_its_root_with_reasons_for_and_against(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.wait_for_selector(".is-window")
    frame = page.locator("[data-map]").bounding_box()
    shown = (
        "(box) => { const { top, bottom } = box.getBoundingClientRect(); return [top, bottom]; }"
    )

    assert frame["height"] < 900
    for box in ("root", "relation-support >> nth=6", "relation-rebut >> nth=0"):
        top, bottom = page.locator(f"svg.argmap-picture a.{box}").evaluate(shown)
        assert frame["y"] <= top
        assert bottom <= frame["y"] + frame["height"]


def test_tall_tree_is_shown_at_its_full_length_when_asked(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.click(".map-tools button:text('Full length')")
    x, y, width, height = map(float, page.evaluate(VIEW).split())

    assert page.locator(".is-window").count() == 0
    assert page.locator("[data-map]").bounding_box()["height"] > 2_000
    assert (x, y) == (0, 0)
    assert height > 2 * width


def test_paper_gets_the_whole_picture_and_the_screen_keeps_its_own(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.wait_for_selector(".is-window")
    part = page.evaluate(VIEW)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.evaluate(VIEW)
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert float(printed.split()[3]) > 2 * float(part.split()[3])
    assert page.evaluate(VIEW) == part


A4_PX = 718


@pytest.mark.parametrize("width", [1400, A4_PX])
def test_printing_leaves_out_what_paper_cannot_do(open_page: Open, width: int) -> None:
    page = open_page(f"{HOME}/issues/not-one-inch", width=width)
    page.emulate_media(media="print")

    assert not page.locator(".map-tools").is_visible()
    assert not page.locator(".find").is_visible()
    assert page.locator("svg.argmap-picture").is_visible()
    assert page.locator(".outline .line").first.is_visible()
    row = page.locator(".sides tbody tr").first
    beside = [each.bounding_box() for each in row.locator(".held").all()]
    assert len({each and each["y"] for each in beside}) == 1


def test_page_of_a_desk_loads_itself_again(open_page: Open, tmp_path: Path) -> None:
    folder = tmp_path / "draft"
    folder.mkdir()
    (folder / "all.yaml").write_text(CORPUS, "utf-8")
    app: Flask = desk_of(folder)
    with running(app) as base:
        page = open_page("/draft/claims/point", base=base)
        save(folder, CORPUS.replace("A point.", "Another point."))
        page.get_by_role("heading", name="Another point.").wait_for(timeout=6_000)
        save(folder, CORPUS.replace("asserts", "assrts"))
        page.get_by_text("all.yaml:9:").wait_for(timeout=6_000)
        page.goto("about:blank")

    assert os.path.exists(folder)
