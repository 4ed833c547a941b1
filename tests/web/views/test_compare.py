"""Side by side: mirrored by swapping, filtered by the legend, counted."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import builders as b
from tests.web.documents import read

_ROW = re.compile(r'<tr id="claim-([a-z0-9-]+)">(.*?)</tr>', re.DOTALL)
_CELL = re.compile(r'<td class="held.*?</td>', re.DOTALL)
_STAND = re.compile(r'<td class="stand">.*?</span></span>', re.DOTALL)


def rows(html: str) -> dict[str, tuple[list[str], str]]:
    """Take a page's table apart: claim -> (cells of the accounts, the mark)."""
    return {
        id: (_CELL.findall(row), _STAND.search(row)[0])  # type: ignore[index]
        for id, row in _ROW.findall(html)
    }


def test_swapping_mirrors_the_table_exactly(client: FlaskClient) -> None:
    there = client.get("/russia-nato/compare?narratives=russian,western")
    swap = next(link for link in read(there.text).links if "western,russian" in link)
    back = rows(client.get(swap).text)

    assert {id: (cells[::-1], mark) for id, (cells, mark) in back.items()} == rows(there.text)


def test_time_can_be_chosen_where_claims_have_one(client: FlaskClient) -> None:
    assert 'name="from"' in client.get("/three/compare").text
    assert 'name="from"' not in client.get("/end-of-the-dinosaurs/compare").text


@pytest.mark.parametrize("address", ["/three/compare", "/three/issues/question"])
def test_claim_in_full_is_folded_below_its_headline(client: FlaskClient, address: str) -> None:
    table = client.get(address).text

    assert table.count("<summary>In full</summary>") == 1
    assert "Claim split, with all that belongs to it." in table


def test_choosing_two_of_three_ignores_the_third(client: FlaskClient) -> None:
    page = client.get("/three/compare?narratives=left,right").text
    marks = {id: re.search("is-([a-z_]+)", mark)[1] for id, (_, mark) in rows(page).items()}  # type: ignore[index]

    assert "Third account</th>" not in page
    assert marks == {"both": "agreed", "split": "disputed", "alone": "silent"}


@pytest.mark.parametrize(
    ("filter", "shown"),
    [
        ("", ["both", "split", "alone"]),
        ("verdict=disputed", ["split"]),
        ("verdict=disputed,one_sided", ["both", "split", "alone"]),
        ("verdict=partly", []),
        ("issue=other", ["alone"]),
        ("from=1991", ["split"]),
        ("to=1990", ["both"]),
        ("from=1990-06&to=1990-07", ["both"]),
        ("issue=other&from=1990", []),
    ],
)
def test_filters_choose_the_claims(client: FlaskClient, filter: str, shown: list[str]) -> None:
    assert list(rows(client.get(f"/three/compare?{filter}").text)) == shown


def test_legend_counts_what_its_filter_shows(client: FlaskClient) -> None:
    page = client.get("/russia-nato/compare").text
    chips = re.findall(
        r'<a class="chip[^"]*" href="([^"]+)" data-key="(\w+)-.*?<b>(\d+)</b>', page, re.S
    )
    legend = [(link, count) for link, name, count in chips if name == "verdict"]

    assert len(legend) == 5
    for link, count in legend:
        assert len(rows(client.get(link.replace("&amp;", "&")).text)) == int(count)


@given(
    st.lists(st.sampled_from(["agreed", "partly", "disputed", "one_sided", "silent"]), unique=True)
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
def test_any_filters_together_show_the_sum_of_each(
    client: FlaskClient, verdicts: list[str]
) -> None:
    shown = set(rows(client.get(f"/russia-nato/compare?verdict={','.join(verdicts)}").text))
    each = [set(rows(client.get(f"/russia-nato/compare?verdict={one}").text)) for one in verdicts]

    assert shown == (
        set().union(*each) if verdicts else set(rows(client.get("/russia-nato/compare").text))
    )


def test_summary_is_one_sentence_to_read_aloud(client: FlaskClient) -> None:
    page = client.get("/three/compare?narratives=left,right").text

    assert (
        "Both accounts address 2 of 3 points. They agree on 1, agree in part on none and dispute 1."
        in page
    )


def test_document_used_for_opposite_ends_is_shown_once(client: FlaskClient) -> None:
    page = client.get("/three/compare").text
    part = page[page.index('id="opposite"') : page.index('id="cite"')]

    assert part.count("<blockquote") == 1
    assert "Words of words" in part


def test_long_comparison_is_cut_into_pages(site: Callable[..., Flask]) -> None:
    claims = [b.claim(f"c-{number}") for number in range(450)]
    client = site(b.corpus("long", claims=claims)).test_client()
    stretches = [list(rows(client.get(f"/long/compare?page={n}").text)) for n in (1, 2, 3)]

    assert [len(each) for each in stretches] == [200, 200, 50]
    assert [id for each in stretches for id in each] == [claim.id for claim in claims]
    assert client.get("/long/compare?page=4").status_code == 400


def test_corpus_of_one_account_has_a_page_too(client: FlaskClient) -> None:
    assert client.get("/lone/compare").status_code == 200


def test_documents_of_one_speaker_and_day_are_told_apart(client: FlaskClient) -> None:
    page = read(client.get("/russia-nato/compare?issue=not-one-inch").text).text

    assert "James Baker, 9 February 1990: “If we maintain a presence …”" in page


@pytest.mark.parametrize(
    ("filter", "shown"),
    [
        ("evidence=quotation", ["split"]),
        ("evidence=fact", []),
        ("kind=other", ["split"]),
        ("kind=treaty", []),
        ("evidence=quotation&kind=other&verdict=disputed", ["split"]),
        ("issue=question,other", ["both", "split", "alone"]),
        ("issue=other,question&from=1991", ["split"]),
    ],
)
def test_kinds_of_evidence_choose_the_claims(
    client: FlaskClient, filter: str, shown: list[str]
) -> None:
    assert list(rows(client.get(f"/three/compare?{filter}").text)) == shown


def test_every_choice_counts_what_it_shows(client: FlaskClient) -> None:
    page = client.get("/russia-nato/compare?verdict=disputed,partly&evidence=quotation").text
    chips = re.findall(
        r'<a class="chip[^"]*" href="([^"]+)" data-key="(\w+)-\d+">.*?<b>(\d+)</b>', page, re.S
    )
    facets = {name for _, name, _ in chips}
    few = [chips[index] for index in range(0, len(chips), 5)]

    assert facets == {"verdict", "issue", "decade", "evidence", "kind"}
    for link, name, count in few:
        if name in ("issue", "decade", "kind"):
            alone = rows(client.get(link.replace("&amp;", "&")).text)
            assert len(alone) == int(count), link


@pytest.mark.parametrize(
    "bad", ["issue=nothing", "evidence=rumour", "kind=gossip", "view=film", "narratives=left"]
)
def test_choice_that_is_none_is_answered_with_a_sentence(client: FlaskClient, bad: str) -> None:
    response = client.get(f"/three/compare?{bad}")

    assert response.status_code == 400
    assert "write one of" in response.text or "choose" in response.text or "no " in response.text


def test_sentence_says_what_the_filters_leave(client: FlaskClient) -> None:
    page = client.get("/three/compare?narratives=left,right&from=1991&verdict=disputed").text

    assert (
        "1 of 3 points fits what is chosen. Both accounts address 1 of 1 point. They agree on "
        "none, agree in part on none and dispute 1. Shown: 1 point, disputed." in page
    )


def test_sentence_for_nothing_invents_no_agreement(client: FlaskClient) -> None:
    page = client.get("/three/compare?issue=other&from=1990").text

    assert "None of the 3 points fits what is chosen." in page


def test_diagram_is_drawn_of_one_issue(client: FlaskClient) -> None:
    page = client.get("/three/compare?issue=question&view=diagram&narratives=third,left").text

    assert "argmap-picture" in page
    assert "The same in words" in page


@pytest.mark.parametrize(
    "chosen",
    ["", "&verdict=disputed", "&verdict=agreed,partly", "&from=1990&to=1990", "&kind=treaty"],
)
def test_filters_leave_the_same_points_in_diagram_words_and_table(
    client: FlaskClient, chosen: str
) -> None:
    address = f"/russia-nato/compare?issue=not-one-inch{chosen}"
    table = rows(client.get(address).text)
    page = client.get(f"{address}&view=diagram").text
    drawn = re.findall(r'<a href="/russia-nato/claims/([a-z0-9-]+)" id=', page)
    words = page[page.index('<details class="words">') : page.index('id="replies"')]
    said = re.findall(r'<a class="said" href="/russia-nato/claims/([a-z0-9-]+)"', words)

    assert set(drawn) == set(table)
    assert len(drawn) == len(table)
    assert set(said) == set(table)


def test_diagram_of_nothing_says_so(client: FlaskClient) -> None:
    page = client.get("/russia-nato/compare?issue=bosnia&verdict=disputed&view=diagram").text

    assert "argmap-picture" not in page
    assert "No point fits what is chosen." in page


def test_diagram_of_a_whole_corpus_offers_the_issues(client: FlaskClient) -> None:
    page = client.get("/three/compare?view=diagram").text
    offered = [link for link in read(page).links if "view=diagram" in link and "issue=" in link]

    assert "argmap-picture" not in page
    assert {re.search(r"issue=(\w+)", link)[1] for link in offered} == {"question", "other"}  # type: ignore[index]


def test_strongest_point_without_a_reply_is_named_for_each_account(client: FlaskClient) -> None:
    text = " ".join(read(client.get("/three/compare?narratives=left,right").text).text.split())

    assert "No reply of the Left account to this was found in the sources loaded." in text
    assert "That says how much was found behind it, and not how good it is." in text


def test_swapping_mirrors_every_part_of_the_page(client: FlaskClient) -> None:
    there = client.get("/russia-nato/compare?issue=founding-act&narratives=russian,western").text
    back = client.get("/russia-nato/compare?issue=founding-act&narratives=western,russian").text
    article = re.compile(r'<article class="ledger.*?</article>', re.DOTALL)
    label = re.compile(r"<label><input type=\"checkbox\".*?</label>", re.DOTALL)
    head = re.compile(r'<th scope="col">(?!Point|Where).*?</th>', re.DOTALL)

    for part in (article, label, head):
        assert len(part.findall(there)) == 2
        assert part.findall(there) == part.findall(back)[::-1]
    opposite = re.compile(r'id="opposite".*?</section>', re.DOTALL)
    assert opposite.search(there)[0] == opposite.search(back)[0]  # type: ignore[index]
    mark = re.compile(r'data-key="verdict-\d".*?<b>\d+</b>', re.DOTALL)
    assert mark.findall(there) == mark.findall(back)


def test_three_accounts_are_compared_and_turned_round(client: FlaskClient) -> None:
    page = client.get("/three/compare?narratives=third,left,right").text

    assert "narratives=right,left,third" in page.replace("%2C", ",")
    assert {len(cells) for cells, _ in rows(page).values()} == {3}


def test_long_comparison_is_folded_by_issue_and_the_chosen_are_open(client: FlaskClient) -> None:
    page = client.get("/russia-nato/compare?open=founding-act").text
    blocks = re.findall(r'<details class="block" id="issue-([\w-]+)"[^>]*?( open)?>', page)

    assert len(blocks) == 25
    assert [id for id, is_open in blocks if is_open] == ["founding-act"]
    assert len(rows(page)) == 118


def test_few_claims_are_open_at_once(client: FlaskClient) -> None:
    page = client.get("/russia-nato/compare?verdict=agreed").text

    assert page.count('<details class="block"') == len(re.findall(r"data-opens=\S+ open>", page))


def test_whole_corpus_weighs_little_on_the_wire(client: FlaskClient) -> None:
    assert len(gzip.compress(client.get("/russia-nato/compare").data)) < 100_000
