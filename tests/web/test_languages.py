"""The address says the language, or else the browser does."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Site


def language_of(text: str) -> str:
    found = re.search(r'<html lang="(\w+)"', text)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("address", "accepted", "spoken"),
    [
        ("/", "", "en"),
        ("/", "ru", "ru"),
        ("/", "ru-RU,ru;q=0.9,en;q=0.5", "ru"),
        ("/", "de,en;q=0.8,ru;q=0.4", "en"),
        ("/", "fr", "en"),
        ("/", "*;q=0.1, \x00;;,=", "en"),
        ("/ru", "en", "ru"),
        ("/ru/", "en", "ru"),
        ("/en/method", "ru", "en"),
        ("/ru/no/such/page", "en", "ru"),
    ],
)
def test_page_speaks_the_language_of_its_address_or_of_the_browser(
    client: FlaskClient, address: str, accepted: str, spoken: str
) -> None:
    answer = client.get(address, headers={"Accept-Language": accepted.replace("\x00", "%00")})

    assert language_of(answer.text) == spoken
    assert answer.headers["Content-Language"] == spoken
    assert ("Accept-Language" in answer.headers.get("Vary", "")) == (
        not address.startswith(("/ru", "/en"))
    )


def test_links_of_a_page_keep_its_language_and_files_have_none(client: FlaskClient) -> None:
    text = client.get("/ru/russia-nato/compare").text
    links = re.findall(r' (?:href|action)="(/[^"]*)"', text)
    switched = {each for each in links if each.endswith("/russia-nato/compare")}
    others = [each for each in links if each not in switched]

    assert {"/en/russia-nato/compare", "/russia-nato/compare"} <= switched
    assert others
    assert all(each.startswith(("/ru/", "/_static/")) for each in others)
    assert not re.search(r'(?:href|src)="/ru/_static', text)


def test_switch_leads_to_the_same_page_and_state(client: FlaskClient) -> None:
    text = client.get("/russia-nato/compare?issue=bucharest&verdict=agreed").text

    assert (
        '<a href="/ru/russia-nato/compare?issue=bucharest&amp;verdict=agreed" lang="ru" '
        'hreflang="ru">Русский</a>' in text
    )
    assert '<link rel="alternate" hreflang="x-default" href="/russia-nato/compare?' in text


def test_pages_are_kept_apart_by_language(site: Site) -> None:
    client = site().test_client()
    spoken = [
        language_of(client.get("/three/", headers={"Accept-Language": code}).text)
        for code in ("en", "ru", "en", "ru")
    ]

    assert spoken == ["en", "ru", "en", "ru"]


def test_site_below_a_path_keeps_it_before_the_language(site: Site) -> None:
    text = site().test_client().get("/ru/three/", base_url="http://localhost/maps").text

    assert 'href="/maps/ru/three/compare"' in text
    assert 'href="/maps/en/three/"' in text
    assert 'href="/maps/_static/' in text


def test_hostile_address_is_written_back_as_an_address(client: FlaskClient) -> None:
    text = client.get('/"><script>x</script>/?q="><b>').text

    assert "<script>x" not in text
    assert '"><b>' not in text


def test_text_of_the_corpus_says_its_language_where_the_page_has_another(
    client: FlaskClient,
) -> None:
    address = "/russia-nato/claims/scope-beyond-gdr"
    russian, english = client.get(f"/ru{address}").text, client.get(f"/en{address}").text

    assert '<h1 dir="auto" lang="en">' in russian
    assert '<h1 dir="auto">' in english
    assert re.search(r'<span class="how" dir="auto" lang="en">', russian)
    assert re.search(r'class="said" href="[^"]*" dir="auto" lang="de">«Das gilt', russian)
