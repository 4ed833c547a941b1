"""Find the place of the store."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from argmap import resources
from argmap.cli import place
from argmap.errors import CannotWrite
from argmap.library import Library


def test_checkout_keeps_its_store_with_it(tmp_path, monkeypatch):
    monkeypatch.delenv("ARGMAP_INSTANCE", raising=False)
    monkeypatch.setattr(resources, "checkout", lambda: tmp_path)

    assert place.instance_folder() == tmp_path.resolve() / "instance"


def test_installed_argmap_uses_the_place_the_system_has_for_it(tmp_path, monkeypatch):
    monkeypatch.delenv("ARGMAP_INSTANCE", raising=False)
    monkeypatch.setattr(resources, "checkout", lambda: None)
    monkeypatch.setattr(click, "get_app_dir", lambda name: str(tmp_path / name))

    assert place.instance_folder() == tmp_path.resolve() / "argmap"


def test_environment_names_another_store(monkeypatch):
    monkeypatch.setenv("ARGMAP_DATABASE_URL", "postgresql://user@host/name")

    assert place.store_url() == "postgresql://user@host/name"


def test_folder_that_cannot_be_made_is_said_with_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("ARGMAP_INSTANCE", str(tmp_path / "file" / "instance"))

    with pytest.raises(CannotWrite, match="ARGMAP_INSTANCE"):
        place.instance_folder()


def test_this_checkout_is_found():
    assert resources.checkout() == Path(__file__).resolve().parents[2]


def test_folder_whose_name_means_something_in_an_address_holds_the_store(tmp_path, monkeypatch):
    folder = tmp_path / "what? 100% #1"
    monkeypatch.delenv("ARGMAP_DATABASE_URL", raising=False)
    monkeypatch.setenv("ARGMAP_INSTANCE", str(folder))
    Library(place.store_url())._repository.close()

    assert (folder / "argmap.db").is_file()
