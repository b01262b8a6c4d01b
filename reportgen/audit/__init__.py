"""Finished papers held against what they carry: whether every figure is what it was computed to be."""

from reportgen.audit.check import Audited, audit, audit_all, audit_paper
from reportgen.audit.checked import Checked, Place
from reportgen.audit.explain import explain_paper
from reportgen.audit.pages import WORDING
from reportgen.audit.paper import SUFFIXES, is_paper, open_paper
from reportgen.audit.provenance import Provenance, Whence
from reportgen.audit.same import Compared, compare_rows
from reportgen.audit.sure import Sure, sure_of

__all__ = [
    "SUFFIXES",
    "WORDING",
    "Audited",
    "Checked",
    "Compared",
    "Place",
    "Provenance",
    "Sure",
    "Whence",
    "audit",
    "audit_all",
    "audit_paper",
    "compare_rows",
    "explain_paper",
    "is_paper",
    "open_paper",
    "sure_of",
]
