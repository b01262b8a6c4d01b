"""Finished papers held against what they carry: whether every figure is what it was computed to be."""

from reportgen.audit.check import Audited, audit, audit_all, audit_paper
from reportgen.audit.explain import explain_paper
from reportgen.audit.paper import SUFFIXES, is_paper, open_paper
from reportgen.audit.same import Compared, compare_rows

__all__ = [
    "SUFFIXES", "Audited", "Compared", "audit", "audit_all", "audit_paper", "compare_rows", "explain_paper",
    "is_paper", "open_paper",
]  # fmt: skip
