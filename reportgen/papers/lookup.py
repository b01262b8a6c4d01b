"""Papers by what people call them: ``07/BB-PGDĐT``."""

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.registry import Standing, read_number
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
