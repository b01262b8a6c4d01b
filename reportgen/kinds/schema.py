"""JSON Schemas, so that editors complete data files and kinds."""

from collections.abc import Mapping
from typing import Any

from reportgen.kinds.approvals import APPROVAL_KEYS
from reportgen.kinds.pages import CHART_KEYS
from reportgen.kinds.register import REGISTER_KEYS
from reportgen.kinds.signatures import SIGNATURE_KEYS
from reportgen.model.kind import SCALARS, FieldSpec, Kind

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_PATTERNS = {
    "count": r"^\d{1,3}([. ]?\d{3})*$",
    "percent": r"%$",
    "date": r"^(\d{1,2}([/.-]| tháng )\d{1,2}([/.-]| năm )\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})$",
    "time": r"^\d{1,2}\s*(:|h|g|giờ)\s*(\d{1,2}(:00|\s*(phút|ph|p|['’′]))?)?$",
}
_TEXT: Mapping[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_SIGN: Mapping[str, Any] = {"enum": ["comma", "point"]}
_FROM: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        **{key: {"type": "string"} for key in ("from", "sheet", "encoding", "delimiter", "unit")},
        "header": {"type": ["integer", "string"]},
        "except": {"type": ["string", "array"], "items": {"type": "string"}},
        "lines": {
            "type": "object",
            "additionalProperties": {"enum": ["row", "total", "note"]},
        },
        "decimal": {"anyOf": [_SIGN, {"type": "object", "additionalProperties": _SIGN}]},
    },
    "required": ["from"],
    "additionalProperties": False,
}


def data_schema(kind: Kind) -> dict[str, Any]:
    """Describe the data files of a kind."""
    claims = {name: {**_TEXT, "description": f"claim: {spec.title}"} for name, spec in kind.figures.items()}
    reserved: dict[str, Any] = {
        "kind": {"const": kind.name},
        "for_each": _for_each(kind),
        "earlier": {"type": "array", "items": {"type": "string"}},
        "assumed": {"type": "object", "additionalProperties": {"type": "string"}},
        "same_as": {"type": "object", "additionalProperties": {"type": "string"}},
        "corrections": _corrections(),
        "expected": _expected(kind),
    }
    fields = {name: _field(spec) for name, spec in kind.fields.items()}
    return {
        "$schema": DRAFT,
        "title": kind.title,
        "type": "object",
        "properties": {**reserved, **claims, **fields},
        "required": ["kind"],
        "additionalProperties": False,
    }


def _expected(kind: Kind) -> dict[str, Any]:
    column = {"column": {"type": "string"}}
    listed = {**_FROM, "properties": {**_FROM["properties"], **column}}
    names = {"anyOf": [listed, {"type": "array", "items": {"type": "string"}}, {"type": "null"}]}
    return _closed({name: names for name, spec in kind.rows.items() if spec.reporter})


def _corrections() -> dict[str, Any]:
    one = {
        "type": "object",
        "properties": {name: dict(_TEXT) for name in ("at", "old", "new", "who", "when", "why")},
        "required": ["at", "old", "new", "who", "when", "why"],
        "additionalProperties": False,
    }
    return {"anyOf": [_FROM, {"type": "array", "items": {"anyOf": [_FROM, one]}}, {"type": "null"}]}


def _for_each(kind: Kind) -> dict[str, Any]:
    tables = list(kind.rows)
    group = {
        "type": "object",
        "properties": {"of": {"enum": tables}, "by": {"type": ["string", "array"]}},
        "required": ["of"],
        "additionalProperties": False,
    }
    return {"anyOf": [{"enum": tables}, group]}


def _field(spec: FieldSpec) -> dict[str, Any]:
    described = {"description": spec.label} if spec.label else {}
    return {**_SHAPES.get(spec.type, _scalar)(spec), **described}


def _scalar(spec: FieldSpec) -> dict[str, Any]:
    if spec.type == "choice":
        return {"enum": [*spec.choices, None]}
    pattern = _PATTERNS.get(spec.type)
    return {**_TEXT, **({"pattern": pattern} if pattern else {})}


def _list(spec: FieldSpec) -> dict[str, Any]:
    return {"type": ["array", "null"], "items": _field(spec.item) if spec.item else True}


def _group(spec: FieldSpec) -> dict[str, Any]:
    names = {name: _field(inner) for name, inner in spec.fields.items()}
    return {"type": ["object", "null"], "properties": names, "additionalProperties": False}


def _rows(spec: FieldSpec) -> dict[str, Any]:
    cells = {name: _field(column) for name, column in spec.fields.items()}
    claims = {name: dict(_TEXT) for name in spec.columns}
    row = {"type": "object", "properties": {**cells, **claims}, "additionalProperties": False}
    rows = {"type": "array", "items": {"anyOf": [_FROM, row]}}
    return {"anyOf": [_FROM, rows, {"type": "null"}]}


_SHAPES = {"list": _list, "group": _group, "rows": _rows}


def kind_schema() -> dict[str, Any]:
    """Describe kind.yaml itself."""
    text, flag = {"type": "string"}, {"type": "boolean"}
    return {
        "$schema": DRAFT,
        "title": "reportgen document kind",
        "type": "object",
        "properties": {
            "title": text, "about": text, "version": {"type": "integer"}, "date": text, "file_name": text,
            "key_figures": {"type": "array", "items": text},
            "fields": _map("field"), "figures": _map("figure"), "tables": _map("table"),
            "checks": {"type": "array", "items": _closed({"that": text, "say": text, "warn": flag})},
            "each": _closed({"of": text, "by": _some(text), "where": text}),
            "series": _closed({"order": text, "same": _some(text)}),
            "outputs": _closed({"docx": text, "pdf": text}), "appendices": _names(text),
            "headings": {"type": "array", "items": _names(_some(text))},
            "charts": _names(_closed(dict.fromkeys(CHART_KEYS, text))),
            "register": _closed(dict.fromkeys(REGISTER_KEYS, text)),
            "signatures": _names(_closed(dict.fromkeys(SIGNATURE_KEYS, text))),
            "approvals": _names(_closed(dict.fromkeys(APPROVAL_KEYS, text))),
        },
        "required": ["title", "outputs"],
        "additionalProperties": False,
        "$defs": {"field": _field_schema(), "figure": _figure_schema(), "table": _table_schema()},
    }  # fmt: skip


def _map(name: str) -> dict[str, Any]:
    return _names({"$ref": f"#/$defs/{name}"})


def _names(value: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": dict(value)}


def _some(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [dict(item), {"type": "array", "items": dict(item)}]}


def _closed(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _field_schema() -> dict[str, Any]:
    text = {"type": "string"}
    types = {"enum": [name + mark for name in SCALARS for mark in ("", "?")]}
    long = _closed({
        "type": types, "choice": {"type": "array", "items": text},
        "default": {"type": ["string", "number", "boolean"]},
        "at_most": text, "optional": {"type": "boolean"}, "personal": {"type": "boolean"}, "label": text,
        "quantities": {"const": "free"}, "from_office": text, "names_office": {"type": "boolean"},
        "without": text, "frame": {"type": "string", "pattern": "^[^…]*…[^…]*$"},
        "list": {"anyOf": [types, _map("field")]}, "group": _map("field"), "rows": _map("field"),
        "key": _some(text), "unique": _some(text), "order": _some(text), "reported_by": text,
        "person": _person(),
        "columns": _map("figure"),
        "roll_up": _names({"type": "object", "additionalProperties": text}),
    })  # fmt: skip
    return {"anyOf": [types, long]}


def _person() -> dict[str, Any]:
    text = {"type": "string"}
    return _closed({"name": text, "born": text, "at": _some(text), "again": {"type": "boolean"}})


def _figure_schema() -> dict[str, Any]:
    text = {"type": "string"}
    shown_as = {"enum": ["number", "percent", "text", "date", "time"]}
    places = {"type": "integer", "minimum": 0}
    long = _closed(
        {"formula": text, "as": shown_as, "places": places, "if_nothing": text, "fit": text, "label": text}
    )
    return {"anyOf": [text, long]}


def _table_schema() -> dict[str, Any]:
    text = {"type": "string"}
    return _closed(
        {"of": text, "by": _some(text), "where": text, "order": _some(text), "figures": _map("figure")}
    )
