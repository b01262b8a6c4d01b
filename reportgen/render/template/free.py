"""The environment of templates without a kind: the same sandbox, which also computes, exactly."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from jinja2 import BaseLoader, Undefined, nodes, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context as Running
from markupsafe import Markup

from reportgen.model.attached import Enclosure
from reportgen.model.context import Context, Filter
from reportgen.model.phrase import phrase
from reportgen.model.plain import LONGEST_NUMBER, Block, Paragraphs, Rich, Stretch, computed, exact_number
from reportgen.model.values import Number
from reportgen.render.template.allowed import SILENT_OPERATORS
from reportgen.render.template.environment import PageEnvironment, ReportEnvironment
from reportgen.render.template.expressions import MAPPING_CALLS
from reportgen.render.template.failures import UnfitError, UnprintableError, type_in_words
from reportgen.render.template.fitting import fitting
from reportgen.render.template.fragments import fragment
from reportgen.render.template.free_filters import FREE_FILTERS, default
from reportgen.render.template.free_lists import Group, at, items
from reportgen.render.template.free_tests import FREE_TESTS
from reportgen.render.template.free_texts import LONGEST_TEXT
from reportgen.render.template.free_tree import exact, prepared, stretch
from reportgen.render.template.inserts import Whole, begun, inserted, paragraph_in_html
from reportgen.render.template.rich import in_html, signed

MAPPED: Final = frozenset(FREE_FILTERS) | frozenset(
    {"upper", "lower", "capital", "roman", "two_digits", "words"}
)
"""Filters that can be applied to every item of a list."""

FREE_NAMES: Final = frozenset(FREE_FILTERS) | {"default", "d", "map", "join"}
"""Filters that only templates without a kind have."""

_ALLOWED: Final = (frozenset(SILENT_OPERATORS) | {nodes.Slice}) - {nodes.Pow}
_OPERATIONS: Final[Mapping[str, Callable[[Any, Any], Number]]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: Fraction(left) / right,
    "//": lambda left, right: left // right,
    "%": lambda left, right: left % right,
}


class FreeEnvironment(ReportEnvironment):
    """An environment where numbers may be added, items be numbered, and what was not given be asked for."""

    intercepted_binops = frozenset(_OPERATIONS)
    intercepted_unops = frozenset("+-")
    allowed = _ALLOWED
    unplain = (*ReportEnvironment.unplain, Rich, Whole, Enclosure, Paragraphs)

    def __init__(self, context: Context, loader: BaseLoader | None = None) -> None:
        super().__init__(context, loader)
        self.finalize = self.printed
        own: dict[str, Filter] = {
            name: fitting(name, filtered, self.budget) for name, filtered in FREE_FILTERS.items()
        }
        own |= {
            "map": fitting("map", self.mapped, self.budget),
            "join": fitting("join", self.listed, self.budget),
        }
        self.filters.update(
            own, default=default, d=default, joined_texts=self.joined, exact=exact, stretch=stretch
        )
        self.tests.update(FREE_TESTS)

    @pass_eval_context
    def printed(self, context: EvalContext, value: object) -> Markup:
        """Print rich text stretch by stretch, as its words and how they look, and pictures as pictures."""
        plain = super().printed
        match value:
            case Rich():
                texts = ((one, Markup(plain(context, one.text))) for one in value.stretches)  # noqa: S704
                return Markup().join(self.dressed(*one) for one in texts)
            case Whole():
                return self.block(context, value.value, whole=True)
            case Enclosure() | Paragraphs():
                return self.block(context, value, whole=False)
        return Markup(plain(context, value))  # noqa: S704  # escaped there

    def block(self, context: EvalContext, value: Enclosure | Paragraphs, *, whole: bool) -> Markup:
        """Print what stands for a document, or paragraphs one after the other, where nothing else stands."""
        if self.words_only or not whole:
            raise UnprintableError("block-in-line", str(value))
        if isinstance(value, Enclosure):
            return inserted(self.inserts, value)
        return Markup().join(self.paragraph(one, self.printed(context, one.text)) for one in value.blocks)

    def paragraph(self, block: Block, words: Markup) -> Markup:
        """Begin a paragraph that has a style of the template."""
        style = self.style("paragraph", block.style) if block.style else ""
        return begun(self.inserts, replace(block, style=style)) + words

    def style(self, sort: str, name: str) -> str:
        """Find a style of the template by its name."""
        found = self.styles.get((sort, name.casefold()))
        if found is None:
            raise UnfitError(phrase("the template has no style '{name}'", name=name))
        return found

    def dressed(self, stretch: Stretch, text: Markup) -> Markup:
        """Note how a stretch looks."""
        if style := stretch.looks.get("style"):
            looks = {**stretch.looks, "style": self.style("character", style)}
            stretch = replace(stretch, looks=looks)
        self.stretches.append(stretch)
        return signed(len(self.stretches) - 1, text)

    def call_binop(self, context: Running, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        """Compute with numbers, exactly, and put texts together; nothing else goes together."""
        for value in (left, right):
            if isinstance(value, Undefined):
                str(value)
        one, other = exact_number(left), exact_number(right)
        if one is not None and other is not None:
            return computed(_bounded(operator, one, other))
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.joined([left, right])
        sides = {"left": type_in_words(left), "right": type_in_words(right)}
        raise TypeError(phrase("{left} {operator} {right}", operator=operator, **sides))

    def call_unop(self, context: Running, operator: str, arg: Any) -> Any:
        """Negate a number."""
        return self.call_binop(context, operator, 0, arg)

    def joined(self, values: Sequence[object]) -> str:
        """Put texts together as they print; what a macro printed keeps its marks."""
        texts = [value if isinstance(value, Markup) else self.text_of(value) for value in values]
        letters = sum(map(len, texts))
        if letters > LONGEST_TEXT:
            raise TypeError(phrase("a text of more than {most} letters", most=LONGEST_TEXT))
        self.budget.spend(letters)
        return (Markup() if any(isinstance(text, Markup) for text in texts) else "").join(texts)

    def mapped(
        self, values: object, name: object = None, *given: object, attribute: object = None
    ) -> tuple[object, ...]:
        """Put each item through a filter, or take what it has under a name."""
        if attribute is not None:
            return tuple(map(at(attribute), items(values)))
        if name not in MAPPED or (found := self.filters.get(name)) is None:
            raise ValueError(phrase("there is no filter '{name}'", name=str(name)))
        return tuple(found(item, *given) for item in items(values))

    def listed(self, values: object, between: object = "", attribute: object = None) -> str:
        """Print items one after the other."""
        texts = map(at(attribute), items(values))
        return self.joined([part for one in texts for part in (between, one)][1:])

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Reach what is inside plain data, and go through a group by name and value."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        if isinstance(obj, Group):
            return (
                getattr(obj, attribute)
                if attribute in Group._fields
                else self.undefined(obj=obj, name=attribute)
            )
        if isinstance(obj, Mapping) and attribute in MAPPING_CALLS and attribute not in obj:
            return MappingCall(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Take an item of a list by its number, or what is inside plain data by name."""
        number = exact_number(argument)
        if number is None or isinstance(obj, str | Mapping) or not isinstance(obj, Sequence):
            return super().getitem(obj, str(argument) if number is not None else argument)
        inside = number.denominator == 1 and -len(obj) <= number < len(obj)
        return obj[int(number)] if inside else self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow going through a group."""
        return isinstance(obj, MappingCall) or super().is_safe_callable(obj)

    def prepared(self, source: nodes.Template) -> nodes.Template:
        """Make each ``~`` ask for texts, and each decimal literal the number it says."""
        return prepared(source)


class MappingCall:
    """``items``, ``keys`` or ``values`` of a group, to be called."""

    def __init__(self, mapping: Mapping[str, object], name: str) -> None:
        self.mapping, self.name = mapping, name

    def __call__(self) -> Sequence[object]:
        """List what the group holds."""
        return tuple(getattr(self.mapping, self.name)())


def _bounded(operator: str, left: Number, right: Number) -> Number:
    if right == 0 and operator in {"/", "//", "%"}:
        raise TypeError(phrase("a division by zero"))
    result = _OPERATIONS[operator](left, right)
    if max(result.numerator.bit_length(), result.denominator.bit_length()) > LONGEST_NUMBER * 3:
        raise TypeError(phrase("a number with too many digits"))
    return result if result.denominator != 1 else int(result)


class FreePages(FreeEnvironment, PageEnvironment):
    """The same for HTML, where the looks of words are written beside them."""

    def dressed(self, stretch: Stretch, text: Markup) -> Markup:
        """Write how a stretch looks."""
        return in_html(stretch, text)

    def block(self, context: EvalContext, value: Enclosure | Paragraphs, *, whole: bool) -> Markup:  # noqa: ARG002
        """Write a document, or paragraphs, as elements of the page."""
        if isinstance(value, Enclosure):
            return Markup(fragment(value.file.content))  # noqa: S704  # a page put into a page
        return super().block(context, value, whole=True)

    def paragraph(self, block: Block, words: Markup) -> Markup:
        """Write a paragraph."""
        return paragraph_in_html(block, words)


def environment_for(context: Context) -> ReportEnvironment:
    """Give a Word template the environment that its context asks for."""
    return (FreeEnvironment if context.free else ReportEnvironment)(context)


def pages_for(context: Context, loader: BaseLoader) -> ReportEnvironment:
    """Give an HTML template the environment that its context asks for."""
    return (FreePages if context.free else PageEnvironment)(context, loader)
