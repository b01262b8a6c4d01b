"""The ``fields`` of a kind.yaml."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reportgen.compute.scope import TYPES
from reportgen.kinds.figures import read_figures
from reportgen.kinds.form import Form
from reportgen.kinds.people import read_person
from reportgen.model.formula import Formula
from reportgen.model.kind import (
    GAP,
    NAMES,
    OFFICE_WORDS,
    REPORTED,
    SCALARS,
    FieldSpec,
    FigureSpec,
    office_words,
)
from reportgen.model.names import folded
from reportgen.model.origin import DataPath
from reportgen.model.phrase import phrase, strung

_COMMON = ("optional", "label", "personal")
_KEYS = {
    "scalar": (
        *("type", "choice", "default", "at_most", "quantities", "from_office", "names_office", "without"),
        "frame",
        *_COMMON,
    ),
    "list": ("list", "quantities", "names_office", "frame", *_COMMON),
    "group": ("group", "quantities", *_COMMON),
    "rows": ("rows", "key", "unique", "order", "columns", "roll_up", "reported_by", "person", *_COMMON),
}
"""What the long form of each sort of field may say."""


def read_fields(form: Form, raw: Any, path: DataPath) -> dict[str, FieldSpec]:
    """Read a mapping of names to fields."""
    specs = {}
    for name, entry in form.mapping(raw, path).items():
        if form.name(name, (*path, name)):
            specs[name] = read_field(form, name, entry, (*path, name))
    return specs


def read_field(form: Form, name: str, entry: Any, path: DataPath) -> FieldSpec:
    """Read one field, in its short form (``text?``) or its long one."""
    origin = form.key_at(path)
    if isinstance(entry, str):
        return FieldSpec(
            name, _type(form, entry.removesuffix("?"), path), origin, optional=entry.endswith("?")
        )
    sort = next(
        (key for key in ("list", "group", "rows") if isinstance(entry, Mapping) and key in entry), "scalar"
    )
    entry = form.mapping(entry, path, _KEYS[sort])
    spec = FieldSpec(
        name, sort, origin,
        optional=form.flag(entry.get("optional"), (*path, "optional")),
        label=form.text(entry.get("label"), (*path, "label")),
        personal=form.flag(entry.get("personal"), (*path, "personal")),
        free=_free(form, entry.get("quantities"), (*path, "quantities")),
        from_office=_from_office(form, entry.get("from_office"), (*path, "from_office")),
        names_office=form.flag(entry.get("names_office"), (*path, "names_office")),
        frame=_frame(form, entry.get("frame"), (*path, "frame")),
    )  # fmt: skip
    return _READ[sort](form, spec, entry, path)


def _free(form: Form, raw: Any, path: DataPath) -> bool:
    """Read whether the numbers of a text need no explanation: a name, a title, an address."""
    if raw is not None and raw != "free":
        form.complain("kind-wants-free", path, value=raw)
    return isinstance(raw, str) and raw == "free"


def _from_office(form: Form, raw: Any, path: DataPath) -> str:
    """Read what the office's file gives, such as ``BC-{symbol}``."""
    pattern = form.text(raw, path)
    words = office_words(pattern)
    if pattern and (not words or not set(words) <= set(OFFICE_WORDS)):
        form.complain("kind-bad-office", path, pattern=pattern, known=", ".join(OFFICE_WORDS))
        return ""
    return pattern


def _frame(form: Form, raw: Any, path: DataPath) -> str:
    """Read what the form prints around a text, such as ``- …;``."""
    frame = form.text(raw, path)
    if frame and frame.count(GAP) != 1:
        form.complain("kind-wants-frame", path, value=frame)
        return ""
    return frame


def _type(form: Form, name: str, path: DataPath) -> str:
    if name in SCALARS:
        return name
    form.complain("kind-unknown-type", path, type=name, known=", ".join(SCALARS))
    return "text"


def _scalar(form: Form, spec: FieldSpec, entry: Mapping[str, Any], path: DataPath) -> FieldSpec:
    choices = form.texts(entry.get("choice"), (*path, "choice"))
    if choices:
        _refuse_odd_options(form, choices, (*path, "choice"))
        spec = replace(spec, type="choice", choices=choices)
    else:
        written = form.text(entry.get("type"), (*path, "type"), default=None)
        kind = _type(form, written.removesuffix("?"), (*path, "type")) if written else "text"
        spec = replace(spec, type=kind, optional=spec.optional or written.endswith("?"))
    spec = replace(spec, without=form.text(entry.get("without"), (*path, "without")))
    default = entry.get("default")
    at_most = form.text(entry.get("at_most"), (*path, "at_most")) or None
    return replace(
        spec, default=form.text(default, (*path, "default")) if default is not None else None, at_most=at_most
    )


def _refuse_odd_options(form: Form, options: Sequence[str], path: DataPath) -> None:
    """Refuse what no data file could choose: data are read as names are."""
    for option in options:
        if not option or option != option.strip():
            form.complain("kind-wants-text", path, entry=f"choice '{option}'")
    for option, times in Counter(folded(option) for option in options).items():
        if times > 1:
            form.complain("kind-name-twice", path, name=option)


def _list(form: Form, spec: FieldSpec, entry: Mapping[str, Any], path: DataPath) -> FieldSpec:
    inner, here = entry["list"], (*path, "list")
    if isinstance(inner, str):
        item = read_field(form, spec.name, inner, here)
        return replace(spec, item=replace(item, frame=spec.frame, label=spec.label))
    fields = _inner_fields(form, inner, here)
    return replace(spec, item=FieldSpec(spec.name, "group", spec.origin, fields=fields, label=spec.label))


def _group(form: Form, spec: FieldSpec, entry: Mapping[str, Any], path: DataPath) -> FieldSpec:
    return replace(spec, fields=_inner_fields(form, entry["group"], (*path, "group")))


def _some_fields(form: Form, raw: Any, path: DataPath) -> dict[str, FieldSpec]:
    """Read the fields of a record, which has at least one."""
    if not raw:
        form.complain("kind-not-a-mapping", path, entry=".".join(str(part) for part in path))
        return {}
    return read_fields(form, raw, path)


def _inner_fields(form: Form, raw: Any, path: DataPath) -> dict[str, FieldSpec]:
    """Read the fields of a record; tables and limits have their place at the top only."""
    fields = _some_fields(form, raw, path)
    for spec in fields.values():
        if spec.type == "rows":
            form.complain("kind-nested-column", (*path, spec.name), name=spec.name)
        if spec.at_most is not None:
            form.complaints.add(
                "kind-unknown-key", form.key_at((*path, spec.name, "at_most")),
                key="at_most", known=", ".join(("type", "choice", "default", *_COMMON)), meant="",
            )  # fmt: skip
    return fields


def _rows(form: Form, spec: FieldSpec, entry: Mapping[str, Any], path: DataPath) -> FieldSpec:
    fields = _some_fields(form, entry["rows"], (*path, "rows"))
    for column in fields.values():
        if column.type in {"list", "group", "rows", "photo"}:
            form.complain("kind-nested-column", (*path, "rows", column.name), name=column.name)
    columns = read_figures(form, entry.get("columns"), (*path, "columns"))
    for name in sorted(columns.keys() & fields.keys()):
        form.complaints.add("kind-name-twice", columns[name].origin, name=name)
    spec = replace(spec, fields=fields, columns=columns)
    key = _columns(form, spec.fields, entry.get("key"), (*path, "key"))
    unique = _columns(form, spec.fields, entry.get("unique"), (*path, "unique"))
    order = _columns(form, _people_too({**spec.fields, **columns}), entry.get("order"), (*path, "order"))
    check_limits(form, spec.fields, (*path, "rows"), spec.name)
    _refuse_twin_headings(form, spec)
    roll_up = _roll_up(form, spec, entry.get("roll_up"), (*path, "roll_up"))
    naming = [name for name, column in fields.items() if column.type in NAMES and name != REPORTED]
    by = _columns(form, naming, entry.get("reported_by"), (*path, "reported_by"))
    person = read_person(form, fields, entry.get("person"), (*path, "person"))
    return replace(
        spec,
        key=key,
        unique=unique,
        order=order,
        roll_up=roll_up,
        reported_by=by[0] if by else None,
        person=person,
    )


def _columns(form: Form, known: Iterable[str], raw: Any, path: DataPath) -> tuple[str, ...]:
    names, listed = form.texts(raw, path), tuple(known)
    for name in names:
        if name not in listed:
            table = str(path[-2])
            form.complain("kind-unknown-column", path, name=name, table=table, known=", ".join(listed))
            return ()
    return names


def _people_too(names: Iterable[str]) -> list[str]:
    """Let columns be named with the mark of people's names, too."""
    return [name for plain in names for name in (plain, f"~{plain}")]


def check_limits(form: Form, fields: Mapping[str, FieldSpec], path: DataPath, table: str) -> None:
    """Complain of a limit that is not there, or that cannot be compared."""
    for spec in fields.values():
        if spec.at_most is None:
            continue
        here, whole = (*path, spec.name, "at_most"), fields.get(spec.at_most)
        if whole is None:
            known = ", ".join(fields)
            form.complain("kind-unknown-column", here, name=spec.at_most, table=table, known=known)
        elif {TYPES.get(spec.type), TYPES.get(whole.type)} not in ({"number"}, {"date"}, {"time"}):
            types = strung(phrase(" and "), [phrase(name) for name in sorted({spec.type, whole.type})])
            form.complain("formula-types", here, part=f"{spec.name} <= {whole.name}", types=types)


def _refuse_twin_headings(form: Form, spec: FieldSpec) -> None:
    """Refuse a column by whose heading another could be meant."""
    taken: set[str] = set()
    columns: list[FieldSpec | FigureSpec] = [*spec.fields.values(), *spec.columns.values()]
    for column in columns:
        headings = {folded(column.name), folded(column.title)}
        if column.name in spec.fields.keys() & spec.columns.keys():
            continue
        if headings & taken:
            form.complaints.add("kind-name-twice", column.origin, name=column.title)
        taken |= headings


def _roll_up(form: Form, spec: FieldSpec, raw: Any, path: DataPath) -> dict[str, dict[str, Formula]]:
    found: dict[str, dict[str, Formula]] = {}
    for kind, cells in form.mapping(raw, path).items():
        here = (*path, kind)
        formulas = {
            name: form.formula(text, (*here, name))
            for name, text in form.mapping(cells, here, (*spec.fields, *form.declared("fields"))).items()
        }
        found[kind] = {name: formula for name, formula in formulas.items() if formula is not None}
    return found


_READ = {"scalar": _scalar, "list": _list, "group": _group, "rows": _rows}
