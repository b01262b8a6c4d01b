"""Finished Word and PDF files, whoever made them, held against Decree 30/2020/NĐ-CP."""

from reportgen.lint.copies import Copy, write_commented
from reportgen.lint.linted import Linted, lint

__all__ = ["Copy", "Linted", "lint", "write_commented"]
