"""Errors as pages: friendly, whole, and with the right status."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.errors import (
    ArgmapError,
    DrawingFailed,
    DrawingTooLarge,
    EngineMissing,
    StoreUnavailable,
    TooLarge,
)
from argmap.library import Library
from tests.web.corpora import THREE
from tests.web.documents import read


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/thre/", "/three/"),
        ("/three/claims/splitt", "/three/claims/split"),
        ("/three/issues/questoin", "/three/issues/question"),
        ("/three/evidence/word", "/three/evidence/words"),
        ("/three/sources/recrod", "/three/sources/record"),
        ("/three/accounts/lefft", "/three/accounts/left"),
    ],
)
def test_slip_in_a_name_is_404_with_the_way_to_what_was_meant(
    client: FlaskClient, address: str, leads_to: str
) -> None:
    response = client.get(address)

    assert response.status_code == 404
    assert leads_to in read(response.text).links
    assert response.text.count("Did you mean") == 1


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/three/nothing",
        "/three/claims/",
        "/three/claims/nothing-like-it-at-all",
        "/three/accounts/nobody",
        "/three/accounts/",
        "/desk/state",
        "/../../etc/passwd",
        "/_static/../settings.py",
        "/_static/%2e%2e/settings.py",
        "/_static/nothing.css",
        "/THREE/",
        "/three%00/",
        "/%ff%fe/",
        "/three/diagrams/nothing.svg",
        "/three/diagrams/tree.exe?claim=split",
        "/three/data/nothing",
        "/" + "x" * 5_000 + "/",
        "/three/claims/" + "x" * 5_000,
        "/three/claims/<script>alert(1)</script>",
    ],
)
def test_what_is_not_there_is_a_whole_page(client: FlaskClient, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 404
    assert read(response.text).unbalanced == []
    assert "<script>alert" not in response.text


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_sending_something_is_405_and_says_so(client: FlaskClient, method: str) -> None:
    response = getattr(client, method)("/three/")

    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "only shows things" in response.text


def test_large_body_is_413_before_it_is_read(client: FlaskClient) -> None:
    assert client.get("/three/nowhere", data=b"x" * 100_000).status_code == 413


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (StoreUnavailable("The store is busy."), 503),
        (TooLarge("Too many claims."), 400),
        (DrawingTooLarge("Too many boxes."), 400),
        (EngineMissing("Install Graphviz."), 503),
        (DrawingFailed("Graphviz refused."), 503),
    ],
)
def test_error_of_the_program_has_its_status_and_its_sentence(
    site: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch, error: ArgmapError, status: int
) -> None:
    app = site(THREE)

    def fail(self: Library, corpus: str) -> None:
        raise error

    monkeypatch.setattr(Library, "graph", fail)
    response = app.test_client().get("/three/")

    assert response.status_code == status
    assert str(error) in response.text


def test_fault_in_the_program_is_500_without_its_words(
    site: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = site(THREE)

    def fail(self: Library, corpus: str) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(Library, "graph", fail)
    with caplog.at_level(logging.ERROR):
        response = app.test_client().get("/three/")

    assert response.status_code == 500
    assert "secret detail" not in response.text
    assert "secret detail" in caplog.text


def test_store_that_is_away_is_503_everywhere(
    site: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = site(THREE)

    def fail(self: Library, *corpus: str) -> None:
        raise StoreUnavailable("The store is busy.")

    for name in ("graph", "shelf", "revision", "revisions"):
        monkeypatch.setattr(Library, name, fail)

    for address in ("/", "/three/", "/three/claims/split"):
        assert app.test_client().get(address).status_code == 503
    assert app.test_client().get("/healthz").data == b"ok\n"
