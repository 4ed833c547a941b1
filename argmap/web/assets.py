"""Give the address of a file that pages load, with a mark that changes with its content."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import request

from argmap.web.addresses import url_for
from argmap.web.languages import root

STATIC = Path(__file__).parent / "static"


def asset(name: str) -> str:
    """Return the address of a file below `static/`, such as `argmap.css`; no language is in it.

    Raises:
        FileNotFoundError: There is no such file.
    """
    address = url_for("static", filename=name, v=_digest(name))
    return root() + address.removeprefix(request.script_root)


@lru_cache(maxsize=64)
def _digest(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
