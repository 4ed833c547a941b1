"""Read Russian pages of an English corpus aloud: what the corpus says is not read as Russian."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from argmap import library
from argmap.core.language import speaking
from argmap.core.model import Corpus
from argmap.resources import catalogue
from argmap.web import Settings, create_app, publish
from argmap.writers.format import Order
from tests.web.conftest import stored
from tests.writers.marked_up import texts
from tests.writers.pages_aloud import read_aloud
from tests.writers.shipped import shipped

CYRILLIC = re.compile(r"[А-Яа-яЁё]")


@pytest.fixture(scope="module")
def corpus(shipped_corpora: tuple[Corpus, ...]) -> Corpus:
    return next(each for each in shipped_corpora if each.id == "russia-nato")


@pytest.fixture(scope="module")
def client(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(
        Settings(), library=stored(tmp_path_factory.mktemp("aloud"), corpus)
    ).test_client()


def sentences(corpus: Corpus) -> Iterator[str]:
    """List what the corpus says in sentences of its own language."""
    for issue in corpus.issues:
        yield from (issue.question, issue.introduction, *(each.text for each in issue.accounts))
    for claim in corpus.claims:
        yield from (claim.text, claim.in_full, claim.note)
    yield from (each.how for each in corpus.stances)
    yield from (each.because for each in corpus.arguments)
    for item in corpus.evidence:
        yield from (item.context, item.wording)
        if item.language == corpus.language:
            yield item.text


@pytest.mark.parametrize(
    "address",
    [
        "",
        "issues/not-one-inch",
        "claims/scope-beyond-gdr?depth=all",
        "claims/scope-beyond-gdr?box=scope-beyond-gdr",
        "compare?issue=not-one-inch",
        "compare?issue=not-one-inch&view=diagram",
        "evidence/baker-one-inch",
        "sources/baker-gorb-us-memcon",
        "accounts/russian",
        "matrix",
        "timeline?issue=not-one-inch",
        "teach?issue=not-one-inch",
        "present?claim=scope-beyond-gdr&step=4",
    ],
)
def test_sentence_of_the_corpus_is_not_read_in_the_language_of_the_page(
    client: FlaskClient, corpus: Corpus, address: str
) -> None:
    known = {" ".join(each.split()) for each in sentences(corpus) if len(each.split()) > 3}
    read = read_aloud(client.get(f"/ru/{corpus.id}/{address}").text)

    assert any(text.strip("«»") in known and language == "en" for text, language in read)
    assert [t for t, language in read if language != "en" and t.strip("«»") in known] == []


@pytest.mark.parametrize("view", ["issues/not-one-inch", "claims/scope-beyond-gdr?depth=all"])
def test_map_on_a_page_is_described_in_the_language_of_its_corpus(
    client: FlaskClient, corpus: Corpus, view: str
) -> None:
    page = client.get(f"/ru/{corpus.id}/{view}").text
    labels = re.findall(r'class="box [^>]*? aria-label="([^"]+)"', page)

    assert labels
    assert not [each for each in labels if "account" in each and re.search("[а-я] account", each)]
    assert any("Western account" in each for each in labels)


@pytest.mark.parametrize("name", ["site", "offline"])
def test_editions_do_not_read_the_corpus_in_their_own_language(name: str) -> None:
    graph = shipped("end-of-the-dinosaurs")
    order = Order(graph=graph, publish=publish, chosen=library.choose(name, {"language": "ru"}))
    content = library.export(name, order).content
    pages = [content.decode(errors="ignore")]
    if name == "site":
        with zipfile.ZipFile(io.BytesIO(content)) as site:
            pages = [site.read(each).decode() for each in site.namelist() if each[-5:] == ".html"]
    known = {" ".join(each.split()) for each in sentences(graph.corpus) if len(each.split()) > 3}
    read = [each for page in pages for each in read_aloud(page)]

    assert any(text in known and language == "en" for text, language in read)
    assert [text for text, language in read if text in known and language != "en"] == []


def test_panels_of_the_offline_edition_name_the_language_of_the_corpus() -> None:
    order = Order(graph=shipped("end-of-the-dinosaurs"), issue="the-impact")
    with speaking(catalogue("ru")):
        edition = publish(order)
        claims = [page for page in edition.pages if page.path.startswith("claims/")]

    panels = [
        html
        for page in claims
        for html in re.findall(r"<template data-panel.*?</template>", page.content, re.S)
    ]

    assert panels
    assert all('lang="en"' in each for each in panels)


def test_words_on_the_timeline_are_in_their_languages(client: FlaskClient, corpus: Corpus) -> None:
    page = client.get(f"/ru/{corpus.id}/timeline?issue=not-one-inch").text
    picture = ET.fromstring(
        page[page.index("<svg xmlns") : page.index("</svg>", page.index("<svg xmlns")) + 6]
    )
    read = list(texts(picture))
    names = {each.attrib.get("aria-label") for each in picture.iter()}
    shown = [(text, language) for text, language in read if text not in names]

    assert {"en", "ru"} == {language for _, language in shown}
    assert [t for t, language in shown if language == "en" and CYRILLIC.search(t)] == []
    assert [
        t for t, language in shown if language == "ru" and t in {e.title for e in corpus.events}
    ] == []


@pytest.mark.parametrize(
    "address",
    [
        "issues/not-one-inch",
        "claims/scope-beyond-gdr?depth=all",
        "claims/scope-beyond-gdr?box=scope-beyond-gdr",
        "evidence/libya-authorised",
        "sources/baker-gorb-us-memcon",
        "accounts/western",
        "matrix",
    ],
)
def test_words_of_the_page_are_not_read_in_the_language_of_the_corpus(
    client: FlaskClient, corpus: Corpus, address: str
) -> None:
    quoted = {each for item in corpus.evidence for each in (item.text, item.original)}
    russian = sorted(filter(CYRILLIC.search, quoted), key=len, reverse=True)
    quotations = re.compile("|".join(re.escape(" ".join(each.split())) for each in russian))
    read = read_aloud(client.get(f"/ru/{corpus.id}/{address}").text)
    in_english = [quotations.sub("", text) for text, language in read if language == "en"]

    assert in_english
    assert [text for text in in_english if CYRILLIC.search(text)] == []
