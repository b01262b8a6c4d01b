"""Templates as files: the kind's folder and the parts that the package brings, read, checked and filled."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import CodeType
from typing import Any, Final

from jinja2 import BytecodeCache, Environment, FunctionLoader, nodes
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateSyntaxError

from reportgen.model.attached import Picture
from reportgen.model.chart import Chart
from reportgen.model.context import Context, Shape
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import RenderError
from reportgen.model.formula import Name
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.render.template.budget import MOST_ON_PAGES, TooMuchError
from reportgen.render.template.columns import pointed
from reportgen.render.template.environment import ReportEnvironment
from reportgen.render.template.failures import FAILURES, failure, line_of
from reportgen.render.template.free import pages_for
from reportgen.render.template.kept import Kept
from reportgen.render.template.limits import TooLargeError, too_large, too_large_file
from reportgen.render.template.marks import Filled
from reportgen.render.template.names import template_names
from reportgen.render.template.problems import Problem
from reportgen.render.template.ways import Ways

_PARTS: Final = Path(__file__).parents[1] / "parts"

EXAMPLES: Final = "examples"
"""The folder of a kind that is no part of its papers."""

_PAGES: Final = (".html", ".htm")
"""What a page may put in: other files beside it, such as the data, would be printed as they are."""


@dataclass(frozen=True, slots=True)
class Page:
    """A filled page, and the pictures of the data that it shows.

    It was ``retaken`` where the way that was known of its template failed.
    """

    filled: Filled
    pictures: Sequence[Picture | Chart] = ()
    retaken: bool = False

    @property
    def html(self) -> str:
        """Give it as the engine gets it."""
        return self.filled.html


class _Compiled(BytecodeCache):
    """Templates compiled in this process: a batch fills the same few over and over."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key, bucket.checksum] = bucket.code


@dataclass(frozen=True, slots=True)
class _Environment:
    """An environment, the filters and the form of numbers that it was made for, and ways through its page."""

    of: tuple[Any, Any]
    environment: ReportEnvironment
    ways: Ways = field(default_factory=Ways)


_MOST_KNOWN: Final = 16
_ENVIRONMENTS: Final[dict[Path, _Environment]] = {}

COMPILED: Final = _Compiled()
"""The templates of this process."""


_SOURCES: Final[Kept[tuple[str, str, Callable[[], bool] | None] | None]] = Kept()


def inside(folder: Path, name: str) -> Path | None:
    """Find a file of a folder: none elsewhere, by ``..`` or by a link, and none among the examples."""
    path = folder / name
    try:
        found = path.resolve()
        below = found.relative_to(folder.resolve()).parts
        return path if below[:1] != (EXAMPLES,) and found.is_file() else None
    except (OSError, ValueError, RuntimeError):  # a name that no disk can hold, or links that go in a circle
        return None


def find_part(name: str) -> Path | None:
    """Find a part that the package brings."""
    return inside(_PARTS, name)


def fill(template: Path, context: Context) -> Page:
    """Fill a page, its values marked; a mistake is told with the file and line where it stands."""
    if context.free:
        return _step_by_step(template, _fresh(template, context), context)
    known = _known(template, context)
    step_by_step = partial(_step_by_step, template, known.environment, context)
    found = known.ways.filled(template.name, context, known.environment, lambda: step_by_step().filled)
    return Page(found, tuple(known.environment.inserts.values()), known.ways.mistaken)


def fill_step_by_step(template: Path, context: Context) -> Page:
    """Fill a page as if no other had been filled before."""
    return _step_by_step(template, _known(template, context).environment, context)


def _step_by_step(template: Path, environment: ReportEnvironment, context: Context) -> Page:
    environment.budget.renew(MOST_ON_PAGES)
    try:
        html = environment.get_template(template.name).render(context.values)
    except FAILURES as error:
        raise RenderError([_told(error, template)]) from error
    return Page(Filled(html), tuple(environment.inserts.values()))


def _known(template: Path, context: Context) -> _Environment:
    """Give a template its environment: papers of a kind, one after the other, have the same."""
    known = _ENVIRONMENTS.get(template)
    if known is None or known.of != (context.filters, context.shown):
        known = _Environment((context.filters, context.shown), _fresh(template, context))
        known.environment.bytecode_cache = COMPILED
        if len(_ENVIRONMENTS) >= _MOST_KNOWN:
            _ENVIRONMENTS.clear()
        _ENVIRONMENTS[template] = known
    known.environment.begin()
    return known


def _fresh(template: Path, context: Context) -> ReportEnvironment:
    return pages_for(context, FunctionLoader(lambda name: _source(template, name)))


def names(
    template: Path, shown: str, shape: Shape, filters: Collection[str], *, free: bool = False
) -> tuple[list[Diagnostic], frozenset[Name]]:
    """Check the names of a template and its parts before it is filled; give those that it quotes."""
    environment = Environment()  # noqa: S701  # only to parse: nothing is filled from it

    def tree(name: str) -> nodes.Template | None:
        source = _source(template, name)
        return source and environment.parse(source[0], name, str(Path(shown).parent / name))

    try:
        body = tree(template.name)
        found = template_names(body or nodes.Template([]), shape, filters, tree, free=free)
    except (TemplateSyntaxError, TooMuchError, RecursionError) as error:
        return [_told(error, Path(shown))], frozenset()
    return [_told_of(problem, shown) for problem in found.problems], found.quoted


def _source(template: Path, name: str) -> tuple[str, str, Callable[[], bool] | None] | None:
    """Read a template's text; with its path, and nothing to say when it changes."""
    if name != template.name and not name.lower().endswith(_PAGES):
        return None
    folder = template.parent
    read = partial(
        _SOURCES.get, (folder, name), (folder / name, _PARTS / name), partial(_found, folder, name)
    )
    found = read()
    return found and (*found[:2], lambda: read() is found)


def _found(folder: Path, name: str) -> tuple[str, str, Callable[[], bool] | None] | None:
    path = inside(folder, name) or find_part(name)
    return None if path is None else _read(path, name)


def _read(path: Path, name: str) -> tuple[str, str, Callable[[], bool] | None]:
    try:
        if why := too_large_file(path.stat().st_size):
            raise TooLargeError(why, 1, name, str(path))
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise TemplateSyntaxError(phrase("it is not UTF-8 text"), line, name, str(path)) from error
    if why := too_large(text):
        raise TooLargeError(why, 1, name, str(path))
    return text, str(path), None


def _told(error: Exception, template: Path) -> Diagnostic:
    code, words = failure(error)
    values: dict[str, Any] = dict(words)
    if isinstance(error, TemplateSyntaxError):  # what Jinja means may stand far above the line it gives
        return report(code, Origin(error.filename or str(template), error.lineno), **values)
    file, line = line_of(error)
    place = file or str(template)
    return report(code, pointed(place, line, Path(place), words), **values)


def _told_of(problem: Problem, shown: str) -> Diagnostic:
    file = shown if problem.part is None else str(Path(shown).parent / problem.part)
    values: dict[str, Any] = dict(problem.values)
    return report(problem.code, pointed(file, problem.line, Path(file), values), **values)
