"""Read a page as it is read aloud: each text with the language that its elements give it."""

from __future__ import annotations

from html.parser import HTMLParser

_SILENT = {"script", "style", "template"}
_VOID = {"meta", "link", "input", "img", "br", "hr", "wbr", "source"}
_READ = ("aria-label", "alt", "title", "placeholder")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str, bool]] = [("", "", False)]
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        _, around, is_silent = self.open[-1]
        language = given.get("lang", given.get("xml:lang", around))
        is_silent = is_silent or tag in _SILENT
        if not is_silent:
            self.found += [(given[name], language) for name in _READ if name in given]
        if tag not in _VOID:
            self.open.append((tag, language, is_silent))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        _, language, is_silent = self.open[-1]
        if data.strip() and not is_silent:
            self.found.append((" ".join(data.split()), language))


def read_aloud(page: str) -> list[tuple[str, str]]:
    """List the texts of a page in their order, names for who does not see it included."""
    reader = _Reader()
    reader.feed(page)
    return reader.found
