"""Cite as the Modern Language Association does, 9th edition: containers in a fixed order.

Source: MLA Handbook, 9th edition (2021), chapters 5 and 6.
"""

from __future__ import annotations

from argmap.core.citing.text import Text, italic, joined, quoted, roman
from argmap.core.citing.work import Form, Work
from argmap.core.dates import PartialDate

_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June",
    "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_SHORT_WORDS = 4


def note(work: Work, locator: str = "") -> Text:
    """Write the citation in the text, in its brackets."""
    return roman("(") + _inside(work, locator) + ")"


def passage(work: Work, locator: str, speaker: str, spoken: PartialDate | None) -> Text:
    """Write the citation in the text for somebody's words as a work reports them.

    The handbook leaves the speaker, and the day of speaking, to the sentence itself.
    """
    return roman("(qtd. in ") + _inside(work, locator) + ")" if speaker else note(work, locator)


def entry(work: Work) -> Text:
    """Write the entry of the list of works cited, with its stop."""
    is_treaty = work.form is Form.TREATY
    names = "" if is_treaty else _names(work)
    parties = ", ".join(name.text for name in work.names) if is_treaty else ""
    when = day(work.date) if work.date else "n.d."
    if work.form is Form.ARTICLE and work.date and not work.shown_date:
        when = ""
    publisher = work.publisher if work.container or parties else work.imprint
    container = italic(work.container) + work.details
    published = joined((container, parties, publisher, when, work.reference, work.address), ",")
    parts = (names, _title(work), published, work.descriptor.capitalize(), _seen(work))
    return joined(parts, ".").ended(".")


def day(date: PartialDate) -> str:
    """Write a date the way the handbook does: 9 Feb. 1990."""
    month = _MONTHS[date.month - 1] if date.month else ""
    return " ".join(part for part in (str(date.day or ""), month, str(date.year)) if part)


def _seen(work: Work) -> str:
    is_wanted = work.accessed and (work.form is Form.PAGE or not work.date)
    return f"Accessed {day(work.accessed)}" if is_wanted and work.accessed else ""


def _names(work: Work) -> str:
    if not work.names or work.is_its_own_author:
        return ""
    first, *others = work.names
    if not others:
        return first.inverted
    if len(others) > 1:
        return f"{first.inverted}, et al."
    joint = ", and" if first.is_person else " and"
    return f"{first.inverted}{joint} {others[0].text}"


def _title(work: Work) -> Text:
    is_whole = work.form in (Form.BOOK, Form.TREATY)
    title = (italic if is_whole else quoted)(work.title, work.language)
    return title + f" [{work.translation}]" if work.translation else title


def _inside(work: Work, locator: str) -> Text:
    who = _short(work)
    for sign in ("pp. ", "p. "):
        if locator.startswith(sign):
            return who + f" {locator.removeprefix(sign)}"
    return joined((who, locator), ",")


def _short(work: Work) -> Text:
    names = [name.short for name in work.names]
    if work.form is Form.TREATY or not names:
        words = " ".join(work.title.partition(":")[0].split()[:_SHORT_WORDS])
        return italic(words) if work.form in (Form.BOOK, Form.TREATY) else quoted(words)
    if len(names) > 2:
        return roman(f"{names[0]} et al.")
    return roman(" and ".join(names))
