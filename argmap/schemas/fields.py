"""Read and write the single values of a claim file, each with its JSON Schema.

Every message begins with its code (`E205 ...`); `schemas.faults` takes the two apart. Numbers
and dates may arrive as text, since a claim file's reader leaves every scalar as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from marshmallow import ValidationError, fields

from argmap.core.dates import PartialDate, Period
from argmap.core.model import MAX_ID_CHARS, SLUG
from argmap.errors import InvalidDate, did_you_mean, quoted

Json = dict[str, Any]

MAX_LINE_CHARS = 500
MAX_CLAIM_CHARS = 2_000
MAX_PROSE_CHARS = 20_000

_T = TypeVar("_T")
_Choice = TypeVar("_Choice", bound=StrEnum)

# What XML cannot hold, and what changes the meaning of the text around it without being seen:
# C0 and C1 controls, lone surrogates, non-characters. Marks of direction are text and stay.
_NEVER = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff"
_BREAKS = r"\u0009\u000a"
_SURROGATES = r"\ud800-\udfff"
_FORBIDDEN = {
    False: re.compile(f"[{_NEVER}{_SURROGATES}]"),
    True: re.compile(f"[{_NEVER}{_BREAKS}{_SURROGATES}]"),
}
# Python's `$` also matches before a last line break and `\Z` means nothing in JSON Schema.
_END = r"(?![\s\S])"
_DATE_PATTERN = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_PERIOD_PATTERN = rf"(?:[0-9]{{4}}-[0-9]{{4}}|{_DATE_PATTERN}(?:/{_DATE_PATTERN})?)"
_URL_PATTERN = r"https?://[^\s/?#@<>\"'\\^`{|}]+(?:[/?#][^\s<>\"\\^`{|}]*)?"
_LANGUAGE_PATTERN = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
SLUG_JSON: Json = {
    "type": "string",
    "maxLength": MAX_ID_CHARS,
    "pattern": f"^{SLUG.pattern}{_END}",
}

_MESSAGES: dict[str, str | list[Any] | dict[Any, Any]] = {
    "required": "E202 The field {name} is missing.",
    "null": "E204 {name} has no value: fill it in or leave it out.",
    "text": "E203 {name} must be a text.",
    "list": "E203 {name} must be a list.",
    "mapping": "E203 {name} must be a mapping from narratives to values.",
    "blank": "E204 {name} is empty.",
    "no id": "E204 {name} is empty: it needs an id.",
    "none": "E204 {name} is an empty list.",
    "choice": "E205 {value} is not one of {words}.{offer}",
    "word": "E205 {name} must be true or false.",
    "date": "E206 {reason}",
    "slug": (
        "E207 {value} is not an id: use a-z, 0-9 and single hyphens inside, at least one letter "
        f"and at most {MAX_ID_CHARS} characters."
    ),
    "long": "E208 {name} has {count:,} characters; {limit:,} are allowed.",
    "many": "E208 {name} has {count:,} entries; {limit:,} are allowed.",
    "control": "E209 {name} holds the character U+{number:04X}, which cannot be shown.",
    "break": "E209 {name} must be one line, without line breaks and tabs.",
    "url": "E210 {value} is not a web address that begins with https:// or http://.",
    "language": "E214 {value} is not the code of a language, such as en or ru.",
    "twice": "E216 {value} is in {name} twice.",
}


class ClaimField(fields.Field[_T]):
    """A field whose messages carry a code and its own name."""

    default_error_messages = _MESSAGES
    stand_in: Any = ""
    """What stands in a list for a value that could not be read."""

    def make_error(self, key: str, **values: Any) -> ValidationError:
        """Make the error of that key, with the field's name as it stands in the file."""
        return super().make_error(key, name=repr(self.data_key or self.name), **values)

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        raise NotImplementedError(type(self).__name__)

    def text(self, value: object) -> str:
        """Return the value if it is a text, else raise the error that says so."""
        if not isinstance(value, str):
            raise self.make_error("text")
        return value


class Text(ClaimField[str]):
    """A text of at most `max_chars`; in `one_line` neither line break nor tab."""

    def __init__(self, max_chars: int, *, one_line: bool = False, **more: Any) -> None:
        if not more.get("required"):
            more.setdefault("load_default", "")
        super().__init__(**more)
        self.max_chars = max_chars
        self.one_line = one_line

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        text = self.text(value)
        if len(text) > self.max_chars:
            raise self.make_error("long", count=len(text), limit=self.max_chars)
        if self.required and (not text or text.isspace()):
            raise self.make_error("blank")
        if found := _FORBIDDEN[self.one_line].search(text):
            raise self.make_error(
                "break" if found[0] in "\t\n" else "control", number=ord(found[0])
            )
        return text

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        banned = f"[{_NEVER}{_BREAKS if self.one_line else ''}]"
        schema: Json = {"type": "string", "maxLength": self.max_chars, "not": {"pattern": banned}}
        return schema | ({"pattern": r"\S"} if self.required else {})


class Line(Text):
    """A text of one line: a title, a name."""

    def __init__(self, **more: Any) -> None:
        super().__init__(MAX_LINE_CHARS, one_line=True, **more)


class Prose(Text):
    """A text of any number of lines."""

    def __init__(self, **more: Any) -> None:
        super().__init__(MAX_PROSE_CHARS, **more)


class Id(ClaimField[str]):
    """The id of a record: a slug."""

    def __init__(self, **more: Any) -> None:
        super().__init__(required=True, **more)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        text = self.text(value)
        if len(text) > MAX_ID_CHARS or not SLUG.fullmatch(text):
            raise self.make_error("slug", value=quoted(text))
        return text

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        return {"$ref": "#/$defs/id"}


class Reference(ClaimField[str]):
    """The id of another record; whether it is there is a question for the whole corpus."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not (text := self.text(value)):
            raise self.make_error("no id")
        return text

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        return {"$ref": "#/$defs/id"}


class Choice(ClaimField[_Choice]):
    """One of the words of an enumeration."""

    def __init__(self, words: type[_Choice], **more: Any) -> None:
        super().__init__(**more)
        self.words = words

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> _Choice:
        text = self.text(value)
        words = [word.value for word in self.words]
        if text not in words:
            offer = did_you_mean(text, words)
            raise self.make_error("choice", value=quoted(text), words=", ".join(words), offer=offer)
        return self.words(text)

    def _serialize(self, value: Any, *_: Any, **__: Any) -> str:
        return "" if value is None else str(value.value)

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        return {"enum": [word.value for word in self.words]}


class YesNo(ClaimField[bool]):
    """True or false, as a word or as a JSON value."""

    _words: Mapping[object, bool] = {"true": True, "false": False, True: True, False: False}

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> bool:
        if not isinstance(value, str | bool) or value not in self._words:
            raise self.make_error("word")
        return self._words[value]

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        return {"enum": [True, False, "true", "false"]}


class Date(ClaimField[PartialDate]):
    """A year, a month of a year or a day; a bare year may be a number."""

    _read: Any = PartialDate.parse
    _pattern = _DATE_PATTERN

    def __init__(self, **more: Any) -> None:
        if not more.get("required"):
            more |= {"load_default": None, "allow_none": False}
        super().__init__(**more)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        is_year = isinstance(value, int) and not isinstance(value, bool) and 999 < value < 10_000
        text = self.text(str(value) if is_year else value)
        try:
            return self._read(text)
        except InvalidDate as error:
            raise self.make_error("date", reason=str(error)) from error

    def _serialize(self, value: Any, *_: Any, **__: Any) -> str:
        return "" if value is None else str(value)

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        year = {"type": "integer", "minimum": 1000, "maximum": 9999}
        return {"anyOf": [{"type": "string", "pattern": f"^{self._pattern}{_END}"}, year]}


class PeriodField(Date):
    """A date, two years (`1990-1999`) or two dates (`1990-02/1991-07`)."""

    _read = Period.parse
    _pattern = _PERIOD_PATTERN


class Pattern(Text):
    """A text of a given form, or nothing."""

    form = ""
    fault = ""

    def __init__(self, **more: Any) -> None:
        super().__init__(MAX_LINE_CHARS, one_line=True, **more)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        text = self.text(value)
        if text and not re.fullmatch(self.form, text):
            raise self.make_error(self.fault, value=quoted(text))
        return super()._deserialize(text)

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        pattern = f"^(?:{self.form})?{_END}"
        return {"type": "string", "maxLength": self.max_chars, "pattern": pattern}


class Url(Pattern):
    """An address on the web: http or https, nothing that a browser would run."""

    form = _URL_PATTERN
    fault = "url"

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.max_chars = MAX_CLAIM_CHARS


class Language(Pattern):
    """The code of a language: `en`, `ru`, `zh-Hant`."""

    form = _LANGUAGE_PATTERN
    fault = "language"
