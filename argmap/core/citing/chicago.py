"""Cite as the Chicago Manual of Style does, notes and bibliography.

Source: The Chicago Manual of Style, 18th edition (2024), chapters 13 and 14. Where the editions
part, the 18th is followed: no place of publication, "et al." in a note from three names on.
"""

from __future__ import annotations

from argmap.core.citing.text import Text, italic, joined, quoted, roman
from argmap.core.citing.work import Form, Work
from argmap.core.dates import PartialDate

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MOST_IN_NOTE = 2
_MOST_IN_ENTRY = 6
_KEPT_OF_MORE = 3


def note(work: Work, locator: str = "") -> Text:
    """Write the full note, without its stop."""
    return joined(_noted(work, _place(locator)), ",")


def passage(work: Work, locator: str, speaker: str, spoken: PartialDate | None) -> Text:
    """Write the note for somebody's words as a work reports them."""
    if not speaker:
        return note(work, locator)
    when = day(spoken) if spoken and spoken != work.date else ""
    return joined((speaker, when, roman("quoted in ") + note(work, locator)), ",")


def entry(work: Work) -> Text:
    """Write the entry of the bibliography, with its stop."""
    return joined(_entered(work), ".").ended(".")


def day(date: PartialDate) -> str:
    """Write a date the way the manual does: February 9, 1990."""
    if not date.month:
        return str(date.year)
    month = MONTHS[date.month - 1]
    return f"{month} {date.day}, {date.year}" if date.day else f"{month} {date.year}"


def _noted(work: Work, place: str) -> list[Text | str]:
    names = _names_in_note(work)
    match work.form:
        case Form.BOOK:
            title = _title(work) + f" ({_comma(work.publisher, _when(work))})"
            return [names, title, place, work.address]
        case Form.CHAPTER:
            volume = italic(work.container) + f" ({_comma(work.publisher, _when(work))})"
            return [names, _title(work), roman("in ") + volume, place, work.address]
    return _details(work, names, place)


def _details(work: Work, names: str, place: str) -> list[Text | str]:
    title = _title(work)
    match work.form:
        case Form.ARTICLE:
            return [names, title, _container(work), *_dated(work), place, work.address]
        case Form.PAGE:
            return [title, italic(work.container), place, _revised(work), work.address]
        case Form.TREATY:
            parties = listed([name.text for name in work.names])
            first: list[Text | str] = [title, parties]
        case _:
            first = [names, title, work.descriptor]
    return [*first, *_dated(work), place, work.reference, work.publisher, work.address]


def _entered(work: Work) -> list[Text | str]:
    match work.form:
        case Form.BOOK:
            return [
                _names_in_entry(work), _title(work),
                _comma(work.publisher, _when(work)), work.address,
            ]  # fmt: skip
        case Form.CHAPTER:
            volume = roman("In ") + italic(work.container)
            made = _comma(work.publisher, _when(work))
            return [_names_in_entry(work), _title(work), volume, made, work.address]
        case Form.ARTICLE:
            where = joined((_container(work), *_dated(work)), ",")
            return [_names_in_entry(work), _title(work), where, work.address]
        case Form.PAGE:
            revised = _capital(_revised(work))
            return [_title(work), italic(work.container), revised, work.address]
        case Form.TREATY:
            first: list[Text | str] = [_title(work), listed([name.text for name in work.names])]
        case _:
            first = [_names_in_entry(work), _title(work), _capital(work.descriptor)]
    dated = _capital(_comma(*_dated(work)))
    return [*first, dated, work.reference, work.imprint, work.address]


def _title(work: Work) -> Text:
    set_as = italic if work.form is Form.BOOK else quoted
    title = set_as(work.title, work.language)
    return title + f" [{work.translation}]" if work.translation else title


def _container(work: Work) -> Text:
    return italic(work.container) + work.details


def _when(work: Work) -> str:
    return day(work.date) if work.date else "n.d."


def _dated(work: Work) -> list[Text | str]:
    if work.date:
        return [day(work.shown_date)] if work.shown_date else []
    seen = f"accessed {day(work.accessed)}" if work.accessed else ""
    return ["n.d.", seen]


def _revised(work: Work) -> str:
    return f"last modified {day(work.date)}" if work.date else "n.d."


def _names_in_note(work: Work) -> str:
    names = [] if work.is_its_own_author else [name.text for name in work.names]
    return f"{names[0]} et al." if len(names) > _MOST_IN_NOTE else listed(names)


def _names_in_entry(work: Work) -> str:
    if not work.names or work.is_its_own_author:
        return ""
    first, *others = work.names
    names = [first.inverted, *(name.text for name in others)]
    if len(names) > _MOST_IN_ENTRY:
        return f"{', '.join(names[:_KEPT_OF_MORE])}, et al."
    if len(names) == 2 and first.is_person:
        return f"{names[0]}, and {names[1]}"  # the comma belongs to the name turned round
    return listed(names)


def listed(names: list[str]) -> str:
    """Join names with the comma that the manual puts before "and"."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _place(locator: str) -> str:
    """Leave out "p." before a bare page, as the manual does."""
    for sign in ("pp. ", "p. "):
        if locator.startswith(sign):
            return locator.removeprefix(sign).replace("-", "–")
    return locator


def _comma(*parts: Text | str) -> str:
    return ", ".join(str(part) for part in parts if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if not text.startswith("n.d.") else text
