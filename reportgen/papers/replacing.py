"""A paper issued in the place of another: of the same form, with a number of its own (rule G-8)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Final

from reportgen.compose.dates import long_date
from reportgen.model.acts import ACTS, STANDING, Act
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.registry import INSTEAD_OF, REPLACED_BY, REPLACES, Draft, Series, Standing
from reportgen.model.sign_off import EDITED
from reportgen.papers.lookup import find_paper
from reportgen.papers.records import Wanted
from reportgen.papers.wanted import Task
from reportgen.register import IDENTITY, SAYS, Registry

_PRINTED: Final = (REPLACES,)
"""What a template must print, so that nothing is replaced in silence."""

_REPLACEABLE: Final = STANDING | {Act.REVOKED}
"""Where a paper may stand that another is issued for: one that was revoked stays so."""

_LENGTH: Final = 16
_SHOWN: Final = 6

_ABOUT: Final = ("về ", "v/v ")


def replacing(task: Task, registry: Registry, called: str, year: int | None, row: str = "") -> Task:
    """Let the one paper of a data file that is new, or other than it was issued, replace an earlier one.

    Of a list it may be told which, by what the ``row`` is called.

    Raises:
        DataError: there is no such paper, it does not stand, is of another form, or several could replace it.

    """
    old, place, kind = find_paper(registry, called, year), Origin(str(task.plan.source)), task.plan.study.kind
    one = _called(task, row) if row else _successor(task, registry, old)
    if row and one is None:
        known = ", ".join(each.label for each in task.wanted[:_SHOWN])
        raise DataError([report("replaces-row", place, name=row, known=known)])
    faults = list(_faults(old, one, place, task))
    if _PRINTED not in task.plan.printed:
        faults.append(report("replaces-unsaid", kind.sources.nearest(("outputs",)), kind=kind.name))
    if faults or one is None:
        raise DataError(faults)
    said = reference(old)
    parts = {**one.parts, REPLACES: sha256(said.encode()).hexdigest()[:_LENGTH]} if one.parts else one.parts
    words = {**one.words, REPLACES: str(old.number), INSTEAD_OF: old.paper}
    return replace(task, wanted=[replace(one, words=words, parts=parts, replaced=said)])


def reference(old: Standing) -> str:
    """Name a paper in full, as one that is cited for the first time: sort, number, day, office, subject."""
    told, number = old.told, old.number
    day = long_date(old.dated) if old.dated else ""
    office = f"của {number.series.office}" if number.series.office else ""
    parts = (told.get("sort", ""), f"số {number}", day, office, _about(told.get("subject", "")))
    return " ".join(part for part in parts if part)


def _about(subject: str) -> str:
    """Lead over to what a paper is about, as in a citation (rule B-8)."""
    return subject if not subject or subject.casefold().startswith(_ABOUT) else f"về {subject}"


def fallen(registry: Registry, new: Standing) -> Iterator[Draft]:
    """Give the entry by which an issued paper takes the place of another."""
    paper = new.told.get(INSTEAD_OF)
    old = registry.standing(paper) if paper else None
    if old and old.state in STANDING:
        yield Draft(Act.REPLACED, old.paper, old.number, told={REPLACED_BY: str(new.number)})


def not_standing(registry: Registry, one: Wanted, place: Origin) -> Iterator[Diagnostic]:
    """Refuse to replace a paper that does not stand any more, and one without a mistake (rules G-8, CE-3)."""
    if paper := one.words.get(INSTEAD_OF):
        old = registry.standing(paper)
        same = (one.says, one.form) == (old.told.get(SAYS), old.told.get("form"))
        if old.state not in _REPLACEABLE:
            yield report("replaces-fallen", place, number=old.number, state=ACTS[old.state])
        elif old.state in STANDING and same and one.words.get(EDITED) == old.told.get(EDITED):
            yield report("replaces-same", place, number=old.number, name=one.label)


def _faults(old: Standing, one: Wanted | None, place: Origin, task: Task) -> Iterator[Diagnostic]:
    if one is None:
        yield report("replaces-which", place, number=old.number, count=len(task.wanted))
    elif (
        _form(one.words, task.series) != _form(old.told, old.number.series) and old.state is not Act.IMPORTED
    ):
        sort = old.told.get("sort", "") or old.number.series.name
        yield report("replaces-other-form", place, number=old.number, sort=sort)


def _form(told: Mapping[str, str], series: Series) -> str:
    """Name the form of a paper: what it is called, or else how its numbers are."""
    return told.get("sort") or series.name


def _called(task: Task, row: str) -> Wanted | None:
    found = [one for one in task.wanted if folded(one.label) == folded(row)]
    return found[0] if len(found) == 1 else None


def _successor(task: Task, registry: Registry, old: Standing) -> Wanted | None:
    """Find the paper that takes the other's place: that of the same row, or the only one not issued yet."""
    same = [one for one in task.wanted if one.identity == old.told.get(IDENTITY)]
    open_ones = []
    for one in task.wanted:
        before = registry.known(one.identity)
        if before is not None and before.told.get(INSTEAD_OF) == old.paper:
            return one
        if before is None or not before.numbered:
            open_ones.append(one)
    found = same or open_ones
    return found[0] if len(found) == 1 else None
