"""The one Jinja environment of every template: plain values only, each printed value marked."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from jinja2 import BaseLoader, StrictUndefined, Undefined, nodes, pass_eval_context
from jinja2.environment import TemplateModule
from jinja2.exceptions import TemplateAssertionError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context as Running
from jinja2.runtime import LoopContext, Macro, TemplateReference
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from reportgen.model.attached import Picture
from reportgen.model.chart import Chart
from reportgen.model.context import Context, Quantity, Rows, Worded
from reportgen.model.phrase import phrase
from reportgen.model.plain import Stretch
from reportgen.render.template.allowed import LOOP_CALLS, LOOP_FLAGS, LOOP_ITEMS, LOOP_NUMBERS, REFUSED, TESTS
from reportgen.render.template.bars import in_html as chart_in_html
from reportgen.render.template.budget import STEPS_OF_A_CALL, Budget, metered
from reportgen.render.template.failures import UnplainError, UnprintableError
from reportgen.render.template.fitting import fitting
from reportgen.render.template.generator import Generator
from reportgen.render.template.inserts import in_html as picture_in_html
from reportgen.render.template.inserts import inserted
from reportgen.render.template.literals import ExactLexer, exact_lexer
from reportgen.render.template.marks import OPEN, marked
from reportgen.render.template.texts import Texts

_NO_TEXT: Final = (bool, Mapping, Sequence, LoopContext, Macro, TemplateReference, TemplateModule)
_TEXTS: Final = (str, Quantity)
_PICTURES: Final = (Picture, Chart)
_MISSING: Final = object()


class ReportEnvironment(SandboxedEnvironment):
    """An environment for one document: it keeps, in order, the text of every value that was printed."""

    allowed: Collection[type[nodes.Node]] = ()
    """What of `REFUSED` may be used after all."""

    unplain: tuple[type, ...] = (Markup, Picture, Chart)
    """Values that print as more than their words."""

    counts_prints = True
    code_generator_class = Generator

    def __init__(self, context: Context, loader: BaseLoader | None = None) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, loader=loader, optimized=False)
        self.shown = context.shown
        self.emitted: list[str] = []
        self.named: list[str] = []
        self.stretches: list[Stretch] = []
        self.inserts: dict[int, Any] = {}
        self.words_only = False
        self.texts = Texts()
        self.styles: Mapping[tuple[str, str], str] = {}
        self.globals = {}
        self.budget = Budget()
        self.filters = {name: fitting(name, one, self.budget) for name, one in context.filters.items()}
        self.filters["unprinted"] = self.unprinted
        self.filters.update(self.budget.filters())
        self.tests = dict(TESTS)
        self.finalize = self.printed

    @property
    def lexer(self) -> ExactLexer:
        """Read decimal numbers as they are written."""
        return exact_lexer()

    def begin(self, *, words_only: bool = False) -> None:
        """Forget what was printed: another part begins, which takes pictures or ``words_only``."""
        self.words_only = words_only
        for kept in (self.emitted, self.named, self.stretches, self.inserts):
            kept.clear()

    @pass_eval_context
    def printed(self, _: EvalContext, value: object) -> str:
        """Print a value between its marks and note it; what a macro made has been through here already."""
        if isinstance(value, Markup):
            self.budget.spend(len(value))
            return value
        if isinstance(value, _PICTURES):
            return self.pictured(value)
        text, written = self.texts[self.words_of(value)]
        self.budget.spend(len(text))
        self.emitted.append(text)
        return marked(written, name_of(value))

    def pictured(self, picture: Picture | Chart) -> Markup:
        """Print what stands for a picture or a chart until its page is filled."""
        if self.words_only:
            raise UnprintableError("no-text-printed", phrase("a picture"))
        self.budget.spend(len(str(picture)))
        return inserted(self.inserts, picture)

    def hold_back(self) -> None:
        """From now on note what is printed and print one sign for it: whoever asks for this puts it in."""
        self.finalize = self.held_back
        self.autoescape = False
        self.counts_prints = False

    @pass_eval_context
    def held_back(self, _: EvalContext, value: object) -> str:
        """Note a plain value as it is, neither escaped nor looked at."""
        if type(value) is str:
            text, name = value, ""
        elif isinstance(value, Quantity):
            text, name = self.shown(value), value.name
        elif isinstance(value, Worded):
            text, name = str(value), value.name
        elif type(value) is int:
            text, name = self.shown(value), ""
        elif isinstance(value, self.unplain):
            raise UnplainError
        else:
            text, name = self.words_of(value), ""
        self.emitted.append(text)
        self.named.append(name)
        return OPEN

    def unprinted(self, value: object) -> Markup:
        """Print a value where no page shows it, such as a title: escaped, neither marked nor noted."""
        return escape(self.text_of(value))

    def text_of(self, value: object) -> str:
        """Give a value's text, or refuse what has none."""
        return self.texts[self.words_of(value)][0]

    def written(self, value: object) -> str:
        """Give a value's text as it is written in a page."""
        return str(self.texts[self.words_of(value)][1])

    def words_of(self, value: object) -> str:
        """Give a value's text as it is, or refuse what has none."""
        if type(value) is str:
            return value
        if isinstance(value, Undefined):
            return str(value)
        if value is None:
            raise UnprintableError("absent-printed", "none")
        if not isinstance(value, _TEXTS) and isinstance(value, _NO_TEXT):
            raise UnprintableError("no-text-printed", _kind_of(value))
        return self.shown(value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Reach what is inside plain data, by its declared name and by nothing else."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        found: object = _MISSING
        if isinstance(obj, Mapping):
            found = obj.get(attribute, _MISSING)
        elif isinstance(obj, Rows) and attribute == "total" and obj.total is not None:
            found = obj.total
        elif isinstance(obj, LoopContext) and attribute in LOOP_FLAGS | LOOP_NUMBERS | LOOP_CALLS:
            found = getattr(obj, attribute)
        elif isinstance(obj, LoopContext) and attribute in LOOP_ITEMS:
            beside = getattr(obj, attribute)
            found = None if isinstance(beside, Undefined) else beside
        elif isinstance(obj, TemplateModule) and isinstance(macro := getattr(obj, attribute, None), Macro):
            found = macro
        if found is not _MISSING:
            return found
        why = phrase("'{name}' of a value that was not given", name=attribute) if obj is None else None
        return self.undefined(why, obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Read ``row["name"]`` as ``row.name``; there are no other subscripts."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        return self.undefined(obj=obj, name=argument)

    def call(self, context: Running, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, and count it."""
        self.budget.step(STEPS_OF_A_CALL)
        if type(obj) is Macro:
            return obj(context.eval_ctx, *args, **kwargs)
        return super().call(context, obj, *args, **kwargs)

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow macros and ``loop.cycle``."""
        return isinstance(obj, Macro) or _is_cycle(obj)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002  # the overridden method's own
    ) -> str:
        for node in source.find_all(tuple(REFUSED.keys() - self.allowed)):
            refused = phrase("{tag} is not allowed", tag=REFUSED[type(node)])
            raise TemplateAssertionError(refused, node.lineno, name, filename)
        return super()._generate(
            metered(self.prepared(source), prints=self.counts_prints), name, filename, defer_init
        )

    def prepared(self, source: nodes.Template) -> nodes.Template:
        """Rewrite a tree before it is compiled; here it stays as it is."""
        return source


class PageEnvironment(ReportEnvironment):
    """The same for HTML, where a picture is an element of the page."""

    def pictured(self, picture: Picture | Chart) -> Markup:
        """Write a picture under the address at which the page is given it."""
        super().pictured(picture)
        return chart_in_html(picture) if isinstance(picture, Chart) else picture_in_html(picture)


def _is_cycle(obj: object) -> bool:
    return isinstance(getattr(obj, "__self__", None), LoopContext) and getattr(obj, "__name__", "") == "cycle"


def name_of(value: object) -> str:
    """Give the name of a value that knows it."""
    return value.name if isinstance(value, Quantity | Worded) else ""


def _kind_of(value: object) -> str:
    if isinstance(value, bool):
        return phrase("a yes or no")
    return phrase("a group") if isinstance(value, Mapping) else phrase("a list")
