"""Read from an address what is to be made of a corpus, and how."""

from __future__ import annotations

from flask import request

from argmap.core import language
from argmap.core.graph import ArgumentGraph
from argmap.web import query
from argmap.web.serving import serving
from argmap.writers.format import Format, Order
from argmap.writers.options import LANGUAGE, choose

PARTS = ("claim", "issue", "narratives", "depth")
"""What an address says about the part that is wanted, whatever is made of it."""


def order(
    graph: ArgumentGraph, form: Format, *, diagram: str = "", besides: tuple[str, ...] = ()
) -> Order:
    """Read an order for a format from the address that is asked for.

    Args:
        graph: The corpus.
        form: The format, or what a page heeds of one.
        diagram: The name of a diagram; empty for the usual one.
        besides: What else the address may have, for the page itself.

    Raises:
        InvalidInput: The address asks for a part that is not there, or for an option that the
            format does not have.
    """
    given = {name: query.text(name) for name in request.args if name not in (*PARTS, *besides)}
    if LANGUAGE in form.options and not given.get(LANGUAGE.name):
        given[LANGUAGE.name] = language.code()  # that of the page, unless another is asked for
    return Order(
        graph=graph,
        claim=query.claim(graph),
        issue=query.issue(graph),
        diagram=diagram,
        narratives=query.chosen_narratives(graph),
        depth=query.depth(),
        address=serving().settings.address,
        engine=serving().settings.engine,
        chosen=choose(form.name, form.options, given),
        publish=serving().publish,
    )
