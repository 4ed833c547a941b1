"""What is handed out is whole: the wheel, installed elsewhere without a network, serves."""

from __future__ import annotations

import os
import re
import site
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.mark.parametrize(
    ("folder", "suffix"),
    [
        ("argmap", ".py"),
        ("templates", ".html"),
        ("claims", ".yaml"),
        ("argmap/web/static", ""),
        ("argmap/rendering", ".json"),
        ("argmap/schemas", ".json"),
    ],
)
def test_the_wheel_holds_every_file_of(wheel: Path, folder: str, suffix: str) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(
        ["git", "ls-files", folder], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()
    moved = "" if folder.startswith("argmap") else "argmap/_data/"
    expected = {f"{moved}{name}" for name in tracked if name.endswith(suffix)}

    assert expected
    assert expected - held == set()


def test_the_wheel_holds_the_licence(wheel: Path) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in zipfile.ZipFile(wheel).namelist())


def test_the_wheel_serves_the_shipped_corpus_where_nothing_else_of_argmap_is(
    wheel: Path, tmp_path: Path
) -> None:
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    python = next((tmp_path / "venv").glob("[bS]*/python*"))
    _lend_packages(python, site.getsitepackages()[0])
    install = [python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    settings = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C"}
    subprocess.run([*install, wheel], check=True, cwd=tmp_path, env=settings, capture_output=True)

    settings["ARGMAP_INSTANCE"] = str(tmp_path / "instance")
    serve = [python, "-m", "argmap.cli", "serve", "--port", "18700"]
    with subprocess.Popen(
        serve, cwd=tmp_path, env=settings, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stderr is not None
            told = iter(server.stderr)
            address = next(found[0] for line in told if (found := re.search(r"http://\S+", line)))
            with urllib.request.urlopen(f"{address}russia-nato/claims/scope-beyond-gdr") as page:
                text = page.read().decode()
        finally:
            server.terminate()
            server.wait(timeout=60)

    assert "argmap-picture" in text


def _lend_packages(python: Path, packages: str) -> None:
    """Let a fresh environment see the dependencies that are here, but not argmap's checkout."""
    where = "import site; print(site.getsitepackages()[0])"
    own = subprocess.run([python, "-c", where], check=True, capture_output=True, text=True)
    # A path added by a .pth file does not run the .pth files in it, so the link to the checkout
    # that an editable installation leaves there has no effect.
    (Path(own.stdout.strip()) / "lent.pth").write_text(f"{packages}\n")
