"""Read how the pages are to be served from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

from argmap.errors import InvalidInput
from argmap.rendering.engine import EngineName

ENGINES: tuple[EngineName, ...] = get_args(EngineName)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything about the pages that can be set from outside."""

    instance: Path = field(default_factory=lambda: Path("instance"))
    """The folder for what is kept between two runs; made when the store is first opened."""

    database_url: str = ""
    """The address of the store; empty is a SQLite file in the instance folder."""

    engine: EngineName = "auto"
    """How Graphviz is run, one of `ENGINES`."""

    cache_mb: int = 64
    """How much memory finished pages may take, in units of 10**6 bytes; 0 keeps none."""

    address: str = ""
    """The site's own address, such as `https://maps.example.org`, for citations and previews."""

    @property
    def store_url(self) -> str:
        """The address of the store, the default filled in."""
        return self.database_url or f"sqlite:///{self.instance.resolve() / 'argmap.db'}"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Settings:
        """Take `ARGMAP_` and `INSTANCE`, `DATABASE_URL`, `ENGINE`, `CACHE_MB` or `ADDRESS`.

        A variable that is not set, or empty, leaves the default.

        Raises:
            InvalidInput: A value cannot be used; the message names the variable.
        """
        given = {
            name: environ[variable]
            for name, variable in _VARIABLES.items()
            if environ.get(variable)
        }
        return cls(
            instance=Path(given.get("instance", "instance")),
            database_url=given.get("database_url", ""),
            engine=_engine(given.get("engine", "auto")),
            cache_mb=_megabytes(given.get("cache_mb", "64")),
            address=_site(given.get("address", "")),
        )


_VARIABLES = {
    "instance": "ARGMAP_INSTANCE",
    "database_url": "ARGMAP_DATABASE_URL",
    "engine": "ARGMAP_ENGINE",
    "cache_mb": "ARGMAP_CACHE_MB",
    "address": "ARGMAP_ADDRESS",
}


def _engine(name: str) -> EngineName:
    for engine in ENGINES:
        if engine == name:
            return engine
    raise InvalidInput(f"ARGMAP_ENGINE is {name!r}; write one of {', '.join(ENGINES)}.")


def _site(text: str) -> str:
    parts = urlsplit(text)
    is_site = parts.scheme in ("http", "https") and parts.netloc
    if text and (not is_site or parts.query or parts.fragment or not text.isprintable()):
        raise InvalidInput(
            f"ARGMAP_ADDRESS is {text!r}; write the site's own address, like "
            "https://maps.example.org"
        )
    return text.rstrip("/")


def _megabytes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise InvalidInput(f"ARGMAP_CACHE_MB is {text!r}; write a whole number, 0 or more.")
    return int(text)
