"""Read Russian pages of an English corpus aloud: what the corpus says is not read as Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from argmap.core.model import Corpus
from argmap.web import Settings, create_app
from tests.web.conftest import stored
from tests.writers.pages_aloud import read_aloud

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
