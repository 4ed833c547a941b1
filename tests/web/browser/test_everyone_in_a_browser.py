"""Settings that readers bring along: forced colours, less motion, large zoom, paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.browser.looking import SIDEWAYS, axe
from tests.web.browser.test_map import until

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

HOME = "/russia-nato"
BOX = f"{HOME}/claims/scope-beyond-gdr?box=genscher-says-in-general"
NARROWED = f"{HOME}/compare?issue=founding-act&verdict=disputed"
PAGES = [BOX, NARROWED, f"{HOME}/", f"{HOME}/timeline", f"{HOME}/matrix?issue=founding-act"]
COVERED = """() => [...document.querySelectorAll("body *")]
  .filter((each) => ["sticky", "fixed"].includes(getComputedStyle(each).position))
  .filter((each) => each.checkVisibility() && !each.closest(".sr, .skip, .panel"))
  .map((each) => each.getBoundingClientRect())
  .filter((box) => box.width > 2 && box.top < innerHeight && box.bottom > 0)
  .reduce((sum, box) => sum + Math.min(box.bottom, innerHeight) - Math.max(box.top, 0), 0)"""


@pytest.mark.parametrize("path", [BOX, NARROWED])
def test_forced_colours_leave_what_is_chosen_to_be_seen(open_page: Open, path: str) -> None:
    page = open_page(path, forced_colors="active")
    chosen, other = (
        (".map [aria-current=true]", ".map a.box:not([aria-current])")
        if path == BOX
        else (".legend [aria-current=true]", ".legend a:not([aria-current])")
    )
    look = """(each) => {
      const { outlineStyle, fontWeight, boxShadow, borderColor } = getComputedStyle(each);
      return [outlineStyle, fontWeight, boxShadow, borderColor].join();
    }"""

    assert axe(page) == []
    assert page.locator(chosen).first.evaluate(look) != page.locator(other).first.evaluate(look)


def test_less_motion_means_none(open_page: Open) -> None:
    page = open_page(f"{HOME}/claims/scope-beyond-gdr", reduced_motion="reduce")
    page.locator("a.more").first.dispatch_event("click")
    until(page, "document.querySelector('[data-stage]').dataset.swaps === '1'")

    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("path", PAGES)
def test_four_times_as_large_nothing_is_lost(open_page: Open, path: str) -> None:
    """A window of 1400 by 900 pixels at 400 % has room for 350 by 225."""
    page = open_page(path, width=350, height=225)
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")

    assert page.evaluate("document.documentElement.scrollWidth") <= 350
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(COVERED) < 225 / 3


def test_paper_has_the_comparison_and_none_of_its_controls(open_page: Open) -> None:
    page = open_page(NARROWED)
    page.emulate_media(media="print")

    assert page.locator(".sides .stance").first.is_visible()
    for control in (".filter-panel", ".sides-form", ".tabs", ".open-replies ul", ".copy"):
        assert not any(each.is_visible() for each in page.locator(control).all()), control


def test_paper_has_of_the_objections_only_those_that_were_opened(open_page: Open) -> None:
    page = open_page(NARROWED)
    lists = page.locator(".ledger > details")
    lists.first.locator("summary").click()
    page.emulate_media(media="print")

    assert [each.is_visible() for each in lists.all()] == [True, False]


def test_paper_cuts_off_no_end_of_what_goes_on_on_the_next_page(open_page: Open) -> None:
    page = open_page("/russia-nato/claims/scope-beyond-gdr")
    page.emulate_media(media="print")

    hidden = "each => getComputedStyle(each).overflow"
    ledgers = page.locator(".ledger").all()
    assert ledgers
    assert {each.evaluate(hidden) for each in ledgers} == {"visible"}
