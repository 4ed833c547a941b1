"""What the browser is told a page may do, and what a hostile request gets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from argmap import web
from argmap.resources import shipped


@pytest.mark.parametrize(
    "address",
    ["/", "/three/", "/three/claims/split", "/nothing/", "/_static/argmap.css", "/healthz",
     "/three/data/json", "/three/diagrams/tree.svg?claim=split", "/three/claims/split?depth=x"],
)  # fmt: skip
def test_every_answer_has_the_security_headers(client: FlaskClient, address: str) -> None:
    with client.get(address) as response:
        headers = response.headers

    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "a b", "<script>", ""])
def test_host_of_a_request_is_never_repeated(client: FlaskClient, host: str) -> None:
    for address in ("/three/", "/three", "/nothing", "/three/claims/split"):
        response = client.get(address, headers={"Host": host})

        assert response.status_code in (200, 400, 404)
        assert "evil.example" not in response.text
        assert "Location" not in response.headers


def test_downloads_are_named_by_ids_alone(client: FlaskClient) -> None:
    disposition = client.get("/hostile/data/json").headers["Content-Disposition"]

    assert disposition == "attachment; filename=hostile.json"


def test_pictures_alone_are_put_into_pages_as_they_are() -> None:
    modules = Path(web.__file__).parent.rglob("*.py")
    # An empty one, or one whose text is filled in by `format`, escapes what it is given.
    marked = re.compile(r"Markup\((?!\)|' lang=\"{}\"'\)\.format\()")
    marking = {path.name for path in modules if marked.search(path.read_text("utf-8"))}
    templates = [path.read_text("utf-8") for path in shipped("templates").rglob("*.html")]

    assert marking == {"pictures.py"}
    assert not [text for text in templates if re.search(r"\|\s*safe|autoescape", text)]
