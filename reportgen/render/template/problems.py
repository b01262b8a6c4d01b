"""What is found wrong in a template before it is filled, and how it writes the names that are wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jinja2 import nodes

from reportgen.model.phrase import phrase


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a template: the diagnostic's code, the line, and in which part (None: the template)."""

    code: str
    line: int
    values: Mapping[str, str]
    part: str | None = None


_FILTERS: Final[Mapping[str, str]] = {
    **{name: name for name in ("upper", "lower", "title", "capitalize", "replace", "join", "center")},
    **dict.fromkeys(("strip", "lstrip", "rstrip"), "trim"),
}
"""Methods of Python's texts, by the filter that does the same."""

_OTHERWISE: Final[Mapping[str, str]] = {
    "format": phrase("write {{{{ '%.2f' | format(…) }}}}"),
    "strftime": phrase("write it into the data as it shall be printed"),
    "isoformat": phrase("write it into the data as it shall be printed"),
    "range": phrase("loop over a list of the data"),
}
OWN_ONLY: Final = phrase("call the template's own macros only; format with filters")


def instead(called: str) -> str:
    """Tell what to write in the place of a call that needs Python."""
    name = called.rpartition(".")[2]
    if "." in called and name in _FILTERS:
        return phrase("write {{{{ … | {filter} }}}}", filter=_FILTERS[name])
    return _OTHERWISE.get(name, OWN_ONLY)


def written(node: nodes.Node) -> str:
    """Write a name as the template does, as far as it is one."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{written(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return f"{written(node.node)}.{value}"
        case nodes.Const(value=value):
            return str(value).lower() if value is None or isinstance(value, bool) else f"'{value}'"
    return "…"
