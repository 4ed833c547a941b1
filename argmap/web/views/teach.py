"""Make something for a class: choose what about and what, see it as it prints, take it along."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from flask import Response, render_template

from argmap import library
from argmap.core.graph import ArgumentGraph
from argmap.core.language import n, t
from argmap.core.selection import DEFAULT_DEPTH
from argmap.errors import InvalidInput
from argmap.registry import find
from argmap.web import making, query
from argmap.web.addresses import url_for
from argmap.web.bounded import in_time
from argmap.web.frame import Crumb, Frame
from argmap.web.making import WHOLE, Choice, Field, Shelf
from argmap.web.orders import order
from argmap.web.proof import Preview, preview
from argmap.web.serving import open_graph
from argmap.web.subjects import Subject, subjects
from argmap.writers import slides
from argmap.writers.format import Family, Format, Order, Scope
from argmap.writers.worksheets.choices import KEY

BESIDES = ("make", WHOLE)
DEPTHS = ("1", "2", "3", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Something that can be made of the whole corpus."""

    title: str
    """What it is."""

    purpose: str
    """What it is good for, in one sentence."""

    address: str
    """The page with it chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectsPage:
    """The page while nothing is chosen to make something about."""

    frame: Frame
    """Title and corpus."""

    subjects: tuple[Subject, ...]
    """The issues, in the corpus's order, with their claims."""

    whole: tuple[Whole, ...]
    """What can be made of the whole corpus at once, in the order of the shelves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachPage:
    """The page that makes something about an issue, a claim or the whole corpus."""

    frame: Frame
    """Title, corpus and the way to the subject."""

    subject: str
    """The issue's question, the claim's text or the corpus's title."""

    others: str
    """The page with no subject chosen."""

    present: str
    """The page that shows the subject step by step; empty for a corpus."""

    shelves: tuple[Shelf, ...]
    """What can be made."""

    form: Format
    """What is made now."""

    hidden: tuple[tuple[str, str], ...]
    """What the form keeps: the subject and what is made."""

    fields: tuple[Field, ...]
    """The options of what is made."""

    accounts: tuple[Choice, ...]
    """The accounts, for the form; empty where there is nothing to choose."""

    depths: tuple[Choice, ...]
    """How far a tree goes, for the form; empty for all but a claim."""

    preview: Preview
    """What it looks like."""

    download: str
    """The address of the file; empty where it is made by a job."""

    key: str
    """The address of the answers, where a sheet is shown that has some; else empty."""

    job: str
    """Where the button leads that has it made; empty where it is made at once."""

    file_name: str
    """What the file is called."""


def show(corpus: str) -> str:
    """Show what can be made and what it looks like, as the address asks."""
    graph = open_graph(corpus)
    scope = _scope(graph)
    if scope is None:
        return render_template("teach-subjects.html", page=_subjects(graph))
    form = _form(scope)
    asked = order(graph, form, besides=BESIDES)
    is_lengthy = scope in form.lengthy
    page = TeachPage(
        frame=_frame(graph, asked),
        subject=making.subject(graph, asked),
        others=url_for("teach", corpus=corpus, make=form.name),
        present=making.address("present", graph, asked, slides.TOLD)
        if scope is not Scope.CORPUS
        else "",
        shelves=making.shelves(graph, asked, form),
        form=form,
        hidden=_hidden(asked, form),
        fields=making.fields(form, asked),
        accounts=_accounts(graph, asked) if not form.has_all_accounts else (),
        depths=_depths(asked),
        preview=preview(graph, form, asked),
        download=making.address("data", graph, asked, form, format=form.name)
        if not is_lengthy
        else "",
        key=_key(graph, asked, form),
        job=making.address("job_begin", graph, asked, form, make=form.name) if is_lengthy else "",
        file_name=library.file_name(form.name, asked),
    )
    return render_template("teach.html", page=page)


def _key(graph: ArgumentGraph, asked: Order, form: Format) -> str:
    if KEY not in form.options or KEY.of(asked):
        return ""
    answered = replace(asked, chosen={**asked.chosen, KEY.name: True})
    return making.address("data", graph, answered, form, format=form.name)


def show_sheet(corpus: str, number: int) -> Response:
    """Draw one page of what prints, as it prints."""
    graph = open_graph(corpus)
    form = _form(_scope(graph) or Scope.CORPUS)
    asked = order(graph, form, besides=BESIDES)
    return Response(in_time(lambda: _sheet(form, asked, number)), content_type="image/png")


def _sheet(form: Format, asked: Order, number: int) -> bytes:
    pages = library.sheets(form.name, asked)
    if pages is None:
        raise InvalidInput(
            t("The format {format} has no pages to look at.", format=repr(form.name))
        )
    if not 1 <= number <= pages.count:
        raise InvalidInput(
            t(
                "There is no page {number}; there are pages 1 to {count}.",
                number=number,
                count=pages.count,
            )
        )
    return pages.png(number)


def _scope(graph: ArgumentGraph) -> Scope | None:
    """Read what something is to be made about; None where nothing is chosen."""
    asked = Order(graph=graph, claim=query.claim(graph), issue=query.issue(graph))
    if asked.claim and asked.issue:
        raise InvalidInput(t("Choose a claim or an issue, not both."))
    if query.text(WHOLE) not in ("", "yes"):
        raise InvalidInput(t("{name} is not yes; write yes, or leave it out.", name=WHOLE))
    if asked.scope is not Scope.CORPUS:
        return asked.scope
    return Scope.CORPUS if query.text(WHOLE) else None


def _form(scope: Scope) -> Format:
    name = query.text("make")
    if not name:
        return making.first_of(scope)
    return query.known("make", lambda: find("format", making.makings_of(scope), name))


def _subjects(graph: ArgumentGraph) -> SubjectsPage:
    whole = Order(graph=graph)
    families = list(Family)
    known = sorted(making.makings_of(whole.scope), key=lambda each: families.index(each.family))
    return SubjectsPage(
        frame=Frame(title=t("Use in class"), corpus=graph.corpus),
        subjects=subjects(graph, lambda kind, id: _address(graph, Scope(kind), id)),
        whole=tuple(
            Whole(
                title=t(each.title),
                purpose=t(each.purpose),
                address=making.address("teach", graph, whole, each, make=each.name),
            )
            for each in known
        ),
    )


def _address(graph: ArgumentGraph, scope: Scope, id: str) -> str:
    """Give the page for a subject, with the same making if it can be made of that."""
    wanted = query.text("make")
    fits = any(each.name == wanted for each in making.makings_of(scope))
    about: dict[str, Any] = {"claim": id} if scope is Scope.CLAIM else {"issue": id}
    return url_for("teach", corpus=graph.corpus.id, make=wanted if fits else None, **about)


def _frame(graph: ArgumentGraph, asked: Order) -> Frame:
    title = t("Use in class: {subject}", subject=making.subject(graph, asked))
    if asked.scope is Scope.CORPUS:
        return Frame(title=title, corpus=graph.corpus)
    issue = graph.issue(asked.issue or graph.claim(asked.claim).issue)
    trail = [
        Crumb(
            title=issue.title,
            address=url_for("issue", corpus=graph.corpus.id, issue=issue.id),
            is_theirs=True,
        )
    ]
    if asked.claim:
        claim = graph.claim(asked.claim)
        there = url_for("claim", corpus=graph.corpus.id, claim=claim.id)
        trail.append(Crumb(title=claim.text, address=there, is_theirs=True))
    return Frame(
        title=title,
        corpus=graph.corpus,
        trail=tuple(trail),
    )


def _hidden(asked: Order, form: Format) -> tuple[tuple[str, str], ...]:
    about = {Scope.CLAIM: asked.claim, Scope.ISSUE: asked.issue, Scope.CORPUS: "yes"}[asked.scope]
    name = WHOLE if asked.scope is Scope.CORPUS else asked.scope.value
    return (("make", form.name), (name, about))


def _accounts(graph: ArgumentGraph, asked: Order) -> tuple[Choice, ...]:
    if len(graph.accounts) < 2:
        return ()
    chosen = asked.narratives or graph.choose_accounts()
    return tuple(
        Choice(value=each.id, title=each.name, is_on=each.id in chosen) for each in graph.accounts
    )


def _depths(asked: Order) -> tuple[Choice, ...]:
    if asked.scope is not Scope.CLAIM:
        return ()
    present = "all" if asked.depth is None else str(asked.depth)
    known = DEPTHS if present in DEPTHS else (*DEPTHS, present)
    titles = {"1": t("One step"), "all": t("All steps"), str(DEFAULT_DEPTH): t("Two steps")}
    return tuple(
        Choice(
            value=each,
            title=titles.get(each) or n("{count} step", "{count} steps", int(each)),
            is_on=each == present,
        )
        for each in known
    )
