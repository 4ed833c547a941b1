"""Write a corpus without a Latin letter, as if it were in Russian: what is left was said by us."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from argmap.core.model import Corpus

_LETTERS = str.maketrans(
    {chr(first + n): "абвгдежзиклмнопрстуфхцчшщэ"[n] for first in (65, 97) for n in range(26)}
)


def in_cyrillic(plain: Corpus) -> Corpus:
    """Write every text of a corpus in other letters; ids, codes and addresses stay."""
    listed = (
        plain.narratives, plain.issues, plain.events, plain.sources, plain.evidence,
        plain.claims, plain.arguments,
    )  # fmt: skip
    ids = {record.id for records in listed for record in records}
    changed = _without_latin(plain, ids)
    evidence = tuple(
        replace(each, language="ru") if each.language == plain.language else each
        for each in changed.evidence
    )
    return replace(changed, language="ru", evidence=evidence)


def _without_latin(value: Any, ids: set[str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value if value in ids else value.translate(_LETTERS)
    if isinstance(value, tuple):
        return tuple(_without_latin(each, ids) for each in value)
    if is_dataclass(value):
        kept = ("id", "url", "language")
        changed = {
            field.name: _without_latin(getattr(value, field.name), ids)
            for field in fields(value)
            if field.name not in kept
        }
        return replace(value, **changed)  # type: ignore[type-var]
    return value
