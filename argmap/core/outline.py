"""Put a diagram into words: a nested list that says every box and every relation.

A screen reader, a text browser, a worksheet and a phone get the same argument from it as the
eye gets from the picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.core import wording
from argmap.core.comparison import Comparison
from argmap.core.graph import ArgumentGraph
from argmap.core.issue_map import IssueMap
from argmap.core.language import t
from argmap.core.model import Argument, Relation
from argmap.core.selection import Branch, ClaimTree, Point


# Hundreds of these are made for one page: tuples are quickest.
class Line(NamedTuple):
    """One entry of an outline and what is nested below it.

    `lead` says how it bears on the line above and who says so, `text` what is said, `note` the
    attribution. `in_full` is the whole statement of a claim whose `text` is shortened, left out
    where the claim was argued out before. `kind` is "claim", "evidence", "argument" or "more",
    and `id` the record's id; "more" stands for what was left out and has the id of what it
    belongs to. `language` is that of a document's text, empty where it is the corpus's.
    """

    kind: str
    id: str
    lead: str
    text: str
    note: str = ""
    because: str = ""
    in_full: str = ""
    verified: bool = True
    language: str = ""
    children: tuple[Line, ...] = ()


def of_tree(graph: ArgumentGraph, tree: ClaimTree) -> Line:
    """Put an argument tree into words, root first, branches in their reading order.

    Each claim says where the accounts of the tree stand; of one alone there is no verdict.
    """
    return _Teller(graph, tree.narratives).point(tree.root, lead="")


class _Teller:
    """Put the parts of one tree into words."""

    def __init__(self, graph: ArgumentGraph, accounts: tuple[str, ...]) -> None:
        self.graph = graph
        self.repeated = t("The arguments on it stand further up.")
        self.refrain = wording.Refrain(graph, accounts)

    def point(
        self,
        point: Point,
        *,
        lead: str,
        because: str = "",
        extra: tuple[Line, ...] = (),
        step: str = "",
        hidden: int = 0,
    ) -> Line:
        """Put a claim or a piece of evidence into words, with what bears on it.

        Where it is the one premise of a `step`, what bears on the step is in `extra`, and `hidden`
        counts what of that is not shown: like its box, its line has one stub for both.
        """
        children = (*extra, *[self.branch(branch) for branch in point.branches])
        if point.hidden or hidden:
            children = (*children, _more(point.id if point.hidden else step, point.hidden + hidden))
        repeated = self.repeated if point.repeated else ""
        if (claim := self.graph.claims.get(point.id)) is not None:
            return Line(
                kind="claim", id=point.id, lead=lead, text=claim.text,
                note=_joined(self.refrain.standing(claim), repeated), because=because,
                in_full="" if repeated else claim.in_full, children=children,
            )  # fmt: skip
        item = self.graph.item(point.id)
        attribution = wording.sentence(wording.attribution(self.graph, item))
        works = [self.graph.source(citation.source) for citation in item.citations]
        language = "" if item.language == self.graph.corpus.language else item.language
        return Line(
            kind="evidence", id=item.id, lead=lead, text=wording.quoted(item),
            note=_joined(attribution, repeated), because=because,
            verified=item.verified and all([work.verified for work in works]),
            language=language, children=children,
        )  # fmt: skip

    def branch(self, branch: Branch) -> Line:
        argument = branch.argument
        lead = self.refrain.lead(argument)
        undercuts = tuple([self.branch(undercut) for undercut in branch.undercuts])
        if len(branch.premises) == 1:
            (only,) = branch.premises
            return self.point(
                only, lead=lead, because=argument.because,
                extra=undercuts, step=argument.id, hidden=branch.hidden,
            )  # fmt: skip
        if branch.hidden:
            undercuts = (*undercuts, _more(argument.id, branch.hidden))
        together = t("Taken together")
        premises = tuple(self.point(premise, lead=together) for premise in branch.premises)
        text = wording.taken_together(len(branch.premises))
        return Line(
            kind="argument", id=argument.id, lead=lead, text=text, because=argument.because,
            children=(*premises, *undercuts),
        )  # fmt: skip


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _more(id: str, count: int) -> Line:
    return Line(kind="more", id=id, lead="", text=wording.not_shown(count))


def of_issue(graph: ArgumentGraph, issue_map: IssueMap, comparison: Comparison) -> tuple[Line, ...]:
    """Put a comparison diagram into words: each claim, who holds it, what bears on it."""
    rows = {row.claim.id: row for row in comparison.rows}
    bearing: dict[str, list[Argument]] = {}
    for argument in issue_map.arguments:
        if (target := graph.target_claim(argument)) is not None:
            bearing.setdefault(target.id, []).append(argument)
    documents = _documents(graph, issue_map)
    return tuple(
        Line(
            kind="claim",
            id=claim.id,
            lead=wording.standing(graph, comparison.narratives, rows[claim.id]),
            text=claim.text,
            note=documents.get(claim.id, ""),
            in_full=claim.in_full,
            children=tuple(_bearing(graph, argument) for argument in bearing.get(claim.id, ())),
        )
        for claim in issue_map.claims
    )


def _bearing(graph: ArgumentGraph, argument: Argument) -> Line:
    premises = "; ".join(_premise(graph, id) for id in argument.premises)
    first = next(id for id in argument.premises if id in graph.claims)
    lead = wording.argument_sentence(graph, argument)
    if argument.relation is Relation.UNDERCUT:
        whose = wording.voices(graph, graph.argument(argument.target).by)
        lead = t("{lead} (one taken by {whose})", lead=lead, whose=whose)
    return Line(kind="claim", id=first, lead=lead, text=premises, because=argument.because)


def _premise(graph: ArgumentGraph, id: str) -> str:
    return graph.claim(id).text if id in graph.claims else wording.quoted(graph.item(id))


def _documents(graph: ArgumentGraph, issue_map: IssueMap) -> dict[str, str]:
    """Say for each claim how many documents each voice uses on it."""
    counted: dict[str, list[str]] = {}
    for (claim, voice), count in issue_map.documents.items():
        said = f"{graph.narrative(voice).name}: {wording.documents(count)}"
        counted.setdefault(claim, []).append(said)
    return {claim: f"{'; '.join(said)}." for claim, said in counted.items()}


def as_text(lines: Iterable[Line], *, indent: str = "  ", bullet: str = "- ") -> str:
    """Write an outline as plain text, one line an entry, nested by indentation."""
    return "\n".join(_rows(tuple(lines), 0, indent, bullet)) + "\n"


def _rows(lines: Iterable[Line], level: int, indent: str, bullet: str) -> Iterable[str]:
    for line in lines:
        lead = f"{line.lead.rstrip('.')}:" if line.lead else ""
        in_full = f"({wording.in_full()}: {line.in_full})" if line.in_full else ""
        parts = [lead, line.text, in_full, _noted(line)]
        yield indent * level + bullet + " ".join(part for part in parts if part)
        yield from _rows(line.children, level + 1, indent, bullet)


def _noted(line: Line) -> str:
    note = f"({line.note.rstrip('.')})" if line.note else ""
    checked = "" if line.verified else f"[{wording.unverified()}]"
    because = t("Because: {reason}", reason=line.because) if line.because else ""
    return " ".join(part for part in (note, checked, because) if part)
