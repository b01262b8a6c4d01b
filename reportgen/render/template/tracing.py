"""A template followed while it is filled: which values it prints, and what it asks of them.

It is filled once with a leaf in the place of each value. A leaf is printed as a sign, and knows by which
filters it came there; where a condition asks something of it, the question is noted with its answer.
Whatever else is done to a value, or to a list of them, ends this: nothing is known of such a template.
"""

import datetime as dt
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, NoReturn

from jinja2 import BaseLoader, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context as Running
from markupsafe import Markup

from reportgen.model.context import Context, Filter, Quantity
from reportgen.model.values import Blank
from reportgen.render.template.allowed import TESTS
from reportgen.render.template.budget import WEIGHED, cost_of
from reportgen.render.template.environment import PageEnvironment, name_of
from reportgen.render.template.marks import marked

SIGN: Final = "\ue00a"
"""Stands before the number of a printed leaf: no template and no data can print this letter."""

_UNKNOWN: Final = object()
_SINGLE: Final = (str, int, Quantity, Blank, dt.date, dt.time, type(None))


class UntraceableError(Exception):
    """Something is done to a value beside printing it and asking for a yes or no."""


def _refuse(*_: object, **__: object) -> NoReturn:
    raise UntraceableError


class Source(NamedTuple):
    """Where what is printed comes from: a value, or an inner one of a group, and filters."""

    name: str
    inner: str | None
    filters: tuple[Filter, ...] = ()

    def given(self, values: Mapping[str, Any]) -> Any:
        """Take the value from those of a paper."""
        value = values[self.name]
        return value if self.inner is None else value[self.inner]

    def filtered(self, value: Any) -> Any:
        """Put it through the filters."""
        for one in self.filters:
            value = one(value)
        return value


@dataclass(slots=True)
class Question:
    """What a condition asks, the answer with which it went on, and the value that gave it last."""

    source: Source
    ask: Callable[[Any], Any]
    answer: bool
    value: object = _UNKNOWN

    def is_answered(self, values: Mapping[str, Any]) -> bool:
        """Tell whether the values of another paper give the same answer."""
        value = self.source.given(values)
        if value is not self.value:
            if bool(self.ask(self.source.filtered(value))) != self.answer:
                return False
            self.value = value
        return True


def _was_made(_: object) -> bool:
    return True


class _Sealed:
    """A value of which nothing can be followed."""

    __bool__ = __iter__ = __len__ = __contains__ = __getitem__ = __call__ = _refuse
    __str__ = __repr__ = __format__ = __hash__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse


def _compared(how: Callable[[Any, Any], Any]) -> Callable[["_Leaf", Any], bool]:
    def compare(leaf: "_Leaf", other: Any) -> bool:
        return leaf.ask(lambda value: how(value, other)) if is_single(other) else _refuse()

    return compare


class _Leaf(_Sealed):
    """A value, and where it comes from."""

    def __init__(self, source: Source, value: Any, asked: list[Question]) -> None:
        self.source, self.value, self.asked = source, value, asked

    def ask(self, question: Callable[[Any], Any]) -> bool:
        """Answer a question, and note it."""
        answer = bool(question(self.value))
        self.asked.append(Question(self.source, question, answer))
        return answer

    def through(self, one: Filter) -> "_Leaf":
        """Put it through a filter, which may refuse the values of other papers."""
        source = self.source._replace(filters=(*self.source.filters, one))
        self.asked.append(Question(source, _was_made, answer=True))
        return _Leaf(source, one(self.value), self.asked)

    def __bool__(self) -> bool:  # type: ignore[override]
        return self.ask(bool)

    __eq__, __ne__ = _compared(operator.eq), _compared(operator.ne)  # type: ignore[assignment]
    __lt__, __le__ = _compared(operator.lt), _compared(operator.le)  # type: ignore[assignment]
    __gt__, __ge__ = _compared(operator.gt), _compared(operator.ge)  # type: ignore[assignment]


class _Group(Mapping[str, Any]):
    """Values by their names; how many there are is not asked."""

    def __init__(self, found: Mapping[str, Any]) -> None:
        self.found = found

    def __getitem__(self, name: str) -> Any:
        return self.found[name] if name in self.found else _refuse()

    __bool__ = __contains__ = _refuse
    __eq__ = __ne__ = __hash__ = _refuse
    __iter__: Callable[..., Iterator[str]] = _refuse
    __len__: Callable[..., int] = _refuse


class _Made(Markup):
    """What a macro made: it is printed as it is, or left; whether it is anything follows from its way."""

    def __bool__(self) -> bool:
        return str.__len__(self) > 0

    __len__ = __iter__ = __contains__ = __getitem__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __hash__ = _refuse


class Tracing(PageEnvironment):
    """An environment that notes what it printed, in this order, and what was ``asked``."""

    def __init__(self, context: Context, loader: BaseLoader | None) -> None:
        super().__init__(context, loader)
        self.asked: list[Question] = []
        self.sources: list[Source] = []
        self.prints = 0
        applied, weighed, unprinted = dict(self.filters), self.filters[WEIGHED], self.unprinted
        for name, one in context.filters.items():
            self.filters[name] = _traced(name, applied[name], one)
        self.filters[WEIGHED] = lambda one: one if isinstance(one, _Leaf) else weighed(one)
        self.filters["unprinted"] = lambda one: unprinted(one) if is_single(one) else _refuse()
        self.tests = {name: _tested(one) for name, one in TESTS.items()}
        self.finalize = self.printed

    def traced(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Give values that can be followed."""
        return {
            name: _Group({inner: self._leaf(Source(name, inner), one) for inner, one in value.items()})
            if type(value) is dict
            else self._leaf(Source(name, None), value)
            for name, value in values.items()
        }

    def _leaf(self, source: Source, value: Any) -> Any:
        return _Leaf(source, value, self.asked) if is_single(value) else _Sealed()

    @pass_eval_context
    def printed(self, context: EvalContext, value: object) -> str:
        """Print a sign for a leaf, and anything else as it is."""
        self.prints += 1
        if isinstance(value, _Made):
            return value
        if not isinstance(value, _Leaf):
            return super().printed(context, value) if isinstance(value, str | int) else _refuse()
        if not is_single(value.value):
            _refuse()
        super().printed(context, value.value)
        self.sources.append(value.source)
        return marked(f"{SIGN}{len(self.sources) - 1}", name_of(value.value))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Reach what is inside a group, or a loop; nothing inside a leaf."""
        return _refuse() if isinstance(obj, _Sealed) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Do the same."""
        return _refuse() if isinstance(obj, _Sealed) else super().getitem(obj, argument)

    def call(self, context: Running, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro."""
        made = super().call(context, obj, *args, **kwargs)
        return _Made(made) if isinstance(made, Markup) else made


def is_single(value: object) -> bool:
    """Ask whether a value is a word, a number or a day, or none: not several, and no mark-up."""
    return isinstance(value, _SINGLE) and not isinstance(value, Markup)


def _traced(name: str, applied: Filter, filtered: Filter) -> Filter:
    """Follow a value through a filter; those that make much of little are counted, and not followed."""

    def trace(value: Any, *given: Any, **options: Any) -> Any:
        if not all(map(is_single, (*given, *options.values()))):
            _refuse()
        if not isinstance(value, _Leaf):
            return applied(value, *given, **options) if is_single(value) else _refuse()
        return value.through(lambda one: filtered(one, *given, **options)) if not cost_of(name) else _refuse()

    return trace


def _tested(test: Callable[..., Any]) -> Callable[..., Any]:
    def trace(value: Any, *given: Any) -> Any:
        if not all(map(is_single, given)):
            _refuse()
        if not isinstance(value, _Leaf):
            return test(value, *given) if is_single(value) else _refuse()
        return value.ask(lambda one: test(one, *given))

    return trace
