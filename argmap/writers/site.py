"""Write a whole corpus as a folder of pages for any web host: no server program is needed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from argmap.core.graph import ArgumentGraph
from argmap.core.language import t
from argmap.core.selection import claim_tree
from argmap.core.wording.files import PAGES_HAVE, PAGES_OF
from argmap.errors import InvalidInput
from argmap.writers.archive import listed, zipped
from argmap.writers.edition import CONTENT, HEAD, TITLE, Edition, StillPage, relinked
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.options import LANGUAGE
from argmap.writers.seen import Contents, Entry, Folder

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
        raise InvalidInput(t("This is made of argmap's pages, and nothing here can make them."))
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


def records(graph: ArgumentGraph, issue: str) -> Mapping[str, tuple[str, ...]]:
    """List what has a page of its own in an edition: ids of claims, evidence and sources.

    Args:
        graph: The corpus.
        issue: The issue that the edition is of, with all that its claims rest on; empty for all.
    """
    if not issue:
        return {
            "claims": tuple(graph.claims),
            "evidence": tuple(graph.evidence),
            "sources": tuple(graph.sources),
        }
    claims = graph.claims_of(issue)
    near: set[str] = {id for claim in claims for id in claim.findings}
    for claim in claims:
        near |= {place.record for place in claim_tree(graph, claim.id, depth=None).places.values()}
    evidence = tuple(id for id in graph.evidence if id in near)
    works = {cited.source for id in evidence for cited in graph.item(id).citations}
    works |= {source for event in graph.events_of(issue) for source in event.sources}
    return {
        "claims": tuple(claim.id for claim in claims),
        "evidence": evidence,
        "sources": tuple(id for id in graph.sources if id in works),
    }


def inside(order: Order) -> Contents:
    """Tell what an edition of the order will have pages of; see `records`."""
    graph, issue = order.graph, order.issue
    counted = {"issues": 1 if issue else len(graph.issues)}
    counted |= {kind: len(ids) for kind, ids in records(graph, issue).items()}
    entries = [
        Entry(PAGES_OF[kind](count), PAGES_HAVE[kind]) for kind, count in counted.items() if count
    ]
    entries += [Entry(PAGES_HAVE[each], PAGES_HAVE[f"{each}_have"]) for each in ("ways", "found")]
    return Contents(folders=(Folder(title="", entries=tuple(entries)),))


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
    seen=listed,
    inside=inside,
    has_all_accounts=True,
)
