"""One current language, the same in all that is said within it and nowhere else."""

from __future__ import annotations

import gettext
import threading

from argmap.core import language
from argmap.core.language import Counts, Words, as_now, later, n, np, p, speaking, t


class Shouting(gettext.NullTranslations):
    """Says everything aloud, and numbers by their form."""

    def info(self) -> dict[str, str]:
        return {"language": "loud"}

    def gettext(self, message: str) -> str:
        return message.upper().replace("{WHO}", "{who}")

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}: {message.upper()}"

    def ngettext(self, one: str, several: str, count: int) -> str:
        return ("ONE {count}", "A FEW {count}", "MANY {count}")[min(count, 3) - 1]

    def npgettext(self, context: str, one: str, several: str, count: int) -> str:
        return f"{context}: {self.ngettext(one, several, count)}"


def test_without_a_catalogue_a_message_is_said_as_it_is_written() -> None:
    assert language.code() == "en"
    assert t("{who} said {{so}}", who="Ann") == "Ann said {so}"
    assert t("{left} as it is") == "{left} as it is"
    assert (n("{count} box", "{count} boxes", 1), n("{count} box", "{count} boxes", 0)) == (
        "1 box",
        "0 boxes",
    )
    assert p("a month", "May") == "May"
    assert np("a box", "{count} box", "{count} boxes", 2) == "2 boxes"


def test_inside_speaking_every_message_is_looked_up_and_afterwards_none() -> None:
    table = Words({1: "one"})
    meant = Words({1: "one"}, context="number")
    counts = Counts({1: ("{count} box", "{count} boxes")})
    said = later("standing")

    with speaking(Shouting()):
        assert language.code() == "loud"
        assert t("hello {who}", who="{you}") == "HELLO {you}"
        assert (table[1], meant[1], said()) == ("ONE", "number: ONE", "STANDING")
        assert (counts[1](2), n("", "", 1), np("c", "", "", 3)) == ("A FEW 2", "ONE 1", "c: MANY 3")

    assert (table[1], said(), language.code()) == ("one", "standing", "en")


def test_tables_keep_their_order_and_know_what_they_lack() -> None:
    table = Words({"b": "second", "a": "first"})

    assert list(table.items()) == [("b", "second"), ("a", "first")]
    assert "c" not in table


def test_another_thread_speaks_the_language_it_was_begun_in() -> None:
    heard: list[str] = []
    with speaking(Shouting()):
        bound = as_now(lambda: heard.append(t("bound")))
    for each in (bound, lambda: heard.append(t("free"))):
        thread = threading.Thread(target=each)
        thread.start()
        thread.join()

    assert heard == ["BOUND", "free"]
