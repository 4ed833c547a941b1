"""Answer whether the program runs, for whoever watches over it."""

from __future__ import annotations

from flask import Response


def show() -> Response:
    """Say that requests are answered; the store is not asked."""
    response = Response("ok\n", mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response
