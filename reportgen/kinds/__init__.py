"""The archive: document kinds, found by name and read from their folders."""

from reportgen.kinds.example import drawn_text, example_data, example_text
from reportgen.kinds.find import Shelf, find_kind, list_kinds
from reportgen.kinds.read import read_kind
from reportgen.kinds.schema import data_schema, kind_schema

__all__ = [
    "Shelf",
    "data_schema",
    "drawn_text",
    "example_data",
    "example_text",
    "find_kind",
    "kind_schema",
    "list_kinds",
    "read_kind",
]
