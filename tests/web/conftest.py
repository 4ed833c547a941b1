"""Serve a few corpora to tests: the shipped ones, a hostile one, and odd small ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap.core.model import Corpus
from argmap.library import Library
from argmap.readers import claim_folder
from argmap.resources import shipped
from argmap.web import Settings, create_app
from tests.web.corpora import CORPORA, THREE

Site = Callable[..., Flask]


def stored(folder: Path, *corpora: Corpus) -> Library:
    library = Library(f"sqlite:///{folder / 'store.db'}")
    for corpus in corpora:
        library._repository.replace(corpus)
    return library


@pytest.fixture(scope="session")
def shipped_corpora() -> tuple[Corpus, ...]:
    readings = [claim_folder.read(each) for each in sorted(shipped("claims").iterdir())]
    return tuple(reading.corpus for reading in readings if reading.corpus is not None)


@pytest.fixture(scope="session")
def everything(
    tmp_path_factory: pytest.TempPathFactory, shipped_corpora: tuple[Corpus, ...]
) -> Flask:
    """Serve all corpora at once; no test may change them."""
    folder = tmp_path_factory.mktemp("everything")
    return create_app(Settings(), library=stored(folder, *shipped_corpora, *CORPORA))


@pytest.fixture
def client(everything: Flask) -> FlaskClient:
    return everything.test_client()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Make an application of its own for a test, with the corpora given."""

    def make(*corpora: Corpus, settings: Settings | None = None) -> Flask:
        library = stored(tmp_path, *(corpora or (THREE,)))
        return create_app(settings or Settings(), library=library)

    return make
