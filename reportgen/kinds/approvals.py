"""The ``approvals`` of a kind.yaml: who must approve a paper before it is issued, in which order."""

from collections.abc import Iterator
from typing import Any

from reportgen.kinds.form import Form
from reportgen.model.issuing import ApprovalSpec
from reportgen.model.kind import Kind
from reportgen.model.origin import DataPath

APPROVAL_KEYS = ("role", "who")
"""What is said of who approves; ``who`` may be left out, where the data do not name that person."""


def read_approvals(form: Form, raw: Any) -> dict[str, ApprovalSpec]:
    """Read who approves papers of the kind."""
    entries = form.mapping(raw, ("approvals",)).items()
    return {
        name: _approval(form, name, entry) for name, entry in entries if form.name(name, ("approvals", name))
    }


def _approval(form: Form, name: str, raw: Any) -> ApprovalSpec:
    path = ("approvals", name)
    entry = form.mapping(raw, path, APPROVAL_KEYS)
    role = form.text(entry.get("role"), (*path, "role"), default=None)
    return ApprovalSpec(name, " ".join(role.split()), form.text(entry.get("who"), (*path, "who")))


def approval_patterns(kind: Kind) -> Iterator[tuple[DataPath, str]]:
    """List the patterns of who approves, each with its place."""
    for spec in kind.approvals.values():
        if spec.who:
            yield ("approvals", spec.name, "who"), spec.who
