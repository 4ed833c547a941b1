"""Have a validator of PDF/UA that did not write them judge all that prints."""

from __future__ import annotations

from dataclasses import replace

import pypdf
import pytest

from argmap import library
from argmap.writers import FORMATS
from argmap.writers.format import Format, Order, Scope
from argmap.writers.options import LANGUAGE
from tests.programs import missing
from tests.writers.shipped import EVERY_CLAIM, claims_by_size, shipped
from tests.writers.validating import validator

PRINTED = [form for form in FORMATS if form.media_type == "application/pdf"]
LARGEST = claims_by_size()[-1 if EVERY_CLAIM else 60]


@pytest.fixture(scope="session")
def failures():
    """Give what a PDF breaks of the rules of PDF/UA-1, as the rules' numbers and sentences."""
    return validator() or missing("PDF/UA was not validated: .ci/readers.lock is not installed.")


def choices(form: Format) -> list[dict[str, str]]:
    """List what is chosen: nothing, Russian, a key, large print, grey, wherever there is that."""
    names = {option.name: option for option in form.options}
    wanted = [{}, {"language": "ru"}, {"key": "yes"}, {"palette": "large"}]
    return [each for each in wanted if set(each) <= names.keys()]


ORDERS = {
    Scope.ISSUE: [
        Order(graph=shipped("russia-nato"), issue="not-one-inch"),
        Order(graph=shipped("end-of-the-dinosaurs"), issue="the-impact"),
    ],
    Scope.CLAIM: [
        Order(graph=shipped(corpus), claim=claim, depth=None)
        for corpus, claim in (claims_by_size()[0], LARGEST)
    ],
}


@pytest.mark.parametrize(
    ("form", "order", "chosen"),
    [
        pytest.param(
            form,
            order,
            chosen,
            id=f"{form.name}-{order.issue or order.claim}-{'-'.join(chosen.values())}",
        )
        for form in PRINTED
        for scope in sorted(form.scopes & set(ORDERS))
        for order in ORDERS[scope]
        for chosen in choices(form)
    ],
)
def test_validator_finds_no_rule_of_pdf_ua_broken(form, order, chosen, failures) -> None:
    wanted = replace(order, chosen=library.choose(form.name, chosen))

    assert failures(library.export(form.name, wanted).content) == []


def test_validator_finds_what_is_not_tagged(failures, tmp_path) -> None:
    plain = pypdf.PdfWriter()
    plain.add_blank_page(100, 100)
    plain.write(tmp_path / "plain.pdf")

    assert failures((tmp_path / "plain.pdf").read_bytes())


def test_all_that_prints_has_a_language_to_choose() -> None:
    assert [form.name for form in PRINTED if LANGUAGE not in form.options] == []
