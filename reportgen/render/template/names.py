"""Which names a template uses, and which of them its kind does not declare: found before it is filled."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import nodes

from reportgen.model.context import Shape
from reportgen.model.formula import Name
from reportgen.model.phrase import phrase
from reportgen.render.template.allowed import FILTERS, REFUSED, TESTS
from reportgen.render.template.budget import TooMuchError
from reportgen.render.template.expressions import Expressions
from reportgen.render.template.free import FREE_NAMES
from reportgen.render.template.free_tests import FREE_TESTS
from reportgen.render.template.problems import Problem, written
from reportgen.render.template.scope import ANYTHING, LOOP, MACRO, TEXT, Meaning, Scope, advice, top_scope

MOST_PARTS: Final = 1000
"""How many parts a page may put in, each as often as it stands there."""

Load = Callable[[str], nodes.Template | None]
"""Gives the tree of an included part, or None where there is no such part."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a template was found to name: its problems by line, and the declared names that it prints."""

    problems: Sequence[Problem]
    quoted: frozenset[Name]


def template_names(
    source: nodes.Template,
    shape: Shape,
    filters: Collection[str],
    load: Load | None = None,
    *,
    free: bool = False,
) -> Names:
    """Check every name, filter and call of a template and of the parts it includes.

    A template is ``free`` where no kind declares what it names.
    """
    reader = _Reader(_expressions(source, filters, free=free), load or (lambda _: None))
    reader.body(source.body, top_scope(shape).inner())
    problems = sorted(reader.values.problems, key=lambda problem: problem.line)
    return Names(problems, frozenset(reader.values.quoted))


def _expressions(source: nodes.Template, filters: Collection[str], *, free: bool) -> Expressions:
    if not free:
        return Expressions(frozenset(filters) | FILTERS)
    asked = [one.node for one in source.find_all(nodes.Test) if one.name in {"defined", "undefined"}]
    asked += [one.node for one in source.find_all(nodes.Filter) if one.name in {"default", "d"} and one.node]
    return Expressions(
        frozenset(filters) | FILTERS | FREE_NAMES,
        free=True,
        tests=(*TESTS, *FREE_TESTS),
        asked=frozenset(map(written, asked)),
    )


def unquoted(shape: Shape, quoted: Iterable[Collection[Name]]) -> list[Name]:
    """List what is quotable and no template quotes: a table as a whole, or what is left out of its rows."""
    whole = {name for names in quoted for name in names}
    begun = {name[:length] for name in whole for length in range(1, len(name))}
    return [path for name, inner in shape.names.items() for path in _unquoted(inner, (name,), whole, begun)]


def _unquoted(shape: Shape, path: Name, whole: Collection[Name], begun: Collection[Name]) -> Iterator[Name]:
    if path in whole or not shape.quotable:
        return
    if path not in begun:
        yield path
        return
    for name, inner in (shape.item or shape).names.items():
        yield from _unquoted(inner, (*path, name), whole, begun)


@dataclass(slots=True)
class _Reader:
    """Walks the statements of a template and of its parts."""

    values: Expressions
    load: Load
    open_parts: tuple[str, ...] = ()
    parts: int = 0

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> None:
        for statement in statements:
            if (tag := REFUSED.get(type(statement))) is not None:
                self.values.complain("tag-refused", statement, tag=tag)
            else:
                _STATEMENTS[type(statement)](self, statement, scope)

    def output(self, node: nodes.Output, scope: Scope) -> None:
        for child in node.nodes:
            if not isinstance(child, nodes.TemplateData):
                self.values.take(child, scope, printed=True)

    def loop(self, node: nodes.For, scope: Scope) -> None:
        if node.recursive:
            self.values.complain("tag-refused", node, tag="recursive")
        inside = scope.inner({"loop": LOOP})
        self.bind(node.target, self.item(node, scope), inside)
        if node.test is not None:
            self.values.ask(node.test, inside)
        self.body(node.body, inside)
        self.body(node.else_, scope)

    def item(self, node: nodes.For, scope: Scope) -> Meaning:
        whole = self.values.meaning(node.iter, scope)
        item = TEXT if self.values.free and whole.shape.sort == "mapping" else whole.item()
        if item is None or (isinstance(node.target, nodes.Tuple) and item is not ANYTHING):
            code = "loop-over-value" if item is None else "row-taken-apart"
            self.values.complain(code, node, name=written(node.iter))
        return item or ANYTHING

    def choice(self, node: nodes.If, scope: Scope) -> None:
        self.values.ask(node.test, scope)
        for branch in (node.body, node.elif_, node.else_):
            self.body(branch, scope)

    def assign(self, node: nodes.Assign, scope: Scope) -> None:
        self.bind(node.target, self.values.meaning(node.node, scope), scope)

    def bind(self, target: nodes.Node, meaning: Meaning, scope: Scope) -> None:
        """Give a value a name; of the parts of a tuple nothing is known."""
        if isinstance(target, nodes.Name):
            scope.names[target.name] = meaning
            return
        for name in target.find_all(nodes.Name):
            scope.names[name.name] = ANYTHING

    def macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope.names[node.name] = MACRO
        self.macro_body(node, scope)

    def call_block(self, node: nodes.CallBlock, scope: Scope) -> None:
        self.values.take(node.call, scope)
        self.macro_body(node, scope)

    def macro_body(self, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> None:
        """Read what a macro prints; of its arguments nothing is known."""
        for default in node.defaults:
            self.values.take(default, scope)
        given = dict.fromkeys((argument.name for argument in node.args), ANYTHING)
        extras = {"caller": MACRO, "varargs": ANYTHING, "kwargs": ANYTHING}
        self.body(node.body, scope.inner(extras | given))

    def with_names(self, node: nodes.With, scope: Scope) -> None:
        inside = scope.inner()
        for target, value in zip(node.targets, node.values, strict=True):
            self.bind(target, self.values.meaning(value, scope), inside)
        self.body(node.body, inside)

    def block(self, node: nodes.Block | nodes.Scope, scope: Scope) -> None:
        self.body(node.body, scope.inner())

    def include(self, node: nodes.Include | nodes.Extends, scope: Scope) -> None:
        self.part(node, scope)

    def imports(self, node: nodes.Import, scope: Scope) -> None:
        macros = self.part(node, scope if node.with_context else Scope())
        scope.names[node.target] = Meaning(Shape("mapping", dict.fromkeys(macros, MACRO.shape)))

    def imports_names(self, node: nodes.FromImport, scope: Scope) -> None:
        macros = self.part(node, scope if node.with_context else Scope())
        for name in node.names:
            source, target = (name, name) if isinstance(name, str) else name
            scope.names[target] = MACRO
            if source not in macros:
                hint = advice(source, macros, phrase("import a macro that is there"))
                self.values.complain("undeclared-name", node, name=source, advice=hint)

    def part(
        self, node: nodes.Include | nodes.Extends | nodes.Import | nodes.FromImport, scope: Scope
    ) -> list[str]:
        """Read a part where it is put in; give the names of its macros."""
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        tree = self.load(name) if isinstance(name, str) and name not in self.open_parts else None
        if tree is None:
            self.values.complain("unknown-part", node, reason=written(node.template))
            return []
        with self.reading(str(name)):
            self.body(tree.body, scope.inner())
        return [macro.name for macro in tree.find_all(nodes.Macro)]

    @contextmanager
    def reading(self, name: str) -> Iterator[None]:
        """Tell problems by the part they are in; parts that take in one another are read again and again."""
        self.parts += 1
        if self.parts > MOST_PARTS:
            raise TooMuchError(phrase("puts in more than {most} parts", most=MOST_PARTS))
        outside = self.values.part, self.open_parts
        self.values.part, self.open_parts = name, (*self.open_parts, name)
        yield
        self.values.part, self.open_parts = outside


_Read = Callable[[_Reader, Any, Scope], None]

_STATEMENTS: Final[Mapping[type[nodes.Node], _Read]] = {
    nodes.Output: _Reader.output,
    nodes.For: _Reader.loop,
    nodes.If: _Reader.choice,
    nodes.Assign: _Reader.assign,
    nodes.Macro: _Reader.macro,
    nodes.CallBlock: _Reader.call_block,
    nodes.With: _Reader.with_names,
    nodes.Block: _Reader.block,
    nodes.Scope: _Reader.block,
    nodes.Include: _Reader.include,
    nodes.Extends: _Reader.include,
    nodes.Import: _Reader.imports,
    nodes.FromImport: _Reader.imports_names,
}
