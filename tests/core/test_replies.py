"""What an account owes an answer to, and whether it gave one."""

from __future__ import annotations

import pytest

from argmap.core.graph import ArgumentGraph
from argmap.core.replies import ReplyLevel, ledger, replies_to
from argmap.errors import UnknownName
from tests import builders as build


def test_a_rebuttal_of_a_held_claim_without_reply_is_unanswered() -> None:
    found = ledger(graph(build.rebut("attack", "fact", "held", by="right")), "left")

    assert levels(found) == {"attack": ReplyLevel.UNANSWERED}
    assert [objection.argument.id for objection in found.unanswered] == ["attack"]


def test_an_undercut_of_the_attack_answers_it() -> None:
    found = ledger(
        graph(
            build.rebut("attack", "fact", "held", by="right"),
            build.undercut("reply", "other", "attack", by="left"),
        ),
        "left",
    )

    assert levels(found) == {"attack": ReplyLevel.ANSWERED}
    assert [reply.id for reply in found.objections[0].replies] == ["reply"]


def test_a_rebuttal_of_the_attacks_premise_answers_it() -> None:
    found = ledger(
        graph(
            build.rebut("attack", "fact", "held", by="right"),
            build.rebut("reply", "other", "fact", by="left"),
        ),
        "left",
    )

    assert levels(found)["attack"] is ReplyLevel.ANSWERED


def test_support_of_a_denied_claim_is_countered_by_a_rebuttal_of_it() -> None:
    found = ledger(
        graph(
            build.support("their-case", "fact", "denied", by="right"),
            build.rebut("own-case", "other", "denied", by="left"),
        ),
        "left",
    )

    assert levels(found) == {"their-case": ReplyLevel.COUNTERED}
    assert [reply.id for reply in found.objections[0].replies] == ["own-case"]


def test_conceding_the_premise_and_qualifying_the_target_counters() -> None:
    found = ledger(
        graph(
            build.rebut("attack", "conceded", "qualified", by="right"),
        ),
        "left",
    )

    assert levels(found) == {"attack": ReplyLevel.COUNTERED}


def test_denying_the_premise_without_a_reason_dismisses() -> None:
    found = ledger(graph(build.rebut("attack", "denied", "held", by="right")), "left")

    assert levels(found) == {"attack": ReplyLevel.DISMISSED}


def test_a_reply_by_somebody_else_does_not_count() -> None:
    found = ledger(
        graph(
            build.rebut("attack", "fact", "held", by="right"),
            build.undercut("reply", "other", "attack", by="school"),
        ),
        "left",
    )

    assert levels(found) == {"attack": ReplyLevel.UNANSWERED}


def test_an_undercut_of_an_own_step_is_an_objection() -> None:
    found = ledger(
        graph(
            build.support("own", "fact", "held", by="left"),
            build.undercut("cut", "other", "own", by="right"),
        ),
        "left",
    )

    assert levels(found) == {"cut": ReplyLevel.UNANSWERED}


def test_an_objection_of_an_observer_counts() -> None:
    found = ledger(graph(build.rebut("attack", "fact", "held", by="school")), "left")

    assert levels(found) == {"attack": ReplyLevel.UNANSWERED}


def test_a_qualification_is_not_an_objection() -> None:
    found = ledger(graph(build.qualify("limit", "fact", "held", by="right")), "left")

    assert found.objections == ()


def test_an_account_does_not_object_to_itself() -> None:
    found = ledger(graph(build.rebut("doubt", "fact", "held", by=("right", "left"))), "left")

    assert found.objections == ()


def test_only_objections_that_bear_on_the_claims_asked_for_are_listed() -> None:
    both = graph(
        build.rebut("first", "fact", "held", by="right"),
        build.rebut("second", "fact", "qualified", by="right"),
    )

    assert set(levels(ledger(both, "left", claims=["qualified"]))) == {"second"}


def test_an_attack_on_evidence_bears_on_the_claim_it_is_used_for() -> None:
    found = ledger(
        graph(
            build.support("own", "fact", "held", by="left"),
            build.rebut("attack", "other", "fact", by="right"),
        ),
        "left",
        claims=["held"],
    )

    assert set(levels(found)) == {"attack"}


def test_counts_hold_every_level() -> None:
    found = ledger(graph(build.rebut("attack", "fact", "held", by="right")), "left")

    assert dict(found.counts) == {
        ReplyLevel.ANSWERED: 0,
        ReplyLevel.COUNTERED: 0,
        ReplyLevel.DISMISSED: 0,
        ReplyLevel.UNANSWERED: 1,
    }


def test_an_observer_has_no_ledger() -> None:
    with pytest.raises(UnknownName):
        ledger(graph(), "school")


def test_replies_are_undercuts_of_the_step_then_attacks_on_premises() -> None:
    both = graph(
        build.support("own", "fact", "held", by="left"),
        build.rebut("on-premise", "other", "fact", by="right"),
        build.undercut("on-step", "other", "own", by="right"),
    )

    found = replies_to(both, both.argument("own"))

    assert [reply.id for reply in found] == ["on-step", "on-premise"]


def graph(*arguments: object) -> ArgumentGraph:
    """Left holds, qualifies, concedes and denies one claim each; the arguments vary."""
    return ArgumentGraph(
        build.corpus(
            narratives=[
                build.narrative("left"), build.narrative("right"), build.observer("school"),
            ],
            claims=[build.claim(id) for id in ("held", "qualified", "conceded", "denied")],
            evidence=[build.fact("fact"), build.fact("other")],
            stances=[
                build.stance("left", "held"),
                build.stance("left", "qualified", "qualifies"),
                build.stance("left", "conceded", "concedes"),
                build.stance("left", "denied", "denies"),
            ],
            arguments=list(arguments),
        )
    )  # fmt: skip


def levels(found: object) -> dict[str, ReplyLevel]:
    return {objection.argument.id: objection.level for objection in found.objections}
