"""Open pages in the machine's own Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from werkzeug.serving import make_server

from tests.conftest import MEASURED
from tests.programs import missing

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_LEFT_OUT = "Browser tests did not run"


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        missing(f"{_LEFT_OUT}: none of {', '.join(_BROWSERS)} is on this machine.")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing(f"{_LEFT_OUT}: the dependency group `browser` is not installed.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _read_whole(app: Flask) -> WSGIApplication:
    """Close what the application opened: this server does not where the browser hangs up."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        chunks = app(environ, start_response)
        try:
            return [b"".join(chunks)]
        finally:
            if hasattr(chunks, "close"):
                chunks.close()

    return answer


@contextmanager
def running(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, _read_whole(app), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Note a figure that is printed when all tests have run, whether they passed or not."""
    return lambda line: request.node.user_properties.append((MEASURED, line))


@pytest.fixture(scope="session")
def address(everything: Flask) -> Iterator[str]:
    with running(everything) as address:
        yield address


@pytest.fixture
def open_page(browser: object, address: str) -> Iterator[Callable[..., object]]:
    """Open an address in a window of its own; whatever the console says fails the test."""
    contexts, said = [], []

    def open_(path: str, *, width: int = 1400, height: int = 900, base: str = "", **more: object):
        context = browser.new_context(viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(f"{path}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"{path}: {error}"))
        page.goto((base or address) + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert said == []
