"""Search: words found are marked, and every hit leads to its page."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.web.documents import read


def test_words_found_are_marked_and_lead_somewhere(client: FlaskClient) -> None:
    page = client.get("/russia-nato/search?q=Baker+inch").text
    hits = [link for link in read(page).links if "/evidence/" in link or "/claims/" in link]

    assert "<mark>Baker</mark>" in page
    assert hits
    assert {client.get(hit).status_code for hit in hits} == {200}


def test_search_is_narrowed_to_a_kind(client: FlaskClient) -> None:
    links = read(client.get("/russia-nato/search?q=NATO&kind=claim").text).links

    assert [link for link in links if "/claims/" in link]
    assert not [link for link in links if "/evidence/" in link]


def test_many_hits_say_that_there_are_more(client: FlaskClient) -> None:
    assert "More than 50 found" in client.get("/russia-nato/search?q=NATO").text


def test_nothing_found_says_what_to_try(client: FlaskClient) -> None:
    assert "Try fewer words" in client.get("/three/search?q=zzzz").text


def test_hostile_search_is_repeated_as_text(client: FlaskClient) -> None:
    page = client.get("/three/search", query_string={"q": '"><script>alert(1)</script>'}).text

    assert "<script>alert" not in page
    assert '"><script>alert(1)</script>' in read(page).text


def test_every_kind_of_hit_has_a_page(client: FlaskClient) -> None:
    for kind, words in (
        ("claim", "Claim"),
        ("evidence", "Fact"),
        ("source", "Source"),
        ("issue", "Issue"),
        ("narrative", "account"),
    ):
        page = read(client.get(f"/three/search?q={words}&kind={kind}").text)
        hits = [entry for entry in page.all("a") if entry.get("class") == "said"]

        assert hits, kind
        assert {client.get(hit["href"]).status_code for hit in hits} == {200}


def test_account_that_is_found_leads_to_its_page(client: FlaskClient) -> None:
    page = read(client.get("/three/search?q=left&kind=narrative").text)

    assert "/three/accounts/left" in page.links


def test_hit_says_whose_words_it_is(client: FlaskClient) -> None:
    page = read(client.get("/russia-nato/search?q=one+inch+jurisdiction&kind=evidence").text)

    assert "James Baker, 9 February 1990" in page.text
    assert "Memorandum of conversation" in page.text


def test_source_found_by_its_note_is_named(client: FlaskClient) -> None:
    page = read(client.get("/russia-nato/search?q=file+mark+illegible&kind=source").text)
    hits = [entry["href"] for entry in page.all("a") if entry.get("class") == "said"]

    assert hits
    assert read(client.get(hits[0]).text).text.split(" · ")[0].strip() in page.text
