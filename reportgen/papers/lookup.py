"""Papers by what people call them: ``07/BB-PGDĐT``, or a draft by its subject or by whom it is for."""

from collections.abc import Sequence
from pathlib import Path

from reportgen.batch.place import seen_from
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.names import folded
from reportgen.model.registry import Standing, read_number
from reportgen.papers.office import OfficeFolder
from reportgen.papers.records import label_of
from reportgen.register import Registry


def find_paper(registry: Registry, called: str, year: int | None = None) -> Standing:
    """Find a paper by number and symbol; the year tells those apart that are called alike.

    Raises:
        DataError: there is none, or there are several.

    """
    digits, _, series = called.strip().partition("/")
    number = read_number(digits)
    if number is None or not series:
        raise DataError([report("number-unread", value=called)])
    found = [one for one in registry.called(series, number) if year is None or one.number.series.year == year]
    if not found:
        known = ", ".join(sorted({one.number.series.name for one in registry.standings()}))
        raise DataError([report("number-unknown", value=called, known=known)])
    if len(found) > 1:
        years = ", ".join(str(one.number.series.year) for one in found)
        raise DataError([report("number-ambiguous", value=called, years=years)])
    return found[0]


def find_drafts(office: OfficeFolder, registry: Registry, called: str) -> Sequence[Standing]:
    """Find the papers without numbers of a data file, or the one that people call so.

    Raises:
        DataError: there is none, or several are called alike.

    """
    drafts = [one for one in registry.unnumbered() if not one.erased]
    source = seen_from(Path(called), office.path)
    if of_file := [one for one in drafts if one.told.get("source") == source]:
        return of_file
    names = {called, folded(called)}
    found = [one for one in drafts if names & {str(one.entries[0].entry), folded(label_of(one.told))}]
    if not found:
        raise DataError([report("draft-unknown", value=called)])
    return [only_one(found, called)]


def only_one(found: Sequence[Standing], called: str) -> Standing:
    """Give the only paper of those that are called so.

    Raises:
        DataError: there are several.

    """
    if len(found) > 1:
        entries = ", ".join(str(one.entries[0].entry) for one in found)
        raise DataError([report("draft-ambiguous", value=called, count=len(found), entries=entries)])
    return found[0]


def is_number(called: str) -> bool:
    """Tell whether people write numbers of issued papers so."""
    number, slash, series = called.strip().partition("/")
    return bool(slash and series) and number.isascii() and number.isdigit()
