"""Order what takes long, see how far it is, call it off, and take it along."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Response, render_template

from argmap import library
from argmap.core.language import t
from argmap.core.wording.files import file_size
from argmap.errors import InvalidInput
from argmap.registry import find
from argmap.web import making, query
from argmap.web.addresses import url_for
from argmap.web.downloads import attached
from argmap.web.frame import Crumb, Frame
from argmap.web.jobs import Job, State
from argmap.web.orders import order
from argmap.web.proof import Preview, seen_as
from argmap.web.security import only_from_here
from argmap.web.serving import open_graph, serving
from argmap.writers.format import Format, Order, Progress

BESIDES = ("make",)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPage:
    """The page of a job."""

    frame: Frame
    """Title and corpus."""

    title: str
    """What is made."""

    state: State
    """How far it is."""

    is_over: bool
    """Whether nothing more will happen."""

    what: str
    """What is being done now; may be empty."""

    done: int
    """How much of that is done."""

    total: int
    """How much there is; 0 where that is not known."""

    problem: str
    """Why there is no file; empty unless it failed."""

    here: str
    """The page's own address."""

    file: str
    """The address of the file; empty until it is there."""

    file_name: str
    """What the file is called."""

    size: str
    """How large it is, in words; empty until it is there."""

    inside: Preview
    """What is inside, read back from the file; empty until it is there."""

    call_off: str
    """Where the button that calls it off leads."""

    back: str
    """The page where it was ordered."""


def begin(corpus: str) -> Response:
    """Take an order and show its page."""
    only_from_here()
    graph = open_graph(corpus)
    wanted = query.text("make")
    form = query.known("make", lambda: find("format", library.formats(), wanted))
    asked = order(graph, form, besides=BESIDES)
    if asked.scope not in form.lengthy:
        raise InvalidInput(t("This is made at once: download it where it is offered."))
    back = making.address("teach", graph, asked, form, make=form.name)
    title = t("{what}: {subject}", what=t(form.title), subject=making.subject(graph, asked))
    job = serving().jobs.begin(
        corpus, title, back, lambda progress: _exported(form, asked, progress)
    )
    return _to(url_for("job", corpus=corpus, job=job.id))


def _exported(form: Format, asked: Order, progress: Progress) -> library.Exported:
    return library.export(form.name, replace(asked, progress=progress))


def show(corpus: str, job: str) -> Response:
    """Show how far a job is."""
    graph = open_graph(corpus)
    found = serving().jobs.find(corpus, job)
    exported = found.exported
    page = JobPage(
        frame=Frame(
            title=found.title,
            corpus=graph.corpus,
            trail=(Crumb(title=t("Use in class"), address=url_for("teach", corpus=corpus)),),
        ),
        title=found.title,
        state=found.state,
        is_over=found.state.is_over,
        what=found.what,
        done=found.done,
        total=found.total,
        problem=found.problem,
        here=url_for("job", corpus=corpus, job=job),
        file=url_for("job_file", corpus=corpus, job=job) if exported else "",
        file_name=exported.file_name if exported else "",
        size=file_size(len(exported.content)) if exported else "",
        inside=_inside(exported),
        call_off=url_for("job_off", corpus=corpus, job=job),
        back=found.back,
    )
    return _fresh(Response(render_template("job.html", page=page), mimetype="text/html"))


def _inside(exported: library.Exported | None) -> Preview:
    if exported is None:
        return Preview()
    seen = library.formats().named(exported.format_name).seen
    return seen_as(seen(exported.content)) if seen else Preview()


def call_off(corpus: str, job: str) -> Response:
    """Call a job off and show its page."""
    only_from_here()
    serving().jobs.call_off(serving().jobs.find(corpus, job))
    return _to(url_for("job", corpus=corpus, job=job))


def take(corpus: str, job: str) -> Response:
    """Hand out what a job made."""
    found: Job = serving().jobs.find(corpus, job)
    if found.exported is None:
        raise InvalidInput(t("This is not ready. Its page says how far it is."))
    return _fresh(attached(found.exported))


def _to(address: str) -> Response:
    # The address is a path, so nothing of the request's own host is repeated.
    return _fresh(Response(status=303, headers={"Location": address}))


def _fresh(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
