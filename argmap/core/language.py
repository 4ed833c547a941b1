"""Say each message in the language of whoever asks: one current language, no I/O.

A message is written in English where it is said, whole and with named placeholders, and looked
up in the catalogue of the language that is being spoken. With none it stays as it is written.
What `docs/make_catalogues.py` finds: `t`, `n`, `p`, `np`, `m`, `later`, `Words` and `Counts`,
called with the text itself.
"""

from __future__ import annotations

import contextvars
import gettext
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

_Key = TypeVar("_Key")
_Made = TypeVar("_Made")

ENGLISH = gettext.NullTranslations()
"""No catalogue: messages are said as they are written."""

OWN_NAMES: Mapping[str, str] = {"en": "English", "ru": "Русский"}
"""The languages of pages and files by code, each by its own name, the first the usual one."""

_spoken: contextvars.ContextVar[gettext.NullTranslations] = contextvars.ContextVar(
    "spoken", default=ENGLISH
)


@contextmanager
def speaking(translations: gettext.NullTranslations) -> Iterator[None]:
    """Say everything inside in the language of a catalogue; `ENGLISH` for English."""
    token = _spoken.set(translations)
    try:
        yield
    finally:
        _spoken.reset(token)


def catalogue() -> gettext.NullTranslations:
    """Return the catalogue of the language being spoken."""
    return _spoken.get()


def code() -> str:
    """Return the code of the language being spoken, "en" or that of the catalogue."""
    return _spoken.get().info().get("language", "en")


def as_now(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """Let a function speak the language of this moment wherever it is called, once."""
    context = contextvars.copy_context()
    return lambda: context.run(make)


def t(message: str, /, **named: object) -> str:
    """Say a message, with its placeholders filled in: `t("{who} said it", who="Ann")`."""
    text = _spoken.get().gettext(message)
    return text.format_map(named) if named else text


def p(context: str, message: str, /, **named: object) -> str:
    """Say a message that means several things; `context` tells which, and is not shown."""
    return _filled(_spoken.get().pgettext(context, message), named)


def n(one: str, several: str, count: int, /, **named: object) -> str:
    """Say a message that depends on a number, which fills the placeholder `{count}`."""
    return _filled(_spoken.get().ngettext(one, several, count), {"count": count, **named})


def np(context: str, one: str, several: str, count: int, /, **named: object) -> str:
    """Say a message that depends on a number and means several things; see `p` and `n`."""
    text = _spoken.get().npgettext(context, one, several, count)
    return _filled(text, {"count": count, **named})


def m(message: str) -> str:
    """Mark a message that is said later, by `t`; returns it as it is."""
    return message


def _filled(text: str, named: Mapping[str, object]) -> str:
    return text.format_map(named) if named else text


class Words(Mapping[_Key, str]):
    """Words by key, each said in the language of the moment it is looked up.

    Args:
        words: The messages in English, in the order of the table.
        context: What they mean, where their words mean several things; see `p`.
    """

    def __init__(self, words: Mapping[_Key, str], *, context: str = "") -> None:
        self._words = dict(words)
        self._context = context

    def __getitem__(self, key: _Key) -> str:
        message = self._words[key]
        return p(self._context, message) if self._context else t(message)

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


class Counts(Mapping[_Key, Callable[..., str]]):
    """Messages by key that depend on a number: `table[key](3, who="Ann")`; see `n`.

    Args:
        words: A pair for each key: what is said of one, and of several.
    """

    def __init__(self, words: Mapping[_Key, tuple[str, str]]) -> None:
        self._words = dict(words)

    def __getitem__(self, key: _Key) -> Callable[..., str]:
        one, several = self._words[key]
        return lambda count, **named: n(one, several, count, **named)

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


def later(message: str, /) -> Callable[[], str]:
    """Make a function that says one standing message."""
    return lambda: t(message)
