"""Russian pages of a corpus that has no Latin letter: any that is left was said in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from argmap.core.model import Corpus
from argmap.web import Settings, create_app
from tests.web.conftest import stored
from tests.writers.cyrillic import in_cyrillic

LATIN = re.compile(r"[A-Za-z]{2,}")
FILE = re.compile(r"\S*\.[a-z.]+")
NAMES = {
    # This program, and what it stands on.
    "argmap", "Graphviz", "Flask", "SQLModel", "SQLAlchemy", "marshmallow", "Typst", "MIT",
    "PT", "Sans", "Serif", "SIL", "Open", "Font", "License", "cookie",
    # Formats, and programs that read them.
    "SVG", "PNG", "PDF", "DOT", "CSV", "JSON", "CSL", "RIS", "BibTeX", "XML", "QTI", "ZIP",
    "Markdown", "LaTeX", "Moodle", "Canvas", "ILIAS", "Blackboard", "Anki", "Zotero", "EndNote",
    "Mendeley", "Letter", "PPTX", "HTML",
    "PowerPoint", "LibreOffice", "Impress", "Google",
    # Styles of citing; what they set is in their own language.
    "Chicago", "APA", "MLA",
    # Keys, and what an address is to say.
    "Ctrl", "Enter", "Esc", "yes", "no",
    # A language to switch to, by its own name.
    "English",
}  # fmt: skip
NOT_SAID = {"script", "style", "code", "kbd", "pre"}
QUOTED = {"citation", "url", "styles"}
SAYING = re.compile(r"aria-label|title|alt|placeholder|data-copy|data-said|data-say-.*")
VOID = {"meta", "link", "input", "img", "br", "hr", "rect", "path", "circle", "polygon", "ellipse"}


class Said(HTMLParser):
    """Collects what a page says: its text, and the attributes that are read aloud or shown."""

    def __init__(self, *, is_cited: bool) -> None:
        super().__init__()
        # A work is described to other sites by a citation, which keeps the language of its style.
        self.is_described = not is_cited
        self.open: list[tuple[str, bool]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        if tag not in VOID:
            is_left_out = tag in NOT_SAID or bool(QUOTED & {*classes})
            self.open.append((tag, is_left_out or (bool(self.open) and self.open[-1][1])))
        if not (self.open and self.open[-1][1]):
            self.text += [value for name, value in given.items() if SAYING.fullmatch(name)]
        if self.is_described and given.get("property") in ("og:title", "og:description"):
            self.text.append(given.get("content", ""))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1][1]):
            self.text.append(data)


@pytest.fixture(scope="module")
def corpus(shipped_corpora: tuple[Corpus, ...]) -> Corpus:
    return in_cyrillic(next(each for each in shipped_corpora if each.id == "russia-nato"))


@pytest.fixture(scope="module")
def client(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder: Path = tmp_path_factory.mktemp("russian")
    return create_app(Settings(), library=stored(folder, corpus)).test_client()


def addresses(corpus: Corpus) -> Iterator[str]:
    home = f"/{corpus.id}"
    yield from ("/", "/method", "/about", "/search", "/search?q=абв", "/nothing/here/at/all")
    yield from (f"{home}/", f"{home}/compare", f"{home}/timeline", f"{home}/matrix")
    yield f"{home}/compare?verdict=agreed&kind=treaty&from=1990&to=2000"
    yield from (f"{home}/sources/", f"{home}/sources/?sort=title&kind=speech", f"{home}/search")
    yield from (f"{home}/search?q=ж&kind=claim", f"{home}/suggestions?q=аб", f"{home}/teach")
    yield from (f"{home}/accounts/{each.id}" for each in corpus.narratives)
    for issue in corpus.issues[:4]:
        yield f"{home}/issues/{issue.id}"
        yield f"{home}/compare?issue={issue.id}"
        yield f"{home}/compare?issue={issue.id}&view=diagram"
        yield f"{home}/teach?issue={issue.id}"
    for claim in corpus.claims[:6]:
        yield f"{home}/claims/{claim.id}?depth=all"
        yield f"{home}/claims/{claim.id}?box={claim.id}"
        yield f"{home}/teach?make=text&claim={claim.id}"
    for argument in corpus.arguments[:4]:
        target = next((c.id for c in corpus.claims if c.id == argument.target), "")
        if target:
            yield f"{home}/claims/{target}?box={argument.id}/{argument.premises[0]}"
    yield from (f"{home}/evidence/{each.id}" for each in corpus.evidence[::25])
    yield from (f"{home}/sources/{each.id}" for each in corpus.sources[::25])


def test_no_page_says_a_word_in_english(client: FlaskClient, corpus: Corpus) -> None:
    left: dict[str, list[str]] = {}
    for address in addresses(corpus):
        answer = client.get(f"/ru{address}")
        said = Said(is_cited="/sources/" in address)
        said.feed(answer.text)
        for text in said.text:
            if {*LATIN.findall(FILE.sub("", text))} - NAMES:
                left.setdefault(" ".join(text.split()), []).append(address)

    assert [f"{where[0]}: {text}" for text, where in left.items()] == []


@pytest.mark.parametrize("make", ["text", "markdown"])
def test_outline_is_in_russian_on_a_russian_page(
    client: FlaskClient, corpus: Corpus, make: str
) -> None:
    asked = f"/{corpus.id}/data/{make}?claim={corpus.claims[0].id}"

    russian = client.get(f"/ru{asked}").text
    english = client.get(f"/ru{asked}&language=en").text

    assert not {*LATIN.findall(re.sub(r"https?://\S+", "", russian))} - NAMES
    assert client.get(f"/en{asked}&language=ru").text == russian
    assert "Because:" in english or "supports" in english


def test_form_for_a_class_offers_the_language_of_the_page(client: FlaskClient) -> None:
    asked = "/russia-nato/teach?issue=not-one-inch&make=text"

    assert '<option value="ru" selected>' in client.get(f"/ru{asked}").text
    assert '<option value="en" selected>' in client.get(f"/en{asked}").text
    assert '<option value="en" selected>' in client.get(f"/ru{asked}&language=en").text
    assert "language=en" in client.get(f"/ru{asked}&language=en").text
