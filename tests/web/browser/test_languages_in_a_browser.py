"""Russian and English with real clicks: the switch keeps what is seen, the browser chooses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.browser.looking import SIDEWAYS, axe
from tests.web.browser.test_every_page import KINDS

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

CLAIM = "/russia-nato/claims/scope-beyond-gdr"
HEADING = {"en": "Argument tree", "ru": "Дерево доводов"}


def switch(page: Any, name: str) -> None:
    page.locator(".languages").get_by_role("link", name=name).click()
    page.wait_for_load_state()


def spoken(page: Any) -> str:
    return str(page.evaluate("document.documentElement.lang"))


def test_switch_on_a_claim_keeps_the_depth_and_the_selected_box(open_page: Open) -> None:
    page = open_page(f"{CLAIM}?depth=3")
    page.locator(".map svg a").nth(2).dispatch_event("click")
    page.wait_for_url("**box=**")
    state = page.url.partition("?")[2]
    title = page.locator("#panel h3").inner_text()
    for name, code in (("Русский", "ru"), ("English", "en")):
        switch(page, name)

        assert page.url.endswith(f"/{code}{CLAIM}?{state}")
        assert spoken(page) == code
        assert page.locator("#tree").inner_text() == HEADING[code]
        assert page.locator("#panel").is_visible()
    assert page.locator("#panel h3").inner_text() == title


def test_switch_keeps_what_scripts_have_changed_since_the_page_came(open_page: Open) -> None:
    page = open_page("/ru/russia-nato/compare")
    page.locator(".legend .chip").nth(2).click()
    page.wait_for_url("**verdict=disputed**")
    chosen = page.locator(".legend [aria-current]").count()
    switch(page, "English")

    assert page.url.endswith("/en/russia-nato/compare?verdict=disputed")
    assert page.locator(".legend [aria-current]").count() == chosen


def test_following_links_stays_in_the_language(open_page: Open) -> None:
    page = open_page("/ru/")
    page.locator(".card h2 a").first.click()
    page.locator(".ways a").last.click()
    page.wait_for_load_state()

    assert "/ru/" in page.url
    assert spoken(page) == "ru"


@pytest.mark.parametrize(("locale", "code"), [("ru-RU", "ru"), ("en-GB", "en"), ("fr-FR", "en")])
def test_browser_chooses_the_language_where_the_address_does_not(
    open_page: Open, locale: str, code: str
) -> None:
    page = open_page(CLAIM, locale=locale)

    assert spoken(page) == code
    assert page.locator("#tree").inner_text() == HEADING[code]


def test_switch_works_without_scripts(open_page: Open) -> None:
    page = open_page(f"{CLAIM}?depth=3", java_script_enabled=False)
    switch(page, "Русский")

    assert page.url.endswith(f"/ru{CLAIM}?depth=3")
    assert page.locator("#tree").inner_text() == HEADING["ru"]


def test_copy_button_speaks_the_language_of_the_page(open_page: Open) -> None:
    page = open_page(f"/ru{CLAIM}")

    assert page.locator(".cite .copy").first.inner_text() == "Копировать"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 360])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if "Russian" not in kind])
def test_russian_page_is_open_to_all_and_keeps_to_its_width(
    open_page: Open, kind: str, width: int, scheme: str
) -> None:
    page = open_page(f"/ru{KINDS[kind]}", width=width, color_scheme=scheme)

    assert axe(page) == []
    assert page.evaluate(SIDEWAYS) == []
