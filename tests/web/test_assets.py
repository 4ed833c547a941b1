"""Files that pages load: whole, from where they are said to be, in agreement with each other."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest
from flask.testing import FlaskClient

from argmap.core.model import Relation
from argmap.rendering import style
from argmap.web.assets import STATIC
from argmap.web.badges import OBSERVER_HATCHES, PALETTE_SIZE
from tests.web.documents import read

VENDORED = STATIC / "vendor"
PACKAGES = json.loads((VENDORED / "vendor.json").read_text("utf-8"))["packages"]
CSS = (STATIC / "argmap.css").read_text("utf-8")
LIGHT, DARK = CSS.split("prefers-color-scheme: dark", 1)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_vendored_files_are_those_that_were_taken_over(package: dict[str, object]) -> None:
    folder = VENDORED / str(package["folder"])
    found = {
        path.name: "sha384-" + base64.b64encode(hashlib.sha384(path.read_bytes()).digest()).decode()
        for path in folder.iterdir()
    }

    assert found == package["files"]


def test_every_vendored_package_has_its_licence() -> None:
    for package in PACKAGES:
        assert "LICENSE" in package["files"]
        assert package["licence"] == "OFL-1.1"
    assert {p["folder"] for p in PACKAGES} == {p.name for p in VENDORED.iterdir() if p.is_dir()}


def test_every_font_that_is_named_is_there() -> None:
    sheet = (STATIC / "fonts.css").read_text("utf-8")
    named = set(re.findall(r'url\("([^"]+)"\)', sheet))

    assert named == {path.relative_to(STATIC).as_posix() for path in VENDORED.rglob("*.woff2")}


def test_fonts_without_hints_have_none_of_the_names_kept_for_whole_ones() -> None:
    """The licence of the fonts asks for other names where anything is changed."""
    sheet = (STATIC / "fonts.css").read_text("utf-8")
    families = set(re.findall(r'font-family: "([^"]+)"', sheet))

    assert families == {"Argmap Sans", "Argmap Serif"}
    assert not list(VENDORED.rglob("pt-*"))


def test_nothing_is_loaded_from_elsewhere() -> None:
    for path in STATIC.glob("*.*"):
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|import\s+[\"']http", text), path.name


def _value(sheet: str, name: str) -> str:
    found = re.search(rf"--{re.escape(name)}: (#[0-9a-f]{{6}});", sheet)
    assert found, name
    return found[1]


@pytest.mark.parametrize(("sheet", "palette"), [(LIGHT, style.COLOUR), (DARK, style.DARK)])
def test_pages_and_pictures_have_the_same_colours(sheet: str, palette: style.Palette) -> None:
    for name in ("paper", "box", "ink", "muted", "rule", "outline", "observer"):
        assert _value(sheet, name) == getattr(palette, name)
    for relation in Relation:
        assert _value(sheet, relation.value) == palette.relations[relation]
    for place in range(PALETTE_SIZE):
        assert _value(sheet, f"narrative-{place}") == palette.accounts[place]
        assert _value(sheet, f"wash-{place}") == palette.washes[place]


def test_there_are_as_many_looks_as_in_pictures() -> None:
    assert len(style.COLOUR.accounts) == len(style.HATCHES) == PALETTE_SIZE
    assert len(style.OBSERVER_HATCHES) == OBSERVER_HATCHES


def test_pictures_are_recoloured_as_the_style_says() -> None:
    sheet = (STATIC / "pictures.css").read_text("utf-8")

    assert style.stylesheet(style.DARK, "  .argmap-picture") in sheet


@pytest.mark.parametrize("sheet", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_their_grounds(sheet: str) -> None:
    grounds = [_value(sheet, name) for name in ("paper", "box", "sunk")]
    grounds += [_value(sheet, f"wash-{place}") for place in range(PALETTE_SIZE)]
    words = ["ink", "muted", "accent", "agreed", "partly", "disputed", "one-sided", "silent"]
    words += [relation.value for relation in Relation]
    low = {
        (word, ground): round(style.contrast(_value(sheet, word), ground), 2)
        for word in words
        for ground in grounds
        if style.contrast(_value(sheet, word), ground) < 4.5
    }

    assert low == {}


def test_versioned_files_are_kept_for_good_and_others_are_not(client: FlaskClient) -> None:
    links = read(client.get("/").text).all("link")
    sheets = [link["href"] for link in links if link["rel"] != "alternate"]

    assert len(sheets) == 5
    for sheet in sheets:
        with client.get(sheet) as response:
            assert "immutable" in response.headers["Cache-Control"]
    with client.get("/_static/argmap.css") as response:
        assert "immutable" not in response.headers["Cache-Control"]
