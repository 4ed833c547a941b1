"""Tell an open page whether the folder on the author's desk has changed."""

from __future__ import annotations

import hashlib

from flask import Response, abort, jsonify

from argmap.web.serving import library, serving


def show() -> Response:
    """Give a mark that is another one after each change; there is none without a desk."""
    desk = serving().desk
    if desk is None:
        abort(404)
    seen = [f"{entry.id} {entry.revision}" for entry in library().shelf()]
    seen += [str(problem) for problem in desk.problems]
    response = jsonify(mark=hashlib.sha256("\n".join(seen).encode()).hexdigest()[:16])
    response.headers["Cache-Control"] = "no-store"
    return response
