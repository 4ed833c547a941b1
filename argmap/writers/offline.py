"""Write a corpus or an issue as one HTML file that works without a network.

The file is a plain document of everything, and holds all pages packed: texts that many pages
share are there once, and a script puts the page together that is asked for.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterable

from argmap.core.language import t
from argmap.writers.edition import CONTENT, HEAD, TITLE, Edition, StillPage, relinked
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.options import LANGUAGE
from argmap.writers.site import UNPACKER, alone, inside, published

# Where pages are cut into the texts that they share: before elements that come back elsewhere,
# and around the places of boxes, which are all that differs between two drawings of one box.
_CUTS = re.compile(
    r'(?<=\n)|(?=<(?:p|div|li|template|header|dl|h4|a |section)\b)|(?=<g class="edge)'
    r'|(?= transform=")|(?<=\)")'
)
_BETWEEN, _OWN = "\x00", "\x01"
_FONT = re.compile(r'url\("fonts/([a-z0-9-]+)\.woff2"\)')


def write(order: Order) -> bytes:
    """Write the file.

    Raises:
        InvalidInput: As `site.published`.
    """
    edition = published(order)
    order.progress(t("packing"), 0, 1)
    style, script = _style(edition), _script(edition)
    html = edition.shell.replace("<body ", '<body data-root="#" ', 1)
    before, after = html.split(CONTENT)
    title = edition.pages[0].title
    before = before.replace(HEAD, _head(style, script)).replace(TITLE, title, 1)
    texts, pages = _packed(edition)
    blocks = (
        _block("packed-texts", texts),
        _block("packed-pages", pages),
        f"<script>{script}</script>\n</body>",
    )
    after = after.replace("</body>", "".join(blocks), 1)
    readable = relinked(_unlinked(edition.readme), _address)
    whole = f"{relinked(before, _address)}{readable}{relinked(after, _address)}"
    order.progress(t("packing"), 1, 1)
    return whole.encode()


def _address(path: str, anchor: str) -> str:
    return f"#/{path}~{anchor[1:]}" if anchor else f"#/{path}"


def _unlinked(document: str) -> str:
    """Leave the links of the plain document that lead within it: the others need the script."""
    return re.sub(r'<a\b[^>]*href="still:[^>]*>(.*?)</a>', r"\1", document, flags=re.S)


def _head(style: str, script: str) -> str:
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "img-src data:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'  <meta name="referrer" content="no-referrer">\n  <style>{style}</style>'
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _style(edition: Edition) -> str:
    """Put the fonts into the style sheet."""

    def data(found: re.Match[str]) -> str:
        font = base64.b64encode(edition.fonts[f"{found[1]}.woff2"]).decode()
        return f'url("data:font/woff2;base64,{font}")'

    return _FONT.sub(data, edition.style)


def _script(edition: Edition) -> str:
    """Join the scripts: the pages are unpacked before the others begin."""
    others = "".join(alone(text) for name, text in edition.scripts.items() if name != UNPACKER)
    return alone(f"{edition.scripts[UNPACKER]}\nfunction begin() {{\n{others}}}\nopen();")


def _packed(edition: Edition) -> tuple[str, str]:
    """Give the texts that pages are made of, each once, and the pages as numbers of texts.

    A number says how far on the next text is. What only a page's own name makes different in a
    text is written as `_OWN`.
    """
    numbers: dict[str, int] = {}
    pages = []
    for page in edition.pages:
        own = _own(page)
        content = relinked(page.content, _address)
        # Neither character is in any page: corpora hold no control characters.
        content = content.replace(_BETWEEN, "").replace(_OWN, "")
        content = content.replace(own, _OWN) if own else content
        found = [numbers.setdefault(each, len(numbers)) for each in _CUTS.split(content)]
        pages.append([page.path, page.title, own, list(_steps(found))])
    data = {"home": edition.home, "facts": edition.facts, "pages": pages}
    return _BETWEEN.join(numbers), json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _own(page: StillPage) -> str:
    kind, _, name = page.path.partition("/")
    if kind == "present":
        return page.path
    return f"tree-{name}-" if kind == "claims" else ""


def _steps(numbers: Iterable[int]) -> Iterable[int]:
    before = 0
    for number in numbers:
        yield number - before
        before = number


def _block(id: str, text: str) -> str:
    packed = base64.b64encode(zlib.compress(text.encode(), 9)).decode()
    return f'<script type="application/octet-stream" id="{id}">{packed}</script>\n'


FORMAT = Format(
    name="offline",
    title="Offline edition (HTML)",
    suffix="html",
    media_type="text/html; charset=utf-8",
    scopes=frozenset({Scope.CORPUS, Scope.ISSUE}),
    write=write,
    purpose="One file that explores, compares, searches, presents and prints without a network.",
    family=Family.BUNDLE,
    options=(LANGUAGE,),
    contents="offline",
    lengthy=frozenset({Scope.CORPUS, Scope.ISSUE}),
    inside=inside,
    has_all_accounts=True,
)
