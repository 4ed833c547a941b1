"""Give the content of a corpus a short name, equal exactly where the content is equal."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from functools import cache
from typing import Any

from argmap.core.dates import PartialDate, Period
from argmap.core.model import Corpus
from argmap.errors import InvalidInput

# To be raised when the same corpus is to be stored anew, say for another search index.
_ENCODING = "argmap corpus 1"
_UNKEPT = re.compile(r"[\0\ud800-\udfff]")
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def revision_of(corpus: Corpus) -> str:
    """Name the content of a corpus by 16 hexadecimal digits.

    Args:
        corpus: Any corpus, in a store or not.

    Returns:
        The beginning of the SHA-256 of all its values in order: the same on every machine and
        in every process, and another one for any change.

    Raises:
        InvalidInput: A text has a character that no file or database can keep.
    """
    text = json.dumps([_ENCODING, corpus], default=_plain, ensure_ascii=False)
    if _NUL.search(text):
        raise InvalidInput("A text of the corpus has a NUL character; take it out.")
    try:
        content = text.encode()
    except UnicodeEncodeError as error:
        found = ascii(text[error.start])
        raise InvalidInput(
            f"A text of the corpus has half a character, {found}; take it out."
        ) from None
    return hashlib.sha256(content).hexdigest()[:16]


def may_be_stored(text: str) -> bool:
    """Tell whether every database keeps a text as it is: no NUL, no half of a character."""
    return _UNKEPT.search(text) is None


def _plain(value: Any) -> object:
    if isinstance(value, PartialDate | Period):
        return str(value)
    return [getattr(value, name) for name in _fields(value.__class__)]


@cache
def _fields(type_: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(type_))
