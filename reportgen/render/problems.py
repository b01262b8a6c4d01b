"""What is found wrong in a template before it is filled, and how it writes the names that are wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import nodes


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a template: the diagnostic's code, the line, and in which part (None: the template)."""

    code: str
    line: int
    values: Mapping[str, str]
    part: str | None = None


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
