"""The date of a paper as its head writes it: ``ngày 05 tháng 9 năm 2025``, in a draft with gaps."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_GAP: Final = r"[\s\d.…_]*"
_DATE: Final = re.compile(
    rf"\bngày\b(?P<day>{_GAP})\btháng\b(?P<month>{_GAP})\bnăm\b(?:\s+(?P<year>\d{{4}}))?"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date that is written out, each part as it stands there."""

    text: str
    day: str
    month: str
    year: str

    @property
    def date(self) -> dt.date | None:
        """Give the day, if there is such a day."""
        try:
            return dt.date(int(self.year), int(self.month), int(self.day))
        except ValueError:
            return None


def has_date(text: str) -> bool:
    """Tell whether a date stands in a text, or the place for one."""
    return _DATE.search(text) is not None


def dates_in(text: str) -> Iterator[Written]:
    """List the dates of a text that have no gaps."""
    for found in _DATE.finditer(text):
        written = Written(found.group(), found["day"].strip(), found["month"].strip(), found["year"] or "")
        if written.day.isdigit() and written.month.isdigit() and written.year:
            yield written
