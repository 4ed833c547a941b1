"""Answer in the language that an address begins with, or else in the browser's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote
from wsgiref.headers import Headers

from flask import g, request
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from argmap.core import language
from argmap.core.language import OWN_NAMES, code
from argmap.resources import catalogue

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

CHOSEN = "argmap.language"
"""Where in the environment of a request the code of its language stands."""

ROOT = "argmap.root"
"""Where the path stands at which the whole site is mounted, without a language."""

CORPUS_LANGUAGE = "corpus_language"
"""Where among the things of a request the language of the corpus stands that it opened."""

_IN_A_PATH = "/:@!$&'()*+,;=~"


class Spoken:
    """A WSGI application that speaks the language which each request asks for.

    A leading `/ru` or `/en` of the path becomes the end of `SCRIPT_NAME`, so that all links of
    such a page keep the language. Any other address is answered in the best language that the
    browser takes, in English where it takes none of them.

    Args:
        application: Makes the answers.
    """

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        root, path = environ.get("SCRIPT_NAME", ""), environ.get("PATH_INFO", "")
        first, _, rest = path.removeprefix("/").partition("/")
        is_named = first in OWN_NAMES and path.startswith("/")
        chosen = first if is_named else _best(environ.get("HTTP_ACCEPT_LANGUAGE", ""))
        spoken = {**environ, ROOT: root, CHOSEN: chosen}
        if is_named:
            spoken |= {"SCRIPT_NAME": f"{root}/{first}", "PATH_INFO": f"/{rest}"}

        def start(status: str, headers: list[tuple[str, str]], *exc_info: object) -> object:
            named = Headers(headers)
            named["Content-Language"] = chosen
            if not is_named:
                named["Vary"] = ", ".join((*named.get_all("Vary"), "Accept-Language"))
            return start_response(status, named.items(), *exc_info)  # type: ignore[arg-type]

        with language.speaking(catalogue(chosen)):
            return self._application(spoken, start)  # type: ignore[arg-type]


def _best(accepted: str) -> str:
    known = list(OWN_NAMES)
    accept = parse_accept_header(accepted, LanguageAccept)
    return accept.best_match(known, default=known[0]) or known[0]


def root() -> str:
    """Return the path at which the site is mounted, without a language; usually empty."""
    return str(request.environ.get(ROOT, request.script_root))


def in_language(wanted: str) -> str:
    """Give the address of the page that is being shown in another language, its state kept.

    Args:
        wanted: A code of `OWN_NAMES`; empty for the address that leaves it to the browser.
    """
    path = quote(request.path, safe=_IN_A_PATH)
    asked = request.query_string.decode("ascii", "ignore")
    return f"{root()}{f'/{wanted}' if wanted else ''}{path}{f'?{asked}' if asked else ''}"


def of_corpus(language: str) -> None:
    """Note for this request the language of the corpus that it is about; see `theirs`."""
    setattr(g, CORPUS_LANGUAGE, language)


def theirs(language: str = "") -> Markup:
    """Give a text of the corpus its attribute `lang`, where the page is in another language.

    Args:
        language: The language of that very text; empty for that of the corpus.
    """
    spoken = language or str(g.get(CORPUS_LANGUAGE, ""))
    if not spoken or spoken == code():
        return Markup()
    return Markup(' lang="{}"').format(spoken)
