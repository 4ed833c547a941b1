"""Text that is packed for who can unpack it: once, whole, and under a tag of its own."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.web import Settings, compression
from argmap.web.compression import coding_for
from tests.web.corpora import THREE

GZIP = {"Accept-Encoding": "gzip, deflate"}
BROTLI = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@pytest.fixture
def app(site: Callable[..., Flask]) -> Flask:
    return site(THREE)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize(
    "address",
    [
        "/three/",
        "/method",
        "/three/claims/nothing",
        "/_static/argmap.css",
        "/three/data/json",
        "/three/diagrams/tree.svg?claim=split",
    ],
)
def test_packed_text_is_the_same_text(client: FlaskClient, address: str) -> None:
    plain = client.get(address, buffered=True)
    packed = client.get(address, headers=GZIP, buffered=True)

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data)
    assert "Content-Encoding" not in plain.headers
    for each in (plain, packed):
        assert "Accept-Encoding" in each.vary
        assert len(each.headers.getlist("Vary")) == 1
        assert "Content-Security-Policy" in each.headers


@pytest.mark.parametrize(
    "address",
    [
        "/healthz",
        "/three/preview.png",
        "/three/diagrams/tree.png?claim=split",
        "/_static/vendor/argmap-sans/argmap-sans-latin-400-normal.woff2",
    ],
)
def test_short_texts_pictures_and_fonts_stay_as_they_are(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers=GZIP, buffered=True)

    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.5, gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("", ""),
        ("gzip;q=0, br;q=0", ""),
        ("identity", ""),
    ],
)
def test_header_says_how_packed_text_is_wanted(header: str, coding: str) -> None:
    assert coding_for(header) == coding


@pytest.mark.parametrize("address", ["/three/", "/_static/argmap.css"])
def test_those_who_can_get_a_smaller_packing(client: FlaskClient, address: str) -> None:
    gzipped = client.get(address, headers=GZIP, buffered=True)
    smaller = client.get(address, headers=BROTLI, buffered=True)

    assert smaller.headers["Content-Encoding"] == "br"
    assert brotli.decompress(smaller.data) == gzip.decompress(gzipped.data)
    assert len(smaller.data) < len(gzipped.data)


@pytest.mark.parametrize("address", ["/three/", "/_static/argmap.css"])
def test_page_is_packed_once(
    client: FlaskClient, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(address, headers=GZIP, buffered=True)
    monkeypatch.setattr(compression.gzip, "compress", lambda *_, **__: pytest.fail("packed again"))

    assert client.get(address, headers=GZIP).data == first.data


def test_other_options_are_another_packed_page(client: FlaskClient) -> None:
    pages = {
        address: client.get(address, headers=GZIP).data
        for address in ("/three/", "/three/compare", "/three/", "/three/compare?verdict=agreed")
    }

    assert len(set(pages.values())) == 3


def test_page_is_packed_anew_where_nothing_is_kept(site: Callable[..., Flask]) -> None:
    client = site(THREE, settings=Settings(cache_mb=0)).test_client()
    answers = [client.get("/three/", headers=GZIP) for _ in range(2)]

    assert gzip.decompress(answers[0].data) == gzip.decompress(answers[1].data)


@pytest.mark.parametrize("address", ["/three/", "/_static/argmap.css"])
def test_packed_page_that_is_known_is_not_sent_again(client: FlaskClient, address: str) -> None:
    tag = client.get(address, headers=GZIP).headers["ETag"]
    again = client.get(address, headers={**GZIP, "If-None-Match": tag})

    assert tag.startswith('W/"')
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag
    assert "Accept-Encoding" in again.vary
    assert "Content-Encoding" not in again.headers


def test_head_says_what_a_packed_page_would_be(client: FlaskClient) -> None:
    head, whole = client.head("/three/", headers=GZIP), client.get("/three/", headers=GZIP)

    assert head.data == b""
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.headers["Content-Encoding"] == "gzip"
    assert "Content-Length" not in head.headers


def test_header_of_any_length_is_read_without_being_kept() -> None:
    before = compression._coding_for.cache_info().currsize

    assert not coding_for(f"gzip, {'x' * 5_000}")
    assert compression._coding_for.cache_info().currsize == before
