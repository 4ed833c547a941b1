"""Write what a diagram shows as a nested list, in Markdown or plain text, with its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from argmap.core import outline, wording
from argmap.core.comparison import compare
from argmap.core.issue_map import issue_map
from argmap.core.language import t
from argmap.core.model import Issue, Source
from argmap.core.outline import Line
from argmap.core.selection import claim_tree
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.options import LANGUAGE
from argmap.writers.part import part

# Everything that Markdown, or the HTML allowed in it, could take for more than a letter.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """One heading, the paragraphs below it and the outline that follows."""

    heading: str
    paragraphs: tuple[str, ...]
    lines: tuple[Line, ...]


def write_markdown(order: Order) -> bytes:
    """Write an outline in Markdown; texts of the corpus are escaped and stay text.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    blocks = [f"# {_escaped(order.graph.corpus.title)}"]
    for section in _sections(order):
        blocks.append(f"## {_escaped(section.heading)}")
        blocks += [_escaped(paragraph) for paragraph in section.paragraphs]
        blocks.append("\n".join(_items(section.lines, 0)))
    sources = [f"- {_escaped(_source(each))}" for each in part(order).sources]
    if sources:
        blocks += [f"## {t('Sources')}", "\n".join(sources)]
    blocks.append(_escaped(_origin(order)))
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def write_text(order: Order) -> bytes:
    """Write an outline as plain text, nested by two spaces.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    blocks = [order.graph.corpus.title]
    for section in _sections(order):
        blocks += [section.heading, *section.paragraphs]
        blocks.append(outline.as_text(_flattened(section.lines)).rstrip("\n"))
    sources = [f"- {_one_line(_source(each))}" for each in part(order).sources]
    if sources:
        blocks.append("\n".join((t("Sources"), *sources)))
    blocks.append(_origin(order))
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def in_words(order: Order) -> str:
    """Put what is drawn of a claim or an issue into words, for those who do not see it.

    Raises:
        UnknownName: The claim, the issue or an account is not in the corpus.
    """
    said = (outline.as_text(_flattened(section.lines)) for section in _sections(order))
    return "\n".join(said).rstrip("\n")


def _sections(order: Order) -> Iterable[_Section]:
    graph = order.graph
    if order.scope is Scope.CLAIM:
        tree = claim_tree(graph, order.claim, depth=order.depth, narratives=order.narratives)
        issue = graph.issue(graph.claim(order.claim).issue)
        yield _Section(heading=issue.question, paragraphs=(), lines=(outline.of_tree(graph, tree),))
        return
    if order.scope is Scope.CORPUS:
        yield from _cases(order)
    issues = (graph.issue(order.issue),) if order.issue else graph.corpus.issues
    for issue in issues:
        yield _issue_section(order, issue)


def _cases(order: Order) -> Iterable[_Section]:
    """Give each account that has strongest claims a section with them."""
    graph = order.graph
    for narrative in map(graph.narrative, graph.choose_accounts(order.narratives)):
        claims = map(graph.claim, narrative.strongest)
        if narrative.strongest:
            yield _Section(
                heading=narrative.name,
                paragraphs=(narrative.summary, f"{wording.strongest()}:"),
                lines=tuple(
                    Line(kind="claim", id=c.id, lead="", text=c.text, in_full=c.in_full)
                    for c in claims
                ),
            )


def _issue_section(order: Order, issue: Issue) -> _Section:
    graph = order.graph
    comparison = compare(graph, order.narratives, issue=issue.id)
    # Words have room for every claim; the bound is the drawing's.
    every = len(graph.claims_of(issue.id))
    drawn = issue_map(graph, issue.id, narratives=order.narratives, max_claims=every)
    answers = [
        f"{wording.sentence(wording.voice(graph.narrative(each.narrative)))[:-1]}: {each.text}"
        for each in issue.accounts
        if each.narrative in comparison.narratives
    ]
    summary = wording.summary_sentence(comparison.summary, len(comparison.narratives))
    return _Section(
        heading=issue.question,
        paragraphs=(issue.introduction, *answers, summary),
        lines=outline.of_issue(graph, drawn, comparison),
    )


def _items(lines: Iterable[Line], level: int) -> Iterable[str]:
    for line in lines:
        lead = f"**{_escaped(line.lead.rstrip('.'))}:**" if line.lead else ""
        note = f"({_escaped(line.note.rstrip('.'))})" if line.note else ""
        checked = "" if line.verified else f"\\[{wording.unverified()}\\]"
        because = f"*{t('Because:')}* {_escaped(line.because)}" if line.because else ""
        in_full = f"({wording.in_full()}: {_escaped(line.in_full)})" if line.in_full else ""
        parts = (lead, _escaped(line.text), in_full, note, checked, because)
        yield "  " * level + "- " + " ".join(part for part in parts if part)
        yield from _items(line.children, level + 1)


def _flattened(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Put each text on one line, so that no text can look like an entry of its own."""
    return tuple(
        Line(
            kind=line.kind, id=line.id, lead=_one_line(line.lead), text=_one_line(line.text),
            note=_one_line(line.note), because=_one_line(line.because),
            in_full=_one_line(line.in_full), verified=line.verified,
            children=_flattened(line.children),
        )
        for line in lines
    )  # fmt: skip


def _source(source: Source) -> str:
    """Name a source in full: the work, then what is needed to find it."""
    # Two are named with the work; of more the first is.
    authors = ", ".join(source.authors[1:]) if len(source.authors) > 2 else ""
    parts = (wording.work(source), authors, source.publisher, source.reference, source.url)
    return ". ".join(part.rstrip(".") for part in parts if part)


def _origin(order: Order) -> str:
    corpus = order.graph.corpus
    licence = f" {corpus.licence}." if corpus.licence else ""
    if corpus.revised:
        said = t(
            "From “{title}”, revised {date}.", title=corpus.title, date=corpus.revised.in_words
        )
    else:
        said = t("From “{title}”.", title=corpus.title)
    return f"{said}{licence} {wording.HANDOUT['neutral']}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


MARKDOWN = Format(
    name="markdown",
    title="Outline (Markdown)",
    suffix="md",
    media_type="text/markdown; charset=utf-8",
    scopes=frozenset(Scope),
    write=write_markdown,
    purpose="The argument as a nested list, to paste where headings and lists are understood.",
    family=Family.WORDS,
    options=(LANGUAGE,),
    contents="outline",
)
TEXT = Format(
    name="text",
    title="Outline (plain text)",
    suffix="txt",
    media_type="text/plain; charset=utf-8",
    scopes=frozenset(Scope),
    write=write_text,
    purpose="The argument as a nested list in plain words, to paste anywhere.",
    family=Family.WORDS,
    options=(LANGUAGE,),
    contents="outline",
)
