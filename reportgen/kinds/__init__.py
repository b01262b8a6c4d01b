"""The archive: document kinds, found by name and read from their folders."""

from reportgen.kinds.find import Shelf, find_kind, list_kinds
from reportgen.kinds.read import read_kind
from reportgen.kinds.schema import data_schema

__all__ = ["Shelf", "data_schema", "find_kind", "list_kinds", "read_kind"]
