"""What changed between two data files of one kind: data, figures, claims, and where each stands."""

from reportgen.diff.compare import compare, diff
from reportgen.diff.records import Change, Comparison, DataChanges, RowChange, TableChanges

__all__ = ["Change", "Comparison", "DataChanges", "RowChange", "TableChanges", "compare", "diff"]
