"""Say what the program is, whose work stands in it, and under which licences."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from flask import render_template

from argmap.core.language import t
from argmap.library import formats
from argmap.web.frame import Frame
from argmap.writers.format import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """The page on the program."""

    frame: Frame
    """Title; no corpus."""

    version: str
    """The program's version; empty where it runs from a folder that was never installed."""

    formats: tuple[Format, ...]
    """Every file format out."""


def show() -> str:
    """Show what the program is."""
    page = AboutPage(frame=Frame(title=t("About")), version=_version(), formats=tuple(formats()))
    return render_template("about.html", page=page)


def _version() -> str:
    try:
        return version("argmap")
    except PackageNotFoundError:
        return ""
