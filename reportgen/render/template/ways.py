"""The ways through a page's template that are known: papers that take one are filled by their values alone.

Which way a paper takes follows from its answers to what the conditions ask (`tracing`). Along one way the
template's own text stays the same, and the same values are printed in the same places; so a paper that gives
the same answers is filled with no more than its values. The first papers of each way and some of all others
are filled step by step as well; where that comes to anything else, nothing is known any more.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import Template

from reportgen.model.context import Context
from reportgen.render.quick import FAULTS
from reportgen.render.template.budget import TooMuchError
from reportgen.render.template.environment import ReportEnvironment, name_of
from reportgen.render.template.failures import FAILURES
from reportgen.render.template.marks import Filled, Frame, apart, filled
from reportgen.render.template.tracing import SIGN, Question, Source, Tracing, UntraceableError, is_single

_MOST_KNOWN: Final = 8
_MOST_TRIED: Final = 16
_WORTH: Final = 3
"""The so many-th paper of a template is followed."""

_COMPARED: Final = 2
_EVERY: Final = 256
"""So many papers of a way are filled both ways, and from then on each so-manieth."""

_MOST_PRINTS: Final = 300
_MOST_LETTERS: Final = 100_000
"""What prints so often, and makes so long a page, is far from what a template may cost."""


@dataclass(slots=True)
class Print:
    """A value where it is printed: where it comes from, its name, and as what it was printed last."""

    source: Source
    name: str
    value: object = None
    written: str | None = None

    def again(self, values: Mapping[str, Any], environment: ReportEnvironment) -> str | None:
        """Print the value of another paper; nothing where it is of another sort."""
        value = self.source.given(values)
        if self.written is None or value is not self.value:
            made = self.source.filtered(value)
            known = is_single(made) and name_of(made) == self.name
            self.value, self.written = value, environment.written(made) if known else None
        return self.written


@dataclass(slots=True)
class Way:
    """A way: its template's values by name, what it asks, its frame, and what it prints there.

    ``form`` is the page with gaps; what is printed of no value is there already, as a text.
    """

    names: Sequence[str]
    asked: Sequence[Question]
    frame: Frame
    form: str
    prints: Sequence[Print | str]
    taken: int = 0

    def values(self, given: Mapping[str, Any], environment: ReportEnvironment) -> tuple[str, ...] | None:
        """Print the values of a paper that takes this way; nothing where it takes another."""
        if list(given) != self.names or not all(one.is_answered(given) for one in self.asked):
            return None
        found: list[str] = []
        for one in self.prints:
            text = one if isinstance(one, str) else one.again(given, environment)
            if text is None:
                return None
            found.append(text)
        return tuple(found)

    @property
    def must_be_compared(self) -> bool:
        """Ask whether the paper that took it last is to be filled step by step as well."""
        self.taken += 1
        return self.taken <= _COMPARED or self.taken % _EVERY == 0


@dataclass(slots=True)
class Ways:
    """What is known of one template: its ways, and the files that they go through.

    It is ``mistaken`` of a paper where a way failed, or led elsewhere, and filling step by step did not.
    """

    known: list[Way] = field(default_factory=list)
    templates: Sequence[Template] = ()
    met: int = 0
    tried: int = 0
    mistaken: bool = False

    def filled(
        self, name: str, context: Context, environment: ReportEnvironment, step_by_step: Callable[[], Filled]
    ) -> Filled:
        """Fill a page, ``step_by_step`` where its way is not known or has to be compared."""
        self.mistaken = False
        found = self.taken(context.values, environment)
        if found and not found[0].must_be_compared:
            return found[1]
        filled = step_by_step()
        if found:
            self.mistaken = (found[1], found[1].parts) != (filled, filled.parts)
        elif not self.mistaken:
            self.learn(name, context, environment, filled.html)
        if self.mistaken:
            self.give_up()
        return filled

    def taken(self, given: Mapping[str, Any], environment: ReportEnvironment) -> tuple[Way, Filled] | None:
        """Find the way that a paper takes, and fill it."""
        self.met += 1
        if self.known and not all([one.is_up_to_date for one in self.templates]):  # noqa: C419
            self.known, self.templates = [], ()
        try:
            for way in self.known:
                if (values := way.values(given, environment)) is not None:
                    return way, Filled(way.form % values, (way.frame, values))
        except (*FAILURES, *FAULTS):  # the template's own are told where the page is filled step by step
            self.mistaken = True
        return None

    def learn(self, name: str, context: Context, environment: ReportEnvironment, html: str) -> None:
        """Follow a paper that was filled step by step, and keep its way if it leads to the same page."""
        if self.met < _WORTH or self.tried >= _MOST_TRIED or len(self.known) >= _MOST_KNOWN:
            return
        if not environment.get_template(name).is_up_to_date:  # it may be written again at this moment
            return
        self.tried += 1
        try:
            way, files = followed(name, context, environment)
            values = way.values(context.values, environment) if way else None
            templates = [environment.get_template(one) for one in files]
        except (UntraceableError, TooMuchError):
            self.give_up()
            return
        except (*FAILURES, *FAULTS):
            self.mistaken = True
            return
        if way and values and way.form % values == html:
            self.known.append(way)
            self.templates = list({*self.templates, *templates})

    def give_up(self) -> None:
        """Know nothing any more."""
        self.known, self.templates, self.tried = [], (), _MOST_TRIED


def followed(name: str, context: Context, environment: ReportEnvironment) -> tuple[Way | None, Sequence[str]]:
    """Follow a paper; give its way, unless it makes too much, and the files of the template."""
    tracing = Tracing(context, environment.loader)
    tracing.bytecode_cache = environment.bytecode_cache
    page = tracing.get_template(name).render(tracing.traced(context.values))
    if tracing.prints > _MOST_PRINTS or len(page) > _MOST_LETTERS or tracing.inserts:
        return None, ()
    frame, values = apart(page)
    prints = [
        Print(tracing.sources[int(value[1:])], name or "") if value.startswith(SIGN) else value
        for value, name in zip(values, frame[1::2], strict=True)
    ]
    if not set(tracing.sources) <= {one.source for one in prints if isinstance(one, Print)}:
        return None, ()  # a value is printed where only that is asked: another may be one that none can print
    form = filled([text and text.replace("%", "%%") for text in frame], ["%s"] * len(values))
    files = [one for _, one in tracing.cache or ()]
    return Way(list(context.values), tracing.asked, frame, form, prints), files
