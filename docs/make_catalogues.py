"""Gather the messages of pages and pictures, and compile what they are in other languages.

Run it as `make catalogues` after a message was added or changed. It writes
`argmap/locale/argmap.pot` anew, brings each `argmap.po` up to it (what is new has an empty
`msgstr`, to be filled in by hand), and compiles it to the `argmap.mo` that argmap reads. It needs
Babel, which argmap itself does without.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "argmap" / "locale"
TEMPLATE = LOCALE / "argmap.pot"
LANGUAGES = tuple(sorted(path.name for path in LOCALE.iterdir() if path.is_dir()))

Message = str | tuple[str, str]
"""What is said, or what is said of one and of several."""

# The shape of each call: where the context, the message and its plural stand.
_SHAPES = {
    "t": (None, 0, None), "m": (None, 0, None), "later": (None, 0, None),
    "p": (0, 1, None), "n": (None, 0, 1), "np": (0, 1, 2),
}  # fmt: skip
# What is declared once as data and said where it is shown: the arguments that are messages.
_DECLARED = {
    "Format": ("title", "purpose"), "Diagram": ("title",), "Choice": ("title",),
    "Style": ("title",), "Pick": ("title", "help"), "Number": ("title", "help"),
    "Switch": ("title", "help"),
}  # fmt: skip
_JINJA = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2),
          "npgettext": ((1, "c"), 2, 3)}  # fmt: skip
_AS_IN_PAGES = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true",
                "silent": "false", "newstyle_gettext": "true"}  # fmt: skip


def gathered() -> Catalog:
    """Find every message in the program and the templates, in the order of the files."""
    found = Catalog(
        domain="argmap",
        project="argmap",
        version="1",
        msgid_bugs_address="see README.md",
        header_comment="# The messages of argmap's pages, pictures and files.",
        creation_date=datetime(2026, 1, 1, tzinfo=UTC),
    )
    for path in sorted((ROOT / "argmap").rglob("*.py")):
        for message, context in in_python(path.read_text(encoding="utf-8")):
            found.add(message, context=context or None, locations=[(_name(path), None)])
    for path in sorted((ROOT / "templates").rglob("*.html")):
        for message, context in _in_template(path):
            found.add(message, context=context or None, locations=[(_name(path), None)])
    return found


def in_python(text: str) -> Iterator[tuple[Message, str]]:
    """Yield each message of a module with its context, empty for none."""
    nodes = [each for each in ast.walk(ast.parse(text)) if isinstance(each, ast.stmt | ast.Call)]
    for node in sorted(nodes, key=lambda each: (each.lineno, each.col_offset)):
        if isinstance(node, ast.ClassDef) and node.name == "Family":
            yield from ((_text(each.value), "") for each in node.body if hasattr(each, "targets"))
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in _DECLARED:
            yield from _declared(node, _DECLARED[name])
        if name in _SHAPES:
            yield from _called(node, *_SHAPES[name])
        elif name in ("Words", "Counts") and node.args and isinstance(node.args[0], ast.Dict):
            context = next((_text(k.value) for k in node.keywords if k.arg == "context"), "")
            for value in node.args[0].values:
                pair = tuple(map(_text, value.elts)) if isinstance(value, ast.Tuple) else ()
                message: Message = (pair[0], pair[1]) if len(pair) == 2 else _text(value)
                if message:
                    yield message, context


def _declared(node: ast.Call, names: tuple[str, ...]) -> Iterator[tuple[Message, str]]:
    said = [each.value for each in node.keywords if each.arg in names]
    if getattr(node.func, "id", "") == "Choice":
        said += node.args[1:2]
    for message in map(_text, said):
        if message:
            yield message, ""


def _called(
    node: ast.Call, context: int | None, one: int, several: int | None
) -> Iterator[tuple[Message, str]]:
    said = [_text(argument) for argument in node.args]
    if len(said) <= max(one, several or 0) or not said[one]:
        return
    message: Message = said[one] if several is None else (said[one], said[several])
    yield message, "" if context is None else said[context]


def _text(node: ast.expr) -> str:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return str(node.value) if is_text else ""  # type: ignore[attr-defined]


def _in_template(path: Path) -> Iterator[tuple[Message, str]]:
    with path.open("rb") as file:
        found = extract("jinja2.ext:babel_extract", file, _JINJA, options=_AS_IN_PAGES)
        for _, message, _, context in found:
            yield message, context or ""


def brought_up(language: str, messages: Catalog) -> Catalog:
    """Read a language's catalogue and bring it up to the messages that there are."""
    with po_path(language).open("rb") as file:
        catalog = read_po(file, locale=language, domain="argmap")
    catalog.update(messages, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.creation_date = messages.creation_date
    return catalog


def po_path(language: str) -> Path:
    """Name the file in which a language's messages are written by hand."""
    return LOCALE / language / "LC_MESSAGES" / "argmap.po"


def compiled(catalog: Catalog) -> bytes:
    """Compile a catalogue as argmap reads it."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def _written(catalog: Catalog) -> str:
    file = io.BytesIO()
    write_po(file, catalog, width=100, no_location=True, sort_by_file=False)
    return file.getvalue().decode()


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def main() -> None:
    """Write the template, bring the catalogues up to it, compile them, say what is missing."""
    messages = gathered()
    TEMPLATE.write_text(_written(messages), encoding="utf-8")
    missing = 0
    for language in LANGUAGES:
        catalog = brought_up(language, messages)
        po_path(language).write_text(_written(catalog), encoding="utf-8")
        po_path(language).with_suffix(".mo").write_bytes(compiled(catalog))
        bare = [each for each in catalog if each.id and not _is_said(each.string)]
        missing += len(bare)
        print(f"{po_path(language)}: {len(catalog)} messages, {len(bare)} to translate")
    sys.exit(1 if missing else 0)


def _is_said(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    main()
