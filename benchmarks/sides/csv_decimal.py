"""The sums with csv.DictReader and Decimal."""

import csv
from pathlib import Path

from sums import sums


def read(path: Path) -> dict[str, str]:
    """Sum up a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sums(csv.DictReader(file, delimiter=";"))
