"""No message is missing from a catalogue, and each says what its original says."""

from __future__ import annotations

import gettext
import io
import re
import runpy
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
TOOL = runpy.run_path(str(ROOT / "docs" / "make_catalogues.py"), run_name="make_catalogues")
LANGUAGES: tuple[str, ...] = TOOL["LANGUAGES"]


def keys(catalog) -> list:
    return [(each.context, each.id) for each in catalog if each.id]


def written(language: str):
    with TOOL["po_path"](language).open("rb") as file:
        return read_po(file, locale=language)


def test_template_holds_every_message_of_program_and_templates():
    with TOOL["TEMPLATE"].open("rb") as file:
        template = read_po(file)

    assert keys(template) == keys(TOOL["gathered"]()), "run: make catalogues"


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_has_the_messages_of_the_template_and_no_other(language):
    assert set(map(str, keys(written(language)))) == set(map(str, keys(TOOL["gathered"]())))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language):
    missing = [each.id for each in written(language) if each.id and not said(each)]

    assert missing == []
    assert [each.id for each in written(language) if each.id and each.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_the_placeholders_and_the_markup_of_its_message(language):
    catalog = written(language)
    wrong = []
    for each in catalog:
        if not each.id:
            continue
        wanted = [parts(id) for id in as_tuple(each.id)]
        given = [parts(string) for string in said(each)]
        if len(given) != (catalog.num_plurals if each.pluralizable else 1):
            wrong.append((each.id, "forms"))
        # A word for one may stand in place of a number, as in the original ("once").
        wrong += [(each.id, one) for one in given if one not in wanted]

    assert wrong == []


def said(message) -> tuple[str, ...]:
    strings = as_tuple(message.string)
    return strings if all(strings) else ()


def as_tuple(text) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, (list, tuple)) else (text,)


def parts(text: str) -> set[str]:
    """Name what a message holds besides words: placeholders of both kinds, and tags."""
    braces = {
        f"{{{name}}}" for _, name, _, _ in Formatter().parse(text.replace("%(", "%%(")) if name
    }
    return braces | set(re.findall(r"%\(\w+\)s|</?\w[^>]*>|%%|`[^`]+`", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogue_is_the_written_one(language):
    with TOOL["po_path"](language).with_suffix(".mo").open("rb") as file:
        kept = gettext.GNUTranslations(file)
    made = gettext.GNUTranslations(io.BytesIO(TOOL["compiled"](written(language))))

    assert kept._catalog == made._catalog, "run: make catalogues"


def test_gathering_sees_every_way_of_saying_a_message():
    text = """
t("plain {x}", x=n("{count} inner", "{count} inners", 2))
p("meaning", "month"), np("which", "a box", "boxes", 3), m("declared"), later("standing")
Words({1: "in a table"}, context="table"); Counts({1: ("one", "several")})
t(computed), other("not this")
Format(name="not this", title="a format", purpose="what for"), Choice("value", "a choice")
class Family(StrEnum):
    PAPER = "a family"
"""

    assert list(TOOL["in_python"](text)) == [
        ("plain {x}", ""), (("{count} inner", "{count} inners"), ""),
        ("month", "meaning"), (("a box", "boxes"), "which"), ("declared", ""), ("standing", ""),
        ("in a table", "table"), (("one", "several"), ""),
        ("a format", ""), ("what for", ""), ("a choice", ""), ("a family", ""),
    ]  # fmt: skip
