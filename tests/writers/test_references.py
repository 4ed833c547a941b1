from __future__ import annotations

import json

import bibtexparser
import pytest
import rispy

from argmap.core.dates import PartialDate
from argmap.core.graph import ArgumentGraph
from argmap.core.model import Citation, SourceKind
from argmap.writers import references
from argmap.writers.format import Order
from tests import builders as build

HOSTILE = "100% of {everything} & more_\nER  - \nTY  - BOOK"


@pytest.fixture
def order() -> Order:
    sources = [
        build.source(
            "book",
            kind=SourceKind.SCHOLARSHIP,
            title="Not One Inch",
            authors=("Mary Elise Sarotte",),
            date=PartialDate(2021),
            publisher="Yale University Press",
        ),
        build.source(
            "record",
            kind=SourceKind.DECLASSIFIED_RECORD,
            title="Запись беседы",
            authors=("US Department of State",),
            date=PartialDate(1990, 2, 9),
            reference="Fond 1",
            url="https://example.org/a_b?c=1&d=%20",
            language="ru",
            verified=False,
        ),
        build.source("hostile", title=HOSTILE.replace("\n", " "), note=HOSTILE),
        build.source("elsewhere"),
    ]
    names = ("book", "record", "hostile")
    corpus = build.corpus(
        sources=sources,
        claims=[build.claim("c")],
        evidence=[build.fact("e", citations=tuple(Citation(source=name) for name in names))],
        arguments=[build.support("a", "e", "c")],
        revised=PartialDate(2026, 11, 24),
    )
    return Order(graph=ArgumentGraph(corpus), claim="c")


def test_csl_has_the_works_of_the_part_and_no_other(order: Order) -> None:
    items = json.loads(references.write_csl(order))

    assert [item["id"] for item in items] == ["book", "record", "hostile"]
    assert items[0]["author"] == [{"family": "Sarotte", "given": "Mary Elise"}]
    assert items[0]["type"] == "book"
    assert items[1]["author"] == [{"literal": "US Department of State"}]
    assert items[1]["issued"] == {"date-parts": [[1990, 2, 9]]}
    assert items[1]["accessed"] == {"date-parts": [[2026, 11, 24]]}
    assert items[1]["note"].startswith("[not verified]")


def test_ris_is_read_back_by_its_own_reader(order: Order) -> None:
    records = rispy.loads(references.write_ris(order).decode())

    assert [record["id"] for record in records] == ["book", "record", "hostile"]
    assert records[0]["authors"] == ["Sarotte, Mary Elise"]
    assert records[1]["title"] == "Запись беседы"
    assert records[1]["urls"] == ["https://example.org/a_b?c=1&d=%20"]
    assert records[1]["date"] == "1990/02/09/"


def test_no_text_begins_a_field_of_ris(order: Order) -> None:
    written = references.write_ris(order).decode()

    assert sum(line.startswith("TY  - ") for line in written.splitlines()) == 3
    assert "1." not in written.splitlines()[0]


def test_bibtex_is_read_back_by_its_own_reader(order: Order) -> None:
    library = bibtexparser.parse_string(references.write_bibtex(order).decode())
    fields = {e.key: {f.key: f.value for f in e.fields} for e in library.entries}

    assert not library.failed_blocks
    assert list(fields) == ["book", "record", "hostile"]
    assert fields["book"]["author"] == "Sarotte, Mary Elise"
    assert fields["record"]["author"] == "{US Department of State}"
    assert fields["record"]["url"] == "https://example.org/a_b?c=1&d=%20"
    assert fields["hostile"]["title"].startswith(r"{100\% of \{everything\} \& more\_")


@pytest.mark.parametrize(
    "write", [references.write_csl, references.write_ris, references.write_bibtex]
)
def test_whole_corpus_can_be_ordered(write, order: Order) -> None:
    assert b"Source elsewhere" in write(Order(graph=order.graph))


def test_others_are_a_word_of_bibtex_and_no_name() -> None:
    source = build.source("many", authors=("Peter Schulte", "others"))
    graph = ArgumentGraph(build.corpus(sources=[source]))
    (entry,) = bibtexparser.parse_string(
        references.write_bibtex(Order(graph=graph)).decode()
    ).entries

    assert entry.fields_dict["author"].value == "Schulte, Peter and others"
