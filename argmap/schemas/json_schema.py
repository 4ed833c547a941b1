"""Describe claim files as JSON Schema, for editors and other programs, from the schemas alone.

https://json-schema.org/draft/2020-12
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

from argmap.schemas.corpus import MAX_RECORDS
from argmap.schemas.fields import SLUG_JSON, ClaimField, Json
from argmap.schemas.nesting import ByNarrative, Listing, Nested
from argmap.schemas.record import RecordSchema
from argmap.schemas.records import HEADER, SCHEMAS

SHIPPED = Path(__file__).with_name("claim-file.schema.json")
"""The file that travels with argmap; it holds what `text` gives."""


def claim_file() -> Json:
    """Return the JSON Schema of one claim file.

    It accepts every file that the reader finds no fault with, and knows all faults inside a
    record but days that never were and periods that end before they begin. Whether names lead
    somewhere is a question for the whole folder.
    """
    definitions: Json = {"id": SLUG_JSON | {"description": "a-z, 0-9 and hyphens, with a letter."}}
    properties: Json = {"corpus": _reference("header", HEADER, definitions)}
    for kind, schema in SCHEMAS.items():
        properties[kind] = {
            "type": "array",
            "maxItems": MAX_RECORDS[kind],
            "items": _reference(_SINGULAR.get(kind, kind[:-1]), schema, definitions),
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A claim file of argmap",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def text() -> str:
    """Return the JSON Schema as the text of the shipped file."""
    return json.dumps(claim_file(), indent=2) + "\n"


def _reference(name: str, schema: RecordSchema, definitions: Json) -> Json:
    definitions[name] = _record(schema, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _record(schema: RecordSchema, definitions: Json) -> Json:
    fields = {
        field.data_key or name: cast("ClaimField[Any]", field)
        for name, field in schema.fields.items()
    }
    for field in fields.values():
        inner = field.inner if isinstance(field, Listing | ByNarrative) else field
        if isinstance(inner, Nested):
            _reference(inner.definition, inner.schema, definitions)
    required = [name for name, field in fields.items() if field.required]
    return {
        "description": (schema.__doc__ or "").split("\n")[0],
        "type": "object",
        "properties": {name: field.json_schema() for name, field in fields.items()},
        "required": required,
        "additionalProperties": False,
        **schema.json_extra,
    }


_SINGULAR = {"accepted": "accepted", "evidence": "evidence"}
