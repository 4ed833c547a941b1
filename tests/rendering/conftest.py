"""Give the drawings another Graphviz to be compared with."""

from __future__ import annotations

import pytest

from tests.programs import program


@pytest.fixture(scope="session")
def dot() -> str:
    """Find the program `dot`, which CI has and users need not have."""
    return program("dot", package="graphviz", left_out="No other Graphviz drew the same")
