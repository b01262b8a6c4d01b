"""Inspection: plain values become declared types, or every complaint there is."""

from reportgen.validate.days import read_date
from reportgen.validate.inspect import validate
from reportgen.validate.misread import Misread
from reportgen.validate.plain_totals import compare_totals

__all__ = ["Misread", "compare_totals", "read_date", "validate"]
