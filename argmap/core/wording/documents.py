"""Name a work, a quotation and who said it, and say what was found and how much of it."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import DocumentCount
from argmap.core.language import Counts, Words, code, n, np, p, t
from argmap.core.matrix import Matrix, Sharing
from argmap.core.model import Corpus, Evidence, EvidenceKind, Source
from argmap.core.wording.tables import NAMED_KIND, opposite_ends, source_kind, unverified
from argmap.core.wording.voices import listed

_BY_USE = Counts(
    {
        "for": ("{count} document for", "{count} documents for"),
        "limit": ("{count} document to limit", "{count} documents to limit"),
        "against": ("{count} document against", "{count} documents against"),
    }
)
_MORE_BY_USE = Words(
    {"for": "{count} for", "limit": "{count} to limit", "against": "{count} against"},
    context="how many documents more",
)
_WAYS = Words(
    {
        Sharing.OPPOSITE: "for opposite ends",
        Sharing.ONE: "by one account only",
        Sharing.NONE: "by observers only",
    },
    context="how documents are used",
)


def quoted(item: Evidence) -> str:
    """Give evidence as text: a quotation in quotation marks, a fact as it is."""
    return t("“{text}”", text=item.text) if item.kind is EvidenceKind.QUOTATION else item.text


def attribution(graph: ArgumentGraph, item: Evidence) -> str:
    """Say who said it and when, and in which work it stands.

    "James Baker, 9 February 1990. US Department of State, Memorandum ..."; where the speaker is
    the author of the only work, alone or as its authors are named briefly, the name and an equal
    date are not said twice.
    """
    # A page says it in the picture, in the outline and in the list of documents.
    said = _attributions.setdefault(graph, {})
    key = (code(), item.id)
    if key not in said:
        said[key] = _attribution(graph, item)
    return said[key]


def _attribution(graph: ArgumentGraph, item: Evidence) -> str:
    works = [graph.source(citation.source) for citation in item.citations]
    own = len(works) == 1 and item.speaker in (*works[0].authors[:1], authors(works[0]))
    when = item.date.in_words if item.date else ""
    if own and item.date in (None, works[0].date):
        return _works(graph, item)
    spoken = ", ".join(part for part in (item.speaker, when) if part)
    cited = _works(graph, item, named=not own)
    return f"{spoken.removesuffix('.')}. {cited}" if spoken and cited else spoken or cited


def _works(graph: ArgumentGraph, item: Evidence, *, named: bool = True) -> str:
    return "; ".join(
        work(graph.source(c.source), named=named) + (f", {c.locator}" if c.locator else "")
        for c in item.citations
    )


def work(source: Source, *, named: bool = True) -> str:
    """Name a source briefly: authors (if `named`), title, date, and whether verified."""
    when = f"({source.date.in_words})" if source.date else ""
    author = f"{authors(source)}, " if source.authors and named else ""
    checked = "" if source.verified else f"[{unverified()}]"
    return " ".join(part for part in (f"{author}{source.title}", when, checked) if part)


def authors(source: Source) -> str:
    """Name the authors of a work briefly: one, two, or the first "and others"; empty for none."""
    if len(source.authors) > 2:
        return t("{author} and others", author=source.authors[0])
    return listed(source.authors)


def source_line(source: Source) -> str:
    """Say what sort of work a source is, of when and by whom: "letter, 1990, by A and B"."""
    when = source.date.in_words if source.date else t("undated")
    named = listed(source.authors)
    by = n("by {authors}", "by {authors}", len(source.authors), authors=named) if named else ""
    return ", ".join(part for part in (source_kind(source.kind), when, by) if part)


def size(issues: int, claims: int, documents: int, sources: int) -> str:
    """Say how large a corpus is: "25 issues · 118 claims · 478 documents from 388 sources"."""
    found = t(
        "{documents} from {sources}",
        documents=n("{count} document", "{count} documents", documents),
        sources=np("documents from", "{count} source", "{count} sources", sources),
    )
    counted = (
        n("{count} issue", "{count} issues", issues),
        n("{count} claim", "{count} claims", claims),
        found,
    )
    return " · ".join(counted)


def imprint(corpus: Corpus) -> str:
    """Say which corpus it is, of when, and under which licence."""
    named: dict[str, object] = {"title": corpus.title, "licence": corpus.licence}
    if corpus.revised:
        named["date"] = corpus.revised.in_words
        if corpus.licence:
            return t("“{title}”, revised {date}. Licence: {licence}.", **named)
        return t("“{title}”, revised {date}.", **named)
    if corpus.licence:
        return t("“{title}”. Licence: {licence}.", **named)
    return t("“{title}”.", **named)


def brought(documents: int) -> str:
    """Say how many documents an account brings for a claim: "It brings 8 documents for this."."""
    if not documents:
        return t("No document that it brings for this itself is in the sources loaded.")
    return n(
        "It brings {count} document for this.", "It brings {count} documents for this.", documents
    )


def documents(count: DocumentCount) -> str:
    """Say how many documents a voice uses: "8 documents for, 2 to limit, 3 against"."""
    all_uses = {
        "for": count.supporting,
        "limit": count.qualifying,
        "against": count.opposing,
    }
    first, *more = [(use, number) for use, number in all_uses.items() if number] or [("", 0)]
    if not first[1]:
        return t("0 documents in all")
    said = [_MORE_BY_USE[use].format(count=number) for use, number in more]
    return ", ".join([_BY_USE[first[0]](first[1]), *said])


def search_sentence(total: int, is_counted: bool, is_loose: bool) -> str:
    """Say what a search found: "3 found.", or that nothing has all the words."""
    if not total:
        return t("Nothing found. Try fewer words, or only the beginning of one.")
    if is_loose and is_counted:
        return t("Nothing has all these words. {count} found with some of them.", count=total)
    if is_loose:
        return t(
            "Nothing has all these words. More than {count} found, too many to count with some of "
            "them.",
            count=total,
        )
    if is_counted:
        return t("{count} found.", count=total)
    return t("More than {count} found, too many to count.", count=total)


def unknown(kind: str, name: str, known: Sequence[str], near: str) -> str:
    """Say that a name leads nowhere, and which do: "There is no claim 'x'. Known: a, b."."""
    text = t("There is no {kind} {name}.", kind=NAMED_KIND.get(kind, kind), name=repr(name))
    if near:
        return f"{text} {t('Did you mean {name}?', name=repr(near))}"
    return f"{text} {t('Known: {names}.', names=', '.join(known))}" if known else text


def decade(year: int) -> str:
    """Name ten years: "1990s"."""
    return t("{year}s", year=year)


def decade_of_source(value: str) -> str:
    """Name the decade that a work is from: "the 1990s"; works without a date are undated."""
    return t("the {year}s", year=int(value)) if value.isdigit() else t("undated")


def sources_sentence(total: int, shown: int, contested: int) -> str:
    """Sum up a list of works: "12 of 369 works, 3 of them used for opposite ends."."""
    if shown == total:
        count = n("{count} work", "{count} works", total)
    else:
        count = n("{shown} of {count} work", "{shown} of {count} works", total, shown=shown)
    if not contested:
        return f"{count}."
    return t("{works}, {count} of them {used}.", works=count, count=contested, used=opposite_ends())


def matrix_sentence(matrix: Matrix) -> str:
    """Sum up who uses which documents: "40 documents are used here: 3 for opposite ends, ..."."""
    count = len(matrix.columns)
    if not count:
        return t("No document is used here in the sources loaded.")
    if len(matrix.narratives) == 2:
        shared = t("by both accounts in another way")
    else:
        shared = t("by more than one account in another way")
    ways = {kind: _WAYS.get(kind, shared) for kind in Sharing}
    parts = [
        p("how many documents", "{count} {use}", count=matrix.sharing[kind], use=words)
        for kind, words in ways.items()
        if matrix.sharing[kind]
    ]
    return n(
        "{count} document is used here: {uses}.",
        "{count} documents are used here: {uses}.",
        count,
        uses=listed(parts),
    )


_attributions: WeakKeyDictionary[ArgumentGraph, dict[tuple[str, str], str]] = WeakKeyDictionary()
