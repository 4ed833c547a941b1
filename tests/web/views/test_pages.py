"""Every page of every corpus, through one contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.model import Corpus
from argmap.resources import shipped
from argmap.web.views import PAGES
from tests.web.corpora import CORPORA, HOSTILE_TEXT, LONG_WORD
from tests.web.documents import Document, read

OUTSIDE = ("/", "/method", "/about")
_FILES = re.compile(r"/(data|diagrams|teach)/")


def paths(corpus: Corpus) -> Iterator[str]:
    """List one address of every page a corpus has."""
    home = f"/{corpus.id}"
    yield from (f"{home}/", f"{home}/compare", f"{home}/sources/", f"{home}/search")
    yield f"{home}/search?q=the"
    yield from (f"{home}/timeline", f"{home}/matrix")
    yield from (f"{home}/timeline?issue={each.id}" for each in corpus.issues[:3])
    yield from (f"{home}/matrix?issue={each.id}" for each in corpus.issues[:3])
    yield from (f"{home}/matrix?claim={each.id}" for each in corpus.claims[:2])
    yield from (f"{home}/accounts/{each.id}" for each in corpus.narratives)
    yield from (f"{home}/issues/{each.id}" for each in corpus.issues)
    yield from (f"{home}/claims/{each.id}" for each in corpus.claims)
    yield from (f"{home}/claims/{each.id}?depth=all" for each in corpus.claims[:2])
    yield f"{home}/teach"
    yield from (f"{home}/teach?issue={each.id}" for each in corpus.issues[:1])
    yield from (f"{home}/teach?make=text&claim={each.id}" for each in corpus.claims[:1])
    yield from (f"{home}/teach?whole=yes", f"{home}/teach?whole=yes&make=csv")
    yield from (f"{home}/teach?make=moodle&issue={each.id}" for each in corpus.issues[:2])
    yield from (f"{home}/teach?make=anki&issue={each.id}" for each in corpus.issues[:2])
    yield from (f"{home}/teach?make=lesson&issue={each.id}" for each in corpus.issues[:1])
    yield f"{home}/present"
    yield from (f"{home}/present?issue={each.id}" for each in corpus.issues[:3])
    yield from (f"{home}/present?claim={each.id}&step=2" for each in corpus.claims[:2])
    yield from (f"{home}/evidence/{each.id}" for each in corpus.evidence)
    yield from (f"{home}/sources/{each.id}" for each in corpus.sources)


@pytest.fixture(scope="module")
def pages(everything: Flask, shipped_corpora: tuple[Corpus, ...]) -> dict[str, Document]:
    client = everything.test_client()
    addresses = [*OUTSIDE]
    for corpus in (*shipped_corpora, *CORPORA):
        addresses += paths(corpus)
    shown = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, (address, response.text[:600])
        shown[address] = read(response.text)
    return shown


def test_every_page_is_well_formed(pages: dict[str, Document]) -> None:
    assert {a: page.unbalanced for a, page in pages.items() if page.unbalanced} == {}


def test_every_page_has_its_landmarks_once(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        for landmark in ("main", "header", "footer", "h1", "title"):
            assert len(page.all(landmark)) >= 1, (address, landmark)
        assert len(page.all("main")) == 1, address
        assert len(page.all("h1")) == 1, address


def test_headings_go_down_one_step_at_a_time(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        levels = [level for level, _ in page.headings]
        steps = list(pairwise(levels))

        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in steps), (address, page.headings)


def test_no_heading_is_empty(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        assert all(text.strip() for _, text in page.headings), address


def test_nothing_is_inline(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        assert page.script == "", address
        for tag, attributes in page.elements:
            assert tag != "style", address
            assert "style" not in attributes, (address, tag)
            assert not [name for name in attributes if name.startswith("on")], (address, tag)


def test_ids_are_used_once(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), address


def test_fragments_lead_somewhere(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        fragments = [link[1:] for link in page.links if link.startswith("#")]

        assert set(fragments) <= set(page.ids), address


def test_labels_point_at_what_is_there(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        named = [
            id
            for _, attributes in page.elements
            for id in attributes.get("aria-labelledby", "").split()
        ]

        assert set(named) <= set(page.ids), address


def test_every_link_inside_leads_to_a_page(pages: dict[str, Document], client: FlaskClient) -> None:
    @cache
    def status(address: str) -> int:
        return client.get(address).status_code

    known = {urlsplit(address).path for address in pages}
    wanted = {link for page in pages.values() for link in page.links if link.startswith("/")}
    unseen = {urlsplit(link).path for link in wanted} - known
    files = {path for path in unseen if _FILES.search(path)}

    assert {path: status(path) for path in unseen - files if status(path) != 200} == {}


def test_every_option_offered_can_be_shown(pages: dict[str, Document], client: FlaskClient) -> None:
    offered = {
        link
        for address in pages
        if address.startswith("/three/")
        for link in pages[address].links
        if "?" in link and not _FILES.search(link)
    }

    assert {link for link in offered if client.get(link).status_code != 200} == set()
    assert len(offered) > 20


def test_files_offered_can_be_fetched(pages: dict[str, Document], client: FlaskClient) -> None:
    offered = {
        link
        for address in ("/three/claims/split", "/three/issues/question")
        for link in pages[address].links
        if _FILES.search(link)
    }

    assert {link for link in offered if client.get(link).status_code != 200} == set()
    assert offered


def test_no_address_is_that_of_a_script(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        for link in page.links:
            assert link.startswith(("/", "#", "http://", "https://")) or link == "", address


def test_hostile_text_stays_text(pages: dict[str, Document]) -> None:
    for address, page in pages.items():
        scripts = [a for a in page.all("script") if a.get("type") != "application/ld+json"]
        assert not [a for a in scripts if "src" not in a], address
    shown = pages["/hostile/claims/bad"].text

    assert HOSTILE_TEXT in shown
    assert "49" not in shown.replace(HOSTILE_TEXT, "")


def test_long_words_are_whole(pages: dict[str, Document]) -> None:
    assert LONG_WORD in pages["/hostile/claims/long"].text


def test_every_box_of_a_picture_says_its_text(
    pages: dict[str, Document], shipped_corpora: tuple[Corpus, ...]
) -> None:
    for corpus in shipped_corpora:
        for claim in corpus.claims:
            page = pages[f"/{corpus.id}/claims/{claim.id}"]
            named = [link["aria-label"] for link in page.all("a") if "data-kind" in link]

            assert any(claim.text in label for label in named), claim.id


def test_templates_name_no_narrative(shipped_corpora: tuple[Corpus, ...]) -> None:
    names = {
        name.lower()
        for corpus in shipped_corpora
        for each in corpus.narratives
        for name in (each.id, each.short)
    } - {"scholarship"}
    written = {
        path.name: path.read_text("utf-8").lower() for path in shipped("templates").rglob("*.html")
    }
    found = {
        (file, name)
        for file, text in written.items()
        for name in names
        if name in text.replace("in english or russian", "")
    }

    assert found == set()


def test_names_and_addresses_of_pages_are_unique() -> None:
    assert len({page.name for page in PAGES}) == len(PAGES)
    assert len({page.address for page in PAGES}) == len(PAGES)


def test_a_page_is_the_same_bytes_twice(everything: Flask) -> None:
    from argmap.web import Settings, create_app
    from argmap.web.serving import EXTENSION

    library = everything.extensions[EXTENSION].library
    bare = create_app(Settings(cache_mb=0), library=library).test_client()

    for address in ("/", "/three/", "/three/claims/split", "/three/compare"):
        assert bare.get(address).data == bare.get(address).data


def test_marks_on_the_shelf_are_explained_there(client: FlaskClient) -> None:
    text = " ".join(client.get("/").text.split())

    assert text.count('<ul class="tally">') == text.count('<li class="card">')
    assert "</b> disputed" in text


def test_shelf_leads_to_what_is_made_for_a_class(client: FlaskClient) -> None:
    links = read(client.get("/").text).links

    assert {f"/{corpus.id}/teach" for corpus in CORPORA} <= set(links)
    assert {f"/{corpus.id}/compare" for corpus in CORPORA} <= set(links)
