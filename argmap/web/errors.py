"""Answer with a page that says what went wrong and what to do, whatever went wrong."""

from __future__ import annotations

import difflib
import logging
from dataclasses import dataclass

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from argmap.core import wording
from argmap.core.language import Words, t
from argmap.errors import (
    ArgmapError,
    Busy,
    DrawingFailed,
    DrawingTooLarge,
    InvalidInput,
    StoreUnavailable,
    TooLarge,
    UnknownName,
)
from argmap.web.addresses import url_for
from argmap.web.frame import Frame
from argmap.web.serving import library

_log = logging.getLogger(__name__)
_STATUS: tuple[tuple[type[ArgmapError], int], ...] = (
    (UnknownName, 404),
    (InvalidInput, 400),
    (TooLarge, 400),
    (DrawingTooLarge, 400),
    (DrawingFailed, 503),
    (StoreUnavailable, 503),
    (Busy, 503),
)
_HEADINGS = Words(
    {
        400: "That cannot be shown as asked",
        403: "That was not asked for on these pages",
        404: "There is no such page",
        405: "That cannot be done here",
        413: "That is too much at once",
        500: "Something went wrong here",
        503: "Not possible just now",
    }
)
_SENTENCES = Words(
    {
        403: "Another site, or no page at all, asked for this to be done. Open the page here and "
        "use its button.",
        404: "Nothing stands at this address. It may have been typed with a slip, or the corpus "
        "that it belongs to is not loaded.",
        405: "This address only shows things; nothing can be sent to it.",
        413: "What was sent is larger than anything these pages take.",
        500: "The fault is in the program and not in what you did. It was written to the log; the "
        "other pages go on working.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """What the page of an error says."""

    frame: Frame
    """Title and place; errors stand outside the corpora."""

    status: int
    """The HTTP status, in small print."""

    sentence: str
    """What is wrong and what to do, in plain words."""

    suggestion: str
    """The nearest address that exists, empty where none is near."""

    suggested_name: str
    """What stands at the suggested address."""


def answer_errors(app: Flask) -> None:
    """Give every error its page."""
    app.register_error_handler(ArgmapError, _argmap_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unforeseen)


def _argmap_error(error: ArgmapError) -> tuple[str, int]:
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
    if status == 500:
        return _unforeseen(error)
    if not isinstance(error, UnknownName):
        return _page(status, str(error))
    near, name = _nearest(error)
    # What is near is offered once, as a link where there is one.
    sentence = wording.unknown(error.kind, error.name, error.listed, "" if near else error.near)
    return _page(status, sentence, suggestion=near, suggested_name=name)


def _http_error(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error.get_response()
    body, status = _page(error.code, _SENTENCES.get(error.code, error.description or ""))
    headers = [pair for pair in error.get_headers() if pair[0] == "Allow"]
    return body, status, headers


def _unforeseen(error: Exception) -> tuple[str, int]:
    _log.exception("no page for %s", request.path, exc_info=error)
    return _page(500, _SENTENCES[500])


def _page(
    status: int, sentence: str, *, suggestion: str = "", suggested_name: str = ""
) -> tuple[str, int]:
    page = ErrorPage(
        frame=Frame(title=_HEADINGS.get(status, t("That did not work"))),
        status=status,
        sentence=sentence,
        suggestion=suggestion,
        suggested_name=suggested_name,
    )
    return render_template("error.html", page=page), status


def _nearest(error: UnknownName) -> tuple[str, str]:
    """Find the address that differs from the one asked for by a slip in the unknown name."""
    arguments = dict(request.view_args or {})
    place = next((key for key, value in arguments.items() if value == error.name), None)
    if place is None or request.endpoint is None:
        return "", ""
    names = [name for name in _names_at(place, arguments) if name != error.name]
    near = difflib.get_close_matches(error.name, names, n=1)
    if not near:
        return "", ""
    return url_for(request.endpoint, **{**arguments, place: near[0]}), near[0]


def _names_at(place: str, arguments: dict[str, str]) -> tuple[str, ...]:
    if place == "corpus":
        return tuple(entry.id for entry in library().shelf())
    graph = library().graph(arguments["corpus"])
    names = {
        "issue": graph.issues,
        "claim": graph.claims,
        "evidence": graph.evidence,
        "source": graph.sources,
        "narrative": graph.narratives,
    }
    return tuple(names.get(place, ()))
