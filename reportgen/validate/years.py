"""School years: last year's table sent again shows by its title."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import FieldSpec
from reportgen.model.names import folded
from reportgen.model.raw import RawTable

_YEARS: Final = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")


def years_said(values: Mapping[str, Any]) -> list[str]:
    """List the school years that single values of a data file say."""
    texts = (folded(value) for value in values.values() if isinstance(value, str))
    return [text for text in texts if _YEARS.fullmatch(text)]


def tell_other_years(
    spec: FieldSpec, tables: Iterable[RawTable], years: Iterable[str], complaints: Complaints
) -> None:
    """Warn of table files whose title says a school year of which the data file does not speak."""
    known = dict.fromkeys(years)
    for table in tables:
        if known and table.year is not None and table.year not in known:
            complaints.add(
                "title-of-another-year", table.sources.nearest(()),
                table=spec.title, year=table.year, known=", ".join(known),
            )  # fmt: skip
