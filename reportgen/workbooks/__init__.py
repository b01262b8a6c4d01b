"""Workbooks for people: what they are given to fill in with Excel, and the form of it."""

from reportgen.workbooks.document import document, facts_of, kind_named
from reportgen.workbooks.form import form

__all__ = ["document", "facts_of", "form", "kind_named"]
