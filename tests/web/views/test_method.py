"""The page on the method: every class has a rule, and the rule is the one that is applied."""

from __future__ import annotations

from itertools import product

from flask.testing import FlaskClient

from argmap.core import wording
from argmap.core.comparison import Verdict, classify
from argmap.core.model import StanceKind
from tests.web.documents import read

KINDS = (*StanceKind, None)


def test_every_class_and_every_word_is_explained(client: FlaskClient) -> None:
    text = read(client.get("/method").text).text

    for words in (wording.VERDICT, wording.RELATION, wording.REPLY):
        for word in words.values():
            assert word in text


def test_classes_said_to_need_three_accounts_do() -> None:
    of_two = {classify(stances) for stances in product(KINDS, repeat=2)}
    of_three = {classify(stances) for stances in product(KINDS, repeat=3)}

    assert of_three - of_two == {Verdict.SHARED_BY_SOME, Verdict.REJECTED_BY_SOME}
    assert of_three == set(Verdict)
