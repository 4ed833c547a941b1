"""Take the README's pictures: serve the shipped corpus, look at it in Chromium, save what is seen.

Run it as `make pictures`; it needs the packages of the tests and a Chromium on the path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent / "pictures"
CORPUS = "russia-nato"
PAGES = {
    "corpus": (f"/{CORPUS}/", 1100),
    "compare": (f"/{CORPUS}/compare", 1100),
    "claim": (f"/{CORPUS}/claims/scope-beyond-gdr", 1200),
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def main() -> None:
    """Serve, look, save; the lanes diagram is argmap's own PNG."""
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
                page = chromium.new_page(viewport={"width": 1280, "height": 900})
                for name, (path, height) in PAGES.items():
                    _save(page, address + path, HERE / f"{name}.png", height)
                chromium.close()
        finally:
            server.terminate()
            server.wait(timeout=10)
        picture = ["export", CORPUS, "--format", "png", "--issue", "founding-act"]
        lanes = HERE / "lanes.png"
        subprocess.run([*argmap, *picture, "-o", str(lanes)], check=True, env=store)
        print(lanes)


def _address(server: subprocess.Popen[str]) -> str:
    assert server.stderr is not None
    for line in server.stderr:
        if "http://" in line:
            return "http://" + line.split("http://")[1].split("/")[0]
    sys.exit("argmap did not start; run `make run` to see why.")


def _save(page: Page, address: str, file: Path, height: int) -> None:
    page.goto(address)
    page.evaluate("document.fonts.ready")
    clip = {"x": 0, "y": 0, "width": 1280, "height": height}
    page.screenshot(path=file, full_page=True, clip=clip)
    print(file)


if __name__ == "__main__":
    main()
