"""What changed between two data files of one kind, or between two finished papers."""

from reportgen.diff.compare import compare, diff
from reportgen.diff.papers import PaperComparison, diff_papers, is_paper
from reportgen.diff.records import Change, Comparison, DataChanges, RowChange, TableChanges

__all__ = [
    "Change",
    "Comparison",
    "DataChanges",
    "PaperComparison",
    "RowChange",
    "TableChanges",
    "compare",
    "diff",
    "diff_papers",
    "is_paper",
]
