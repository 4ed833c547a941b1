"""Search: words found are marked, every hit leads to its page, and every choice to a search."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.storage.search import KINDS
from argmap.web.views.search import HITS_A_PAGE, MOST_SUGGESTIONS
from tests import builders as b
from tests.web.documents import Document, read


def _hits(page: Document) -> list[str]:
    return [entry["href"] for entry in page.all("a") if entry.get("class") == "said"]


def test_words_found_are_marked_and_lead_somewhere(client: FlaskClient) -> None:
    page = client.get("/russia-nato/search?q=Baker+inch").text
    hits = _hits(read(page))

    assert "<mark>Baker</mark>" in page
    assert hits
    assert {client.get(hit).status_code for hit in hits} == {200}


def test_search_is_narrowed_to_a_kind_and_an_issue(client: FlaskClient) -> None:
    one = read(client.get("/russia-nato/search?q=NATO&kind=claim").text)
    both = read(client.get("/russia-nato/search?q=NATO&kind=claim&issue=not-one-inch").text)

    assert all("/claims/" in hit for hit in _hits(one))
    assert 0 < len(_hits(both)) < len(_hits(one))


def test_choices_combine_and_are_taken_back_by_their_own_link(client: FlaskClient) -> None:
    page = read(client.get("/russia-nato/search?q=NATO&kind=claim&issue=not-one-inch").text)
    search = [link for link in page.links if link.startswith("/russia-nato/search?")]
    chosen = [each["href"] for each in page.all("a") if each.get("aria-current") == "true"]
    on = [each for each in chosen if each in search]

    assert "/russia-nato/search?q=NATO&kind=quotation&issue=not-one-inch" in search
    assert on == [
        "/russia-nato/search?q=NATO&issue=not-one-inch",
        "/russia-nato/search?q=NATO&kind=claim",
    ]
    assert {client.get(link).status_code for link in search} == {200}


def test_counts_are_those_of_the_search_they_lead_to(client: FlaskClient) -> None:
    page = client.get("/russia-nato/search?q=NATO").text
    quoted = page.split('<span dir="auto">quotations</span> <small>')[1].split("<")[0]
    narrowed = read(client.get("/russia-nato/search?q=NATO&kind=quotation").text).text

    assert f"{quoted} found." in narrowed


def test_form_keeps_what_the_search_is_narrowed_to(client: FlaskClient) -> None:
    page = read(client.get("/russia-nato/search?q=NATO&kind=claim&issue=not-one-inch").text)
    hidden = {e["name"]: e["value"] for e in page.all("input") if e.get("type") == "hidden"}

    assert hidden == {"kind": "claim", "issue": "not-one-inch"}


def test_hits_beyond_a_page_are_on_the_next(client: FlaskClient) -> None:
    first = _hits(read(client.get("/russia-nato/search?q=NATO").text))
    second = _hits(read(client.get("/russia-nato/search?q=NATO&page=2").text))

    assert len(first) == HITS_A_PAGE
    assert second
    assert not set(first) & set(second)


@pytest.mark.parametrize(
    "asked", ["q=NATO&page=0", "q=NATO&page=99", "q=NATO&kind=clam", "q=NATO&issue=none", "page=2"]
)
def test_what_cannot_be_shown_is_refused_with_a_sentence(client: FlaskClient, asked: str) -> None:
    assert client.get(f"/russia-nato/search?{asked}").status_code == 400


def test_nothing_found_says_what_to_try(client: FlaskClient) -> None:
    assert "Try fewer words" in client.get("/three/search?q=zzzz").text


def test_mistyped_words_are_offered_as_they_may_be_meant(client: FlaskClient) -> None:
    page = read(client.get("/russia-nato/search?q=Gorbachov+inhc&kind=event").text)

    assert "Did you mean gorbachev inch?" in " ".join(page.text.split())
    assert "/russia-nato/search?q=gorbachev+inch" in page.links


def test_words_found_apart_are_called_so(client: FlaskClient) -> None:
    text = client.get("/russia-nato/search?q=Baker+unicorn").text

    assert "Nothing has all these words." in text
    assert "with some of them" in text


def test_hostile_search_is_repeated_as_text(client: FlaskClient) -> None:
    for path in ("/three/search", "/search", "/hostile/suggestions"):
        page = client.get(path, query_string={"q": '"><script>alert(1)</script>'}).text

        assert "<script>alert" not in page
    assert (
        '"><script>alert(1)</script>'
        in read(
            client.get("/three/search", query_string={"q": '"><script>alert(1)</script>'}).text
        ).text
    )


@pytest.mark.parametrize(
    "asked",
    ['"', "NEAR(a b)", "a* OR b:c", "^x -y", "'; DROP TABLE claim --", "%", "½", "a" * 1500],
)
def test_operators_and_odd_characters_are_plain_text(client: FlaskClient, asked: str) -> None:
    for path in ("/three/search", "/search", "/three/suggestions"):
        assert client.get(path, query_string={"q": asked}).status_code == 200


def test_every_kind_of_hit_has_a_page(site: Callable[..., Flask]) -> None:
    client = site(
        b.corpus(
            events=[b.event("meeting"), b.event("talk", issue="question")],
            evidence=[b.quotation("words"), b.fact("number")],
            claims=[b.claim("c")],
            stances=[b.stance("left", "c", "asserts", "A sentence of ours")],
        )
    ).test_client()
    words = ("Issue", "Claim", "Words", "Fact", "Source", "Event", "account sentence")
    for kind, asked in zip(KINDS, words, strict=True):
        hits = _hits(read(client.get(f"/small/search?q={asked}&kind={kind}").text))

        assert hits, kind
        assert {client.get(hit).status_code for hit in hits} == {200}


def test_account_that_is_found_leads_to_its_page(client: FlaskClient) -> None:
    page = read(client.get("/three/search?q=left&kind=sentence").text)

    assert "/three/accounts/left" in page.links


def test_hit_says_whose_words_it_is(client: FlaskClient) -> None:
    page = read(client.get("/russia-nato/search?q=one+inch+jurisdiction&kind=quotation").text)

    assert "James Baker, 9 February 1990" in page.text
    assert "Memorandum of conversation" in page.text


def test_claim_found_says_where_the_accounts_stand(client: FlaskClient) -> None:
    assert "disputed" in read(client.get("/three/search?q=split&kind=claim").text).text


def test_sentence_of_an_account_is_given_with_its_speaker(client: FlaskClient) -> None:
    page = read(client.get("/three/search?q=terms&kind=sentence").text)

    assert "Left account" in page.text
    assert "/three/claims/split" in page.links


def test_source_found_by_its_note_shows_that_place(client: FlaskClient) -> None:
    page = client.get("/russia-nato/search?q=file+mark+illegible&kind=source").text

    assert _hits(read(page))
    assert "<mark>illegible</mark>" in page


def test_all_corpora_are_searched_from_outside_of_them(client: FlaskClient) -> None:
    hits = _hits(read(client.get("/search?q=point").text))

    assert "/lone/claims/point" in hits
    assert "/tongues/claims/point" in hits
    assert 'action="/search"' in client.get("/").text


def test_suggestions_are_few_whole_links_in_a_list(client: FlaskClient) -> None:
    part = read(client.get("/russia-nato/suggestions?q=nat").text)
    options = [each for each in part.all("li") if each["role"] == "option"]

    assert len(options) == MOST_SUGGESTIONS
    assert len({each["id"] for each in options}) == MOST_SUGGESTIONS
    assert {client.get(each["data-address"]).status_code for each in options} == {200}
    assert part.unbalanced == []
    assert [each["role"] for each in part.all("ul")] == ["listbox"]


def test_suggestions_are_not_all_of_one_kind(client: FlaskClient) -> None:
    part = read(client.get("/russia-nato/suggestions?q=nato").text)
    kinds = {each["data-address"].split("/")[2] for each in part.all("li")}

    assert len(kinds) > 1


def test_outside_of_a_corpus_all_are_suggested_from(client: FlaskClient) -> None:
    part = read(client.get("/suggestions?q=nat").text)
    addresses = [each["data-address"] for each in part.all("li")]

    assert addresses
    assert all(client.get(each).status_code == 200 for each in addresses)


def test_nothing_to_suggest_is_no_list(client: FlaskClient) -> None:
    for asked in ("", "zzzz", "!"):
        part = read(client.get("/three/suggestions", query_string={"q": asked}).text)

        assert part.all("ul") == []
        assert "0 suggestions" in part.all("p")[0]["data-said"]
