"""A data file to start from."""

import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.load import load_yaml_mapping, parse
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.raw import Loaded

_SAMPLES = {
    "text": "…", "code": "'01'", "count": "0", "number": "0", "percent": "0%",
    "date": "01/01/2026", "time": "7h30", "flag": "có",
    "photo": "anh/anh-1.jpg",
}  # fmt: skip


_PLAIN = re.compile(r"\w+(?:[ ,./%()-]*\w+|%)*")


def example_text(kind: Kind) -> str:
    """Give the kind's own example; a kind without one gets a data file with every field in it."""
    own = _own(kind)
    return own.read_text(encoding="utf-8") if own else drawn_text(kind)


def drawn_text(kind: Kind) -> str:
    """Draw up a data file with every field in it."""
    return "\n".join(_drawn(kind)) + "\n"


def example_data(kind: Kind) -> Loaded:
    """Read the same; tables in files of their own stay there.

    Raises:
        DataError: the kind's own example cannot be read.

    """
    own = _own(kind)
    return load_yaml_mapping(own) if own else parse(example_text(kind), f"{kind.name}.yaml")


def _own(kind: Kind) -> Path | None:
    return next(iter(sorted((kind.folder / "examples").glob("*.yaml"))), None)


def _drawn(kind: Kind) -> Iterator[str]:
    yield f"# {_on_one_line(kind.title)}"
    yield f"kind: {kind.name}"
    if kind.each:
        by = f"{{of: {kind.each.of}, by: [{', '.join(kind.each.by)}]}}" if kind.each.by else kind.each.of
        yield f"for_each: {by}"
    for spec in kind.fields.values():
        yield from _entry(spec, "")


def _entry(spec: FieldSpec, indent: str) -> Iterator[str]:
    remarks = [spec.label, "optional" if spec.optional else "", ", ".join(spec.choices)]
    remark = _on_one_line("; ".join(part for part in remarks if part))
    value = _value(spec)
    yield f"{indent}{spec.name}:{f' {value}' if value else ''}{f'    # {remark}' if remark else ''}"
    inner = spec.item.fields if spec.item else spec.fields
    if spec.type in {"list", "rows"} and inner:
        first, *rest = (line for column in inner.values() for line in _entry(column, f"{indent}    "))
        yield f"{indent}  - {first.lstrip()}"
        yield from rest
    elif spec.type == "list" and spec.item:
        yield f"{indent}  - {_value(spec.item)}"
    else:
        yield from (line for field in inner.values() for line in _entry(field, indent + "  "))


def _value(spec: FieldSpec) -> str:
    if spec.type == "choice":
        return _quoted(spec.choices[0])
    return _SAMPLES.get(spec.type, "") if spec.default is None else _quoted(spec.default)


def _quoted(text: str) -> str:
    """Put a text in quotes where YAML would read something else."""
    if _PLAIN.fullmatch(text) and text != "null":
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
