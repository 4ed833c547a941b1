"""Tell an open page whether the folder on the author's desk has changed."""

from __future__ import annotations

from flask import Response, abort, jsonify

from argmap.web.serving import desk_mark, serving


def show() -> Response:
    """Give the mark of the moment; there is none without a desk."""
    if serving().desk is None:
        abort(404)
    response = jsonify(mark=desk_mark())
    response.headers["Cache-Control"] = "no-store"
    return response
