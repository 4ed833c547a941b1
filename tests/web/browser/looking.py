"""Look a page over in a browser: what axe finds, what overlaps, what lies beyond the edge."""

from __future__ import annotations

from typing import Any

OVERLAPS = """() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("svg, .sr, .skip, script, option")) continue;
    if (!parent.checkVisibility({ contentVisibilityAuto: true })) continue;
    let clipped = false;
    for (let each = parent; each; each = each.parentElement) {
      clipped ||= getComputedStyle(each).clipPath !== "none";
    }
    if (clipped) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const r of range.getClientRects()) {
      const cut = r.height / 4;
      const text = node.data.trim();
      lines.push({ l: r.left, r: r.right, t: r.top + cut, b: r.bottom - cut, text });
    }
  }
  const found = [];
  lines.sort((a, b) => a.t - b.t);
  lines.forEach((one, i) => {
    for (let j = i + 1; j < lines.length && lines[j].t < one.b; j++) {
      const other = lines[j];
      if (one.l + 1 < other.r && other.l + 1 < one.r) found.push([one.text, other.text]);
    }
  });
  return found;
}"""
# What is out of sight may wait for its layout; here it is looked at all the same.
LAY_OUT_ALL = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[data-part] { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
SIDEWAYS = """() => [...document.querySelectorAll("body, body *")]
  .filter((each) => !each.closest("svg, .sr, .skip, .map") && each.checkVisibility())
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
  .map((each) => each.tagName + "." + each.className)"""


def axe(page: Any) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    violations = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in violations]


def faults(page: Any, *, axe_at: tuple[int, ...] = (1400, 360), first: str = "") -> list[str]:
    """Look a page over, light and dark, in three widths; one page load for each scheme.

    Args:
        page: The page, loaded.
        axe_at: The widths, of 1400, 700 and 360 pixels, at which axe looks too; 700 is what 200 %
            zoom leaves of a window of 1400.
        first: What is clicked before it is looked at; nothing by default.

    Returns:
        What axe finds, what lies beyond the right edge, and lines of text over each other.
    """
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        if scheme == "dark":
            page.reload()
        page.evaluate(LAY_OUT_ALL)
        if first:
            page.locator(first).click()
        for width in (1400, 700, 360):
            page.set_viewport_size({"width": width, "height": 900})
            where = f"{scheme}, {width}: "
            if width in axe_at:
                found += [where + each for each in axe(page)]
            if scheme == "light":
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    found.append(f"{where}wider than the window")
                found += [f"{where}sideways {each}" for each in page.evaluate(SIDEWAYS)]
                found += [f"{where}overlap {each}" for each in page.evaluate(OVERLAPS)]
    return found
