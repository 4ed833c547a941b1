"""Side by side in a browser: filters, tabs and swaps that stay in place, the phone, the keys."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from typing import Any

import pytest

from tests.web.browser.looking import faults

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

WHOLE = "/russia-nato/compare"
ISSUE = "/russia-nato/compare?issue=founding-act"
STATES = [
    WHOLE,
    f"{WHOLE}?open=not-one-inch,bosnia",
    f"{WHOLE}?verdict=agreed&kind=declassified-record&from=1990",
    f"{ISSUE}&narratives=western,russian&verdict=disputed",
    f"{ISSUE}&view=diagram",
    f"{WHOLE}?view=diagram",
    "/three/compare?narratives=third,right,left",
    "/three/compare?kind=treaty",
    "/hostile/compare?view=diagram&issue=question",
]
WIDTHS = [1400, 360]


def stay(page: Any) -> None:
    """Leave a mark in the page that a page load would wipe out."""
    page.evaluate("window.stayed = true")


def has_stayed(page: Any) -> bool:
    return page.evaluate("window.stayed === true")


def mark(page: Any, name: str) -> Any:
    return page.locator(".legend .chip", has_text=name).first


def settled(page: Any, words: str) -> None:
    page.locator("#sum", has_text=words).wait_for()


@pytest.mark.parametrize("path", STATES)
def test_state_is_accessible_and_nothing_lies_sideways_or_over_another(
    open_page: Open, path: str
) -> None:
    assert faults(open_page(path), first=".facets > summary") == []


@pytest.mark.parametrize("width", WIDTHS)
def test_mark_in_the_legend_shows_only_those_without_a_load(open_page: Open, width: int) -> None:
    page = open_page(ISSUE, width=width)
    stay(page)
    mark(page, "disputed").click()
    settled(page, "Shown: 3 points, disputed.")

    assert has_stayed(page)
    assert page.url.endswith("verdict=disputed")
    assert page.locator(".sides tbody tr").count() == 3
    assert mark(page, "disputed").get_attribute("aria-current") == "true"


@pytest.mark.parametrize("width", WIDTHS)
def test_swap_never_jumps_and_keeps_the_focus(open_page: Open, width: int) -> None:
    page = open_page(WHOLE, width=width)
    page.locator(".facets > summary").click()
    chip = page.locator("[data-key='kind-3']")
    chip.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 120)")
    before = chip.evaluate("(chip) => chip.getBoundingClientRect().top")
    chip.click()
    settled(page, "fit what is chosen")
    after = page.locator("[data-key='kind-3']").evaluate("(c) => c.getBoundingClientRect().top")

    assert abs(after - before) <= 1
    assert page.evaluate("document.activeElement.dataset.key") == "kind-3"
    assert page.locator(".facets").evaluate("(facets) => facets.open")


def test_back_and_forward_walk_through_the_filters(open_page: Open) -> None:
    page = open_page(ISSUE)
    stay(page)
    mark(page, "disputed").click()
    settled(page, "Shown: 3 points, disputed.")
    mark(page, "agreed in part").click()
    settled(page, "Shown: 4 points, agreed in part or disputed.")
    page.go_back()
    settled(page, "Shown: 3 points, disputed.")
    page.go_back()
    page.locator("#sum:not(:has-text('Shown'))").wait_for()
    assert page.url.endswith("issue=founding-act")
    page.go_forward()
    settled(page, "Shown: 3 points, disputed.")

    assert has_stayed(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_tabs_show_table_and_diagram(open_page: Open, width: int) -> None:
    page = open_page(ISSUE, width=width)
    stay(page)
    page.click("[data-key='tab-diagram']")
    page.wait_for_selector("svg.argmap-picture", state="attached")
    assert "view=diagram" in page.url
    assert page.locator(".sides").count() == 0
    if width == 360:
        page.click(".show-picture")
    assert page.locator(".map.is-live svg").is_visible()
    page.click("[data-key='tab-table']")
    page.wait_for_selector(".sides")

    assert "view" not in page.url
    assert has_stayed(page)


def test_marks_narrow_the_diagram_as_they_do_the_table(open_page: Open) -> None:
    page = open_page(f"{ISSUE}&view=diagram")
    stay(page)
    boxes = page.locator("svg.argmap-picture a[data-kind=claim]")
    before = boxes.count()
    mark(page, "disputed").click()
    settled(page, "Shown:")
    disputed = boxes.count()
    mark(page, "agreed in part").click()
    settled(page, "agreed in part or disputed")

    assert 0 < disputed < before
    assert boxes.count() == before
    assert page.locator(".map.is-live svg").is_visible()
    assert has_stayed(page)


def test_diagram_of_the_corpus_leads_over_an_issue(open_page: Open) -> None:
    page = open_page(f"{WHOLE}?view=diagram")
    page.get_by_role("link", name="The Founding Act").first.click()
    page.wait_for_selector("svg.argmap-picture")

    assert "issue=founding-act" in page.url


def test_accounts_change_places_in_place(open_page: Open) -> None:
    page = open_page(ISSUE)
    stay(page)
    first = page.locator(".sides thead th").nth(1).inner_text()
    page.click("[data-key='swap']")
    page.locator(".sides thead th").nth(2).get_by_text(first).wait_for()

    assert has_stayed(page)


def test_form_compares_what_is_ticked_and_the_time(open_page: Open) -> None:
    page = open_page("/three/compare")
    stay(page)
    page.get_by_label("Third account").uncheck()
    page.get_by_label("From").fill("1991")
    page.get_by_role("button", name="Compare").click()
    settled(page, "1 of 3 points fits")

    assert page.url.endswith("narratives=left,right&from=1991")
    assert page.locator(".sides thead th").count() == 4
    assert has_stayed(page)


def test_form_with_a_wrong_time_says_what_to_write(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/three/compare")
    page.get_by_label("From").fill("soon")
    page.get_by_role("button", name="Compare").click()
    page.get_by_text("write a year, a month or a day").wait_for()
    page.close()


def test_opened_issue_is_in_the_address_and_stays_open(open_page: Open) -> None:
    page = open_page(WHOLE)
    page.locator("#issue-founding-act > summary").click()
    page.wait_for_url("**open=founding-act")
    mark(page, "disputed").click()
    settled(page, "Shown: 71 points, disputed.")

    assert page.locator("#issue-founding-act").evaluate("(block) => block.open")
    page.wait_for_url("**open=founding-act*")
    page.reload()
    assert page.locator("#issue-founding-act").evaluate("(block) => block.open")


def test_filters_work_by_keys_alone(open_page: Open) -> None:
    page = open_page(ISSUE)
    mark(page, "disputed").focus()
    page.keyboard.press("Enter")
    settled(page, "Shown: 3 points, disputed.")
    page.keyboard.press("Enter")
    page.locator("#sum:not(:has-text('Shown'))").wait_for()

    assert page.evaluate("document.activeElement.dataset.key") == "verdict-3"


def test_change_is_said_aloud(open_page: Open) -> None:
    page = open_page(ISSUE)
    mark(page, "disputed").click()
    page.locator("p[role=status]", has_text="Both accounts address").wait_for(state="attached")


def test_everything_works_without_scripts(open_page: Open) -> None:
    page = open_page(ISSUE, java_script_enabled=False)
    mark(page, "disputed").click()
    assert page.locator(".sides tbody tr").count() == 3
    page.click("[data-key='tab-diagram']")
    assert page.locator("svg.argmap-picture").is_visible()
    assert page.locator(".words summary").is_visible()
    page.goto(page.url.partition("?")[0])
    page.locator("#issue-bosnia > summary").click()
    assert page.locator("#issue-bosnia .sides").is_visible()


def test_heads_stay_in_sight(open_page: Open) -> None:
    page = open_page("/russia-nato/compare?issue=not-one-inch")
    page.locator(".sides tbody tr").nth(6).scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 200)")
    head = page.locator(".sides thead th").nth(1).bounding_box()

    assert head["y"] == pytest.approx(0, abs=1)


def test_cards_on_a_phone_say_whose_they_are(open_page: Open) -> None:
    page = open_page(ISSUE, width=360, height=740)
    cards = page.locator(".sides tbody .held")

    assert cards.count() == 8
    for index in range(cards.count()):
        assert cards.nth(index).locator(".whose").is_visible()
        assert cards.nth(index).bounding_box()["width"] <= 340


def test_swap_is_quick(open_page: Open, measured: Callable[[str], None]) -> None:
    page = open_page(WHOLE)
    times = page.evaluate(
        """async () => {
          const times = [];
          for (let turn = 0; turn < 11; turn += 1) {
            const chip = document.querySelector(`[data-key='verdict-${1 + (turn % 3)}']`);
            const start = performance.now();
            const done = new Promise((resolve) =>
              document.addEventListener("argmap:swapped", resolve, { once: true }));
            chip.click();
            await done;
            await new Promise(requestAnimationFrame);
            times.push(performance.now() - start);
          }
          return times;
        }"""
    )
    measured(f"a filter on 118 claims swaps in {statistics.median(times):.0f} ms (median of 11)")

    assert len(times) == 11
