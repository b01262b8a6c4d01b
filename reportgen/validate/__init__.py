"""Inspection: plain values become declared types, or every complaint there is."""

from reportgen.validate.inspect import validate

__all__ = ["validate"]
