"""How the reading of a table file ends: with what there is to tell of it, or with all that is wrong."""

from dataclasses import replace

from reportgen.model.diagnostics import Complaints
from reportgen.model.errors import DataError
from reportgen.model.raw import RawTable


def failed(complaints: Complaints) -> DataError:
    """Make the exception; what was merely to be told matters no more."""
    return DataError(found for found in complaints if found.severity != "note")


def finished(table: RawTable, complaints: Complaints) -> RawTable:
    """Hand a table over, unless something is wrong."""
    if complaints.serious:
        raise failed(complaints)
    return replace(table, notes=tuple(complaints))
