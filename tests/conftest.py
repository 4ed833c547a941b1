from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from argmap.rendering import bounds

# How long an example takes says more about the machine than about the code.
settings.register_profile("argmap", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("argmap")

# Nor does how long a layout takes: on a busy machine a small one may need more than a reader waits.
bounds.MAX_SECONDS *= 8


MEASURED = "measured in the browser"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what browser tests measured, in whichever process they ran."""
    reports = [each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind)]
    lines = [line for each in reports for name, line in each.user_properties if name == MEASURED]
    if lines:
        terminalreporter.section(MEASURED)
        for line in lines:
            terminalreporter.write_line(line)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write what the tests make now as the goldens they are compared with",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, bytes], None]:
    """Compare bytes with a golden file, or write it if `--update-goldens` is given."""

    def compare(path: Path, made: bytes) -> None:
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(made)
        assert made == path.read_bytes(), f"{path.name} differs; see --update-goldens"

    return compare
