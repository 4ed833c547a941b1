"""Hold a corpus as pages that need no server, before they become a site or a single file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

LINK = "still:"
"""What a link to another page of an edition begins with; then come its path and anchor."""

TITLE, HEAD, CONTENT = "<!--still-title-->", "<!--still-head-->", "<!--still-content-->"
"""The places in a shell where a page's title, styles and scripts, and content are put."""

HOME = "index"

_LINK = re.compile(rf'"{LINK}([a-z0-9/-]*)(#[^"]*)?"')


@dataclass(frozen=True, slots=True, kw_only=True)
class StillPage:
    """One page: its path, like "claims/old-crane", its title and what stands in its middle."""

    path: str
    title: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """All pages of a corpus or of one issue, and what they look like and do.

    Attributes:
        shell: What is around every page, with the places for what is the page's own.
        pages: The pages, the first one being where one begins.
        home: The path of the first page.
        style: The style sheet; fonts stand in it by their names among `fonts`.
        fonts: The fonts' files by name.
        scripts: Programs by name, in the order in which they run; each is whole in itself.
        readme: The whole as one plain document, for who has no scripts.
        facts: What scripts know of the corpus: what can be found, and how accounts compare.
        about: Title, licence, date and address of origin, for the head.
    """

    shell: str
    pages: tuple[StillPage, ...]
    home: str
    style: str
    fonts: Mapping[str, bytes]
    scripts: Mapping[str, str]
    readme: str
    facts: Mapping[str, Any]
    about: Mapping[str, str]


def relinked(html: str, address: Callable[[str, str], str]) -> str:
    """Give every link to a page of the edition the address it has where it is published.

    Args:
        html: A page or part of one.
        address: Takes a path and an anchor, "#tree" or empty, and gives an address that needs
            no escaping.
    """
    return _LINK.sub(lambda found: f'"{address(found[1], found[2] or "")}"', html)
