"""Write a whole corpus as a folder of pages for any web host: no server program is needed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from argmap.errors import InvalidInput
from argmap.writers.archive import zipped
from argmap.writers.edition import CONTENT, HEAD, TITLE, Edition, StillPage, relinked
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.options import LANGUAGE

UNPACKER = "still/offline.js"
STYLE, SCRIPT, FACTS = "argmap.css", "argmap.js", "facts.js"
# A page loads its own files and nothing else; frames can only be forbidden by a header.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)


def published(order: Order) -> Edition:
    """Have the pages of an order made.

    Raises:
        InvalidInput: Nobody who has pages handed over a way to make them.
    """
    if order.publish is None:
        raise InvalidInput("This is made of argmap's pages, and nothing here can make them.")
    return order.publish(order)


def files(order: Order) -> Mapping[str, bytes]:
    """Make every file of the site, by its path in the folder.

    Raises:
        InvalidInput: As `published`.
    """
    return dict(_files(published(order)))


def write(order: Order) -> bytes:
    """Write the site as a zip file that holds its folder."""
    return zipped(f"{order.graph.corpus.id}-site", files(order))


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    for page in edition.pages:
        yield f"{page.path}.html", _page(edition, page).encode()
    yield STYLE, edition.style.encode()
    yield SCRIPT, _script(edition).encode()
    facts = json.dumps(edition.facts, ensure_ascii=False, separators=(",", ":"))
    yield FACTS, f"globalThis.argmapFacts = {facts};\n".encode()
    for name, content in edition.fonts.items():
        yield f"fonts/{name}", content


def alone(script: str) -> str:
    """Keep what a script names to itself, since modules are not loaded from a disk."""
    return f"(() => {{\n{script}\n}})();\n"


def _script(edition: Edition) -> str:
    # The one that unpacks pages is for the edition in one file.
    return "".join(alone(text) for name, text in edition.scripts.items() if name != UNPACKER)


def _page(edition: Edition, page: StillPage) -> str:
    root = "../" * page.path.count("/")
    head = "\n  ".join(
        (
            f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_SECURITY_POLICY}">',
            '<meta name="referrer" content="no-referrer">',
            f'<link rel="stylesheet" href="{root}{STYLE}">',
            f'<script defer src="{root}{FACTS}"></script>',
            f'<script defer src="{root}{SCRIPT}"></script>',
        )
    )
    html = edition.shell.replace("<body ", f'<body data-root="{root}" ', 1)
    # Put in at last: a text of the corpus must not be taken for one of the places.
    before, after = html.split(CONTENT)
    before = before.replace(HEAD, head).replace(TITLE, page.title, 1)
    return relinked(
        f"{before}{page.content}{after}", lambda path, anchor: f"{root}{path}.html{anchor}"
    )


FORMAT = Format(
    name="site",
    title="Web site (ZIP)",
    suffix="zip",
    media_type="application/zip",
    scopes=frozenset({Scope.CORPUS}),
    write=write,
    purpose="All pages as plain files for any web host, with pictures and search.",
    family=Family.BUNDLE,
    options=(LANGUAGE,),
    contents="site",
    lengthy=frozenset({Scope.CORPUS}),
)
