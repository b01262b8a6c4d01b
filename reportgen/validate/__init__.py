"""Inspection: plain values become declared types, or every complaint there is."""

from reportgen.validate.days import read_date
from reportgen.validate.inspect import validate
from reportgen.validate.misread import Misread

__all__ = ["Misread", "read_date", "validate"]
