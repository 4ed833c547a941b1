"""Read worksheets and their keys; what each of them leaves out is in `worksheets.answers`."""

from __future__ import annotations

from tests.writers.foreign.asked import Asked
from tests.writers.printed import bare
from tests.writers.worksheets.answers import CHECKS, HARDEST, Read
from tests.writers.worksheets.reading import check_page


def worksheet(asked: Asked) -> None:
    """Both print and say what is asked, and the answers are in the key alone."""
    graph, order = asked.graph, asked.order
    issue = graph.issue(order.issue or graph.claim(order.claim).issue)
    sheet, key = (asked.made(key=each, **HARDEST[asked.form]) for each in ("no", "yes"))
    read = Read.of(order, sheet, key)

    assert bare(issue.question) in read.sheet
    assert bare(issue.question) in read.key
    for content in (sheet, key):
        check_page(content)
        assert b"pdfuaid:part" in content
        assert f"/Lang({graph.corpus.language})".encode() in content.replace(b"/Lang (", b"/Lang(")
    CHECKS[asked.form](read)
