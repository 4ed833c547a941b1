"""List every page: its address, its name in links, and the function that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask.typing import ResponseReturnValue

from argmap.web.views import (
    about,
    claim,
    compare,
    corpus,
    desk,
    evidence,
    files,
    health,
    issue,
    jobs,
    matrix,
    method,
    narrative,
    present,
    preview,
    search,
    shelf,
    sources,
    teach,
    timeline,
)


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page; parts of the address in <> are the arguments of `show`.

    All pages show things; those with the method POST do something and lead to one that shows it.
    """

    address: str
    name: str
    show: Callable[..., ResponseReturnValue]
    method: str = "GET"


PAGES = (
    Page("/", "shelf", shelf.show),
    Page("/method", "method", method.show),
    Page("/about", "about", about.show),
    Page("/search", "search_all", search.show_all),
    Page("/suggestions", "suggestions_all", search.suggest_all),
    Page("/healthz", "health", health.show),
    Page("/desk/state", "desk", desk.show),
    Page("/<corpus>/", "corpus", corpus.show),
    Page("/<corpus>/issues/<issue>", "issue", issue.show),
    Page("/<corpus>/claims/<claim>", "claim", claim.show),
    Page("/<corpus>/accounts/<narrative>", "narrative", narrative.show),
    Page("/<corpus>/compare", "compare", compare.show),
    Page("/<corpus>/timeline", "timeline", timeline.show),
    Page("/<corpus>/matrix", "matrix", matrix.show),
    Page("/<corpus>/evidence/<evidence>", "evidence", evidence.show),
    Page("/<corpus>/sources/", "sources", sources.show_all),
    Page("/<corpus>/sources/<source>", "source", sources.show),
    Page("/<corpus>/search", "search", search.show),
    Page("/<corpus>/suggestions", "suggestions", search.suggest),
    Page("/<corpus>/teach", "teach", teach.show),
    Page("/<corpus>/teach/<int:number>.png", "sheet", teach.show_sheet),
    Page("/<corpus>/teach/jobs", "job_begin", jobs.begin, "POST"),
    Page("/<corpus>/teach/jobs/<job>", "job", jobs.show),
    Page("/<corpus>/teach/jobs/<job>/off", "job_off", jobs.call_off, "POST"),
    Page("/<corpus>/teach/jobs/<job>/file", "job_file", jobs.take),
    Page("/<corpus>/present", "present", present.show),
    Page("/<corpus>/preview.png", "preview", preview.show),
    Page("/<corpus>/diagrams/<kind>.<format>", "diagram", files.show_diagram),
    Page("/<corpus>/data/<format>", "data", files.show_data),
)
