"""Say what an argument does, how it was answered, and what a map shows of it."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.core.graph import ArgumentGraph
from argmap.core.language import Counts, Words, n, p, t
from argmap.core.model import Argument, Relation
from argmap.core.replies import Ledger
from argmap.core.wording.tables import REPLY_COUNT
from argmap.core.wording.voices import capital, listed, sentence, voice, voices

_ON_CLAIM = Counts(
    {
        Relation.SUPPORT: ("{who} supports this claim", "{who} support this claim"),
        Relation.REBUT: ("{who} rebuts this claim", "{who} rebut this claim"),
        Relation.UNDERCUT: ("{who} undercuts this step", "{who} undercut this step"),
        Relation.QUALIFY: ("{who} qualifies this claim", "{who} qualify this claim"),
    }
)
_ON_EVIDENCE = Counts(
    {
        Relation.SUPPORT: ("{who} supports this evidence", "{who} support this evidence"),
        Relation.REBUT: ("{who} rebuts this evidence", "{who} rebut this evidence"),
        Relation.UNDERCUT: ("{who} undercuts this step", "{who} undercut this step"),
        Relation.QUALIFY: ("{who} qualifies this evidence", "{who} qualify this evidence"),
    }
)
_THAT_BEAR = Counts(
    {
        Relation.SUPPORT: ("{count} that supports it", "{count} that support it"),
        Relation.REBUT: ("{count} that rebuts it", "{count} that rebut it"),
        Relation.UNDERCUT: ("{count} that undercuts it", "{count} that undercut it"),
        Relation.QUALIFY: ("{count} that qualifies it", "{count} that qualify it"),
    }
)
_USED = Words(
    {
        Relation.SUPPORT: "in support",
        Relation.REBUT: "in rebuttal",
        Relation.UNDERCUT: "to undercut a step",
        Relation.QUALIFY: "to limit a claim",
    }
)


def argument_sentence(graph: ArgumentGraph, argument: Argument) -> str:
    """Say who makes an argument and what it does: "The Port account rebuts this claim"."""
    does = _ON_CLAIM if argument.target in graph.claims else _ON_EVIDENCE
    who = voices(graph, argument.by)
    return capital(does[argument.relation](len(argument.by), who=who))


def what_it_bears_on(graph: ArgumentGraph, argument: Argument) -> str:
    """Say what an argument speaks of, beside the thing itself: "this claim", "this step"."""
    if argument.relation is Relation.UNDERCUT:
        return t("this step")
    return t("this claim") if argument.target in graph.claims else t("this evidence")


def used(uses: Mapping[Relation, int]) -> str:
    """Say what a voice uses a document for: "In 2 of its arguments: 1 in support and ..."."""
    kinds = {relation: count for relation, count in uses.items() if count}
    total = sum(kinds.values())
    if len(kinds) == 1:
        only = _USED[next(iter(kinds))]
        return t("In {count} of its arguments, {use}.", count=total, use=only)
    ways = listed(
        p("how many arguments", "{count} {use}", count=count, use=_USED[kind])
        for kind, count in kinds.items()
    )
    return t("In {count} of its arguments: {uses}.", count=total, uses=ways)


def ledger_sentence(graph: ArgumentGraph, ledger: Ledger) -> str:
    """Sum up an account's replies: "The Port account faces 5 objections: 2 answered, ..."."""
    who = voice(graph.narrative(ledger.narrative))
    total = len(ledger.objections)
    if not total:
        return sentence(
            t("{who} faces no objection in the sources loaded: nothing to answer", who=who)
        )
    parts = [
        p("how many objections", "{count} {reply}", count=count, reply=REPLY_COUNT[level])
        for level, count in ledger.counts.items()
        if count
    ]
    return sentence(
        n(
            "{who} faces {count} objection: {replies}",
            "{who} faces {count} objections: {replies}",
            total,
            who=who,
            replies=listed(parts),
        )
    )


def taken_together(premises: int) -> str:
    """Name a step by how many premises it joins."""
    return n("{count} premises taken together", "{count} premises taken together", premises)


def show_steps(count: int) -> str:
    """Offer to show further steps of a map: "Show 3 more steps here"."""
    return n("Show {count} more step here", "Show {count} more steps here", count)


def hide_steps(count: int) -> str:
    """Offer to leave out steps that a map shows: "Hide the 3 steps here"."""
    return n("Hide the step here", "Hide the {count} steps here", count)


def not_shown(count: int) -> str:
    """Say how much a map or an outline leaves out: "3 more steps not shown here"."""
    return n("{count} more step not shown here", "{count} more steps not shown here", count)


def bearing_on_claim(counts: Mapping[Relation, int]) -> str:
    """Say what a picture shows on its claim: "On it bear 3 that support it and ..."."""
    parts = [_THAT_BEAR[relation](count) for relation, count in counts.items() if count]
    if not parts:
        return t("No argument on it is shown.")
    return t("On it bear {arguments}.", arguments=listed(parts))


def resting_sentence(count: int) -> str:
    """Say how much of a map rests on one source, before the source is named."""
    if not count:
        return t("Nothing in this map as it is shown rests on")
    return n("{count} box in this map rests on", "{count} boxes in this map rest on", count)
