"""Values after the question mark: taken as meant, or refused with a way out."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PLACES = (
    ("/three/claims/split", "depth"),
    ("/three/claims/split", "show"),
    ("/three/compare", "narratives"),
    ("/three/compare", "issue"),
    ("/three/compare", "verdict"),
    ("/three/compare", "from"),
    ("/three/compare", "to"),
    ("/three/compare", "page"),
    ("/three/issues/question", "narratives"),
    ("/three/sources/", "kind"),
    ("/three/sources/", "page"),
    ("/three/search", "kind"),
    ("/three/search", "q"),
    ("/three/diagrams/tree.svg", "claim"),
    ("/three/diagrams/lanes.svg", "issue"),
    ("/three/data/json", "claim"),
)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/three/claims/split?depth=abc", "depth=all"),
        ("/three/claims/split?depth=0", "from 1 to 40"),
        ("/three/claims/split?depth=-1", "from 1 to 40"),
        ("/three/claims/split?depth=99999999999999999999", "from 1 to 40"),
        ("/three/claims/split?depth=²", "from 1 to 40"),
        ("/three/claims/split?depth=1&depth=2", "give it once"),
        ("/three/claims/split?show=nobody", "Known: left, right, third"),
        ("/three/compare?narratives=left", "choose two or more"),
        ("/three/compare?narratives=left,nobody", "Known: left, right, third"),
        ("/three/compare?issue=nothing", "Known: other, question"),
        ("/three/compare?verdict=true", "agreed, partly, disputed, one_sided, silent"),
        ("/three/compare?from=soon", "1990, 1990-02 or 1990-02-09"),
        ("/three/compare?to=1990-13", "1990, 1990-02 or 1990-02-09"),
        ("/three/compare?from=1995&to=1990", "ends (1990) before it begins (1995)"),
        ("/three/compare?page=2", "pages 1 to 1"),
        ("/three/sources/?kind=rumour", "declassified-record"),
        ("/three/search?q=words&kind=nothing", "issue, claim, quotation"),
        ("/three/diagrams/tree.svg", "?claim="),
        ("/three/diagrams/tree.svg?claim=nothing", "Known: alone, both, split"),
        ("/three/data/json?claim=split&issue=question", "not both"),
        ("/three/?x=" + "y" * 10_000, "2000 characters"),
        ("/three/search?q=%00", "cannot be printed"),
    ],
)
def test_bad_value_is_400_and_says_what_to_write(
    client: FlaskClient, address: str, says: str
) -> None:
    response = client.get(address)

    assert response.status_code == 400
    assert says in response.text.replace("&#39;", "'")


@given(
    place=st.sampled_from(PLACES),
    value=st.text(max_size=40) | st.sampled_from(["", ",", "all", "left,right", "1990", "%"]),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
def test_no_value_at_all_makes_the_server_fail(
    client: FlaskClient, place: tuple[str, str], value: str
) -> None:
    address, name = place
    response = client.get(address, query_string={name: value.encode("utf-8", "surrogatepass")})

    assert response.status_code in (200, 400)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("narratives=left,right", "narratives=left&narratives=right"),
        ("narratives=left,left,right", "narratives=left,right"),
        ("narratives= left , right ", "narratives=left,right"),
        ("from=1990&to=", "from=1990"),
    ],
)
def test_two_ways_to_ask_give_one_answer(client: FlaskClient, one: str, other: str) -> None:
    pages = [client.get(f"/three/compare?{query}").text for query in (one, other)]
    # The same page in the other language is at the address as it was asked for.
    first, second = (re.sub(r"<[^>]* hreflang=[^>]*>", "", page) for page in pages)

    assert first == second
