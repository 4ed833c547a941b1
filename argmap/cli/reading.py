"""Read the store: `argmap list`, `argmap show`, `argmap compare`, `argmap stats`."""

from __future__ import annotations

import click

from argmap import library
from argmap.cli import options
from argmap.core import wording
from argmap.core.comparison import compare
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Role
from argmap.writers import balance_table, comparison_table, selection_json
from argmap.writers.format import Order


@click.command(
    "list",
    epilog=options.examples(
        "argmap list",
    ),
)
@options.database
def list_command(database: str | None) -> None:
    """List the corpora in the store.

    One line each: its id, its title, how much is in it.
    """
    for entry in options.open_library(database).shelf():
        counted = (
            f"{entry.issues} issues, {entry.claims} claims, {entry.arguments} arguments, "
            f"{entry.evidence} pieces of evidence, {entry.sources} sources"
        )
        options.write_out(f"{entry.id}  {entry.title}  ({counted})\n")


@click.command(
    "show",
    epilog=options.examples(
        *options.BEFORE,
        "argmap show my-corpus",
        "argmap show my-corpus crane-is-sound --depth all",
    ),
)
@click.argument("corpus")
@click.argument("claim", required=False)
@options.narratives
@options.depth
@options.database
def show_command(
    corpus: str,
    claim: str | None,
    narratives: tuple[str, ...],
    depth: int | None,
    database: str | None,
) -> None:
    """Show a corpus, or one claim and its arguments, in words."""
    graph = options.open_corpus(database, corpus)
    if claim is None:
        options.write_out(_contents(graph, narratives))
        return
    order = Order(graph=graph, claim=claim, narratives=narratives, depth=depth)
    options.write_out(library.export("text", order).content.decode())


def _contents(graph: ArgumentGraph, narratives: tuple[str, ...]) -> str:
    """Give a corpus as a table of contents: its voices, its issues, every claim with its id."""
    lines = [graph.corpus.title, "", graph.corpus.summary, ""]
    for narrative in graph.corpus.narratives:
        beside = " (observer)" if narrative.role is Role.OBSERVER else ""
        lines.append(f"{narrative.name}{beside} [{narrative.id}]")
    for issue in graph.corpus.issues:
        comparison = compare(graph, narratives, issue=issue.id)
        lines += ["", f"{issue.question} [{issue.id}]"]
        lines.append(wording.summary_sentence(comparison.summary, len(comparison.narratives)))
        lines += [
            f"  {wording.MARK[row.group]} {row.claim.text} [{row.claim.id}]"
            for row in comparison.rows
        ]
    return "\n".join(lines) + "\n"


@click.command(
    "compare",
    epilog=options.examples(
        *options.BEFORE,
        "argmap compare my-corpus --issue old-crane",
        "argmap compare my-corpus --issue old-crane --format json",
        "argmap compare my-corpus --format csv > comparison.csv",
    ),
)
@click.argument("corpus")
@options.narratives
@click.option("--issue", "-i", default="", help="Only the claims under this issue.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="Words to read, data for programs, or a table.",
)
@options.database
def compare_command(
    corpus: str, narratives: tuple[str, ...], issue: str, form: str, database: str | None
) -> None:
    """Line up what the accounts hold, claim by claim.

    Every claim is in exactly one class. The shape of the JSON is described in README.md.
    """
    graph = options.open_corpus(database, corpus)
    comparison = compare(graph, narratives, issue=issue or None)
    if form == "csv":
        options.write_out(comparison_table.as_csv(graph, comparison))
    elif form == "json":
        document = comparison_table.as_document(graph, comparison, issue)
        options.write_out(selection_json.as_bytes(document).decode())
    else:
        options.write_out(comparison_table.as_text(graph, comparison, issue))


@click.command(
    "stats",
    epilog=options.examples(
        *options.BEFORE,
        "argmap stats my-corpus",
        "argmap stats my-corpus --format csv > balance.csv",
    ),
)
@click.argument("corpus")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="A table to read, data for programs, or a table for a spreadsheet.",
)
@options.database
def stats_command(corpus: str, form: str, database: str | None) -> None:
    """Count what each account brings to each issue.

    Claims it speaks to, evidence, primary sources, arguments, objections with and without a
    reply, and how deep its replies go. An uneven corpus shows here.
    """
    graph = options.open_corpus(database, corpus)
    if form == "csv":
        options.write_out(balance_table.as_csv(graph))
    elif form == "json":
        document = balance_table.as_document(graph)
        options.write_out(selection_json.as_bytes(document).decode())
    else:
        options.write_out(balance_table.as_text(graph))
