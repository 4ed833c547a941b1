"""Make things for a class on the page for it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask.testing import FlaskClient

from argmap import writers
from argmap.errors import TooLarge
from argmap.web import bounded
from argmap.writers.format import Scope
from tests.web.documents import read

SUBJECT = {Scope.CLAIM: "claim=split", Scope.ISSUE: "issue=question"}
CASES = [
    pytest.param(form, scope, id=f"{form.name}-{scope}")
    for form in writers.FORMATS
    for scope in (Scope.CLAIM, Scope.ISSUE)
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
    if scope in form.lengthy:
        posted = [each["action"] for each in page.all("form") if each.get("method") == "post"]
        assert posted == [f"/three/teach/jobs?make={form.name}&{SUBJECT[scope]}"]
        return
    (download,) = [link for link in page.links if f"/data/{form.name}?" in link][:1]
    pictures = [
        attributes["src"] for tag, attributes in page.elements
        if tag == "img" and "/teach/" in attributes["src"]
    ]  # fmt: skip
    assert bool(pictures) == bool(form.sheets)
    for address in (download, *pictures):
        answer = client.get(address)
        assert answer.status_code == 200, address
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


@pytest.mark.parametrize("subject", SUBJECT.values())
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
