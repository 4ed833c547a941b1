"""What a page leaves behind once it is sent."""

from __future__ import annotations

import gc

import pytest
from flask.testing import FlaskClient
from jinja2.runtime import Context

from argmap.web import Settings, create_app
from tests.web.conftest import stored
from tests.web.corpora import THREE

PAGES = (
    "/three", "/three/issues/question", "/three/claims/split?depth=all", "/three/compare",
    "/three/matrix", "/three/timeline", "/three/sources", "/three/evidence/words",
    "/three/search?q=claim", "/three/teach?claim=split",
)  # fmt: skip


@pytest.fixture(scope="module")
def uncached(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    library = stored(tmp_path_factory.mktemp("uncached"), THREE)
    return create_app(Settings(cache_mb=0), library=library).test_client()


@pytest.mark.parametrize("address", PAGES)
def test_page_is_freed_at_once_and_not_when_garbage_is_looked_for(
    uncached: FlaskClient, address: str
) -> None:
    """A macro of the page's own template holds the page, and the page the macro."""
    uncached.get(address)  # what is made once for all pages is made now
    gc.collect()
    gc.disable()
    try:
        answer = uncached.get(address)
        held = [each for each in gc.get_objects() if isinstance(each, Context)]
    finally:
        gc.enable()

    assert answer.status_code == 200
    assert not [context.name for context in held if "page" in context.parent]
