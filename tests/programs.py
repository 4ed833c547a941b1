"""Find the programs of this machine that tests read files with."""

from __future__ import annotations

import os
import shutil

import pytest


def program(*names: str, package: str, left_out: str) -> str:
    """Find a program by the first of its names that is there.

    Without one the test is skipped, aloud, or fails where every part has to be there.
    """
    for name in names:
        if (found := shutil.which(name)) is not None:
            return found
    missing(f"{left_out}: {names[0]} ({package}) is not installed.")
    raise AssertionError


def missing(sentence: str) -> None:
    """Skip the test, or let it fail where `ARGMAP_REQUIRE_ALL=1`."""
    if os.environ.get("ARGMAP_REQUIRE_ALL") == "1":
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)
