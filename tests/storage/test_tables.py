from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import Enum

from argmap.core import model
from argmap.storage import tables

_TABLES = {
    model.Corpus: "corpus",
    model.Narrative: "narrative",
    model.Issue: "issue",
    model.Event: "event",
    model.Source: "source",
    model.Citation: "citation",
    model.Evidence: "evidence",
    model.Claim: "claim",
    model.Stance: "stance",
    model.Argument: "argument",
}


@pytest.mark.parametrize("type_", _TABLES)
def test_every_plain_field_of_the_model_is_a_column(type_: type) -> None:
    fields = {
        field.name
        for field in dataclasses.fields(type_)
        if not str(field.type).startswith("tuple[")
    }

    assert fields <= set(tables.metadata.tables[_TABLES[type_]].columns.keys())


def test_every_table_is_written_after_those_it_refers_to() -> None:
    written: set[str] = set()

    for row in tables.IN_ORDER:
        table = tables.metadata.tables[str(row.__tablename__)]
        written.add(table.name)
        assert {key.column.table.name for key in table.foreign_keys} <= written

    assert written == set(tables.metadata.tables)


def test_every_key_begins_with_the_corpus() -> None:
    firsts = {
        table.name: next(iter(table.primary_key)).name
        for table in tables.metadata.sorted_tables
        if table.name != "corpus"
    }

    assert set(firsts.values()) == {"corpus_id"}


def test_no_column_has_a_type_that_cannot_be_widened_later() -> None:
    columns = [column for table in tables.metadata.sorted_tables for column in table.columns]

    assert [column for column in columns if isinstance(column.type, Enum)] == []
