"""Pages kept in memory: the right one, for the right revision, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from argmap.web import Settings
from argmap.web.cache import CachedPages, KeptPage, PageCache
from argmap.web.serving import EXTENSION
from tests.web.corpora import LONE, THREE


def page(size: int) -> KeptPage:
    return KeptPage(headers=(), etag="x", body=b"." * size)


def asked_for(app: Flask) -> list[str]:
    """Note each request that comes through the cache to the views."""
    seen: list[str] = []
    app.before_request(lambda: seen.append("asked"))
    return seen


@given(st.lists(st.tuples(st.text(max_size=3), st.integers(0, 40_000)), max_size=60))
def test_cache_never_holds_more_than_its_bound(pages: list[tuple[str, int]]) -> None:
    cache = PageCache(100_000)
    for name, size in pages:
        cache.put(("mark", name), page(size))
    held = [cache.get(("mark", name)) for name in {name for name, _ in pages}]

    assert sum(len(each.body) for each in held if each) <= 100_000


def test_least_recently_used_page_leaves_first() -> None:
    cache = PageCache(10 * 2_000)
    for number in range(10):
        cache.put(("m", str(number)), page(900))
    cache.get(("m", "0"))
    cache.put(("m", "new"), page(900))

    assert cache.get(("m", "0")) is not None
    assert cache.get(("m", "1")) is None


def test_page_that_would_crowd_out_the_others_is_not_kept() -> None:
    cache = PageCache(100_000)
    cache.put(("m", "huge"), page(50_000))

    assert len(cache) == 0


def test_second_request_does_not_reach_the_views(site: Callable[..., Flask]) -> None:
    app = site(THREE)
    seen = asked_for(app)
    first, second = (app.test_client().get("/three/") for _ in range(2))

    assert seen == ["asked"]
    assert second.data == first.data
    assert dict(second.headers) == dict(first.headers)


def test_other_options_are_another_page(site: Callable[..., Flask]) -> None:
    client = site(THREE).test_client()

    assert client.get("/three/compare").data != client.get("/three/compare?verdict=agreed").data


def test_loading_another_revision_shows_at_once(site: Callable[..., Flask]) -> None:
    from dataclasses import replace

    app = site(THREE)
    client = app.test_client()
    before = client.get("/three/").text
    library = app.extensions[EXTENSION].library
    library._repository.replace(replace(THREE, title="Another title"))

    assert "Another title" not in before
    assert "Another title" in client.get("/three/").text


def test_loading_another_corpus_shows_on_the_shelf(site: Callable[..., Flask]) -> None:
    app = site(THREE)
    client = app.test_client()
    client.get("/")
    app.extensions[EXTENSION].library._repository.replace(LONE)

    assert "Corpus lone" in client.get("/").text


def test_known_etag_is_answered_without_a_body(site: Callable[..., Flask]) -> None:
    client = site(THREE).test_client()
    etag = client.get("/three/").headers["ETag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        response = client.get("/three/", headers={"If-None-Match": known})

        assert (response.status_code, response.data) == (304, b"")
        assert response.headers["ETag"] == etag
        assert "Content-Security-Policy" in response.headers


def test_unknown_etag_is_answered_with_the_page(site: Callable[..., Flask]) -> None:
    client = site(THREE).test_client()

    assert client.get("/three/", headers={"If-None-Match": '"old"'}).status_code == 200


def test_head_says_the_length_and_sends_nothing(site: Callable[..., Flask]) -> None:
    client = site(THREE).test_client()
    head, whole = client.head("/three/"), client.get("/three/")

    assert head.data == b""
    assert head.headers["Content-Length"] == str(len(whole.data))


def test_head_of_nothing_is_404(site: Callable[..., Flask]) -> None:
    response = site(THREE).test_client().head("/three/claims/nothing")

    assert (response.status_code, response.data) == (404, b"")


def test_errors_are_not_kept(site: Callable[..., Flask]) -> None:
    app = site(THREE)
    seen = asked_for(app)
    for _ in range(2):
        app.test_client().get("/three/claims/nothing")

    assert len(seen) == 2


def test_no_cache_is_kept_if_none_is_wanted(site: Callable[..., Flask]) -> None:
    app = site(THREE, settings=Settings(cache_mb=0))
    seen = asked_for(app)
    for _ in range(2):
        assert app.test_client().get("/three/").status_code == 200

    assert len(seen) == 2


def test_page_made_while_its_corpus_changed_is_not_kept() -> None:
    marks = iter(["old", "new", "old", "old"])
    cache = PageCache(10**6)

    def application(environ: object, start: Callable[..., object]) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", "text/plain")])
        return [b"made in between"]

    pages = CachedPages(application, lambda path: next(marks), cache)  # type: ignore[arg-type]
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/x/"}
    pages(environ, lambda status, headers: None)  # type: ignore[arg-type]

    assert len(cache) == 0
    pages(environ, lambda status, headers: None)  # type: ignore[arg-type]
    assert len(cache) == 1
