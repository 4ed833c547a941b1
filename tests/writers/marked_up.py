"""Read the texts of XML and HTML with the languages that `lang` and `xml:lang` give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

_NAMES = ("{http://www.w3.org/XML/1998/namespace}lang", "lang")
_READ = ("aria-label", "alt", "title")


def texts(element: ET.Element, language: str = "") -> Iterator[tuple[str, str]]:
    """Give each text with its language, names for who does not see it included.

    Args:
        element: What is read.
        language: What holds for it as long as it says nothing else.
    """
    language = next(
        (element.get(name) or "" for name in _NAMES if name in element.attrib), language
    )
    if element.tag in ("script", "style"):
        return
    yield from ((element.attrib[name], language) for name in _READ if name in element.attrib)
    if element.text:
        yield element.text, language
    for child in element:
        yield from texts(child, language)
        if child.tail:
            yield child.tail, language


def told(read: Iterable[tuple[str, str]], language: str) -> str:
    """Join what is in one language, a line for each text."""
    return "\n".join(text for text, each in read if each == language)
