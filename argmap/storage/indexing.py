"""Fill the search index with the words of a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection, text

from argmap.core.graph import ArgumentGraph
from argmap.core.model import Claim, Corpus, Evidence, EvidenceKind, Level
from argmap.storage.spelling import MIN_CHARS
from argmap.storage.words import stem, words

# How much a kind of record weighs against others that fit a query as well, in hundredths.
_HEADLINE, _ISSUE, _REPLY, _EVIDENCE, _EVENT, _SOURCE, _ACCOUNT = 130, 120, 110, 100, 100, 85, 75
# Evidence that much is built on weighs more: so many hundredths for each argument, up to a few.
_USE, _MOST_USES = 5, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a record is found by, and how it is shown.

    `text` is its main text and `more` what else it says; both are stored to be shown. By `names`
    it is found too, nearly as well as by its text: a speaker, authors, what each account calls an
    event. `around` is where it stands: the title of a claim's issue, of a quotation's works.
    `issues` are the ids of those it bears on, `standing` is its weight in hundredths.
    """

    kind: str
    id: str
    text: str
    names: str = ""
    more: str = ""
    around: str = ""
    issues: tuple[str, ...] = ()
    standing: int = 100


@dataclass(frozen=True, slots=True)
class IndexedEntry:
    """An entry with its stems, a line for each of its texts, and all it can be found by.

    `vocabulary` has the words of its own texts, to guess at mistyped ones.
    """

    entry: Entry
    stems: str
    length: int
    tokens: str
    vocabulary: frozenset[str]


def entries(graph: ArgumentGraph) -> tuple[Entry, ...]:
    """List what can be found of a corpus: kind by kind, each in the corpus's order."""
    return tuple(
        chain(
            _issues(graph.corpus),
            _claims(graph),
            _evidence(graph),
            _sources(graph),
            _events(graph.corpus),
            _sentences(graph),
        )
    )


def indexed(entry: Entry) -> IndexedEntry:
    """Cut an entry into words and stems; this takes longer than to write them down."""
    lines = (entry.text, entry.names, entry.more, entry.around)
    cut = [[word for _, _, word in words(part)] for part in lines]
    stems = [[stem(word) for word in part] for part in cut]
    own = chain(*cut[:3])
    return IndexedEntry(
        entry=entry,
        stems="\n".join(map(" ".join, stems)),
        length=sum(map(len, stems)),
        # Words too: half a word typed need not begin its stem.
        tokens=" ".join(sorted({*chain(*stems, *cut)})),
        vocabulary=frozenset(w for w in own if len(w) >= MIN_CHARS and w.isalpha()),
    )


def add(connection: Connection, corpus_id: str, entries: Sequence[IndexedEntry]) -> None:
    """Index entries of a corpus that has none, within the connection's transaction."""
    if not entries:
        return
    last = connection.execute(text("SELECT COALESCE(MAX(entry), 0) FROM search_entry")).scalar_one()
    numbered = list(enumerate(entries, last + 1))
    connection.execute(_ADD_ENTRY, [_row(number, corpus_id, each) for number, each in numbered])
    connection.execute(
        _ADD_TOKENS[connection.dialect.name],
        [{"entry": number, "tokens": each.tokens} for number, each in numbered],
    )
    vocabulary = Counter(chain.from_iterable(each.vocabulary for each in entries))
    if vocabulary:
        connection.execute(
            _ADD_WORD,
            [
                {"corpus": corpus_id, "word": word, "entries": count}
                for word, count in sorted(vocabulary.items())
            ],
        )


def remove(connection: Connection, corpus_id: str) -> None:
    """Take a corpus out of the index, within the connection's transaction."""
    for statement in (_REMOVE_TOKENS, _REMOVE_ENTRIES, _REMOVE_WORDS):
        connection.execute(statement, {"corpus": corpus_id})


def missing(connection: Connection) -> tuple[str, ...]:
    """List the ids of stored corpora of which nothing is indexed."""
    return tuple(connection.execute(_MISSING).scalars())


def _row(number: int, corpus_id: str, indexed: IndexedEntry) -> dict[str, object]:
    entry = indexed.entry
    return {
        "entry": number,
        "corpus": corpus_id,
        "kind": entry.kind,
        "id": entry.id,
        "issues": " ".join(entry.issues),
        "standing": entry.standing,
        "text": entry.text,
        "more": entry.more,
        "stems": indexed.stems,
        "length": indexed.length,
    }


def _issues(corpus: Corpus) -> Iterator[Entry]:
    for each in corpus.issues:
        yield Entry(
            kind="issue",
            id=each.id,
            text=each.title,
            more=_joined(each.question, each.introduction),
            issues=(each.id,),
            standing=_ISSUE,
        )


def _claims(graph: ArgumentGraph) -> Iterator[Entry]:
    for each in graph.corpus.claims:
        yield Entry(
            kind="claim",
            id=each.id,
            text=each.text,
            more=_joined(each.in_full, each.note),
            around=graph.issue(each.issue).title,
            issues=(each.issue,),
            standing=_HEADLINE if each.level is Level.HEADLINE else _REPLY,
        )


def _evidence(graph: ArgumentGraph) -> Iterator[Entry]:
    ruled_on: dict[str, list[Claim]] = {}
    for claim in graph.corpus.claims:
        for id in claim.findings:
            ruled_on.setdefault(id, []).append(claim)
    for each in graph.corpus.evidence:
        works = [graph.source(citation.source) for citation in each.citations]
        uses = len(graph.arguments_from(each.id))
        yield Entry(
            kind="quotation" if each.kind is EvidenceKind.QUOTATION else "fact",
            id=each.id,
            text=each.text,
            names=each.speaker,
            more=_joined(each.original, each.translation, each.context, each.wording, each.note),
            around=_joined(*(part for w in works for part in (w.title, w.title_translation))),
            issues=_issues_of(graph, each, ruled_on.get(each.id, ())),
            standing=_EVIDENCE + _USE * min(uses, _MOST_USES),
        )


def _issues_of(
    graph: ArgumentGraph, item: Evidence, ruled_on: Iterable[Claim] = ()
) -> tuple[str, ...]:
    ends = [graph.target_claim(argument) for argument in graph.arguments_from(item.id)]
    bears_on = {claim.issue for claim in (*ends, *ruled_on) if claim is not None}
    return tuple(id for id in graph.issues if id in bears_on)


def _sources(graph: ArgumentGraph) -> Iterator[Entry]:
    for each in graph.corpus.sources:
        on = {id for item in graph.evidence_of(each.id) for id in _issues_of(graph, item)}
        yield Entry(
            kind="source",
            id=each.id,
            text=each.title,
            names=_joined(each.title_translation, *each.authors),
            more=_joined(each.publisher, each.reference, each.note),
            issues=tuple(id for id in graph.issues if id in on),
            standing=_SOURCE,
        )


def _events(corpus: Corpus) -> Iterator[Entry]:
    for each in corpus.events:
        yield Entry(
            kind="event",
            id=each.id,
            text=each.title,
            names=_joined(*(name.text for name in each.names)),
            more=each.note,
            issues=(each.issue,) if each.issue else (),
            standing=_EVENT,
        )


def _sentences(graph: ArgumentGraph) -> Iterator[Entry]:
    """Give what each account says in its own words: of itself, on an issue, on a claim."""
    for narrative in graph.corpus.narratives:
        yield Entry(
            kind="sentence",
            id=narrative.id,
            text=narrative.summary or narrative.name,
            names=_joined(narrative.name, narrative.short) if narrative.summary else "",
            standing=_ACCOUNT,
        )
    for issue in graph.corpus.issues:
        for answer in issue.accounts:
            yield Entry(
                kind="sentence",
                id=f"{answer.narrative}/issue/{issue.id}",
                text=answer.text,
                issues=(issue.id,),
                standing=_ACCOUNT,
            )
    for stance in graph.corpus.stances:
        if stance.how:
            yield Entry(
                kind="sentence",
                id=f"{stance.narrative}/claim/{stance.claim}",
                text=stance.how,
                issues=(graph.claim(stance.claim).issue,),
                standing=_ACCOUNT,
            )


def _joined(*texts: str) -> str:
    return " · ".join(filter(None, texts))


_ADD_ENTRY = text(
    "INSERT INTO search_entry"
    " (entry, corpus_id, kind, id, issues, standing, text, more, stems, length) VALUES"
    " (:entry, :corpus, :kind, :id, :issues, :standing, :text, :more, :stems, :length)"
)
_ADD_TOKENS = {
    "sqlite": text("INSERT INTO search_index (rowid, tokens) VALUES (:entry, :tokens)"),
    # Made of an array and not by the server's own cutting, which knows other words than ours.
    "postgresql": text(
        "INSERT INTO search_index (rowid, tokens) VALUES"
        " (:entry, array_to_tsvector(array_remove(string_to_array(:tokens, ' '), '')))"
    ),
}
_ADD_WORD = text(
    "INSERT INTO search_word (corpus_id, word, entries) VALUES (:corpus, :word, :entries)"
)
_REMOVE_TOKENS = text(
    "DELETE FROM search_index WHERE rowid IN"
    " (SELECT entry FROM search_entry WHERE corpus_id = :corpus)"
)
_REMOVE_ENTRIES = text("DELETE FROM search_entry WHERE corpus_id = :corpus")
_REMOVE_WORDS = text("DELETE FROM search_word WHERE corpus_id = :corpus")
_MISSING = text(
    "SELECT id FROM corpus WHERE NOT EXISTS"
    " (SELECT 1 FROM search_entry WHERE corpus_id = corpus.id) ORDER BY id"
)
