"""Order a lesson in a browser and follow it to its file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.web.browser.looking import axe

pytestmark = pytest.mark.browser
LESSON = "/three/teach?issue=question&make=lesson"
Open = Callable[..., Any]


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_lesson_is_ordered_followed_and_downloaded(open_page: Open, has_scripts: bool) -> None:
    page = open_page(LESSON, java_script_enabled=has_scripts)
    page.get_by_role("button", name="Make it").click()
    link = page.get_by_role("link", name="Download")
    link.wait_for(timeout=60_000)
    with page.expect_download() as waiting:
        link.click()
    content = Path(waiting.value.path()).read_bytes()

    assert waiting.value.suggested_filename == "three-question-lesson.zip"
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    if has_scripts:
        assert axe(page) == []


def test_a_site_is_called_off(open_page: Open) -> None:
    page = open_page("/russia-nato/teach?whole=yes&make=site")
    page.get_by_role("button", name="Make it").click()
    page.locator("progress").wait_for()

    assert axe(page) == []

    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("heading", name="Called off").wait_for(timeout=30_000)

    assert page.get_by_role("link", name="Download").count() == 0
