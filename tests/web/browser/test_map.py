"""The map of a claim as an instrument, with real clicks and keys, wide and on a phone."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from argmap.core.model import Corpus
from tests.web.browser.looking import OVERLAPS, SIDEWAYS, axe

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

CLAIM = "/russia-nato/claims/scope-beyond-gdr"
LARGE = "/russia-nato/claims/assurances-binding"
PANEL = ".panel:not([hidden])"
BOX = "svg.argmap-picture a"
VISIBLE = """(wanted) => {
  const frame = document.querySelector("[data-map]").getBoundingClientRect();
  return [...document.querySelectorAll("svg.argmap-picture " + wanted)].filter((box) => {
    const r = box.getBoundingClientRect();
    return r.top >= frame.top && r.bottom <= Math.min(frame.bottom, innerHeight)
      && r.left >= frame.left && r.left + 40 <= frame.right;
  }).map((box) => box.id);
}"""


def state(page: Any) -> dict[str, str]:
    """Read what the address says after its question mark."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def until(page: Any, condition: str) -> None:
    """Wait for a condition; Playwright's own way would evaluate a text inside the page."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(30)
    raise AssertionError(condition)


def to_map(page: Any) -> None:
    if page.locator(".show-picture").is_visible():
        page.click(".show-picture")
    page.evaluate("document.querySelector('[data-map]').scrollIntoView({ block: 'center' })")
    until(page, "document.querySelector('[data-map]').picture.isSettled")


def visible(page: Any, wanted: str = "a.box") -> list[str]:
    return page.evaluate(VISIBLE, wanted)


def click(page: Any, id: str) -> None:
    """Click near the upper left corner of a box, which is what is seen of it on a phone."""
    page.locator(f"[id='{id}']").click(position={"x": 24, "y": 8})


def after_swap(page: Any, act: Callable[[], object]) -> None:
    before = page.evaluate("+(document.querySelector('[data-stage]').dataset.swaps ?? 0)")
    act()
    page.wait_for_selector(f"[data-stage][data-swaps='{before + 1}']")


def select(page: Any, wanted: str = "a.evidence", nth: int = 0) -> str:
    to_map(page)
    id: str = visible(page, wanted)[nth]
    after_swap(page, lambda: click(page, id))
    return id


@pytest.fixture(params=[1400, 360], ids=["wide", "phone"])
def width(request: pytest.FixtureRequest) -> Iterator[int]:
    return request.param


def test_click_on_a_box_tells_about_it_beside_the_map(open_page: Open, width: int) -> None:
    page = open_page(CLAIM, width=width, height=1600)
    wanted = "a.evidence" if width > 1000 else "a.root"
    id = select(page, wanted)

    assert page.locator(PANEL).is_visible()
    assert state(page)["box"] in id
    assert page.locator(f"{BOX}[aria-current=true]").get_attribute("id") == id
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(OVERLAPS) == []


def test_panel_of_a_quotation_has_all_there_is_to_know(open_page: Open) -> None:
    page = open_page(f"{CLAIM}?box=genscher-says-in-general")
    panel = page.locator(PANEL).inner_text()

    assert page.locator(f"{PANEL} blockquote").count() >= 1
    for words in (
        "Source", "Record", "What it is used for here", "How that was answered", "How to cite it",
    ):  # fmt: skip
        assert words in panel


@pytest.mark.parametrize("height", [900, 1200])
def test_map_that_begins_at_its_root_cuts_no_box_at_its_upper_edge(
    open_page: Open, height: int
) -> None:
    page = open_page(CLAIM, height=height)
    to_map(page)
    edge = """() => {
      const top = document.querySelector("[data-map] svg").getBoundingClientRect().top;
      return [...document.querySelectorAll("svg.argmap-picture a.box")].filter((box) => {
        const r = box.getBoundingClientRect();
        return r.top < top && r.bottom > top + 1;
      }).map((box) => box.id);
    }"""

    assert "is-window" in page.locator("[data-map]").get_attribute("class")
    assert page.evaluate(edge) == []


def test_going_to_a_place_on_the_page_asks_for_nothing(open_page: Open) -> None:
    page = open_page(CLAIM)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("location.hash = 'picture'")
    select(page)

    parts = [url for url in asked if "part=" in url]
    assert parts
    assert [url for url in parts if "box=" not in url] == []


def test_back_and_forward_go_through_what_was_selected(open_page: Open) -> None:
    page = open_page(CLAIM, reduced_motion="reduce")
    first = select(page, nth=0)
    address = page.url
    second = select(page, "a.claim", nth=0)
    after_swap(page, page.go_back)
    back = page.locator(f"{BOX}[aria-current=true]").get_attribute("id")
    after_swap(page, page.go_back)
    nothing = page.locator(PANEL).count()
    after_swap(page, page.go_forward)

    assert first != second
    assert (back, nothing) == (first, 0)
    assert page.url == address


def test_selecting_moves_no_box(open_page: Open) -> None:
    page = open_page(CLAIM, reduced_motion="reduce")
    to_map(page)
    id = visible(page, "a.evidence")[0]
    place = f"JSON.stringify(document.getElementById('{id}').getBoundingClientRect())"
    before = page.evaluate(place)
    after_swap(page, lambda: click(page, id))

    assert page.evaluate(place) == before


@pytest.mark.parametrize("scripts", [True, False])
def test_address_of_a_selected_box_shows_the_same(open_page: Open, scripts: bool) -> None:
    page = open_page(CLAIM, reduced_motion="reduce")
    select(page)
    panel = page.locator(PANEL).inner_text().removesuffix(" Copy")
    other = open_page(page.url.removeprefix(page.evaluate("origin")), java_script_enabled=scripts)

    assert other.locator(PANEL).inner_text().removesuffix(" Copy") == panel


def test_stub_opens_its_branch_in_place_and_the_panel_closes_it(open_page: Open) -> None:
    page = open_page(f"{LARGE}?depth=1", reduced_motion="reduce")
    to_map(page)
    stub = page.evaluate(
        """() => {
          const { picture } = document.querySelector("[data-map]");
          const stub = picture.svg.querySelector("a.more");
          picture.centre(stub);
          return stub.id;
        }"""
    )
    owner = stub.split("/", 2)[2]
    count = page.locator(BOX).count()
    top = f"document.querySelector(\"[id$='-{owner}']\").getBoundingClientRect().top"
    before = page.evaluate(top)
    after_swap(page, lambda: page.locator(f"[id='{stub}']").click())
    opened = page.locator(BOX).count()
    after = page.evaluate(top)
    address = state(page)
    after_swap(page, lambda: page.keyboard.press("Enter"))
    after_swap(page, lambda: page.click(f"{PANEL} [data-key=branch]:has-text('Hide')"))

    assert opened > count
    assert address["open"] == owner
    assert after == pytest.approx(before, abs=2)
    assert page.locator(BOX).count() == count
    assert "open" not in state(page)


def test_depth_and_accounts_are_changed_without_loading_the_page(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.evaluate("window.stayed = true")
    select(page)
    chosen = state(page)["box"]
    after_swap(page, lambda: page.click(".switch a:text-is('3')"))
    after_swap(page, lambda: page.click(".switch a:text-is('Western')"))

    assert page.evaluate("window.stayed")
    assert state(page) == {"depth": "3", "show": "western", "box": chosen}
    assert "box=" in page.get_attribute(".switch a:text-is('1')", "href")
    assert page.evaluate("document.activeElement.textContent") == "Western"
    assert "Western account rebuts" in page.inner_text("[data-part=words]")


def test_what_rests_on_one_source_is_marked_and_said(open_page: Open) -> None:
    page = open_page(CLAIM, reduced_motion="reduce")
    select(page)
    after_swap(page, lambda: page.click(f"{PANEL} [data-key=source]"))
    lit = page.locator(f"{BOX}.is-lit")

    assert lit.count() >= 2
    assert page.locator(f"{BOX}.root").evaluate("(box) => box.classList.contains('is-lit')")
    assert f"{lit.count()} boxes in this map rest on" in page.inner_text(".reach")
    grey, ink = (
        page.locator(f"{BOX}{which} text").first.evaluate("(text) => getComputedStyle(text).fill")
        for which in (".evidence:not(.is-lit)", ".evidence.is-lit")
    )
    assert (grey, ink) == ("rgb(91, 87, 81)", "rgb(28, 27, 25)")
    after_swap(page, lambda: page.click(".reach .off"))
    assert lit.count() == 0


def test_chain_of_replies_is_followed_by_key_and_back(open_page: Open) -> None:
    page = open_page(f"{LARGE}?depth=all", reduced_motion="reduce")
    to_map(page)
    box = page.evaluate(
        """() => {
          const attacked = [...document.querySelectorAll("svg.argmap-picture a.relation-undercut")];
          return attacked[0].dataset.argument;
        }"""
    )
    page.goto(page.url.split("?")[0] + f"?depth=all&box={box}")
    page.focus(f"{PANEL} h3")
    at = page.inner_text(".chain .pages span")
    after_swap(page, lambda: page.keyboard.press("p"))
    before = page.inner_text(".chain .pages span")
    after_swap(page, lambda: page.keyboard.press("n"))

    assert page.locator(".chain ol li").count() >= 2
    assert int(before.split()[0]) == int(at.split()[0]) - 1
    assert page.inner_text(".chain .pages span") == at
    assert state(page)["box"] == box
    assert page.locator(f"{BOX}[aria-current=true]").count() == 1


def test_keys_alone_walk_select_and_close(open_page: Open) -> None:
    page = open_page(CLAIM, reduced_motion="reduce")
    page.focus("[data-map]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    box = page.evaluate("document.activeElement.id")
    after_swap(page, lambda: page.keyboard.press("Enter"))
    kept = page.evaluate("document.activeElement.id")
    said = page.inner_text("[data-said]")
    for _ in ("the overview", "the panel"):
        page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.closest('.panel') !== null")
    after_swap(page, lambda: page.keyboard.press("Escape"))

    assert kept == box
    assert said
    assert inside
    assert page.locator(PANEL).count() == 0
    assert page.evaluate("document.activeElement.id") == box


def test_question_mark_tells_what_the_keys_do(open_page: Open) -> None:
    page = open_page(CLAIM)
    page.focus("[data-map]")
    page.keyboard.press("?")

    assert "Esc" in page.inner_text("[data-keys]")
    page.keyboard.press("?")
    assert not page.locator("[data-keys]").is_visible()


def test_overview_moves_the_view_by_click_and_by_key(open_page: Open) -> None:
    page = open_page(LARGE, reduced_motion="reduce")
    to_map(page)
    view = "JSON.stringify(document.querySelector('[data-map]').picture.view)"
    first = page.evaluate(view)
    page.locator(".overview").click(position={"x": 10, "y": 10})
    clicked = page.evaluate(view)
    page.focus(".overview")
    page.keyboard.press("ArrowDown")

    assert clicked != first
    assert page.evaluate(view) not in (first, clicked)
    page.click("[data-act=fit]")
    assert not page.locator(".overview").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_full_screen_has_the_map_the_switches_and_the_panel(open_page: Open, scheme: str) -> None:
    page = open_page(CLAIM, color_scheme=scheme)
    select(page)
    page.focus("[data-map] a[aria-current=true]")
    page.keyboard.press("f")
    until(page, "document.fullscreenElement !== null")
    page.wait_for_timeout(200)

    for part in (PANEL, ".switch >> nth=0", f"{BOX}[aria-current=true]"):
        assert page.locator(part).is_visible()
    assert axe(page) == []
    page.click("[data-act=full]")
    until(page, "document.fullscreenElement === null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "query", ["box=genscher-says-in-general", "SOURCE", "box=scope-beyond-gdr"]
)
def test_axe_finds_nothing_in_any_state(
    open_page: Open, width: int, scheme: str, query: str
) -> None:
    page = open_page(CLAIM, width=width, color_scheme=scheme, reduced_motion="reduce")
    if query == "SOURCE":
        page.goto(f"{page.url}?box=genscher-says-in-general")
        query = page.get_attribute(f"{PANEL} [data-key=source]", "href").partition("?")[2]
        page.goto(f"{page.url.partition('?')[0]}?{query}")
    else:
        page.goto(f"{page.url}?{query}")
    page.wait_for_timeout(100)

    assert page.locator(PANEL).is_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(OVERLAPS) == []


def test_phone_without_scripts_has_the_box_and_the_panel(open_page: Open) -> None:
    page = open_page(f"{CLAIM}?depth=1", width=360, height=740, java_script_enabled=False)
    page.click(".show-picture")
    page.locator(f"{BOX}.root").click()

    assert page.locator(f"{BOX}[aria-current=true]").is_visible()
    assert page.locator(PANEL).is_visible()


SWAPPED = """(link) => new Promise((done) => {
  const stage = document.querySelector("[data-stage]");
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    done(performance.now() - start);
  }).observe(stage, { attributes: true, attributeFilter: ["data-swaps"] });
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
})"""


def test_swaps_are_timed(
    open_page: Open, measured: Callable[[str], None], shipped_corpora: tuple[Corpus, ...]
) -> None:
    """On claims from all over the corpus, and on the one with the largest map."""
    (corpus,) = (each for each in shipped_corpora if each.id == "russia-nato")
    page = open_page(CLAIM, reduced_motion="reduce")
    everywhere: dict[str, list[float]] = {}
    for claim in corpus.claims[::12]:
        page.goto(f"{page.url.partition('/claims/')[0]}/claims/{claim.id}?depth=1")
        for kind, times in swaps(page).items():
            everywhere.setdefault(kind, []).extend(times)
    page = open_page(f"{LARGE}?depth=1", reduced_motion="reduce")
    for where, found in (("all over the corpus", everywhere), ("the largest map", swaps(page))):
        for kind, times in found.items():
            measured(f"{statistics.median(times):4.0f} ms: {kind}, {where} (of {len(times)} swaps)")

    assert everywhere.keys() == {"select", "expand", "filter"}


def swaps(page: Any) -> dict[str, list[float]]:
    """Select, expand and filter on a claim's page; give the milliseconds of each, by kind."""
    to_map(page)

    def timed(selector: str, nth: int) -> list[float]:
        found = page.locator(selector)
        return [found.nth(nth).evaluate(SWAPPED)] if found.count() > nth else []

    expanded = [timed(f"{BOX}.more", 0) for _ in range(4)]
    filtered = [timed(f".switch a:text-is('{each}')", 0) for each in ("Western", "2", "both", "3")]
    selected = [timed(f"{BOX}.evidence", nth) for nth in range(4)]
    kinds = {"select": selected, "expand": expanded, "filter": filtered}
    return {kind: [time for times in each for time in times] for kind, each in kinds.items()}
