"""Order something large on the pages, follow it, call it off, and try to make others do so."""

from __future__ import annotations

import io
import re
import threading
import time
import zipfile

import pytest
from flask.testing import FlaskClient

from argmap.web.serving import EXTENSION
from tests.web.documents import read

HERE = {"Sec-Fetch-Site": "same-origin"}
ORDER = "/three/teach/jobs?make=offline"


@pytest.fixture
def own(site) -> FlaskClient:
    return site().test_client()


@pytest.fixture
def held(own, monkeypatch):
    """Hold the making of pages until it is let go; told steps go on."""
    go = threading.Event()

    def publish(order):
        for number in range(6_000):
            order.progress("pages", number, 6_000)
            if go.wait(0.01):
                break
        raise ValueError("not made in this test")

    served = own.application.extensions[EXTENSION]
    object.__setattr__(served, "publish", publish)
    yield go
    go.set()


def finished(client: FlaskClient, address: str) -> str:
    last = time.monotonic() + 60
    while time.monotonic() < last:
        page = client.get(address).text
        if "data-over" in page:
            return page
        time.sleep(0.05)
    raise AssertionError("it took too long")


def test_what_was_ordered_is_made_and_taken(own):
    begun = own.post("/three/teach/jobs?make=site", headers=HERE)

    assert begun.status_code == 303
    assert re.fullmatch(r"/three/teach/jobs/[\w-]{16}", begun.headers["Location"])

    page = read(finished(own, begun.headers["Location"]))
    link = next(each["href"] for each in page.all("a") if "download" in each)
    answer = own.get(link)

    assert "three-site.zip" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert zipfile.ZipFile(io.BytesIO(answer.data)).testzip() is None


def test_offline_edition_of_one_issue_is_ordered_and_taken(own):
    page = read(own.get("/three/teach?issue=question&make=offline").text)
    order = next(each["action"] for each in page.all("form") if each.get("method") == "post")
    job = own.post(order, headers=HERE).headers["Location"]
    made = read(finished(own, job))
    link = next(each["href"] for each in made.all("a") if "download" in each)
    answer = own.get(link)

    assert "three-question-offline.html" in answer.headers["Content-Disposition"]
    assert answer.text.startswith("<!doctype html>")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://["},
        {"Origin": "http://[::1", "Sec-Fetch-Site": ""},
        {"Origin": "http://localhost.evil.example"},
        {"Referer": "http://localhost/three/teach"},
    ],
    ids=str,
)
def test_nothing_is_done_for_another_site(own, held, headers):
    assert own.post(ORDER, headers=headers).status_code == 403

    job = own.post(ORDER, headers=HERE).headers["Location"]
    assert own.post(f"{job}/off", headers=headers).status_code == 403
    assert "data-over" not in own.get(job).text


def test_own_origin_is_enough_where_a_browser_says_nothing_else(own, held):
    answer = own.post(ORDER, headers={"Origin": "http://localhost"})

    assert answer.status_code == 303


def test_reading_an_address_does_nothing(own, held):
    assert own.get(ORDER).status_code == 405

    job = own.post(ORDER, headers=HERE).headers["Location"]
    assert own.get(f"{job}/off").status_code == 405
    assert "data-over" not in own.get(job).text


def test_page_shows_how_far_it_is_with_and_without_scripts(own, held):
    job = own.post(ORDER, headers=HERE).headers["Location"]
    last = time.monotonic() + 60
    while "<progress" not in (text := own.get(job).text) and time.monotonic() < last:
        time.sleep(0.02)
    page = read(text)

    assert page.all("progress")[0]["max"] == "6000"
    assert [each["method"] for each in page.all("form") if each["action"].endswith("/off")] == [
        "post"
    ]
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in text
    assert own.get(job).headers["Cache-Control"] == "no-store"


def test_a_job_is_called_off(own, held):
    job = own.post(ORDER, headers=HERE).headers["Location"]
    answer = own.post(f"{job}/off", headers=HERE)

    assert (answer.status_code, answer.headers["Location"]) == (303, job)
    assert "Called off" in finished(own, job)
    assert own.get(f"{job}/file").status_code == 400
    assert own.post(f"{job}/off", headers=HERE).status_code == 303


def test_two_people_at_once_get_one_job_and_one_sentence(own, held):
    assert own.post(ORDER, headers=HERE).status_code == 303

    second = own.post(ORDER, headers=HERE)

    assert second.status_code == 503
    assert "argmap export" in second.text


def test_a_fault_is_said_without_its_words(own, held):
    job = own.post(ORDER, headers=HERE).headers["Location"]
    held.set()
    page = finished(own, job)

    assert "could not be made" in page
    assert "not made in this test" not in page


def test_job_of_another_corpus_or_of_nobody_is_not_there(own, held):
    job = own.post(ORDER, headers=HERE).headers["Location"]

    assert own.get(job.replace("three", "nowhere")).status_code == 404
    assert own.get("/three/teach/jobs/x").status_code == 404
    assert own.get("/three/teach/jobs/<script>").status_code == 404


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/three/teach/jobs", 400),
        ("/three/teach/jobs?make=nothing", 400),
        ("/three/teach/jobs?make=site&taste=sweet", 400),
        ("/three/teach/jobs?make=json", 400),
        ("/three/teach/jobs?make=lesson", 400),
        ("/nowhere/teach/jobs?make=site", 404),
    ],
)
def test_order_that_cannot_be_is_refused(own, address, status):
    assert own.post(address, headers=HERE).status_code == status


def test_what_takes_long_is_not_made_while_a_page_waits(own):
    answer = own.get("/three/data/site")

    assert answer.status_code == 400
    assert "Use in class" in answer.text


@pytest.mark.parametrize(
    ("query", "action"),
    [
        ("whole=yes&make=offline", "make=offline"),
        ("whole=yes&make=site", "make=site"),
        ("issue=question&make=offline", "make=offline&issue=question"),
        ("issue=question&make=lesson", "make=lesson&issue=question"),
    ],
)
def test_page_offers_what_takes_long_by_a_button(own, query, action):
    page = read(own.get(f"/three/teach?{query}").text)

    posted = [each["action"] for each in page.all("form") if each.get("method") == "post"]
    assert posted == [f"/three/teach/jobs?{action}"]


def test_job_leads_back_to_where_it_was_ordered(own, held):
    job = own.post(ORDER, headers=HERE).headers["Location"]
    own.post(f"{job}/off", headers=HERE)

    assert "/three/teach?make=offline&whole=yes" in read(finished(own, job)).links


def test_page_of_a_job_names_what_is_made_and_lists_what_is_in_the_file(own):
    job = own.post("/three/teach/jobs?make=lesson&issue=question", headers=HERE).headers["Location"]
    page = finished(own, job)
    package = zipfile.ZipFile(io.BytesIO(own.get(f"{job}/file").data))
    names = [name.rpartition("/")[2] for name in package.namelist()]

    assert "<h1>Lesson (ZIP): What of question?</h1>" in page
    assert names
    assert [name for name in names if name not in page] == []


def test_page_of_a_job_says_that_it_is_written_in_unicode(own, held):
    begun = own.post(ORDER, headers=HERE)
    page = own.get(begun.headers["Location"])

    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
