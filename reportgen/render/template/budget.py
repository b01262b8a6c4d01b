"""What filling a template may cost: counted, so that it is the same on every machine."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import Undefined, nodes
from jinja2.exceptions import TemplateRuntimeError
from jinja2.visitor import NodeTransformer

from reportgen.model.phrase import phrase

MOST_LETTERS: Final = 16_000_000
"""Letters that a template may print, its own and its mark-up's among them."""

MOST_ON_PAGES: Final = 64_000_000
"""The same for pages: those of long tables, which are written row by row, have many."""

MOST_LAID_OUT: Final = 4_000_000
"""The same for what the engine lays out, which takes longer."""

MOST_STEPS: Final = 1_000_000
"""Rows that its loops may go over and macros that it may call."""

STEPS_OF_A_CALL: Final = 5
"""As how many rows a macro's call counts."""

COUNTED, PRINTED, WEIGHED = " counted", " printed", " weighed"
"""Filters that no template can name: their names begin with a space."""


class TooMuchError(TemplateRuntimeError):
    """A template makes too much of its data."""


@dataclass(slots=True)
class Budget:
    """What is left to one template."""

    letters: int = MOST_LETTERS
    steps: int = MOST_STEPS
    most: int = MOST_LETTERS

    def allow(self, letters: int) -> None:
        """Begin with so many letters."""
        self.letters = self.most = letters

    def renew(self, letters: int) -> None:
        """Begin another document with so many letters."""
        self.allow(letters)
        self.steps = MOST_STEPS

    def spend(self, letters: int) -> None:
        """Print so many letters."""
        self.letters -= letters
        if self.letters < 0:
            raise TooMuchError(phrase("prints more than {most} letters", most=self.most))

    def step(self, steps: int = 1) -> None:
        """Go over so many rows."""
        self.steps -= steps
        if self.steps < 0:
            raise TooMuchError(phrase("goes over more than {most} rows", most=MOST_STEPS))

    def counted(self, values: Any) -> Any:
        """Count what a loop goes over: at once where it is known how much that is."""
        if isinstance(values, Undefined):
            return values
        if not isinstance(values, Sized):
            return _Counted(values, self)
        self.step(len(values))
        return values

    def weighed(self, value: Any) -> Any:
        """Count what a filter or a search has to go through."""
        if isinstance(value, str):
            self.spend(len(value))
        elif hasattr(value, "__len__") and isinstance(value, Sequence | Mapping):
            self.step(len(value))
        return value

    def filters(self) -> dict[str, Any]:
        """Give the filters that count."""
        return {COUNTED: self.counted, PRINTED: self.spend, WEIGHED: self.weighed}


def _join(budget: Budget, values: Any, separator: Any = ", ", *_: Any, **__: Any) -> None:
    if isinstance(values, Sequence):
        budget.spend(sum(len(value) for value in values if isinstance(value, str)))
        budget.spend(len(values) * len(str(separator)))


def _replace(budget: Budget, value: Any, old: Any, new: Any, *_: Any) -> None:
    budget.spend(len(str(value)) + str(value).count(str(old)) * len(str(new)))


def _choose(budget: Budget, values: Any, *given: Any) -> None:
    """Count each row as often as there is something to look for it in."""
    if isinstance(values, Sequence) and given and isinstance(given[-1], Sequence):
        budget.step(len(values) * len(given[-1]) // _LETTERS_OF_A_STEP)


_LETTERS_OF_A_STEP: Final = 10
_COSTS: Final[Mapping[str, Callable[..., None]]] = {
    "join": _join,
    "replace": _replace,
    "selectattr": _choose,
    "rejectattr": _choose,
}
"""Filters that can make much of little."""


def cost_of(name: str) -> Callable[..., None] | None:
    """Give what counts what a filter will make, before it makes it; most make little."""
    return _COSTS.get(name)


class _Counted:
    """What a loop goes over, counted one by one."""

    __slots__ = ("budget", "values")

    def __init__(self, values: Any, budget: Budget) -> None:
        self.values, self.budget = values, budget

    def __len__(self) -> int:
        """Tell how many there are."""
        return len(self.values)

    def __iter__(self) -> Iterator[Any]:
        """Give one after the other."""
        for value in self.values:
            self.budget.step()
            yield value


def metered(source: nodes.Template, *, prints: bool = True) -> nodes.Template:
    """Put a count before all that ``prints``, loops, or goes through a whole text or list."""
    tree: nodes.Template = _Meter(prints=prints).visit(source)
    return tree


class _Meter(NodeTransformer):
    def __init__(self, *, prints: bool) -> None:
        self.prints = prints

    def visit_Output(self, node: nodes.Output) -> nodes.Node | list[nodes.Node]:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        if not self.prints:
            return node
        own = sum(len(one.data) for one in node.nodes if isinstance(one, nodes.TemplateData))
        count = _filtered(PRINTED, nodes.Const(own, lineno=node.lineno))
        return [nodes.ExprStmt(count, lineno=node.lineno), node] if own else node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        if isinstance(node.iter, nodes.Expr):
            node.iter = _filtered(COUNTED, node.iter)
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        if isinstance(node.node, nodes.Expr):
            node.node = _filtered(WEIGHED, node.node)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        if node.name == "in":
            node.args = [_filtered(WEIGHED, argument) for argument in node.args]
        return node

    def visit_Operand(self, node: nodes.Operand) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        if node.op in {"in", "notin"}:
            node.expr = _filtered(WEIGHED, node.expr)
        return node


def _filtered(name: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
