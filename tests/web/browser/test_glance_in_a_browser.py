"""The pages at a glance, with real drags, keys and clicks: corpus, timeline, matrix."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.web.browser.looking import axe, faults

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

HOME = "/russia-nato"
TIME = f"{HOME}/timeline"
PAGES = [
    f"{HOME}/",
    "/three/",
    TIME,
    f"{TIME}?issue=not-one-inch",
    f"{TIME}?from=1999-03&to=1999-06",
    f"{HOME}/matrix?issue=not-one-inch",
    f"{HOME}/matrix?claim=scope-beyond-gdr",
    f"{HOME}/matrix?used=opposite&kind=treaty",
    "/three/timeline",
    "/three/matrix",
    "/hostile/timeline",
    "/hostile/matrix",
    "/bare/timeline",
    "/bare/matrix",
]
WIDTHS = pytest.mark.parametrize("width", [1400, 360])


def picture(page: Any) -> Any:
    return page.locator(".time:visible")


def stretch(page: Any) -> tuple[str, str]:
    asked = parse_qs(urlsplit(page.url).query)
    return asked.get("from", [""])[0], asked.get("to", [""])[0]


def wait(page: Any, act: Callable[[], None]) -> None:
    """Do something that swaps the timeline, and wait until it is there."""
    page.evaluate(
        "window.swapped = false;"
        "addEventListener('argmap:swapped', () => { window.swapped = true }, { once: true })"
    )
    act()
    # Not a promise to be kept: waiting for one has no end where the event never comes.
    for _ in range(500):
        if page.evaluate("window.swapped"):
            return
        page.wait_for_timeout(20)
    pytest.fail("nothing was swapped within 10 s")


def drag(page: Any, start: float, end: float) -> None:
    """Drag across the picture, from one part of its width to another."""
    box = picture(page).bounding_box()
    y = box["y"] + 12
    page.mouse.move(box["x"] + start * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + (start + end) / 2 * box["width"], y, steps=3)
    page.mouse.move(box["x"] + end * box["width"], y, steps=3)
    page.mouse.up()


@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_and_nothing_lies_sideways_or_over_another(
    open_page: Open, path: str
) -> None:
    assert faults(open_page(path)) == []


@WIDTHS
def test_drag_zooms_to_what_was_dragged_across_and_back_returns(
    open_page: Open, width: int
) -> None:
    page = open_page(TIME, width=width)
    wait(page, lambda: drag(page, 0.3, 0.6))
    first, last = (int(each[:4]) for each in stretch(page))

    assert 1998 <= first <= 2002
    assert 2008 <= last <= 2012
    assert page.input_value("[name=from]") == stretch(page)[0]
    assert axe(page) == []
    wait(page, page.go_back)
    assert urlsplit(page.url).query == ""
    assert page.input_value("[name=from]") == "1990"


@WIDTHS
def test_keys_zoom_move_and_fit(open_page: Open, width: int) -> None:
    page = open_page(TIME, width=width)
    picture(page).focus()
    seen = [stretch(page)]
    for key in ("+", "+", "ArrowRight", "ArrowLeft", "-", "0"):
        wait(page, lambda key=key: page.keyboard.press(key))
        seen.append(stretch(page))

    years = [tuple(int(each[:4] or 0) for each in pair) for pair in seen]
    assert years[1][1] - years[1][0] < 20
    assert years[2][1] - years[2][0] < years[1][1] - years[1][0]
    assert years[3][0] > years[2][0]
    assert years[4][0] < years[3][0]
    assert seen[6] == ("", "")


@WIDTHS
def test_buttons_zoom_and_move_and_keep_the_focus(open_page: Open, width: int) -> None:
    page = open_page(TIME, width=width)
    for name in ("Zoom in", "Later", "Earlier", "Zoom out"):
        before = page.url
        link = page.get_by_role("link", name=name, exact=True)
        wait(page, link.click)

        assert page.url != before
        focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
        assert focused == name


def test_buttons_and_form_work_without_scripts(open_page: Open) -> None:
    page = open_page(TIME, java_script_enabled=False)
    page.get_by_role("link", name="Zoom in", exact=True).click()

    assert all(stretch(page))
    page.select_option("[name=issue]", "founding-act")
    page.fill("[name=from]", "1997")
    page.fill("[name=to]", "1997-05")
    page.get_by_role("button", name="Show").click()
    assert "issue=founding-act" in page.url
    assert page.locator(".time.for-wide svg").is_visible()
    assert "1997 to May 1997" in page.locator("[data-said]").inner_text()


@WIDTHS
def test_choosing_an_issue_shows_its_own_time(open_page: Open, width: int) -> None:
    page = open_page(f"{TIME}?from=2014&to=2020", width=width)
    wait(page, lambda: page.select_option("[name=issue]", "founding-act"))

    assert "issue=founding-act" in page.url
    assert stretch(page) == ("", "")
    assert page.input_value("[name=from]") == "1997"


def test_count_of_what_has_no_room_leads_nearer(open_page: Open) -> None:
    page = open_page(TIME)
    stub = page.locator(".for-wide a.stub").first
    name = stub.get_attribute("aria-label")
    wait(page, stub.click)

    assert re.match(r"\d+ more: show ", name)
    assert all(stretch(page))


def test_arrows_walk_through_the_picture_and_enter_opens(open_page: Open) -> None:
    page = open_page(f"{TIME}?issue=not-one-inch")
    picture(page).focus()
    label = "document.activeElement.getAttribute('aria-label')"
    kind = "document.activeElement.dataset.kind"
    page.keyboard.press("ArrowDown")
    first = page.evaluate(label)
    page.keyboard.press("ArrowRight")
    second = page.evaluate(label)
    page.keyboard.press("ArrowDown")

    assert page.evaluate(kind) in ("claim", "evidence")
    assert first != second
    wanted = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")


def test_picture_is_one_stop_of_the_tab_key_and_can_be_skipped(open_page: Open) -> None:
    page = open_page(TIME)
    page.locator(".skip-picture").focus()
    assert page.locator(".skip-picture").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.time.for-wide')")
    page.keyboard.press("Tab")

    assert not page.evaluate("document.activeElement.closest('.time')")


def test_every_item_names_itself_under_the_pointer(open_page: Open) -> None:
    page = open_page(TIME)
    item = page.locator(".for-wide a.is-evidence").first
    item.hover()

    assert item.locator("title").text_content() == item.get_attribute("aria-label")


def test_drag_does_not_open_the_item_it_begins_on(open_page: Open) -> None:
    page = open_page(TIME)
    item = page.locator(".for-wide a.is-claim").first
    item.scroll_into_view_if_needed()
    box = item.bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 400, box["y"] + 2, steps=4)
    wait(page, page.mouse.up)

    assert urlsplit(page.url).path == TIME


def test_swaps_are_quick(open_page: Open, measured: Callable[[str], None]) -> None:
    page = open_page(TIME)
    took = []
    for way in ("in", "later", "earlier", "out", "in", "in", "out", "later", "fit"):
        took.append(
            page.evaluate(
                """(way) => new Promise((done) => {
                  const start = performance.now();
                  const told = () => done(performance.now() - start);
                  addEventListener("argmap:swapped", told, { once: true });
                  document.querySelector(`[data-way="${way}"]`).click();
                })""",
                way,
            )
        )

    measured(f"a swap of the timeline: {statistics.median(took):.0f} ms (median of {len(took)})")


def test_printing_shows_picture_and_words_without_controls(open_page: Open) -> None:
    page = open_page(f"{TIME}?issue=founding-act", width=360)
    page.emulate_media(media="print")

    assert page.locator(".time.for-wide").is_visible()
    assert not page.locator(".time.for-narrow").is_visible()
    assert not page.locator(".ways-in-time").is_visible()
    assert page.locator(".years h3").first.is_visible()


@WIDTHS
def test_matrix_is_filtered_by_who_uses_and_by_kind(open_page: Open, width: int) -> None:
    page = open_page(f"{HOME}/matrix?issue=not-one-inch", width=width)
    for group, name in (("Who uses them", "used by one only"), ("Kinds of works", "interview")):
        link = page.get_by_role("navigation", name=group).get_by_role("link", name=name)
        count = int(link.locator("small").inner_text())
        link.scroll_into_view_if_needed()
        top = link.bounding_box()["y"]
        wait(page, link.click)

        assert page.locator(".matrix .column").count() == min(count, 60)
        assert abs(link.bounding_box()["y"] - top) < 2
    assert "used=one" in page.url
    assert "kind=interview" in page.url
    wait(page, page.get_by_role("link", name="Swap the accounts").click)
    assert page.locator(".column .voice-of").first.inner_text() == "Western"
    wait(page, lambda: page.select_option("select[name=issue]", "bosnia"))
    assert page.locator(".trail a").inner_text() == "Together in Bosnia"


def test_matrix_lines_accounts_up_across_documents_and_stacks_them_on_a_phone(
    open_page: Open,
) -> None:
    tops = """() => {
      const columns = [...document.querySelectorAll(".matrix .column")].slice(0, 2);
      return columns.map((column) => [...column.querySelectorAll(".cell")]
        .map((cell) => Math.round(cell.getBoundingClientRect().top)));
    }"""
    path = f"{HOME}/matrix?issue=not-one-inch"
    wide, narrow = open_page(path).evaluate(tops), open_page(path, width=360).evaluate(tops)

    assert wide[0] == wide[1]
    assert narrow[0][-1] < narrow[1][0]


@WIDTHS
def test_marks_of_an_issue_lead_to_its_claims(open_page: Open, width: int) -> None:
    page = open_page(f"{HOME}/", width=width)
    marks = page.locator(".issue-lines .strip a")

    assert marks.count() > 100
    assert all(
        re.match(r"(agreed|disputed|told|denied|shared|rejected)[^:]*: .", label)
        for label in marks.evaluate_all("all => all.map((a) => a.getAttribute('aria-label'))")
    )
    wanted = marks.first.get_attribute("href")
    marks.first.click()
    page.wait_for_url(f"**{wanted}")
