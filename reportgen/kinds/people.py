"""Which columns of a table say who a person is."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reportgen.kinds.form import Form
from reportgen.model.kind import NAMES, FieldSpec, PersonSpec
from reportgen.model.origin import DataPath

_PARTS: Final[Mapping[str, tuple[str, ...]]] = {"name": ("text",), "born": ("date",), "at": NAMES}
"""What each part of a person may be."""


def read_person(form: Form, fields: Mapping[str, FieldSpec], raw: Any, path: DataPath) -> PersonSpec | None:
    """Read ``{name: name, born: born, at: [school, district], again: true}``."""
    if raw is None:
        return None
    entry = form.mapping(raw, path, (*_PARTS, "again"))
    name = _columns(form, fields, [form.text(entry.get("name"), (*path, "name"), None)], (*path, "name"))
    born = _columns(form, fields, [form.text(entry.get("born"), (*path, "born"), None)], (*path, "born"))
    places = form.texts(entry.get("at"), (*path, "at")) or [form.text(None, (*path, "at"), None)]
    at = _columns(form, fields, places, (*path, "at"))
    again = form.flag(entry.get("again"), (*path, "again"))
    return PersonSpec(name[0], born[0], tuple(at), again=again) if name and born and at else None


def _columns(
    form: Form, fields: Mapping[str, FieldSpec], names: Sequence[str], path: DataPath
) -> Sequence[str]:
    """Give names of columns, unless one is missing, unknown, or of another type."""
    known = [name for name, column in fields.items() if column.type in _PARTS[str(path[-1])]]
    wrong = [name for name in names if name not in known]
    for name in filter(None, wrong):
        form.complain("kind-unknown-column", path, name=name, table=str(path[-3]), known=", ".join(known))
    return () if wrong else names
