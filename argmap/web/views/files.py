"""Hand out pictures and data: every format there is, of what an address asks for."""

from __future__ import annotations

from flask import Response

from argmap import rendering, writers
from argmap.core.language import t
from argmap.errors import InvalidInput
from argmap.registry import find
from argmap.web import query
from argmap.web.bounded import in_time
from argmap.web.downloads import attached, handed_out
from argmap.web.orders import order
from argmap.web.serving import open_graph, serving


def show_diagram(corpus: str, kind: str, format: str) -> Response:
    """Hand out one picture, in the window where it was asked for."""
    graph = open_graph(corpus)
    diagram = find("diagram", rendering.DIAGRAMS, kind)
    pictures = [each for each in writers.FORMATS if each.is_picture]
    form = find("picture format", pictures, format)
    if not query.text(diagram.subject):
        raise InvalidInput(
            t(
                "The address has to say what the picture is of: ?{subject}=...",
                subject=diagram.subject,
            )
        )
    asked = order(graph, form, diagram=diagram.name)
    made = serving().made
    return handed_out(in_time(lambda: made.export(format, asked)), "inline")


def show_data(corpus: str, format: str) -> Response:
    """Hand out a corpus, or one issue or claim of it, as a file to be saved."""
    graph = open_graph(corpus)
    form = find("format", writers.FORMATS, format)
    asked = order(graph, form)
    if asked.scope in form.lengthy:
        raise InvalidInput(t("This takes a while: order it on the page “Use in class”."))
    made = serving().made
    return attached(in_time(lambda: made.export(format, asked)))
