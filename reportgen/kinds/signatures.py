"""The ``signatures`` of a kind.yaml: which fields a paper has for signatures, and who is to sign in each."""

from collections.abc import Iterator
from typing import Any

from reportgen.kinds.form import Form
from reportgen.model.diagnostics import did_you_mean
from reportgen.model.issuing import SignatureSpec
from reportgen.model.kind import Kind
from reportgen.model.origin import DataPath

SIGNATURE_KEYS = ("role", "who", "over")
"""What is said of a field; ``over`` may be left out."""


def read_signatures(form: Form, raw: Any) -> dict[str, SignatureSpec]:
    """Read the fields in which papers of the kind are signed."""
    entries = form.mapping(raw, ("signatures",)).items()
    return {
        name: _signature(form, name, entry)
        for name, entry in entries
        if form.name(name, ("signatures", name))
    }


def _signature(form: Form, name: str, raw: Any) -> SignatureSpec:
    path = ("signatures", name)
    entry = form.mapping(raw, path, SIGNATURE_KEYS)
    role, who = (form.text(entry.get(key), (*path, key), default=None) for key in SIGNATURE_KEYS[:2])
    return SignatureSpec(name, role, who, form.text(entry.get("over"), (*path, "over")))


def signature_patterns(kind: Kind) -> Iterator[tuple[DataPath, str]]:
    """List the patterns of who signs, each with its place."""
    for spec in kind.signatures.values():
        yield ("signatures", spec.name, "who"), spec.who


def check_signatures(form: Form, kind: Kind) -> None:
    """Complain of a seal over a signature that there is not."""
    for spec in kind.signatures.values():
        if spec.over and (spec.over not in kind.signatures or spec.over == spec.name):
            meant = did_you_mean(spec.over, [name for name in kind.signatures if name != spec.name])
            path = ("signatures", spec.name, "over")
            form.complain("kind-unknown-shown", path, name=spec.name, shown=spec.over, meant=meant)
