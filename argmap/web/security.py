"""Tell the browser what a page may do: load its own files, and nothing else."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    # Other sites are told nothing; a form of these pages says that it is one, see `only_from_here`.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}


def protect(app: Flask) -> None:
    """Send the security headers with every answer, errors and files included."""

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response


def only_from_here() -> None:
    """Refuse a request to do something unless a page of this site made it.

    Browsers say where a request comes from, and no page can make them say otherwise: by
    `Sec-Fetch-Site` where the connection is trusted, by `Origin` with every POST. What says
    neither was not sent by a browser of today, and is refused.
    """
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin", "")
    is_here = site == "same-origin" if site else _host_of(origin) == request.host != ""
    if not is_here:
        abort(403)


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""  # no browser writes such an address
