"""Make things for a class on the page for it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from argmap import writers
from argmap.errors import TooLarge
from argmap.library import export
from argmap.web import bounded
from argmap.web import made as web_made
from argmap.web.proof import MOST_OF_A_KIND, MOST_ROWS
from argmap.writers import quiz_seen
from argmap.writers.format import Scope
from tests import builders as build
from tests.web.corpora import HOSTILE, THREE
from tests.web.documents import Document, read

SUBJECT = {
    Scope.CLAIM: "claim=split",
    Scope.ISSUE: "issue=question",
    Scope.CORPUS: "whole=yes",
}
CASES = [
    pytest.param(form, scope, id=f"{form.name}-{scope}")
    for form in writers.FORMATS
    for scope in Scope
    if scope in form.scopes
]


@pytest.mark.parametrize(("form", "scope"), CASES)
def test_everything_can_be_made_seen_and_downloaded(
    client: FlaskClient, form: writers.Format, scope: Scope
) -> None:
    response = client.get(f"/three/teach?make={form.name}&{SUBJECT[scope]}")
    page = read(response.text)

    assert response.status_code == 200
    assert form.purpose in page.text
    assert all(f'name="{option.name}"' in response.text for option in form.options
               if not option.scopes or scope in option.scopes)  # fmt: skip
    pictures = [
        attributes["src"] for tag, attributes in page.elements
        if tag == "img" and "/teach/" in attributes["src"]
    ]  # fmt: skip
    assert bool(pictures) == bool(form.sheets)
    for address in pictures:
        assert client.get(address).data.startswith(b"\x89PNG"), address
    if scope in form.lengthy:
        posted = [each["action"] for each in page.all("form") if each.get("method") == "post"]
        about = "" if scope is Scope.CORPUS else f"&{SUBJECT[scope]}"
        assert posted == [f"/three/teach/jobs?make={form.name}{about}"]
        return
    (download,) = [link for link in page.links if f"/data/{form.name}" in link][:1]
    answer = client.get(download)
    assert answer.status_code == 200
    assert answer.data


@pytest.mark.parametrize(("form", "scope"), CASES)
def test_every_choice_of_every_option_gives_a_page(
    client: FlaskClient, form: writers.Format, scope: Scope
) -> None:
    for option in form.options:
        if option.scopes and scope not in option.scopes:
            continue
        for value in option.may_be.replace("-", "|").split("|"):
            address = f"/three/teach?make={form.name}&{SUBJECT[scope]}&{option.name}={value}"

            assert client.get(address).status_code == 200, address


def test_page_without_a_subject_lists_issues_and_claims(client: FlaskClient) -> None:
    links = read(client.get("/three/teach?make=png").text).links

    assert "/three/teach?make=png&issue=question" in links
    assert "/three/teach?make=png&claim=split" in links


def test_issues_are_listed_by_the_names_they_have_elsewhere_too(client: FlaskClient) -> None:
    text = client.get("/russia-nato/teach").text

    assert ">Not one inch</span>" in text
    assert ">Was Moscow assured in 1990" in text


def test_file_can_be_taken_before_the_options_are_read(client: FlaskClient) -> None:
    text = client.get("/russia-nato/teach?make=blanked-map&issue=not-one-inch").text

    assert text.index('class="download"') < text.index('id="option-paper"')


def test_claim_and_issue_lead_here_with_the_subject_chosen(client: FlaskClient) -> None:
    for kind, id in (("claims", "split"), ("issues", "question")):
        links = read(client.get(f"/three/{kind}/{id}").text).links

        assert f"/three/teach?{kind[:-1]}={id}" in links


def test_chosen_values_are_kept_where_the_next_thing_has_them(client: FlaskClient) -> None:
    links = read(client.get("/three/teach?make=png&claim=split&palette=grey&dpi=96").text).links

    assert "/three/teach?make=svg&claim=split&palette=grey" in links
    assert "/three/teach?make=text&claim=split" in links


def test_file_says_what_is_inside(client: FlaskClient) -> None:
    page = client.get("/three/teach?make=svg&claim=split&palette=grey").text

    assert "three-split-map-grey.svg" in page


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("make=svg&claim=split&taste=sweet", "no option"),
        ("make=svg&claim=split&palette=pink", "one of: colour"),
        ("make=nothing&claim=split", "Known"),
        ("make=claim-folder&claim=split", "Known"),
        ("claim=nowhere", "nowhere"),
        ("claim=split&issue=question", "not both"),
        ("whole=maybe", "write yes"),
        ("whole=yes&make=handout", "Known"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    client: FlaskClient, query: str, says: str
) -> None:
    response = client.get(f"/three/teach?{query}")

    assert response.status_code == 400
    assert says in response.text


def test_what_does_not_go_together_leaves_the_form_to_mend_it(client: FlaskClient) -> None:
    response = client.get("/three/teach?make=png&claim=split&dpi=96&width=800")

    assert response.status_code == 200
    assert "not both" in response.text
    assert 'name="width"' in response.text


@pytest.mark.parametrize("number", ["0", "99"])
def test_page_that_is_not_there_is_refused(client: FlaskClient, number: str) -> None:
    response = client.get(f"/three/teach/{number}.png?make=pdf&claim=split")

    assert response.status_code == 400
    assert "pages 1 to" in response.text


def test_work_that_takes_too_long_is_given_up_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go = threading.Event()
    monkeypatch.setattr(bounded, "MOST_S", 0.01)

    try:
        with pytest.raises(TooLarge, match="argmap export"):
            bounded.in_time(lambda: go.wait(60))
    finally:
        go.set()


def test_work_that_nobody_waits_for_any_more_is_never_begun(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    makers, go, begun = ThreadPoolExecutor(1), threading.Event(), []
    monkeypatch.setattr(bounded, "MOST_S", 0.01)
    monkeypatch.setattr(bounded, "_makers", lambda: makers)
    busy = makers.submit(go.wait, 30)

    with pytest.raises(TooLarge):
        bounded.in_time(lambda: begun.append(1))
    go.set()
    busy.result()
    makers.shutdown()

    assert begun == []


@pytest.mark.parametrize("subject", ["claim=split", "issue=question"])
def test_handout_is_what_a_class_is_offered_first(client: FlaskClient, subject: str) -> None:
    page = client.get(f"/three/teach?{subject}").text

    assert '<h2 id="making">Handout (PDF)</h2>' in page
    assert page.index("To hand out") < page.index("Diagrams")


def test_sheet_and_its_key_are_one_step_away_from_each_other(client: FlaskClient) -> None:
    page = "/three/teach?make=three-columns&issue=question&seed=7"
    key = "/three/data/three-columns?issue=question&seed=7&key=yes"

    assert key in read(client.get(page).text).links
    assert client.get(key).data.startswith(b"%PDF")
    assert "Download the key" not in client.get(f"{page}&key=yes").text
    assert "Download the key" not in client.get("/three/teach?make=handout&issue=question").text


def test_corpus_page_has_a_door_to_what_is_made_for_a_class(client: FlaskClient) -> None:
    doors = client.get("/three/").text.partition('class="doors"')[2].partition("</nav>")[0]

    assert "/three/teach" in read(doors).links


def proof(client: FlaskClient, query: str) -> Document:
    """Read the part of the page that shows what comes out."""
    return read(client.get(f"/three/teach?{query}").text.partition('aria-labelledby="proof"')[2])


def words(page: Document) -> str:
    return " ".join(page.text.split())


@pytest.mark.parametrize("make", ["moodle", "qti"])
def test_quiz_is_seen_as_questions_with_the_right_answer_marked(
    client: FlaskClient, make: str
) -> None:
    text = words(proof(client, f"make={make}&claim=split"))

    assert "Where do the accounts stand on this claim?" in text
    assert "✓They dispute it. right answer" in text
    assert text.count("right answer") == 2
    assert "Told afterwards: Disputed" in text
    assert "<?xml" not in text


def test_cards_are_seen_with_front_and_back(client: FlaskClient) -> None:
    text = words(proof(client, "make=anki&claim=split"))

    assert "Front side Where do the accounts stand?" in text
    assert "Back side Disputed" in text


def test_comparison_is_seen_as_a_table_with_its_beginning(client: FlaskClient) -> None:
    page = proof(client, "make=csv&whole=yes")
    [region] = [each for tag, each in page.elements if each.get("role") == "region"]

    assert region["aria-label"] == "The table"
    assert len(page.all("tr")) == 1 + min(MOST_ROWS, len(THREE.claims))


def test_lesson_and_site_are_told_of_before_they_are_made(client: FlaskClient) -> None:
    assert "question-handout.pdf Handout (PDF)" in words(
        proof(client, "make=lesson&issue=question")
    )
    assert f"{len(THREE.claims)} claims" in words(proof(client, "make=site&whole=yes"))


def test_no_more_than_the_first_of_each_kind_is_shown_and_the_others_are_counted(
    client: FlaskClient,
) -> None:
    page = client.get("/russia-nato/teach?make=moodle&issue=not-one-inch").text
    content = client.get("/russia-nato/data/moodle?issue=not-one-inch").data
    asked = quiz_seen.moodle(content).questions
    kinds = [str(each.prompt) for each in asked]
    shown = {str(each.prompt): 1 if each.pairs else MOST_OF_A_KIND for each in asked}
    left = {kind: kinds.count(kind) - shown[kind] for kind in kinds}

    assert f"{len(kinds)} questions are in the file" in page
    assert min(left.values()) > 0
    assert [more for more in left.values() if f"and {more} more of this kind." not in page] == []


@pytest.mark.parametrize("make", ["png", "moodle", "csv", "markdown"])
def test_what_is_looked_at_is_not_made_again_to_be_downloaded(
    site, monkeypatch: pytest.MonkeyPatch, make: str
) -> None:
    client, made = site().test_client(), []
    monkeypatch.setattr(
        web_made, "export", lambda name, order: made.append(name) or export(name, order)
    )
    page = client.get(f"/three/teach?make={make}&claim=split&narratives=left,right")
    links = [link for link in read(page.text).links if "/data/" in link]
    for link in links:
        assert client.get(link).status_code == 200

    assert links
    assert made == [make]


@pytest.mark.parametrize("make", ["moodle", "anki"])
def test_texts_of_a_file_are_seen_in_their_languages(client: FlaskClient, make: str) -> None:
    asked, about = "Каковы позиции", f"three/teach?make={make}&issue=question"
    claim = THREE.claims[0].text
    english = client.get(f"/en/{about}&language=ru").text
    russian = client.get(f"/ru/{about}").text

    assert f'<span lang="ru">{asked}' in english
    assert f'<span lang="en">{claim}' in russian
    assert f'lang="en">{claim}' not in english
    assert f'lang="ru">{asked}' not in russian
    assert asked in russian


def test_table_is_seen_in_the_languages_of_its_columns(site) -> None:
    told = replace(build.corpus(claims=[build.claim("c", text="Сказано.")]), language="ru")
    client = site(told).test_client()
    english = client.get("/en/small/teach?make=csv&issue=question").text
    russian = client.get("/ru/small/teach?make=csv&issue=question").text

    assert '<td dir="auto"><span lang="ru">Сказано.</span></td>' in english
    assert '<th scope="col">verdict</th>' in english
    assert '<td dir="auto">Сказано.</td>' in russian
    assert '<th scope="col"><span lang="en">verdict</span></th>' in russian


@pytest.mark.parametrize("make", ["moodle", "anki", "csv", "json"])
def test_hostile_texts_are_seen_as_they_are(client: FlaskClient, make: str) -> None:
    page = client.get(f"/{HOSTILE.id}/teach?make={make}&issue={HOSTILE.issues[0].id}")

    assert page.status_code == 200
    assert "<script>alert" not in page.text


def test_account_choice_is_not_offered_where_a_file_has_all_accounts(client: FlaskClient) -> None:
    assert "narratives" in client.get("/three/teach?make=csv&issue=question").text
    assert 'name="narratives"' not in client.get("/three/teach?make=offline&issue=question").text
    links = read(
        client.get("/three/teach?make=csv&issue=question&narratives=left,right").text
    ).links

    assert "/three/teach?make=offline&issue=question" in links


def test_list_that_would_be_empty_is_said_to_be(site) -> None:
    page = site(build.corpus()).test_client().get("/small/teach?make=bibtex&issue=question")

    assert "The file would be empty" in page.text


@pytest.mark.parametrize("make", ["moodle", "qti", "anki"])
def test_quiz_with_nothing_to_ask_is_not_offered(site, make: str) -> None:
    page = site(build.corpus()).test_client().get(f"/small/teach?make={make}&issue=question")

    assert "choose another issue or claim" in page.text
    assert "Download" not in read(page.text).text


def test_same_thing_can_be_made_about_something_else(client: FlaskClient) -> None:
    links = read(client.get("/three/teach?make=csv&issue=question").text).links
    others = read(client.get("/three/teach?make=csv").text).links

    assert "/three/teach?make=csv" in links
    assert "/three/teach?make=csv&claim=split" in others


def test_addresses_leave_out_the_language_of_the_page(client: FlaskClient) -> None:
    of_page = read(client.get("/ru/three/teach?make=moodle&issue=question").text).links
    of_file = read(client.get("/en/three/teach?make=moodle&issue=question&language=ru").text).links

    assert [each for each in of_page if "three" in each and "language=" in each] == []
    assert "/en/three/data/moodle?issue=question&language=ru" in of_file
