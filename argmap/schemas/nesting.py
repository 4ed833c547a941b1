"""Read and write the lists and mappings inside a record of a claim file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import ValidationError

from argmap.core.model import AccountText
from argmap.errors import quoted
from argmap.schemas.fields import ClaimField, Json, Prose
from argmap.schemas.record import RecordSchema

MAX_LISTED = 200


class Nested(ClaimField[Any]):
    """A record inside a record.

    Args:
        schema: The inner record's schema.
        name: What its definition is called in the JSON Schema.
    """

    def __init__(self, schema: RecordSchema, name: str, **more: Any) -> None:
        super().__init__(**more)
        self.schema = schema
        self.definition = name

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        return self.schema.load(value)

    def _serialize(self, value: Any, *_: Any, **__: Any) -> Any:
        return self.schema.dump(value)

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        return {"$ref": f"#/$defs/{self.definition}"}


class Listing(ClaimField[tuple[Any, ...]]):
    """A list of values of one kind; with `single` one value may stand without its list.

    With `distinct` no value may be there twice. Required lists hold at least one value.
    """

    def __init__(
        self, inner: ClaimField[Any], *, single: bool = False, distinct: bool = False, **more: Any
    ) -> None:
        if not more.get("required"):
            more.setdefault("load_default", ())
        super().__init__(**more)
        self.inner, self.single, self.distinct = inner, single, distinct

    def _deserialize(self, value: Any, attr: Any, data: Any, **more: Any) -> tuple[Any, ...]:
        if self.single and isinstance(value, str):
            return (self.inner.deserialize(value, attr, data, **more),)
        if not isinstance(value, list | tuple):
            raise self.make_error("list")
        if self.required and not value:
            raise self.make_error("none")
        if len(value) > MAX_LISTED:
            raise self.make_error("many", count=len(value), limit=MAX_LISTED)
        return self._each(value, attr, data, **more)

    def _each(self, items: Iterable[Any], attr: Any, data: Any, **more: Any) -> tuple[Any, ...]:
        made: list[Any] = []
        errors: dict[int, Any] = {}
        for index, item in enumerate(items):
            try:
                value = self.inner.deserialize(item, attr, data, **more)
                if self.distinct and value in made:
                    raise self.make_error("twice", value=quoted(str(value)))
                made.append(value)
            except ValidationError as error:
                errors[index] = error.messages
                made.append(self.inner.stand_in)
        if errors:
            raise ValidationError(errors, valid_data=made)
        return tuple(made)

    def _serialize(self, value: Any, attr: Any, obj: Any, **more: Any) -> Any:
        items = [self.inner._serialize(item, attr, obj, **more) for item in value]
        return items[0] if self.single and len(items) == 1 else items

    def _bind_to_schema(self, field_name: str, parent: Any) -> None:
        super()._bind_to_schema(field_name, parent)
        self.inner._bind_to_schema(field_name, self)
        self.inner.data_key = self.data_key

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        inner = self.inner.json_schema()
        schema: Json = {"type": "array", "items": inner, "maxItems": MAX_LISTED}
        schema |= {"minItems": 1} if self.required else {}
        schema |= {"uniqueItems": True} if self.distinct else {}
        return {"anyOf": [inner, schema]} if self.single else schema


class ByNarrative(ClaimField[Any]):
    """A mapping from the ids of narratives to values of one kind, in the order written."""

    def __init__(self, inner: ClaimField[Any], **more: Any) -> None:
        super().__init__(**({"load_default": dict} | more))
        self.inner = inner

    def _deserialize(self, value: Any, attr: Any, data: Any, **more: Any) -> Any:
        if not isinstance(value, Mapping):
            raise self.make_error("mapping")
        if len(value) > MAX_LISTED:
            raise self.make_error("many", count=len(value), limit=MAX_LISTED)
        made, errors = {}, {}
        for narrative, item in value.items():
            try:
                made[narrative] = self.inner.deserialize(item, attr, data, **more)
            except ValidationError as error:
                errors[narrative] = error.messages
        if errors:
            raise ValidationError(errors, valid_data=self._built(made))
        return self._built(made)

    def _built(self, made: dict[str, Any]) -> Any:
        return made

    def _serialize(self, value: Any, attr: Any, obj: Any, **more: Any) -> Any:
        return {name: self.inner._serialize(v, attr, obj, **more) for name, v in value.items()}

    def _bind_to_schema(self, field_name: str, parent: Any) -> None:
        super()._bind_to_schema(field_name, parent)
        self.inner._bind_to_schema(field_name, self)

    def json_schema(self) -> Json:
        """Describe what the field accepts as JSON Schema 2020-12."""
        return {
            "type": "object",
            "propertyNames": {"$ref": "#/$defs/id"},
            "additionalProperties": self.inner.json_schema(),
            "maxProperties": MAX_LISTED,
        }


class AccountTexts(ByNarrative):
    """A text for each of some accounts."""

    def __init__(self, **more: Any) -> None:
        super().__init__(Prose(required=True), load_default=(), **more)

    def _built(self, made: dict[str, str]) -> tuple[AccountText, ...]:
        return tuple(AccountText(narrative=name, text=text) for name, text in made.items())

    def _serialize(self, value: Any, *_: Any, **__: Any) -> Any:
        return {each.narrative: each.text for each in value}
