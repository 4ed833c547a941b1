"""Take up the shipped corpora, and never over somebody's own."""

from __future__ import annotations

import pytest

from argmap import resources
from argmap.cli import place, shipped
from argmap.library import Library
from tests import builders


@pytest.fixture
def library(empty_instance):
    """Give the usual store, empty."""
    return Library(place.store_url())


@pytest.fixture
def claims(tmp_path, monkeypatch, run):
    """Put one small corpus in the place of the shipped ones."""
    run("new", tmp_path / "crane")
    (tmp_path / "claims").mkdir()
    (tmp_path / "crane").rename(tmp_path / "claims" / "crane")
    monkeypatch.setattr(resources, "shipped", lambda name: tmp_path / name)
    return tmp_path / "claims" / "crane"


def titles(library):
    return [entry.title.partition(":")[0] for entry in library.shelf()]


def test_empty_store_gets_them(library, claims):
    shipped.take_up(library)

    assert [entry.id for entry in library.shelf()] == ["crane"]


def test_newer_argmap_brings_its_newer_corpus(library, claims):
    shipped.take_up(library)
    file = claims / "00-corpus.yaml"
    file.write_text(file.read_text("utf-8").replace('title: "Example', 'title: "Newer'), "utf-8")
    shipped.take_up(library)

    assert titles(library) == ["Newer"]


def test_corpus_of_the_same_name_that_somebody_loaded_stays(library, claims):
    library._repository.replace(builders.corpus("crane", title="Mine"))
    shipped.take_up(library)

    assert titles(library) == ["Mine"]


def test_corpus_that_somebody_put_in_its_place_later_stays(library, claims):
    shipped.take_up(library)
    library._repository.replace(builders.corpus("crane", title="Mine"))
    shipped.take_up(library)

    assert titles(library) == ["Mine"]


def test_store_thrown_away_is_filled_again(library, claims, empty_instance):
    shipped.take_up(library)
    library.remove("crane")
    shipped.take_up(library)

    assert [entry.id for entry in library.shelf()] == ["crane"]


def test_notes_that_cannot_be_read_are_written_anew(library, claims, empty_instance):
    (empty_instance / "shipped.json").write_text("[")
    shipped.take_up(library)

    assert (empty_instance / "shipped.json").read_text().startswith('{\n  "crane"')
