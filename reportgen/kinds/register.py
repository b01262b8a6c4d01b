"""The ``register`` of a kind.yaml: which value is the number, and what the register tells of a paper."""

from collections.abc import Iterator
from typing import Any

from reportgen.kinds.form import Form
from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.issuing import DOCUMENT_WORDS, HOLDER_WORDS, RegisterSpec
from reportgen.model.kind import Kind
from reportgen.model.origin import DataPath
from reportgen.model.phrase import phrase

REGISTER_KEYS = ("number", "date", "series", *DOCUMENT_WORDS, *HOLDER_WORDS)
"""What may be said of a kind's place in the register; all but ``number`` and ``series`` may be left out."""

_NEEDED = ("number", "series")


def read_register(form: Form, raw: Any) -> RegisterSpec | None:
    """Read how papers of the kind stand in the register."""
    if raw is None:
        return None
    entry = form.mapping(raw, ("register",), REGISTER_KEYS)
    texts = {
        key: form.text(entry.get(key), ("register", key), default=None if key in _NEEDED else "")
        for key in REGISTER_KEYS
    }
    number, date, series = (texts.pop(key) for key in REGISTER_KEYS[:3])
    words = {name: pattern for name, pattern in texts.items() if pattern}
    return RegisterSpec(number, date, series, words, form.key_at(("register",)))


def numbers_rows(kind: Kind) -> bool:
    """Tell whether the number is a column of the rows that are a paper each."""
    each = kind.each
    return bool(
        kind.register and each and not each.by and kind.register.number in kind.fields[each.of].fields
    )


def register_patterns(kind: Kind) -> Iterator[tuple[DataPath, str]]:
    """List the patterns that a paper's values fill, each with its place."""
    if kind.register is not None:
        texts = {"series": kind.register.series, **kind.register.words}
        # a list prints its items in a row, and has no text of its own otherwise
        lists = {f"{{{name}}}" for name, spec in kind.fields.items() if spec.type == "list"}
        yield from ((("register", name), text) for name, text in texts.items() if text not in lists)


def check_register(kind: Kind, complaints: Complaints) -> None:
    """Complain of a number that is no code, and of a day that is no date."""
    if (spec := kind.register) is None:
        return
    codes = [one.name for one in kind.fields.values() if one.type == "code"]
    dates = [one.name for one in kind.fields.values() if one.type == "date"]
    for key, name, known in (("number", spec.number, codes), ("date", spec.date, dates)):
        if name and name not in known and not (key == "number" and _is_code_of_row(kind, name)):
            place = kind.sources.nearest(("register", key))
            meant = did_you_mean(name, known)
            fields = ", ".join(known) or phrase("none")
            complaints.add("kind-register-field", place, key=key, name=name, known=fields, meant=meant)


def _is_code_of_row(kind: Kind, name: str) -> bool:
    if kind.each is None or kind.each.by or kind.each.of not in kind.fields:
        return False
    column = kind.fields[kind.each.of].fields.get(name)
    return column is not None and column.type == "code"
