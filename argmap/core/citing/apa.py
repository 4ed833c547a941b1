"""Cite as the American Psychological Association does, 7th edition: author and date.

Source: Publication Manual of the American Psychological Association, 7th edition (2020), chapters
8 to 10. Titles keep the capitals they were written with, since no rule finds the proper names.
"""

from __future__ import annotations

from argmap.core.citing.chicago import MONTHS
from argmap.core.citing.text import Text, italic, joined, roman
from argmap.core.citing.work import Form, Name, Work
from argmap.core.dates import PartialDate

_MOST_NAMES = 20
_SHORT_WORDS = 6


def note(work: Work, locator: str = "") -> Text:
    """Write the citation in the text, in its brackets."""
    return roman("(") + _inside(work, locator) + ")"


def passage(work: Work, locator: str, speaker: str, spoken: PartialDate | None) -> Text:
    """Write the citation in the text for somebody's words as a work reports them."""
    if not speaker:
        return note(work, locator)
    who = f"{speaker}, {spoken.year}, " if spoken and spoken != work.date else f"{speaker}, "
    return roman(f"({who}as cited in ") + _inside(work, locator) + ")"


def entry(work: Work) -> Text:
    """Write the entry of the list of references; no stop follows an address."""
    names = _names(work)
    if work.form is Form.TREATY:
        return _treaty(work)
    dated = f"({_date(work.date)})"
    head: list[Text | str] = [names, dated, _title(work)] if names else [_title(work), dated]
    made = roman(work.imprint)
    match work.form:
        case Form.CHAPTER:
            made = roman("In ") + italic(work.container)
            made = made.ended(".") + " " + work.publisher if work.publisher else made
        case Form.ARTICLE:
            made = italic("" if work.is_its_own_author else work.container) + work.details
        case Form.PAGE:
            made = italic(work.container)
    return _addressed(joined((*head, made), "."), work)


def _treaty(work: Work) -> Text:
    parties = ", ".join(name.text for name in work.names)
    when = f"{MONTHS[work.date.month - 1]} " if work.date and work.date.month else ""
    when += f"{work.date.day}, " if work.date and work.date.day else ""
    when += str(work.date.year) if work.date else "n.d."
    parts = (_title(work), parties, when, work.reference, work.publisher)
    return _addressed(joined(parts, ","), work)


def _addressed(text: Text, work: Work) -> Text:
    text = text.ended(".")
    if not work.address:
        return text
    if work.accessed and (work.form is Form.PAGE or not work.date):
        return text + f" Retrieved {_us(work.accessed)}, from {work.address}"
    return text + f" {work.address}"


def _inside(work: Work, locator: str) -> Text:
    year = str(work.date.year) if work.date else "n.d."
    return joined((_short(work), year, locator), ",")


def _short(work: Work) -> Text:
    names = [name.short for name in work.names]
    if work.form is Form.TREATY or not names:
        words = work.title.partition(":")[0].split()
        short = " ".join(words[:_SHORT_WORDS])
        return italic(short) if work.form is not Form.ARTICLE else roman(f"“{short}”")
    if len(names) > 2:
        return roman(f"{names[0]} et al.")
    return roman(" & ".join(names))


def _names(work: Work) -> str:
    names = [_turned(name) for name in work.names]
    if len(names) > _MOST_NAMES:
        return f"{', '.join(names[: _MOST_NAMES - 1])}, … {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _turned(name: Name) -> str:
    if not name.is_person:
        return name.text
    parts = (name.family, name.initials, name.suffix)
    return ", ".join(part for part in parts if part)


def _title(work: Work) -> Text:
    is_part = work.form in (Form.ARTICLE, Form.CHAPTER)
    title = (roman if is_part else italic)(work.title, work.language)
    if work.translation:
        title += f" [{work.translation}]"
    if work.reference and work.form is not Form.TREATY:
        title += f" ({work.reference})"
    if work.form in (Form.SPEECH, Form.INTERVIEW):
        title += f" [{work.form.value.title()}]"
    return title


def _date(date: PartialDate | None) -> str:
    if date is None:
        return "n.d."
    if not date.month:
        return str(date.year)
    return f"{date.year}, {MONTHS[date.month - 1]}" + (f" {date.day}" if date.day else "")


def _us(date: PartialDate) -> str:
    if not date.month:
        return str(date.year)
    day = f" {date.day}" if date.day else ""
    return f"{MONTHS[date.month - 1]}{day}{',' if day else ''} {date.year}"
