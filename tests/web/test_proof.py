"""Keep what is looked at within bounds, and say how much is not shown."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from argmap import library
from argmap.core.citing import Text
from argmap.core.citing.text import roman
from argmap.core.graph import ArgumentGraph
from argmap.library import Exported
from argmap.web import bounded, proof
from argmap.web.proof import MOST_CHARS, MOST_ENTRIES, MOST_FOLDERS, MOST_ROWS, seen_as
from argmap.writers.format import Order
from argmap.writers.seen import (
    Answer,
    Card,
    Contents,
    Deck,
    Entry,
    Folder,
    Question,
    Quiz,
    Table,
)
from tests import builders as build


def test_long_table_is_shown_with_its_first_rows_and_counted() -> None:
    rows = tuple((roman(str(number)),) for number in range(MOST_ROWS + 5))
    preview = seen_as(Table(head=(roman("a"),), rows=rows))

    assert preview.table is not None
    assert preview.table.rows == rows[:MOST_ROWS]
    assert preview.count == len(rows)


def test_first_questions_of_each_kind_are_shown_and_the_rest_counted() -> None:
    choices = tuple(
        Question(prompt=roman(asked), about=(), answers=(Answer(roman("yes"), True),))
        for asked in ("who", "what", "who", "who")
    )
    texts = Question(prompt=roman("match"), about=(), pairs=((Text(), Text()),))
    preview = seen_as(Quiz((*choices, texts, texts)))

    assert [(kind.title, len(kind.shown), kind.more) for kind in preview.questions] == [
        ("who", 2, 1),
        ("what", 1, 0),
        ("match", 1, 1),
    ]


def test_card_without_a_front_is_shown_as_well() -> None:
    preview = seen_as(Deck(name="deck", cards=(Card(front=(), back=(roman("back"),)),)))

    assert [kind.title for kind in preview.cards] == [""]


def test_long_folder_is_shown_by_its_first_files_and_folders_are_bounded() -> None:
    def folder(count: int) -> Folder:
        return Folder(title="f", entries=tuple(Entry(str(n), "") for n in range(count)))

    preview = seen_as(Contents(folders=(folder(MOST_ENTRIES), folder(MOST_ENTRIES + 1))))
    many = seen_as(Contents(folders=(folder(1),) * (MOST_FOLDERS + 1)))

    assert [each.more for each in preview.contents] == [0, MOST_ENTRIES + 1 - proof.FEW_ENTRIES]
    assert len(many.contents) == MOST_FOLDERS


@pytest.mark.parametrize("between", ["", "\n"], ids=["one line", "lines"])
def test_long_text_is_cut_after_a_whole_line_if_there_is_one(between: str) -> None:
    graph = ArgumentGraph(build.corpus())
    text = ("x" * 99 + between) * 50
    exported = Exported(
        format_name="json", content=text.encode(), file_name="f.json", media_type="text/plain"
    )
    form = library.formats().named("json")
    preview = proof._of_file(graph, form, Order(graph=graph), exported)

    assert preview.is_cut
    assert MOST_CHARS - 100 <= len(preview.text) <= MOST_CHARS
    assert text.startswith(preview.text + between)


def test_what_takes_too_long_to_be_told_is_said_to(
    everything: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MOST_S", 0.01)
    late = threading.Event()

    def inside(order: Order) -> Contents:
        late.wait(5)
        return Contents(folders=())

    form = replace(library.formats().named("site"), inside=inside)
    graph = ArgumentGraph(build.corpus())
    with everything.test_request_context("/three/"):
        preview = proof.preview(graph, form, Order(graph=graph))
    late.set()

    assert "argmap export" in preview.problem


def test_pages_beyond_those_shown_are_counted(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = "/three/teach?make=debate-cards&issue=question"
    whole = client.get(about).text.count("<img src=")
    monkeypatch.setattr(proof, "MOST_SHEETS", whole - 1)
    cut = client.get(f"{about}&paper=a4&seed=2").text

    assert whole > 1
    assert cut.count("<img src=") == whole - 1
    assert "and 1 more page, which is in the file." in cut
