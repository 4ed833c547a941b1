"""What holds for every kind of page: weight, origin, silence, and no need of scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from argmap.web.compression import pack
from argmap.web.views import PAGES

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

MOST_BYTES = 150_000
HOME = "/russia-nato"
KINDS = {
    "shelf": "/",
    "method": "/method",
    "about": "/about",
    "search_all": "/search?q=promise",
    "corpus": f"{HOME}/",
    "issue": f"{HOME}/issues/not-one-inch",
    "claim": f"{HOME}/claims/scope-beyond-gdr",
    "claim, the largest map": f"{HOME}/claims/assurances-binding?depth=all",
    "claim, the largest map in Russian": f"/ru{HOME}/claims/assurances-binding?depth=all",
    "narrative": f"{HOME}/accounts/russian",
    "compare": f"{HOME}/compare",
    "compare, in Russian": f"/ru{HOME}/compare",
    "compare, diagram": f"{HOME}/compare?view=diagram&issue=not-one-inch",
    "timeline": f"{HOME}/timeline",
    "matrix": f"{HOME}/matrix",
    "evidence": f"{HOME}/evidence/baker-one-inch",
    "sources": f"{HOME}/sources/",
    "source": f"{HOME}/sources/baker-gorb-soviet-record",
    "search": f"{HOME}/search?q=расширение",
    "teach": f"{HOME}/teach",
    "present": f"{HOME}/present?issue=founding-act",
}
NOT_PAGES = {
    "health",
    "desk",
    "suggestions",
    "suggestions_all",
    "sheet",
    "preview",
    "diagram",
    "data",
}
NOT_PAGES |= {"job_begin", "job", "job_off", "job_file"}  # see test_jobs_in_a_browser
PICTURE = re.compile(rb'<svg[^>]*class="argmap-picture.*?</svg>', re.DOTALL)
FILES = """() => performance.getEntriesByType("resource")
  .filter((each) => !/\\.png/.test(each.name))
  .map((each) => [each.name, each.encodedBodySize])"""
# What a page says, without what scripts add to it.
SAYS = """() => {
  const main = document.querySelector("main").cloneNode(true);
  const added = "button, template, .map-tools, .keys, .overview, .show-picture, [role=status]";
  for (const each of main.querySelectorAll(added)) each.remove();
  return main.textContent.replace(/https?:\\/\\/[^/\\s]+/g, "").replace(/\\s+/g, " ").trim();
}"""


def test_every_kind_of_page_is_looked_at() -> None:
    assert {name.partition(",")[0] for name in KINDS} | NOT_PAGES == {each.name for each in PAGES}


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_light_keeps_to_its_origin_and_needs_no_scripts(
    open_page: Open, address: str, kind: str, measured: Callable[[str], None]
) -> None:
    page = open_page(KINDS[kind])
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    files = dict(page.evaluate(FILES))
    html, without_picture = weights(address + KINDS[kind])
    whole = without_picture + sum(files.values())
    measured(
        f"{whole / 1000:4.0f} kB: {kind} (page {without_picture / 1000:.0f}, "
        f"picture {(html - without_picture) / 1000:.0f} more, {len(files)} files)"
    )
    plain = open_page(KINDS[kind], java_script_enabled=False)

    assert files
    assert {"{0.scheme}://{0.netloc}".format(urlsplit(each)) for each in files} == {address}
    assert whole <= MOST_BYTES
    assert plain.locator("h1").is_visible()
    assert plain.evaluate(SAYS) == page.evaluate(SAYS)


def weights(address: str) -> tuple[int, int]:
    """Give the bytes of a page over the wire, with and without its picture."""
    text = urlopen(address.replace("расширение", "%D1%80%D0%B0%D1%81")).read()
    whole, without = (pack(each, "br", is_kept=True) for each in (text, PICTURE.sub(b"", text)))
    return len(whole), len(without)
