"""Take the README's pictures: serve the shipped corpus, look at it in Chromium, save what is seen.

Run it as `make pictures`; it needs the packages of the tests and a Chromium on the path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from PIL import Image, ImageOps
from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent / "pictures"
CORPUS = "russia-nato"
MARGIN = 24


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a page, from above what it begins with, `height` and `width` in pixels."""

    name: str
    path: str
    begins: str
    height: int
    width: int = 1280
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of what is made for a class about an issue, `width` pixels wide, as it prints."""

    name: str
    make: str
    issue: str
    options: str = ""
    number: int = 1
    width: int = 800


COLOURS = 96
SHOTS = (
    Shot("corpus", f"/{CORPUS}/", "#issues", 760),
    Shot("compare", f"/{CORPUS}/compare?issue=founding-act", "h1", 1000),
    Shot("claim", f"/{CORPUS}/claims/scope-beyond-gdr?box=genscher-says-in-general", "h1", 1000),
    Shot("timeline", f"/{CORPUS}/timeline?from=1996&to=2000", "h1", 900),
    Shot("matrix", f"/{CORPUS}/matrix?issue=founding-act", "h1", 1000),
    Shot("sources", f"/{CORPUS}/sources/?by=all&language=ru", "h1", 700),
    Shot("search", f"/{CORPUS}/", "header", 620, typed="not one inch"),
    Shot("phone", f"/{CORPUS}/claims/words-were-spoken", "header", 760, width=360),
)
SHEETS = (
    Sheet("handout", "handout", "founding-act"),
    Sheet("blanked-map", "blanked-map", "founding-act", options="&difficulty=medium"),
    Sheet("three-columns", "three-columns", "founding-act"),
    Sheet("slide", "slides", "not-one-inch", number=8),
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def main() -> None:
    """Serve, look, save; the lanes diagram and the printed pages are argmap's own PNG."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        sys.exit("No Chromium was found on the path; install one to take pictures.")
    with tempfile.TemporaryDirectory() as folder:
        store = {**os.environ, "ARGMAP_INSTANCE": folder}
        argmap = [sys.executable, "-m", "argmap.cli"]
        serving = [*argmap, "serve", "--port", "8765"]
        server = subprocess.Popen(serving, stderr=subprocess.PIPE, text=True, env=store)
        try:
            address = _address(server)
            with sync_playwright() as play:
                chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
                for shot in SHOTS:
                    _save(chromium, address, shot)
                chromium.close()
            for sheet in SHEETS:
                _print(address, sheet)
        finally:
            server.terminate()
            server.wait(timeout=10)
        picture = ["export", CORPUS, "--format", "png", "--issue", "founding-act"]
        lanes = HERE / "lanes.png"
        subprocess.run([*argmap, *picture, "-o", str(lanes)], check=True, env=store)
        _shrink(lanes)


def _address(server: subprocess.Popen[str]) -> str:
    assert server.stderr is not None
    for line in server.stderr:
        if "http://" in line:
            return "http://" + line.split("http://")[1].split("/")[0]
    sys.exit("argmap did not start; run `make run` to see why.")


def _save(browser: Browser, address: str, shot: Shot) -> None:
    page = browser.new_page(viewport={"width": shot.width, "height": 900})
    page.goto(address + shot.path)
    page.evaluate("document.fonts.ready.then(() => true)")
    if shot.typed:
        page.keyboard.press("/")
        page.keyboard.type(shot.typed)
        page.locator(".suggestions [role=option]").first.wait_for()
    top = page.locator(shot.begins).first.bounding_box()
    assert top is not None
    y = max(top["y"] - MARGIN, 0)
    clip = {"x": 0, "y": y, "width": shot.width, "height": shot.height}
    file = HERE / f"{shot.name}.png"
    page.screenshot(path=file, full_page=True, clip=clip)
    page.close()
    _shrink(file)


def _print(address: str, sheet: Sheet) -> None:
    """Save what "Use in class" shows of a page: the program's own drawing of it."""
    asked = f"make={sheet.make}&issue={sheet.issue}{sheet.options}"
    file = HERE / f"{sheet.name}.png"
    with urlopen(f"{address}/{CORPUS}/teach/{sheet.number}.png?{asked}") as answer:
        with Image.open(answer) as printed:
            page = ImageOps.contain(printed.convert("RGB"), (sheet.width, printed.height))
    ImageOps.expand(page, border=1, fill="#999999").save(file)
    _shrink(file)


def _shrink(file: Path) -> None:
    """Keep few colours, so that the repository stays small."""
    with Image.open(file) as picture:
        small = picture.convert("RGB").quantize(COLOURS, kmeans=1, dither=Image.Dither.NONE)
    small.save(file, optimize=True)
    print(f"{file}: {file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
