"""Say what the schemas of all kinds of records have in common."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from marshmallow import Schema, ValidationError, post_dump, post_load

from argmap.errors import did_you_mean, quoted
from argmap.schemas.fields import Json

_UNKNOWN = "unknown"
_MESSAGES = {"unknown": _UNKNOWN, "type": "E203 A mapping of fields is expected here."}


class RecordSchema(Schema):
    """What one kind of record looks like in a file.

    Loading gives the core value that `make` builds. Dumping gives plain data in the order of
    the fields, without what is as it is by default.
    """

    error_messages = _MESSAGES
    makes: ClassVar[Any] = None
    """The core type built from a record."""
    stand_ins: ClassVar[Mapping[str, Any]] = {}
    """Values for required fields, so that the sound rest of a broken record can be checked."""
    json_extra: ClassVar[Json] = {}
    """What the JSON Schema of the record says beyond its fields."""

    def make(self, values: dict[str, Any]) -> Any:
        """Build the core value from loaded fields."""
        return self.makes(**values)

    def salvage(self, error: ValidationError) -> Any:
        """Build a value from the sound fields of a record that could not be loaded.

        Of a list or mapping with some unsound values the sound ones are kept, in their places.
        """
        sound = error.valid_data if isinstance(error.valid_data, dict) else {}
        defaults = {
            name: _default(field) for name, field in self.load_fields.items() if not field.required
        }
        return self.make({**defaults, **self.stand_ins, **sound})

    @post_load
    def _make(self, values: dict[str, Any], **_: Any) -> Any:
        return self.make(values)

    @post_dump
    def _without_defaults(self, plain: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {key: value for key, value in plain.items() if value != self._omitted[key]}

    @cached_property
    def _omitted(self) -> dict[str, Any]:
        return {
            field.data_key or name: None
            if field.required
            else field._serialize(_default(field), name, None)
            for name, field in self.fields.items()
        }

    def handle_error(self, error: ValidationError, *_: Any, **__: Any) -> None:
        """Name each unknown field in its message, with the nearest one that is known."""
        assert isinstance(error.messages, dict)
        known = [field.data_key or name for name, field in self.load_fields.items()]
        for key, messages in error.messages.items():
            if messages == [_UNKNOWN]:
                offer = did_you_mean(str(key), known)
                error.messages[key] = [f"E201 There is no field {quoted(str(key))} here.{offer}"]


def _default(field: Any) -> Any:
    return field.load_default() if callable(field.load_default) else field.load_default
