"""Show the corpora as pages: `create_app` makes the application."""

from __future__ import annotations

import os

from flask import Flask, Response, abort, request
from jinja2 import FileSystemLoader, StrictUndefined

from argmap.core import language, wording
from argmap.library import Desk, Library
from argmap.resources import shipped
from argmap.web import query, serving
from argmap.web.addresses import address_of, url_for
from argmap.web.assets import asset
from argmap.web.cache import CachedPages, PageCache
from argmap.web.compression import Compressed
from argmap.web.errors import answer_errors
from argmap.web.languages import Spoken, in_language, theirs
from argmap.web.security import protect
from argmap.web.serving import EXTENSION, Serving
from argmap.web.settings import Settings
from argmap.web.still import edition
from argmap.web.views import PAGES
from argmap.writers.edition import Edition
from argmap.writers.format import Order

__all__ = ["Settings", "create_app", "publish"]

STATIC_ADDRESS = "/_static"
MAX_BODY_BYTES = 64_000
_DAY_S = 86_400
_YEAR_S = 365 * _DAY_S


def create_app(
    settings: Settings | None = None,
    *,
    library: Library | None = None,
    desk: Desk | None = None,
    is_still: bool = False,
) -> Flask:
    """Make the application that shows the corpora of a store.

    Args:
        settings: How they are served; None takes them from the environment.
        library: The corpora; None opens the store that the settings name.
        desk: An author's desk, whose folder is read again before each page and whose problems
            are shown on all of them; None for none.
        is_still: Whether its pages are for an edition that no server answers: those in
            `templates/still/` take the place of others of the same name.

    Raises:
        InvalidInput: The environment has a setting that cannot be used.
        StoreUnavailable: The store cannot be opened.
    """
    settings = settings or Settings.from_environment(os.environ)
    served = Serving(
        settings=settings,
        library=library or Library(settings.store_url),
        desk=desk,
        publish=publish,
    )
    app = Flask(
        __name__,
        template_folder=str(shipped("templates")),
        static_url_path=STATIC_ADDRESS,
    )
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = _DAY_S
    app.extensions[EXTENSION] = served
    _prepare_templates(app, is_still)
    _prepare_requests(app, served)
    answer_errors(app)
    protect(app)
    # No address is redirected to another: a redirect would name this site as the request does.
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    for page in PAGES:
        app.add_url_rule(page.address, page.name, page.show, methods=[page.method])
    cache = PageCache(settings.cache_mb * 10**6)
    pages = CachedPages(app.wsgi_app, served.mark, cache)
    app.wsgi_app = Spoken(Compressed(pages, cache))  # type: ignore[method-assign]
    return app


def publish(order: Order) -> Edition:
    """Make the pages of a corpus or an issue so that they need no server; see `web.still`."""
    return edition(order, create_app)


def _prepare_templates(app: Flask, is_still: bool) -> None:
    if is_still:
        folder = shipped("templates")
        app.jinja_loader = FileSystemLoader([folder / "still", folder])
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda message: language.catalogue().gettext(message),
        lambda one, several, count: language.catalogue().ngettext(one, several, count),
        newstyle=True,
        pgettext=lambda context, message: language.catalogue().pgettext(context, message),
        npgettext=lambda context, one, several, count: language.catalogue().npgettext(
            context, one, several, count
        ),
    )
    # What is said a hundred times on a page is said without the way round by the alias.
    app.jinja_env.globals["_"] = app.jinja_env.globals["gettext"]
    app.jinja_env.globals.update(
        wording=wording, address_of=address_of, asset=asset, in_language=in_language,
        language=language, theirs=theirs, url_for=url_for, is_still=is_still,
    )  # fmt: skip
    app.jinja_env.filters["sentence"] = wording.sentence
    app.context_processor(_desk)


def _desk() -> dict[str, object]:
    if serving.serving().desk is None:
        return {"is_desk": False}
    return {"is_desk": True, "problems": serving.problems(), "desk_mark": serving.desk_mark()}


def _prepare_requests(app: Flask, served: Serving) -> None:
    @app.before_request
    def prepare() -> None:
        if (request.content_length or 0) > MAX_BODY_BYTES:
            abort(413)
        query.check()
        if served.desk is not None:
            served.desk.refresh()

    @app.after_request
    def say_how_long(response: Response) -> Response:
        if request.endpoint == "static" and "v" in request.args and response.status_code == 200:
            response.headers["Cache-Control"] = f"public, max-age={_YEAR_S}, immutable"
        response.headers.setdefault("Cache-Control", "no-cache")
        return response
