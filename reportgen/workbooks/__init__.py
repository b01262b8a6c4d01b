"""Workbooks for people: what they are given to fill in with Excel, and the form of it."""

from reportgen.workbooks.csv_cells import csv_list
from reportgen.workbooks.document import document, facts_of, kind_named
from reportgen.workbooks.each import written_each
from reportgen.workbooks.form import form
from reportgen.workbooks.listing import listing
from reportgen.workbooks.remarks import Annotated, Remark, UnfitError, annotate, workbook_of

__all__ = [
    "Annotated", "Remark", "UnfitError", "annotate", "csv_list", "document", "facts_of", "form", "kind_named",
    "listing", "workbook_of", "written_each",
]  # fmt: skip
