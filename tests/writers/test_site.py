"""Write a corpus as a site, and follow every link of it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.errors import InvalidInput
from argmap.web import publish
from argmap.writers import site
from argmap.writers.format import Order
from tests.web import documents
from tests.web.corpora import HOSTILE, HOSTILE_TEXT, THREE
from tests.web.editions import PUBLISHED, published_once


def files_of(corpus, **more) -> Mapping[str, bytes]:
    return site.files(Order(graph=ArgumentGraph(corpus), publish=published_once, **more))


@pytest.fixture(scope="module", params=PUBLISHED, ids=lambda each: each.id)
def files(request) -> Mapping[str, bytes]:
    return files_of(request.param)


def pages(files):
    return {path: content.decode() for path, content in files.items() if path.endswith(".html")}


def test_every_link_leads_to_a_file_of_the_site(files):
    lost = []
    for path, html in pages(files).items():
        document = documents.read(html)
        links = [each.get("href") or each.get("src") for _, each in document.elements]
        for link in filter(None, links):
            parts = urlsplit(link)
            if parts.scheme or (not parts.path and parts.fragment):
                continue
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
            if there not in files or parts.query:
                lost.append((path, link))

    assert lost == []


def test_every_anchor_is_on_its_page(files):
    read = {path: documents.read(html) for path, html in pages(files).items()}
    ids = {path: set(document.ids) for path, document in read.items()}
    lost = []
    for path, document in read.items():
        for link in document.links:
            parts = urlsplit(link)
            if parts.scheme or not parts.fragment:
                continue
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
            if unquote(parts.fragment) not in ids[there if parts.path else path]:
                lost.append((path, link))

    assert lost == []


def test_nothing_is_loaded_from_elsewhere(files):
    loaded = []
    for html in pages(files).values():
        document = documents.read(html)
        loaded += [each["src"] for _, each in document.elements if "src" in each]
        loaded += [each["href"] for each in document.all("link")]
    fonts = re.findall(r'url\("([^"]*)"\)', files["argmap.css"].decode())

    assert [each for each in loaded if urlsplit(each).scheme not in ("", "data")] == []
    assert fonts
    assert [each for each in fonts if not each.startswith("data:") and each not in files] == []


def test_pages_are_whole_and_no_form_waits_for_a_server(files):
    for path, html in pages(files).items():
        document = documents.read(html)

        assert document.unbalanced == [], path
        assert document.all("form") == [], path
        assert document.all("base") == [], path
        assert len(document.all("main")) == 1, path
        assert "Content-Security-Policy" in html


def test_every_record_has_its_page():
    files = files_of(THREE)

    assert {f"claims/{each.id}.html" for each in THREE.claims} <= set(files)
    assert {f"evidence/{each.id}.html" for each in THREE.evidence} <= set(files)
    assert {"index.html", "compare.html", "timeline.html", "matrix.html", "search.html"} <= {*files}
    assert {f"present/claims/{each.id}.html" for each in THREE.claims} <= set(files)
    assert {f"present/issues/{each.id}.html" for each in THREE.issues} <= set(files)
    assert {"sources/index.html", "method.html", "about.html", "accounts/left.html"} <= {*files}


def test_hostile_texts_stay_texts():
    html = "".join(pages(files_of(HOSTILE)).values())

    assert HOSTILE_TEXT not in html
    assert "<script>alert" not in html
    assert 'href="javascript:' not in html


def test_steps_lead_on_in_their_page_and_slides_are_not_offered():
    page = documents.read(files_of(THREE)["present/claims/split.html"].decode())
    (on,) = [each["href"] for each in page.all("a") if each.get("rel") == "next"]

    assert on == "../../present/claims/split.html#step-2"
    assert "../../claims/split.html" in page.links
    assert "As slides" not in page.text


def test_box_leads_to_its_page_and_what_is_told_of_it_is_there():
    html = files_of(THREE)["claims/split.html"].decode()

    assert re.search(r'<a [^>]*href="\.\./evidence/words\.html" data-box="for"', html)
    assert html.count("<template data-panel=") == 5
    assert "depth=" not in html


def test_same_corpus_gives_the_same_bytes():
    order = Order(graph=ArgumentGraph(THREE), publish=publish)

    first = site.write(order)

    assert site.write(order) == first
    assert zipfile.ZipFile(io.BytesIO(first)).testzip() is None


def test_progress_is_told_and_can_end_the_work():
    told = []

    def progress(what: str, done: int, total: int) -> None:
        told.append((what, done, total))
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        site.files(Order(graph=ArgumentGraph(THREE), publish=publish, progress=progress))
    assert [done for _, done, _ in told] == [0, 1, 2, 3]


def test_without_pages_it_says_so():
    with pytest.raises(InvalidInput, match="nothing here can make them"):
        site.write(Order(graph=ArgumentGraph(THREE)))


def test_address_of_origin_is_named():
    html = files_of(THREE, address="https://maps.example.org")["index.html"].decode()

    assert '<meta name="dcterms.source" content="https://maps.example.org">' in html


def test_one_claim_is_refused():
    order = Order(graph=ArgumentGraph(THREE), claim="both")

    with pytest.raises(InvalidInput, match="not one claim"):
        publish(replace(order, publish=publish))


@pytest.mark.parametrize("issue", ["", "question"])
def test_what_is_told_before_is_how_many_pages_there_are(issue):
    graph = ArgumentGraph(THREE)
    edition = published_once(Order(graph=graph, issue=issue))
    paths = [page.path.partition("/")[0] for page in edition.pages if "/" in page.path]
    [told] = site.inside(Order(graph=graph, issue=issue)).folders
    counted = {each.name.split()[1].rstrip("s"): int(each.name.split()[0])
               for each in told.entries if each.name[0].isdigit()}  # fmt: skip

    assert counted.pop("document") == paths.count("evidence")
    assert counted == {
        "issue": paths.count("issues"),
        "claim": paths.count("claims"),
        "source": len([p.path for p in edition.pages if p.path.startswith("sources/")
                       and p.path != "sources/index"]),
    }  # fmt: skip
