from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from argmap.core.model import Corpus, Source
from argmap.readers import claim_folder as reader
from argmap.writers import claim_folder as writer
from tests import builders as build
from tests import strategies


def _read_back(corpus: Corpus, folder: Path) -> Corpus:
    place = folder / corpus.id
    place.mkdir()
    for name, content in writer.files(corpus).items():
        (place / name).write_bytes(content)
    reading = reader.read(place)
    assert reading.corpus is not None, [str(problem) for problem in reading.problems]
    return reading.corpus


@given(strategies.corpora())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_reading_what_was_written_gives_the_same_corpus(corpus: Corpus) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert _read_back(corpus, Path(folder)) == corpus


@given(strategies.texts(least=1))
@settings(deadline=None)
def test_any_text_survives(text: str) -> None:
    corpus = build.corpus(claims=[build.claim("c", text=text, note=text)])

    with tempfile.TemporaryDirectory() as folder:
        assert _read_back(corpus, Path(folder)) == corpus


@pytest.mark.parametrize(
    "text",
    [
        '<b>&"\\N{}|',
        " leading and trailing ",
        "ends with a backslash \\",
        "key: value # not a comment",
        "one\ntwo\n\nthree",
        "\n\nbegins with line breaks",
        "ends with one\n",
        "two  spaces " * 30,
        "word " * 400 + "end",
        "x" * 2000,
        "'quoted' and \"quoted\"",
        "- item",
        "---",
        "\u200fעברית\u200e",
        "a\u2028b\ufeffc\xa0",
        "long line one " * 20 + "\n  indented line",
    ],
)
def test_awkward_text_survives(text: str, tmp_path: Path) -> None:
    corpus = build.corpus(claims=[build.claim("c", text=text[:2000])])

    assert _read_back(corpus, tmp_path) == corpus


@given(strategies.texts(least=1))
@settings(deadline=None)
def test_other_yaml_readers_see_the_same_texts(text: str) -> None:
    corpus = build.corpus(claims=[build.claim("c", text=text)])

    [claim] = yaml.safe_load(writer.files(corpus)["05-claims.yaml"])["claims"]
    assert claim["text"] == text


def test_records_are_blocks_with_a_blank_line_between(tmp_path: Path) -> None:
    corpus = build.corpus(
        claims=[build.claim("c1", text="word " * 30 + "end"), build.claim("c2", findings=("e",))],
        evidence=[build.fact("e")],
        stances=[build.stance("right", "c1", "denies", how="No: it was not.")],
    )

    expected = """\
claims:
- id: c1
  issue: question
  text: >-
    word word word word word word word word word word word word word word word word word word
    word word word word word word word word word word word word end
  stances:
    right:
      stance: denies
      how: "No: it was not."

- id: c2
  issue: question
  text: Claim c2
  findings: [e]
"""
    assert writer.files(corpus)["05-claims.yaml"].decode() == expected


def test_lists_without_records_have_no_file() -> None:
    assert list(writer.files(build.corpus())) == [
        "00-corpus.yaml",
        "01-issues.yaml",
        "03-sources.yaml",
    ]


def test_writing_what_was_read_changes_no_byte(tmp_path: Path) -> None:
    corpus = build.corpus(claims=[build.claim("c1")], stances=[build.stance("left", "c1")])

    assert writer.files(_read_back(corpus, tmp_path)) == writer.files(corpus)


def test_no_line_of_prose_is_wider_than_the_width() -> None:
    corpus = build.corpus(claims=[build.claim("c", text="some words " * 150 + "end")])

    lines = writer.files(corpus)["05-claims.yaml"].decode().splitlines()
    assert max(map(len, lines)) <= writer.WIDTH_CHARS


def test_large_lists_are_parted_into_files_that_can_be_read(tmp_path: Path) -> None:
    sources = [build.source(f"s{n}", note="word " * 3900) for n in range(120)]
    corpus = build.corpus(sources=[build.source(), *sources])
    files = writer.files(corpus)

    parts = [name for name in files if name.startswith("03-")]
    assert parts == ["03-sources-001.yaml", "03-sources-002.yaml", "03-sources-003.yaml"]
    assert max(map(len, files.values())) <= 1_100_000
    assert _read_back(corpus, tmp_path) == corpus


def test_order_of_records_is_kept(tmp_path: Path) -> None:
    ids = ["c9", "c1", "c5"]
    issues = [build.issue("second"), build.issue("first")]
    claims = [build.claim(id, issue=issues[n % 2].id) for n, id in enumerate(ids)]
    corpus = build.corpus(issues=issues, claims=claims)

    assert [claim.id for claim in _read_back(corpus, tmp_path).claims] == ids


def test_a_source_keeps_every_field(tmp_path: Path) -> None:
    given_source: Source = build.source(
        "s", authors=("A. B.", "[C]"), url="https://example.org/?a=b", verified=False, note="n"
    )

    assert _read_back(build.corpus(sources=[given_source]), tmp_path).sources == (given_source,)
