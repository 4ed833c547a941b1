"""Cite as GOST R 7.0.5-2008 does, the standard for references in Russian scholarship.

Its prescribed words ("URL", "дата обращения") belong to the form and stay as they are whatever the
language of the work, whose own elements are given in its own language.

Source: ГОСТ Р 7.0.5-2008, Библиографическая ссылка: sections 6 (note) and 7 (list), 10 (addresses).
"""

from __future__ import annotations

from argmap.core.citing.text import Text, joined, roman
from argmap.core.citing.work import Form, Name, Work
from argmap.core.dates import PartialDate

_MOST_IN_FRONT = 3


def note(work: Work, locator: str = "") -> Text:
    """Write the note at the foot of a page, without its stop."""
    place = locator[:1].upper() + locator[1:]
    return joined((_described(work), place, _address(work)), ".")


def passage(work: Work, locator: str, speaker: str, spoken: PartialDate | None) -> Text:
    """Write the note for somebody's words as a work reports them."""
    if not speaker:
        return note(work, locator)
    when = f", {_day(spoken)}" if spoken and spoken != work.date else ""
    return roman(f"{speaker}{when}. ") + _prescribed("Цит. по: ") + note(work, locator)


def entry(work: Work) -> Text:
    """Write the entry of the list at the end, with its stop."""
    return note(work).ended(".")


def _described(work: Work) -> Text:
    names = () if work.is_its_own_author else work.names
    in_front = 0 < len(names) <= _MOST_IN_FRONT and all(name.is_person for name in names)
    heading = ", ".join(_turned(name) for name in names) if in_front else ""
    translated = f" [{work.translation}]" if work.translation else ""
    opening = roman(f"{heading} " if heading else "") + roman(work.title, work.language)
    opening += translated
    if names and not in_front:
        is_cut = len(names) > _MOST_IN_FRONT
        shown = names[:1] if is_cut else names
        opening += f" / {', '.join(_straight(name) for name in shown)}"
        opening += _prescribed(" [и др.]") if is_cut else ""
    when = roman(_day(work.date)) if work.date else _prescribed("[б. д.]")
    match work.form:
        case Form.BOOK:
            return joined((opening, _made(work, when)), ".")
        case Form.CHAPTER:
            return joined((opening + f" // {work.container}", _made(work, when)), ".")
        case Form.ARTICLE if work.container:
            shown_when = Text() if work.date and not work.shown_date else when
            inside = opening + f" // {work.container}{work.details}"
            return joined((inside, shown_when), ".")
        case Form.PAGE:
            return joined((opening + f" // {work.container}", when), ".")
    kept = f" // {work.reference}" if work.reference else ""
    return joined((joined((opening, when), ".") + kept, work.imprint), ".")


def _made(work: Work, when: Text) -> Text:
    return roman(f"{work.publisher}, ") + when if work.publisher else when


def _prescribed(words: str) -> Text:
    """Set what the standard prescribes, in its own language."""
    return roman(words, "ru")


def _turned(name: Name) -> str:
    return f"{name.family} {name.initials}"


def _straight(name: Name) -> str:
    return f"{name.initials} {name.family}" if name.is_person else name.text


def _address(work: Work) -> Text:
    if not work.address:
        return Text()
    seen = f" (дата обращения: {_day(work.accessed)})" if work.accessed else ""
    return roman(f"URL: {work.address}") + _prescribed(seen)


def _day(date: PartialDate) -> str:
    parts = (date.day, date.month)
    return ".".join([*(f"{part:02d}" for part in parts if part), f"{date.year:04d}"])
